/**
 * Carries the rows of one room to the log, in order, and takes snapshots in
 * the background. [RM20] [RM50]
 */
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { NewUpdate, UpdateCause } from "../log/update-log.ts";
import type { Outbox } from "./outbox.ts";
import { COMPACT_BYTES, COMPACT_ROWS } from "./protocol.ts";
import type { Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";

export interface Authorship {
  readonly actor: AccountId | null;
  readonly cause: UpdateCause;
  readonly claims?: readonly number[];
}

/** What a room begins with. */
export interface RoomContent {
  readonly replica: Replica;
  readonly epoch: number;
  readonly lastSeq: number;
  readonly storedBytes: number;
  /** Rows since the snapshot. */
  readonly tail: { readonly rows: number; readonly bytes: number };
}

export interface Writer {
  /** Queues one row; rows of one turn go to the log together. */
  write(update: Uint8Array, authorship: Authorship): void;
  /** Log position of the last row applied, written or not. */
  readonly appliedSeq: number;
  readonly unwrittenBytes: number;
  readonly storedBytes: number;
  /** Nothing waits, is being written or compacted. */
  readonly idle: boolean;
  /** Resolves when all that was queued is written, or has failed. */
  flush(): Promise<void>;
  /** Stores a snapshot when there are rows since the last one. Call when everything is written. */
  compact(): Promise<void>;
}

export function createWriter(options: {
  readonly policy: PolicyId;
  readonly loaded: RoomContent;
  readonly outbox: Outbox;
  readonly deps: RoomDeps;
  onFailed(error: unknown): void;
}): Writer {
  const { policy, loaded, outbox, deps } = options;
  let queued: NewUpdate[] = [];
  let running: Promise<void> | null = null;
  let compaction: Promise<void> = Promise.resolve();
  let compacting = false;
  let unwrittenBytes = 0;
  let storedBytes = loaded.storedBytes;
  let rowsSince = loaded.tail.rows;
  let bytesSince = loaded.tail.bytes;
  /** What had gathered when a snapshot last failed: as much again has to come before the next try. */
  let failedAt = { rows: 0, bytes: 0 };

  /**
   * One commit at a time: when one fails, nothing that builds on it may have
   * been sent after it. What comes meanwhile shares the next one.
   */
  async function run(): Promise<void> {
    await Promise.resolve(); // so that frames handled in one turn go together
    try {
      while (queued.length > 0) await writeQueued();
    } catch (error) {
      options.onFailed(error);
    } finally {
      running = null;
    }
  }

  async function writeQueued(): Promise<void> {
    const rows = queued;
    queued = [];
    const upTo = outbox.applied;
    const bytes = rows.reduce((sum, row) => sum + row.update.length, 0);
    const seq = await deps.log.append(policy, loaded.epoch, rows);
    unwrittenBytes -= bytes;
    rowsSince += rows.length;
    bytesSince += bytes;
    storedBytes += bytes;
    outbox.committed(upTo);
    // Somebody else writes to this log: what is in memory lacks their rows.
    if (seq !== loaded.lastSeq + upTo)
      throw new Error(`row ${seq} where ${loaded.lastSeq + upTo} was expected`);
    const due = rowsSince - failedAt.rows >= COMPACT_ROWS || bytesSince - failedAt.bytes >= COMPACT_BYTES;
    if (due && !compacting) compaction = takeSnapshot();
  }

  /** Of everything that is durable now, and maybe of a little more. */
  async function takeSnapshot(): Promise<void> {
    compacting = true;
    const seq = loaded.lastSeq + outbox.durable;
    const covered = { rows: rowsSince, bytes: bytesSince };
    try {
      const { bytes, ...shape } = await loaded.replica.encode(() => deps.pause());
      // What is not durable yet must not become so by way of a snapshot.
      if (!(await everythingDurable())) return;
      await deps.log.compact(policy, loaded.epoch, seq, bytes, shape);
      rowsSince -= covered.rows;
      bytesSince -= covered.bytes;
      failedAt = { rows: 0, bytes: 0 };
      storedBytes = bytes.length + bytesSince;
      deps.counters.compactions++;
    } catch (error) {
      // The rows are safe; the next threshold tries again.
      failedAt = { rows: rowsSince, bytes: bytesSince };
      deps.report("compaction failed", policy, error);
    } finally {
      compacting = false;
    }
  }

  /** Resolves when all that is applied now is durable, with false when it never will be. */
  const everythingDurable = (): Promise<boolean> =>
    new Promise((resolve) => {
      outbox.afterCommit(
        () => resolve(true),
        () => resolve(false),
      );
    });

  return {
    write(update, authorship) {
      outbox.advance();
      unwrittenBytes += update.length;
      queued.push({ update, at: deps.clock.now(), ...authorship });
      running ??= run();
    },
    get appliedSeq() {
      return loaded.lastSeq + outbox.applied;
    },
    get unwrittenBytes() {
      return unwrittenBytes;
    },
    get storedBytes() {
      return storedBytes;
    },
    get idle() {
      return running === null && !compacting;
    },
    async flush() {
      while (running !== null) await running;
      await compaction;
    },
    async compact() {
      await compaction;
      if (rowsSince === 0 || outbox.applied !== outbox.durable) return;
      compaction = takeSnapshot();
      await compaction;
    },
  };
}
