/** The team's side of a live workshop. Each change may be sent again without doing it twice. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import { DomainError } from "../../domain/errors.ts";
import type { GroupId, UnitId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import {
  addAttendeeSchema,
  askQuestionSchema,
  changeClusterSchema,
  changeEntrySchema,
  changeQuestionSchema,
  createClusterSchema,
  currentClauseSchema,
  groupEntriesSchema,
  recordEntrySchema,
} from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { notModified, revisionTag } from "../http/etag.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createCheckIn } from "./check-in.ts";
import type { ReadClauseWords } from "./clause-words.ts";
import { becameReason } from "./plan-workshop.ts";
import { createPresentLive } from "./present-live.ts";
import { createRecordEntry } from "./record-entry.ts";
import { WORKSHOP } from "./workshop-paths.ts";

const MANAGE = { action: "workshop.manage" } as const;

export function registerFloorRoutes(
  routes: Routes,
  deps: Deps & { readonly clauseWords: ReadClauseWords },
  requireWorkshop: (c: AppContext) => Promise<Workshop>,
): void {
  const { repos, now } = deps;
  const { workshopFloor: floor } = repos;
  const present = createPresentLive(deps);
  const recordEntry = createRecordEntry(deps);
  const checkIn = createCheckIn(deps);

  /** Runs a change; when a guard of it was lost, says what stands in the way. */
  async function change(workshop: Workshop, lost: string, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isLostGuard(error)) throw error;
      const { state } = found(await repos.workshops.get(workshop.policyId, workshop.id));
      const reason = state === "live" || state === "closed" ? lost : becameReason(state);
      throw new DomainError("conflict", reason, reason);
    }
  }

  async function requireGroup({ authorityId }: Policy, groupId: GroupId | null): Promise<void> {
    if (groupId !== null && (await repos.workshops.groupsKnown(authorityId, [groupId])) === 0)
      refuse("groupId", "unknown-group");
  }
  async function requireUnit(policy: Policy, unitId: UnitId | null): Promise<void> {
    if (unitId !== null && !(await repos.policies.belongs(unitId, policy.authorityId)))
      refuse("unitId", "invalid");
  }

  routes.add(
    {
      method: "GET",
      path: `${WORKSHOP}/live`,
      action: "workshop.read",
      summary: "All that came in; 304 while nothing changed",
    },
    async ({ c }) => {
      const workshop = await requireWorkshop(c);
      const etag = revisionTag(workshop.revision);
      const headers = { etag, "cache-control": "private, no-cache" };
      return notModified(c, etag) ?? c.json(await present.forTeam(workshop), 200, headers);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "PUT",
      path: `${WORKSHOP}/current`,
      summary: "Move the hall to a clause of the agenda",
      body: currentClauseSchema,
      status: 204,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      await change(
        workshop,
        workshop.state === "live" ? "entry-off-agenda" : becameReason(workshop.state),
        () => repos.workshops.setCurrent(workshop.id, body.cid),
      );
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      ...MANAGE,
      method: "POST",
      path: `${WORKSHOP}/entries`,
      summary: "Put down what somebody said; the same id again is the same entry",
      body: recordEntrySchema,
      status: 201,
    },
    async ({ c, body }) => {
      const { groupId, ...entry } = body;
      const workshop = await requireWorkshop(c);
      await requireGroup(requirePolicy(c).policy, groupId);
      const by = { kind: "team", account: requireActor(c).account.id, groupId } as const;
      return c.json(await recordEntry(workshop, by, entry), 201);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "PATCH",
      path: `${WORKSHOP}/entries/:entryId`,
      summary: "Take an entry off the screen, or back on it",
      body: changeEntrySchema,
      status: 204,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      const entryId = idParam(c, "entryId");
      await change(workshop, "unknown-entry", () => floor.setHidden(workshop.id, entryId, body.hidden));
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      ...MANAGE,
      method: "POST",
      path: `${WORKSHOP}/clusters`,
      summary: "Group like entries under a heading",
      body: createClusterSchema,
      status: 201,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      const { id, heading, entryIds } = body;
      const known = new Map((await floor.entries(workshop.id)).map((entry) => [entry.id, entry.cid]));
      const cid = known.get(entryIds[0] as typeof id) ?? null;
      try {
        await change(workshop, "grouping-refused", () =>
          floor.addCluster(workshop.id, { id, cid, heading, at: now() }, entryIds),
        );
      } catch (error) {
        if (!isConstraintViolation(error, "workshop_clusters.id")) throw error;
        const same = (await floor.clusters(workshop.id)).some((cluster) => cluster.id === id);
        if (!same) throw new DomainError("conflict", "entry-id-reused", "cluster id of another workshop");
      }
      return c.json({ id }, 201);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "POST",
      path: `${WORKSHOP}/grouping`,
      summary: "Move entries into a group, or out of any",
      body: groupEntriesSchema,
      status: 204,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      await change(workshop, "grouping-refused", () =>
        floor.groupEntries(workshop.id, body.clusterId, body.entryIds),
      );
      return c.body(null, 204);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "PATCH",
      path: `${WORKSHOP}/clusters/:clusterId`,
      summary: "Rename a group",
      body: changeClusterSchema,
      status: 204,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      const clusterId = idParam(c, "clusterId");
      await change(workshop, "unknown-cluster", () =>
        floor.renameCluster(workshop.id, clusterId, body.heading),
      );
      return c.body(null, 204);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "DELETE",
      path: `${WORKSHOP}/clusters/:clusterId`,
      summary: "Dissolve a group; its entries stay",
      status: 204,
    },
    async ({ c }) => {
      const workshop = await requireWorkshop(c);
      const clusterId = idParam(c, "clusterId");
      await change(workshop, "unknown-cluster", () => floor.dissolveCluster(workshop.id, clusterId));
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      ...MANAGE,
      method: "POST",
      path: `${WORKSHOP}/questions`,
      summary: "Ask the hall a question",
      body: askQuestionSchema,
      status: 201,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      try {
        await change(
          workshop,
          workshop.state === "live" ? "question-refused" : becameReason(workshop.state),
          () => floor.addQuestion(workshop.id, { ...body, at: now() }),
        );
      } catch (error) {
        if (!isConstraintViolation(error, "workshop_questions.id")) throw error;
        const same = (await floor.questions(workshop.id)).some(({ id }) => id === body.id);
        if (!same) throw new DomainError("conflict", "entry-id-reused", "question id of another workshop");
      }
      return c.json({ id: body.id }, 201);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "PATCH",
      path: `${WORKSHOP}/questions/:questionId`,
      summary: "Close or reopen a question",
      body: changeQuestionSchema,
      status: 204,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      const questionId = idParam(c, "questionId");
      await change(workshop, "unknown-question", () =>
        floor.setQuestionOpen(workshop.id, questionId, body.open),
      );
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      ...MANAGE,
      method: "POST",
      path: `${WORKSHOP}/attendees`,
      summary: "Put down somebody without a device",
      body: addAttendeeSchema,
      status: 201,
    },
    async ({ c, body }) => {
      const workshop = await requireWorkshop(c);
      const { policy } = requirePolicy(c);
      await requireGroup(policy, body.groupId);
      await requireUnit(policy, body.unitId);
      await checkIn.byTeam(workshop, body);
      return c.json({ id: body.id }, 201);
    },
  );
  routes.add(
    {
      ...MANAGE,
      method: "DELETE",
      path: `${WORKSHOP}/attendees/:attendeeId`,
      summary: "Take back an attendance of somebody who has given no input",
      status: 204,
    },
    async ({ c }) => {
      const workshop = await requireWorkshop(c);
      const attendeeId = idParam(c, "attendeeId");
      await change(workshop, "unknown-attendee", () => floor.removeAttendee(workshop.id, attendeeId));
      return c.body(null, 204);
    },
  );
}

function refuse(path: string, message: string): never {
  throw new DomainError("bad-input", "invalid-input", `${path} refused`, [{ path, message }]);
}
