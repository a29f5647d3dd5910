/** Files added to inputs; the bytes are in the file store. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AttachmentKind } from "../../domain/attachments/attachment.ts";
import type { AccountId, ContributionId } from "../../domain/ids.ts";
import { accounts } from "./accounts.ts";
import { contributions } from "./contributions.ts";

export const attachments = sqliteTable(
  "attachments",
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    name: text().notNull(),
    kind: text().$type<AttachmentKind>().notNull(),
    bytes: integer().notNull(),
    uploadedBy: text("uploaded_by")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    uploadedAt: integer("uploaded_at").notNull(),
  },
  (table) => [
    check("attachments_sha256", sql`length(${table.sha256}) = 64`),
    check("attachments_bytes", sql`${table.bytes} between 1 and 10485760`),
    check("attachments_kind", sql`${table.kind} in ('pdf', 'docx', 'xlsx', 'odt', 'png', 'jpeg', 'txt')`),
  ],
);

/** Files of an input that was received. */
export const contributionAttachments = sqliteTable(
  "contribution_attachments",
  {
    contributionId: text("contribution_id")
      .$type<ContributionId>()
      .notNull()
      .references(() => contributions.id),
    attachmentId: text("attachment_id")
      .notNull()
      .references(() => attachments.id),
    /** From 0. */
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contributionId, table.attachmentId] }),
    index("contribution_attachments_attachment").on(table.attachmentId),
  ],
);
