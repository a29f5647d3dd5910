/** A demo that was being loaded when the process died is begun anew, not half shown. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { FILES_FOLDER, RELATIONS_FILE, ROOMS_FILE } from "../../db/backup.node.ts";
import type { Db } from "../../db/database.ts";
import { createSettingsRepo } from "../../db/repos/settings.repo.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { openDataFolder, type DataFolder } from "../data-folder.node.ts";

/**
 * Opens the folder; when it holds the beginning of a demo and nobody's account
 * besides, empties it first. Only what Rembuk itself put there is removed.
 */
export async function openWholeDataFolder(dataDir: string): Promise<DataFolder> {
  const data = await openDataFolder(dataDir);
  if (!(await holdsUnfinishedDemo(data.db))) return data;
  await data.close();
  for (const file of [RELATIONS_FILE, ROOMS_FILE]) {
    for (const suffix of ["", "-wal", "-shm"]) await rm(join(dataDir, `${file}${suffix}`), { force: true });
  }
  await rm(join(dataDir, FILES_FOLDER), { recursive: true, force: true });
  return openDataFolder(dataDir);
}

async function holdsUnfinishedDemo(db: Db): Promise<boolean> {
  if ((await createSettingsRepo(db).get("demo")) !== "loading") return false;
  // Made on the command line in the meantime: a person's account outweighs a whole demo.
  const own = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.demo, false)).limit(1);
  return own.length === 0;
}
