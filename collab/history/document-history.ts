/**
 * Who wrote what, kept and carried on: rows that came since are read when
 * somebody asks, a little at a time so that typing does not wait, and what was
 * derived stays in the log's own database (`docs/decisions/0017-history-of-writing.md`).
 */
import { DomainError } from "../../domain/errors.ts";
import type { Passage, PassageQuery } from "../../domain/history/passage.ts";
import type { AccountId, EpochMs, PolicyId } from "../../domain/ids.ts";
import { nextTurn } from "../next-turn.ts";
import type { Archive } from "../log/archive.ts";
import type { RoomClock } from "../room/clock.ts";
import { Replay } from "./replay.ts";

/** Plain JSON: on Cloudflare it crosses from the document's object to the application. */
export interface DocumentHistoryPage {
  /** Newest first. */
  readonly passages: readonly Passage[];
  /** How many rows are derived, of how many there are. */
  readonly progress: { readonly done: number; readonly of: number };
  /** Everyone who wrote in it, who wrote last first. */
  readonly writers: readonly { readonly actor: AccountId; readonly at: EpochMs }[];
}

export interface DocumentHistory {
  /** Null when the document was never created. Waits at most `HISTORY_WAIT_MS` for what is not derived yet. */
  read(policy: PolicyId, query: PassageQuery): Promise<DocumentHistoryPage | null>;
  /**
   * Stops deriving and lets go of it: the past is about to be another. Resolves when nothing of it is written any
   * more; until what it resolves with is called, `read` is refused.
   */
  forget(policy: PolicyId): Promise<() => void>;
  /** Lets go of what nobody looks at any more. No timer of its own: that would keep a host awake. */
  tick(): void;
  /** Resolves when nothing is being derived. */
  settle(): Promise<void>;
}

export interface DocumentHistoryOptions {
  readonly archive: Archive;
  readonly clock: RoomClock;
  /** A fault worth a log line. Never carries what people wrote. */
  readonly report: (what: string, policy: PolicyId, error: unknown) => void;
  readonly waitMs?: number;
}

export const HISTORY_WAIT_MS = 1_500;
const PAGE_ROWS = 512;
/** Rows read before others get a turn: a few milliseconds. */
const SLICE_ROWS = 48;
/** Rows after which what was found is written. */
const WRITE_ROWS = 2_048;
/** Rows after which the document with its tombstones is kept, so that a later start goes on from there. */
const KEEP_ROWS = 16_384;
/** With fewer rows since the last time it is not worth it. */
const KEEP_ROWS_MIN = 2_048;
/** Documents whose past stays in memory while somebody looks at it, and for how long. */
const REPLAYS_MAX = 2;
const REPLAY_MS = 60_000;

interface Held {
  readonly replay: Replay;
  keptSeq: number;
  usedAt: EpochMs;
  /** Nothing of this past was written since it was opened. */
  unwritten: boolean;
}

export function createDocumentHistory(options: DocumentHistoryOptions): DocumentHistory {
  const { archive, clock, report, waitMs = HISTORY_WAIT_MS } = options;
  const now = () => clock.now();
  const held = new Map<PolicyId, Held>();
  const running = new Map<PolicyId, Promise<void>>();
  const forgotten = new Set<PolicyId>();
  /** Whose past is being written anew. */
  const closed = new Set<PolicyId>();

  async function open(policy: PolicyId): Promise<Held> {
    const present = held.get(policy);
    if (present !== undefined) return present;
    const kept = await archive.progress(policy);
    const replay = Replay.from(kept);
    // What was written after that was derived by a process that is gone; it comes again.
    await archive.forgetDerived(policy, replay.seq);
    return { replay, keptSeq: replay.seq, usedAt: now(), unwritten: true };
  }

  async function write(policy: PolicyId, one: Held, withProgress: boolean): Promise<void> {
    const { replay } = one;
    const progress = withProgress ? replay.progress() : null;
    await archive.keep(policy, { ...replay.takeDerived(), open: replay.writing, progress });
    one.unwritten = false;
  }

  async function readOn(policy: PolicyId): Promise<void> {
    const one = await open(policy);
    const { replay } = one;
    let writtenSeq = replay.seq;
    for (;;) {
      const rows = await archive.rows(policy, replay.seq, PAGE_ROWS);
      if (rows.length === 0) break;
      one.unwritten = true;
      for (const [index, row] of rows.entries()) {
        replay.read(row);
        if (index % SLICE_ROWS === SLICE_ROWS - 1) await nextTurn();
      }
      if (forgotten.has(policy)) return;
      if (replay.seq - writtenSeq < WRITE_ROWS) continue;
      writtenSeq = replay.seq;
      const due = replay.seq - one.keptSeq >= KEEP_ROWS;
      if (due) one.keptSeq = replay.seq;
      await write(policy, one, due);
    }
    if (forgotten.has(policy)) return;
    const due = replay.seq - one.keptSeq >= KEEP_ROWS_MIN;
    if (due) {
      one.keptSeq = replay.seq;
      await write(policy, one, true);
    }
    replay.settle(now());
    if (one.unwritten || replay.foundMore) await write(policy, one, false);
    hold(policy, one);
  }

  function hold(policy: PolicyId, one: Held): void {
    one.usedAt = now();
    held.delete(policy);
    held.set(policy, one);
    for (const other of held.keys()) if (held.size > REPLAYS_MAX) held.delete(other);
  }

  /** One run at a time for all who wait. */
  function derive(policy: PolicyId): Promise<void> {
    const underway = running.get(policy);
    if (underway !== undefined) return underway;
    const run = readOn(policy)
      .catch((error: unknown) => {
        held.delete(policy);
        report("the history could not be derived", policy, error);
        throw error;
      })
      .finally(() => {
        running.delete(policy);
        if (forgotten.delete(policy)) held.delete(policy);
      });
    running.set(policy, run);
    run.catch(() => undefined); // who waits hears of it; who gave up waiting does not
    return run;
  }

  return {
    async read(policy, query) {
      const head = await archive.head(policy);
      if (head === null) return null;
      // The past may have been taken away while its head was read.
      if (closed.has(policy))
        throw new DomainError("unavailable", "document-unavailable", "The past is being written anew.");
      await inTime(derive(policy), waitMs);
      const [passages, writers] = await Promise.all([
        archive.passages(policy, query),
        archive.writers(policy),
      ]);
      const done = running.has(policy) ? await derivedSeq(policy) : head.lastSeq;
      return { passages, writers, progress: { done: Math.min(done, head.lastSeq), of: head.lastSeq } };
    },
    async forget(policy) {
      closed.add(policy);
      if (running.has(policy)) forgotten.add(policy);
      await running.get(policy)?.catch(() => undefined);
      held.delete(policy);
      return () => void closed.delete(policy);
    },
    tick() {
      for (const [policy, { usedAt }] of held) {
        if (!running.has(policy) && now() - usedAt >= REPLAY_MS) held.delete(policy);
      }
    },
    async settle() {
      await Promise.allSettled(running.values());
    },
  };

  async function derivedSeq(policy: PolicyId): Promise<number> {
    const [newest] = await archive.passages(policy, { limit: 1 });
    return newest?.seq ?? 0;
  }
}

/** Waits for `work`, but no longer than `ms`. */
function inTime(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
