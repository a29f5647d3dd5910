/** Word-level marks between two wordings (RULES.md VS9): bounded in cost, exact in text. */
import { diffArrays } from "diff";

export interface WordMark {
  readonly op: "same" | "added" | "removed";
  readonly text: string;
}

/** A word with its inner hyphens, a number with its separators, or one other character. */
const TOKEN = /[\p{L}\p{M}]+(?:[-’'/][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*|./gsu;

/** Beyond this many edits two wordings have nothing in common worth showing. */
const MAX_EDITS = 800;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/**
 * Marks whose `same` and `removed` texts give `before`, whose `same` and
 * `added` give `after`, no two neighbours alike. Where the wordings are too far
 * apart: one removal and one addition between what they share at both ends.
 */
export function markWords(before: string, after: string): WordMark[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;

  const oldMiddle = old.slice(start, old.length - end);
  const newMiddle = now.slice(start, now.length - end);
  const marks: WordMark[] = [{ op: "same", text: old.slice(0, start).join("") }];
  const changes = diffArrays(oldMiddle, newMiddle, { maxEditLength: MAX_EDITS });
  if (changes === undefined) {
    marks.push({ op: "removed", text: oldMiddle.join("") }, { op: "added", text: newMiddle.join("") });
  } else {
    for (const { added, removed, value } of changes) {
      marks.push({ op: added ? "added" : removed ? "removed" : "same", text: value.join("") });
    }
  }
  marks.push({ op: "same", text: old.slice(old.length - end).join("") });
  return joinMarks(marks);
}

/** Like `markWords`, letter by letter: for words that were carried elsewhere, where a word cut in two is no other word. */
export function markLetters(before: string, after: string): WordMark[] {
  const [old, now] = [Array.from(before), Array.from(after)];
  const changes = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (changes === undefined) return markWords(before, after);
  return joinMarks(
    changes.map(({ added, removed, value }) => ({
      op: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** Drops empty marks and merges neighbours of one kind. */
export function joinMarks(marks: readonly WordMark[]): WordMark[] {
  const joined: WordMark[] = [];
  for (const mark of marks) {
    if (mark.text === "") continue;
    const last = joined.at(-1);
    if (last?.op === mark.op) joined[joined.length - 1] = { op: mark.op, text: last.text + mark.text };
    else joined.push(mark);
  }
  return joined;
}

/**
 * For a rewritten sentence: words that only spaces hold apart become one removal
 * and one addition, so that each can be read on its own. The texts stay those of `marks`.
 */
export function gatherMarks(marks: readonly WordMark[]): WordMark[] {
  const gathered: WordMark[] = [];
  let run: WordMark[] = [];
  const textOf = (op: "added" | "removed") =>
    run.flatMap((mark) => (mark.op === op || mark.op === "same" ? [mark.text] : [])).join("");
  function flush(): void {
    const [removed, added] = [textOf("removed"), textOf("added")];
    const rewritten = removed.trim() !== "" && added.trim() !== "";
    gathered.push(
      ...(rewritten
        ? [{ op: "removed", text: removed } as const, { op: "added", text: added } as const]
        : run),
    );
    run = [];
  }
  for (const [i, mark] of marks.entries()) {
    const between = run.length > 0 && i < marks.length - 1 && mark.text.trim() === "";
    if (mark.op !== "same" || between) run.push(mark);
    else {
      flush();
      gathered.push(mark);
    }
  }
  flush();
  return joinMarks(gathered);
}

/**
 * Cuts marks at offsets of the later text: one list per length in `lengths`
 * (UTF-16 units of the later text). Removed words go with the part they stand
 * in; at a border with the earlier one.
 */
export function cutMarks(marks: readonly WordMark[], lengths: readonly number[]): WordMark[][] {
  const parts: WordMark[][] = lengths.map(() => []);
  let part = 0;
  let room = lengths[0] ?? 0;
  for (const mark of marks) {
    if (mark.op === "removed") {
      parts[part]?.push(mark);
      continue;
    }
    let text = mark.text;
    while (text !== "") {
      while (room === 0 && part < parts.length - 1) room = lengths[++part] ?? 0;
      const take = part === parts.length - 1 ? text.length : Math.min(room, text.length);
      parts[part]?.push({ op: mark.op, text: text.slice(0, take) });
      text = text.slice(take);
      room -= take;
    }
  }
  return parts.map(joinMarks);
}

/** The space that parts of one sentence had between them, unless one still carries it. */
const glueBetween = (a: string, b: string): string =>
  a === "" || b === "" || /\s$/.test(a) || /^\s/.test(b) ? "" : " ";

/** The texts as one, with a space where two words would run together. */
export function joinTexts(texts: readonly string[]): string {
  let joined = "";
  for (const text of texts) joined += glueBetween(joined, text) + text;
  return joined;
}

/** Marks of several later texts against one earlier text that they share. */
export function markParts(before: string, after: readonly string[]): WordMark[][] {
  const lengths: number[] = [];
  let joined = "";
  for (const text of after) {
    // The space between belongs to neither part: it is cut out as one of its own.
    const glue = glueBetween(joined, text);
    lengths.push(glue.length, text.length);
    joined += glue + text;
  }
  const cut = cutMarks(markWords(before, joined), lengths);
  return after.map((_, at) => {
    const struckBetween = (cut[at * 2] ?? []).filter(
      ({ op, text }) => op === "removed" && text.trim() !== "",
    );
    return joinMarks([...struckBetween, ...(cut[at * 2 + 1] ?? [])]);
  });
}
