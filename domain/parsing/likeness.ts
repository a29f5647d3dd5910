/** How alike two texts are by their words, and which of many texts are the most alike. [PR15] */

/** Words of one text and how often each stands in it. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const word of text.split(" ")) {
    if (word === "") continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

function commonWords(a: WordBag, b: WordBag): number {
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0);
  return common;
}

/** Share of common words (Sørensen and Dice over multisets), 0 to 1. */
export const likenessOfBags = (a: WordBag, b: WordBag): number =>
  a.size === 0 || b.size === 0 ? 0 : (2 * commonWords(a, b)) / (a.size + b.size);

/** Share of the words of `part` that `whole` has too, 0 to 1. */
export const containedIn = (part: WordBag, whole: WordBag): number =>
  part.size === 0 ? 0 : commonWords(part, whole) / part.size;

/** Share of common words of two texts, 0 to 1; two equal texts are alike, empty ones too. */
export const likenessOf = (a: string, b: string): number =>
  a === b ? 1 : likenessOfBags(bagOf(a), bagOf(b));

/** Candidates looked at for each text: those that share the most rare words. */
const CANDIDATES = 6;

/**
 * Finds for a text the few of `bags` that may be alike: by the words that few
 * of them have. Words that many have tell nothing and would cost n².
 */
export function createLikenessIndex(bags: readonly WordBag[]): (bag: WordBag) => number[] {
  const holders = new Map<string, number[]>();
  for (const [at, { counts }] of bags.entries()) {
    for (const word of counts.keys()) {
      const list = holders.get(word);
      if (list) list.push(at);
      else holders.set(word, [at]);
    }
  }
  const common = Math.max(12, Math.sqrt(bags.length) * 2);
  return ({ counts }) => {
    const shared = new Map<number, number>();
    for (const word of counts.keys()) {
      const list = holders.get(word);
      if (!list || list.length > common) continue;
      for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1 / list.length);
    }
    return [...shared]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, CANDIDATES)
      .map(([at]) => at);
  };
}
