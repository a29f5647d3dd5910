/** What is unfinished in a definition, by question; the same checks as the server's. Pure. */
import * as v from "valibot";
import type { Cid } from "../../domain/ids.ts";
import { definitionIssues, definitionSchema, openingIssues } from "../../domain/surveys/definition.ts";
import type { SurveyDefinition } from "../../domain/surveys/survey.ts";

export interface Unfinished {
  /** Of the question or the section; empty for the whole. */
  readonly partId: string;
  /** Code without its parameter, such as `missing` or `survey-condition-later`. */
  readonly code: string;
}

/** What keeps it from being saved; with `opening` also what keeps it from being opened. [SV4-SV10] */
export function unfinishedParts(
  definition: SurveyDefinition,
  cids: ReadonlySet<Cid>,
  opening = false,
): Unfinished[] {
  const form = v.safeParse(definitionSchema, definition);
  const formIssues = form.success
    ? []
    : form.issues.map((issue) => ({ path: v.getDotPath(issue) ?? "", message: codeOf(issue) }));
  const issues = [
    ...formIssues,
    ...(form.success ? definitionIssues(definition, cids) : []),
    ...(opening ? openingIssues(definition) : []),
  ];
  const seen = new Set<string>();
  return issues.flatMap(({ path, message }) => {
    const partId = partAt(definition, path);
    const code = message.split(":")[0] ?? message;
    const key = `${partId} ${code}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ partId, code }];
  });
}

function codeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "min_length") return issue.requirement === 1 ? "missing" : "too-few";
  if (issue.type === "max_length") return "too-long";
  return issue.type === "check" ? issue.message : "invalid";
}

function partAt(definition: SurveyDefinition, path: string): string {
  const match = /^sections\.(\d+)(?:\.questions\.(\d+))?/.exec(path);
  const section = match && definition.sections[Number(match[1])];
  if (!section) return "";
  const question = match[2] === undefined ? undefined : section.questions[Number(match[2])];
  return question?.id ?? section.id;
}
