/**
 * Nothing leaves before it is durable. Work is numbered as it is applied;
 * what is said about it waits here, in order, until that number is written.
 * [RM20] [RM21]
 */
export interface Outbox {
  /** Number of the last row applied in memory. */
  readonly applied: number;
  /** Number of the last row known to be durable. */
  readonly durable: number;
  /** Counts one applied row and returns its number. */
  advance(): number;
  /** Runs `say` once everything applied so far is durable (now, when it is already), or `dropped` when that will never be. */
  afterCommit(say: () => void, dropped?: () => void): void;
  /** Everything up to row `upTo` is durable. */
  committed(upTo: number): void;
  /** The commit failed: nothing that waits is ever said. */
  drop(): void;
}

interface Waiting {
  readonly after: number;
  readonly say: () => void;
  readonly dropped: (() => void) | undefined;
}

/** `onSaid` runs when all that could be said has been: what was gathered meanwhile can leave together. */
export function createOutbox(onSaid: () => void): Outbox {
  let applied = 0;
  let durable = 0;
  let waiting: Waiting[] = [];
  /** How many of `waiting` have been said. */
  let said = 0;
  let releasing = false;
  let dropping = false;

  function release(): void {
    if (releasing) return; // what is said may lead to more work; the loop below sees it
    releasing = true;
    try {
      // Numbers never fall, so the ready ones are the first.
      for (let next = waiting[said]; next !== undefined && next.after <= durable; next = waiting[said]) {
        said++;
        next.say();
      }
      if (said === waiting.length) {
        waiting = [];
        said = 0;
      } else if (said > 1_024 && said > waiting.length / 2) {
        waiting = waiting.slice(said);
        said = 0;
      }
    } finally {
      releasing = false;
    }
    onSaid();
  }

  return {
    get applied() {
      return applied;
    },
    get durable() {
      return durable;
    },
    advance: () => ++applied,
    afterCommit(say, dropped) {
      if (dropping) return dropped?.();
      waiting.push({ after: applied, say, dropped });
      if (applied === durable) release();
    },
    committed(upTo) {
      durable = Math.max(durable, upTo);
      release();
    },
    drop() {
      dropping = true;
      const lost = waiting.slice(said);
      waiting = [];
      said = 0;
      for (const entry of lost) entry.dropped?.();
    },
  };
}
