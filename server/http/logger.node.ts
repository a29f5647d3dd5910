import { pino } from "pino";
import type { Logger } from "./logger.ts";
import { withoutValues } from "./without-values.ts";

export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";

/** JSON lines on standard output. */
export function createPinoLogger(level: LogLevel): Logger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message, error) =>
      log.error(error === undefined ? fields : { ...fields, err: withoutValues(error) }, message),
  };
}
