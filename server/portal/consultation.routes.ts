/** The public pages of a consultation. */
import { openCommentRule } from "../../domain/consultations/phase.ts";
import type { Cid, ConsultationId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import { renderConsultation, type ConsultationPage } from "./consultation-page.ts";
import { windowLine } from "./window-line.ts";
import { renderSectionPage } from "./section-page.ts";
import type { AnswerPublicPage } from "./public-pages.ts";
import type { StampOf } from "./stamps.ts";
import { sectionAt } from "./text-sections.ts";
import { countsByPlace, sectionAddress } from "./text-page.ts";
import type { ReadPublicText } from "./version-texts.ts";

export interface PortalParts {
  readonly publicPage: AnswerPublicPage;
  readonly readText: ReadPublicText;
  readonly stampOf: StampOf;
}

export function registerConsultationPages(routes: Routes, deps: Deps, parts: PortalParts): void {
  const { portal } = deps.repos;
  const { publicPage, readText, stampOf } = parts;

  async function load(c: AppContext, id: ConsultationId): Promise<ConsultationPage> {
    const now = deps.now();
    const shown = found(await portal.consultation(id), "unknown-consultation");
    const [text, counts, groups, surveys, workshops, states, outcomes] = await Promise.all([
      readText(shown.version.id),
      portal.counts(id),
      portal.groups(id),
      portal.surveys(id),
      portal.workshops(id),
      deps.repos.contributions.countsByState(id),
      portal.outcomes(id),
    ]);
    return {
      locale: c.get("locale"),
      id,
      shown,
      text,
      counts: countsByPlace(text, counts),
      received: counts.received,
      sums: { states, outcomes },
      groups,
      surveys,
      workshops,
      now,
      takesComments: openCommentRule(shown.consultation, now) !== null,
    };
  }

  const canonical = (id: ConsultationId) => `/konsultasi/${id}`;

  routes.add(
    { method: "GET", path: "/konsultasi/:consultationId", action: "page.public", anonymous: true },
    async ({ c }) => {
      const id = idParam<ConsultationId>(c, "consultationId");
      return publicPage(c, await stampOf(id), async () => {
        const page = await load(c, id);
        const { consultation } = page.shown;
        const line = windowLine(page.shown, page.locale, page.now);
        return {
          title: consultation.title,
          description: `${consultation.summary} ${line}.`,
          canonicalPath: canonical(id),
          main: renderConsultation(page),
        };
      });
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/konsultasi/:consultationId/naskah/:cid",
      action: "page.public",
      anonymous: true,
    },
    async ({ c }) => {
      const id = idParam<ConsultationId>(c, "consultationId");
      const cid = idParam<Cid>(c, "cid");
      const stamp = await stampOf(id);
      const shown = found(await portal.consultation(id), "unknown-consultation");
      const text = await readText(shown.version.id);
      const index = found(text.derived.indexOf.get(cid), "unknown-clause");
      const section = found(sectionAt(text.sections, index));
      // One page, one address; a short text has no parts.
      if (text.sections.length === 1) return c.redirect(`${canonical(id)}#${cid}`, 302);
      if (section.cid !== cid) return c.redirect(`${sectionAddress(id, section.cid)}#${cid}`, 302);
      return publicPage(c, stamp, async () => renderSectionPage(await load(c, id), section));
    },
  );
}
