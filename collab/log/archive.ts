/**
 * The past of a document as the log keeps it: every row with who wrote it and
 * when, and what is derived from the rows (`../history`). Kept in the same
 * database as the rows: `rooms.db` on Node, the document's own object on Cloudflare.
 */
import type { AccountId, Cid, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { Passage, PassageQuery } from "../../domain/history/passage.ts";
import type { LoggedUpdate, NewUpdate } from "./update-log.ts";

export interface ArchivedRow extends LoggedUpdate {
  readonly epoch: number;
  /** The epoch begins here with its whole content: nothing before this row is needed to read on. */
  readonly wholeState: boolean;
}

export interface ArchiveHead {
  readonly epoch: number;
  readonly lastSeq: number;
}

/** How far the derivation has come. Forms of another `format` are thrown away. */
export interface HistoryProgress {
  readonly format: number;
  /** All rows up to here are derived. */
  readonly seq: number;
  /** JSON of what was still open then. */
  readonly open: string;
  /** The document at `seq` with all its tombstones. */
  readonly state: Uint8Array;
}

export interface NewPassage extends Omit<Passage, "id"> {
  /** The row at which it was complete; null while it may still grow. */
  readonly settledSeq: number | null;
}

/** `cid` holds words that stood in `other` up to row `seq`. */
export interface ClauseLine {
  readonly cid: Cid;
  readonly seq: number;
  readonly other: Cid;
}

/** What erasing puts in the place of a document's past. */
export interface ErasedPast {
  /** The head that was read; when it moved meanwhile nothing happens. */
  readonly head: ArchiveHead;
  /** Rows to be written anew, with other bytes. */
  readonly rows: readonly { readonly seq: number; readonly update: Uint8Array }[];
  /** The first row of the new epoch. */
  readonly state: NewUpdate;
}

export interface Archive {
  /** Null when the document was never created. */
  head(document: PolicyId): Promise<ArchiveHead | null>;
  /** Rows with seq in (after, after + limit], ascending. */
  rows(document: PolicyId, after: number, limit: number): Promise<readonly ArchivedRow[]>;
  /** Null when nothing is derived yet. */
  progress(document: PolicyId): Promise<HistoryProgress | null>;
  /** Without `state` only passages are written: after a crash those beyond the kept progress are derived again. */
  keep(
    document: PolicyId,
    derived: {
      readonly settled: readonly NewPassage[];
      /** Replace those that were open before. */
      readonly open: readonly NewPassage[];
      readonly lines: readonly ClauseLine[];
      readonly progress: HistoryProgress | null;
    },
  ): Promise<void>;
  /** Forgets what was derived after row `seq` (0: all of it). */
  forgetDerived(document: PolicyId, seq: number): Promise<void>;
  /** Newest first; with `cid` also of the clauses whose words it holds, up to where it took them over. */
  passages(document: PolicyId, query: PassageQuery): Promise<readonly Passage[]>;
  /** Everyone who wrote anything that is derived, with the time of the last. */
  writers(document: PolicyId): Promise<readonly { readonly actor: AccountId; readonly at: EpochMs }[]>;
  /**
   * Writes rows anew, forgets snapshots and everything derived, and begins the next epoch, whose whole content is
   * `state` and to which no client id belongs yet, all at once.
   * Answers with the epoch. Rejects with `StaleEpochError` when the head moved.
   */
  erase(document: PolicyId, past: ErasedPast): Promise<number>;
}
