/** Accounts as far as it matters whether they may decide (`domain/reviews/deciding.ts`). */
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { AccountId, AuthorityId, PolicyId, UnitId } from "../../domain/ids.ts";
import type { PolicyRole } from "../../domain/policies/policy.ts";
import type { Db } from "../database.ts";
import { accounts } from "../schema/accounts.ts";
import { units } from "../schema/authorities.ts";
import { policyMembers } from "../schema/policies.ts";

export interface ReviewPerson {
  readonly id: AccountId;
  readonly name: string;
  readonly role: AccountRole;
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly unitId: UnitId | null;
  readonly unitName: string | null;
  /** Government of the unit. */
  readonly unitAuthorityId: AuthorityId | null;
  /** Membership of the policy. */
  readonly relation: PolicyRole | null;
}

/** More leaders and lawyers than a regional government has. */
const MAX_PEOPLE = 1000;

export type ReviewPeopleRepo = ReturnType<typeof createReviewPeopleRepo>;

export function createReviewPeopleRepo(db: Db) {
  const select = (policy: PolicyId) =>
    db
      .select({
        id: accounts.id,
        name: accounts.name,
        role: accounts.role,
        disabled: accounts.disabled,
        demo: accounts.demo,
        unitId: accounts.unitId,
        unitName: units.name,
        unitAuthorityId: units.authorityId,
        relation: policyMembers.role,
      })
      .from(accounts)
      .leftJoin(units, eq(units.id, accounts.unitId))
      .leftJoin(
        policyMembers,
        and(eq(policyMembers.accountId, accounts.id), eq(policyMembers.policyId, policy)),
      );

  return {
    /** Leaders, lawyers and the policy's reviewers who are not disabled, by name. */
    async deciders(policy: PolicyId): Promise<ReviewPerson[]> {
      return select(policy)
        .where(
          and(
            eq(accounts.disabled, false),
            or(sql`${accounts.role} in ('leader', 'legal')`, eq(policyMembers.role, "reviewer")),
          ),
        )
        .orderBy(asc(accounts.name), asc(accounts.id))
        .limit(MAX_PEOPLE);
    },
    /** These accounts, whatever they are. */
    async people(policy: PolicyId, ids: readonly AccountId[]): Promise<ReviewPerson[]> {
      return select(policy)
        .where(sql`${accounts.id} in (select value from json_each(${JSON.stringify(ids)}))`)
        .limit(MAX_PEOPLE);
    },
  };
}
