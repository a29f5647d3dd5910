/** Labels of list items and ayat as they are printed, damaged ones included. [PR6, PR7] */
import { parseLetters } from "../clauses/numerals.ts";

export type ItemForm = "huruf" | "angka" | "subhuruf" | "subangka";

export interface PrintedLabel {
  readonly form: ItemForm | "ayat";
  /** The characters of the label in the source: `a.`, `(21`. */
  readonly label: string;
  /** The ordinal without brackets: `a`, `2`, `1a`. What it was read as, if damaged. */
  readonly ordinal: string;
  readonly whole: number;
  readonly suffix: string;
  readonly rest: string;
  readonly damaged: boolean;
  /** No space between label and text: `(1)Setiap`, `m.jaminan`. */
  readonly glued: boolean;
}

const NUMBERED = /^(\d{1,3})([a-z]{0,2})([.)])(?=\s|$|\p{L})/u;
const LETTERED = /^(([a-z])\2{0,2})([1-9]?)([.)])(?=\s|$|\p{L}{3})/u;

/** A label of a list item at the start of the text, or null. */
export function readItemLabel(text: string): PrintedLabel | null {
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const [label, digits = "", suffix = "", mark] = numbered;
    return shape(mark === "." ? "angka" : "subangka", label, digits + suffix, Number(digits), suffix, text);
  }
  const lettered = LETTERED.exec(text);
  if (!lettered) return null;
  const [label, letters = "", , suffix = "", mark] = lettered;
  const whole = parseLetters(letters);
  if (whole === null) return null;
  return shape(mark === "." ? "huruf" : "subhuruf", label, letters + suffix, whole, suffix, text);
}

function shape(
  form: PrintedLabel["form"],
  label: string,
  ordinal: string,
  whole: number,
  suffix: string,
  text: string,
  damaged = false,
): PrintedLabel {
  const after = text.slice(label.length);
  return {
    form,
    label,
    ordinal,
    whole,
    suffix,
    rest: after.trim(),
    damaged,
    glued: after !== "" && after.trimStart() === after,
  };
}

const AYAT = /^\(\s?(\d{1,3})\s?([a-z]{0,2})\s?\)/;
const DAMAGED_AYAT = /^\(\s?([0-9lIiOoSZ|]{1,3})\s?([a-z]?)\s?(?:\)|[1lIJ|\]}](?=[\s^])|(?=[\s^]))/;

/** The label of an ayat at the start of the text, or null. */
export function readAyatLabel(text: string): PrintedLabel | null {
  const match = AYAT.exec(text);
  if (match) {
    const [label, digits = "", suffix = ""] = match;
    return shape("ayat", label, digits + suffix, Number(digits), suffix, text);
  }
  const damaged = DAMAGED_AYAT.exec(text);
  if (!damaged) return null;
  const [label, raw = "", suffix = ""] = damaged;
  // The closing bracket was read as a 1: "(21" is (2).
  const bare = !/[)\]}]$/.test(label) && raw.length > 1 ? raw.replace(/[1lI|]$/, "") : raw;
  const digits = mendDigits(bare);
  if (!/^\d{1,3}$/.test(digits)) return null;
  return shape("ayat", label, digits + suffix, Number(digits), suffix, text, true);
}

const MENDED: Readonly<Record<string, string>> = {
  l: "1",
  I: "1",
  i: "1",
  "|": "1",
  "!": "1",
  O: "0",
  o: "0",
  Q: "0",
  S: "5",
  Z: "2",
  T: "7",
};

/** What the digits of a scan most likely were: `l` and `I` are 1, `O` is 0. Only ever used with a warning. */
export function mendDigits(text: string): string {
  let mended = "";
  for (const char of text) mended += MENDED[char] ?? char;
  return mended;
}
