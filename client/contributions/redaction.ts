/**
 * Taking words out of an input before it is shown. A redaction is a list of
 * stretches of the words as they were written; the public reads `[...]` in
 * their place and everything else unchanged.
 */

import { CUT, cutOut, type Span } from "../../domain/contributions/redaction.ts";

/** In order and apart: those that touch or overlap are one. */
export function joinStretches(stretches: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const each of stretches.toSorted((a, b) => a.start - b.start)) {
    if (each.end <= each.start) continue;
    const last = joined.at(-1);
    if (last && each.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, each.end) };
    else joined.push({ start: each.start, end: each.end });
  }
  return joined;
}

/** The words as the public reads them. */
export const redact = (text: string, stretches: readonly Span[]): string =>
  cutOut(text, joinStretches(stretches));

/** Where an offset of the redacted words lies in the original; inside a `[...]` it is the stretch's edge. */
function originalOffset(stretches: readonly Span[], offset: number, edge: "start" | "end"): number {
  let shift = 0;
  for (const { start, end } of stretches) {
    const mark = start - shift;
    if (offset <= mark) return offset + shift;
    if (offset < mark + CUT.length) return edge === "start" ? start : end;
    shift += end - start - CUT.length;
  }
  return offset + shift;
}

/** Adds what is selected in the redacted words. Spaces at its ends stay; a character is never cut in two. */
export function withSelection(text: string, stretches: readonly Span[], selection: Span): readonly Span[] {
  const joined = joinStretches(stretches);
  let start = originalOffset(joined, selection.start, "start");
  let end = originalOffset(joined, selection.end, "end");
  while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
  if (start >= end) return joined;
  if (isLow(text.charCodeAt(start))) start -= 1;
  if (isLow(text.charCodeAt(end))) end += 1;
  return joinStretches([...joined, { start, end }]);
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * The stretches that lead from `text` to `redacted`, where it was redacted
 * before; null if `redacted` is not `text` with stretches taken out.
 */
export function stretchesOf(text: string, redacted: string): readonly Span[] | null {
  const kept = redacted.split(CUT);
  const head = kept[0] ?? "";
  if (kept.length === 1) return text === redacted ? [] : null;
  if (!text.startsWith(head)) return null;
  const stretches: Span[] = [];
  let at = head.length;
  for (const [index, part] of kept.entries()) {
    if (index === 0) continue;
    const isLast = index === kept.length - 1;
    // Something was taken out, so what was kept begins at least one unit later.
    const found = isLast ? text.length - part.length : text.indexOf(part, at + 1);
    if (found <= at || !text.startsWith(part, found)) return null;
    stretches.push({ start: at, end: found });
    at = found + part.length;
  }
  return joinStretches(stretches);
}
