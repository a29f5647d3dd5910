/** The public register of a consultation, what was done with it, and each change that followed. */
import * as v from "valibot";
import { citationOf } from "../../domain/clauses/citation.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import { OUTCOMES } from "../../domain/dispositions/disposition.ts";
import { DomainError } from "../../domain/errors.ts";
import { isCid, type Cid, type ConsultationId, type DispositionId } from "../../domain/ids.ts";
import type { PublicInput } from "../../db/repos/contribution-register.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import { renderAnswers, type AnsweredClause } from "./answers-page.ts";
import { rowsUnder } from "./change-html.ts";
import { renderChangePage } from "./change-page.ts";
import { createInputNames } from "./input-names.ts";
import type { AnswerPublicPage } from "./public-pages.ts";
import { renderRegister } from "./register-page.ts";
import { registerTexts } from "./register.intl.ts";
import type { StampOf } from "./stamps.ts";
import { placeOnPage } from "./text-page.ts";
import type { PublicText, ReadPublicText } from "./version-texts.ts";

const PAGE_SIZE = 25;

/** As a plain form sends it: what was not chosen is empty. What cannot be read counts as not chosen. */
const querySchema = v.object({
  ketentuan: v.fallback(v.nullable(v.custom<Cid>(isCid)), null),
  jawaban: v.fallback(v.nullable(v.picklist([...OUTCOMES, "none"])), null),
  sesudah: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}_[0-9A-Z]{26}$/))), null),
});

export interface RegisterParts {
  readonly publicPage: AnswerPublicPage;
  readonly readText: ReadPublicText;
  readonly stampOf: StampOf;
  readonly texts: TextStandings;
}

