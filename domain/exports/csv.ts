/** Comma-separated values that spreadsheets open without running anything. */

/** What a spreadsheet would take for a formula (OWASP, CSV injection). [EX7] */
const FORMULA = /^\s*[=+\-@\t\r]/;

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * CSV (RFC 4180: comma, CRLF) with a byte order mark, by which spreadsheets
 * know UTF-8. Numbers are numbers; text that would be a formula has an apostrophe before it.
 */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
