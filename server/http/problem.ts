/** Refusals on the wire: application/problem+json (RFC 9457). */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError, type DomainErrorCode, type ErrorFacts, type InputIssue } from "../../domain/errors.ts";
import type { Locale } from "../../domain/locale.ts";
import { wordIssue } from "./issues.intl.ts";
import { problemTexts } from "./problems.intl.ts";

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request id, to be quoted when asking for help. */
  readonly instance: string;
  readonly code: DomainErrorCode | "fault";
  readonly reason: string;
  readonly errors?: readonly InputIssue[];
}

// A full record: adding an error code without a status does not compile.
const statusByCode: Record<DomainErrorCode, ContentfulStatusCode> = {
  "bad-input": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  gone: 410,
  conflict: 409,
  stale: 412,
  "precondition-required": 428,
  "too-large": 413,
  "too-many-requests": 429,
  unsupported: 415,
  unavailable: 503,
};

/**
 * What leaves the server for `error`. Only the code and the reason of a known
 * error decide the words; everything else is a bare 500.
 */
export function presentProblem(error: unknown, locale: Locale, requestId: string): Problem {
  const instance = `urn:rembuk:request:${requestId}`;
  const texts = problemTexts[locale];
  if (!(error instanceof DomainError)) {
    return { type: "about:blank", status: 500, code: "fault", reason: "fault", instance, ...texts.fault };
  }
  const { title, detail } = texts.codes[error.code];
  return {
    type: `urn:rembuk:problem:${error.code}`,
    title,
    status: statusByCode[error.code],
    detail: withFacts(texts.reasons[error.reason] ?? detail, error.facts, locale),
    instance,
    code: error.code,
    reason: error.reason,
    ...(error.issues.length > 0 && {
      errors: error.issues.map(({ path, message }) => ({ path, message: wordIssue(message, locale) })),
    }),
  };
}

/** The sentence with who did it, and when. */
function withFacts(sentence: string, { who, at, zone }: ErrorFacts, locale: Locale): string {
  const when =
    at === undefined
      ? ""
      : new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
          dateStyle: "long",
          timeStyle: "short",
          ...(zone !== undefined && { timeZone: zone }),
        }).format(at);
  return sentence.replaceAll("{who}", () => who ?? "").replaceAll("{at}", () => when);
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
