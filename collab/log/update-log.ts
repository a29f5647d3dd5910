/**
 * The durable log of a document: the truth of which memory is a cache.
 * One contract suite (`tests/contracts/update-log`) runs on every implementation.
 */
import type { AccountId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { Archive } from "./archive.ts";

/** Why a row was written. `typed` and `command` make an author; `anchor` and `repair` never do (model: authorship). */
export type UpdateCause = "typed" | "command" | "anchor" | "repair";

export interface NewUpdate {
  /** A Yjs update in encoding V1. */
  readonly update: Uint8Array;
  /** The account that typed or commanded; null for repairs of the server. */
  readonly actor: AccountId | null;
  readonly cause: UpdateCause;
  readonly at: EpochMs;
  /** Yjs client ids first seen in this update; each is bound to `actor` for the epoch, in the same commit. */
  readonly claims?: readonly number[];
}

export interface LoggedUpdate extends NewUpdate {
  /** Position in the log of this document, from 1, without gap within all epochs. */
  readonly seq: number;
}

/** What a snapshot holds, so that it can be served without being read. */
export interface SnapshotShape {
  readonly stateVector: Uint8Array;
  /** Offset at which its deletions begin; before it stand all structs. */
  readonly deletesAt: number;
  /** Where its texts stand (`../room/text-index.ts`); null when that is not known. */
  readonly texts: Uint8Array | null;
}

export interface LoadedDocument {
  /** From 1. Restoring a backup and legal erasure start a new one. */
  readonly epoch: number;
  readonly snapshot: Uint8Array | null;
  /** The last row that the snapshot covers; 0 without one. */
  readonly snapshotSeq: number;
  /** Null when it was stored without. */
  readonly snapshotShape: SnapshotShape | null;
  /** Rows after the snapshot, ascending. Apply them one by one. */
  readonly tail: readonly LoggedUpdate[];
  /** Which account each Yjs client id of this epoch belongs to (null: the server). */
  readonly clientOwners: ReadonlyMap<number, AccountId | null>;
}

export interface UpdateLog {
  /** Null when the document was never created. */
  load(document: PolicyId): Promise<LoadedDocument | null>;
  /**
   * Writes the first state. Rejects with `DocumentExistsError` when there is one.
   */
  create(document: PolicyId, first: NewUpdate): Promise<void>;
  /**
   * Appends rows in order and resolves with the last `seq` once they are
   * durable (fsynced). Calls of one event-loop turn, of all documents, share a
   * commit. Rejects with `StaleEpochError` when `epoch` is not the present one,
   * and with `ClientClaimedError` when a claimed id belongs to another account.
   */
  append(document: PolicyId, epoch: number, updates: readonly NewUpdate[]): Promise<number>;
  /**
   * Stores `snapshot` as covering all rows up to `seq`; loading leaves those rows
   * out from then on, history and attribution keep them. No effect when a newer
   * snapshot is there. Rejects with `StaleEpochError` like `append`, and with a
   * `RangeError` when the log does not reach `seq`.
   */
  compact(
    document: PolicyId,
    epoch: number,
    seq: number,
    snapshot: Uint8Array,
    shape?: SnapshotShape,
  ): Promise<void>;
  /** All rows with seq in (after, upTo], archived ones included, ascending, at most `limit`. */
  history(document: PolicyId, after: number, limit: number): Promise<readonly LoggedUpdate[]>;
  /** Accounts with a `typed` or `command` row with seq > after (and <= upTo when given). */
  authorsSince(document: PolicyId, after: number, upTo?: number): Promise<readonly AccountId[]>;
  /** The past: rows with their epochs, and what is derived from them. */
  readonly archive: Archive;
  close(): Promise<void>;
}

export class DocumentExistsError extends Error {
  override readonly name = "DocumentExistsError";
}

export class StaleEpochError extends Error {
  override readonly name = "StaleEpochError";
}

/** A Yjs client id is bound to another account (model: the clientID map). */
export class ClientClaimedError extends Error {
  override readonly name = "ClientClaimedError";
}
