import { eq } from "drizzle-orm";
import type { Db } from "../database.ts";
import { settings } from "../schema/operations.ts";

/** Settings of the deployment: a fixed set of keys. */
export type SettingKey = "demo" | "auth-secret" | "ready-probe";

export type SettingsRepo = ReturnType<typeof createSettingsRepo>;

export function createSettingsRepo(db: Db) {
  return {
    async get(key: SettingKey): Promise<string | null> {
      const row = await db
        .select({ value: settings.value })
        .from(settings)
        .where(eq(settings.key, key))
        .get();
      return row?.value ?? null;
    },
    async set(key: SettingKey, value: string): Promise<void> {
      await db
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } });
    },
    /** Writes `value` unless there is one, and answers with what stands. */
    async getOrSet(key: SettingKey, value: string): Promise<string> {
      await db.insert(settings).values({ key, value }).onConflictDoNothing();
      const kept = await this.get(key);
      if (kept === null) throw new Error(`setting ${key} was not kept`);
      return kept;
    },
  };
}
