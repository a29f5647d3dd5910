/** Whether somebody may comment now, by the rule of the consultation. [CM2] */
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { IDENTITY_RULES, type IdentityRule } from "../../domain/consultations/consultation.ts";
import type { ConsultationId, EpochMs } from "../../domain/ids.ts";
import { readCode } from "../../domain/participation/codes.ts";
import { createMarker } from "../../domain/participation/mark.ts";
import {
  decideParticipation,
  type Participant,
  type ParticipationDecision,
} from "../../domain/participation/participation.ts";
import type { Deps } from "../deps.ts";

export interface AskingToComment {
  readonly shown: PublicConsultation;
  readonly rule: IdentityRule;
  /** The rule that the form said. */
  readonly ruleSeen: string | undefined;
  readonly account: Account | null;
  /** As typed; empty for none. */
  readonly code: string;
  readonly at: EpochMs;
}

export function decideComment({ repos }: Pick<Deps, "repos">) {
  /** A code counts that was made for a survey of this consultation, used or not. */
  async function stateOfCode(id: ConsultationId, typed: string): Promise<Participant["code"]> {
    if (typed.trim() === "") return "none";
    const code = readCode(typed);
    if (code === null) return "unknown";
    for (const survey of await repos.portal.surveys(id)) {
      const key = await repos.surveyParticipation.key(survey.id);
      if (key === null) continue;
      const { mark } = await createMarker(key);
      const state = await repos.surveyParticipation.codeState(survey.id, await mark(`code:${code}`));
      if (state !== "unknown") return state;
    }
    return "unknown";
  }

  return async function decide(asking: AskingToComment): Promise<ParticipationDecision> {
    const { shown, rule, account, code, at } = asking;
    const { id, state, opensAt, closesAt } = shown.consultation;
    const standing = state === "announced" ? "opened" : "closed";
    return decideParticipation(
      { kind: "comments", rule, state: standing, opensAt, closesAt },
      {
        participant: {
          account: account?.id ?? null,
          invitation: null,
          code: rule === "code" ? await stateOfCode(id, code) : "none",
          device: null,
        },
        now: at,
        ruleSeen: IDENTITY_RULES.find((each) => each === asking.ruleSeen),
        hasAnswered: false,
      },
    );
  };
}
