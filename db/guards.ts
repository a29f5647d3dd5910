/**
 * Optimistic checks inside a batch. Neither D1 nor SQLite stops a batch when an
 * UPDATE touched no row, so a lost check has to violate a constraint: each
 * guard inserts a row that the CHECK of `guards` refuses, but only when its
 * condition does not hold. Nothing is ever stored.
 *
 *     await db.batch([
 *       guard(db, sql`exists (select 1 from policies where id = ${id} and revision = ${seen})`),
 *       db.update(policies).set({ stage, revision: seen + 1 }).where(eq(policies.id, id)),
 *     ]);
 */
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { isConstraintViolation } from "./constraint-violation.ts";
import type { Db, DbStatement } from "./database.ts";
import { guards } from "./schema/audit.ts";

type AnyDb = Pick<Db, "insert">;

/** A statement that makes the batch fail unless `condition` holds at its place in the batch. [AU6] */
export function guard(db: AnyDb, condition: SQL): DbStatement {
  return db.insert(guards).select(sql`select 0 as held where not coalesce((${condition}), 0)`);
}

/** Makes the batch fail unless the INSERT, UPDATE or DELETE right before it touched exactly `rows` rows. [AU6] */
export function guardChanged(db: AnyDb, rows = 1): DbStatement {
  return guard(db, sql`changes() = ${rows}`);
}

/** Whether a batch failed on one of its guards: somebody was faster. */
export function isLostGuard(error: unknown): boolean {
  return isConstraintViolation(error, "guard_held");
}
