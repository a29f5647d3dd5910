/** Who may be addressed, decide, and pass a step on. One function each for the page and the server. Rules RV6 to RV13. */
import type { AccountRole } from "../accounts/account.ts";
import { mayDecideOn } from "../access/separation.ts";
import type { AccountId, UnitId } from "../ids.ts";
import type { PolicyRole } from "../policies/policy.ts";
import type { Review, ReviewStep } from "./review.ts";
import { isReached } from "./steps.ts";

/** What decides of a person. */
export interface Decider {
  readonly id: AccountId;
  readonly role: AccountRole;
  readonly unitId: UnitId | null;
  /** Membership of the policy. */
  readonly relation: PolicyRole | null;
  /** Can sign in. */
  readonly enabled: boolean;
  /** Belongs to no unit, or to one of the policy's authority. */
  readonly ofAuthority: boolean;
}

export type PersonReason = "disabled" | "not-a-decider" | "other-authority" | "author" | "submitter";
export type StepReason =
  | PersonReason
  | "not-addressed"
  | "step-decided"
  | "round-ended"
  | "not-yet"
  | "decided-another";
export type DelegationReason = StepReason | "already-delegated" | "to-oneself" | "addressed-already";

type Verdict<Reason> = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };
const ALLOWED = { allowed: true } as const;
const refuse = <Reason>(reason: Reason) => ({ allowed: false, reason }) as const;

type Written = Pick<Review, "authors"> & { readonly submittedBy: AccountId | null };

const DECIDING_ROLES: readonly AccountRole[] = ["leader", "legal"];
const NEVER_DECIDE: readonly AccountRole[] = ["respondent", "organisation"];

/** Whether this person decides anything at all on this policy. [RV7] */
export function isDecider({ role, relation, ofAuthority }: Decider): boolean {
  if (NEVER_DECIDE.includes(role)) return false;
  if (relation === "reviewer") return true;
  return DECIDING_ROLES.includes(role) && (ofAuthority || relation !== null);
}

/** Whether this person may decide on the version at all. [RV6, RV7, RV8] */
export function mayDecideVersion(person: Decider, version: Written): Verdict<PersonReason> {
  if (!person.enabled) return refuse("disabled");
  if (!isDecider(person)) {
    const byRole = DECIDING_ROLES.includes(person.role);
    return refuse(byRole ? "other-authority" : "not-a-decider");
  }
  const separation = mayDecideOn(person.id, version);
  return separation.allowed ? ALLOWED : refuse(separation.reason);
}

/** Whether the step is this person's: the delegate's once it was passed on, else the addressee's or the office's. [RV3, RV10] */
export function isAddressed(person: Decider, { addressee, delegation }: ReviewStep): boolean {
  if (delegation) return person.id === delegation.to;
  if (addressee.kind === "account") return person.id === addressee.accountId;
  return person.unitId === addressee.unitId && isDecider(person);
}

/** Whether this person may decide this step now. [RV2, RV4, RV6 to RV9, RV13] */
export function mayDecideStep(person: Decider, review: Review, step: ReviewStep): Verdict<StepReason> {
  if (!isAddressed(person, step)) return refuse("not-addressed");
  if (step.decision) return refuse("step-decided");
  if (review.state !== "open") return refuse("round-ended");
  if (!isReached(review, step.position)) return refuse("not-yet");
  if (hasDecided(review, person.id)) return refuse("decided-another");
  return mayDecideVersion(person, review);
}

/** Whether this person may pass the step on, before its turn, too. [RV10] */
export function mayDelegate(person: Decider, review: Review, step: ReviewStep): Verdict<DelegationReason> {
  if (step.delegation) {
    const his = person.id === step.delegation.by || isAddressed(person, step);
    return refuse(his ? "already-delegated" : "not-addressed");
  }
  const deciding = mayDecideStep(person, review, step);
  return !deciding.allowed && deciding.reason === "not-yet" ? mayDecideVersion(person, review) : deciding;
}

/** Whether the step may be passed on to this person. [RV9, RV10] */
export function mayReceive(
  person: Decider,
  review: Review,
  step: ReviewStep,
  giver: AccountId,
): Verdict<DelegationReason> {
  if (person.id === giver) return refuse("to-oneself");
  const beside = review.steps.filter((each) => each.position === step.position && each.id !== step.id);
  if (beside.some((each) => isNamed(person.id, each))) return refuse("addressed-already");
  if (hasDecided(review, person.id)) return refuse("decided-another");
  return mayDecideVersion(person, review);
}

const isNamed = (id: AccountId, { addressee, delegation }: ReviewStep): boolean =>
  delegation ? delegation.to === id : addressee.kind === "account" && addressee.accountId === id;

const hasDecided = ({ steps }: Review, id: AccountId): boolean =>
  steps.some(({ decision }) => decision?.by === id);
