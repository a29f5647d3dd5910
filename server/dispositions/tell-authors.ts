import type { DbStatement } from "../../db/database.ts";
import type { ActBy } from "../../db/repos/contribution-acts.repo.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { ConsultationId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { answerMailTexts } from "./answer-mail.intl.ts";

type Told = Pick<Disposition, "id" | "outcome" | "reason">;

/**
 * What tells the authors of an answer, for its batch: a notification where
 * there is an account, a mail where the receipt has an address. An anonymous
 * input has neither. [DP7]
 */
export function createTellAuthors({ repos, newId, baseUrl }: Pick<Deps, "repos" | "newId" | "baseUrl">) {
  return async function tellAuthors(
    policy: Policy,
    inputs: readonly Contribution[],
    { id, outcome, reason }: Told,
    { actor, at }: ActBy,
  ): Promise<DbStatement[]> {
    const authority = await repos.directory.getAuthority(policy.authorityId);
    const on = dayIn(authority?.timeZone ?? "Asia/Jakarta", at);
    const titles = await repos.contributions.consultationTitles(policy.id);
    const aboutOf = (consultation: ConsultationId | null): string =>
      (consultation && titles.get(consultation)) ?? (shortTitle(policy.title).subject || policy.title);
    const linkOf = (consultation: ConsultationId | null): string =>
      consultation ? `/konsultasi/${consultation}/register` : "/";

    const statements: DbStatement[] = [];
    const byConsultation = Map.groupBy(inputs, ({ consultationId }) => consultationId);
    for (const [consultation, group] of byConsultation) {
      const to = new Set(
        group.flatMap(({ author }) => (author.kind === "account" ? [author.accountId] : [])),
      );
      if (to.size === 0) continue;
      statements.push(
        ...repos.notifications.statements({
          kind: "contribution.answered",
          to: [...to],
          actor,
          policyId: policy.id,
          subject: { kind: "disposition", id },
          title: aboutOf(consultation),
          link: linkOf(consultation),
          at,
          on,
        }),
      );
    }
    // A body is told as a whole, of its submission.
    const bodies = Map.groupBy(
      inputs.filter(({ channel, unitId }) => channel === "submission" && unitId !== null),
      ({ sourceId }) => sourceId,
    );
    for (const [source, [first]] of bodies) {
      if (source === null || !first?.unitId) continue;
      statements.push(
        ...repos.notifications.statements({
          kind: "submission.answered",
          to: { body: first.unitId },
          actor,
          policyId: policy.id,
          subject: { kind: "submission", id: source },
          title: aboutOf(first.consultationId),
          link: `/kerja/usulan/${source}`,
          at,
          on,
        }),
      );
    }
    const addressed = await repos.contributions.receiptAddresses(inputs.map((input) => input.id));
    for (const { contributionId, email, locale } of addressed) {
      const consultation = inputs.find((input) => input.id === contributionId)?.consultationId ?? null;
      const texts = answerMailTexts[locale];
      const about = aboutOf(consultation);
      statements.push(
        ...repos.outbox.statements({
          id: newId(),
          to: email,
          subject: texts.subject(about).replaceAll(/\s+/g, " ").slice(0, 300),
          text: texts.text({
            about,
            outcome: texts.outcome[outcome],
            reason,
            link: `${baseUrl}${linkOf(consultation)}`,
          }),
          kind: "contribution.answered",
          dedupe: `disposition:${id}:${contributionId}`,
          at,
        }),
      );
    }
    return statements;
  };
}
