/**
 * A short hash over what everyone must see alike: the order, ids, places and
 * words of the clauses. Editor and room compare theirs when both are idle; a
 * difference means that an editor no longer shows the document.
 */
import { toHexString } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import { encodeUtf8 } from "lib0/string";
import { clauseText } from "../../domain/clauses/clause.ts";
import { normaliseText } from "../../domain/clauses/normalise.ts";
import type { Clause } from "../../domain/clauses/clause.ts";

/** 64 hexadecimal digits; equal for equal (cid, kind, level, text) in equal order. Marks do not count. */
export function digestClauses(clauses: readonly Clause[]): string {
  return toHexString(digest(encodeUtf8(clauses.map(digestPart).join("\n"))));
}

/** What a clause adds to the digest: the parts of all, joined by line feeds, are hashed. */
export const digestPart = (clause: Clause): string =>
  JSON.stringify([clause.cid, clause.kind, clause.level, normaliseText(clauseText(clause))]);

/** 32 hexadecimal digits that name a state vector: two replicas with one have been sent the same words. */
export const nameState = (stateVector: Uint8Array): string =>
  toHexString(digest(stateVector)).slice(0, 2 * STATE_NAME_BYTES);

export const STATE_NAME_BYTES = 16;
