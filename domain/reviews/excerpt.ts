/** A difference cut down to what differs and a few words beside it, for a page that must be short. */
import { tokensOf, type WordMark } from "../versions/word-marks.ts";

/** An ellipsis in the place of what was cut. */
export const CUT = "…";

/** The first or last tokens of `text` up to `max` UTF-16 units, whole words only. */
function headOf(text: string, max: number): string {
  let kept = "";
  for (const token of tokensOf(text)) {
    if (kept.length + token.length > max) break;
    kept += token;
  }
  return kept;
}
function tailOf(text: string, max: number): string {
  let kept = "";
  for (const token of tokensOf(text).toReversed()) {
    if (kept.length + token.length > max) break;
    kept = token + kept;
  }
  return kept;
}

const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${headOf(text, max).trimEnd()}${CUT}`;

/** UTF-16 units that are left of each kind: what was struck matters less than what is new. */
export const EXCERPT = { context: 24, removed: 40, added: 72 } as const;

/** The marks with what is the same cut to the words beside each difference, and each difference cut. Empty for no difference. */
export function excerptMarks(marks: readonly WordMark[]): WordMark[] {
  const { context } = EXCERPT;
  if (marks.every(({ op }) => op === "same")) return [];
  return marks.flatMap((mark, at): WordMark[] => {
    if (mark.op !== "same") return [{ op: mark.op, text: shorten(mark.text, EXCERPT[mark.op]) }];
    const { text } = mark;
    const first = at === 0;
    const last = at === marks.length - 1;
    const room = first || last ? context : 2 * context;
    if (text.length <= room) return text === "" ? [] : [mark];
    const tail = last ? "" : tailOf(text, context).trimStart();
    const head = first ? "" : headOf(text, context).trimEnd();
    return [{ op: "same", text: `${head}${head ? " " : ""}${CUT}${tail ? " " : ""}${tail}` }];
  });
}
