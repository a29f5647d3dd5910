/** Comma-separated values (RFC 4180) that spreadsheets open without running anything. */

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function cell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines end in CRLF; a byte order mark tells spreadsheets that it is UTF-8. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

export const csvFile = (rows: readonly (readonly (string | number)[])[]): Blob =>
  new Blob([csv(rows)], { type: "text/csv;charset=utf-8" });
