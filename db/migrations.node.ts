/** Reads the migrations of `db/migrations` in the order of drizzle-kit's journal. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { parseMigration } from "./migrate.ts";
import type { Migration } from "./migrate.ts";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));

const Journal = v.object({
  entries: v.array(v.object({ idx: v.number(), when: v.number(), tag: v.string() })),
});

export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const journal = v.parse(Journal, JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8")));
  const entries = journal.entries.toSorted((a, b) => a.idx - b.idx);
  return Promise.all(
    entries.map(async ({ tag, when }) =>
      parseMigration(tag, when, await readFile(join(folder, `${tag}.sql`), "utf8")),
    ),
  );
}
