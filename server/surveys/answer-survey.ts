/** Taking in the answers of one person: participation and answers at once, and nothing that joins them. [SV20-SV22] */
import type { DbStatement } from "../../db/database.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import { isTwice } from "../../db/repos/survey-response.repo.ts";
import type { ContributionAuthor } from "../../domain/contributions/contribution.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { InputIssue } from "../../domain/errors.ts";
import type { AccountId, ContributionId, EpochMs, GroupId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { RULE_TABLE, type ParticipationReason } from "../../domain/participation/participation.ts";
import { checkAnswers, splitAnswers } from "../../domain/surveys/answers.ts";
import { keptGroup } from "../../domain/surveys/eligible-groups.ts";
import { contributionTargets } from "../../domain/surveys/quotes.ts";
import type { Question } from "../../domain/surveys/survey.ts";
import type { Deps } from "../deps.ts";
import { createReceiptSecrets } from "../comments/receipt-secret.ts";
import type { Carried, Participate } from "./participate.ts";

export interface Attempt extends Carried {
  /** Group that was chosen, as sent. */
  readonly group: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
}

/** The way back to one text, for who wrote it: its answer will stand there. */
export interface TextReceipt {
  readonly words: string;
  readonly secret: string;
}

export type Outcome =
  | { readonly kind: "received"; readonly receipts: readonly TextReceipt[] }
  | { readonly kind: "refused"; readonly reason: ParticipationReason }
  | { readonly kind: "invalid"; readonly issues: readonly InputIssue[] };

/** A lost race is read again, to be told rightly; that this goes on is a fault. */
const MAX_ATTEMPTS = 5;

export function createAnswerSurvey({
  repos,
  now,
  randomId,
  authSecret,
  look,
}: Pick<Deps, "repos" | "now" | "randomId" | "authSecret"> & { readonly look: Participate }) {
  const secretOf = createReceiptSecrets(authSecret);
  /** Of the same form always the same, so that a form that arrives twice leads to the same receipts. */
  const receiptOf = (setting: SurveySetting, question: Question, formId: string) =>
    secretOf(`survey ${setting.survey.id} ${question.id}`, formId);

  /** The form has arrived before: its answer is the one that it had, or would have had, then. */
  async function receivedBefore(setting: SurveySetting, attempt: Attempt, formId: string): Promise<Outcome> {
    const { definition } = setting.survey;
    const { texts } = splitAnswers(definition, checkAnswers(definition, attempt.answers).answers);
    const receipts = await Promise.all(
      texts.map(async ({ question }) => ({
        words: question.words,
        secret: (await receiptOf(setting, question, formId)).secret,
      })),
    );
    return { kind: "received", receipts };
  }

  return async function answerSurvey(setting: SurveySetting, attempt: Attempt): Promise<Outcome> {
    const { survey, authority } = setting;
    const formId = attempt.formId ?? randomId();
    for (let round = 1; ; round += 1) {
      const { decision, marks, code } = await look(setting, attempt, { trusting: round === 1 });
      if (!decision.allowed) {
        const { reason } = decision;
        return reason === "already-received"
          ? receivedBefore(setting, attempt, formId)
          : { kind: "refused", reason };
      }
      const { answers, issues } = checkAnswers(survey.definition, attempt.answers);
      if (issues.length > 0) return { kind: "invalid", issues };
      const { closed, texts } = splitAnswers(survey.definition, answers);
      const at = now();
      const accountId = RULE_TABLE[survey.rule].keepsAccount ? attempt.account : null;
      const common = {
        accountId,
        groupId: keptGroup(survey.groups, attempt.group),
        on: dayIn(authority.timeZone, at),
        locale: attempt.locale,
        formId,
        at,
      };
      const written = await Promise.all(texts.map((each) => contribution(setting, each, common)));
      try {
        await repos.surveyResponses.submit({
          survey,
          response: {
            surveyId: survey.id,
            id: randomId(),
            rule: survey.rule,
            groupId: common.groupId,
            answeredOn: common.on,
            accountId,
            answers: closed,
          },
          marks,
          code,
          contributions: written.flatMap(({ statements }) => statements),
          now: at,
        });
        return { kind: "received", receipts: written.map(({ receipt }) => receipt) };
      } catch (error) {
        // Somebody was faster: the same person in another tab, another holder of the code, or the closing.
        if (!isTwice(error) && !isLostGuard(error)) throw error;
        const current = await repos.surveys.setting(survey.id);
        if (!current || round >= MAX_ATTEMPTS) throw error;
        // The questions changed while they were answered: the page is shown anew with what was typed.
        if (current.survey.form !== survey.form) return { kind: "refused", reason: "rule-changed" };
        setting = current;
      }
    }
  };

  async function contribution(
    setting: SurveySetting,
    { question, text }: { readonly question: Question; readonly text: string },
    common: {
      readonly accountId: AccountId | null;
      readonly groupId: GroupId | null;
      readonly on: string;
      readonly locale: Locale;
      readonly formId: string;
      readonly at: EpochMs;
    },
  ): Promise<{ readonly statements: DbStatement[]; readonly receipt: TextReceipt }> {
    const { survey } = setting;
    const { accountId, groupId, on, locale, formId, at } = common;
    const { secret, hash } = await receiptOf(setting, question, formId);
    const author: ContributionAuthor =
      accountId === null ? { kind: "receipt" } : { kind: "account", accountId };
    const { promisesAnonymity } = RULE_TABLE[survey.rule];
    const statements = repos.contributions.receiveStatements(
      {
        id: randomId() as ContributionId,
        policyId: survey.policyId,
        consultationId: survey.consultationId,
        channel: "survey-text",
        sourceId: survey.id,
        sourceItem: question.id,
        versionId: survey.versionId,
        targets: contributionTargets(question, survey.quotes),
        groupId,
        unitId: null,
        author,
        text,
        stance: null,
        proposedText: null,
        createdOn: on,
        receivedAt: promisesAnonymity ? null : at,
      },
      // No mail ever goes there; and whoever is the only one to read English would be known by it.
      { secretHash: hash, locale: promisesAnonymity ? "id" : locale },
    );
    return { statements, receipt: { words: question.words, secret } };
  }
}
