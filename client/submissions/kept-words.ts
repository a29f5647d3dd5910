/** What was typed and not saved yet, kept on this device until it is saved or thrown away. */
import * as v from "valibot";
import { itemWordsSchema, type ItemWordsInput } from "../../domain/submissions/submissions.contract.ts";

/** Storage that refuses (full, private) is no error: the form still holds the words. */
export function keepWords(key: string, words: ItemWordsInput | undefined): void {
  try {
    if (words) localStorage.setItem(key, JSON.stringify(words));
    else localStorage.removeItem(key);
  } catch {
    // See above.
  }
}

export function keptWords(key: string): ItemWordsInput | undefined {
  try {
    const kept = v.safeParse(itemWordsSchema, JSON.parse(localStorage.getItem(key) ?? "null"));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}
