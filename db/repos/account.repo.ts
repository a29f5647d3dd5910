/** Accounts as the domain sees them. Sessions and passwords are better-auth's rows; here they are only ended or set. */
import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Account, AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { accounts, credentials, sessions } from "../schema/accounts.ts";
import type { By } from "./directory.repo.ts";

export interface NewAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly head: boolean;
  readonly unitId: UnitId | null;
  readonly locale?: Locale;
  readonly demo?: boolean;
}

export interface AccountChanges {
  readonly name?: string | undefined;
  readonly role?: AccountRole | undefined;
  readonly head?: boolean | undefined;
  readonly unitId?: UnitId | null | undefined;
  readonly disabled?: boolean | undefined;
}

export type StoredAccount = Account & { readonly demo: boolean };
export type AccountRepo = ReturnType<typeof createAccountRepo>;

type Row = typeof accounts.$inferSelect;

function toAccount(row: Row): StoredAccount {
  const { id, name, email, role, head, unitId, locale, disabled, demo, revision, createdAt } = row;
  return {
    id,
    name,
    email,
    role,
    head,
    unitId,
    locale,
    disabled,
    demo,
    revision,
    createdAt: createdAt.getTime(),
  };
}

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (each) => `\\${each}`);

export function createAccountRepo(db: Db, trail: AuditTrail) {
  /** Statements that make an account, for a batch with what it came from. */
  function insertStatements(account: NewAccount, by: By): DbStatement[] {
    const at = new Date(by.at);
    return [db.insert(accounts).values({ ...account, createdAt: at, updatedAt: at })];
  }

  /** Statements that replace the password and end every session, but `keptSession` where it is given. */
  function passwordStatements(
    id: AccountId,
    hash: string,
    rowId: string,
    by: By,
    keptSession?: string,
  ): DbStatement[] {
    const at = new Date(by.at);
    return [
      db.delete(credentials).where(and(eq(credentials.userId, id), eq(credentials.providerId, "credential"))),
      db.insert(credentials).values({
        id: rowId,
        accountId: id,
        userId: id,
        providerId: "credential",
        password: hash,
        createdAt: at,
        updatedAt: at,
      }),
      db
        .delete(sessions)
        .where(
          and(eq(sessions.userId, id), keptSession === undefined ? undefined : ne(sessions.id, keptSession)),
        ),
    ];
  }

  /** Prepared: it is asked at every request, and building it costs more than running it. */
  const byId = db
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("id")))
    .prepare();

  return {
    insertStatements,
    passwordStatements,
    async get(id: AccountId): Promise<StoredAccount | null> {
      const row = await byId.get({ id });
      return row ? toAccount(row) : null;
    },
    async findByEmail(email: string): Promise<StoredAccount | null> {
      const row = await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase())).get();
      return row ? toAccount(row) : null;
    },
    /** Names of the given accounts; unknown ids are absent. */
    async names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
      const names = new Map<AccountId, string>();
      const unique = [...new Set(ids)];
      // D1 takes at most 100 parameters a statement.
      for (let start = 0; start < unique.length; start += 90) {
        const rows = await db
          .select({ id: accounts.id, name: accounts.name })
          .from(accounts)
          .where(inArray(accounts.id, unique.slice(start, start + 90)));
        for (const { id, name } of rows) names.set(id, name);
      }
      return names;
    },
    /** Ordered by name, then id; `after` is the last id of the page before. */
    async list(options: {
      readonly limit: number;
      readonly after?: string | undefined;
      readonly q?: string | undefined;
      /** Only accounts that can sign in, demo ones where `demo` says that they can. [AC3] */
      readonly signingIn?: { readonly demo: boolean } | undefined;
    }): Promise<StoredAccount[]> {
      const { limit, after, q, signingIn } = options;
      const pattern = q ? `%${escapeLike(q)}%` : undefined;
      const rows = await db
        .select()
        .from(accounts)
        .where(
          and(
            after === undefined
              ? undefined
              : sql`(${accounts.name}, ${accounts.id}) > (select name, id from accounts as last where last.id = ${after})`,
            pattern === undefined
              ? undefined
              : or(
                  sql`${accounts.name} like ${pattern} escape '\\'`,
                  sql`${accounts.email} like ${pattern} escape '\\'`,
                ),
            signingIn && eq(accounts.disabled, false),
            signingIn && !signingIn.demo ? eq(accounts.demo, false) : undefined,
          ),
        )
        .orderBy(asc(accounts.name), asc(accounts.id))
        .limit(limit);
      return rows.map(toAccount);
    },
    async listDemo(): Promise<StoredAccount[]> {
      const rows = await db
        .select()
        .from(accounts)
        .where(eq(accounts.demo, true))
        .orderBy(asc(accounts.createdAt));
      return rows.map(toAccount);
    },
    /** Rejects with a violated `accounts.email` when the address is taken. */
    async add(account: NewAccount, by: By, more: readonly DbStatement[] = []): Promise<void> {
      await trail.withEvent("system", () => ({
        ...by,
        action: "account.added",
        subject: { kind: "account", id: account.id },
        payload: { role: account.role },
        statements: [...insertStatements(account, by), ...more],
      }));
    },
    /** Optimistic on `revision`; also refuses, by its guard, to leave no administrator who can sign in. */
    async change(id: AccountId, revision: number, changes: AccountChanges, by: By): Promise<void> {
      const set = { ...changes, revision: revision + 1, updatedAt: new Date(by.at) };
      const ends = changes.disabled === true ? [db.delete(sessions).where(eq(sessions.userId, id))] : [];
      await trail.withEvent("system", () => ({
        ...by,
        action: "account.changed",
        subject: { kind: "account", id },
        payload: {
          ...(changes.role && { role: changes.role }),
          ...(changes.disabled !== undefined && { disabled: changes.disabled }),
        },
        statements: [
          db
            .update(accounts)
            .set(set)
            .where(and(eq(accounts.id, id), eq(accounts.revision, revision))),
          guardChanged(db),
          guard(db, sql`exists (select 1 from ${accounts} where role = 'admin' and disabled = 0)`),
          ...ends,
        ],
      }));
    },
    /** As better-auth hashed it; null while the account waits for its first link. */
    async passwordHash(id: AccountId): Promise<string | null> {
      const row = await db
        .select({ password: credentials.password })
        .from(credentials)
        .where(and(eq(credentials.userId, id), eq(credentials.providerId, "credential")))
        .get();
      return row?.password ?? null;
    },
    /** Those of `ids` (at most 90 of them a query) that never got a password. */
    async withoutPassword(ids: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
      const without = new Set(ids);
      for (let start = 0; start < ids.length; start += 90) {
        const rows = await db
          .select({ id: credentials.userId })
          .from(credentials)
          .where(
            and(
              inArray(credentials.userId, ids.slice(start, start + 90)),
              eq(credentials.providerId, "credential"),
            ),
          );
        for (const { id } of rows) without.delete(id);
      }
      return without;
    },
    async hasPassword(id: AccountId): Promise<boolean> {
      return (await this.passwordHash(id)) !== null;
    },
    /** Whether another administrator than `id` can sign in. */
    async hasOtherAdmin(id: AccountId): Promise<boolean> {
      const row = await db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.role, "admin"), eq(accounts.disabled, false), ne(accounts.id, id)))
        .get();
      return row !== undefined;
    },
    async setLocale(id: AccountId, locale: Locale): Promise<void> {
      await db.update(accounts).set({ locale }).where(eq(accounts.id, id));
    },
  };
}
