/** Puts the documents together: which text they follow, which inputs they hold, and what stands above them. */
import { contentHash } from "../../domain/clauses/content.ts";
import { comparisonMatrix } from "../../domain/exports/comparison-matrix.ts";
import { consultationReport } from "../../domain/exports/consultation-report.ts";
import type { DocBlock, DocumentModel } from "../../domain/exports/document.ts";
import { dayWords, exportTexts } from "../../domain/exports/exports.intl.ts";
import { inputMatrix } from "../../domain/exports/input-matrix.ts";
import { issueInventory } from "../../domain/exports/issue-inventory.ts";
import { minutesBlocks } from "../../domain/exports/minutes-document.ts";
import { isSorted } from "../../domain/contributions/handling.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { Locale } from "../../domain/locale.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import { createCountParticipation } from "../consultations/count-participation.ts";
import type { InboxParts } from "../contributions/inbox-parts.ts";
import type { ReadText } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { formatMoment } from "../portal/format.ts";
import { createReadClauseWords } from "../workshops/clause-words.ts";
import { createKeepMinutes } from "../workshops/keep-minutes.ts";
import { createGatherInputs, type Edition } from "./gather-inputs.ts";

export interface DocumentRequest {
  readonly policy: Policy;
  readonly edition: Edition;
  readonly locale: Locale;
  /** Null: all input of the policy. */
  readonly consultation: Consultation | null;
}

/** One side of the comparison. */
export type TextEnd = number | "live";

