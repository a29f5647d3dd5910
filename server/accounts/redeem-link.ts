/** Taking up an invitation, or setting a new password through a reset link: once, before it expires. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import type { AuditTrail } from "../../db/audit-trail.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { AccountLink, AccountLinkRepo } from "../../db/repos/account-link.repo.ts";
import type { AccountRepo } from "../../db/repos/account.repo.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../../domain/accounts/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { sha256Hex } from "../../domain/sha256.ts";

export interface RedeemDeps {
  readonly links: AccountLinkRepo;
  readonly accounts: AccountRepo;
  readonly trail: AuditTrail;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly newId: () => string;
  readonly now: () => EpochMs;
}

const spent = () => new DomainError("gone", "link-spent", "link used, expired or unknown");

export function createRedeemLink({ links, accounts, trail, hashPassword, newId, now }: RedeemDeps) {
  async function requireLink(
    token: string,
    kind: AccountLink["kind"],
  ): Promise<{ link: AccountLink; hash: string }> {
    const hash = await sha256Hex(token);
    const link = await links.find(hash, now());
    if (!link || link.kind !== kind) throw spent();
    return { link, hash };
  }

  return {
    /** The link behind a token that can still be used; throws `gone`. */
    async look(token: string, kind: AccountLink["kind"]): Promise<AccountLink> {
      return (await requireLink(token, kind)).link;
    },
    /** Makes the invited account with this name and password; throws `gone`, `conflict` for a taken address. */
    async acceptInvitation(
      token: string,
      input: { name: string; password: string; locale: Locale },
    ): Promise<void> {
      const { link, hash } = await requireLink(token, "invitation");
      if (link.kind !== "invitation") throw spent();
      const { email, role, head, unitId } = link;
      const id = newId() as AccountId;
      const by = { actor: id, at: now() };
      const { name, locale } = input;
      const account = { id, name, email, role, head, unitId, locale };
      const password = await hashPassword(checkPassword(input.password));
      await spending("system", async () => ({
        ...by,
        action: "invitation.accepted",
        subject: { kind: "account", id },
        payload: { role },
        statements: [
          ...links.spendStatements(hash, by.at),
          ...accounts.insertStatements(account, by),
          ...accounts.passwordStatements(id, password, newId(), by),
        ],
      }));
    },
    /** Sets a new password and ends every session of the account; throws `gone`. Answers with whose it was. */
    async resetPassword(token: string, password: string): Promise<AccountId> {
      const { link, hash } = await requireLink(token, "reset");
      if (link.kind !== "reset") throw spent();
      const { accountId } = link;
      const by = { actor: accountId, at: now() };
      const hashed = await hashPassword(checkPassword(password));
      await spending("system", () => ({
        ...by,
        action: "account.password-set",
        subject: { kind: "account", id: accountId },
        payload: {},
        statements: [
          ...links.spendStatements(hash, by.at),
          ...accounts.passwordStatements(accountId, hashed, newId(), by),
        ],
      }));
      return accountId;
    },
  };

  async function spending(...args: Parameters<AuditTrail["withEvent"]>): Promise<void> {
    try {
      await trail.withEvent(...args);
    } catch (error) {
      if (isLostGuard(error)) throw spent();
      if (isConstraintViolation(error, "accounts.email")) {
        throw new DomainError("conflict", "email-taken", "address taken", [
          { path: "email", message: "invalid" },
        ]);
      }
      throw error;
    }
  }
}

/** The password if it is long enough; throws `bad-input`. */
export function checkPassword(password: string): string {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new DomainError("bad-input", "password-too-short", "password too short", [
      { path: "password", message: `min_length:${MIN_PASSWORD_LENGTH}` },
    ]);
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    throw new DomainError("bad-input", "password-too-long", "password too long", [
      { path: "password", message: `max_length:${MAX_PASSWORD_LENGTH}` },
    ]);
  }
  return password;
}
