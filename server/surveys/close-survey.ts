/** Closing: no answer comes in any more, then everything by which somebody could be found is forgotten. [SV26, SV27] */
import { isLostGuard } from "../../db/guards.ts";
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { AccountId } from "../../domain/ids.ts";
import { RULE_TABLE } from "../../domain/participation/participation.ts";
import { insideConsultation, isDueToClose } from "../../domain/surveys/window.ts";
import type { Deps } from "../deps.ts";

export type ClosingDeps = Pick<Deps, "repos" | "now" | "emptyLog" | "logger">;

export function createCloseSurvey({ repos, now, emptyLog, logger }: ClosingDeps) {
  const { surveys, surveyParticipation: participation, surveyResponses: responses } = repos;

  /**
   * Closes for good; `actor` null: its window has ended. A closing that was cut off half way is
   * finished by the next call. True when this call finished it.
   */
  async function closeSurvey(
    { survey, authority }: SurveySetting,
    actor: AccountId | null,
  ): Promise<boolean> {
    const { id, rule } = survey;
    const at = now();
    await surveys.stopTaking(id, at);
    // From here on the rows stand still, so that the counts are exact.
    const [answered, codes, invited] = await Promise.all([
      responses.count(id),
      participation.codeCounts(id),
      participation.rosterCount(id),
    ]);
    const counts = { responses: answered, codesMade: codes.made, codesUsed: codes.used, invited };
    const blur = RULE_TABLE[rule].promisesAnonymity
      ? responses.blurStatements(id, dayIn(authority.timeZone, at))
      : [];
    try {
      const forget = [...blur, ...participation.forgetStatements(id)];
      await surveys.finishClosing(survey, counts, forget, { actor, at });
    } catch (error) {
      // Another process, or the second click, has finished it.
      if (isLostGuard(error)) return false;
      throw error;
    }
    // Closed it is in any case; a log that is in use is emptied by the hourly duty.
    await emptyLog?.().catch((error: unknown) => logger.error({ survey: id }, "log was not emptied", error));
    return true;
  }

  return {
    closeSurvey,
    /** The survey as it stands now: one whose window has ended is closed before anything else is done with it. */
    async settle(setting: SurveySetting): Promise<SurveySetting> {
      const { survey, consultation } = setting;
      const isOver = isDueToClose(insideConsultation(survey, consultation), now());
      const isCancelled = survey.state === "opened" && consultation.state === "cancelled";
      const wasCutOff = survey.state === "closed" && survey.finalCounts === null;
      if (!isOver && !isCancelled && !wasCutOff) return setting;
      await closeSurvey(setting, null);
      return (await surveys.setting(survey.id)) ?? setting;
    },
  };
}
