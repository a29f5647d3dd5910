/** Policies, their members, their live clauses, their record. */
import { mayBecome, stagesReadByRole } from "../../domain/access/access.ts";
import { contentHash, titleOf } from "../../domain/clauses/content.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import {
  accountSearchSchema,
  createPolicySchema,
  eventQuerySchema,
  moveClausesSchema,
  patchPolicySchema,
  policyQuerySchema,
  putMemberSchema,
  type CandidateList,
  type LiveClauses,
} from "../../domain/policies/policies.contract.ts";
import { POLICY_ROLES } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { IMPORT_BODY_BYTES } from "../http/body.ts";
import type { AppContext } from "../http/context.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor, pageOf } from "../http/cursor.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found, optimistic } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createChangeMembers } from "./change-members.ts";
import { createCreatePolicy } from "./create-policy.ts";
import { createListEvents } from "./list-events.ts";
import { createPresentPolicy, presentListed } from "./present-policy.ts";

const POLICY = "/api/policies/:policyId";

export function registerPolicyRoutes(routes: Routes, deps: Deps): void {
  const { repos, rooms, now } = deps;
  const createPolicy = createCreatePolicy(deps);
  const presentPolicy = createPresentPolicy(deps);
  const members = createChangeMembers(deps);
  const listEvents = createListEvents(deps);

  async function detail(c: AppContext): Promise<Response> {
    const actor = requireActor(c).account;
    const access = found(await repos.policies.access(requirePolicy(c).policy.id, actor.id));
    return c.json(await presentPolicy(access, actor), 200, { etag: revisionTag(access.policy.revision) });
  }

  routes.add(
    {
      method: "GET",
      path: "/api/policies",
      action: "policy.list",
      summary: "List policies",
      query: policyQuerySchema,
    },
    async ({ c, query }) => {
      const { id, role } = requireActor(c).account;
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const [at, last] = query.cursor ? decodeCursor(query.cursor, /^(\d{1,16})~([0-9A-Z]{26})$/) : [];
      const before = at !== undefined && last !== undefined ? { updatedAt: Number(at), id: last } : undefined;
      const stages = stagesReadByRole(role);
      const rows = await repos.policies.list({ account: id, stages, limit: limit + 1, before, q: query.q });
      const cursorOf = ({ policy }: (typeof rows)[number]) => encodeCursor([policy.updatedAt, policy.id]);
      return c.json(pageOf(rows, limit, presentListed, cursorOf));
    },
  );

  routes.add(
    {
      method: "POST",
      path: "/api/policies",
      action: "policy.create",
      summary: "Create a policy, empty or from a text",
      body: createPolicySchema,
      maxBodyBytes: IMPORT_BODY_BYTES,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const created = await createPolicy(requireActor(c).account, body, c.get("locale"));
      return c.json(created, 201, { location: `/api/policies/${created.id}` });
    },
  );

  routes.add(
    { method: "GET", path: POLICY, action: "policy.read", summary: "Read a policy" },
    async ({ c }) => detail(c),
  );

  routes.add(
    {
      method: "PATCH",
      path: POLICY,
      action: "policy.change",
      summary: "Change stage, unit or type (If-Match)",
      body: patchPolicySchema,
    },
    async ({ c, body }) => {
      const { policy } = requirePolicy(c);
      const revision = requireRevision(c);
      if (body.unitId && !(await repos.policies.belongs(body.unitId, policy.authorityId))) {
        throw new DomainError("bad-input", "unknown-unit", "unknown unit", [
          { path: "unitId", message: "invalid" },
        ]);
      }
      const by = { actor: requireActor(c).account.id, at: now() };
      if (revision !== policy.revision) throw new DomainError("stale", "stale", "revision moved");
      await optimistic(() => repos.policies.change(policy, body, by));
      if (body.stage !== undefined) rooms.rightsChanged({ policy: policy.id });
      return detail(c);
    },
  );

  routes.add(
    { method: "GET", path: `${POLICY}/members`, action: "policy.read", summary: "List members" },
    async ({ c }) => c.json({ items: await repos.policies.members(requirePolicy(c).policy.id) }),
  );
  routes.add(
    {
      method: "GET",
      path: `${POLICY}/candidates`,
      action: "policy.members",
      summary: "Find accounts that may become members",
      query: accountSearchSchema,
    },
    async ({ c, query }) => {
      const rows = await repos.accounts.list({ limit: 20, q: query.q, signingIn: { demo: deps.isDemo() } });
      const items = rows.map(({ id, name, email, role }) => ({
        accountId: id,
        name,
        email,
        roles: POLICY_ROLES.filter((relation) => mayBecome(role, relation)),
      }));
      return c.json({ items } satisfies CandidateList);
    },
  );
  routes.add(
    {
      method: "PUT",
      path: `${POLICY}/members/:accountId`,
      action: "policy.members",
      summary: "Add a member or change their role",
      body: putMemberSchema,
    },
    async ({ c, body }) => {
      const accountId = idParam<AccountId>(c, "accountId");
      const actor = requireActor(c).account.id;
      return c.json(await members.put(actor, requirePolicy(c).policy.id, accountId, body.role));
    },
  );
  routes.add(
    {
      method: "DELETE",
      path: `${POLICY}/members/:accountId`,
      action: "policy.members",
      summary: "Remove a member",
      status: 204,
    },
    async ({ c }) => {
      const accountId = idParam<AccountId>(c, "accountId");
      await members.remove(requireActor(c).account.id, requirePolicy(c).policy.id, accountId);
      return c.body(null, 204);
    },
  );

  routes.add(
    { method: "GET", path: `${POLICY}/clauses`, action: "policy.read", summary: "Read the live clauses" },
    async ({ c }) => {
      const { id, documentType, authorityId } = requirePolicy(c).policy;
      const { epoch, logSeq, clauses } = await rooms.read(id);
      const hash = await contentHash({ documentType, authorityId, clauses });
      const labels = deriveLabels(clauses);
      // After the text: one of a new epoch is never shown as free of an erasure that is still to be recorded.
      const erasing = await repos.erasure.isUnderWay(id);
      const view: LiveClauses = { epoch, logSeq, hash, title: titleOf(clauses), clauses, labels, erasing };
      return c.json(view, 200, { "cache-control": "no-store" });
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${POLICY}/clauses/move`,
      action: "policy.write",
      summary: "Move a run of clauses; answers with the move that undoes it",
      body: moveClausesSchema,
    },
    async ({ c, body }) =>
      c.json(await rooms.move(requirePolicy(c).policy.id, body, requireActor(c).account.id)),
  );

  routes.add(
    {
      method: "GET",
      path: `${POLICY}/events`,
      action: "policy.read",
      summary: "The record of a policy, newest first",
      query: eventQuerySchema,
    },
    async ({ c, query }) => {
      const [before] = query.cursor ? decodeCursor(query.cursor, /^(\d{1,12})$/) : [];
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const page = await listEvents(
        requirePolicy(c).policy.id,
        limit,
        before === undefined ? undefined : Number(before),
      );
      return c.json(page);
    },
  );
}
