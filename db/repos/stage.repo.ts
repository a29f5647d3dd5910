/** Stage plans of authorities, the visits of a policy to its stages, and what the stages kept. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { AccountId, AuthorityId, EpochMs, PolicyId, VersionId } from "../../domain/ids.ts";
import { STAGES, type Stage } from "../../domain/policies/policy.ts";
import type { StageChange } from "../../domain/stages/path.ts";
import type { StagePlan } from "../../domain/stages/stage-plan.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { eventDetails, events } from "../schema/audit.ts";
import { stageArtefacts, stagePlans } from "../schema/stages.ts";
import type { PayloadReader } from "../verify-audit.ts";

export interface StoredPlan {
  /** Null: the defaults. */
  readonly plan: StagePlan | null;
  readonly revision: number;
  readonly updatedBy: AccountId;
  readonly updatedAt: EpochMs;
}

export interface Artefact {
  readonly id: string;
  readonly policyId: PolicyId;
  readonly stage: Stage;
  readonly name: string;
  readonly versionId: VersionId | null;
  readonly url: string | null;
  readonly note: string | null;
  readonly keptBy: AccountId;
  readonly keptAt: EpochMs;
}

export type StageRepo = ReturnType<typeof createStageRepo>;
export const ARTEFACT_SUBJECT = "artefact";

const artefactPayload = ({ stage, name, versionId, url, note }: Artefact): JsonValue => ({
  stage,
  name,
  ...(versionId !== null && { versionId }),
  ...(url !== null && { url }),
  ...(note !== null && { note }),
});

