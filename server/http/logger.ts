/**
 * What the server writes down about itself: ids, routes, durations. Never
 * names, addresses of people, tokens, query strings, or what people wrote.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Logger {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  /** `error` goes to the log with its stack and causes, without the values of failed statements. */
  error(fields: LogFields, message: string, error?: unknown): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
