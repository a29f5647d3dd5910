/** What a document is, whatever it is rendered as (RULES.md EX1). */
import type { Locale } from "../locale.ts";

export interface DocRun {
  readonly text: string;
  /** Of a comparison: only in the later, only in the earlier wording. */
  readonly mark?: "added" | "removed";
  readonly strong?: true;
}

/** Text with `\n` between its lines, or a number. */
export type DocCell = string | number | readonly DocRun[];

export interface DocColumn {
  readonly title: string;
  /** Share of the width, in any unit. */
  readonly width: number;
}

export interface DocTable {
  readonly caption: string;
  readonly columns: readonly DocColumn[];
  readonly rows: readonly (readonly DocCell[])[];
  /** What stands there instead of rows. */
  readonly empty: string;
}

export type DocBlock =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** Names and values, such as figures. */
  | { readonly type: "facts"; readonly items: readonly (readonly [name: string, value: string])[] }
  | { readonly type: "table"; readonly table: DocTable };

export interface DocumentModel {
  readonly locale: Locale;
  readonly title: string;
  /** The draft, on one line. */
  readonly subtitle: string;
  /** Which text, which consultation, when it was made. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly blocks: readonly DocBlock[];
  readonly landscape: boolean;
}

export const plainText = (cell: DocCell): string =>
  typeof cell === "number"
    ? String(cell)
    : typeof cell === "string"
      ? cell
      : cell.map(({ text }) => text).join("");

export const tablesOf = ({ blocks }: Pick<DocumentModel, "blocks">): DocTable[] =>
  blocks.flatMap((block) => (block.type === "table" ? [block.table] : []));

/** Building a DOCX takes about a millisecond and 0.1 MB a row, in one go: nobody else is served meanwhile. [EX9] */
export const DOCX_MAX_ROWS = 1_500;

export const fitsDocx = (model: Pick<DocumentModel, "blocks">): boolean =>
  tablesOf(model).reduce((sum, { rows }) => sum + rows.length, 0) <= DOCX_MAX_ROWS;

/** A name for a file: letters, digits and hyphens, at most 80. */
export function fileNameOf(...parts: readonly string[]): string {
  const name = parts
    .join(" ")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return name.slice(0, 80).replaceAll(/^-+|-+$/g, "") || "dokumen";
}
