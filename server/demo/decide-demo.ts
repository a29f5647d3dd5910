import type { Db } from "../../db/database.ts";
import type { SettingsRepo } from "../../db/repos/settings.repo.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { isLoopback, type Config } from "../config.ts";

/**
 * Whether to load the demo, and whether to show its accounts. It is loaded into
 * an empty database when only this machine can reach it (or DEMO=1), and the
 * database is marked; the mark shows the accounts unless DEMO=0.
 */
export async function decideDemo({
  config,
  settings,
  db,
}: {
  readonly config: Pick<Config, "host" | "demo">;
  readonly settings: SettingsRepo;
  readonly db: Db;
}): Promise<{ readonly load: boolean; readonly shown: boolean }> {
  const marked = (await settings.get("demo")) === "1";
  const isEmpty = (await db.select({ id: accounts.id }).from(accounts).limit(1)).length === 0;
  const load = isEmpty && config.demo !== false && (config.demo === true || isLoopback(config.host));
  return { load, shown: config.demo !== false && (marked || load) };
}
