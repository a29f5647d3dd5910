/** Workshops of a policy: list, plan, steps. The floor, the minutes and the participants' side have files of their own. */
import type { WorkshopId } from "../../domain/ids.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import {
  createWorkshopSchema,
  workshopSettingsSchema,
  workshopStepSchema,
} from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createReadClauseWords } from "./clause-words.ts";
import { registerFloorRoutes } from "./floor.routes.ts";
import { createKeepMinutes } from "./keep-minutes.ts";
import { registerMinutesRoutes } from "./minutes.routes.ts";
import { registerParticipantRoutes } from "./participant.routes.ts";
import { createPlanWorkshop } from "./plan-workshop.ts";
import { createPresentWorkshop } from "./present-workshop.ts";
import { mayManage, WORKSHOP, WORKSHOPS } from "./workshop-paths.ts";

export function registerWorkshopRoutes(routes: Routes, deps: Deps): void {
  const { repos } = deps;
  const clauseWords = createReadClauseWords(deps);
  const shared = { ...deps, clauseWords };
  const plan = createPlanWorkshop(shared);
  const present = createPresentWorkshop(shared);
  const keepMinutes = createKeepMinutes(shared);

  async function requireWorkshop(c: AppContext): Promise<Workshop> {
    const { policy } = requirePolicy(c);
    const workshop = await repos.workshops.get(policy.id, idParam<WorkshopId>(c, "workshopId"));
    return keepMinutes.settle(found(workshop, "unknown-workshop"));
  }

  const detail = async (c: AppContext, workshop: Workshop, status: 200 | 201 = 200): Promise<Response> =>
    c.json(await present.detail(workshop, mayManage(c)), status, {
      etag: revisionTag(workshop.settingsRevision),
      ...(status === 201 && { location: `/api/policies/${workshop.policyId}/workshops/${workshop.id}` }),
    });

  routes.add(
    { method: "GET", path: WORKSHOPS, action: "workshop.read", summary: "List workshops, latest day first" },
    async ({ c }) => c.json(await present.list(requirePolicy(c).policy.id, mayManage(c))),
  );
  routes.add(
    {
      method: "POST",
      path: WORKSHOPS,
      action: "workshop.manage",
      summary: "Plan a workshop",
      body: createWorkshopSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { policy } = requirePolicy(c);
      const id = await plan.create(requireActor(c).account.id, policy, body);
      return detail(c, found(await repos.workshops.get(policy.id, id)), 201);
    },
  );
  routes.add(
    { method: "GET", path: WORKSHOP, action: "workshop.read", summary: "Read a workshop" },
    async ({ c }) => detail(c, await requireWorkshop(c)),
  );
  routes.add(
    {
      method: "PUT",
      path: WORKSHOP,
      action: "workshop.manage",
      summary: "Change the plan, agenda and invitations",
      body: workshopSettingsSchema,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      await plan.change(requirePolicy(c).policy, workshop, requireRevision(c), body);
      return detail(c, await requireWorkshop(c));
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${WORKSHOP}/steps`,
      action: "workshop.manage",
      summary: "Start, close or reopen a workshop",
      body: workshopStepSchema,
    },
    async ({ c, body }) => {
      await plan.step(requireActor(c).account.id, await requireWorkshop(c), body.step);
      return detail(c, await requireWorkshop(c));
    },
  );

  registerFloorRoutes(routes, shared, requireWorkshop);
  registerMinutesRoutes(routes, shared, requireWorkshop);
  registerParticipantRoutes(routes, shared);
}
