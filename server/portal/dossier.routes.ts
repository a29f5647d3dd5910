/** The way of one clause through all that is public. */
import { citationOf } from "../../domain/clauses/citation.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import { commentPlace } from "../../domain/comments/comment-place.ts";
import { openCommentRule } from "../../domain/consultations/phase.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import { renderDossier, type ClauseFate } from "./dossier-page.ts";
import { createClauseFigures } from "./clause-figures.ts";
import { createInputNames } from "./input-names.ts";
import type { AnswerPublicPage } from "./public-pages.ts";
import type { StampOf } from "./stamps.ts";
import { publishedTexts } from "./texts.intl.ts";
import type { ReadPublicText } from "./version-texts.ts";

export interface DossierParts {
  readonly publicPage: AnswerPublicPage;
  readonly readText: ReadPublicText;
  readonly stampOf: StampOf;
  readonly texts: TextStandings;
}

/** Inputs on one page of a clause; the register of each consultation has all. */
const SHOWN = 50;

export function registerDossierPage(routes: Routes, deps: Deps, parts: DossierParts): void {
  const { repos } = deps;
  const { publicPage, readText, stampOf, texts } = parts;
  const inputNames = createInputNames(deps, texts);
  const clauseFigures = createClauseFigures(deps);

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
            policyTitle: shortTitle(policy.title).subject || policy.title,
            timeZone,
            cid,
            citation,
            version: last,
            goneIn: last.id === newest.id ? null : newest,
            lines: lines.slice(start, end),
            history: await historyOf(versions, policyId, cid),
            inputs,
            cut: all.length > SHOWN,
            figures: await clauseFigures(
              asked.map(({ id }) => id),
              new Set(under),
            ),
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
}
