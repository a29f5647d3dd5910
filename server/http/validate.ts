/** From `unknown` to a typed value, or one refusal that names every wrong place. */
import * as v from "valibot";
import { DomainError, type InputIssue } from "../../domain/errors.ts";

export type Schema = v.GenericSchema<unknown, unknown>;

const MAX_ISSUES = 50;

/** Parses `value`; throws `bad-input` with all issues, each with its path (`source.text`, `cids.3`). */
export function validate<S extends Schema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issues = flatten(result.issues).slice(0, MAX_ISSUES);
  throw new DomainError("bad-input", "invalid-input", "input refused by its schema", issues);
}

function flatten(issues: readonly v.BaseIssue<unknown>[]): InputIssue[] {
  return issues.map((issue) => ({ path: v.getDotPath(issue) ?? "", message: issueCode(issue) }));
}

/** A code with its parameter; `issues.intl.ts` words it. What was sent is never repeated. */
function issueCode(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received } = issue;
  if (type === "strict_object") return expected === "never" ? "unknown" : missingOr(received, "object");
  if (issue.kind === "validation") {
    if (type === "check") return issue.message;
    const requirement = issue.requirement;
    return typeof requirement === "number" ? `${type}:${requirement}` : type;
  }
  if (type === "custom") return received === "undefined" ? "missing" : "ulid";
  if (type === "picklist" || type === "literal" || type === "variant") {
    return received === "undefined"
      ? "missing"
      : `option:${(expected ?? "")
          .replaceAll('"', "")
          .replaceAll(" | ", ", ")
          .replace(/^\(|\)$/g, "")}`;
  }
  return missingOr(received, expected ?? type);
}

const missingOr = (received: string, expected: string): string =>
  received === "undefined" ? "missing" : `type:${expected}`;
