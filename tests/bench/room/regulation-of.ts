/** A regulation with so many Pasal of so many ayat each. */
import { regulationText } from "../regulation.ts";

/** Lines of the bench's own regulation, with its Pasal and ayat counted out anew. */
export function regulationOf({ pasal, ayat }: { readonly pasal: number; readonly ayat: number }): string {
  const sample = regulationText(60).split("\n");
  const opening = sample.slice(
    0,
    sample.findIndex((line) => line.startsWith("BAB ")),
  );
  const closing = sample.slice(sample.findIndex((line) => line.startsWith("Ditetapkan")));
  const sentences = sample
    .filter((line) => /^\(\d+\) /.test(line) && line.endsWith("."))
    .map((line) => line.replace(/^\(\d+\) /, ""));
  const lines = ["BAB I", "KETENTUAN"];
  for (let each = 1; each <= pasal; each++) {
    lines.push(`Pasal ${each}`);
    for (let item = 1; item <= ayat; item++)
      lines.push(`(${item}) ${sentences[(each * ayat + item) % sentences.length]}`);
  }
  return [...opening, ...lines, ...closing].join("\n");
}
