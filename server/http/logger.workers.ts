/** JSON lines on the console, which is where Workers keep logs. */
import type { LogFields, Logger } from "./logger.ts";
import { withoutValues } from "./without-values.ts";

const write = (level: string, fields: LogFields, msg: string, error?: unknown): void => {
  const told = error === undefined ? {} : { err: withoutValues(error) };
  // oxlint-disable-next-line no-console
  console.log(JSON.stringify({ level, ...fields, msg, ...told }));
};

export const consoleLogger: Logger = {
  info: (fields, message) => write("info", fields, message),
  warn: (fields, message) => write("warn", fields, message),
  error: (fields, message, error) => write("error", fields, message, error),
};
