/** A version goes round: who is asked, in which order, until when. [RV1 to RV3, RV6 to RV8, RV11, RV15] */
import { dayOf, limitEndsOn } from "../../domain/calendar-days.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { DomainError, type InputIssue } from "../../domain/errors.ts";
import type { AccountId, ReviewId, ReviewStepId, UnitId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { standingApprovals } from "../../domain/reviews/approval.ts";
import { mayDecideVersion } from "../../domain/reviews/deciding.ts";
import { REVIEW_LIMITS, type Review } from "../../domain/reviews/review.ts";
import type { SubmitReview } from "../../domain/reviews/reviews.contract.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { PlannedSubmission } from "../../db/repos/review.repo.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { needsMembership, peopleOf, type Deciders, type NamedDecider } from "./deciders.ts";
import type { Tell } from "./tell.ts";

type Needs = Pick<Deps, "repos" | "rooms" | "now" | "newId"> & { deciders: Deciders; tell: Tell };

export function createSubmitReview({ repos, rooms, now, newId, deciders, tell }: Needs) {
  /** The canonical form that a version was hashed under; makes sure that its content still has its hash. */
  async function schemaOf(version: Version): Promise<number> {
    const content = await repos.versions.content(version.id);
    if ((await sha256Hex(content)) !== version.hash) throw new Error(`version ${version.id} lost its hash`);
    return (JSON.parse(content) as { readonly schema: number }).schema;
  }

  /** Who wrote since the last approved version before this one. [RV6] */
  async function authorsOf(policy: Policy, version: Version): Promise<AccountId[]> {
    const approvals = standingApprovals(await repos.reviews.rounds(policy.id));
    const earlier = await Promise.all(
      approvals.map(({ versionNumber }) => repos.versions.get(policy.id, versionNumber)),
    );
    const [base] = earlier
      .filter((each) => each !== null)
      .filter(({ number, logSeq }) => number < version.number && logSeq <= version.logSeq)
      .toSorted((a, b) => b.number - a.number);
    const authors = new Set([
      ...(await repos.reviews.authorsBetween(policy.id, base?.number ?? 0, version.number)),
      ...(await rooms.authorsSince(policy.id, base?.logSeq ?? 0, version.logSeq)),
    ]);
    return [...authors].toSorted();
  }

  /** Opens a round; throws `conflict` while another is open, `bad-input` with a sentence for each step that cannot be. */
  async function submitReview(actor: Account, policy: Policy, input: SubmitReview): Promise<ReviewId> {
    const id = newId() as ReviewId;
    const version = found(await repos.versions.get(policy.id, input.versionNumber), "unknown-version");
    if (version.hash !== input.hash) throw new DomainError("conflict", "review-other-hash", "other hash");
    if (version.erasedAt !== null)
      throw new DomainError("conflict", "version-erased", "its content is not whole");
    const { timeZone } = found(await repos.directory.getAuthority(policy.authorityId));
    const contentSchema = await schemaOf(version);
    const stepIds = input.steps.map(() => newId() as ReviewStepId);
    let joined: readonly AccountId[] = [];

    async function plan(): Promise<PlannedSubmission> {
      const running = await repos.reviews.open(policy.id);
      if (running) {
        const { submittedBy, submittedAt } = running;
        const who = (await repos.accounts.names([submittedBy])).get(submittedBy) ?? "";
        const facts = { who, at: submittedAt, zone: timeZone };
        throw new DomainError("conflict", "review-open", "a round is open", [], facts);
      }
      const at = now();
      const steps = input.steps.map(({ position, addressee, deadline }, index) => ({
        id: stepIds[index] as ReviewStepId,
        position,
        addressee,
        deadline: deadline ?? null,
        delegation: null,
        decision: null,
      }));
      const review: Review = {
        id,
        policyId: policy.id,
        versionId: version.id,
        versionNumber: version.number,
        hash: version.hash,
        contentSchema,
        message: input.message ? input.message : null,
        authors: await authorsOf(policy, version),
        submittedBy: actor.id,
        submittedAt: at,
        state: "open",
        endedAt: null,
        withdrawal: null,
        steps: steps.toSorted((a, b) => a.position - b.position),
      };
      const people = await deciders.all(policy);
      const named = await deciders.of(policy, accountsOf(input));
      const units = new Map((await repos.directory.listUnits()).map((unit) => [unit.id, unit]));
      const issues = [
        ...formIssues(input, dayOf(at, timeZone)),
        ...addresseeIssues(input, policy, review, people, named, units),
      ];
      if (issues.length > 0) throw new DomainError("bad-input", "review-steps", "steps refused", issues);
      const everybody = [...people, ...named.values()];
      const addressed = new Map(
        steps.flatMap((step) => peopleOf(step, everybody)).map((person) => [person.id, person]),
      );
      const allowed = [...addressed.values()].filter((person) => mayDecideVersion(person, review).allowed);
      joined = allowed.filter(needsMembership).map((person) => person.id);
      const telling = { policy, review, timeZone, actor: actor.id, at };
      return { review, newReviewers: joined, statements: tell.turns(telling, [...addressed.values()], []) };
    }

    await repos.reviews.submit(policy.id, plan);
    for (const account of joined) rooms.rightsChanged({ policy: policy.id, account });
    return id;
  }

  return { submitReview, authorsOf };
}

const accountsOf = ({ steps }: SubmitReview): AccountId[] =>
  steps.flatMap(({ addressee }) => (addressee.kind === "account" ? [addressee.accountId] : []));

/** Numbers from 1 without gap, nobody twice under one number, days that are still to come. [RV2, RV3, RV15] */
function formIssues({ steps }: SubmitReview, today: string): InputIssue[] {
  const issues: InputIssue[] = [];
  const numbers = new Set(steps.map(({ position }) => position));
  if (Math.max(...numbers) !== numbers.size) issues.push({ path: "steps", message: "step-numbers" });
  const seen = new Set<string>();
  const last = limitEndsOn(today, REVIEW_LIMITS.aheadDays, "calendar");
  for (const [index, { position, addressee, deadline }] of steps.entries()) {
    const key = `${position} ${addressee.kind === "account" ? addressee.accountId : addressee.unitId}`;
    if (seen.has(key)) issues.push({ path: `steps.${index}.addressee`, message: "addressed-twice" });
    seen.add(key);
    if (!deadline || !("on" in deadline)) continue;
    if (deadline.on < today) issues.push({ path: `steps.${index}.deadline`, message: "day-past" });
    if (deadline.on > last) issues.push({ path: `steps.${index}.deadline`, message: "day-far" });
  }
  return issues;
}

/** A sentence for each step whose addressee may not decide. [RV8] */
function addresseeIssues(
  { steps }: SubmitReview,
  policy: Policy,
  review: Review,
  people: readonly NamedDecider[],
  named: ReadonlyMap<AccountId, NamedDecider>,
  units: ReadonlyMap<UnitId, { readonly name: string; readonly authorityId: string }>,
): InputIssue[] {
  return steps.flatMap(({ addressee }, index) => {
    const path = `steps.${index}.addressee`;
    if (addressee.kind === "account") {
      const person = named.get(addressee.accountId);
      if (!person) return [{ path, message: "unknown-person" }];
      const verdict = mayDecideVersion(person, review);
      return verdict.allowed ? [] : [{ path, message: `person-${verdict.reason}:${person.name}` }];
    }
    const unit = units.get(addressee.unitId);
    if (unit?.authorityId !== policy.authorityId) return [{ path, message: "unknown-office" }];
    const deciding = people.filter(
      (person) => person.unitId === addressee.unitId && mayDecideVersion(person, review).allowed,
    );
    return deciding.length > 0 ? [] : [{ path, message: `office-nobody:${unit.name}` }];
  });
}