export function registerRegisterPages(routes: Routes, deps: Deps, parts: RegisterParts): void {
  const { repos } = deps;
  const { publicPage, readText, stampOf, texts } = parts;
  const inputNames = createInputNames(deps, texts);

  const open = async (c: AppContext) => {
    const id = idParam<ConsultationId>(c, "consultationId");
    return { id, stamp: await stampOf(id) };
  };
  const shownOf = async (id: ConsultationId): Promise<PublicConsultation> =>
    found(await repos.portal.consultation(id), "unknown-consultation");
  const sumsOf = async (id: ConsultationId) => {
    const [states, outcomes] = await Promise.all([
      repos.contributions.countsByState(id),
      repos.portal.outcomes(id),
    ]);
    return { states, outcomes };
  };

  /** Clauses that inputs name, gathered under the clause that stands for them on the page. */
  async function namedPlaces(
    id: ConsultationId,
    text: PublicText,
  ): Promise<ReadonlyMap<number, readonly Cid[]>> {
    const places = new Map<number, Cid[]>();
    for (const cid of await repos.portal.clausesNamed(id)) {
      const place = placeOnPage(text, cid);
      if (place !== null) places.set(place, [...(places.get(place) ?? []), cid]);
    }
    return places;
  }

  const placeName = (text: PublicText, place: number) => ({
    cid: text.clauses[place]?.cid as Cid,
    citation: citationOf(text.derived, place),
  });

  routes.add(
    { method: "GET", path: "/konsultasi/:consultationId/register", action: "page.public", anonymous: true },
    async ({ c }) => {
      const { id, stamp } = await open(c);
      const { ketentuan, jawaban, sesudah } = v.parse(querySchema, {
        ketentuan: c.req.query("ketentuan"),
        jawaban: c.req.query("jawaban"),
        sesudah: c.req.query("sesudah"),
      });
      return publicPage(c, stamp, async () => {
        const locale = c.get("locale");
        const shown = await shownOf(id);
        const text = await readText(shown.version.id);
        const places = await namedPlaces(id, text);
        const place = ketentuan === null ? null : placeOnPage(text, ketentuan);
        const cids = ketentuan === null ? undefined : (place !== null && places.get(place)) || [ketentuan];
        const [createdOn = "", after = ""] = sesudah?.split("_") ?? [];
        const [sums, found] = await Promise.all([
          sumsOf(id),
          repos.contributions.publicRegister(
            id,
            { cids, outcome: jawaban ?? undefined },
            { limit: PAGE_SIZE + 1, ...(sesudah !== null && { after: { createdOn, id: after } }) },
          ),
        ]);
        const inputs = found.slice(0, PAGE_SIZE);
        const last = inputs.at(-1);
        const query = new URLSearchParams();
        if (ketentuan !== null) query.set("ketentuan", ketentuan);
        if (jawaban !== null) query.set("jawaban", jawaban);
        const kept = new URLSearchParams(query);
        if (last) query.set("sesudah", `${last.createdOn}_${last.id}`);
        const { timeZone } = shown.authority;
        return {
          title: `${registerTexts[locale].title} · ${shown.consultation.title}`,
          description: registerTexts[locale].lead,
          canonicalPath: `/konsultasi/${id}/register`,
          query: kept,
          main: renderRegister({
            locale,
            shown,
            now: deps.now(),
            sums,
            clauses: [...places.keys()].toSorted((a, b) => a - b).map((at) => placeName(text, at)),
            chosen: { cid: place === null ? ketentuan : placeName(text, place).cid, outcome: jawaban },
            inputs,
            names: await inputNames(shown.policy.id, inputs, { locale, timeZone }),
            next: found.length > PAGE_SIZE ? query.toString() : null,
            first: sesudah === null,
          }),
        };
      });
    },
  );

  /** Answers under the clause that they are about first, in the order of the text; those about the whole last. */
  function byClause(
    groups: Awaited<ReturnType<typeof repos.contributions.whatWeDid>>,
    text: PublicText,
    cite: (input: PublicInput, cid: Cid) => string,
  ): AnsweredClause[] {
    const clauses = new Map<string, { order: number; clause: AnsweredClause }>();
    for (const answered of groups) {
      const target = answered.inputs[0]?.targets[0];
      const place = target ? placeOnPage(text, target.cid) : null;
      const named = place === null ? null : placeName(text, place);
      const cid = named?.cid ?? target?.cid ?? null;
      const order = place ?? (target ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
      const input = answered.inputs[0];
      const citation = named?.citation ?? (target && input ? cite(input, target.cid) : "");
      const known = clauses.get(cid ?? "")?.clause.answers ?? [];
      clauses.set(cid ?? "", { order, clause: { cid, citation, answers: [...known, answered] } });
    }
    return [...clauses.values()].toSorted((a, b) => a.order - b.order).map(({ clause }) => clause);
  }

  routes.add(
    { method: "GET", path: "/konsultasi/:consultationId/tanggapan", action: "page.public", anonymous: true },
    async ({ c }) => {
      const { id, stamp } = await open(c);
      return publicPage(c, stamp, async () => {
        const locale = c.get("locale");
        const shown = await shownOf(id);
        const [text, sums, groups] = await Promise.all([
          readText(shown.version.id),
          sumsOf(id),
          repos.contributions.whatWeDid(id),
        ]);
        const { timeZone } = shown.authority;
        const all = groups.flatMap(({ inputs }) => inputs);
        const names = await inputNames(shown.policy.id, all, { locale, timeZone });
        return {
          title: `${registerTexts[locale].results} · ${shown.consultation.title}`,
          description: registerTexts[locale].resultsLead,
          canonicalPath: `/konsultasi/${id}/tanggapan`,
          main: renderAnswers({
            locale,
            shown,
            now: deps.now(),
            sums,
            clauses: byClause(groups, text, names.citationOf),
            names,
          }),
        };
      });
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/konsultasi/:consultationId/perubahan/:dispositionId",
      action: "page.public",
      anonymous: true,
    },
    async ({ c }) => {
      const { id, stamp } = await open(c);
      const disposition = idParam<DispositionId>(c, "dispositionId");
      return publicPage(c, stamp, async () => {
        const locale = c.get("locale");
        const shown = await shownOf(id);
        const read = found(await repos.portal.answeredVersion(id, disposition), "unknown-change");
        const answer = found(await repos.dispositions.get(disposition), "unknown-change");
        const { change } = answer;
        if (change === null) throw new DomainError("not-found", "unknown-change", "no change");
        const all = await repos.versions.list(shown.policy.id, 10_000);
        const bound = found(boundVersion(change, all), "unknown-change");
        const [earlier, later, open] = await Promise.all([
          texts.version(shown.policy.id, read),
          texts.version(shown.policy.id, bound.id),
          repos.portal.publicVersions(shown.policy.id),
        ]);
        const side = later.indexOf.has(change.cid) ? later : earlier;
        const index = found(side.indexOf.get(change.cid), "unknown-change");
        const comparison = await texts.compared(earlier, later);
        const citation = citationOf(side, index);
        const title = registerTexts[locale].changeTitle(citation);
        return {
          title: `${title} · ${shown.consultation.title}`,
          description: answer.reason.slice(0, 300),
          canonicalPath: `/konsultasi/${id}/perubahan/${disposition}`,
          main: renderChangePage({
            locale,
            shown,
            title,
            answer,
            from: earlier.number,
            to: later.number,
            rows: rowsUnder(comparison, [earlier, later], change.cid),
            versionIsPublic: open.some((version) => version.id === bound.id),
            cid: change.cid,
          }),
        };
      });
    },
  );
}
