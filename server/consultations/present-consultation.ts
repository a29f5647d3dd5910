/** What leaves the server of consultations. */
import { decideOnPolicy, type PolicyAction } from "../../domain/access/access.ts";
import { announceIssues } from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type {
  ConsultationItem,
  ConsultationView,
} from "../../domain/consultations/consultations.contract.ts";
import { phaseOf } from "../../domain/consultations/phase.ts";
import { epochToZoned } from "../../domain/consultations/zone-time.ts";
import type { EpochMs, GroupId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Deps } from "../deps.ts";
import type { PolicyAccess } from "../http/context.ts";
import { wordIssue } from "../http/issues.intl.ts";
import { found } from "../http/refusals.ts";
import type { Actor } from "../http/actor.ts";

export const portalPathOf = ({ id }: Pick<Consultation, "id">): string => `/konsultasi/${id}`;
export const shortPathOf = ({ shortCode }: Pick<Consultation, "shortCode">): string => `/k/${shortCode}`;

export function createPresentConsultation({ repos, baseUrl }: Pick<Deps, "repos" | "baseUrl">) {
  async function items(
    consultations: readonly Consultation[],
    totals: ReadonlyMap<string, number>,
    now: EpochMs,
  ): Promise<ConsultationItem[]> {
    const groupIds = consultations.flatMap(({ groups }) => groups.map(({ groupId }) => groupId));
    const [names, versions] = await Promise.all([
      repos.consultations.groupNames(groupIds),
      repos.consultations.versionsOf(consultations.map(({ versionId }) => versionId)),
    ]);
    return consultations.map((consultation) => {
      const { id, policyId, title, opensAt, closesAt, comments, submissions, revision } = consultation;
      return {
        id,
        policyId,
        title,
        phase: phaseOf(consultation, now),
        opensAt,
        closesAt,
        comments,
        submissions,
        version: found(versions.get(consultation.versionId)),
        groups: consultation.groups.map(({ groupId, target }) => ({
          groupId,
          name: names.get(groupId) ?? "",
          target,
        })),
        received: totals.get(id) ?? 0,
        revision,
      };
    });
  }

  async function one(
    consultation: Consultation,
    { account }: Actor,
    { policy, relation }: PolicyAccess,
    locale: Locale,
    now: EpochMs,
  ): Promise<ConsultationView> {
    const { id, createdBy, createdAt } = consultation;
    const [received, counts, authority, names, instruments, newest] = await Promise.all([
      repos.consultations.received(id),
      repos.consultations.counts(id),
      repos.directory.getAuthority(policy.authorityId),
      repos.accounts.names([createdBy]),
      repos.consultationFigures.instruments(id),
      repos.versions.last(policy.id),
    ]);
    const [item] = await items([consultation], new Map([[id, counts.total]]), now);
    const { timeZone } = found(authority);
    const may = (action: PolicyAction) =>
      decideOnPolicy(action, account.role, { relation, stage: policy.stage }).allowed;
    const issues = consultation.state === "draft" ? announceIssues(consultation, instruments, now) : [];
    const { summary, whatHappens, legalBasis, retentionMonths, contact, announcedAt, endReason } =
      consultation;
    return {
      ...found(item),
      timeZone,
      opens: epochToZoned(timeZone, consultation.opensAt),
      closes: epochToZoned(timeZone, consultation.closesAt),
      summary,
      whatHappens,
      legalBasis,
      retentionMonths,
      contact,
      announcedAt,
      endReason,
      newestVersion: found(newest).number,
      shortCode: consultation.shortCode,
      portalPath: portalPathOf(consultation),
      shortPath: shortPathOf(consultation),
      portalUrl: baseUrl + portalPathOf(consultation),
      shortUrl: baseUrl + shortPathOf(consultation),
      locked: {
        byInput: received.any,
        comments: received.comments,
        submissions: received.submissions,
        groups: received.groups as GroupId[],
      },
      missing: issues.map(({ path, message }) => ({ path, message: wordIssue(message, locale) })),
      may: { manage: may("consultation.manage"), readInput: may("contribution.read") },
      createdBy: { id: createdBy, name: names.get(createdBy) ?? "" },
      createdAt,
    };
  }

  return { items, one };
}
