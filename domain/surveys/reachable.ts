/** Which questions somebody is asked, given what they answered so far. Shared with the browser: no imports but types. [SV11] */
import type { Answers, Condition, Question } from "./survey.ts";

/** Whether `answers` fulfil the condition; a question without an answer fulfils nothing. */
export function fulfils(condition: Condition, answers: Answers): boolean {
  if ("all" in condition) return condition.all.every((part) => fulfils(part, answers));
  if ("any" in condition) return condition.any.some((part) => fulfils(part, answers));
  const answer = answers[condition.question];
  if (answer === undefined) return false;
  if ("equals" in condition) return answer === condition.equals;
  if ("includes" in condition) {
    return Array.isArray(answer) ? answer.includes(condition.includes) : answer === condition.includes;
  }
  if (typeof answer !== "number") return false;
  return "atLeast" in condition ? answer >= condition.atLeast : answer <= condition.atMost;
}

/**
 * The questions that are asked, in order. An answer to a question that is not
 * asked counts for nothing, also not for later conditions.
 */
export function reachableQuestions<Asked extends Pick<Question, "id" | "showIf">>(
  questions: readonly Asked[],
  answers: Answers,
): Asked[] {
  const counted: Record<string, Answers[string]> = {};
  return questions.filter(({ id, showIf }) => {
    if (showIf && !fulfils(showIf, counted)) return false;
    const answer = answers[id];
    if (answer !== undefined) counted[id] = answer;
    return true;
  });
}
