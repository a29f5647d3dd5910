/** What changes in the relations when a backup comes back. */
import { isNull } from "drizzle-orm";
import { createHeadKeeper } from "./audit-heads.ts";
import { createAuditTrail } from "./audit-trail.ts";
import { createDb, type Db } from "./database.ts";
import type { FileStore } from "./file-store.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.node.ts";
import { accountLinks, sessions } from "./schema/accounts.ts";
import { notifications, outbox } from "./schema/notifications.ts";
import { idempotencyKeys } from "./schema/operations.ts";
import { schema } from "./schema/schema.ts";
import type { SqlConnection } from "./sql-connection.ts";

/** What the administrator reads beside a mail that is held back. */
const RESTORED = "Cadangan dipulihkan / a backup was restored";

/**
 * Ends every session and spends every open link: what ended or was used since
 * the backup would otherwise count again. Kept answers of later requests are
 * dropped, mails that waited are held back (NT14), and the record says that and
 * from when it was restored. [AK6]
 */
export async function settleRestored(
  relations: SqlConnection,
  files: FileStore,
  { takenAt, at }: { readonly takenAt: string; readonly at: number },
): Promise<void> {
  await migrate(relations, await readMigrations());
  const db = createDb(relations, schema) as unknown as Db;
  const heads = createHeadKeeper(files, (error) => {
    throw error;
  });
  const trail = createAuditTrail({ db, onEvent: (event) => heads.keep(event) });
  await trail.withEvent("system", () => ({
    at,
    actor: null,
    action: "backup.restored",
    subject: { kind: "backup", id: takenAt },
    payload: { takenAt },
    statements: [
      db.delete(sessions),
      db.update(accountLinks).set({ usedAt: at }).where(isNull(accountLinks.usedAt)),
      db.delete(idempotencyKeys),
      // What waited then may have gone out since: nobody gets it again without somebody saying so.
      db.update(notifications).set({ mailedAt: at }).where(isNull(notifications.mailedAt)),
      db.update(outbox).set({ nextAttemptAt: null, lastError: RESTORED }).where(isNull(outbox.sentAt)),
    ],
  }));
  await heads.flush();
}
