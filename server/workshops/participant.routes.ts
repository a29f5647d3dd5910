/** The side of a phone in the hall: what is polled, entries, votes. The pages are in `server/portal/workshops`. */
import { participantEntrySchema, voteSchema } from "../../domain/workshops/workshops.contract.ts";
import { readShortCode } from "../../domain/consultations/short-code.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { notModified, revisionTag } from "../http/etag.ts";
import { idParam, type Routes } from "../http/route.ts";
import type { ReadClauseWords } from "./clause-words.ts";
import { createPresentLive } from "./present-live.ts";
import { createParticipation } from "./participate.ts";

const PARTICIPANT = "/api/workshops/:code";

export function registerParticipantRoutes(
  routes: Routes,
  deps: Deps & { readonly clauseWords: ReadClauseWords },
): void {
  const participation = createParticipation(deps);
  const present = createPresentLive(deps);
  const requireWorkshop = (c: AppContext): Promise<Workshop> =>
    participation.workshop(c, readShortCode(c.req.param("code") ?? ""));

  routes.add(
    {
      method: "GET",
      path: `${PARTICIPANT}/live`,
      action: "input.send",
      summary: "What the hall is at, for a device that checked in; 304 while nothing changed",
      // A hall shares one address: its polls are limited per device, not by it.
      anonymous: true,
    },
    async ({ c }) => {
      const workshop = await requireWorkshop(c);
      const etag = revisionTag(workshop.revision);
      const unchanged = notModified(c, etag);
      if (unchanged) return unchanged;
      const { attendee } = await participation.attendee(c, workshop);
      const headers = { etag, "cache-control": "private, no-cache", vary: "cookie" };
      return c.json(await present.forParticipant(workshop, attendee), 200, headers);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${PARTICIPANT}/entries`,
      action: "input.send",
      summary: "Send an entry from a device that checked in; the same id again is the same entry",
      body: participantEntrySchema,
      status: 201,
      anonymous: true,
    },
    async ({ c, body }) => c.json(await participation.send(c, await requireWorkshop(c), body), 201),
  );
  routes.add(
    {
      method: "PUT",
      path: `${PARTICIPANT}/votes/:subjectId`,
      action: "input.send",
      summary: "Vote on an entry or a question, or take the vote back",
      body: voteSchema,
      status: 204,
      anonymous: true,
    },
    async ({ c, body }) => {
      await participation.vote(c, await requireWorkshop(c), idParam(c, "subjectId"), body.vote);
      return c.body(null, 204);
    },
  );
}
