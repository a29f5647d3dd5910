/** The identity rules as a table: who may answer, once per what, what is kept. Rules: `RULES.md`. */
import type { IdentityRule } from "../consultations/consultation.ts";
import type { AccountId, EpochMs } from "../ids.ts";

export interface RuleRow {
  readonly who: "signed-in" | "signed-in-or-invited" | "code-holder" | "anyone";
  /** For surveys; comments are only limited in rate. [PA6] */
  readonly oncePer: "account" | "account-or-invitation" | "code" | "device";
  readonly keeps: "account" | "mark" | "used-code" | "device-mark";
  /** Whether the account may stand beside what was said. */
  readonly keepsAccount: boolean;
  /** Whether somebody was promised that nobody can find out. */
  readonly promisesAnonymity: boolean;
}

/** [PA2-PA5] */
export const RULE_TABLE: Readonly<Record<IdentityRule, RuleRow>> = {
  named: {
    who: "signed-in",
    oncePer: "account",
    keeps: "account",
    keepsAccount: true,
    promisesAnonymity: false,
  },
  anonymous: {
    who: "signed-in-or-invited",
    oncePer: "account-or-invitation",
    keeps: "mark",
    keepsAccount: false,
    promisesAnonymity: true,
  },
  code: {
    who: "code-holder",
    oncePer: "code",
    keeps: "used-code",
    keepsAccount: false,
    promisesAnonymity: true,
  },
  open: {
    who: "anyone",
    oncePer: "device",
    keeps: "device-mark",
    keepsAccount: false,
    promisesAnonymity: false,
  },
};

/** What is known of somebody who asks. */
export interface Participant {
  readonly account: AccountId | null;
  /** The entry of the roster that an invitation leads to; `unknown`: it leads to none. */
  readonly invitation: { readonly id: string } | "unknown" | null;
  readonly code: "none" | "unknown" | "unused" | "used";
  /** The device's cookie; null before the first answer. */
  readonly device: string | null;
}

export interface Instrument {
  readonly kind: "survey" | "comments";
  readonly rule: IdentityRule;
  /** False for a draft, and once it was closed by hand. */
  readonly state: "draft" | "opened" | "closed";
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

export const PARTICIPATION_REASONS = [
  "not-yet-open",
  "closed",
  "rule-changed",
  "sign-in-needed",
  "invitation-unknown",
  "code-needed",
  "code-unknown",
  "code-used",
  "already-answered",
  "already-received",
] as const;
export type ParticipationReason = (typeof PARTICIPATION_REASONS)[number];

export type ParticipationDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: ParticipationReason };

const ALLOWED: ParticipationDecision = { allowed: true };
const refuse = (reason: ParticipationReason): ParticipationDecision => ({ allowed: false, reason });

export interface Asking {
  readonly participant: Participant;
  readonly now: EpochMs;
  /** The rule under which the form was filled in; absent when it is only about to be shown. */
  readonly ruleSeen?: IdentityRule | undefined;
  /** Whether a response or a mark of this participant is there. */
  readonly hasAnswered: boolean;
}

/** Whether an answer may be given now, or why not. [PA2-PA8] */
export function decideParticipation(instrument: Instrument, asking: Asking): ParticipationDecision {
  const { kind, rule, state, opensAt, closesAt } = instrument;
  const { participant, now, ruleSeen, hasAnswered } = asking;
  if (state === "draft") return refuse("not-yet-open");
  if (state === "closed" || now >= closesAt) return refuse("closed");
  if (now < opensAt) return refuse("not-yet-open");
  if (ruleSeen !== undefined && ruleSeen !== rule) return refuse("rule-changed");
  const identity = decideIdentity(rule, participant, kind === "survey");
  if (!identity.allowed) return identity;
  return kind === "survey" && hasAnswered ? refuse("already-answered") : ALLOWED;
}

function decideIdentity(rule: IdentityRule, participant: Participant, once: boolean): ParticipationDecision {
  const { account, invitation, code } = participant;
  switch (RULE_TABLE[rule].who) {
    case "signed-in":
      return account === null ? refuse("sign-in-needed") : ALLOWED;
    case "signed-in-or-invited":
      if (invitation === "unknown") return refuse("invitation-unknown");
      return invitation === null && account === null ? refuse("sign-in-needed") : ALLOWED;
    case "code-holder":
      if (code === "none") return refuse("code-needed");
      if (code === "unknown") return refuse("code-unknown");
      return code === "used" && once ? refuse("code-used") : ALLOWED;
    case "anyone":
      return ALLOWED;
  }
}

/**
 * What the mark of a participant is made of, or null where none is kept: the
 * account itself is (`named`), the code's own mark is (`code`), or the device
 * has no cookie yet. [PA3, PA5]
 */
export function markedAs(rule: IdentityRule, participant: Participant): string | null {
  const { account, invitation, device } = participant;
  switch (RULE_TABLE[rule].keeps) {
    case "account":
    case "used-code":
      return null;
    case "mark":
      if (invitation !== null && invitation !== "unknown") return `roster:${invitation.id}`;
      return account === null ? null : `account:${account}`;
    case "device-mark":
      return device === null ? null : `device:${device}`;
  }
}
