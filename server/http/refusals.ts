/** From what the database refused to what the asker is told. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import { DomainError } from "../../domain/errors.ts";

/** Runs a write that is optimistic on a revision; a lost check is `stale`, a taken name or address `conflict`. */
export async function optimistic<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isLostGuard(error)) throw new DomainError("stale", "stale", "revision moved");
    throw taken(error);
  }
}

/** Runs a write that may meet a taken name or address. */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw taken(error);
  }
}

/** Runs a write whose only guard is that nothing has this name yet. */
export async function unlessNamed<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isLostGuard(error) ? nameTaken() : error;
  }
}

const nameTaken = (): DomainError =>
  new DomainError("conflict", "name-taken", "name taken", [{ path: "name", message: "invalid" }]);

function taken(error: unknown): unknown {
  if (isConstraintViolation(error, "accounts.email")) {
    return new DomainError("conflict", "email-taken", "address taken", [
      { path: "email", message: "invalid" },
    ]);
  }
  for (const column of ["units.name", "groups.name"]) {
    if (isConstraintViolation(error, column)) return nameTaken();
  }
  return error;
}

/** What must exist; throws `not-found` with this reason. */
export function found<T>(value: T | null | undefined, reason = "not-found"): T {
  if (value === null || value === undefined) throw new DomainError("not-found", reason, reason);
  return value;
}
