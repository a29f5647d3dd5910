import type { Cid } from "../../domain/ids.ts";
import {
  questionsOf,
  type Condition,
  type Question,
  type SurveyDefinition,
} from "../../domain/surveys/survey.ts";

/**
 * The definition with only the wanted questions (absent: all), without clauses
 * that the new version lacks, without conditions on questions that went, and
 * without sections that are left empty.
 */
export function keepQuestions(
  definition: SurveyDefinition,
  wanted: readonly string[] | undefined,
  cids: ReadonlySet<Cid>,
): SurveyDefinition {
  const kept = new Set(
    questionsOf(definition).flatMap(({ id }) => (wanted === undefined || wanted.includes(id) ? [id] : [])),
  );
  const keep = ({ showIf, ...question }: Question): Question[] => {
    if (!kept.has(question.id)) return [];
    const targets = question.targets.filter(({ cid }) => cids.has(cid));
    const holds = showIf !== undefined && asksOf(showIf).every((id) => kept.has(id));
    return [{ ...question, targets, ...(holds && { showIf }) } as Question];
  };
  const sections = definition.sections
    .map((section) => ({ ...section, questions: section.questions.flatMap(keep) }))
    .filter(({ questions }) => questions.length > 0);
  const index = definition.index?.questions.every((id) => kept.has(id)) ? definition.index : undefined;
  return { sections, ...(index && { index }) };
}

/** Ids of the questions that a condition asks about. */
function asksOf(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(asksOf);
  if ("any" in condition) return condition.any.flatMap(asksOf);
  return [condition.question];
}
