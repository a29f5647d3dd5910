/**
 * Expected refusals. Each has a stable `code` that the wire, the tests and the
 * translations share; whatever is not one of these is a fault and answers 500.
 */
export const DOMAIN_ERROR_CODES = [
  "bad-input",
  "not-signed-in",
  "not-allowed",
  "not-found",
  "gone",
  "conflict",
  "stale",
  "precondition-required",
  "too-large",
  "too-many-requests",
  "unsupported",
  "unavailable",
] as const;

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** One field or place in the input: a path such as `clauses.3.level`, and a reason code with its parameters. */
export interface InputIssue {
  readonly path: string;
  readonly message: string;
}

/**
 * What the sentence of a reason names: `{who}` and `{at}` in its words are
 * replaced by these. `at` is an instant, shown in `zone`.
 */
export interface ErrorFacts {
  readonly who?: string;
  readonly at?: number;
  readonly zone?: string;
}

export class DomainError extends Error {
  readonly code: DomainErrorCode;
  /** A finer reason within the code, such as `title-too-long`; translated by the server. */
  readonly reason: string;
  readonly issues: readonly InputIssue[];
  readonly facts: ErrorFacts;

  constructor(
    code: DomainErrorCode,
    reason: string,
    detail: string,
    issues: readonly InputIssue[] = [],
    facts: ErrorFacts = {},
  ) {
    super(detail);
    this.name = "DomainError";
    this.code = code;
    this.reason = reason;
    this.issues = issues;
    this.facts = facts;
  }
}