export function createStageRepo(db: Db, trail: AuditTrail) {
  const ofPlan = (authority: AuthorityId, type: DocumentType) =>
    and(eq(stagePlans.authorityId, authority), eq(stagePlans.documentType, type));

  return {
    /** Null where the authority never set one. */
    async plan(authority: AuthorityId, type: DocumentType): Promise<StoredPlan | null> {
      return (await db.select().from(stagePlans).where(ofPlan(authority, type)).get()) ?? null;
    },
    /** Optimistic on `revision` (0 where there is none yet): fails on its guard (`isLostGuard`). [ST10] */
    async setPlan(
      authority: AuthorityId,
      type: DocumentType,
      plan: StagePlan | null,
      revision: number,
      by: { readonly actor: AccountId; readonly at: EpochMs },
    ): Promise<void> {
      const values = { plan, revision: revision + 1, updatedBy: by.actor, updatedAt: by.at };
      const seen = sql`coalesce((select ${stagePlans.revision} from ${stagePlans} where ${ofPlan(authority, type)}), 0) = ${revision}`;
      await trail.withEvent("system", () => ({
        ...by,
        action: "stage-plan.set",
        subject: { kind: "stage-plan", id: `${authority}/${type}` },
        payload: { plan: plan as JsonValue },
        statements: [
          guard(db, seen),
          db
            .insert(stagePlans)
            .values({ authorityId: authority, documentType: type, ...values })
            .onConflictDoUpdate({ target: [stagePlans.authorityId, stagePlans.documentType], set: values }),
        ],
      }));
    },
    /** Changes of the stage of a policy, oldest first, as the record tells them; and its creation. [ST5] */
    async history(policy: PolicyId): Promise<{
      readonly created: { readonly at: EpochMs; readonly by: AccountId | null };
      readonly changes: readonly StageChange[];
    }> {
      const rows = await db
        .select({
          at: events.at,
          actor: events.actor,
          action: events.action,
          from: sql<Stage | null>`json_extract(${eventDetails.payload}, '$.stage.from')`,
          to: sql<Stage | null>`json_extract(${eventDetails.payload}, '$.stage.to')`,
        })
        .from(events)
        .leftJoin(eventDetails, and(eq(eventDetails.chain, events.chain), eq(eventDetails.seq, events.seq)))
        .where(and(eq(events.chain, policy), inArray(events.action, ["policy.created", "policy.changed"])))
        .orderBy(asc(events.seq));
      const created = rows.find(({ action }) => action === "policy.created");
      return {
        created: { at: created?.at ?? 0, by: created?.actor ?? null },
        changes: rows.flatMap(({ from, to, at, actor }) =>
          isStage(from) && isStage(to) ? [{ from, to, at, by: actor }] : [],
        ),
      };
    },
    /** Those that were not taken back, oldest first. */
    async artefacts(policy: PolicyId): Promise<Artefact[]> {
      return db
        .select({
          id: stageArtefacts.id,
          policyId: stageArtefacts.policyId,
          stage: stageArtefacts.stage,
          name: stageArtefacts.name,
          versionId: stageArtefacts.versionId,
          url: stageArtefacts.url,
          note: stageArtefacts.note,
          keptBy: stageArtefacts.keptBy,
          keptAt: stageArtefacts.keptAt,
        })
        .from(stageArtefacts)
        .where(and(eq(stageArtefacts.policyId, policy), isNull(stageArtefacts.removedAt)))
        .orderBy(asc(stageArtefacts.keptAt), asc(stageArtefacts.id))
        .limit(1000);
    },
    /** Names of artefacts, those taken back, too. */
    async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ id: stageArtefacts.id, name: stageArtefacts.name })
        .from(stageArtefacts)
        .where(sql`${stageArtefacts.id} in (select value from json_each(${JSON.stringify(ids)}))`);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async keep(artefact: Artefact): Promise<void> {
      await trail.withEvent(artefact.policyId, () => ({
        actor: artefact.keptBy,
        at: artefact.keptAt,
        action: "artefact.kept",
        subject: { kind: ARTEFACT_SUBJECT, id: artefact.id },
        payload: artefactPayload(artefact),
        storePayload: false,
        statements: [db.insert(stageArtefacts).values(artefact)],
      }));
    },
    /** Fails on its guard when it is not there, or was taken back already. */
    async remove(
      policy: PolicyId,
      id: string,
      by: { readonly actor: AccountId; readonly at: EpochMs },
    ): Promise<void> {
      await trail.withEvent(policy, () => ({
        ...by,
        action: "artefact.removed",
        subject: { kind: ARTEFACT_SUBJECT, id },
        payload: {},
        storePayload: false,
        statements: [
          db
            .update(stageArtefacts)
            .set({ removedBy: by.actor, removedAt: by.at })
            .where(
              and(
                eq(stageArtefacts.id, id),
                eq(stageArtefacts.policyId, policy),
                isNull(stageArtefacts.removedAt),
              ),
            ),
          guardChanged(db),
        ],
      }));
    },
  };
}

const isStage = (value: string | null): value is Stage =>
  value !== null && (STAGES as readonly string[]).includes(value);

/** Lets the record be checked against the rows of artefacts. [AU7] */
export function createArtefactPayloadReader(db: Db): PayloadReader {
  async function wasTakenBack(id: string): Promise<boolean> {
    const removal = await db
      .select({ seq: events.seq })
      .from(events)
      .where(
        and(
          eq(events.subjectKind, ARTEFACT_SUBJECT),
          eq(events.subjectId, id),
          eq(events.action, "artefact.removed"),
        ),
      )
      .get();
    return removal !== undefined;
  }

  return {
    async payload({ action, subject, chain, actor, at }) {
      const row = await db.select().from(stageArtefacts).where(eq(stageArtefacts.id, subject.id)).get();
      if (!row || row.policyId !== chain) return null;
      if (action === "artefact.removed") {
        return row.removedBy === actor && row.removedAt === at ? {} : { flaws: ["removal"] };
      }
      const own = row.keptBy === actor && row.keptAt === at;
      if (!own) return { flaws: ["author or time"] };
      const isHere = row.removedAt === null || (await wasTakenBack(subject.id));
      return isHere ? artefactPayload(row) : { flaws: ["taken back by no act"] };
    },
    async ids() {
      return (await db.select({ id: stageArtefacts.id }).from(stageArtefacts)).map(({ id }) => id);
    },
  };
}
