/** Stage plans of authorities, the path of a policy, and what its stages kept. */
import * as v from "valibot";
import { decideGeneral } from "../../domain/access/access.ts";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AuthorityId, VersionId } from "../../domain/ids.ts";
import { defaultPlan } from "../../domain/stages/default-stages.ts";
import { flawOf } from "../../domain/stages/stage-plan.ts";
import {
  documentTypeSchema,
  keepArtefactSchema,
  putStagePlanSchema,
  type StagePlanView,
} from "../../domain/stages/stages.contract.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found, optimistic } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createPresentPath } from "./present-path.ts";

const PLAN = "/api/stage-plans/:authorityId/:documentType";
const POLICY = "/api/policies/:policyId";

export function registerStageRoutes(routes: Routes, deps: Deps): void {
  const { repos, now, newId } = deps;
  const presentPath = createPresentPath(deps);

  async function planOf(c: AppContext): Promise<{ authorityId: AuthorityId; documentType: DocumentType }> {
    const authorityId = idParam<AuthorityId>(c, "authorityId");
    const type = v.safeParse(documentTypeSchema, c.req.param("documentType"));
    const authority = await repos.directory.getAuthority(authorityId);
    if (!type.success || !authority) {
      throw new DomainError("not-found", "unknown-authority", "no such authority or type");
    }
    return { authorityId, documentType: type.output };
  }

  async function showPlan(c: AppContext): Promise<Response> {
    const { authorityId, documentType } = await planOf(c);
    const stored = await repos.stages.plan(authorityId, documentType);
    const names = stored ? await repos.accounts.names([stored.updatedBy]) : new Map<string, string>();
    const view: StagePlanView = {
      authorityId,
      documentType,
      plan: stored?.plan ?? defaultPlan(documentType),
      isDefault: (stored?.plan ?? null) === null,
      ...(stored && { updated: { at: stored.updatedAt, by: names.get(stored.updatedBy) ?? "" } }),
      may: { change: decideGeneral("stage.configure", requireActor(c).account.role).allowed },
    };
    return c.json(view, 200, { etag: revisionTag(stored?.revision ?? 0) });
  }

  routes.add(
    { method: "GET", path: PLAN, action: "directory.read", summary: "The stages that texts of a type pass" },
    async ({ c }) => showPlan(c),
  );
  routes.add(
    {
      method: "PUT",
      path: PLAN,
      action: "stage.configure",
      summary: "Set the stages of a type, or go back to the defaults (If-Match)",
      body: putStagePlanSchema,
    },
    async ({ c, body }) => {
      const { authorityId, documentType } = await planOf(c);
      const revision = requireRevision(c);
      const flaw = body.plan && flawOf(body.plan);
      if (flaw) {
        throw new DomainError("bad-input", "stage-plan", flaw, [{ path: "plan", message: `plan-${flaw}` }]);
      }
      const by = { actor: requireActor(c).account.id, at: now() };
      await optimistic(() => repos.stages.setPlan(authorityId, documentType, body.plan, revision, by));
      return showPlan(c);
    },
  );

  const showPath = async (c: AppContext, status: 200 | 201 = 200): Promise<Response> =>
    c.json(await presentPath(requirePolicy(c), requireActor(c).account), status);

  routes.add(
    {
      method: "GET",
      path: `${POLICY}/path`,
      action: "policy.read",
      summary: "The way of a policy through its stages, with what each kept",
    },
    async ({ c }) => showPath(c),
  );
  routes.add(
    {
      method: "POST",
      path: `${POLICY}/artefacts`,
      action: "policy.change",
      summary: "Keep a document of a stage: a version, an address, a note",
      body: keepArtefactSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { policy } = requirePolicy(c);
      const { stage, name, versionNumber, url, note } = body;
      let versionId: VersionId | null = null;
      if (versionNumber !== undefined) {
        versionId = found(await repos.versions.get(policy.id, versionNumber), "unknown-version").id;
      }
      await repos.stages.keep({
        id: newId(),
        policyId: policy.id,
        stage,
        name,
        versionId,
        url: url ?? null,
        note: note ?? null,
        keptBy: requireActor(c).account.id,
        keptAt: now(),
      });
      return showPath(c, 201);
    },
  );
  routes.add(
    {
      method: "DELETE",
      path: `${POLICY}/artefacts/:artefactId`,
      action: "policy.change",
      summary: "Take back a document of a stage; the record keeps both acts",
    },
    async ({ c }) => {
      const id = idParam<string>(c, "artefactId");
      const by = { actor: requireActor(c).account.id, at: now() };
      try {
        await repos.stages.remove(requirePolicy(c).policy.id, id, by);
      } catch (error) {
        if (isLostGuard(error)) throw new DomainError("not-found", "unknown-artefact", "not there any more");
        throw error;
      }
      return showPath(c);
    },
  );
}
