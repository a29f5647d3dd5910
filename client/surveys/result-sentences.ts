/** The figure that people can read aloud. Pure. */
import { barsOf, mostChosen } from "../../domain/figures/bars.ts";
import type { Figures, QuestionResult } from "../../domain/surveys/results.ts";

export interface SentenceTexts {
  readonly meanSays: (mean: string, highest: string, n: string) => string;
  readonly topTwo: (percent: string, low: string, high: string) => string;
  readonly mostSays: (percent: string, option: string, n: string) => string;
  readonly tieSays: (n: string) => string;
  readonly severalSays: (percent: string, option: string, n: string) => string;
  readonly firstPlace: (option: string, mean: string, n: string) => string;
  readonly missing: (count: string) => string;
  readonly notAsked: (count: string) => string;
  readonly nobody: string;
  readonly hiddenQuestion: string;
}

export interface Numbers {
  readonly whole: (value: number) => string;
  readonly mean: (value: number) => string;
}

/** The headline of a question and what stands behind it, one sentence each; the first is the one to read aloud. */
export function resultSentences(result: QuestionResult, t: SentenceTexts, numbers: Numbers): string[] {
  const { all, missing, notAsked } = result;
  if (!all) return [t.hiddenQuestion];
  if (all.n === 0) return [t.nobody];
  return [
    ...headline(result, all, t, numbers),
    ...(missing ? [t.missing(numbers.whole(missing))] : []),
    ...(notAsked ? [t.notAsked(numbers.whole(notAsked))] : []),
  ];
}

function headline(
  { type }: QuestionResult,
  figures: Figures,
  t: SentenceTexts,
  { whole, mean }: Numbers,
): string[] {
  const { n, counts, places } = figures;
  const bars = barsOf(counts ?? [], n);
  if (figures.mean) {
    const last = bars.at(-1);
    const before = bars.at(-2);
    const says = t.meanSays(mean(figures.mean.rounded), last?.key ?? "", whole(n));
    if (!last || !before) return [says];
    // Of the exact shares: two rounded ones might be one off together.
    const percent = Math.round(last.share + before.share);
    return [says, t.topTwo(whole(percent), before.key, last.key)];
  }
  if (type === "ranking") {
    const first = places?.[0];
    return first ? [t.firstPlace(first.words, mean(first.mean.rounded), whole(n))] : [];
  }
  const top = mostChosen(bars);
  if (!top) return [t.tieSays(whole(n))];
  const says = type === "multiple" ? t.severalSays : t.mostSays;
  return [says(whole(top.percent), top.words, whole(n))];
}
