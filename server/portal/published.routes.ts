/** Texts that everyone may read, the way of a clause through them, whether a text is genuine, short addresses, posters. */
import { citationOf } from "../../domain/clauses/citation.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import { commentPlace } from "../../domain/comments/comment-place.ts";
import { openCommentRule } from "../../domain/consultations/phase.ts";
import { readShortCode } from "../../domain/consultations/short-code.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Cid, ConsultationId, PolicyId } from "../../domain/ids.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import { renderDossier, type ClauseFate } from "./dossier-page.ts";
import { html } from "./html.ts";
import { createInputNames } from "./input-names.ts";
import type { Pages } from "./pages.ts";
import { renderPoster } from "./poster-page.ts";
import type { AnswerPublicPage } from "./public-pages.ts";
import type { StampOf } from "./stamps.ts";
import { sectionAt } from "./text-sections.ts";
import { publishedTexts } from "./texts.intl.ts";
import { renderVerification, renderVerifyForm, type KnownText } from "./verify-page.ts";
import { renderVersion, versionAddress, type VersionPage } from "./version-page.ts";
import type { ReadPublicText } from "./version-texts.ts";

export interface PublishedParts {
  readonly pages: Pages;
  readonly publicPage: AnswerPublicPage;
  readonly readText: ReadPublicText;
  readonly stampOf: StampOf;
  readonly texts: TextStandings;
}

/** Inputs on one page of a clause; the register of each consultation has all. */
const SHOWN = 50;

