/** Frozen versions of a policy: freeze, list, read, restore, compare. */
import type { Version } from "../../db/repos/version.repo.ts";
import { contentHash, titleOf } from "../../domain/clauses/content.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { compareTexts } from "../../domain/versions/compare.ts";
import {
  compareQuerySchema,
  freezeVersionSchema,
  versionQuerySchema,
  type ComparisonView,
  type VersionDetail,
} from "../../domain/versions/versions.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor } from "../http/cursor.ts";
import { notModified } from "../http/etag.ts";
import { requireIdempotencyKey } from "../http/idempotency.ts";
import { found } from "../http/refusals.ts";
import { requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createFreezeVersion } from "./freeze-version.ts";
import { createPresentVersions } from "./present-version.ts";
import { createRestoreVersion } from "./restore-version.ts";
import { originsForComparison, type SideText } from "./side-text.ts";

const VERSIONS = "/api/policies/:policyId/versions";

export function registerVersionRoutes(routes: Routes, deps: Deps): void {
  const { repos, rooms } = deps;
  const freezeVersion = createFreezeVersion(deps);
  const restoreVersion = createRestoreVersion(deps);
  const present = createPresentVersions(deps);

  async function presentOne(version: Version) {
    return found((await present([version]))[0]);
  }

  async function requireVersion(c: AppContext): Promise<Version> {
    const number = /^[1-9]\d{0,8}$/.exec(c.req.param("number") ?? "")?.[0];
    const version = number && (await repos.versions.get(requirePolicy(c).policy.id, Number(number)));
    return found(version || null, "unknown-version");
  }

  routes.add(
    {
      method: "GET",
      path: VERSIONS,
      action: "policy.read",
      summary: "List versions, newest first",
      query: versionQuerySchema,
    },
    async ({ c, query }) => {
      const [before] = query.cursor ? decodeCursor(query.cursor, /^(\d{1,9})$/) : [];
      const limit = query.limit ?? DEFAULT_PAGE_SIZE;
      const { id } = requirePolicy(c).policy;
      const rows = await repos.versions.list(
        id,
        limit + 1,
        before === undefined ? undefined : Number(before),
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const nextCursor = rows.length > limit && last ? encodeCursor([last.number]) : undefined;
      return c.json({ items: await present(shown), ...(nextCursor !== undefined && { nextCursor }) });
    },
  );

  routes.add(
    {
      method: "POST",
      path: VERSIONS,
      action: "policy.freeze",
      summary: "Freeze the text; Idempotency-Key is the operation's id",
      body: freezeVersionSchema,
      status: 201,
    },
    async ({ c, body }) => {
      // The key is kept for ever, on the version itself, not for a day among the answers.
      const key = requireIdempotencyKey(c.req.header("idempotency-key"));
      const { policy } = requirePolicy(c);
      const version = await freezeVersion(requireActor(c).account.id, policy, key, body);
      const location = `/api/policies/${policy.id}/versions/${version.number}`;
      return c.json(await presentOne(version), 201, { location });
    },
  );

  routes.add(
    { method: "GET", path: `${VERSIONS}/:number`, action: "policy.read", summary: "Read a version" },
    async ({ c }) => {
      const version = await requireVersion(c);
      const { clauses } = await repos.versions.text(version.id);
      const { title, documentType } = version;
      const view = {
        ...(await presentOne(version)),
        title,
        documentType,
        clauses,
        labels: deriveLabels(clauses),
      };
      return c.json(view satisfies VersionDetail);
    },
  );

  routes.add(
    {
      method: "GET",
      path: `${VERSIONS}/:number/content`,
      action: "policy.read",
      summary: "The canonical JSON whose SHA-256 is the version's hash",
    },
    async ({ c }) => {
      const version = await requireVersion(c);
      const { hash, erasedAt } = version;
      const tag = erasedAt === null ? `"${hash}"` : `"${hash}-${erasedAt}"`;
      const headers = { "content-type": "application/json", etag: tag, "cache-control": "private, no-cache" };
      return notModified(c, tag) ?? c.body(await repos.versions.content(version.id), 200, headers);
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${VERSIONS}/:number/restore`,
      action: "policy.restore",
      summary: "Make the live text equal a version, as new edits",
    },
    async ({ c }) => c.json(await restoreVersion(requireActor(c).account.id, await requireVersion(c))),
  );

  async function side(policy: Policy, end: string): Promise<SideText> {
    if (end === "live") {
      const { clauses, origins } = await rooms.read(policy.id);
      const { documentType, authorityId } = policy;
      const hash = await contentHash({ documentType, authorityId, clauses });
      return { described: { number: "live", hash, title: titleOf(clauses) }, clauses, origins };
    }
    const version = found(await repos.versions.get(policy.id, Number(end)), "unknown-version");
    const { number, label, at, hash, title } = version;
    const { clauses, origins } = await repos.versions.text(version.id);
    return { described: { number, label, at, hash, title }, clauses, origins };
  }

  routes.add(
    {
      method: "GET",
      path: "/api/policies/:policyId/compare",
      action: "policy.read",
      summary: "Compare two texts by clause",
      query: compareQuerySchema,
    },
    async ({ c, query }) => {
      const { policy } = requirePolicy(c);
      const [from, to] = await Promise.all([side(policy, query.from), side(policy, query.to)]);
      const later = { clauses: to.clauses, origins: originsForComparison(to) };
      const comparison = compareTexts({ clauses: from.clauses }, later);
      return c.json({ from: from.described, to: to.described, ...comparison } satisfies ComparisonView);
    },
  );
}
