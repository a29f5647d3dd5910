/** Codes and invitations: made, handed out once, and kept only as what recognises them. [SV25, PA3, PA4] */
import { isLostGuard } from "../../db/guards.ts";
import type { StoredSurvey } from "../../db/repos/survey.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import { CODE_LENGTH, codeFromBytes, formatCode } from "../../domain/participation/codes.ts";
import { createMarker, MARK_KEY_BYTES } from "../../domain/participation/mark.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { SURVEY_LIMITS as LIMITS } from "../../domain/surveys/survey.ts";
import type { NewCodes, NewInvitations } from "../../domain/surveys/surveys.contract.ts";
import type { Deps } from "../deps.ts";
import { randomToken } from "../http/random-token.ts";

const conflict = (reason: string) => new DomainError("conflict", reason, reason);
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export const surveyPath = (id: string): string => `/survei/${id}`;

export function createHandOut({
  repos,
  now,
  randomId,
  baseUrl,
}: Pick<Deps, "repos" | "now" | "randomId" | "baseUrl">) {
  const { surveyParticipation: participation } = repos;

  async function unlessClosed<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      throw isLostGuard(error) ? conflict("survey-closed") : error;
    }
  }

  return {
    async codes(actor: AccountId, survey: StoredSurvey, count: number): Promise<NewCodes> {
      if (survey.rule !== "code") throw conflict("survey-rule-other");
      const { made } = await participation.codeCounts(survey.id);
      if (made + count > LIMITS.codes) throw conflict("survey-too-many-codes");
      const codes = new Set<string>();
      while (codes.size < count) codes.add(codeFromBytes(randomBytes(CODE_LENGTH)));
      return unlessClosed(async () => {
        const key = await participation.ensureKey(survey.id, randomBytes(MARK_KEY_BYTES));
        const marker = await createMarker(key);
        const marks = await Promise.all([...codes].map((code) => marker.mark(`code:${code}`)));
        await participation.addCodes(survey, marks, { actor, at: now() });
        return { codes: [...codes].map(formatCode), url: `${baseUrl}${surveyPath(survey.id)}` };
      });
    },

    async invitations(
      actor: AccountId,
      survey: StoredSurvey,
      names: readonly string[],
    ): Promise<NewInvitations> {
      if (survey.rule !== "anonymous") throw conflict("survey-rule-other");
      if ((await participation.rosterCount(survey.id)) + names.length > LIMITS.roster) {
        throw conflict("survey-too-many-codes");
      }
      const invited = await Promise.all(
        names.map(async (name) => {
          const token = randomToken();
          return { token, entry: { id: randomId(), name, tokenHash: await sha256Hex(token) } };
        }),
      );
      const entries = invited.map(({ entry }) => entry);
      await unlessClosed(() => participation.invite(survey, entries, { actor, at: now() }));
      return {
        invitations: invited.map(({ token, entry }) => ({
          name: entry.name,
          url: `${baseUrl}${surveyPath(survey.id)}?undangan=${token}`,
        })),
      };
    },
  };
}
