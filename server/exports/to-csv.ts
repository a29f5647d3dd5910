import { csv } from "../../domain/exports/csv.ts";
import { plainText, type DocCell, type DocTable } from "../../domain/exports/document.ts";
import { cleanText } from "./clean-text.ts";

const cell = (content: DocCell): string | number =>
  typeof content === "number" ? content : cleanText(plainText(content));

export const toCsv = ({ columns, rows }: Pick<DocTable, "columns" | "rows">): string =>
  csv([columns.map(({ title }) => title), ...rows].map((row) => row.map(cell)));
