/** Consultations of a policy: prepare, announce, extend, end, and how many took part. */
import type { Consultation } from "../../domain/consultations/consultation.ts";
import {
  cancelConsultationSchema,
  CONSULTATION_PATHS as PATHS,
  createConsultationSchema,
  endConsultationSchema,
  patchConsultationSchema,
} from "../../domain/consultations/consultations.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ConsultationId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createChangeConsultation } from "./change-consultation.ts";
import { createCountParticipation } from "./count-participation.ts";
import { createCreateConsultation } from "./create-consultation.ts";
import { createMoveConsultation } from "./move-consultation.ts";
import { createPresentConsultation } from "./present-consultation.ts";

export function registerConsultationRoutes(routes: Routes, deps: Deps): void {
  const { repos, now } = deps;
  const present = createPresentConsultation(deps);
  const create = createCreateConsultation(deps);
  const change = createChangeConsultation(deps);
  const move = createMoveConsultation(deps);
  const countParticipation = createCountParticipation(deps);

  async function requireConsultation(c: AppContext): Promise<Consultation> {
    const consultation = await repos.consultations.get(idParam<ConsultationId>(c, "consultationId"));
    const mine = consultation?.policyId === requirePolicy(c).policy.id;
    return found(mine ? consultation : null, "unknown-consultation");
  }
  /** As it was when the asker read it. */
  async function requireUnchanged(c: AppContext): Promise<Consultation> {
    const revision = requireRevision(c);
    const consultation = await requireConsultation(c);
    if (consultation.revision !== revision) throw new DomainError("stale", "stale", "revision moved");
    return consultation;
  }
  async function view(c: AppContext, id: ConsultationId, status: 200 | 201 = 200): Promise<Response> {
    const consultation = found(await repos.consultations.get(id));
    const shown = await present.one(consultation, requireActor(c), requirePolicy(c), c.get("locale"), now());
    const headers = { etag: revisionTag(consultation.revision) };
    if (status === 200) return c.json(shown, 200, headers);
    return c.json(shown, status, { ...headers, location: `${c.req.path}/${id}` });
  }

  routes.add(
    {
      method: "GET",
      path: PATHS.list,
      action: "consultation.read",
      summary: "List consultations of a policy",
    },
    async ({ c }) => {
      const { id } = requirePolicy(c).policy;
      const [all, totals] = await Promise.all([repos.consultations.list(id), repos.consultations.totals(id)]);
      return c.json({ items: await present.items(all, totals, now()) });
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.list,
      action: "consultation.manage",
      summary: "Prepare a consultation about a frozen version",
      body: createConsultationSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const made = await create(requireActor(c).account.id, requirePolicy(c).policy, body);
      return view(c, made.id, 201);
    },
  );
  routes.add(
    { method: "GET", path: PATHS.one, action: "consultation.read", summary: "Read a consultation" },
    async ({ c }) => view(c, (await requireConsultation(c)).id),
  );
  routes.add(
    {
      method: "PATCH",
      path: PATHS.one,
      action: "consultation.manage",
      summary: "Change a consultation, as far as it is not final (If-Match)",
      body: patchConsultationSchema,
    },
    async ({ c, body }) => {
      const before = await requireUnchanged(c);
      await change(requireActor(c).account.id, requirePolicy(c).policy, before, body);
      return view(c, before.id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.announce,
      action: "consultation.manage",
      summary: "Make a consultation public (If-Match)",
    },
    async ({ c }) => {
      const before = await requireUnchanged(c);
      await move.announce(requireActor(c).account.id, before);
      return view(c, before.id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.close,
      action: "consultation.manage",
      summary: "Close an open consultation now, with a published reason (If-Match)",
      body: endConsultationSchema,
    },
    async ({ c, body }) => {
      const before = await requireUnchanged(c);
      await move.close(requireActor(c).account.id, before, body.reason);
      return view(c, before.id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.cancel,
      action: "consultation.manage",
      summary: "Cancel a consultation that has not closed (If-Match)",
      body: cancelConsultationSchema,
    },
    async ({ c, body }) => {
      const before = await requireUnchanged(c);
      await move.cancel(requireActor(c).account.id, before, body.reason);
      return view(c, before.id);
    },
  );
  routes.add(
    {
      method: "GET",
      path: PATHS.figures,
      action: "contribution.read",
      summary: "How many took part, by group and instrument, beside the targets",
    },
    async ({ c }) => c.json(await countParticipation(await requireConsultation(c))),
  );
}
