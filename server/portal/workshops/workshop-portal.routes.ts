/** `/lokakarya/<code>`: checking in, the hall on a phone, minutes. Plain forms; a script only keeps them fresh. */
import * as v from "valibot";
import type { Attendee } from "../../../db/repos/workshop-floor.repo.ts";
import { readShortCode } from "../../../domain/consultations/short-code.ts";
import { DomainError } from "../../../domain/errors.ts";
import {
  isCid,
  isUlid,
  type Cid,
  type ContributionId,
  type GroupId,
  type UnitId,
} from "../../../domain/ids.ts";
import { lineSchema, textSchema } from "../../../domain/wire-text.ts";
import { checkInRefusal, VOTES, WORKSHOP_LIMITS, type Workshop } from "../../../domain/workshops/workshop.ts";
import type { Deps } from "../../deps.ts";
import { readForm } from "../../http/body.ts";
import type { AppContext } from "../../http/context.ts";
import { notModified, revisionTag } from "../../http/etag.ts";
import { found } from "../../http/refusals.ts";
import type { Routes } from "../../http/route.ts";
import { attendanceToken, giveAttendanceToken, receiptSecret } from "../../workshops/attendance-token.ts";
import { createCheckIn } from "../../workshops/check-in.ts";
import { createPresentLive } from "../../workshops/present-live.ts";
import { html } from "../html.ts";
import { qrSvg } from "../qr.ts";
import { OTHER_GROUP, renderCheckIn, renderCodeForm, type CheckInForm } from "./check-in-page.ts";
import { renderAgenda, renderHall, renderLiveParts, type EntryForm, type LivePart } from "./hall-page.ts";
import { registerMinutesPortalRoutes } from "./minutes-portal.routes.ts";
import { createWorkshopPages, FORM_PAGE, PAGE } from "./workshop-pages.ts";
import { workshopPortalTexts } from "./workshop-portal.intl.ts";

const SCRIPTS = ["workshop"] as const;

/** Of 100,000 characters, nine bytes each in a form: what is too long comes back whole. */
const MAX_FORM_BYTES = 2 * 1024 * 1024;

const words = (max: number) => v.pipe(textSchema(max), v.trim(), v.minLength(1));

