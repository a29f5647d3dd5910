/** What leaves the server of rounds: names instead of ids, and what the asker may do. */
import { decideOnPolicy } from "../../domain/access/access.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import type { AccountId, UnitId } from "../../domain/ids.ts";
import { isAddressed, mayDecideStep, mayDelegate, type Decider } from "../../domain/reviews/deciding.ts";
import type { Review, ReviewStep } from "../../domain/reviews/review.ts";
import type {
  AddresseeView,
  PersonView,
  ReviewView,
  StepView,
} from "../../domain/reviews/reviews.contract.ts";
import { dueOn, stepState } from "../../domain/reviews/steps.ts";
import type { Deps } from "../deps.ts";
import type { PolicyAccess } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import type { Deciders } from "./deciders.ts";

interface Words {
  readonly person: (id: AccountId) => PersonView;
  readonly unitName: (id: UnitId) => string;
  readonly timeZone: string;
  readonly today: string;
}

/** Last day of a step, and whether it passed while the step is still to be decided. [RV15, RV16] */
export function presentDeadline(
  review: Review,
  step: ReviewStep,
  { timeZone, today }: Pick<Words, "timeZone" | "today">,
): Pick<StepView, "dueOn" | "overdue"> {
  const due = dueOn(review, step, timeZone);
  if (due === null) return {};
  const state = stepState(review, step);
  const pending = state === "open" || state === "waiting";
  return { dueOn: due, ...(pending && due < today && { overdue: true as const }) };
}

export function createPresentReviews({
  repos,
  now,
  deciders,
}: Pick<Deps, "repos" | "now"> & { deciders: Deciders }) {
  return async function presentReviews(
    reviews: readonly Review[],
    { policy, relation }: PolicyAccess,
    asker: Account,
  ): Promise<ReviewView[]> {
    const [names, units, authority, people] = await Promise.all([
      repos.accounts.names(reviews.flatMap(peopleIn)),
      repos.directory.listUnits(),
      repos.directory.getAuthority(policy.authorityId),
      deciders.of(policy, [asker.id]),
    ]);
    const { timeZone } = found(authority);
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    const words: Words = {
      person: (id) => ({ id, name: names.get(id) ?? "" }),
      unitName: (id) => unitNames.get(id) ?? "",
      timeZone,
      today: dayOf(now(), timeZone),
    };
    const numbers = [...new Set(reviews.map(({ versionNumber }) => versionNumber))];
    const labels = new Map(
      await Promise.all(
        numbers.map(async (number) => {
          const version = await repos.versions.get(policy.id, number);
          return [number, version?.label ?? ""] as const;
        }),
      ),
    );
    const me = people.get(asker.id);
    const maySubmit = decideOnPolicy("review.submit", asker.role, { relation, stage: policy.stage }).allowed;

    return reviews.map((review) => {
      const { id, policyId, versionId, versionNumber, hash, message, state, endedAt, withdrawal } = review;
      return {
        id,
        policyId,
        version: { id: versionId, number: versionNumber, label: labels.get(versionNumber) ?? "" },
        hash,
        ...(message !== null && { message }),
        submittedBy: words.person(review.submittedBy),
        submittedAt: review.submittedAt,
        state,
        ...(endedAt !== null && { endedAt }),
        ...(withdrawal && { withdrawal: { ...withdrawal, by: words.person(withdrawal.by) } }),
        authors: review.authors.map(words.person),
        steps: review.steps.map((step) => presentStep(review, step, me, words)),
        may: { withdraw: maySubmit && state === "open" },
      };
    });
  };
}

function presentStep(review: Review, step: ReviewStep, me: Decider | undefined, words: Words): StepView {
  const { id, position, deadline, delegation, decision } = step;
  return {
    id,
    position,
    addressee: presentAddressee(step, words),
    state: stepState(review, step),
    ...(deadline && { deadline }),
    ...presentDeadline(review, step, words),
    ...(delegation && {
      delegation: {
        to: words.person(delegation.to),
        by: words.person(delegation.by),
        at: delegation.at,
        ...(delegation.note !== null && { note: delegation.note }),
      },
    }),
    ...(decision && {
      decision: {
        kind: decision.kind,
        by: words.person(decision.by),
        at: decision.at,
        ...(decision.reason !== null && { reason: decision.reason }),
      },
    }),
    may: mayOf(review, step, me),
  };
}

function mayOf(review: Review, step: ReviewStep, me: Decider | undefined): StepView["may"] {
  if (!me) return { decide: false, delegate: false };
  const deciding = mayDecideStep(me, review, step);
  const delegating = mayDelegate(me, review, step);
  const refused = !deciding.allowed && isAddressed(me, step) ? { refused: deciding.reason } : {};
  return { decide: deciding.allowed, delegate: delegating.allowed, ...refused };
}

function presentAddressee({ addressee }: ReviewStep, { person, unitName }: Words): AddresseeView {
  if (addressee.kind === "account") return { kind: "account", person: person(addressee.accountId) };
  return { kind: "office", unit: { id: addressee.unitId, name: unitName(addressee.unitId) } };
}

function peopleIn({ authors, submittedBy, withdrawal, steps }: Review): AccountId[] {
  const named = steps.flatMap(({ addressee, delegation, decision }) => [
    ...(addressee.kind === "account" ? [addressee.accountId] : []),
    ...(delegation ? [delegation.to, delegation.by] : []),
    ...(decision ? [decision.by] : []),
  ]);
  return [...authors, submittedBy, ...(withdrawal ? [withdrawal.by] : []), ...named];
}
