/**
 * The access table: role, relation, action, stage (and window) in; yes, or the
 * reason for no, out. Pure, and the only place that decides. Rules: `RULES.md`.
 */
import type { AccountRole } from "../accounts/account.ts";
import type { EpochMs } from "../ids.ts";
import { STAGES, type PolicyRole, type Stage } from "../policies/policy.ts";

/** Actions that need nothing but, perhaps, an account. */
export const GENERAL_ACTIONS = [
  "page.public",
  "session.read",
  "session.change",
  "session.sign-in",
  "session.sign-out",
  "link.redeem",
  "health.read",
  "api.describe",
  "metrics.read",
  "workspace.open",
  "policy.list",
  "policy.create",
  "directory.read",
  "directory.change",
  "account.administer",
  "input.send",
  "receipt.read",
  "task.list",
  "notification.read",
  "outbox.administer",
  "stage.configure",
  "submission.draft",
] as const;

/** Actions on one policy. */
export const POLICY_ACTIONS = [
  "policy.read",
  "policy.write",
  "policy.freeze",
  "policy.restore",
  "policy.change",
  "policy.members",
  "document.open",
  "consultation.read",
  "consultation.manage",
  "contribution.read",
  "contribution.triage",
  "contribution.answer",
  "review.read",
  "review.submit",
  "review.decide",
  "survey.read",
  "survey.manage",
  "workshop.read",
  "workshop.manage",
  "submission.read",
  "history.read",
  "policy.erase",
] as const;

export type GeneralAction = (typeof GENERAL_ACTIONS)[number];
export type PolicyAction = (typeof POLICY_ACTIONS)[number];
export type Action = GeneralAction | PolicyAction;

export type AccessReason =
  | "not-signed-in"
  | "role"
  /** No right to read it, or there is no such policy. */
  | "no-policy"
  | "not-a-writer"
  | "role-never-writes"
  /** Input holds words of people: only for those who work with it. */
  | "not-on-the-team"
  | "not-a-moderator"
  | "not-an-organiser"
  | "stage-closed"
  | "not-an-owner"
  | "not-legal"
  /** Who writes a text does not take from its record what was written. */
  | "writes-it"
  /** Who wrote what is for those who work on it. */
  | "history-restricted"
  | "window-closed";

export type AccessDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: AccessReason };

export interface AccessWindow {
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly now: EpochMs;
}

export interface PolicyStanding {
  /** The asker's membership, null for none. */
  readonly relation: PolicyRole | null;
  readonly stage: Stage;
  readonly window?: AccessWindow;
}

const ALLOWED: AccessDecision = { allowed: true };
const refuse = (reason: AccessReason): AccessDecision => ({ allowed: false, reason });

/** Which roles each general action takes: everyone (signed in or not), every account, or those listed. [AC2-AC5] */
const GENERAL: Readonly<Record<GeneralAction, "everyone" | "account" | readonly AccountRole[]>> = {
  "page.public": "everyone",
  "session.read": "everyone",
  "session.change": "account",
  "session.sign-in": "everyone",
  "session.sign-out": "everyone",
  "link.redeem": "everyone",
  "health.read": "everyone",
  "api.describe": "everyone",
  // Besides, the server lets the loopback address in: what scrapes it has no account.
  "metrics.read": ["admin"],
  // The shell holds no data; it sends who is signed out to the sign-in page.
  "workspace.open": "everyone",
  "policy.list": "account",
  "policy.create": ["drafter", "legal"],
  "directory.read": "account",
  "directory.change": ["admin"],
  "account.administer": ["admin"],
  // Who may answer what, and how often, is the identity rule's (`domain/participation`).
  "input.send": "everyone",
  // The address itself is the secret.
  "receipt.read": "everyone",
  "task.list": "account",
  "notification.read": "account",
  "outbox.administer": ["admin"],
  "stage.configure": ["admin", "legal"],
  "submission.draft": ["organisation"],
};

/** From which stage on a role reads policies that it is no member of; null: never. [AC7] */
const READS_FROM: Readonly<Record<AccountRole, Stage | null>> = {
  admin: "planning",
  legal: "planning",
  leader: "internal_review",
  facilitator: "public_consultation",
  drafter: null,
  respondent: null,
  organisation: null,
};

const FIRST_CLOSED_STAGE: Stage = "enactment";
const NEVER_WRITE: readonly AccountRole[] = ["respondent", "organisation"];
const WRITING_RELATIONS: readonly PolicyRole[] = ["owner", "drafter"];

const stageIndex = (stage: Stage): number => STAGES.indexOf(stage);

