/**
 * Applies the migrations that drizzle-kit generated, one transaction each, with
 * drizzle's own bookkeeping table. On Cloudflare the same SQL files are applied
 * by `wrangler d1 migrations apply`, which keeps its own table.
 */
import { SqlError } from "./sql-connection.ts";
import type { SqlConnection } from "./sql-connection.ts";

export interface Migration {
  /** File name without `.sql`, such as `0003_audit`. */
  readonly tag: string;
  /** When it was generated (milliseconds); the order of application. */
  readonly when: number;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  readonly statements: readonly string[];
}

export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

const TABLE = "__drizzle_migrations";

/**
 * Statements of a migration that could lose rows. A rebuilt table drops its old
 * form, and inside a transaction `PRAGMA foreign_keys=OFF` is ignored, so that
 * children would be deleted by cascade without an error.
 */
export function destructiveStatements(migration: Migration): string[] {
  return migration.statements.filter((sql) =>
    /\bdrop\s+(table|column)\b|\b__new_|\bpragma\s+foreign_keys\b|^\s*(delete|truncate)\b/i.test(sql),
  );
}

/** A migration from the text of its file. */
export async function parseMigration(tag: string, when: number, text: string): Promise<Migration> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const statements = text
    .split("--> statement-breakpoint")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { tag, when, hash, statements };
}

/**
 * Brings the database to the last of `migrations` (in order) and returns the
 * tags that were applied. Throws `MigrationError` when the database was written
 * by a newer program, when an applied migration has changed since, or when one
 * would lose rows; what was applied before the failing one stays.
 */
export async function migrate(
  connection: SqlConnection,
  migrations: readonly Migration[],
): Promise<string[]> {
  await connection.batch([
    {
      sql: `create table if not exists ${TABLE} (id integer primary key, hash text not null, created_at numeric)`,
      params: [],
    },
  ]);
  const { rows } = await connection.query({
    sql: `select hash, created_at from ${TABLE} order by created_at, id`,
    params: [],
  });
  for (const [index, [hash, when]] of rows.entries()) {
    const known = migrations[index];
    if (!known) throw new MigrationError("the database was written by a newer version of Rembuk");
    if (known.hash !== hash || known.when !== Number(when)) {
      throw new MigrationError(`migration ${known.tag} is not the one that was applied to this database`);
    }
  }
  const applied: string[] = [];
  for (const migration of migrations.slice(rows.length)) {
    await applyMigration(connection, migration);
    applied.push(migration.tag);
  }
  return applied;
}

async function applyMigration(connection: SqlConnection, migration: Migration): Promise<void> {
  const [destructive] = destructiveStatements(migration);
  if (destructive !== undefined) {
    throw new MigrationError(`migration ${migration.tag} is not additive: ${destructive.slice(0, 120)}`);
  }
  try {
    await connection.batch([
      ...migration.statements.map((sql) => ({ sql, params: [] })),
      {
        sql: `insert into ${TABLE} (hash, created_at) values (?, ?)`,
        params: [migration.hash, migration.when],
      },
    ]);
  } catch (error) {
    const place = error instanceof SqlError ? ` at statement ${error.index + 1}` : "";
    throw new MigrationError(`migration ${migration.tag} failed${place}: ${String(error)}`, { cause: error });
  }
}
