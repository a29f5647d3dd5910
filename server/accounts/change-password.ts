/** Changing one's own password, knowing the present one. [AK11] */
import type { AuditTrail } from "../../db/audit-trail.ts";
import type { AccountRepo } from "../../db/repos/account.repo.ts";
import type { ChangePassword } from "../../domain/accounts/accounts.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type { Actor } from "../http/actor.ts";
import type { RateLimiter } from "../http/rate-limit.ts";
import { checkPassword } from "./redeem-link.ts";

export interface ChangePasswordDeps {
  readonly accounts: AccountRepo;
  readonly trail: AuditTrail;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly verifyPassword: (attempt: { hash: string; password: string }) => Promise<boolean>;
  readonly perAccount: RateLimiter;
  readonly newId: () => string;
  readonly now: () => EpochMs;
}

export function createChangePassword({
  accounts,
  trail,
  perAccount,
  newId,
  now,
  ...deps
}: ChangePasswordDeps) {
  /** Ends the other sessions of the account. Throws `bad-input` naming the field, `too-many-requests`. */
  return async function changePassword(
    { account: { id }, sessionId }: Actor,
    { current, next }: ChangePassword,
  ): Promise<void> {
    checkPassword(next);
    perAccount.take(id);
    const hash = await accounts.passwordHash(id);
    if (hash === null || !(await deps.verifyPassword({ hash, password: current }))) {
      throw new DomainError("bad-input", "password-wrong", "present password does not match", [
        { path: "current", message: "invalid" },
      ]);
    }
    perAccount.refund(id);
    const hashed = await deps.hashPassword(next);
    const by = { actor: id, at: now() };
    await trail.withEvent("system", () => ({
      ...by,
      action: "account.password-set",
      subject: { kind: "account", id },
      payload: {},
      statements: accounts.passwordStatements(id, hashed, newId(), by, sessionId),
    }));
  };
}
