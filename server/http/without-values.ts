/**
 * Errors as they may be written down. A failed statement names the values that were bound to it: what people wrote,
 * tokens, and words that are being erased. Its text and its causes say enough.
 */
import { DrizzleQueryError } from "drizzle-orm";

export interface ToldError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: ToldError | string;
}

/** Longer chains of causes are cut. */
const CAUSES_MAX = 8;

export function withoutValues(error: unknown, causesLeft: number = CAUSES_MAX): ToldError | string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : typeof error;
  const { name, cause, stack } = error;
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message;
  const code = (error as { readonly code?: unknown }).code;
  // The stack begins with name and message; frames alone where it does not.
  const head = `${name}: ${error.message}`;
  const frames = stack?.startsWith(head) === true ? stack.slice(head.length) : framesOf(stack ?? "");
  return {
    type: name,
    message,
    ...(stack !== undefined && { stack: `${name}: ${message}${frames}` }),
    ...(typeof code === "string" && { code }),
    ...(cause !== undefined && causesLeft > 0 && { cause: withoutValues(cause, causesLeft - 1) }),
  };
}

/** A made-up frame in a value costs it nothing but the lines before its last one. */
function framesOf(stack: string): string {
  const lines = stack.split("\n");
  const end = lines.findLastIndex((line) => !/^\s+at /.test(line));
  return lines
    .slice(end + 1)
    .map((line) => `\n${line}`)
    .join("");
}
