import type { Clause } from "../clauses/clause.ts";
import type { Draft } from "./drafts.ts";

/** A clause as it is stored: one run without marks, and only the keys that are set. */
export function draftToClause(draft: Draft): Clause {
  return {
    cid: draft.cid,
    kind: draft.kind,
    level: draft.level,
    runs: draft.text === "" ? [] : [{ text: draft.text }],
    ...(draft.number !== undefined && { number: draft.number }),
    ...(draft.quoted && { quoted: true }),
    ...(draft.explains !== undefined && { explains: draft.explains }),
    ...(draft.value !== undefined && { value: draft.value }),
  };
}
