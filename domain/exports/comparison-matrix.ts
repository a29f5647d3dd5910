import type { Derived } from "../clauses/citation.ts";
import type { Cid } from "../ids.ts";
import type { Locale } from "../locale.ts";
import type { Comparison, ComparisonRow } from "../versions/compare.ts";
import type { DocCell, DocRun, DocTable } from "./document.ts";
import { inTextOrder, type ExportInput } from "./export-input.ts";
import { exportTexts } from "./exports.intl.ts";
import { answerWords, groupWords, inputWords } from "./input-words.ts";
import { spokenFor } from "./spoken-clauses.ts";

interface Group {
  readonly root: Cid;
  readonly rows: ComparisonRow[];
}

/** Matriks sandingan of two texts. [EX5] */
export function comparisonMatrix(
  before: Derived,
  after: Derived,
  comparison: Comparison,
  inputs: readonly ExportInput[],
  locale: Locale,
): DocTable {
  const t = exportTexts[locale];
  const { columns } = t;
  const heard = inputs.filter(({ state }) => state !== "withdrawn").toSorted(inTextOrder);
  const on = new Map<Cid, ExportInput[]>();
  for (const input of heard) {
    for (const cid of new Set(input.places.map((place) => rootOf(before, after, place.cid))))
      on.set(cid, [...(on.get(cid) ?? []), input]);
  }
  const rows: DocCell[][] = [];
  for (const { root, rows: parts } of groupsOf(before, after, comparison)) {
    const said = on.get(root) ?? [];
    const first = parts[0];
    if (!first || (parts.every((row) => wordless(row)) && said.length === 0)) continue;
    rows.push([
      rows.length + 1,
      sideCell(parts, "before"),
      sideCell(parts, "after"),
      numbered(said, (input) => `${groupWords(input, locale)}: ${inputWords(input, locale)}`),
      numbered(said, (input) => answerWords(input.answer, locale)),
      remarks(parts, locale),
    ]);
  }
  return {
    caption: t.title.comparison,
    columns: [
      { title: columns.no, width: 4 },
      { title: columns.oldWording, width: 28 },
      { title: columns.newWording, width: 28 },
      { title: columns.proposals, width: 20 },
      { title: columns.result, width: 20 },
      { title: columns.basis, width: 14 },
    ],
    rows,
    empty: t.empty.comparison,
  };
}

const rootOf = (before: Derived, after: Derived, cid: Cid): Cid =>
  spokenFor(after, cid) ?? spokenFor(before, cid) ?? cid;

/** Rows that belong to one norm stand together, at the place of the first of them. */
function groupsOf(before: Derived, after: Derived, comparison: Comparison): Group[] {
  const groups = new Map<Cid, Group>();
  for (const row of comparison.rows) {
    const root = rootOf(before, after, row.cid);
    const group = groups.get(root) ?? { root, rows: [] };
    group.rows.push(row);
    groups.set(root, group);
  }
  return [...groups.values()];
}

const wordless = ({ before, after }: ComparisonRow): boolean =>
  (before?.text ?? "") === "" && (after?.text ?? "") === "";

/** One wording with its label before every part, and the words marked that the other has not. */
function sideCell(rows: readonly ComparisonRow[], side: "before" | "after"): DocRun[] {
  const [skipped, mark] =
    side === "before" ? (["added", "removed"] as const) : (["removed", "added"] as const);
  const runs: DocRun[] = [];
  for (const [at, row] of rows.entries()) {
    const shown = row[side];
    if (!shown || (shown.text === "" && shown.label === "")) continue;
    const name = at === 0 && shown.citation !== "" ? shown.citation : shown.label;
    const head = name === "" ? "" : shown.text === "" ? name : at === 0 ? `${name}\n` : `${name} `;
    if (runs.length > 0) runs.push({ text: "\n" });
    if (head !== "") runs.push({ text: head, strong: true });
    const other = side === "before" ? row.after : row.before;
    // Without a counterpart all of it is new or gone.
    const whole = other === undefined && row.marks.length === 0;
    if (whole) runs.push({ text: shown.text, mark });
    for (const { op, text } of row.marks) {
      if (op !== skipped) runs.push(op === "same" ? { text } : { text, mark });
    }
    if (!whole && row.marks.length === 0) runs.push({ text: shown.text });
  }
  return runs.filter(({ text }) => text !== "");
}

const numbered = (inputs: readonly ExportInput[], words: (input: ExportInput) => string): string =>
  inputs.length === 1 && inputs[0]
    ? words(inputs[0])
    : inputs.map((input, at) => `${at + 1}. ${words(input)}`).join("\n");

/** What became of the norm, in words; each thing once. */
function remarks(rows: readonly ComparisonRow[], locale: Locale): string {
  const t = exportTexts[locale];
  const said = rows.flatMap((row) => {
    const relative = row.relative?.citation ?? "";
    const facts = row.facts.flatMap(({ fact }) => {
      if (fact === "new") return [t.added];
      if (fact === "removed") return [t.removed];
      if (fact === "split") return [t.split(relative)];
      if (fact === "merged") return [t.merged(relative)];
      return fact === "moved" && !row.movedWithParent ? [t.moved] : [];
    });
    return row.renumbered && row.before ? [...facts, t.renumbered(row.before.citation)] : facts;
  });
  const unchanged = rows.every((row) => row.unchanged);
  return unchanged ? t.unchanged : [...new Set(said)].join("\n");
}
