/** What all pages of a workshop on the portal share: finding it, who is there, the head, what is said instead. */
import type { Attendee } from "../../../db/repos/workshop-floor.repo.ts";
import { readShortCode } from "../../../domain/consultations/short-code.ts";
import { DomainError } from "../../../domain/errors.ts";
import { acceptsCorrections, correctionWindow, type Workshop } from "../../../domain/workshops/workshop.ts";
import type { Deps } from "../../deps.ts";
import type { AppContext } from "../../http/context.ts";
import { presentProblem } from "../../http/problem.ts";
import { found } from "../../http/refusals.ts";
import { createReadClauseWords } from "../../workshops/clause-words.ts";
import { createKeepMinutes } from "../../workshops/keep-minutes.ts";
import { createParticipation } from "../../workshops/participate.ts";
import { createPresentWorkshop } from "../../workshops/present-workshop.ts";
import { formatDay, formatMoment, formatTime } from "../format.ts";
import { html, type Html } from "../html.ts";
import { createPages, PRIVATE, type PageOptions } from "../pages.ts";
import { renderAgenda } from "./hall-page.ts";
import { workshopPortalTexts } from "./workshop-portal.intl.ts";

/** Below `/lokakarya`. */
export const PAGE = "/lokakarya/:code";
/** Form pages: not kept, and sent with an Origin that our own check takes. */
export const FORM_PAGE = {
  ...PRIVATE,
  "referrer-policy": "strict-origin",
  "x-robots-tag": "noindex",
} as const;

export type WorkshopPages = ReturnType<typeof createWorkshopPages>;

export function createWorkshopPages(deps: Deps) {
  const { repos, now } = deps;
  const shared = { ...deps, clauseWords: createReadClauseWords(deps) };
  const { page } = createPages(deps);
  const participation = createParticipation(deps);
  const present = createPresentWorkshop(shared);
  const keep = createKeepMinutes(shared);

  async function workshopOf(c: AppContext): Promise<Workshop> {
    const workshop = await participation.workshop(c, readShortCode(c.req.param("code") ?? ""));
    return keep.settle(workshop);
  }

  /** Who holds this device's token; null for who did not check in. */
  async function presentPerson(c: AppContext, workshop: Workshop) {
    try {
      return await participation.attendee(c, workshop);
    } catch (error) {
      if (error instanceof DomainError && error.reason === "not-checked-in") return null;
      throw error;
    }
  }

  /** The head that all pages of a workshop share. */
  async function answer(
    c: AppContext,
    workshop: Workshop,
    main: Html,
    options: PageOptions = {},
  ): Promise<Response> {
    const locale = c.get("locale");
    const t = workshopPortalTexts[locale];
    const { timeZone } = found(await repos.consultations.authorityOf(workshop.policyId));
    const { title, place, startsAt, endsAt, code } = workshop;
    const when = t.when(
      formatDay(startsAt, locale, timeZone),
      formatTime(startsAt, locale, timeZone).replace(/ .*$/, ""),
      formatTime(endsAt, locale, timeZone),
    );
    const whole = html`<header class="workshop-head">
        <p class="hint">${t.workshop}</p>
        <h1>${title}</h1>
        <p>${when}<br />${place}</p>
      </header>
      ${main}`;
    return page(c, title, whole, {
      headers: FORM_PAGE,
      path: `/lokakarya/${code}`,
      description: `${when}. ${place}`,
      ...options,
    });
  }

  /** What somebody sees who is not, or no longer, in the hall. */
  async function waitingPage(
    c: AppContext,
    workshop: Workshop,
    attendee: Attendee | null,
  ): Promise<Response> {
    const locale = c.get("locale");
    const t = workshopPortalTexts[locale];
    const { state, code } = workshop;
    const link = html`<p><a class="button primary" href="/lokakarya/${code}/notulen">${t.toMinutes}</a></p>`;
    if (state === "planned") {
      const agenda = renderAgenda(locale, await present.agendaOf(workshop));
      const notice = attendee ? t.notStarted : t.opensLater;
      const refresh = html`<p><a class="button" href="/lokakarya/${code}">${t.refresh}</a></p>`;
      return answer(
        c,
        workshop,
        html`<p class="notice">${notice}</p>
          ${refresh}${agenda}`,
      );
    }
    if (state === "closed")
      return answer(
        c,
        workshop,
        html`<h2>${t.closedTitle}</h2>
          <p>${t.closed}</p>`,
      );
    const { timeZone } = found(await repos.consultations.authorityOf(workshop.policyId));
    const closesAt = correctionWindow(workshop.minutesAt)?.closesAt ?? 0;
    const open = acceptsCorrections(workshop, now());
    const ready = open ? t.minutesReady(formatMoment(closesAt, locale, timeZone)) : t.windowOver;
    const told = state === "final" ? t.minutesFinal : ready;
    return answer(
      c,
      workshop,
      html`<p class="notice">${told}</p>
        ${attendee ? link : html`<p>${t.onlyPresent}</p>`}`,
    );
  }

  /** The sentence of a refusal; rethrows what is none. */
  function sentenceOf(c: AppContext, error: unknown): { readonly status: 409 | 429; readonly said: string } {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== "conflict" && error.code !== "too-many-requests") throw error;
    const { detail } = presentProblem(error, c.get("locale"), c.get("requestId"));
    return { status: error.code === "conflict" ? 409 : 429, said: detail };
  }

  return {
    deps,
    shared,
    page,
    participation,
    present,
    keep,
    workshopOf,
    presentPerson,
    answer,
    waitingPage,
    sentenceOf,
  };
}
