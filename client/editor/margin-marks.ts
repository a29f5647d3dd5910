/**
 * What the style sheet prints beside a clause or lays out by its place in the
 * order. As attributes, because a selector that looks along thousands of
 * siblings is worked out anew for all of them with every new clause.
 */
import type { Clause, ClauseKind } from "../../domain/clauses/clause.ts";

/** Attributes of a clause's element by their name in `dataset`; "" is an attribute without value, undefined none. */
export interface MarginMarks {
  readonly label: string | undefined;
  /** The first of a kind that prints a word before itself ("Menimbang :"), or a title above. */
  readonly first: "term" | "penjelasan-umum" | "penjelasan-pasal" | undefined;
  /** An item of the opening or of a dictum: it stands under the words it belongs to. */
  readonly opening: "" | undefined;
  /** A Pasal right below a heading: they stand closer. */
  readonly headed: "" | undefined;
}

const TERMS: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  "menimbang",
  "mengingat",
  "memperhatikan",
  "kepada",
  "untuk",
  "menetapkan",
  "tembusan",
]);
const ITEMS: ReadonlySet<ClauseKind> = new Set<ClauseKind>(["huruf", "angka", "subhuruf", "subangka"]);
/** With the first of these the opening and the dicta are over. */
const AFTER_OPENING: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  "pasal",
  "lampiran",
  "penutup",
  "penjelasan-umum",
]);
const HEADINGS: ReadonlySet<ClauseKind> = new Set<ClauseKind>(["buku", "bab", "bagian", "paragraf"]);

/** One entry per clause. `labels` is parallel to `clauses`. */
export function marginMarks(clauses: readonly Clause[], labels: readonly string[]): MarginMarks[] {
  const seen = new Set<ClauseKind>();
  let opening = true;
  return clauses.map(({ kind }, index) => {
    if (AFTER_OPENING.has(kind)) opening = false;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    const above = clauses[index - 1]?.kind;
    return {
      label: labels[index] || undefined,
      first: isFirst ? firstOf(kind) : undefined,
      opening: opening && ITEMS.has(kind) ? "" : undefined,
      headed: kind === "pasal" && above && HEADINGS.has(above) ? "" : undefined,
    };
  });
}

function firstOf(kind: ClauseKind): MarginMarks["first"] {
  if (kind === "penjelasan-umum" || kind === "penjelasan-pasal") return kind;
  return TERMS.has(kind) ? "term" : undefined;
}

const MARKS = ["label", "first", "opening", "headed"] as const;

/** Writes the marks on a clause's element, where they differ from `before`. */
export function setMarginMarks(element: HTMLElement, marks: MarginMarks, before?: MarginMarks): void {
  for (const name of MARKS) {
    const value = marks[name];
    if (before && before[name] === value) continue;
    if (value === undefined) delete element.dataset[name];
    else element.dataset[name] = value;
  }
}

export const sameMarks = (a: MarginMarks, b: MarginMarks): boolean =>
  MARKS.every((name) => a[name] === b[name]);
