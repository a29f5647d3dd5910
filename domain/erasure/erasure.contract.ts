/** Wire of erasing words from a text and its past, in two steps. Rules: `RULES.md` (ER). */
import * as v from "valibot";
import { isCid, type Cid } from "../ids.ts";
import { lineSchema } from "../wire-text.ts";
import { TERMS_MAX, WORDS_MAX_LENGTH, WORDS_MIN_LENGTH } from "./erasure.ts";

const wordsSchema = v.pipe(lineSchema(WORDS_MAX_LENGTH), v.minLength(WORDS_MIN_LENGTH));

const terms = {
  words: v.pipe(v.array(wordsSchema), v.maxLength(TERMS_MAX)),
  cids: v.pipe(v.array(v.custom<Cid>(isCid, "ulid")), v.maxLength(TERMS_MAX)),
};

/** POST /api/policies/:policyId/erasures/preview: what erasing would do; changes nothing. -> 200 ErasurePreview */
export const previewErasureSchema = v.pipe(
  v.strictObject(terms),
  v.forward(
    v.check(({ words, cids }) => words.length + cids.length > 0, "required"),
    ["words"],
  ),
);
export type PreviewErasure = v.InferOutput<typeof previewErasureSchema>;

/** A token of what was shown. */
const tokenSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** POST /api/policies/:policyId/erasures: does what the preview showed. -> 200 ErasureDone */
export const eraseSchema = v.strictObject({ ...terms, basis: lineSchema(300), token: tokenSchema });
export type Erase = v.InferOutput<typeof eraseSchema>;

export interface VersionToErase {
  readonly number: number;
  readonly label: string;
  /** How often words stand in it; 0 where only its stored past holds some. */
  readonly count: number;
  readonly approved: boolean;
  readonly published: boolean;
}

export interface ErasurePreview {
  /** Clauses of the live text. */
  readonly live: readonly { readonly cid: Cid; readonly place: string; readonly count: number }[];
  /** Rows of the past. */
  readonly rows: number;
  readonly versions: readonly VersionToErase[];
  /** Connections to the text that will be closed. */
  readonly connections: number;
  /** Inputs, quotes and answers on this policy with these words, which this does not reach. */
  readonly elsewhere: number;
  readonly token: string;
}

export interface ErasureDone {
  readonly epoch: number;
  readonly live: number;
  readonly rows: number;
  /** Numbers of the versions that were changed. */
  readonly versions: readonly number[];
  /** Whether free pages and logs of the store were emptied, too. */
  readonly scrubbed: boolean;
}
