import { plainText, type DocCell, type DocTable } from "../../domain/exports/document.ts";
import { cleanText } from "./clean-text.ts";

/** What a spreadsheet would take for a formula. [EX7] */
const FORMULA = /^[\s]*[=+\-@\t]/;

function field(cell: DocCell): string {
  if (typeof cell === "number") return String(cell);
  const text = cleanText(plainText(cell));
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * CSV (RFC 4180: comma, CRLF) with a byte order mark, by which spreadsheets
 * know UTF-8. Numbers are numbers; text that would be a formula has an apostrophe before it.
 */
export function toCsv({ columns, rows }: Pick<DocTable, "columns" | "rows">): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(field).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
