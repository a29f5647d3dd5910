/** Texts that everyone may read, short addresses, posters. */
import { readShortCode } from "../../domain/consultations/short-code.ts";
import type { Cid, ConsultationId, PolicyId } from "../../domain/ids.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import { renderPoster } from "./poster-page.ts";
import type { AnswerPublicPage } from "./public-pages.ts";
import type { StampOf } from "./stamps.ts";
import { sectionAt } from "./text-sections.ts";
import { publishedTexts } from "./texts.intl.ts";
import { renderVersion, versionAddress, type VersionPage } from "./version-page.ts";
import type { ReadPublicText } from "./version-texts.ts";

export interface PublishedParts {
  readonly publicPage: AnswerPublicPage;
  readonly readText: ReadPublicText;
  readonly stampOf: StampOf;
}

export function registerPublishedPages(routes: Routes, deps: Deps, parts: PublishedParts): void {
  const { repos, baseUrl } = deps;
  const { publicPage, readText, stampOf } = parts;

  async function openVersion(c: AppContext) {
    const policyId = idParam<PolicyId>(c, "policyId");
    const versions = await repos.portal.publicVersions(policyId);
    const version = versions.find(({ number }) => String(number) === c.req.param("number"));
    return { policyId, versions, version: found(version, "unknown-version") };
  }

  async function answerVersion(
    c: AppContext,
    opened: Awaited<ReturnType<typeof openVersion>>,
    part: VersionPage["part"],
  ): Promise<Response> {
    const { policyId, versions, version } = opened;
    const [policy, review, asked] = await Promise.all([
      repos.policies.get(policyId),
      repos.reviews.approvalOf(version.hash),
      repos.consultations.listPublicOf(policyId),
    ]);
    const approvedAt = review?.state === "approved" ? review.endedAt : null;
    const { revision, authorityId, title } = found(policy);
    const own = asked.filter(({ versionId }) => versionId === version.id);
    const stamp = [revision, versions.length, approvedAt, own.map(({ title: about }) => about)].join("|");
    return publicPage(c, stamp, async () => {
      const locale = c.get("locale");
      const authority = found(await repos.directory.getAuthority(authorityId));
      const t = publishedTexts[locale];
      const shown = title || t.version(version.number);
      return {
        title: `${t.version(version.number)} · ${shortTitle(shown).subject || shown}`,
        description: t.versionOf(version.number, version.label, ""),
        canonicalPath: versionAddress(policyId, version.number),
        scripts: ["version-anchor"],
        main: renderVersion({
          locale,
          title: shown,
          authority,
          version,
          text: await readText(version.id),
          versions,
          approvedAt,
          consultations: own,
          part,
        }),
      };
    });
  }

  routes.add(
    { method: "GET", path: "/naskah/:policyId/v/:number", action: "page.public", anonymous: true },
    async ({ c }) => {
      const opened = await openVersion(c);
      const { sections } = await readText(opened.version.id);
      return answerVersion(c, opened, sections.length === 1 ? (sections[0] ?? null) : null);
    },
  );

  routes.add(
    { method: "GET", path: "/naskah/:policyId/v/:number/:cid", action: "page.public", anonymous: true },
    async ({ c }) => {
      const opened = await openVersion(c);
      if (c.req.param("cid") === "lengkap") return answerVersion(c, opened, "all");
      const cid = idParam<Cid>(c, "cid");
      const { derived, sections } = await readText(opened.version.id);
      const section = found(sectionAt(sections, found(derived.indexOf.get(cid), "unknown-clause")));
      const base = versionAddress(opened.policyId, opened.version.number);
      if (sections.length === 1) return c.redirect(`${base}#${cid}`, 302);
      if (section.cid !== cid) return c.redirect(`${base}/${section.cid}#${cid}`, 302);
      return answerVersion(c, opened, section);
    },
  );

  routes.add({ method: "GET", path: "/k/:code", action: "page.public", anonymous: true }, async ({ c }) => {
    const code = readShortCode(c.req.param("code") ?? "");
    const link = found(code === null ? null : await repos.shortLinks.get(code), "unknown-short-link");
    const to = {
      consultation: `/konsultasi/${link.subjectId}`,
      survey: `/survei/${link.subjectId}`,
      workshop: `/lokakarya/${link.code}`,
    }[link.kind];
    return c.redirect(to, 302);
  });

  routes.add(
    { method: "GET", path: "/konsultasi/:consultationId/poster", action: "page.public", anonymous: true },
    async ({ c }) => {
      const id = idParam<ConsultationId>(c, "consultationId");
      return publicPage(c, await stampOf(id), async () => {
        const locale = c.get("locale");
        const shown = found(await repos.portal.consultation(id), "unknown-consultation");
        const address = `${baseUrl}/k/${shown.consultation.shortCode}`;
        return {
          title: `${publishedTexts[locale].poster} · ${shown.consultation.title}`,
          main: renderPoster({ locale, shown, now: deps.now(), address }),
        };
      });
    },
  );
}
