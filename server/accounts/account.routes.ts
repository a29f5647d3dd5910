/** Administration of accounts: list, add, change, invite, offer a reset. */
import {
  accountQuerySchema,
  createInvitationSchema,
  patchAccountSchema,
  type InvitationView,
} from "../../domain/accounts/accounts.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor, pageOf } from "../http/cursor.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found, optimistic } from "../http/refusals.ts";
import { idParam, requireActor, type Routes } from "../http/route.ts";
import type { AppContext } from "../http/context.ts";
import { createOfferLink } from "./offer-link.ts";
import { presentAccount } from "./present-account.ts";

const MOST_INVITATIONS = 200;
const ADMINISTER = { action: "account.administer" } as const;
/**
 * An answer with a link in it is kept nowhere, neither by a cache nor for a retry (it would lie
 * readable among the idempotency keys): who lost it makes another link.
 */
const SECRET = { "cache-control": "no-store" } as const;

export function registerAccountRoutes(routes: Routes, deps: Deps): void {
  const { repos, now, rooms } = deps;
  const offerLink = createOfferLink({ links: repos.links, baseUrl: deps.baseUrl });
  const by = (c: AppContext) => ({ actor: requireActor(c).account.id, at: now() });

  async function requireUnit(unitId: UnitId | null | undefined): Promise<void> {
    if (!unitId || (await repos.directory.getUnit(unitId))) return;
    throw new DomainError("bad-input", "unknown-unit", "unknown unit", [
      { path: "unitId", message: "invalid" },
    ]);
  }

  routes.add(
    {
      ...ADMINISTER,
      method: "GET",
      path: "/api/accounts",
      summary: "List accounts",
      query: accountQuerySchema,
    },
    async ({ c, query }) => {
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const [after] = query.cursor ? decodeCursor(query.cursor, /^([0-9A-Z]{26})$/) : [];
      const rows = await repos.accounts.list({ limit: limit + 1, after, q: query.q });
      const waiting = await repos.accounts.withoutPassword(rows.map(({ id }) => id));
      const present = (account: (typeof rows)[number]) => presentAccount(account, waiting.has(account.id));
      return c.json(pageOf(rows, limit, present, (last) => encodeCursor([last.id])));
    },
  );

  routes.add(
    {
      ...ADMINISTER,
      method: "PATCH",
      path: "/api/accounts/:accountId",
      summary: "Change an account (If-Match)",
      body: patchAccountSchema,
    },
    async ({ c, body }) => {
      const id = idParam<AccountId>(c, "accountId");
      const account = found(await repos.accounts.get(id), "unknown-account");
      const revision = requireRevision(c);
      await requireUnit(body.unitId);
      const losesAdmin =
        account.role === "admin" && (body.disabled === true || (body.role ?? "admin") !== "admin");
      if (losesAdmin && !(await repos.accounts.hasOtherAdmin(id))) {
        throw new DomainError("conflict", "last-admin", "last administrator");
      }
      await optimistic(() => repos.accounts.change(id, revision, body, by(c)));
      if (body.role !== undefined || body.disabled !== undefined) rooms.rightsChanged({ account: id });
      const changed = found(await repos.accounts.get(id));
      const invited = !(await repos.accounts.hasPassword(id));
      return c.json(presentAccount(changed, invited), 200, { etag: revisionTag(changed.revision) });
    },
  );

  routes.add(
    {
      ...ADMINISTER,
      method: "POST",
      path: "/api/accounts/:accountId/reset-link",
      summary: "Make a link with which the person sets a new password",
      status: 201,
    },
    async ({ c }) => {
      const id = idParam<AccountId>(c, "accountId");
      const { email } = found(await repos.accounts.get(id), "unknown-account");
      const first = !(await repos.accounts.hasPassword(id));
      return c.json(await offerLink({ kind: "reset", email, accountId: id }, by(c), { first }), 201, SECRET);
    },
  );

  routes.add(
    {
      ...ADMINISTER,
      method: "GET",
      path: "/api/invitations",
      summary: "List the invitations that nobody has taken up",
    },
    async ({ c }) => {
      const pending = await repos.links.pendingInvitations(MOST_INVITATIONS);
      const items: InvitationView[] = pending.map(({ email, role, head, unitId, expiresAt }) => ({
        email,
        role,
        ...(head && { head }),
        ...(unitId && { unitId }),
        expiresAt,
      }));
      return c.json({ items });
    },
  );

  routes.add(
    {
      ...ADMINISTER,
      method: "POST",
      path: "/api/invitations",
      summary: "Invite a person by link",
      body: createInvitationSchema,
      status: 201,
    },
    async ({ c, body }) => {
      await requireUnit(body.unitId);
      const { email, role, head = false, unitId = null } = body;
      if (await repos.accounts.findByEmail(email)) {
        throw new DomainError("conflict", "email-taken", "address taken", [
          { path: "email", message: "invalid" },
        ]);
      }
      return c.json(await offerLink({ kind: "invitation", email, role, head, unitId }, by(c)), 201, SECRET);
    },
  );
}