export function createComposeDocuments(deps: Deps, parts: InboxParts) {
  const { repos, now } = deps;
  const { texts } = parts;
  const gatherInputs = createGatherInputs(deps, parts);
  const countParticipation = createCountParticipation(deps);
  const minutes = createKeepMinutes({ ...deps, clauseWords: createReadClauseWords(deps) });

  async function zoneOf({ authorityId }: Policy): Promise<string> {
    return (await repos.directory.getAuthority(authorityId))?.timeZone ?? "Asia/Jakarta";
  }

  /** The text that was consulted on, or the one that is being written. */
  async function baseText({ policy, consultation }: DocumentRequest): Promise<ReadText> {
    return consultation ? texts.version(policy.id, consultation.versionId) : texts.live(policy.id);
  }

  async function textAt(policy: Policy, end: TextEnd): Promise<ReadText> {
    if (end === "live") return texts.live(policy.id);
    return texts.version(policy.id, found(await repos.versions.get(policy.id, end), "unknown-version").id);
  }

  async function textFacts(policy: Policy, text: ReadText, locale: Locale): Promise<[string, string][]> {
    const t = exportTexts[locale];
    if (!Number.isFinite(text.number)) {
      const { documentType, authorityId, id } = policy;
      const { clauses } = await texts.live(id);
      return [
        [t.facts.text, t.liveText],
        [t.facts.hash, await contentHash({ documentType, authorityId, clauses })],
      ];
    }
    const { number, label, hash } = found(await repos.versions.get(policy.id, text.number));
    return [
      [t.facts.text, t.version(number, label)],
      [t.facts.hash, hash],
    ];
  }

  async function frame(
    { policy, edition, locale, consultation }: DocumentRequest,
    title: string,
    facts: readonly (readonly [string, string])[],
    blocks: readonly DocBlock[],
    landscape: boolean,
  ): Promise<DocumentModel> {
    const t = exportTexts[locale];
    const zone = await zoneOf(policy);
    const { subject, formal } = shortTitle(policy.title);
    return {
      locale,
      title,
      subtitle: [formal, subject].filter((part) => part !== "").join(": ") || policy.title,
      facts: [
        ...(consultation
          ? ([
              [t.facts.consultation, consultation.title],
              [
                t.facts.window,
                `${formatMoment(consultation.opensAt, locale, zone)} – ${formatMoment(consultation.closesAt, locale, zone)}`,
              ],
            ] as const)
          : []),
        ...facts,
        [t.facts.edition, edition === "team" ? t.teamEdition : t.publicEdition],
        [t.facts.madeOn, dayWords(dayIn(zone, now()), t.tag)],
      ],
      blocks,
      landscape,
    };
  }

  const gather = async (request: DocumentRequest, order: ReadText) => {
    const { policy, edition, consultation } = request;
    return gatherInputs(policy, edition, order, await zoneOf(policy), consultation?.id);
  };

  return {
    /** Matriks masukan dan tanggapan. [EX3] */
    async matrix(request: DocumentRequest): Promise<DocumentModel> {
      const { policy, edition, locale } = request;
      const text = await baseText(request);
      const inputs = await gather(request, text);
      const shown = edition === "team" ? inputs : inputs.filter(({ state }) => isSorted(state));
      const table = inputMatrix(shown, locale);
      const { title } = exportTexts[locale];
      return frame(
        request,
        title.matrix,
        await textFacts(policy, text, locale),
        [{ type: "table", table }],
        true,
      );
    },
    /** Daftar inventarisasi masalah. [EX4] */
    async inventory(request: DocumentRequest): Promise<DocumentModel> {
      const { policy, locale } = request;
      const text = await baseText(request);
      const table = issueInventory(text, await gather(request, text), locale);
      const { title } = exportTexts[locale];
      return frame(
        request,
        title.inventory,
        await textFacts(policy, text, locale),
        [{ type: "table", table }],
        true,
      );
    },
    /** Matriks sandingan. [EX5] */
    async comparison(request: DocumentRequest, from: TextEnd, to: TextEnd): Promise<DocumentModel> {
      const { policy, locale } = request;
      const [before, after] = await Promise.all([textAt(policy, from), textAt(policy, to)]);
      const inputs = await gather(request, before);
      const table = comparisonMatrix(before, after, await texts.compared(before, after), inputs, locale);
      const t = exportTexts[locale];
      const [[, old = ""] = [], [, fresh = ""] = []] = [
        (await textFacts(policy, before, locale))[0],
        (await textFacts(policy, after, locale))[0],
      ];
      const facts = [
        [t.columns.oldWording, old],
        [t.columns.newWording, fresh],
      ] as const;
      return frame(request, t.title.comparison, facts, [{ type: "table", table }], true);
    },
    /** Laporan konsultasi. [EX6] */
    async report(request: DocumentRequest & { readonly consultation: Consultation }): Promise<DocumentModel> {
      const { policy, locale, consultation } = request;
      const text = await baseText(request);
      const blocks = consultationReport(
        {
          inputs: await gather(request, text),
          participation: await countParticipation(consultation),
          summary: consultation.summary,
          whatHappens: consultation.whatHappens,
        },
        locale,
      );
      const { title } = exportTexts[locale];
      return frame(request, title.report, await textFacts(policy, text, locale), blocks, false);
    },
    /** Notulen of a workshop: as they were frozen, or as they would be now. */
    async minutes(request: DocumentRequest, workshop: Workshop): Promise<DocumentModel> {
      const { locale } = request;
      const document = await minutes.read(workshop);
      const [corrections, confirmations] = await Promise.all([
        repos.workshopMinutes.corrections(workshop.id),
        repos.workshopMinutes.confirmations(workshop.id),
      ]);
      const t = exportTexts[locale];
      const { title, place, timeZone, startedAt, closedAt, version } = document;
      const state =
        workshop.state === "final"
          ? t.minutes.final
          : workshop.minutesAt === null
            ? t.minutes.draft
            : t.minutes.open;
      const facts = [
        [t.minutes.workshop, title],
        [t.minutes.place, place],
        [
          t.minutes.time,
          `${formatMoment(startedAt, locale, timeZone)} – ${formatMoment(closedAt, locale, timeZone)}`,
        ],
        [t.facts.text, t.version(version.number, version.label)],
        [t.facts.hash, version.hash],
        [t.minutes.state, state],
      ] as const;
      return frame(
        request,
        t.title.minutes,
        facts,
        minutesBlocks({ document, corrections, confirmations }, locale),
        false,
      );
    },
  };
}
