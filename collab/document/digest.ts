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
  const parts = clauses.map((clause) =>
    JSON.stringify([clause.cid, clause.kind, clause.level, normaliseText(clauseText(clause))]),
  );
  return toHexString(digest(encodeUtf8(parts.join("\n"))));
}
