/** A real database file with all migrations applied, in a folder that goes away with it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDb } from "../../db/database.ts";
import type { Db } from "../../db/database.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import { migrate } from "../../db/migrate.ts";
import { readMigrations } from "../../db/migrations.node.ts";

export interface MigratedDatabase {
  readonly db: Db;
  readonly connection: LibsqlConnection;
  /** The file, for a second connection. */
  readonly path: string;
  readonly folder: string;
  dispose(): Promise<void>;
}

export async function openMigratedDatabase(): Promise<MigratedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "rembuk-migrated-"));
  const path = join(folder, "rembuk.db");
  const connection = await openLibsql(path, { withCommitGate: true });
  await migrate(connection, await readMigrations());
  return {
    db: createDb(connection, {}),
    connection,
    path,
    folder,
    async dispose() {
      await connection.close();
      rmSync(folder, { recursive: true });
    },
  };
}
