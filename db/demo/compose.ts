/** Puts a regulation together from its parts, so that drafts can share the parts they have in common. */

/** Joins parts with an empty line between them. */
export function compose(...parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join("\n\n");
}

/** One chapter: its number in Roman numerals, its heading in capitals, its Pasal. */
export function bab(number: string, heading: string, ...pasal: readonly string[]): string {
  return compose(`BAB ${number}\n${heading}`, ...pasal);
}

/**
 * The same text under an older numbering: every `Pasal n` in it, as a heading
 * or a reference, becomes `Pasal numbers[n]`. Numbers not listed stay.
 */
export function underNumbering(numbers: Readonly<Record<number, number>>, text: string): string {
  return text.replaceAll(/\bPasal (\d+)/g, (whole, digits: string) => {
    const number = numbers[Number(digits)];
    return number === undefined ? whole : `Pasal ${number}`;
  });
}
