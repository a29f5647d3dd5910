/**
 * The numerals of Indonesian legislation: Roman (bab), ordinal words (bagian,
 * diktum), letters (huruf), and printed ordinals with the suffix of an
 * insertion, `19A`, `1a`, `XIIA` (UU 12/2011 Lampiran II 71-95, 234-235).
 */

const ROMAN_PARTS: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Roman numeral of 1 to 3999; outside that range the Arabic digits. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value);
  let rest = value;
  let roman = "";
  for (const [worth, digits] of ROMAN_PARTS) {
    while (rest >= worth) {
      roman += digits;
      rest -= worth;
    }
  }
  return roman;
}

const STRICT_ROMAN = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/** Value of a capital Roman numeral in its one correct form (`IIII` and `iv` are none), else null. */
export function parseRoman(roman: string): number | null {
  if (roman === "" || !STRICT_ROMAN.test(roman)) return null;
  let value = 0;
  let at = 0;
  for (const [worth, digits] of ROMAN_PARTS) {
    while (roman.startsWith(digits, at)) {
      value += worth;
      at += digits.length;
    }
  }
  return value;
}

const UNITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"] as const;

/** Cardinal in words, 1 to 999: `dua belas`, `seratus satu`. Empty string outside that range. */
export function toCardinalWords(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return "";
  const words: string[] = [];
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const tens = Math.floor(rest / 10);
  const unit = UNITS[rest % 10] ?? "";
  if (hundreds === 1) words.push("seratus");
  else if (hundreds > 1) words.push(UNITS[hundreds] ?? "", "ratus");
  if (rest === 10) words.push("sepuluh");
  else if (rest === 11) words.push("sebelas");
  else if (tens === 1) words.push(unit, "belas");
  else if (tens > 1) words.push(UNITS[tens] ?? "", "puluh", unit);
  else words.push(unit);
  return words.filter((word) => word !== "").join(" ");
}

/** Ordinal in words, title case: `Kesatu`, `Kedua Belas`, `Kesembilan Puluh Sembilan`; above 999 `Ke-1000`. */
export function toOrdinalWords(value: number): string {
  const cardinal = toCardinalWords(value);
  if (cardinal === "") return `Ke-${value}`;
  return `ke${cardinal}`.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

const ORDINAL_VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(
    { length: 999 },
    (_, index) =>
      [
        toOrdinalWords(index + 1)
          .toLowerCase()
          .replaceAll(" ", ""),
        index + 1,
      ] as const,
  ),
  // The older form of the first, still met in acts before 2005 ("Bagian Pertama", "PERTAMA :").
  ["pertama", 1] as const,
]);

/** Value of an ordinal word in any case and spacing (`KEDUA BELAS`, `Kedua belas`, `Keduabelas`, `PERTAMA`), else null. */
export function parseOrdinalWords(words: string): number | null {
  return ORDINAL_VALUES.get(words.toLowerCase().replace(/\s+/g, "")) ?? null;
}

/** Letters of a list: 1 = `a`, 26 = `z`, 27 = `aa`, 28 = `bb`, 53 = `aaa`. */
export function toLetters(value: number): string {
  if (!Number.isInteger(value) || value < 1) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

/** Value of list letters, `a` to `z`, `aa`, `bb` (one letter repeated), in either case; else null. */
export function parseLetters(letters: string): number | null {
  const lower = letters.toLowerCase();
  if (!/^([a-z])\1*$/.test(lower)) return null;
  return (lower.length - 1) * 26 + lower.charCodeAt(0) - 96;
}

/** How the whole part of an ordinal is written. */
export type OrdinalForm = "arabic" | "roman" | "words" | "words-capitals" | "letter" | "letter-capital";

/** The ordinal of a clause: `whole` counts, `suffix` tells insertions apart (`A` of `19A`, `a` of `1a`). */
export interface Ordinal {
  readonly whole: number;
  readonly suffix: string;
}

/** Prints a whole number in a form: `roman` 12 = `XII`, `words-capitals` 1 = `KESATU`. */
export function printWhole(value: number, form: OrdinalForm): string {
  switch (form) {
    case "arabic":
      return String(value);
    case "roman":
      return toRoman(value);
    case "words":
      return toOrdinalWords(value);
    case "words-capitals":
      return toOrdinalWords(value).toUpperCase();
    case "letter":
      return toLetters(value);
    case "letter-capital":
      return toLetters(value).toUpperCase();
  }
}

/**
 * Reads a printed ordinal without word or brackets. A Roman numeral is the
 * longest correct one, so `XIIA` is 12 and A; `XC` is 90, never X and C.
 * An Arabic form also takes a Roman one (the Pasal I and II of an amending
 * act). Null if it cannot be read.
 */
export function parseOrdinal(printed: string, form: OrdinalForm): Ordinal | null {
  const text = printed.trim();
  switch (form) {
    case "arabic": {
      const match = /^(\d{1,7})\s?([A-Za-z]{0,3})$/.exec(text);
      if (match) return { whole: Number(match[1]), suffix: match[2] ?? "" };
      return parseRomanOrdinal(text);
    }
    case "roman":
      return parseRomanOrdinal(text) ?? parseArabicWhole(text);
    case "words":
    case "words-capitals": {
      const whole = parseOrdinalWords(text);
      if (whole !== null) return { whole, suffix: "" };
      const inserted = /^(.+?)\s?([A-Z])$/.exec(text);
      const before = inserted?.[1] === undefined ? null : parseOrdinalWords(inserted[1]);
      return before === null ? parseArabicWhole(text) : { whole: before, suffix: inserted?.[2] ?? "" };
    }
    case "letter":
    case "letter-capital": {
      const match = /^([A-Za-z]+)(\d{0,3})$/.exec(text);
      const whole = match?.[1] === undefined ? null : parseLetters(match[1]);
      return whole === null ? null : { whole, suffix: match?.[2] ?? "" };
    }
  }
}

function parseRomanOrdinal(text: string): Ordinal | null {
  for (let length = text.length; length > 0; length--) {
    const suffix = text.slice(length);
    if (!/^[A-Z]{0,2}$/.test(suffix)) break;
    const whole = parseRoman(text.slice(0, length));
    if (whole !== null) return { whole, suffix };
  }
  return null;
}

function parseArabicWhole(text: string): Ordinal | null {
  const match = /^(\d{1,7})([A-Z]{0,2})$/.exec(text);
  return match ? { whole: Number(match[1]), suffix: match[2] ?? "" } : null;
}

/** Order of two ordinals: `19` < `19A` < `19B` < `19AA` < `20`. Negative, zero or positive. */
export function compareOrdinals(a: Ordinal, b: Ordinal): number {
  if (a.whole !== b.whole) return a.whole - b.whole;
  const left = a.suffix.toLowerCase();
  const right = b.suffix.toLowerCase();
  if (left === right) return 0;
  if (/^\d+$/.test(left) && /^\d+$/.test(right)) return Number(left) - Number(right);
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : 1;
}

/** Order of two printed ordinals of one form; null where one cannot be read. */
export function comparePrintedOrdinals(a: string, b: string, form: OrdinalForm): number | null {
  const left = parseOrdinal(a, form);
  const right = parseOrdinal(b, form);
  return left && right ? compareOrdinals(left, right) : null;
}
