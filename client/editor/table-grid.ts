/** Cells of a table while they are edited: rectangular, plain text, never empty. Nothing here changes its argument. */
import type { TableValue } from "../../domain/clauses/clause.ts";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export const columnsOf = ({ rows }: TableValue): number => rows[0]?.length ?? 0;

/** Every row as long as the longest; at least one cell. */
export function rectangular({ head, rows }: TableValue): TableValue {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const full = (rows.length === 0 ? [[]] : rows).map((row) => [
    ...row,
    ...Array.from({ length: columns - row.length }, () => ""),
  ]);
  return { head: Math.min(head, full.length), rows: full };
}

export const emptyTable = (): TableValue => ({
  head: 1,
  rows: Array.from({ length: 3 }, () => ["", "", ""]),
});

export function withCell(table: TableValue, { row, column }: Cell, text: string): TableValue {
  return {
    ...table,
    rows: table.rows.map((cells, index) => (index === row ? cells.with(column, text) : cells)),
  };
}

/** A row of empty cells at `at`; inside the head it belongs to the head. */
export function withRow(table: TableValue, at: number): TableValue {
  const cells = Array.from({ length: columnsOf(table) }, () => "");
  return { head: at < table.head ? table.head + 1 : table.head, rows: table.rows.toSpliced(at, 0, cells) };
}

export function withoutRow(table: TableValue, at: number): TableValue {
  if (table.rows.length < 2) return table;
  return { head: at < table.head ? table.head - 1 : table.head, rows: table.rows.toSpliced(at, 1) };
}

export const withColumn = (table: TableValue, at: number): TableValue => ({
  ...table,
  rows: table.rows.map((cells) => cells.toSpliced(at, 0, "")),
});

export function withoutColumn(table: TableValue, at: number): TableValue {
  if (columnsOf(table) < 2) return table;
  return { ...table, rows: table.rows.map((cells) => cells.toSpliced(at, 1)) };
}

export const withHead = (table: TableValue, head: number): TableValue => ({
  ...table,
  head: Math.max(0, Math.min(head, table.rows.length)),
});

/** Puts what was copied from a spreadsheet in from `at` on; the table grows where it does not fit. */
export function withPasted(table: TableValue, at: Cell, pasted: readonly (readonly string[])[]): TableValue {
  const rows = table.rows.map((cells) => [...cells]);
  for (const [down, cells] of pasted.entries()) {
    const row = (rows[at.row + down] ??= []);
    for (const [along, text] of cells.entries()) {
      while (row.length < at.column + along) row.push("");
      row[at.column + along] = text;
    }
  }
  return rectangular({ ...table, rows });
}

/**
 * The cells in text as spreadsheets copy it: a row a line, cells by tabs, a cell
 * with a line break or a tab in quotes. Null when it is a single cell.
 */
export function readSpreadsheet(text: string): string[][] | null {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, quoted, plain, end] = match;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"').trim());
    if (end === "" || whole === "") break;
    if (end !== "\t") {
      if (pattern.lastIndex >= text.length) break;
      rows.push([]);
    }
  }
  const single = rows.length === 1 && rows[0]?.length === 1;
  return single ? null : rows;
}
