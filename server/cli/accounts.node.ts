/** `create-admin EMAIL [NAME]` and `reset-link EMAIL` */
import { ulid } from "ulid";
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import type { AccountId } from "../../domain/ids.ts";
import { createOfferLink } from "../accounts/offer-link.ts";
import { Refusal, WrongUsage } from "./refusals.ts";
import { print } from "./terminal.node.ts";
import { withRepos, type Opened } from "./with-repos.node.ts";

export async function run(command: string, args: readonly string[]): Promise<void> {
  const [email, name = "Administrator"] = args;
  if (email === undefined || args.length > (command === "create-admin" ? 2 : 1)) throw new WrongUsage();
  await withRepos((opened) =>
    command === "create-admin" ? createAdmin(opened, email, name) : offerReset(opened, email),
  );
}

async function createAdmin(opened: Opened, email: string, name: string): Promise<void> {
  const { repos, by } = opened;
  const address = email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(address))
    throw new Refusal(`${email}: bukan alamat surel / not an e-mail address`);
  const id = ulid() as AccountId;
  const account = { id, name, email: address, role: "admin" as const, head: false, unitId: null };
  // Without a password nobody signs in: the account waits for its link.
  try {
    await repos.accounts.add(account, by);
  } catch (error) {
    if (!isConstraintViolation(error, "accounts.email")) throw error;
    throw new Refusal(`${address}: alamat ini sudah dipakai / this address is taken`);
  }
  await printLink(opened, { email: address, accountId: id, first: true });
}

async function offerReset(opened: Opened, email: string): Promise<void> {
  const account = await opened.repos.accounts.findByEmail(email.trim());
  if (!account) throw new Refusal(`${email}: akun tidak dikenal / no such account`);
  const { email: address, id } = account;
  const first = !(await opened.repos.accounts.hasPassword(id));
  await printLink(opened, { email: address, accountId: id, first });
}

async function printLink(
  { repos, baseUrl, by }: Opened,
  { email, accountId, first }: { email: string; accountId: AccountId; first: boolean },
): Promise<void> {
  const offerLink = createOfferLink({ links: repos.links, baseUrl });
  await print(`${(await offerLink({ kind: "reset", email, accountId }, by, { first })).url}\n`);
}
