/** What leaves the server of a survey in the workspace, with an explicit type. */
import type { ListedSurvey, SurveySetting } from "../../db/repos/survey.repo.ts";
import { decideOnPolicy } from "../../domain/access/access.ts";
import { questionsOf, type SurveyPhase } from "../../domain/surveys/survey.ts";
import type { SurveyItem, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { insideConsultation, phaseOf } from "../../domain/surveys/window.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../http/actor.ts";
import type { PolicyAccess } from "../http/context.ts";
import { surveyPath } from "./hand-out.ts";

/** Where it stands at `now`, inside its consultation. */
export const phaseIn = (
  { survey, consultation }: Pick<ListedSurvey, "survey" | "consultation">,
  now: number,
): SurveyPhase => phaseOf(insideConsultation(survey, consultation), now);

export function presentItem(listed: ListedSurvey, now: number): SurveyItem {
  const { survey, responses } = listed;
  const { id, policyId, consultationId, title, rule, state, opensAt, closesAt, closedAt } = survey;
  const { wave, previousId, target, revision } = survey;
  return {
    id,
    policyId,
    consultationId,
    title,
    rule,
    state,
    phase: phaseIn(listed, now),
    opensAt,
    closesAt,
    closedAt,
    wave,
    previousId,
    questionCount: questionsOf(survey.definition).length,
    responses,
    target,
    revision,
  };
}

export function createPresentSurvey({ repos, now }: Pick<Deps, "repos" | "now">) {
  return async function presentSurvey(
    setting: SurveySetting,
    actor: Actor,
    { policy, relation }: PolicyAccess,
  ): Promise<SurveyView> {
    const { survey, version, authority } = setting;
    const { versionId, intro, definition, quotes, createdBy, createdAt, updatedAt } = survey;
    const [responses, locked, names, people] = await Promise.all([
      repos.surveyResponses.count(survey.id),
      repos.surveyResponses.exists(survey.id),
      repos.consultations.groupNames(survey.groups.map(({ groupId }) => groupId)),
      repos.accounts.names([createdBy]),
    ]);
    const { allowed } = decideOnPolicy("survey.manage", actor.account.role, {
      relation,
      stage: policy.stage,
    });
    return {
      ...presentItem({ ...setting, responses }, now()),
      version: { id: versionId, ...version },
      intro,
      timeZone: authority.timeZone,
      groups: survey.groups.map(({ groupId, eligible }) => ({
        groupId,
        name: names.get(groupId) ?? "",
        eligible,
      })),
      definition,
      quotes,
      locked,
      portalPath: surveyPath(survey.id),
      previewPath: `${surveyPath(survey.id)}/pratinjau`,
      may: { manage: allowed },
      createdBy: { id: createdBy, name: people.get(createdBy) ?? "" },
      createdAt,
      updatedAt,
    };
  };
}
