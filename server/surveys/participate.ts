/** Who stands before a survey, and whether they may answer: what they carry, turned into what the rules ask for. */
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { AccountId } from "../../domain/ids.ts";
import { readCode } from "../../domain/participation/codes.ts";
import { createMarker, type Marker } from "../../domain/participation/mark.ts";
import {
  decideParticipation,
  markedAs,
  RULE_TABLE,
  type Participant,
  type ParticipationDecision,
} from "../../domain/participation/participation.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { insideConsultation } from "../../domain/surveys/window.ts";
import type { Deps } from "../deps.ts";

/** What somebody brings along. Nothing of it is kept as it is, the account under `named` excepted. */
export interface Carried {
  readonly account: AccountId | null;
  /** Secret of an invitation's address. */
  readonly invitation: string | null;
  /** As typed; null: none yet. */
  readonly code: string | null;
  readonly device: string | null;
  /** The form's one-use id. */
  readonly formId: string | null;
  /** Under which rule the form was filled in. */
  readonly ruleSeen?: IdentityRule | undefined;
}

export interface Standing {
  readonly decision: ParticipationDecision;
  /** Marks that an answer leaves: of the form, and of the person or device where the rule keeps one. */
  readonly marks: readonly Uint8Array[];
  readonly code: Uint8Array | null;
}

export type Participate = ReturnType<typeof createParticipate>;

export function createParticipate({ repos, now }: Pick<Deps, "repos" | "now">) {
  const { surveyParticipation: participation, surveyResponses: responses } = repos;

  async function invitationOf(
    { survey }: SurveySetting,
    token: string | null,
  ): Promise<Participant["invitation"]> {
    if (token === null || survey.rule !== "anonymous") return null;
    return (await participation.invitationOf(survey.id, await sha256Hex(token))) ?? "unknown";
  }

  async function codeOf(
    { survey }: SurveySetting,
    typed: string | null,
    marker: Marker | null,
    trusting: boolean,
  ): Promise<{ readonly code: Participant["code"]; readonly mark: Uint8Array | null }> {
    if (survey.rule !== "code" || typed === null || typed.trim() === "") {
      return { code: "none", mark: null };
    }
    const code = readCode(typed);
    if (code === null || !marker) return { code: "unknown", mark: null };
    const mark = await marker.mark(`code:${code}`);
    return { code: trusting ? "unused" : await participation.codeState(survey.id, mark), mark };
  }

  /**
   * Reads what is known of the person, and decides. [PA2-PA10] With `trusting` nothing is looked up
   * that the database refuses anyway when the answer is written: a used or unknown code, a mark that is
   * there. Who then meets such a refusal looks again, without it, to say what it was.
   */
  return async function look(
    setting: SurveySetting,
    carried: Carried,
    { trusting = false }: { readonly trusting?: boolean } = {},
  ): Promise<Standing> {
    const { survey, consultation, key } = setting;
    const marker = key && (await createMarker(key));
    const { code, mark: codeMark } = await codeOf(setting, carried.code, marker, trusting);
    const keepsAccount = RULE_TABLE[survey.rule].keepsAccount;
    const participant: Participant = {
      account: carried.account,
      invitation: await invitationOf(setting, carried.invitation),
      code,
      device: carried.device,
    };
    const marks: Uint8Array[] = [];
    let hasAnswered = false;
    if (marker && carried.formId !== null) {
      const mark = await marker.mark(`form:${carried.formId}`);
      if (!trusting && (await participation.hasMark(survey.id, mark))) {
        return { decision: { allowed: false, reason: "already-received" }, marks: [], code: null };
      }
      marks.push(mark);
    }
    const who = markedAs(survey.rule, participant);
    if (marker && who !== null) {
      const mark = await marker.mark(who);
      hasAnswered = !trusting && (await participation.hasMark(survey.id, mark));
      marks.push(mark);
    }
    if (keepsAccount && carried.account !== null && !trusting) {
      hasAnswered = (await responses.ofAccount(survey.id, carried.account)) !== null;
    }
    const window = insideConsultation(survey, consultation);
    const decision = decideParticipation(
      { kind: "survey", rule: survey.rule, ...window },
      { participant, now: now(), ruleSeen: carried.ruleSeen, hasAnswered },
    );
    return { decision, marks, code: codeMark };
  };
}
