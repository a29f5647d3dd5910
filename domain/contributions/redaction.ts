/** Taking personal data out of what is shown: only by cutting, never by rewriting (RULES.md CT14, CT15). */

/** Stands for what was taken out. */
export const CUT = "[...]";

export type PersonalDataKind = "nip" | "nik" | "phone" | "email" | "plate";

/** In UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FoundData extends Span {
  readonly kind: PersonalDataKind;
}

/** Longer kinds first: what one has taken no other takes. */
const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ["email", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  // Date of birth, of appointment, sex, serial number; printed in one or in groups.
  ["nip", /(?<!\d)(?:19|20)\d{6}[ .]?(?:19|20)\d{4}[ .]?[12][ .]?\d{3}(?!\d)/gu],
  ["nik", /(?<!\d)\d{4}([ .-]?)\d{4}\1\d{4}\1\d{4}(?!\d)|(?<!\d)\d{6}([ .-]?)\d{6}\2\d{4}(?!\d)/gu],
  ["phone", /(?<![\d+])(?:\+?62[ .-]?|0)8\d{1,2}(?:[ .-]?\d{2,5}){2,3}(?!\d)/gu],
  ["phone", /(?<![\d+])(?:\(0\d{2,3}\)[ -]?|0\d{2,3}[ -])\d{3,4}[ -]?\d{2,4}(?!\d)/gu],
  // Letters of the regions of Indonesia, so that `PP 45 TAHUN` is none.
  [
    "plate",
    /(?<![\p{L}\d])(?:[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNRSTW]|E[ABD]|K[BHTU]|P[ABGS]) ?\d{1,4} ?[A-Z]{1,3}(?![\p{L}\d])/gu,
  ],
];

/** Stretches that look like personal data, in order, none within another. Proposed to a person, never taken out by itself. */
export function findPersonalData(text: string): FoundData[] {
  const found: FoundData[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const span = { kind, start: match.index, end: match.index + match[0].length };
      if (!found.some(({ start, end }) => span.start < end && start < span.end)) found.push(span);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The text without these stretches; those that touch are one cut. Throws a RangeError for one outside the text. */
export function cutOut(text: string, spans: readonly Span[]): string {
  let shown = "";
  let at = 0;
  let open = false;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < 0 || end > text.length || start >= end) throw new RangeError(`no span: ${start} to ${end}`);
    if (start > at || !open) shown += text.slice(at, Math.max(at, start)) + CUT;
    open = true;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}

/**
 * Whether `shown` is `text` with stretches taken out, each replaced by `[...]`,
 * and nothing else: the pieces between stand in it in order, with something
 * left out at every cut. False when nothing was taken out.
 */
export function isCutOf(text: string, shown: string): boolean {
  const [first = "", ...rest] = shown.split(CUT);
  const last = rest.pop();
  if (last === undefined || shown === text || !text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    // The leftmost place leaves most room for those after it.
    const next = text.indexOf(piece, at + 1);
    if (next < 0) return false;
    at = next + piece.length;
  }
  return text.length - last.length > at && text.endsWith(last);
}
