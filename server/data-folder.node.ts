/** Opening and closing what lies in the data folder, in the right order. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { FILES_FOLDER, RELATIONS_FILE, ROOMS_FILE } from "../db/backup.node.ts";
import { createDb, type Db } from "../db/database.ts";
import { createFileStore } from "../db/file-store.node.ts";
import type { FileStore } from "../db/file-store.ts";
import { openLibsql, type LibsqlConnection } from "../db/libsql.node.ts";
import { migrate } from "../db/migrate.ts";
import { readMigrations } from "../db/migrations.node.ts";
import { schema } from "../db/schema/schema.ts";

export interface DataFolder {
  readonly db: Db;
  readonly relations: LibsqlConnection;
  readonly rooms: LibsqlConnection;
  readonly files: FileStore;
  close(): Promise<void>;
}

/** Opens (and creates) the folder and brings `rembuk.db` to the newest migration. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  await mkdir(dataDir, { recursive: true });
  const [relations, rooms, migrations] = await Promise.all([
    openLibsql(join(dataDir, RELATIONS_FILE)),
    openLibsql(join(dataDir, ROOMS_FILE)),
    readMigrations(),
  ]);
  const close = async () => {
    await rooms.close();
    await relations.close();
  };
  try {
    await migrate(relations, migrations);
  } catch (error) {
    await close();
    throw error;
  }
  const db = createDb(relations, schema) as unknown as Db;
  return { db, relations, rooms, files: createFileStore(join(dataDir, FILES_FOLDER)), close };
}
