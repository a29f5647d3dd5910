/** Authorities, units and groups: read by everyone signed in, changed by administrators. */
import type { Group, Unit } from "../../db/repos/directory.repo.ts";
import {
  createAuthoritySchema,
  createGroupSchema,
  createUnitSchema,
  patchAuthoritySchema,
  patchGroupSchema,
  patchUnitSchema,
  type AuthorityView,
  type GroupView,
  type UnitView,
} from "../../domain/accounts/accounts.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AuthorityId, GroupId, UnitId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found, optimistic, unlessNamed, unlessTaken } from "../http/refusals.ts";
import { idParam, requireActor, type Routes } from "../http/route.ts";

const READ = { action: "directory.read", method: "GET" } as const;
const CHANGE = { action: "directory.change" } as const;

export function registerDirectoryRoutes(routes: Routes, { repos, newId, now }: Deps): void {
  const { directory } = repos;
  const by = (c: AppContext) => ({ actor: requireActor(c).account.id, at: now() });

  async function requireAuthority(id: AuthorityId): Promise<void> {
    if (await directory.getAuthority(id)) return;
    throw new DomainError("bad-input", "unknown-authority", "unknown authority", [
      { path: "authorityId", message: "invalid" },
    ]);
  }

  routes.add({ ...READ, path: "/api/authorities", summary: "List authorities" }, async ({ c }) =>
    c.json({ items: (await directory.listAuthorities()).map(presentAuthority) }),
  );
  routes.add(
    {
      ...CHANGE,
      method: "POST",
      path: "/api/authorities",
      summary: "Add an authority",
      body: createAuthoritySchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const id = newId() as AuthorityId;
      await unlessNamed(() => directory.addAuthority({ ...body, id, demo: false }, by(c)));
      return c.json(presentAuthority(found(await directory.getAuthority(id))), 201);
    },
  );
  routes.add(
    {
      ...CHANGE,
      method: "PATCH",
      path: "/api/authorities/:authorityId",
      summary: "Change an authority (If-Match)",
      body: patchAuthoritySchema,
    },
    async ({ c, body }) => {
      const id = idParam<AuthorityId>(c, "authorityId");
      found(await directory.getAuthority(id), "unknown-authority");
      const revision = requireRevision(c);
      await optimistic(() => directory.changeAuthority(id, revision, body, by(c)));
      const view = presentAuthority(found(await directory.getAuthority(id)));
      return c.json(view, 200, { etag: revisionTag(view.revision) });
    },
  );

  routes.add({ ...READ, path: "/api/units", summary: "List units" }, async ({ c }) =>
    c.json({ items: (await directory.listUnits()).map(presentUnit) }),
  );
  routes.add(
    {
      ...CHANGE,
      method: "POST",
      path: "/api/units",
      summary: "Add a unit",
      body: createUnitSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      await requireAuthority(body.authorityId);
      const id = newId() as UnitId;
      const { authorityId, name, abbreviation = null } = body;
      await unlessTaken(() => directory.addUnit({ id, authorityId, name, abbreviation }, by(c)));
      return c.json(presentUnit(found(await directory.getUnit(id))), 201);
    },
  );
  routes.add(
    {
      ...CHANGE,
      method: "PATCH",
      path: "/api/units/:unitId",
      summary: "Change a unit (If-Match)",
      body: patchUnitSchema,
    },
    async ({ c, body }) => {
      const id = idParam<UnitId>(c, "unitId");
      found(await directory.getUnit(id), "unknown-unit");
      const revision = requireRevision(c);
      await optimistic(() => directory.changeUnit(id, revision, body, by(c)));
      const view = presentUnit(found(await directory.getUnit(id)));
      return c.json(view, 200, { etag: revisionTag(view.revision) });
    },
  );

  routes.add({ ...READ, path: "/api/groups", summary: "List stakeholder groups" }, async ({ c }) =>
    c.json({ items: (await directory.listGroups()).map(presentGroup) }),
  );
  routes.add(
    {
      ...CHANGE,
      method: "POST",
      path: "/api/groups",
      summary: "Add a stakeholder group",
      body: createGroupSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      await requireAuthority(body.authorityId);
      const id = newId() as GroupId;
      const { authorityId, name, description = null } = body;
      await unlessTaken(() => directory.addGroup({ id, authorityId, name, description }, by(c)));
      return c.json(presentGroup(found(await directory.getGroup(id))), 201);
    },
  );
  routes.add(
    {
      ...CHANGE,
      method: "PATCH",
      path: "/api/groups/:groupId",
      summary: "Change a stakeholder group (If-Match)",
      body: patchGroupSchema,
    },
    async ({ c, body }) => {
      const id = idParam<GroupId>(c, "groupId");
      found(await directory.getGroup(id));
      const revision = requireRevision(c);
      await optimistic(() => directory.changeGroup(id, revision, body, by(c)));
      const view = presentGroup(found(await directory.getGroup(id)));
      return c.json(view, 200, { etag: revisionTag(view.revision) });
    },
  );
}

function presentAuthority(
  authority: Omit<AuthorityView, "demo"> & { readonly demo: boolean },
): AuthorityView {
  const { id, name, office, spelling, region, province, gazette, timeZone, letterhead, demo, revision } =
    authority;
  const view = { id, name, office, spelling, region, province, gazette, timeZone, letterhead, revision };
  return demo ? { ...view, demo } : view;
}

function presentUnit({ id, authorityId, name, abbreviation, revision }: Unit): UnitView {
  return { id, authorityId, name, ...(abbreviation !== null && { abbreviation }), revision };
}

function presentGroup({ id, authorityId, name, description, revision }: Group): GroupView {
  return { id, authorityId, name, ...(description !== null && { description }), revision };
}
