/**
 * Reads the clauses of a document straight from Yjs, without Lexical. Nothing
 * outside the schema is skipped in silence: it throws and names the place.
 */
import { XmlElement, XmlText } from "yjs";
import type { Doc } from "yjs";
import type { Clause, Run } from "../../domain/clauses/clause.ts";
import { normaliseRuns } from "../../domain/clauses/normalise.ts";
import { isCid } from "../../domain/ids.ts";
import type { Cid } from "../../domain/ids.ts";
import { DocumentFormatError } from "./errors.ts";
import { pushRun } from "./runs.ts";
import { isClauseKind, isClauseLevel, isClauseNumber, parseTableValue } from "./states.ts";
import {
  CLAUSE_ATTRIBUTES,
  COMMENT_PREFIX,
  ELEMENTS,
  FORMAT_BOLD,
  FORMAT_ITALIC,
  MERGED_PREFIX,
  ROOT_NAME,
  TEXT_ATTRIBUTES,
} from "./wire.ts";

/** What became of a clause, beside its content. Only clauses that have one of them. */
export interface ClauseOrigins {
  readonly cid: Cid;
  readonly from?: Cid;
  readonly merged?: readonly Cid[];
}

export interface ReadDocument {
  readonly clauses: readonly Clause[];
  readonly origins: readonly ClauseOrigins[];
}

export const rootOf = (doc: Doc): XmlElement => doc.get(ROOT_NAME, XmlElement) as XmlElement;

/** All clauses in order. Throws `DocumentFormatError` for whatever `wire.ts` does not list. */
export function readDocument(doc: Doc): ReadDocument {
  const clauses: Clause[] = [];
  const origins: ClauseOrigins[] = [];
  for (const [index, element] of rootOf(doc).toArray().entries()) {
    const { clause, from, merged } = readClause(element, index);
    clauses.push(clause);
    if (from !== undefined || merged.length > 0) {
      origins.push({
        cid: clause.cid,
        ...(from !== undefined && { from }),
        ...(merged.length > 0 && { merged }),
      });
    }
  }
  return { clauses, origins };
}

interface ReadClause {
  readonly clause: Clause;
  readonly from: Cid | undefined;
  readonly merged: readonly Cid[];
}

/** One element of the root; `index` (from 0) only names the place in an error. */
export function readClause(element: unknown, index: number): ReadClause {
  if (!(element instanceof XmlElement) || element.nodeName !== ELEMENTS.clause) {
    throw new DocumentFormatError(`element ${index + 1}`, "not a clause");
  }
  const attributes = readAttributes(element, `clause ${index + 1}`);
  const { cid, kind, level, number, quoted, explains, value } = attributes;
  const clause: Clause = {
    cid,
    kind,
    level,
    runs: readRuns(element, `clause ${index + 1} (${cid})`),
    ...(number !== undefined && { number }),
    ...(quoted && { quoted }),
    ...(explains !== undefined && { explains }),
    ...(value !== undefined && { value }),
  };
  return { clause, from: attributes.from, merged: attributes.merged.toSorted() };
}

function readAttributes(element: XmlElement, place: string) {
  const all: Record<string, unknown> = element.getAttributes();
  const need = <T>(key: string, valid: (value: unknown) => value is T): T => {
    const value = all[key];
    if (!valid(value)) throw new DocumentFormatError(place, `attribute ${key} is ${describe(value)}`);
    return value;
  };
  const may = <T>(key: string, valid: (value: unknown) => value is T): T | undefined =>
    all[key] == null ? undefined : need(key, valid);
  const merged: Cid[] = [];
  for (const key of Object.keys(all)) {
    if (KNOWN.has(key) || all[key] == null) continue;
    const cid = key.startsWith(MERGED_PREFIX) ? key.slice(MERGED_PREFIX.length) : "";
    if (!isCid(cid) || all[key] !== true) throw new DocumentFormatError(place, `attribute ${key} is unknown`);
    merged.push(cid);
  }
  const json = may(CLAUSE_ATTRIBUTES.value, isString);
  const value = json === undefined ? undefined : parseTableValue(json);
  if (json !== undefined && value === undefined)
    throw new DocumentFormatError(place, "attribute s_value is no table");
  return {
    cid: need(CLAUSE_ATTRIBUTES.cid, isCid),
    kind: need(CLAUSE_ATTRIBUTES.kind, isClauseKind),
    level: may(CLAUSE_ATTRIBUTES.level, isClauseLevel) ?? 0,
    number: may(CLAUSE_ATTRIBUTES.number, isClauseNumber),
    quoted: may(CLAUSE_ATTRIBUTES.quoted, isTrue),
    explains: may(CLAUSE_ATTRIBUTES.explains, isCid),
    from: may(CLAUSE_ATTRIBUTES.from, isCid),
    value,
    merged,
  };
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(CLAUSE_ATTRIBUTES));
const isString = (value: unknown): value is string => typeof value === "string";
const isTrue = (value: unknown): value is true => value === true;
const describe = (value: unknown): string => (value === undefined ? "missing" : "not valid");

/** The runs of a clause element in normal form: equal neighbours merged, NFC, line breaks as `\n`. */
export function readRuns(element: XmlElement, place: string): readonly Run[] {
  const runs: Run[] = [];
  for (const child of element.toArray()) {
    if (child instanceof XmlText) readText(child, place, runs);
    else if (child instanceof XmlElement && child.nodeName === ELEMENTS.linebreak && child.length === 0) {
      pushRun(runs, { text: "\n" });
    } else throw new DocumentFormatError(place, "an element that is no line break");
  }
  return runs.every(({ text }) => PLAIN.test(text)) ? runs : normaliseRuns(runs);
}

// Text that is in normal form whatever it is joined with, which nearly all of it is.
// oxlint-disable-next-line no-control-regex
const PLAIN = /^[\u0000-\u02ff]*$/;

interface TextOp {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function readText(text: XmlText, place: string, runs: Run[]): void {
  for (const { insert, attributes } of text.toDelta() as TextOp[]) {
    if (typeof insert !== "string") throw new DocumentFormatError(place, "something that is no text");
    pushRun(
      runs,
      attributes === undefined ? { text: insert } : { text: insert, ...readMarks(attributes, place) },
    );
  }
}

function readMarks(attributes: Readonly<Record<string, unknown>>, place: string): Omit<Run, "text"> {
  const marks: { bold?: true; italic?: true; ref?: Cid } = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value == null || key === TEXT_ATTRIBUTES.index) continue;
    if (key === TEXT_ATTRIBUTES.properties) {
      const format = readFormat(value);
      if (format === undefined) throw new DocumentFormatError(place, "a text property that is no format");
      if ((format & FORMAT_BOLD) !== 0) marks.bold = true;
      if ((format & FORMAT_ITALIC) !== 0) marks.italic = true;
    } else if (key === TEXT_ATTRIBUTES.ref) {
      if (!isCid(value)) throw new DocumentFormatError(place, "a reference that is no cid");
      marks.ref = value;
    } else if (!key.startsWith(COMMENT_PREFIX)) {
      throw new DocumentFormatError(place, `text attribute ${key} is unknown`);
    }
  }
  return marks;
}

function readFormat(properties: unknown): number | undefined {
  if (typeof properties !== "object" || properties === null) return undefined;
  const { __format, ...rest } = properties as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return undefined;
  return __format === undefined || Number.isInteger(__format)
    ? ((__format as number | undefined) ?? 0)
    : undefined;
}
