import type { Clause } from "../../domain/clauses/clause.ts";
import type { Origins } from "../../domain/versions/lineage.ts";
import type { ComparedText } from "../../domain/versions/versions.contract.ts";
import type { ClauseOrigins } from "../document-rooms.ts";

/** One side of a comparison: a version, or the live text. */
export interface SideText {
  readonly described: ComparedText;
  readonly clauses: readonly Clause[];
  readonly origins: readonly ClauseOrigins[];
}

export const originsForComparison = ({ origins }: SideText): Origins =>
  new Map(origins.map(({ cid, ...origin }) => [cid, origin]));
