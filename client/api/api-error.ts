/** A refusal by the server (RFC 9457), or the server out of reach: `code` "offline". */
import type { DomainErrorCode, InputIssue } from "../../domain/errors.ts";

export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: DomainErrorCode | "offline" | "fault";
  readonly reason?: string;
  readonly instance?: string;
  readonly errors?: readonly InputIssue[];
}

export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail || problem.title, options);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Reads what a failed response says of itself; a body that is no problem document leaves only the status. */
export async function readProblem(response: Response): Promise<Problem> {
  const bare: Problem = { title: "", status: response.status, detail: "", code: "fault" };
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return bare;
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null ? { ...bare, ...body, status: response.status } : bare;
}

export const isApiError = (error: unknown, code?: Problem["code"]): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.problem.code === code);