/** Whether the text may still change at `stage`. [AC10] */
export const isOpenForWriting = (stage: Stage): boolean => stageIndex(stage) < stageIndex(FIRST_CLOSED_STAGE);

/** Whether an account of this role may be given this role on a policy. [AC9] */
export const mayBecome = (role: AccountRole, relation: PolicyRole): boolean =>
  !(NEVER_WRITE.includes(role) && WRITING_RELATIONS.includes(relation));

/** The stages at which `role` reads policies without being a member; empty for most. [AC7] */
export function stagesReadByRole(role: AccountRole): readonly Stage[] {
  const from = READS_FROM[role];
  return from === null ? [] : STAGES.slice(stageIndex(from));
}

/** Decides an action that concerns no policy; `role` is null for who is signed out. */
export function decideGeneral(action: GeneralAction, role: AccountRole | null): AccessDecision {
  const who = GENERAL[action];
  if (who === "everyone") return ALLOWED;
  if (role === null) return refuse("not-signed-in");
  return who === "account" || who.includes(role) ? ALLOWED : refuse("role");
}

/**
 * Decides an action on a policy. Pass `standing` null for a policy that does not
 * exist: the answer is the one of a policy that may not be read. [AC12]
 */
export function decideOnPolicy(
  action: PolicyAction,
  role: AccountRole | null,
  standing: PolicyStanding | null,
): AccessDecision {
  if (role === null) return refuse("not-signed-in");
  if (standing === null || !mayRead(role, standing)) return refuse("no-policy");
  const { relation, stage, window } = standing;
  if (window && !(window.opensAt <= window.now && window.now < window.closesAt))
    return refuse("window-closed");
  switch (action) {
    case "policy.read":
    case "document.open":
    case "consultation.read":
    case "review.read":
    // Whose turn it is, and that nobody decides on their own text, is the round's (`domain/reviews`).
    case "review.decide":
      return ALLOWED;
    case "policy.write":
    case "policy.freeze":
    case "policy.restore":
      return decideWriting(role, relation, stage);
    case "policy.change":
      return relation === "owner" || role === "legal" ? ALLOWED : refuse("not-an-owner");
    case "policy.members":
      return relation === "owner" || role === "admin" ? ALLOWED : refuse("not-an-owner");
    case "contribution.read":
    case "survey.read":
    case "workshop.read":
    case "submission.read":
      return isOnTeam(role, relation) ? ALLOWED : refuse("not-on-the-team");
    case "contribution.triage":
      return isTeamWriter(role, relation) || role === "legal" || role === "facilitator"
        ? ALLOWED
        : refuse("not-a-moderator");
    case "contribution.answer":
      return isTeamWriter(role, relation) || role === "legal" ? ALLOWED : refuse("not-a-moderator");
    case "consultation.manage":
      return isTeamWriter(role, relation) ? ALLOWED : refuse("not-an-organiser");
    case "survey.manage":
    case "workshop.manage":
      return isTeamWriter(role, relation) || role === "facilitator" ? ALLOWED : refuse("not-an-organiser");
    case "history.read":
      return isOnTeam(role, relation) ? ALLOWED : refuse("history-restricted");
    case "policy.erase":
      if (role !== "legal") return refuse("not-legal");
      return isTeamWriter(role, relation) ? refuse("writes-it") : ALLOWED;
    case "review.submit":
      return relation === "owner" && !NEVER_WRITE.includes(role) ? ALLOWED : refuse("not-an-owner");
  }
}

/** Sees what people said, and who wrote what. Respondents and bodies never do, and the administrator only as a member. [AC16] [AC19] */
function isOnTeam(role: AccountRole, relation: PolicyRole | null): boolean {
  return !NEVER_WRITE.includes(role) && (role !== "admin" || relation !== null);
}

/** Owner or drafter, at any stage: hearing and answering does not end when the text stands. [AC17] */
function isTeamWriter(role: AccountRole, relation: PolicyRole | null): boolean {
  return relation !== null && WRITING_RELATIONS.includes(relation) && !NEVER_WRITE.includes(role);
}

function mayRead(role: AccountRole, { relation, stage }: PolicyStanding): boolean {
  return relation !== null || stagesReadByRole(role).includes(stage);
}

function decideWriting(role: AccountRole, relation: PolicyRole | null, stage: Stage): AccessDecision {
  if (relation === null || !WRITING_RELATIONS.includes(relation)) return refuse("not-a-writer");
  if (NEVER_WRITE.includes(role)) return refuse("role-never-writes");
  return isOpenForWriting(stage) ? ALLOWED : refuse("stage-closed");
}

export const isPolicyAction = (action: Action): action is PolicyAction =>
  (POLICY_ACTIONS as readonly string[]).includes(action);
