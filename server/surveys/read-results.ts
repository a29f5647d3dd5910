/** Results as they may be published, and what became of the words that were asked about. */
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import { publishResults } from "../../domain/surveys/publish-results.ts";
import { compareWording } from "../../domain/surveys/quotes.ts";
import type { SurveyResults } from "../../domain/surveys/results.ts";
import type { WordingView } from "../../domain/surveys/surveys.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { phaseIn } from "./present-survey.ts";

export function createReadResults({ repos, now }: Pick<Deps, "repos" | "now">) {
  const textOf = async (id: SurveySetting["survey"]["versionId"]) => {
    const { clauses, origins } = await repos.versions.text(id);
    return { clauses, origins: new Map(origins.map(({ cid, ...origin }) => [cid, origin])) };
  };

  return {
    /** Figures and nothing finer; the same for the workspace, the report and the portal. */
    async results(setting: SurveySetting): Promise<SurveyResults> {
      const { survey } = setting;
      const { id, policyId, definition, quotes, rule, target, groups } = survey;
      const [responses, texts, names] = await Promise.all([
        repos.surveyResponses.counted(id),
        repos.surveyResponses.textCounts(id),
        repos.consultations.groupNames(groups.map(({ groupId }) => groupId)),
      ]);
      return publishResults({
        definition,
        quotes,
        rule,
        phase: phaseIn(setting, now()),
        target,
        groups: groups.map(({ groupId }) => ({ groupId, name: names.get(groupId) ?? "" })),
        responses,
        texts,
        inboxPath: (question) => `/kerja/rancangan/${policyId}/masukan?sumber=${id}&butir=${question}`,
        now: now(),
      });
    },

    /** Against another version of the policy, by number. [SV16] */
    async wording({ survey, version }: SurveySetting, number: number): Promise<WordingView> {
      const to = found(await repos.versions.get(survey.policyId, number), "unknown-version");
      const [before, after] = await Promise.all([textOf(survey.versionId), textOf(to.id)]);
      return {
        from: version.number,
        to: number,
        questions: compareWording(survey.definition, before, after),
      };
    },
  };
}
