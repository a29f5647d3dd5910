import { readdirSync, readFileSync } from "node:fs";
import type { Cid } from "../../domain/ids.ts";
import { parseRegulation, type ParsedRegulation } from "../../domain/parsing/parse-regulation.ts";
import { presentParse } from "../../domain/parsing/present-parse.ts";

export const CORPUS = new URL("../vectors/corpus/", import.meta.url);
export const SAMPLES = new URL("../vectors/parsing/", import.meta.url);
export const OUTLINES = new URL("../vectors/outlines/", import.meta.url);

/** Cids in order, the same in every run. */
export function countingCids(): () => Cid {
  let next = 0;
  return () => String(++next).padStart(26, "0") as Cid;
}

export const textsIn = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();

export const readText = (folder: URL, name: string): string => readFileSync(new URL(name, folder), "utf8");

export const parse = (text: string): ParsedRegulation => parseRegulation(text, { newCid: countingCids() });

const bare = (text: string): string => text.replace(/\s+/g, "");

/** What the parse kept, without white space: labels and texts in order. */
export const keptOf = (parsed: ParsedRegulation): string =>
  bare(
    presentParse(parsed)
      .clauses.map(({ label, text }) => label + text)
      .join(""),
  );

/** What it had to keep: the source without the exact characters of `dropped` warnings on their lines. */
export function sourceWithoutDropped(source: string, parsed: ParsedRegulation): string {
  const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/);
  for (const { code, line, text } of parsed.warnings) {
    if (code !== "dropped" || text === undefined) continue;
    const before = lines[line - 1] ?? "";
    if (!before.includes(text))
      throw new Error(`Line ${line} does not hold the dropped ${JSON.stringify(text)}`);
    lines[line - 1] = before.replace(text, "");
  }
  return bare(lines.join("\n"));
}

/** One clause per line: line, kind (with * if quoted), level, label, first words. */
export function outlineOf(parsed: ParsedRegulation): string {
  const rows = presentParse(parsed).clauses.map(({ line, kind, level, label, text, quoted }) => {
    const words = text.replace(/\s+/g, " ");
    const first = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
    return `${String(line).padStart(4)} ${(kind + (quoted ? "*" : "")).padEnd(16)} ${level} ${label.padEnd(12)} ${first}`.trimEnd();
  });
  return `${rows.join("\n")}\n`;
}
