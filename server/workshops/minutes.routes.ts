/** Minutes of a workshop, for the team. */
import type { Workshop } from "../../domain/workshops/workshop.ts";
import { correctionWindow } from "../../domain/workshops/workshop.ts";
import {
  decideCorrectionSchema,
  paragraphsSchema,
  type WorkshopMinutes,
} from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { idParam, requireActor, type Routes } from "../http/route.ts";
import type { ReadClauseWords } from "./clause-words.ts";
import { createKeepMinutes } from "./keep-minutes.ts";
import { mayManage, WORKSHOP } from "./workshop-paths.ts";

const MINUTES = `${WORKSHOP}/minutes`;

export function registerMinutesRoutes(
  routes: Routes,
  deps: Deps & { readonly clauseWords: ReadClauseWords },
  requireWorkshop: (c: AppContext) => Promise<Workshop>,
): void {
  const { workshopFloor: floor, workshopMinutes: minutes } = deps.repos;
  const keep = createKeepMinutes(deps);

  async function answer(c: AppContext): Promise<Response> {
    const workshop = await requireWorkshop(c);
    const [document, paragraphs, corrections, confirmations, people, groups] = await Promise.all([
      keep.read(workshop),
      minutes.paragraphs(workshop.id),
      minutes.corrections(workshop.id),
      minutes.confirmations(workshop.id),
      floor.attendees(workshop.id),
      floor.groupNames(workshop.id),
    ]);
    const view: WorkshopMinutes = {
      state: workshop.state,
      document,
      paragraphs,
      publishedAt: workshop.minutesAt,
      correctionsUntil: correctionWindow(workshop.minutesAt)?.closesAt ?? null,
      hash: workshop.minutesHash,
      finalAt: workshop.finalAt,
      finalHash: workshop.finalHash,
      confirmations,
      devices: people.filter(({ tokenHash }) => tokenHash !== null).length,
      corrections: corrections.map(({ id, number, text, at, groupId, outcome, reason, decidedByName }) => ({
        id,
        number,
        text,
        at,
        group: groupId && (groups.get(groupId) ?? null),
        outcome,
        reason,
        decidedBy: decidedByName,
      })),
      mayManage: mayManage(c),
    };
    return c.json(view, 200, { etag: revisionTag(workshop.draftRevision) });
  }

  routes.add(
    { method: "GET", path: MINUTES, action: "workshop.read", summary: "Read the minutes, or their draft" },
    ({ c }) => answer(c),
  );
  routes.add(
    {
      method: "PUT",
      path: `${MINUTES}/paragraphs`,
      action: "workshop.manage",
      summary: "Replace the note-taker's paragraphs",
      body: paragraphsSchema,
    },
    async ({ c, body }) => {
      await keep.write(await requireWorkshop(c), requireRevision(c), body);
      return answer(c);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${MINUTES}/publish`,
      action: "workshop.manage",
      summary: "Freeze the minutes and open them for corrections",
    },
    async ({ c }) => {
      await keep.publish(requireActor(c).account.id, await requireWorkshop(c));
      return answer(c);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${MINUTES}/corrections/:correctionId/decision`,
      action: "workshop.manage",
      summary: "Accept a correction, or refuse it with a reason",
      body: decideCorrectionSchema,
    },
    async ({ c, body }) => {
      const correctionId = idParam(c, "correctionId");
      await keep.decide(requireActor(c).account.id, await requireWorkshop(c), correctionId, body);
      return answer(c);
    },
  );
}
