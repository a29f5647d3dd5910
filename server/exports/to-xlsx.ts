import type { CellObject, Sheet } from "write-excel-file/universal";
import { plainText, type DocCell, type DocTable } from "../../domain/exports/document.ts";
import { cleanText } from "./clean-text.ts";

/** Most characters that Excel takes in a cell. */
const MAX_CELL = 32_767;
/** Widest column, in characters. */
const MAX_WIDTH = 60;

/** Text cells are inline strings, never formulas, whatever they begin with. [EX7] */
function cellOf(cell: DocCell): CellObject {
  if (typeof cell === "number" && Number.isFinite(cell)) {
    return { type: Number, value: cell, alignVertical: "top" };
  }
  // Excel reads `_x0041_` in a text as a character by its number.
  const text = cleanText(plainText(cell)).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const value = text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL - 1)}…`;
  return { type: String, value, wrap: true, alignVertical: "top" };
}

/** At most 31 characters, without those that Excel forbids, each once. */
function sheetNames(tables: readonly Pick<DocTable, "caption">[]): string[] {
  const names: string[] = [];
  for (const { caption } of tables) {
    const base =
      cleanText(caption)
        .replaceAll(/[[\]:*?/\\\n\t]+/g, " ")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || "Tabel";
    let name = base.slice(0, 31).trim();
    for (let count = 2; names.some((each) => each.toLowerCase() === name.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      name = base.slice(0, 31 - suffix.length).trim() + suffix;
    }
    names.push(name);
  }
  return names;
}

/** A workbook with one sheet per table: a header that stays, columns as wide as they are in the document. Needs at least one table. */
export async function toXlsx(tables: readonly DocTable[]): Promise<Uint8Array<ArrayBuffer>> {
  if (tables.length === 0) throw new RangeError("a workbook without tables");
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  const names = sheetNames(tables);
  const sheets = tables.map(({ columns, rows, empty }, at): Sheet<Blob> => {
    const total = columns.reduce((sum, { width }) => sum + width, 0) || 1;
    const header = columns.map(({ title }): CellObject => ({ ...cellOf(title), fontWeight: "bold" }));
    const body = rows.length > 0 ? rows.map((row) => row.map(cellOf)) : [[cellOf(empty)]];
    return {
      sheet: names[at] ?? `Tabel ${at + 1}`,
      data: [header, ...body],
      columns: columns.map(({ width }) => ({
        width: Math.min(MAX_WIDTH, Math.max(6, (width / total) * 170)),
      })),
      stickyRowsCount: 1,
      orientation: "landscape",
    };
  });
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
