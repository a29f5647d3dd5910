/** Planning a workshop, changing the plan, and taking its steps. */
import { isLostGuard } from "../../db/guards.ts";
import type { WorkshopPlan } from "../../db/repos/workshop.repo.ts";
import { phaseOf } from "../../domain/consultations/phase.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import { DomainError, type InputIssue } from "../../domain/errors.ts";
import type { AccountId, WorkshopId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { stateBefore, type Workshop, type WorkshopState } from "../../domain/workshops/workshop.ts";
import type { CreateWorkshop, WorkshopSettings } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { ReadClauseWords } from "./clause-words.ts";

type PlanDeps = Pick<Deps, "repos" | "newId" | "now"> & { readonly clauseWords: ReadClauseWords };

const conflict = (reason: string, issues: readonly InputIssue[] = []): DomainError =>
  new DomainError("conflict", reason, reason, issues);

/** Why a step that was free a moment ago is not: what somebody else did. */
const BECAME: Readonly<Record<WorkshopState, string>> = {
  planned: "workshop-not-started",
  live: "workshop-already-live",
  closed: "workshop-already-closed",
  "minutes-open": "minutes-published",
  final: "minutes-are-final",
};

export const becameReason = (state: WorkshopState): string => BECAME[state];

export function createPlanWorkshop({ repos, newId, now, clauseWords }: PlanDeps) {
  async function consultationOf(policy: Policy, id: Consultation["id"]): Promise<Consultation> {
    const consultation = await repos.consultations.get(id);
    if (consultation?.policyId !== policy.id) return found<Consultation>(null, "unknown-consultation");
    return consultation;
  }

  /** The plan as rows keep it; throws `bad-input` naming every wrong place. [WS1-WS3] */
  async function resolve(
    policy: Policy,
    { versionId }: Pick<Consultation, "versionId">,
    input: WorkshopSettings,
  ): Promise<WorkshopPlan> {
    const { timeZone } = found(await repos.consultations.authorityOf(policy.id));
    const { title, place, on, from, to, quota, agenda, invitations } = input;
    const startsAt = zonedToEpoch(timeZone, `${on}T${from}`);
    const endsAt = zonedToEpoch(timeZone, `${on}T${to}`);
    const offered = new Set((await clauseWords(versionId)).map(({ cid }) => cid));
    const groupIds = invitations.map(({ groupId }) => groupId);
    const known = await repos.workshops.groupsKnown(policy.authorityId, groupIds);
    const seen = new Set<string>();
    const issues: InputIssue[] = [
      ...(startsAt === null ? [{ path: "from", message: "clock" }] : []),
      ...(endsAt === null ? [{ path: "to", message: "clock" }] : []),
      ...(startsAt !== null && endsAt !== null && endsAt <= startsAt
        ? [{ path: "to", message: "ends-first" }]
        : []),
      ...agenda.flatMap(({ cid }, index) => {
        const twice = seen.has(cid);
        seen.add(cid);
        if (twice) return [{ path: `agenda.${index}.cid`, message: "twice" }];
        return offered.has(cid) ? [] : [{ path: `agenda.${index}.cid`, message: "not-commentable" }];
      }),
      ...(new Set(groupIds).size < groupIds.length ? [{ path: "invitations", message: "twice" }] : []),
      ...(known < new Set(groupIds).size ? [{ path: "invitations", message: "unknown-group" }] : []),
    ];
    if (startsAt === null || endsAt === null || issues.length > 0)
      throw new DomainError("bad-input", "invalid-input", "plan refused", issues);
    return { versionId, title, place, startsAt, endsAt, quota, agenda, invitations };
  }

  return {
    async create(actor: AccountId, policy: Policy, input: CreateWorkshop): Promise<WorkshopId> {
      const { consultationId, ...settings } = input;
      const consultation = await consultationOf(policy, consultationId);
      if (consultation.state === "cancelled") throw conflict("consultation-cancelled");
      const plan = await resolve(policy, consultation, settings);
      const at = now();
      const id = newId() as WorkshopId;
      await repos.workshops.create(
        { id, policyId: policy.id, consultationId, createdBy: actor, createdAt: at },
        plan,
        { actor, at },
      );
      return id;
    },

    /** Optimistic on `seen`, the revision of the settings that was read. [WS6] */
    async change(
      policy: Policy,
      workshop: Workshop,
      seen: number,
      settings: WorkshopSettings,
    ): Promise<void> {
      if (workshop.state !== "planned" && workshop.state !== "live")
        throw conflict(becameReason(workshop.state));
      const consultation = await consultationOf(policy, workshop.consultationId);
      // Once people speak about its words the version stays; before, the plan follows the consultation.
      const { versionId } = workshop.state === "planned" ? consultation : workshop;
      const plan = await resolve(policy, { versionId }, settings);
      const kept = new Set(plan.agenda.map(({ cid }) => cid));
      const used = await repos.workshops.cidsInUse(workshop.id);
      if ([...used].some((cid) => !kept.has(cid))) throw conflict("agenda-in-use");
      try {
        await repos.workshops.change({ ...workshop, settingsRevision: seen }, plan);
      } catch (error) {
        if (isLostGuard(error)) throw new DomainError("stale", "stale", "settings moved");
        throw error;
      }
    },

    async step(actor: AccountId, workshop: Workshop, step: "start" | "close" | "reopen"): Promise<void> {
      if (workshop.state !== stateBefore(step)) throw conflict(becameReason(workshop.state));
      const at = now();
      const { consultationId, versionId } = workshop;
      const opens = step !== "close";
      if (opens) {
        const consultation = found(await repos.consultations.get(consultationId));
        if (phaseOf(consultation, at) !== "open") throw conflict("consultation-not-open");
        if (consultation.versionId !== versionId) throw conflict("workshop-version-moved");
      }
      const open = repos.consultations.takesInput({ id: consultationId, versionId }, at);
      try {
        await repos.workshops.step(workshop, step, { actor, at }, opens ? [open] : []);
      } catch (error) {
        if (!isLostGuard(error)) throw error;
        const current = found(await repos.workshops.get(workshop.policyId, workshop.id));
        throw conflict(
          current.state === workshop.state ? "consultation-not-open" : becameReason(current.state),
        );
      }
    },
  };
}
