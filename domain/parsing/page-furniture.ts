/** Page numbers and running heads: printed by the page, not by the act. Only these may be dropped. [PR4] */
import type { SourceLine } from "./source-lines.ts";

const DASHED = /^[-–—]\s{0,3}\d{1,4}\s{0,3}[-–—]$/;
const WORDED = /^(?:hal(?:aman)?\.?|page)\s{0,3}\d{1,4}(?:\s{0,3}(?:dari|of|\/)\s{0,3}\d{1,4})?$/i;
const OF = /^(\d{1,4})\s{0,2}(?:\/|dari|of)\s{0,2}(\d{1,4})$/i;
const SITE =
  /^(?:https?:\/\/)?(?:www\.)?(?:[a-z0-9-]{1,40}\.){0,4}jdih[a-z0-9.-]{0,80}(?:\/\S{0,120})?$|^(?:https?:\/\/)?(?:www\.)?jdih\.\S{1,120}$/i;
const BARE = /^\d{1,4}$/;
/** Table heads count their columns; a page has more lines than this. */
const LINES_PER_PAGE = 6;

/** Indexes (into `lines`) of the lines that belong to the page. O(n). */
export function findPageFurniture(lines: readonly SourceLine[]): Set<number> {
  const furniture = new Set<number>();
  const annex = lines.findIndex(({ text }) => /^LAMPIRAN\b/.test(text));
  const totals = pageTotals(lines);
  let page = 0;
  let pageLine = 0;
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    if (text.length > 160) continue;
    const total = OF.exec(text)?.[2];
    if (DASHED.test(text) || WORDED.test(text) || SITE.test(text)) furniture.add(index);
    else if (total !== undefined && totals.has(total)) {
      furniture.add(index);
      page = Number.parseInt(text, 10);
      pageLine = line.number;
    } else if ((BARE.test(text) || OF.test(text)) && (annex < 0 || index < annex)) {
      const value = Number.parseInt(text, 10);
      const apart = line.blankBefore || line.pageBefore || lines[index + 1]?.blankBefore !== false;
      const due = value > page && value <= 2 + line.number / LINES_PER_PAGE;
      if (
        apart &&
        due &&
        (page === 0 ? value <= 3 || line.pageBefore : line.number - pageLine >= LINES_PER_PAGE)
      ) {
        furniture.add(index);
        page = value;
        pageLine = line.number;
      }
    }
  }
  addRunningHeads(lines, furniture);
  return furniture;
}

/** Totals of "3 / 14", "4 / 14": two lines or more whose numbers grow and stay within one total. */
function pageTotals(lines: readonly SourceLine[]): ReadonlySet<string> {
  const pages = new Map<string, number[]>();
  for (const { text } of lines) {
    const match = text.length < 16 ? OF.exec(text) : null;
    if (!match?.[2]) continue;
    const page = Number(match[1]);
    const seen = pages.get(match[2]);
    if (seen) seen.push(page);
    else pages.set(match[2], [page]);
  }
  const sure = (total: string, seen: readonly number[]): boolean =>
    seen.length > 1 && seen.every((page, at) => page > (seen[at - 1] ?? 0) && page <= Number(total));
  return new Set([...pages].filter(([total, seen]) => sure(total, seen)).map(([total]) => total));
}

/** A short line that stands beside a page number three times or more with the same words. */
function addRunningHeads(lines: readonly SourceLine[], furniture: Set<number>): void {
  const beside = new Map<string, number[]>();
  for (const index of furniture) {
    for (const near of [index - 2, index - 1, index + 1, index + 2]) {
      const text = lines[near]?.text;
      if (text === undefined || furniture.has(near) || text.length > 60 || /[.;:,]$/.test(text)) continue;
      if (!/\p{L}{3}/u.test(text) || text !== text.toUpperCase()) continue;
      const places = beside.get(text);
      if (places) places.push(near);
      else beside.set(text, [near]);
    }
  }
  for (const places of beside.values())
    if (places.length >= 3) for (const index of places) furniture.add(index);
}
