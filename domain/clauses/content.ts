/**
 * Canonical content of a text and its hash (RULES.md CL24 to CL26): what an
 * approval binds to. RFC 8785 JSON, SHA-256. Labels are inside, so that a
 * change of numbering cannot hide; references are outside, they only point.
 */
import canonicalize from "canonicalize";
import type { AuthorityId } from "../ids.ts";
import {
  clauseText,
  type Clause,
  type ClauseKind,
  type ClauseLevel,
  type DocumentType,
  type Run,
  type TableValue,
} from "./clause.ts";
import { deriveLabels } from "./labels.ts";
import { normaliseClause, normaliseText } from "./normalise.ts";
import { sha256Hex } from "../sha256.ts";

/** The form that new versions are frozen under. */
export const CONTENT_SCHEMA = 1;

export interface ContentInput {
  readonly documentType: DocumentType;
  readonly authorityId: AuthorityId;
  readonly clauses: readonly Clause[];
}

/** Absent keys are left out, never null or false. */
export interface ContentClause {
  readonly cid: string;
  readonly kind: ClauseKind;
  /** As printed; empty if none. */
  readonly label: string;
  readonly level: ClauseLevel;
  readonly runs: readonly { readonly text: string; readonly bold?: true; readonly italic?: true }[];
  readonly quoted?: true;
  readonly explains?: string;
  readonly value?: TableValue;
}

export interface Content {
  readonly schema: number;
  readonly documentType: DocumentType;
  readonly authorityId: string;
  readonly title: string;
  readonly clauses: readonly ContentClause[];
}

/** The clause that holds the title of the text itself. */
export const titleClauseOf = (clauses: readonly Clause[]): Clause | undefined =>
  clauses.find((clause) => clause.kind === "judul" && !clause.quoted);

/** The title in one line: the first `judul` that is not quoted, its lines joined by spaces. Empty if there is none. */
export function titleOf(clauses: readonly Clause[]): string {
  const judul = titleClauseOf(clauses);
  return judul ? normaliseText(clauseText(judul)).replace(/\s+/gu, " ").trim() : "";
}

/** Every canonical form that versions were ever frozen under; none is ever changed or removed. */
const FORMS: ReadonlyMap<number, (input: ContentInput) => Content> = new Map([[1, contentOfSchema1]]);

function contentOfSchema1({ documentType, authorityId, clauses }: ContentInput): Content {
  // References go first: borders that only they made vanish with them.
  const normal = clauses.map((clause) =>
    normaliseClause({ ...clause, runs: clause.runs.map(withoutReference) }),
  );
  const labels = deriveLabels(normal);
  return {
    schema: 1,
    documentType,
    authorityId,
    title: titleOf(normal),
    clauses: normal.map(({ cid, kind, level, runs, quoted, explains, value }, index) => ({
      cid,
      kind,
      label: labels[index] ?? "",
      level,
      runs,
      ...(quoted ? { quoted } : {}),
      ...(explains === undefined ? {} : { explains }),
      ...(value === undefined ? {} : { value }),
    })),
  };
}

function withoutReference({ text, bold, italic }: Run): Run {
  return { text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
}

/** Content of a text under a schema. Throws on a schema that never was. */
export function contentOf(input: ContentInput, schema: number = CONTENT_SCHEMA): Content {
  const form = FORMS.get(schema);
  if (!form) throw new Error(`No canonical form has schema ${schema}`);
  return form(input);
}

/** The hashed bytes as text: RFC 8785. */
export function canonicalJson(content: Content): string {
  const json = canonicalize(content);
  if (json === undefined) throw new Error("Content has no JSON form");
  return json;
}

/** Hash of a text under a schema: 64 lower-case hexadecimal digits. */
export async function contentHash(input: ContentInput, schema: number = CONTENT_SCHEMA): Promise<string> {
  return sha256Hex(canonicalJson(contentOf(input, schema)));
}
