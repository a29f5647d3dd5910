/** Minutes on a participant's own device: read, confirmed, corrected. */
import * as v from "valibot";
import type { Attendee } from "../../../db/repos/workshop-floor.repo.ts";
import { isUlid } from "../../../domain/ids.ts";
import { textSchema } from "../../../domain/wire-text.ts";
import {
  acceptsCorrections,
  correctionWindow,
  WORKSHOP_LIMITS,
  type Workshop,
} from "../../../domain/workshops/workshop.ts";
import { readForm } from "../../http/body.ts";
import type { AppContext } from "../../http/context.ts";
import type { Routes } from "../../http/route.ts";
import { renderMinutes } from "./minutes-page.ts";
import { PAGE, type WorkshopPages } from "./workshop-pages.ts";
import { workshopPortalTexts } from "./workshop-portal.intl.ts";

const correctionSchema = v.pipe(textSchema(WORKSHOP_LIMITS.correction), v.trim(), v.minLength(1));

export function registerMinutesPortalRoutes(routes: Routes, pages: WorkshopPages): void {
  const { deps, keep, answer, workshopOf, presentPerson, waitingPage, sentenceOf } = pages;
  const { repos, now, randomId } = deps;

  async function minutesPage(
    c: AppContext,
    workshop: Workshop,
    attendee: Attendee,
    refused?: { readonly id: string; readonly text: string; readonly error: string },
    status: 200 | 400 | 409 = 200,
  ): Promise<Response> {
    const { id, code, minutesHash, minutesAt, finalAt } = workshop;
    const locale = c.get("locale");
    const [document, confirmed, corrections] = await Promise.all([
      keep.read(workshop),
      repos.workshopMinutes.hasConfirmed(attendee.id),
      repos.workshopMinutes.corrections(id),
    ]);
    const main = renderMinutes({
      locale,
      code,
      document,
      hash: minutesHash ?? "",
      correctionsUntil: correctionWindow(minutesAt)?.closesAt ?? 0,
      open: acceptsCorrections(workshop, now()),
      finalAt,
      confirmed,
      corrections: corrections.filter(({ attendeeId }) => attendeeId === attendee.id),
      accepted: corrections.filter(({ outcome }) => outcome === "accepted").map(({ text }) => text),
      form: refused ?? { id: randomId(), text: "" },
    });
    return answer(c, workshop, main, { status, path: `/lokakarya/${code}/notulen` });
  }

  async function minutesOf(c: AppContext): Promise<{ workshop: Workshop; attendee: Attendee } | Response> {
    const workshop = await workshopOf(c);
    const who = await presentPerson(c, workshop);
    if (!who || workshop.minutesAt === null) return waitingPage(c, workshop, who?.attendee ?? null);
    return { workshop, attendee: who.attendee };
  }

  routes.add({ method: "GET", path: `${PAGE}/notulen`, action: "page.public" }, async ({ c }) => {
    const known = await minutesOf(c);
    return known instanceof Response ? known : minutesPage(c, known.workshop, known.attendee);
  });
  routes.add({ method: "POST", path: `${PAGE}/notulen/sah`, action: "input.send" }, async ({ c }) => {
    const known = await minutesOf(c);
    if (known instanceof Response) return known;
    await keep.confirm(known.workshop, known.attendee);
    return c.redirect(`/lokakarya/${known.workshop.code}/notulen#sahkan`, 303);
  });
  routes.add({ method: "POST", path: `${PAGE}/notulen/koreksi`, action: "input.send" }, async ({ c }) => {
    const known = await minutesOf(c);
    if (known instanceof Response) return known;
    const { workshop, attendee } = known;
    const t = workshopPortalTexts[c.get("locale")];
    const form = await readForm(c.req.raw);
    const typed = { id: isUlid(form["id"]) ? form["id"] : randomId(), text: form["isi"] ?? "" };
    const text = v.safeParse(correctionSchema, typed.text);
    if (!text.success) {
      const error = typed.text.trim() === "" ? t.correctionMissing : t.correctionLong;
      return minutesPage(c, workshop, attendee, { ...typed, error }, 400);
    }
    try {
      await keep.correct(workshop, attendee, typed.id, text.output);
    } catch (error) {
      return minutesPage(c, workshop, attendee, { ...typed, error: sentenceOf(c, error).said }, 409);
    }
    return c.redirect(`/lokakarya/${workshop.code}/notulen#koreksi-anda`, 303);
  });
}
