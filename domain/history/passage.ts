/** What one person wrote in one clause at one stretch. Rules: `RULES.md` (HI). */
import type { AccountId, Cid, EpochMs } from "../ids.ts";
import type { WordMark } from "../versions/word-marks.ts";

/** Pauses up to this long belong to one passage. [HI2] */
export const PAUSE_MS = 5 * 60_000;
/** A passage does not become longer than this. [HI2] */
export const STRETCH_MS = 30 * 60_000;

/** Stands in the place of what was erased, one for each character. [HI10] */
export const ERASED_MARK = "\u2588";

export const PASSAGE_CAUSES = ["typed", "command", "anchor", "repair"] as const;
export type PassageCause = (typeof PASSAGE_CAUSES)[number];

export const PASSAGE_ACTS = [
  /** Words were written or struck. */
  "words",
  /** A new clause, with the words written into it at once. */
  "new",
  "removed",
  /** A removed clause came back. */
  "returned",
  /** Came out of `other`. */
  "split",
  /** Took `other` in. */
  "joined",
  "moved",
  /** Kind, level, number or look. */
  "form",
  "table",
  /** Words that arrived when their clause was gone. [HI6] */
  "lost",
  /** As the document began. Without a clause: the whole of it. [HI7] */
  "first",
] as const;
export type PassageAct = (typeof PASSAGE_ACTS)[number];

export interface Passage {
  readonly id: number;
  /** Log positions of the first and the last row. */
  readonly firstSeq: number;
  readonly seq: number;
  readonly since: EpochMs;
  readonly at: EpochMs;
  /** Null only for the document as a whole. */
  readonly cid: Cid | null;
  /** Null: the system. */
  readonly actor: AccountId | null;
  readonly cause: PassageCause;
  readonly act: PassageAct;
  /** The other clause of a split or a join. */
  readonly other: Cid | null;
  /** What was added and removed, with a few words around; empty where only form or place changed. */
  readonly pieces: readonly WordMark[];
  /** Its author may still be writing. [HI8] */
  readonly open: boolean;
}

/** Where a page ends: the next one begins below it. */
export interface PassagePlace {
  readonly seq: number;
  readonly id: number;
}

export interface PassageQuery {
  readonly cid?: Cid | undefined;
  readonly person?: AccountId | undefined;
  /** Half-open: `from <= at < to`. */
  readonly from?: EpochMs | undefined;
  readonly to?: EpochMs | undefined;
  readonly before?: PassagePlace | undefined;
  readonly limit: number;
}
