/** What the server needs to run: answers kept for retries, and settings of the deployment. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row per creating request that named itself (`Idempotency-Key`); `status` is null while it runs. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actor: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body. */
    requestHash: text("request_hash").notNull(),
    status: integer(),
    location: text(),
    body: text(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index("idempotency_keys_created").on(table.createdAt),
  ],
);

export const settings = sqliteTable("settings", {
  key: text().primaryKey(),
  value: text().notNull(),
});