export function registerPublishedPages(routes: Routes, deps: Deps, parts: PublishedParts): void {
  const { repos, baseUrl } = deps;
  const { pages, publicPage, readText, stampOf, texts } = parts;
  const inputNames = createInputNames(deps, texts);

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

  routes.add(
    { method: "GET", path: "/ketentuan/:policyId/:cid", action: "page.public", anonymous: true },
    async ({ c }) => {
      const policyId = idParam<PolicyId>(c, "policyId");
      const cid = idParam<Cid>(c, "cid");
      const versions = await repos.portal.publicVersions(policyId);
      const newest = found(versions[0], "unknown-clause");
      const last = await lastWith(versions, policyId, cid);
      const later = await texts.version(policyId, newest.id);
      if (last.id !== newest.id) {
        const into = (await texts.between(await texts.version(policyId, last.id), later)).placeOf(cid);
        if (into !== null) return c.redirect(`/ketentuan/${policyId}/${into}`, 302);
      }
      // The pages of its consultations change when this one does.
      const asked = await repos.consultations.listPublicOf(policyId);
      const stamps = await Promise.all(asked.map(({ id }) => stampOf(id)));
      return publicPage(c, `${versions.length}|${stamps.join("|")}`, async () => {
        const locale = c.get("locale");
        const { derived, lines } = await readText(last.id);
        const index = found(derived.indexOf.get(cid));
        const { start, end } = subtreeOf(derived.tree, index);
        const under = derived.clauses.slice(start, end).map((clause) => clause.cid);
        const policy = found(await repos.policies.get(policyId));
        const authority = found(await repos.directory.getAuthority(policy.authorityId));
        const all = await repos.contributions.publicOnClauses(policyId, under, { limit: SHOWN + 1 });
        const inputs = all.slice(0, SHOWN);
        const { timeZone } = authority;
        const citation = citationOf(derived, index) || shortTitle(policy.title).subject;
        const now = deps.now();
        const place = commentPlace(derived, cid);
        const open = asked.filter(
          (each) => each.versionId === last.id && openCommentRule(each, now) !== null && place !== null,
        );
        return {
          title: `${citation} · ${shortTitle(policy.title).subject || policy.title}`,
          description: publishedTexts[locale].dossierLead(last.number),
          canonicalPath: `/ketentuan/${policyId}/${cid}`,
          main: renderDossier({
            locale,
            policyId,
            policyTitle: policy.title,
            timeZone,
            cid,
            citation,
            version: last,
            goneIn: last.id === newest.id ? null : newest,
            lines: lines.slice(start, end),
            history: await historyOf(versions, policyId, cid),
            inputs,
            cut: all.length > SHOWN,
            names: await inputNames(policyId, inputs, { locale, timeZone }),
            forms: open.map(({ id, title }) => ({ href: `/konsultasi/${id}/masukan/${cid}`, title })),
          }),
        };
      });
    },
  );

  /** The newest public version that has the clause; `not-found` where none ever had. */
  async function lastWith(versions: readonly Version[], policyId: PolicyId, cid: Cid): Promise<Version> {
    for (const version of versions)
      if ((await texts.version(policyId, version.id)).indexOf.has(cid)) return version;
    throw new DomainError("not-found", "unknown-clause", "no public version has it");
  }

  /** What became of the clause in each public version, newest first. */
  async function historyOf(versions: readonly Version[], policyId: PolicyId, cid: Cid) {
    const history: { version: Version; fate: ClauseFate }[] = [];
    for (const [at, version] of versions.entries()) {
      const text = await texts.version(policyId, version.id);
      const older = versions[at + 1];
      const before = older && (await texts.version(policyId, older.id));
      const [has, had] = [text.indexOf.has(cid), before?.indexOf.has(cid) ?? false];
      if (!has && !had) continue;
      if (!before) history.push({ version, fate: "first" });
      else if (!has) history.push({ version, fate: "gone" });
      else if (!had) history.push({ version, fate: "came" });
      else {
        const { state } = (await texts.between(before, text)).of({ cid });
        const fate = state === "attached" ? "same" : state === "moved" ? "moved" : "changed";
        history.push({ version, fate });
      }
    }
    return history;
  }

  routes.add({ method: "GET", path: "/verifikasi", action: "page.public", anonymous: true }, ({ c }) => {
    const locale = c.get("locale");
    const t = publishedTexts[locale];
    const typed = (c.req.query("sidik") ?? "").slice(0, 200);
    const hash = typed.replaceAll(/[\s-]/g, "").toLowerCase();
    if (/^[0-9a-f]{64}$/.test(hash)) return c.redirect(`/verifikasi/${hash}`, 303);
    const main = html`<div class="heading">
        <h1>${t.verifyTitle}</h1>
        <p>${t.verifyLead}</p>
      </div>
      ${renderVerifyForm(locale, typed, typed !== "")}`;
    return pages.page(c, t.verifyTitle, main, {
      canonicalPath: "/verifikasi",
      status: typed === "" ? 200 : 400,
    });
  });

  routes.add(
    { method: "GET", path: "/verifikasi/:hash", action: "page.public", anonymous: true },
    async ({ c }) => {
      const asked = c.req.param("hash") ?? "";
      const hash = asked.toLowerCase();
      if (!/^[0-9a-f]{64}$/.test(hash))
        return c.redirect(`/verifikasi?sidik=${encodeURIComponent(asked.slice(0, 200))}`, 303);
      const locale = c.get("locale");
      const t = publishedTexts[locale];
      const known = await knownTexts(hash);
      return pages.page(c, known.length > 0 ? t.known : t.unknown, renderVerification(locale, hash, known), {
        status: known.length > 0 ? 200 : 404,
      });
    },
  );

  /** Versions with this hash that everyone may know of: public ones, and approved ones. */
  async function knownTexts(hash: string): Promise<KnownText[]> {
    const review = await repos.reviews.approvalOf(hash);
    const rows = await repos.portal.versionsWithHash(hash);
    const known: KnownText[] = [];
    for (const { version, policy, authority } of rows) {
      const open = await repos.portal.publicVersions(policy.id);
      const isPublic = open.some(({ id }) => id === version.id);
      const own = review?.policyId === policy.id ? review : null;
      if (!isPublic && own?.state !== "approved") continue;
      const standing =
        own === null || own.state === "withdrawn" ? "never" : own.state === "open" ? "in-review" : own.state;
      known.push({
        version,
        title: policy.title,
        authority,
        isPublic,
        standing,
        approvals: own?.state === "approved" ? await approvalsOf(own.steps) : [],
      });
    }
    return known;
  }

  /** Offices by their name; a person by the office they hold, else by their own. */
  async function approvalsOf(
    steps: NonNullable<Awaited<ReturnType<typeof repos.reviews.approvalOf>>>["steps"],
  ): Promise<KnownText["approvals"]> {
    const units = new Map((await repos.directory.listUnits()).map(({ id, name }) => [id, name]));
    const approvals: { name: string; at: number }[] = [];
    for (const { addressee, decision } of steps) {
      if (decision?.kind !== "approved") continue;
      const account = await repos.accounts.get(decision.by);
      const unit = addressee.kind === "office" ? addressee.unitId : (account?.unitId ?? null);
      const office = unit === null ? undefined : units.get(unit);
      approvals.push({ name: office ?? account?.name ?? "–", at: decision.at });
    }
    return approvals;
  }

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
