/** The governments of this deployment, their units (OPD) and stakeholder groups. */
import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { AuthorityId, GroupId, UnitId } from "../../domain/ids.ts";

export const authorities = sqliteTable("authorities", {
  id: text().$type<AuthorityId>().primaryKey(),
  name: text().notNull(),
  office: text().notNull(),
  spelling: text().notNull(),
  region: text().notNull(),
  province: text().notNull(),
  gazette: text().notNull(),
  timeZone: text("time_zone").notNull(),
  letterhead: text().notNull().default(""),
  demo: integer({ mode: "boolean" }).notNull().default(false),
  revision: integer().notNull().default(1),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

export const units = sqliteTable(
  "units",
  {
    id: text().$type<UnitId>().primaryKey(),
    authorityId: text("authority_id")
      .$type<AuthorityId>()
      .notNull()
      .references(() => authorities.id),
    name: text().notNull(),
    abbreviation: text(),
    revision: integer().notNull().default(1),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    unique("units_name").on(table.authorityId, table.name),
    check("units_revision", sql`${table.revision} >= 1`),
  ],
);

export const groups = sqliteTable(
  "groups",
  {
    id: text().$type<GroupId>().primaryKey(),
    authorityId: text("authority_id")
      .$type<AuthorityId>()
      .notNull()
      .references(() => authorities.id),
    name: text().notNull(),
    description: text(),
    revision: integer().notNull().default(1),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [unique("groups_name").on(table.authorityId, table.name)],
);
