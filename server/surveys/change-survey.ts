/** What the team does with a survey before and while it is open: prepare, change, open, repeat, remove. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { StoredSurvey, SurveyChanges } from "../../db/repos/survey.repo.ts";
import { isLocked } from "../../db/repos/survey-response.repo.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { DomainError, type InputIssue } from "../../domain/errors.ts";
import type { AccountId, GroupId, SurveyId, VersionId } from "../../domain/ids.ts";
import { MARK_KEY_BYTES } from "../../domain/participation/mark.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { definitionIssues, openingIssues } from "../../domain/surveys/definition.ts";
import { quotesOf } from "../../domain/surveys/quotes.ts";
import type { QuotedClause, SurveyDefinition } from "../../domain/surveys/survey.ts";
import type { CreateSurvey, DuplicateSurvey, PatchSurvey } from "../../domain/surveys/surveys.contract.ts";
import { definitionFrom } from "../../domain/surveys/templates.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { keepQuestions } from "./keep-questions.ts";

const badInput = (issues: readonly InputIssue[]) =>
  new DomainError("bad-input", "invalid-input", "survey refused by its rules", issues);
const conflict = (reason: string) => new DomainError("conflict", reason, reason);
const stale = () => new DomainError("stale", "stale", "revision moved");

/** Shorter than a day would hardly reach anybody, longer than two years is a mistake of typing. */
const MAX_WINDOW_MS = 731 * 24 * 3_600_000;

