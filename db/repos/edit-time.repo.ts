/** When the text of a policy was last written in, as the lists of policies show and order it. */
import { eq, sql } from "drizzle-orm";
import type { EpochMs, PolicyId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { policies } from "../schema/policies.ts";

export type EditTimeRepo = ReturnType<typeof createEditTimeRepo>;

export function createEditTimeRepo(db: Db) {
  /** Prepared: it runs once a minute for every draft that somebody writes in. */
  const setEdited = db
    .update(policies)
    .set({ updatedAt: sql`max(${policies.updatedAt}, ${sql.placeholder("at")})` })
    .where(eq(policies.id, sql.placeholder("id")))
    .prepare();
  return {
    /** Neither a revision nor an event: who wrote what stands in the document's log. */
    async edited(id: PolicyId, at: EpochMs): Promise<void> {
      await setEdited.run({ id, at });
    },
  };
}
