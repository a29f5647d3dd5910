/** Policies and their members. */
import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { AccountId, AuthorityId, EpochMs, PolicyId, UnitId } from "../../domain/ids.ts";
import type { Policy, PolicyMember, PolicyRole, Stage } from "../../domain/policies/policy.ts";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { PolicyEvent } from "../../domain/audit/policy-events.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { accounts } from "../schema/accounts.ts";
import { authorities, units } from "../schema/authorities.ts";
import { policies, policyMembers } from "../schema/policies.ts";
import { escapeLike } from "./account.repo.ts";
import type { By } from "./directory.repo.ts";

export interface ListedPolicy {
  readonly policy: Policy;
  readonly relation: PolicyRole | null;
  readonly authorityName: string;
  readonly timeZone: string;
  readonly unitName: string | null;
}

export interface PolicyChanges {
  readonly stage?: Stage | undefined;
  readonly unitId?: UnitId | null | undefined;
  readonly documentType?: DocumentType | undefined;
}

export type NewPolicy = Omit<Policy, "revision" | "updatedAt" | "erasedEpoch">;
export type PolicyRepo = ReturnType<typeof createPolicyRepo>;

export function createPolicyRepo(db: Db, trail: AuditTrail) {
  async function record(
    id: PolicyId,
    by: By,
    action: PolicyEvent,
    payload: JsonValue,
    statements: readonly DbStatement[],
    subject = { kind: "policy", id: id as string },
  ): Promise<void> {
    await trail.withEvent(id, () => ({ ...by, action, subject, payload, statements }));
  }

  const touch = (id: PolicyId, at: EpochMs): DbStatement =>
    db
      .update(policies)
      .set({ revision: sql`${policies.revision} + 1`, updatedAt: at })
      .where(eq(policies.id, id));

  const hasOwner = (id: PolicyId): DbStatement =>
    guard(db, sql`exists (select 1 from ${policyMembers} where policy_id = ${id} and role = 'owner')`);

  /** Prepared: it is asked at every request about a policy, and building it costs more than running it. */
  const accessTo = db
    .select({ policy: policies, relation: policyMembers.role })
    .from(policies)
    .leftJoin(
      policyMembers,
      and(eq(policyMembers.policyId, policies.id), eq(policyMembers.accountId, sql.placeholder("account"))),
    )
    .where(eq(policies.id, sql.placeholder("id")))
    .prepare();

  return {
    async get(id: PolicyId): Promise<Policy | null> {
      return (await db.select().from(policies).where(eq(policies.id, id)).get()) ?? null;
    },
    /** The policy and the account's membership of it, in one read. */
    async access(
      id: PolicyId,
      account: AccountId,
    ): Promise<{ policy: Policy; relation: PolicyRole | null } | null> {
      return (await accessTo.get({ id, account })) ?? null;
    },
    /** Newest change first: those the account is a member of, and those at one of `stages`. */
    async list(options: {
      readonly account: AccountId;
      readonly stages: readonly Stage[];
      readonly limit: number;
      readonly before?: { readonly updatedAt: EpochMs; readonly id: string } | undefined;
      readonly q?: string | undefined;
    }): Promise<ListedPolicy[]> {
      const { account, stages, limit, before, q } = options;
      const readable = or(
        sql`${policyMembers.role} is not null`,
        stages.length > 0 ? inArray(policies.stage, [...stages]) : undefined,
      );
      return db
        .select({
          policy: policies,
          relation: policyMembers.role,
          authorityName: authorities.name,
          timeZone: authorities.timeZone,
          unitName: units.name,
        })
        .from(policies)
        .innerJoin(authorities, eq(authorities.id, policies.authorityId))
        .leftJoin(units, eq(units.id, policies.unitId))
        .leftJoin(
          policyMembers,
          and(eq(policyMembers.policyId, policies.id), eq(policyMembers.accountId, account)),
        )
        .where(
          and(
            readable,
            before &&
              or(
                lt(policies.updatedAt, before.updatedAt),
                and(eq(policies.updatedAt, before.updatedAt), lt(policies.id, before.id as PolicyId)),
              ),
            q ? sql`${policies.title} like ${`%${escapeLike(q)}%`} escape '\\'` : undefined,
          ),
        )
        .orderBy(desc(policies.updatedAt), desc(policies.id))
        .limit(limit);
    },
    /** Creates the policy with its first owner. */
    async create(policy: NewPolicy, by: By & { readonly actor: AccountId }): Promise<void> {
      const { id, documentType } = policy;
      await record(id, by, "policy.created", { documentType }, [
        db.insert(policies).values({ ...policy, updatedAt: by.at }),
        db
          .insert(policyMembers)
          .values({ policyId: id, accountId: by.actor, role: "owner", createdAt: by.at }),
      ]);
    },
    /**
     * Optimistic on the revision of `before`: fails on its guard when the row changed since
     * (`isLostGuard`). The event tells each change with what it was before.
     */
    async change(before: Policy, changes: PolicyChanges, by: By): Promise<void> {
      const { id, revision } = before;
      const payload: Record<string, JsonValue> = {};
      for (const key of ["stage", "unitId", "documentType"] as const) {
        const to = changes[key];
        if (to !== undefined && to !== before[key]) payload[key] = { from: before[key], to };
      }
      await record(id, by, "policy.changed", payload, [
        db
          .update(policies)
          .set({ ...changes, revision: revision + 1, updatedAt: by.at })
          .where(and(eq(policies.id, id), eq(policies.revision, revision))),
        guardChanged(db),
      ]);
    },
    /** Keeps the title in step with the text. */
    titleStatement(id: PolicyId, title: string, at: EpochMs): DbStatement {
      return db.update(policies).set({ title, updatedAt: at }).where(eq(policies.id, id));
    },

    async setTitle(id: PolicyId, title: string): Promise<void> {
      await db.update(policies).set({ title }).where(eq(policies.id, id));
    },

    async members(id: PolicyId): Promise<PolicyMember[]> {
      return db
        .select({ accountId: policyMembers.accountId, name: accounts.name, role: policyMembers.role })
        .from(policyMembers)
        .innerJoin(accounts, eq(accounts.id, policyMembers.accountId))
        .where(eq(policyMembers.policyId, id))
        .orderBy(asc(policyMembers.createdAt), asc(accounts.name));
    },
    async member(id: PolicyId, account: AccountId): Promise<PolicyRole | null> {
      const row = await db
        .select({ role: policyMembers.role })
        .from(policyMembers)
        .where(and(eq(policyMembers.policyId, id), eq(policyMembers.accountId, account)))
        .get();
      return row?.role ?? null;
    },
    /** Adds or changes a member; fails on its guard when no owner would be left. [AC14] */
    async putMember(id: PolicyId, accountId: AccountId, role: PolicyRole, by: By): Promise<void> {
      await record(
        id,
        by,
        "member.set",
        { role },
        [
          db
            .insert(policyMembers)
            .values({ policyId: id, accountId, role, createdAt: by.at })
            .onConflictDoUpdate({ target: [policyMembers.policyId, policyMembers.accountId], set: { role } }),
          hasOwner(id),
          touch(id, by.at),
        ],
        { kind: "account", id: accountId },
      );
    },
    /** Removes a member; fails on its guard when no owner would be left. [AC14] */
    async removeMember(id: PolicyId, accountId: AccountId, by: By): Promise<void> {
      await record(
        id,
        by,
        "member.removed",
        {},
        [
          db
            .delete(policyMembers)
            .where(and(eq(policyMembers.policyId, id), eq(policyMembers.accountId, accountId))),
          hasOwner(id),
          touch(id, by.at),
        ],
        { kind: "account", id: accountId },
      );
    },
    async belongs(unit: UnitId, authority: AuthorityId): Promise<boolean> {
      const row = await db
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.id, unit), eq(units.authorityId, authority)))
        .get();
      return row !== undefined;
    },
  };
}
