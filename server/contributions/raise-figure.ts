import type { RaiseFigure } from "../../domain/contributions/contributions.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ContributionId, SurveyId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { questionsOf } from "../../domain/surveys/survey.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { TextStandings } from "./text-standings.ts";

const wrong = (path: string, reason: string) =>
  new DomainError("bad-input", reason, `${path} is not the survey's`, [{ path, message: "invalid" }]);

/** Makes an input out of a figure: "68 % find ayat (2) unclear". [CT18] */
export function createRaiseFigure(
  { repos, randomId, now }: Pick<Deps, "repos" | "randomId" | "now">,
  texts: TextStandings,
) {
  return async function raiseFigure(
    actor: AccountId,
    policy: Policy,
    input: RaiseFigure,
  ): Promise<ContributionId> {
    const survey = found(await repos.surveys.get(input.surveyId as SurveyId));
    // One that asks nobody yet has no figures.
    if (survey.policyId !== policy.id || survey.state === "draft")
      throw new DomainError("not-found", "not-found", "another policy's survey, or a draft");
    if (!questionsOf(survey.definition).some(({ id }) => id === input.questionId))
      throw wrong("questionId", "invalid-input");
    const { indexOf } = await texts.version(policy.id, survey.versionId);
    const unknown = input.cids.findIndex((cid) => !indexOf.has(cid));
    if (unknown >= 0) throw wrong(`cids.${unknown}`, "unknown-clause");
    const group = input.groupId ?? null;
    const known = group === null ? null : await repos.directory.getGroup(group);
    if (group !== null && known?.authorityId !== policy.authorityId) throw wrong("groupId", "invalid-input");
    const at = now();
    const zone = (await repos.directory.getAuthority(policy.authorityId))?.timeZone ?? "Asia/Jakarta";
    const id = randomId() as ContributionId;
    await repos.contributionActs.raise(
      {
        id,
        policyId: policy.id,
        consultationId: survey.consultationId,
        channel: "survey-figure",
        sourceId: survey.id,
        sourceItem: input.questionId,
        versionId: survey.versionId,
        targets: [...new Set(input.cids)].map((cid) => ({ cid })),
        groupId: group,
        unitId: null,
        author: { kind: "none" },
        text: input.text,
        stance: null,
        proposedText: null,
        createdOn: dayIn(zone, at),
        receivedAt: at,
      },
      { actor, at },
    );
    return id;
  };
}