export function createChangeSurvey({ repos, now, newId }: Pick<Deps, "repos" | "now" | "newId">) {
  async function consultationOf(policy: Policy, id: string): Promise<Consultation> {
    const consultation = await repos.consultations.get(id as Consultation["id"]);
    return found(consultation?.policyId === policy.id ? consultation : null, "unknown-consultation");
  }

  /** The words that the questions quote; throws `bad-input` with paths for what does not fit. [SV4-SV9] */
  async function quoted(definition: SurveyDefinition, versionId: VersionId): Promise<QuotedClause[]> {
    const { clauses } = await repos.versions.text(versionId);
    const issues = definitionIssues(definition, new Set(clauses.map(({ cid }) => cid)));
    if (issues.length > 0) {
      throw badInput(issues.map(({ path, message }) => ({ path: `definition.${path}`, message })));
    }
    return quotesOf(definition, clauses);
  }

  async function checkGroups(
    policy: Policy,
    groups: readonly { readonly groupId: GroupId }[],
  ): Promise<void> {
    const all = await repos.directory.listGroups();
    const known = new Set(
      all.flatMap(({ id, authorityId }) => (authorityId === policy.authorityId ? [id] : [])),
    );
    const ids = groups.map(({ groupId }) => groupId);
    const issues = ids.flatMap((id, at): InputIssue[] =>
      known.has(id) && ids.indexOf(id) === at ? [] : [{ path: `groups.${at}.groupId`, message: "invalid" }],
    );
    if (issues.length > 0) throw badInput(issues);
  }

  function checkWindow({ opensAt, closesAt }: { readonly opensAt: number; readonly closesAt: number }): void {
    if (closesAt <= opensAt) throw badInput([{ path: "closesAt", message: "survey-window-order" }]);
    if (closesAt - opensAt > MAX_WINDOW_MS)
      throw badInput([{ path: "closesAt", message: "survey-window-long" }]);
  }

  return {
    async create(actor: AccountId, policy: Policy, input: CreateSurvey): Promise<SurveyId> {
      const consultation = await consultationOf(policy, input.consultationId);
      const { versionId } = consultation;
      const definition = input.definition ?? definitionFrom(input.template ?? "blank");
      const { opensAt = consultation.opensAt, closesAt = consultation.closesAt } = input;
      checkWindow({ opensAt, closesAt });
      const groups = input.groups ?? consultation.groups.map(({ groupId }) => ({ groupId, eligible: null }));
      await checkGroups(policy, groups);
      const id = newId() as SurveyId;
      const at = now();
      await repos.surveys.create(
        {
          id,
          policyId: policy.id,
          consultationId: consultation.id,
          versionId,
          title: input.title,
          intro: input.intro ?? "",
          rule: input.rule,
          opensAt,
          closesAt,
          target: input.target ?? null,
          groups,
          definition,
          quotes: await quoted(definition, versionId),
          wave: 1,
          previousId: null,
          createdBy: actor,
          createdAt: at,
        },
        { actor, at },
      );
      return id;
    },

    /** Throws `conflict`: `survey-locked` once there is a response, `survey-closed`; `stale` when somebody was faster. [SV17] */
    async change(actor: AccountId, policy: Policy, before: StoredSurvey, input: PatchSurvey): Promise<void> {
      if (before.state === "closed") throw conflict("survey-closed");
      const changes = realChanges(before, input);
      if (Object.keys(changes).length === 0) return;
      const at = now();
      const window = {
        opensAt: changes.opensAt ?? before.opensAt,
        closesAt: changes.closesAt ?? before.closesAt,
      };
      checkWindow(window);
      const answered = await repos.surveyResponses.exists(before.id);
      const promised = Object.keys(changes).filter((key) => key !== "closesAt" && key !== "target");
      if (answered && promised.length > 0) throw conflict("survey-locked");
      if (before.state === "opened" && changes.closesAt !== undefined && changes.closesAt <= at) {
        throw badInput([{ path: "closesAt", message: "survey-window-past" }]);
      }
      if (changes.rule !== undefined) await refuseOrphanedCodes(before);
      if (changes.groups) await checkGroups(policy, changes.groups);
      const quotes = changes.definition && (await quoted(changes.definition, before.versionId));
      if (changes.definition && before.state === "opened") refuseUnready(changes.definition);
      try {
        await repos.surveys.change(before, { ...changes, ...(quotes && { quotes }) }, { actor, at });
      } catch (error) {
        if (isLocked(error) || isConstraintViolation(error, "surveys_locked"))
          throw conflict("survey-locked");
        throw isLostGuard(error) ? stale() : error;
      }
    },

    /** Throws `bad-input` for what is unfinished, `conflict` when it is no draft any more. [SV10] */
    async open(actor: AccountId, survey: StoredSurvey): Promise<void> {
      if (survey.state !== "draft")
        throw conflict(survey.state === "opened" ? "survey-opened" : "survey-closed");
      refuseUnready(survey.definition);
      const at = now();
      if (survey.closesAt <= at) throw badInput([{ path: "closesAt", message: "survey-window-past" }]);
      const { state, closesAt } = found(await repos.consultations.get(survey.consultationId));
      if (state === "cancelled" || (state === "announced" && closesAt <= at))
        throw conflict("survey-consultation-over");
      const key = crypto.getRandomValues(new Uint8Array(MARK_KEY_BYTES));
      try {
        await repos.surveys.open(survey, key, { actor, at });
      } catch (error) {
        throw isLostGuard(error) ? stale() : error;
      }
    },

    /** The next wave, about the version of the consultation it is for. [SV16] */
    async duplicate(
      actor: AccountId,
      policy: Policy,
      survey: StoredSurvey,
      { consultationId, title, questions }: DuplicateSurvey,
    ): Promise<SurveyId> {
      const consultation = await consultationOf(policy, consultationId ?? survey.consultationId);
      const { clauses } = await repos.versions.text(consultation.versionId);
      const definition = keepQuestions(survey.definition, questions, new Set(clauses.map(({ cid }) => cid)));
      const at = now();
      const id = newId() as SurveyId;
      const { policyId, intro, rule, target, groups, wave } = survey;
      await repos.surveys.create(
        {
          id,
          policyId,
          consultationId: consultation.id,
          versionId: consultation.versionId,
          title: title ?? survey.title,
          intro,
          rule,
          opensAt: consultation.opensAt,
          closesAt: consultation.closesAt,
          target,
          groups,
          definition,
          quotes: quotesOf(definition, clauses),
          wave: wave + 1,
          previousId: survey.id,
          createdBy: actor,
          createdAt: at,
        },
        { actor, at },
      );
      return id;
    },

    async remove(actor: AccountId, survey: StoredSurvey): Promise<void> {
      if (survey.state !== "draft") throw conflict("survey-opened");
      try {
        await repos.surveys.remove(survey, { actor, at: now() });
      } catch (error) {
        throw isLostGuard(error) ? stale() : error;
      }
    },
  };

  /** Codes or invitations that were handed out under a rule would be worth nothing under another. */
  async function refuseOrphanedCodes({ id }: StoredSurvey): Promise<void> {
    const [codes, invited] = await Promise.all([
      repos.surveyParticipation.codeCounts(id),
      repos.surveyParticipation.rosterCount(id),
    ]);
    if (codes.made > 0 || invited > 0) throw conflict("survey-codes-made");
  }

  function refuseUnready(definition: SurveyDefinition): void {
    const issues = openingIssues(definition);
    if (issues.length > 0) {
      throw badInput(issues.map(({ path, message }) => ({ path: `definition.${path}`, message })));
    }
  }
}

/** What of `input` differs from what is there. */
function realChanges(before: StoredSurvey, input: PatchSurvey): SurveyChanges {
  const entries = Object.entries(input).filter(
    ([key, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key as keyof PatchSurvey]),
  );
  return Object.fromEntries(entries) as SurveyChanges;
}
