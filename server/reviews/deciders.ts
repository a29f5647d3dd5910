/** People as the rules of reviews see them, on one policy. */
import { stagesReadByRole } from "../../domain/access/access.ts";
import type { AccountId } from "../../domain/ids.ts";
import { STAGES, type Policy } from "../../domain/policies/policy.ts";
import { isDecider, type Decider } from "../../domain/reviews/deciding.ts";
import type { ReviewStep } from "../../domain/reviews/review.ts";
import type { ReviewPerson } from "../../db/repos/review-people.repo.ts";
import type { Deps } from "../deps.ts";

export interface NamedDecider extends Decider {
  readonly name: string;
  readonly unitName: string | null;
}

/** Whether this person would not read the policy at some stage, and so becomes a member when they are addressed. [RV11] */
export const needsMembership = ({ role, relation }: Decider): boolean =>
  relation === null && stagesReadByRole(role).length < STAGES.length;

/** Those of `all` who could decide the step: its delegate, its addressee, or the deciders of its office. */
export function peopleOf(step: ReviewStep, all: readonly NamedDecider[]): readonly NamedDecider[] {
  const { addressee, delegation } = step;
  if (delegation) return all.filter(({ id }) => id === delegation.to);
  if (addressee.kind === "account") return all.filter(({ id }) => id === addressee.accountId);
  return all.filter((person) => person.unitId === addressee.unitId && isDecider(person));
}

export function createDeciders({ repos, isDemo }: Pick<Deps, "repos" | "isDemo">) {
  function toDecider(policy: Policy, person: ReviewPerson): NamedDecider {
    const { id, name, role, unitId, unitName, unitAuthorityId, relation, disabled, demo } = person;
    return {
      id,
      name,
      role,
      unitId,
      unitName,
      relation,
      enabled: !disabled && (!demo || isDemo()),
      ofAuthority: unitAuthorityId === null || unitAuthorityId === policy.authorityId,
    };
  }

  return {
    /** Everybody who might decide something on this policy. */
    async all(policy: Policy): Promise<NamedDecider[]> {
      return (await repos.reviewPeople.deciders(policy.id)).map((person) => toDecider(policy, person));
    },
    /** These accounts, by id; unknown ones are absent. */
    async of(policy: Policy, ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, NamedDecider>> {
      const people = await repos.reviewPeople.people(policy.id, [...new Set(ids)]);
      return new Map(people.map((person) => [person.id, toDecider(policy, person)]));
    },
  };
}
export type Deciders = ReturnType<typeof createDeciders>;
