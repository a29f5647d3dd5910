import type { Condition, Question } from "../../domain/surveys/survey.ts";
import { comparisonOf, valueOf, valuesFor, type Comparison } from "./condition-parts.ts";

export interface ConditionTexts {
  readonly comparison: Readonly<Record<Comparison, string>>;
  readonly says: {
    readonly leaf: (question: string, how: string, value: string) => string;
    readonly all: string;
    readonly any: string;
  };
}

const MAX_QUESTION = 60;
const cut = (words: string): string =>
  words.length > MAX_QUESTION ? `${words.slice(0, MAX_QUESTION).trimEnd().toWellFormed()}…` : words;

/** A condition in plain words: `jawaban atas "..." paling sedikit 4 dan ...`. */
export function conditionWords(
  condition: Condition,
  questions: ReadonlyMap<string, Question>,
  texts: ConditionTexts,
): string {
  if ("all" in condition || "any" in condition) {
    const [parts, glue] =
      "all" in condition ? [condition.all, texts.says.all] : [condition.any, texts.says.any];
    return parts
      .map((part) => {
        const words = conditionWords(part, questions, texts);
        return "all" in part || "any" in part ? `(${words})` : words;
      })
      .join(glue);
  }
  const question = questions.get(condition.question);
  const value = valueOf(condition);
  const named = question && valuesFor(question).find((each) => each.value === value)?.words;
  return texts.says.leaf(
    cut(question?.words ?? "?"),
    texts.comparison[comparisonOf(condition)],
    named ?? value,
  );
}
