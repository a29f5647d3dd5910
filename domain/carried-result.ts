/**
 * A result that crosses a border between processes. An error loses its class on the way, so expected refusals travel
 * as data and become the same `DomainError` again on the other side.
 */
import { DomainError, type DomainErrorCode, type ErrorFacts, type InputIssue } from "./errors.ts";

export type Carried<Value> =
  | { readonly outcome: "done"; readonly value: Value }
  | {
      readonly outcome: "refused";
      readonly code: DomainErrorCode;
      readonly reason: string;
      readonly detail: string;
      readonly issues: readonly InputIssue[];
      readonly facts: ErrorFacts;
    };

/** Runs `task` and packs what came of it; errors that are no `DomainError` are thrown as they are. */
export async function carry<Value>(task: () => Promise<Value>): Promise<Carried<Value>> {
  try {
    return { outcome: "done", value: await task() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, reason, message, issues, facts } = error;
    return { outcome: "refused", code, reason, detail: message, issues, facts };
  }
}

/** The value, or the refusal thrown as the `DomainError` that it was. */
export function unpack<Value>(carried: Carried<Value>): Value {
  if (carried.outcome === "done") return carried.value;
  const { code, reason, detail, issues, facts } = carried;
  throw new DomainError(code, reason, detail, issues, facts);
}
