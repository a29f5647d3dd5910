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

export function createOutbox(): Outbox {
  let applied = 0;
  let durable = 0;
  let waiting: {
    readonly after: number;
    readonly say: () => void;
    readonly dropped?: (() => void) | undefined;
  }[] = [];
  let releasing = false;

  function release(): void {
    if (releasing) return; // what is said may lead to more work; the loop below sees it
    releasing = true;
    try {
      for (;;) {
        const ready = waiting.filter((entry) => entry.after <= durable);
        if (ready.length === 0) return;
        waiting = waiting.slice(ready.length); // numbers never fall, so the ready ones are the first
        for (const entry of ready) entry.say();
      }
    } finally {
      releasing = false;
    }
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
      if (waiting.length === 0 && applied === durable && !releasing) say();
      else waiting.push({ after: applied, say, dropped });
    },
    committed(upTo) {
      durable = Math.max(durable, upTo);
      release();
    },
    drop() {
      const lost = waiting;
      waiting = [];
      for (const entry of lost) entry.dropped?.();
    },
  };
}
