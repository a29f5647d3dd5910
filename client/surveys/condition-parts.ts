/** Conditions as people make them: parts, of which all or any must hold. Pure. */
import type { Condition, Question } from "../../domain/surveys/survey.ts";

export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown }>;
export type Comparison = "equals" | "includes" | "atLeast" | "atMost";

export interface ConditionParts {
  readonly mode: "all" | "any";
  readonly leaves: readonly Leaf[];
}

const isLeaf = (condition: Condition): condition is Leaf => !("all" in condition) && !("any" in condition);

/** Null for one that is nested, which this form cannot show; it can be removed. */
export function partsOf(condition: Condition | undefined): ConditionParts | null {
  if (!condition) return { mode: "all", leaves: [] };
  if (isLeaf(condition)) return { mode: "all", leaves: [condition] };
  const [mode, parts] =
    "all" in condition ? (["all", condition.all] as const) : (["any", condition.any] as const);
  return parts.every(isLeaf) ? { mode, leaves: parts } : null;
}

export function conditionOf({ mode, leaves }: ConditionParts): Condition | undefined {
  const [first] = leaves;
  if (leaves.length < 2) return first;
  return mode === "all" ? { all: leaves } : { any: leaves };
}

export const comparisonsFor = ({ type }: Pick<Question, "type">): readonly Comparison[] =>
  type === "scale" ? ["atLeast", "atMost", "equals"] : type === "multiple" ? ["includes"] : ["equals"];

export const comparisonOf = (leaf: Leaf): Comparison =>
  "equals" in leaf ? "equals" : "includes" in leaf ? "includes" : "atLeast" in leaf ? "atLeast" : "atMost";

export const valueOf = (leaf: Leaf): string =>
  String(
    "equals" in leaf
      ? leaf.equals
      : "includes" in leaf
        ? leaf.includes
        : "atLeast" in leaf
          ? leaf.atLeast
          : leaf.atMost,
  );

/** Values that an answer to `question` can have, with their words. */
export function valuesFor(question: Question): readonly { readonly value: string; readonly words: string }[] {
  if ("options" in question) return question.options.map(({ id, words }) => ({ value: id, words }));
  if (question.type !== "scale") return [];
  const { from, to, low, high, steps } = question.scale;
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const step = from + at;
    const end = step === from ? low : step === to ? high : "";
    const said = steps?.[at] ?? end;
    return { value: String(step), words: said ? `${step} (${said})` : String(step) };
  });
}

/** A part about `question`; what does not fit it is replaced by what does. */
export function leafOf(question: Question, comparison?: Comparison, value?: string): Leaf {
  const offered = comparisonsFor(question);
  const how = comparison && offered.includes(comparison) ? comparison : (offered[0] ?? "equals");
  const values = valuesFor(question);
  const chosen = values.find((each) => each.value === value) ?? values.at(how === "atLeast" ? -1 : 0);
  const text = chosen?.value ?? "";
  const typed = question.type === "scale" ? Number(text) : text;
  if (how === "includes") return { question: question.id, includes: text };
  if (how === "equals") return { question: question.id, equals: typed };
  return how === "atLeast"
    ? { question: question.id, atLeast: Number(text) }
    : { question: question.id, atMost: Number(text) };
}
