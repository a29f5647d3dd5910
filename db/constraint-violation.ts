/** Telling "that is taken" from "that is broken", whichever driver reports it. */
import { SqlError } from "./sql-connection.ts";

/** SQLite's own wording, which D1 passes on inside its message. */
const FAILED =
  /\b(UNIQUE|CHECK|FOREIGN KEY|NOT NULL|PRIMARY KEY) constraint failed(?:: ([^\n]*?))?(?:: SQLITE_[A-Z_]+.*)?$/m;

/**
 * Whether `error`, or what caused it, is a refused constraint. `name` narrows it
 * to one: a column of a UNIQUE or NOT NULL (`events.seq`), or the name of a CHECK.
 */
export function isConstraintViolation(error: unknown, name?: string): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth += 1) {
    const match = FAILED.exec(at.message);
    const ours = at instanceof SqlError && at.code.startsWith("SQLITE_CONSTRAINT");
    const d1 = at.message.startsWith("D1_ERROR");
    if (!ours && !(match && (d1 || depth > 0))) continue;
    if (name === undefined) return true;
    const names = (match?.[2] ?? "").split(",").map((part) => part.trim());
    if (names.includes(name)) return true;
  }
  return false;
}
