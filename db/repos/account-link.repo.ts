/** Links that let a person set a password once. Tokens are known here only by their SHA-256. */
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, EpochMs, UnitId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guardChanged } from "../guards.ts";
import { accountLinks, accounts } from "../schema/accounts.ts";
import type { By } from "./directory.repo.ts";

export type AccountLink =
  | { readonly kind: "reset"; readonly email: string; readonly accountId: AccountId }
  | {
      readonly kind: "invitation";
      readonly email: string;
      readonly role: AccountRole;
      readonly head: boolean;
      readonly unitId: UnitId | null;
    };

export interface PendingInvitation {
  readonly email: string;
  readonly role: AccountRole;
  readonly head: boolean;
  readonly unitId: UnitId | null;
  readonly expiresAt: EpochMs;
}

export type AccountLinkRepo = ReturnType<typeof createAccountLinkRepo>;

export function createAccountLinkRepo(db: Db, trail: AuditTrail) {
  const usable = (tokenHash: string, at: EpochMs) =>
    and(eq(accountLinks.tokenHash, tokenHash), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, at));

  const openInvitation = (email: string, at: EpochMs) =>
    and(
      eq(accountLinks.kind, "invitation"),
      eq(accountLinks.email, email),
      isNull(accountLinks.usedAt),
      gt(accountLinks.expiresAt, at),
    );

  return {
    insertStatement(link: AccountLink, tokenHash: string, expiresAt: EpochMs, by: By): DbStatement {
      return db
        .insert(accountLinks)
        .values({ ...link, tokenHash, expiresAt, createdAt: by.at, createdBy: by.actor });
    },
    async add(link: AccountLink, tokenHash: string, expiresAt: EpochMs, by: By): Promise<void> {
      await trail.withEvent("system", () => ({
        ...by,
        action: link.kind === "reset" ? "account.reset-offered" : "invitation.made",
        subject:
          link.kind === "reset"
            ? { kind: "account", id: link.accountId }
            : { kind: "invitation", id: tokenHash.slice(0, 16) },
        payload: link.kind === "invitation" ? { role: link.role } : {},
        statements: [
          // One address has one invitation that works: who loses a link is given another in its place.
          ...(link.kind === "invitation"
            ? [db.update(accountLinks).set({ expiresAt: by.at }).where(openInvitation(link.email, by.at))]
            : []),
          this.insertStatement(link, tokenHash, expiresAt, by),
        ],
      }));
    },
    /** The newest invitation of every address that has no account, also expired ones; newest first. */
    async pendingInvitations(limit: number): Promise<PendingInvitation[]> {
      const rows = await db
        .select()
        .from(accountLinks)
        .where(
          and(
            eq(accountLinks.kind, "invitation"),
            isNull(accountLinks.usedAt),
            sql`not exists (select 1 from ${accounts} where ${accounts.email} = ${accountLinks.email})`,
            sql`not exists (select 1 from account_links as later where later.kind = 'invitation' and later.email = ${accountLinks.email} and (later.created_at, later.token_hash) > (${accountLinks.createdAt}, ${accountLinks.tokenHash}))`,
          ),
        )
        .orderBy(desc(accountLinks.createdAt))
        .limit(limit);
      return rows.flatMap(({ email, role, head, unitId, expiresAt }) =>
        role ? [{ email, role, head, unitId, expiresAt }] : [],
      );
    },
    /** The link if it can still be used at `at`. */
    async find(tokenHash: string, at: EpochMs): Promise<AccountLink | null> {
      const row = await db.select().from(accountLinks).where(usable(tokenHash, at)).get();
      if (!row) return null;
      const { kind, email, accountId, role, head, unitId } = row;
      if (kind === "reset") return accountId ? { kind, email, accountId } : null;
      return role ? { kind, email, role, head, unitId } : null;
    },
    /** Statements that spend the link; the batch fails on their guard when it was spent meanwhile. */
    spendStatements(tokenHash: string, at: EpochMs): DbStatement[] {
      return [db.update(accountLinks).set({ usedAt: at }).where(usable(tokenHash, at)), guardChanged(db)];
    },
  };
}
