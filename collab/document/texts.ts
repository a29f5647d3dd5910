/**
 * Writes the texts of a clause element in exactly the form that the editor
 * binding writes: one XmlText per line (lines divided by `linebreak`
 * elements), its stretches carrying `p`, `i` and `s_ref`; an empty clause has
 * one empty text, so that two people who begin to type share it.
 */
import { simpleDiffString } from "lib0/diff";
import { XmlElement, XmlText } from "yjs";
import type { Run } from "../../domain/clauses/clause.ts";
import { withoutControls } from "./characters.ts";
import { ELEMENTS, FORMAT_BOLD, FORMAT_ITALIC, TEXT_ATTRIBUTES } from "./wire.ts";

interface Stretch {
  readonly text: string;
  /** Without the index that numbers neighbours. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** One line of a clause: neighbouring stretches differ in look. */
type Line = readonly Stretch[];

const lineText = (line: Line): string => line.map(({ text }) => text).join("");

/** The lines of `runs`; always at least one, possibly empty. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Stretch[][] = [[]];
  for (const run of runs) {
    run.text.split("\n").forEach((line, index) => {
      if (index > 0) lines.push([]);
      const text = withoutControls(line);
      if (text !== "") pushStretch(lines.at(-1) ?? [], { text, attributes: lookOf(run) });
    });
  }
  return lines;
}

function lookOf({ bold, italic, ref }: Run): Record<string, unknown> {
  const format = (bold ? FORMAT_BOLD : 0) | (italic ? FORMAT_ITALIC : 0);
  return {
    ...(format !== 0 && { [TEXT_ATTRIBUTES.properties]: { __format: format } }),
    ...(ref !== undefined && { [TEXT_ATTRIBUTES.ref]: ref }),
  };
}

const sameLook = (a: Stretch, b: Stretch): boolean =>
  JSON.stringify(a.attributes) === JSON.stringify(b.attributes);

function pushStretch(line: Stretch[], stretch: Stretch): void {
  const last = line.at(-1);
  if (last !== undefined && sameLook(last, stretch))
    line[line.length - 1] = { ...last, text: last.text + stretch.text };
  else line.push(stretch);
}

function indexed({ attributes }: Stretch, index: number): Record<string, unknown> {
  return index === 0 ? { ...attributes } : { ...attributes, [TEXT_ATTRIBUTES.index]: index };
}

/** Children for a new clause element with these runs. */
export function createTexts(runs: readonly Run[]): (XmlElement | XmlText)[] {
  const lines = linesOf(runs);
  const children: (XmlElement | XmlText)[] = [];
  lines.forEach((line, index) => {
    if (index > 0) children.push(new XmlElement(ELEMENTS.linebreak));
    if (line.length > 0 || lines.length === 1) children.push(createText(line));
  });
  return children;
}

function createText(line: Line): XmlText {
  const text = new XmlText();
  if (line.length > 0) {
    text.applyDelta(
      line.map((stretch, index) => ({ insert: stretch.text, attributes: indexed(stretch, index) })),
    );
  }
  return text;
}

/**
 * Makes the children of `element` hold `runs` with small edits, so that what
 * others type at the same moment survives: equal lines at both ends stay, the
 * lines between are edited in place as far as they go. Comment keys stay on
 * the words that stay.
 */
export function updateTexts(element: XmlElement, runs: readonly Run[]): void {
  const wanted = linesOf(runs);
  const present = presentLines(element);
  let start = 0;
  let end = 0;
  const shorter = Math.min(wanted.length, present.length);
  const equal = (a: string[] | undefined, b: Line | undefined) => a?.join("") === (b && lineText(b));
  const texts = present.map((line) => line.map((text) => plainText(text)));
  while (start < shorter && equal(texts[start], wanted[start])) start++;
  while (end < shorter - start && equal(texts[present.length - 1 - end], wanted[wanted.length - 1 - end]))
    end++;
  const common = Math.min(wanted.length, present.length) - end;
  // From the end backwards, so that positions before stay true.
  for (let line = present.length - end - 1; line >= common; line--) removeLine(element, present, line);
  for (let line = 0; line < wanted.length; line++) {
    const target = line < common ? line : line - (wanted.length - present.length);
    if (line >= common && line < wanted.length - end) insertLine(element, line, wanted[line] ?? []);
    else updateLine(element, line, present[target] ?? [], wanted[line] ?? []);
  }
}

const isBreak = (child: unknown): boolean => child instanceof XmlElement;

function presentLines(element: XmlElement): XmlText[][] {
  const lines: XmlText[][] = [[]];
  for (const child of element.toArray()) {
    if (child instanceof XmlText) lines.at(-1)?.push(child);
    else lines.push([]);
  }
  return lines;
}

export function plainText(text: XmlText): string {
  let plain = "";
  for (const { insert } of text.toDelta() as { insert: unknown }[])
    if (typeof insert === "string") plain += insert;
  return plain;
}

/** Position among the children at which line `line` (from 0) begins. */
function lineStart(element: XmlElement, line: number): number {
  let breaks = 0;
  const children = element.toArray();
  for (let index = 0; index < children.length; index++) {
    if (breaks === line) return index;
    if (isBreak(children[index])) breaks++;
  }
  return children.length;
}

function removeLine(element: XmlElement, present: XmlText[][], line: number): void {
  const start = lineStart(element, line);
  const length = present[line]?.length ?? 0;
  // The break before the line goes with it, or the one after it for the first line.
  if (line > 0) element.delete(start - 1, length + 1);
  else element.delete(start, Math.min(length + 1, element.length - start));
}

function insertLine(element: XmlElement, line: number, stretches: Line): void {
  const text = stretches.length > 0 ? [createText(stretches)] : [];
  const lineBreak = new XmlElement(ELEMENTS.linebreak);
  // Line `line - 1` is already right; the new one goes after it, with its own break before.
  const before = line === 0 ? 0 : lineEnd(element, line - 1);
  element.insert(before, line === 0 ? [...text, lineBreak] : [lineBreak, ...text]);
}

function lineEnd(element: XmlElement, line: number): number {
  const children = element.toArray();
  let index = lineStart(element, line);
  while (index < children.length && !isBreak(children[index])) index++;
  return index;
}

function updateLine(element: XmlElement, line: number, texts: readonly XmlText[], wanted: Line): void {
  const [first, ...others] = texts;
  if (first === undefined) {
    if (wanted.length > 0) element.insert(lineStart(element, line), [createText(wanted)]);
    return;
  }
  // Two texts side by side come from two people who began at once; the first takes all.
  if (others.length > 0) element.delete(lineStart(element, line) + 1, others.length);
  updateText(first, wanted);
}

/** Edits one text: the changed middle is replaced, then the looks are set where they differ. */
function updateText(text: XmlText, wanted: Line): void {
  const target = lineText(wanted);
  const present = plainText(text);
  if (present !== target) {
    const { index, remove, insert } = simpleDiffString(present, target);
    if (remove > 0) text.delete(index, remove);
    if (insert !== "") text.insert(index, insert, {});
  }
  let at = 0;
  wanted.forEach((stretch, index) => {
    const { properties, ref, index: number } = TEXT_ATTRIBUTES;
    const look: Record<string, unknown> = {
      [properties]: null,
      [ref]: null,
      [number]: null,
      ...indexed(stretch, index),
    };
    if (!looksSo(text, at, stretch.text.length, look)) text.format(at, stretch.text.length, look);
    at += stretch.text.length;
  });
}

function looksSo(
  text: XmlText,
  from: number,
  length: number,
  look: Readonly<Record<string, unknown>>,
): boolean {
  let at = 0;
  for (const op of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]) {
    const end = at + op.insert.length;
    if (end > from && at < from + length) {
      for (const key of Object.keys(look)) {
        if (JSON.stringify(op.attributes?.[key] ?? null) !== JSON.stringify(look[key])) return false;
      }
    }
    at = end;
  }
  return true;
}

/** Makes one text of texts that stand side by side: the words of the later ones go to the end of the first. */
export function joinTexts(element: XmlElement): void {
  for (let index = element.length - 1; index > 0; index--) {
    const [before, after] = [element.get(index - 1), element.get(index)];
    if (!(before instanceof XmlText) || !(after instanceof XmlText)) continue;
    const end = plainText(before).length;
    const words = (after.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]).filter(
      ({ insert }) => typeof insert === "string",
    );
    before.applyDelta([...(end > 0 ? [{ retain: end }] : []), ...words]);
    element.delete(index, 1);
  }
}