export function registerWorkshopPortalRoutes(routes: Routes, deps: Deps): void {
  const { repos, now, randomId, baseUrl } = deps;
  const pages = createWorkshopPages(deps);
  const { shared, page, participation, present, answer, workshopOf, presentPerson, waitingPage, sentenceOf } =
    pages;
  const checkIn = createCheckIn(deps);
  const live = createPresentLive(shared);

  async function checkInPage(
    c: AppContext,
    workshop: Workshop,
    more: Pick<CheckInForm, "values" | "errors"> = {},
    status: 200 | 400 | 409 | 429 = 200,
  ): Promise<Response> {
    const [invitations, consultation, authority, allUnits, agenda] = await Promise.all([
      repos.workshops.invitations(workshop.id),
      repos.consultations.get(workshop.consultationId),
      repos.consultations.authorityOf(workshop.policyId),
      repos.directory.listUnits(),
      present.agendaOf(workshop),
    ]);
    const locale = c.get("locale");
    if (attendanceToken(c, workshop) === null)
      giveAttendanceToken(c, workshop, randomId(), baseUrl.startsWith("https:"));
    const form = renderCheckIn({
      locale,
      code: workshop.code,
      groups: invitations.map(({ groupId, name }) => ({ id: groupId, name })),
      units: allUnits.filter(({ authorityId }) => authorityId === authority?.id),
      account: c.get("actor")?.account ?? null,
      privacy: found(consultation),
      ...more,
    });
    return answer(c, workshop, html`${form} ${renderAgenda(locale, agenda)}`, { status });
  }

  async function livePart(
    c: AppContext,
    workshop: Workshop,
    attendee: Attendee,
    token: string,
  ): Promise<LivePart & { readonly table: string }> {
    const [agenda, view, own] = await Promise.all([
      present.agendaOf(workshop),
      live.forParticipant(workshop, attendee),
      repos.workshopFloor.entriesOf(attendee.id),
    ]);
    const receipts = await Promise.all(
      own.map(async ({ clientId }) =>
        attendee.accountId === null ? `/tanda-terima/${await receiptSecret(token, clientId)}` : null,
      ),
    );
    return {
      locale: c.get("locale"),
      code: workshop.code,
      agenda,
      live: view,
      own: own
        .map(({ number, words: said }, index) => ({
          number,
          words: said,
          receiptPath: receipts[index] ?? null,
        }))
        .toReversed(),
      table: own.at(-1)?.table ?? "",
    };
  }

  async function hallPage(
    c: AppContext,
    workshop: Workshop,
    who: { readonly attendee: Attendee; readonly token: string },
    refused?: Pick<EntryForm, "id" | "cid" | "table" | "words" | "error">,
    status: 200 | 400 | 409 | 429 = 200,
  ): Promise<Response> {
    const { attendee, token } = who;
    const locale = c.get("locale");
    const part = await livePart(c, workshop, attendee, token);
    const groups = await repos.workshopFloor.groupNames(workshop.id);
    const form = {
      locale,
      code: workshop.code,
      agenda: part.agenda,
      ...(refused ?? { id: randomId(), cid: workshop.currentCid ?? "", table: part.table, words: "" }),
    };
    const main = renderHall({
      ...part,
      revision: workshop.revision,
      who: { name: attendee.name, group: attendee.groupId && (groups.get(attendee.groupId) ?? null) },
      form,
      sent: c.req.query("terkirim") !== undefined && !refused,
    });
    return answer(c, workshop, main, { status, scripts: SCRIPTS });
  }

  routes.add({ method: "GET", path: "/lokakarya", action: "page.public" }, ({ c }) => {
    const locale = c.get("locale");
    const t = workshopPortalTexts[locale];
    const typed = c.req.query("kode");
    const code = typed === undefined ? null : readShortCode(typed);
    if (code !== null) return c.redirect(`/lokakarya/${code}`, 303);
    const error = typed === undefined ? undefined : t.codeWrong;
    const form = renderCodeForm(locale, typed?.slice(0, 20), error);
    return page(c, t.joinTitle, form, { status: error ? 400 : 200, headers: FORM_PAGE });
  });

  routes.add({ method: "GET", path: PAGE, action: "page.public" }, async ({ c }) => {
    const typed = c.req.param("code") ?? "";
    const code = readShortCode(typed);
    if (code !== null && code !== typed) return c.redirect(`/lokakarya/${code}`, 301);
    const workshop = await workshopOf(c);
    const who = await presentPerson(c, workshop);
    if (who && workshop.state === "live") return hallPage(c, workshop, who);
    if (!who && checkInRefusal(workshop, now()) === null) return checkInPage(c, workshop);
    return waitingPage(c, workshop, who?.attendee ?? null);
  });

  routes.add(
    // As the poll: a hall shares one address, and this is what its phones fetch.
    { method: "GET", path: `${PAGE}/langsung`, action: "page.public", anonymous: true },
    async ({ c }) => {
      const workshop = await workshopOf(c);
      const etag = revisionTag(workshop.revision);
      const unchanged = notModified(c, etag);
      if (unchanged) return unchanged;
      const { attendee, token } = await participation.attendee(c, workshop);
      const headers = { etag, "cache-control": "private, no-cache", "x-workshop-state": workshop.state };
      return c.html(renderLiveParts(await livePart(c, workshop, attendee, token)), 200, headers);
    },
  );

  routes.add(
    { method: "GET", path: `${PAGE}/qr.svg`, action: "page.public", anonymous: true },
    async ({ c }) => {
      const workshop = await workshopOf(c);
      return c.body(qrSvg(present.joinUrl(workshop)), 200, {
        "content-type": "image/svg+xml",
        // The address of a workshop never changes.
        "cache-control": "public, max-age=86400",
      });
    },
  );

  routes.add({ method: "POST", path: `${PAGE}/hadir`, action: "input.send" }, async ({ c }) => {
    const workshop = await workshopOf(c);
    const t = workshopPortalTexts[c.get("locale")];
    const form = await readForm(c.req.raw);
    const values = { name: form["nama"] ?? "", group: form["kelompok"] ?? "", unit: form["unit"] ?? "" };
    const name = v.safeParse(lineSchema(WORKSHOP_LIMITS.name), values.name);
    const invited = (await repos.workshops.invitations(workshop.id)).map(({ groupId }) => groupId as string);
    const errors = {
      ...(!name.success && { name: t.nameWrong }),
      ...(values.group !== OTHER_GROUP && !invited.includes(values.group) && { group: t.groupWrong }),
    };
    if (!name.success || Object.keys(errors).length > 0)
      return checkInPage(c, workshop, { values, errors }, 400);
    const token = attendanceToken(c, workshop);
    if (token === null) return checkInPage(c, workshop, { values, errors: { form: t.noCookie } }, 409);
    const authority = await repos.consultations.authorityOf(workshop.policyId);
    const unitKnown =
      isUlid(values.unit) &&
      authority !== null &&
      (await repos.policies.belongs(values.unit as string as UnitId, authority.id));
    try {
      participation.countCheckIn(c);
      await checkIn.self(workshop, token, {
        name: name.output,
        groupId: values.group === OTHER_GROUP ? null : (values.group as GroupId),
        unitId: unitKnown ? (values.unit as UnitId) : null,
        accountId: c.get("actor")?.account.id ?? null,
      });
    } catch (error) {
      const { said, status } = sentenceOf(c, error);
      return checkInPage(c, workshop, { values, errors: { form: said } }, status);
    }
    return c.redirect(`/lokakarya/${workshop.code}`, 303);
  });

  routes.add({ method: "POST", path: `${PAGE}/masukan`, action: "input.send" }, async ({ c }) => {
    const workshop = await workshopOf(c);
    const t = workshopPortalTexts[c.get("locale")];
    const form = await readForm(c.req.raw, MAX_FORM_BYTES);
    const who = await participation.attendee(c, workshop);
    const typed = {
      id: isUlid(form["id"]) ? form["id"] : randomId(),
      cid: isCid(form["ketentuan"]) ? form["ketentuan"] : "",
      table: (form["meja"] ?? "").trim().slice(0, WORKSHOP_LIMITS.table),
      words: form["isi"] ?? "",
    };
    const said = v.safeParse(words(WORKSHOP_LIMITS.words), typed.words);
    const table = v.safeParse(lineSchema(WORKSHOP_LIMITS.table), typed.table);
    if (!said.success) {
      const error = typed.words.trim() === "" ? t.wordsMissing : t.wordsLong;
      return hallPage(c, workshop, who, { ...typed, error }, 400);
    }
    try {
      await participation.send(c, workshop, {
        id: typed.id as ContributionId,
        cid: typed.cid === "" ? null : (typed.cid as Cid),
        table: table.success ? table.output : null,
        words: said.output,
      });
    } catch (error) {
      const refusal = sentenceOf(c, error);
      return hallPage(c, workshop, who, { ...typed, error: refusal.said }, refusal.status);
    }
    return c.redirect(`/lokakarya/${workshop.code}?terkirim=1#terkirim`, 303);
  });

  routes.add({ method: "POST", path: `${PAGE}/suara`, action: "input.send" }, async ({ c }) => {
    const workshop = await workshopOf(c);
    const { butir = "", suara = "" } = await readForm(c.req.raw);
    if (!isUlid(butir)) throw new DomainError("not-found", "unknown-entry", "not an id");
    const vote = VOTES.find((each) => each === suara) ?? null;
    if (vote === null && suara !== "") throw new DomainError("bad-input", "invalid-input", "no such vote");
    await participation.vote(c, workshop, butir, vote);
    return c.redirect(`/lokakarya/${workshop.code}#butir-${butir}`, 303);
  });

  registerMinutesPortalRoutes(routes, pages);
}
