/** Wire of the history of a text: who wrote what. */
import * as v from "valibot";
import { isCid, type AccountId, type Cid, type EpochMs } from "../ids.ts";
import { idSchema, pageQueryEntries, type Page } from "../wire-text.ts";
import type { WordMark } from "../versions/word-marks.ts";
import type { PassageAct, PassageCause } from "./passage.ts";

const instantSchema = v.pipe(v.string(), v.regex(/^[0-9]{1,15}$/), v.transform(Number));

/** GET /api/policies/:policyId/history?cid&person&from&to&cursor&limit: newest first; `from` <= at < `to`, in UTC milliseconds. */
export const historyQuerySchema = v.strictObject({
  ...pageQueryEntries,
  cid: v.optional(v.custom<Cid>(isCid, "ulid")),
  person: v.optional(idSchema<AccountId>()),
  from: v.optional(instantSchema),
  to: v.optional(instantSchema),
});

export interface PersonNamed {
  readonly id: AccountId;
  readonly name: string;
}

/** A clause as it is named in the live text; the place is "" for one that has no name or is there no more. */
export interface ClauseNamed {
  readonly cid: Cid;
  readonly place: string;
  readonly gone: boolean;
}

/** One passage: what one person wrote in one clause at one stretch. */
export interface PassageView {
  readonly id: number;
  readonly since: EpochMs;
  readonly at: EpochMs;
  /** Absent: the system. */
  readonly person?: PersonNamed;
  readonly cause: PassageCause;
  readonly act: PassageAct;
  /** Absent: the document as a whole. */
  readonly clause?: ClauseNamed;
  /** The other clause of a split or a join. */
  readonly other?: ClauseNamed;
  /** What was added and removed, with a few words around. */
  readonly pieces: readonly WordMark[];
  /** The person may still be writing it. */
  readonly open?: true;
}

export interface HistoryView extends Page<PassageView> {
  /** Everyone who wrote in this text, who wrote last first. */
  readonly people: readonly PersonNamed[];
  /** Where `done` is less than `of`, older writing is still being gathered: ask again. */
  readonly progress: { readonly done: number; readonly of: number };
}
