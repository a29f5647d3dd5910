/**
 * People and how they sign in. `accounts`, `sessions`, `credentials` and
 * `verifications` are better-auth's user, session, account and verification
 * (written by hand from its `getAuthTables()`), with our columns beside them.
 */
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { units } from "./authorities.ts";

export const accounts = sqliteTable(
  "accounts",
  {
    id: text().$type<AccountId>().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
    image: text(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
    role: text().$type<AccountRole>().notNull().default("respondent"),
    head: integer({ mode: "boolean" }).notNull().default(false),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    locale: text().$type<Locale>().notNull().default("id"),
    disabled: integer({ mode: "boolean" }).notNull().default(false),
    demo: integer({ mode: "boolean" }).notNull().default(false),
    revision: integer().notNull().default(1),
  },
  (table) => [
    check(
      "accounts_role",
      sql`${table.role} in ('admin', 'drafter', 'legal', 'facilitator', 'leader', 'respondent', 'organisation')`,
    ),
    check("accounts_locale", sql`${table.locale} in ('id', 'en')`),
    check("accounts_email", sql`${table.email} = lower(${table.email})`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
  },
  (table) => [index("sessions_account").on(table.userId)],
);

export const credentials = sqliteTable(
  "credentials",
  {
    id: text().primaryKey(),
    accountId: text("subject").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: integer("access_token_expires_at", { mode: "timestamp_ms" }),
    refreshTokenExpiresAt: integer("refresh_token_expires_at", { mode: "timestamp_ms" }),
    scope: text(),
    password: text(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("credentials_account").on(table.userId)],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

/**
 * Links that let a person set a password, once: an invitation makes an account
 * when it is taken up, a reset belongs to one. Only the token's SHA-256 is here.
 */
export const accountLinks = sqliteTable(
  "account_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    kind: text().$type<"invitation" | "reset">().notNull(),
    email: text().notNull(),
    accountId: text("account_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    role: text().$type<AccountRole>(),
    head: integer({ mode: "boolean" }).notNull().default(false),
    unitId: text("unit_id")
      .$type<UnitId>()
      .references(() => units.id),
    /** Null when made on the command line. */
    createdBy: text("created_by")
      .$type<AccountId>()
      .references(() => accounts.id),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (table) => [
    check("account_links_kind", sql`${table.kind} in ('invitation', 'reset')`),
    check(
      "account_links_target",
      sql`(${table.kind} = 'reset' and ${table.accountId} is not null) or (${table.kind} = 'invitation' and ${table.role} is not null)`,
    ),
  ],
);
