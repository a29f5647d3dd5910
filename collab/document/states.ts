/**
 * Everything we know about a clause or a text lives in NodeState, which the
 * binding writes as attributes with the prefix `s_` (`wire.ts`). Every state
 * has `null` (or level 0) as default and unparses it to null, so that absent
 * keys are left out on the wire, never written as null, false or 0.
 */
import { createState, NODE_STATE_KEY } from "lexical";
import type { LexicalNode, StateConfig } from "lexical";
import { CLAUSE_KINDS } from "../../domain/clauses/clause.ts";
import type { ClauseKind, ClauseLevel, TableValue } from "../../domain/clauses/clause.ts";
import { withoutControls } from "./characters.ts";
import { isCid } from "../../domain/ids.ts";
import type { Cid } from "../../domain/ids.ts";

const KINDS: ReadonlySet<unknown> = new Set(CLAUSE_KINDS);

/** Longest printed ordinal that we accept: `number` is `19A`, `XIIA`, `KESATU`. */
export const MAX_NUMBER_LENGTH = 64;

export const isClauseKind = (value: unknown): value is ClauseKind => KINDS.has(value);

export const isClauseLevel = (value: unknown): value is ClauseLevel =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 4;

export const isClauseNumber = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MAX_NUMBER_LENGTH;

const parseCid = (value: unknown): Cid | null => (isCid(value) ? value : null);
const parseTrue = (value: unknown): true | null => (value === true ? true : null);

export const cidState = createState("cid", { parse: parseCid, resetOnCopyNode: true });
export const kindState = createState("kind", {
  parse: (value): ClauseKind | null => (isClauseKind(value) ? value : null),
});
export const levelState = createState("level", {
  parse: (value): ClauseLevel => (isClauseLevel(value) ? value : 0),
  unparse: (level) => (level === 0 ? null : level),
});
export const numberState = createState("number", {
  parse: (value): string | null => (isClauseNumber(value) ? value : null),
});
export const quotedState = createState("quoted", { parse: parseTrue });
export const explainsState = createState("explains", { parse: parseCid });
/** JSON text of a `TableValue`, kept as text so that equality stays cheap. */
export const valueState = createState("value", {
  parse: (value): string | null => (typeof value === "string" && parseTableValue(value) ? value : null),
});
export const fromState = createState("from", { parse: parseCid, resetOnCopyNode: true });

/** On a text: the cid of the deepest target its words refer to. */
export const refState = createState("ref", { parse: parseCid });

export const MERGED_STATE_PREFIX = "m:";
export const COMMENT_STATE_PREFIX = "c:";

const dynamicStates = new Map<string, StateConfig<string, true | null>>();

function flagState(key: string): StateConfig<string, true | null> {
  let state = dynamicStates.get(key);
  if (state === undefined) {
    state = createState(key, { parse: parseTrue });
    dynamicStates.set(key, state);
  }
  return state;
}

/** The state that notes that the clause took `cid` in: one key per clause, never a list. */
export const mergedState = (cid: Cid) => flagState(MERGED_STATE_PREFIX + cid);

/** The state that anchors a comment thread on a text; the server writes it, editing only carries it along. */
export const commentState = (threadId: string) => flagState(COMMENT_STATE_PREFIX + threadId);

/** The keys of `node`'s state that are set, known or not. */
export function stateKeys(node: LexicalNode): string[] {
  const record = node.exportJSON()[NODE_STATE_KEY];
  if (record === undefined) return [];
  return Object.keys(record).filter((key) => (record as Record<string, unknown>)[key] != null);
}

/** The clauses that a clause noted as taken in, from its state keys. */
export function mergedCids(keys: readonly string[]): Cid[] {
  const cids: Cid[] = [];
  for (const key of keys) {
    if (!key.startsWith(MERGED_STATE_PREFIX)) continue;
    const cid = key.slice(MERGED_STATE_PREFIX.length);
    if (isCid(cid)) cids.push(cid);
  }
  return cids.toSorted();
}

/** The table in the JSON text, or undefined when it is none. */
export function parseTableValue(json: string): TableValue | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { head, rows, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return undefined;
  if (typeof head !== "number" || !Number.isInteger(head) || head < 0) return undefined;
  if (!Array.isArray(rows) || head > rows.length) return undefined;
  const plain = rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === "string"));
  return plain ? { head, rows: rows as string[][] } : undefined;
}

/** The one spelling of a table on the wire. */
export const tableValueJson = (value: TableValue): string =>
  JSON.stringify({ head: value.head, rows: value.rows.map((row) => row.map(cellText)) });

// A cell may have several lines.
const cellText = (text: string): string => text.toWellFormed().split(/\r?\n/).map(withoutControls).join("\n");
