/** Erasing words from what is frozen, with its record. [ER6] [ER7] */
import { and, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { WordFinder } from "../../domain/erasure/erasure.ts";
import type { AccountId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { JsonValue } from "../../domain/audit/event.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db } from "../database.ts";
import { eventDetails, events } from "../schema/audit.ts";
import { contributions, contributionTargets, dispositions } from "../schema/contributions.ts";
import { idempotencyKeys } from "../schema/operations.ts";
import { policies, versionParts, versions } from "../schema/policies.ts";
import { erasedPayload } from "./version-payload.ts";
import { partStatements, type Version, type VersionBulk } from "./version.repo.ts";

export interface ErasedVersion {
  readonly version: Version;
  /** Its lines without the words. */
  readonly lines: Pick<Version, "label" | "note" | "title">;
  readonly bulk: VersionBulk;
  /** Whether anything that can be read changed: then it is marked. */
  readonly marked: boolean;
}

export interface ErasureRecord {
  readonly id: string;
  readonly payload: JsonValue;
}

/** A version came in between. */
class FrozenMeanwhile extends Error {}

const ANSWERS_PAGE = 200;

export interface By {
  readonly actor: AccountId;
  readonly at: EpochMs;
}

export type ErasureRepo = ReturnType<typeof createErasureRepo>;

export function createErasureRepo(db: Db, trail: AuditTrail) {
  // Not `like`: D1 takes patterns of 50 bytes. And all words as one parameter, of which it takes 100.
  const holds = (column: unknown, words: readonly string[]) =>
    sql`exists (select 1 from json_each(${JSON.stringify(words)}) word where instr(lower(${column}), lower(word.value)) > 0)`;

  return {
    /** Records that an erasure begins; `payload` never holds the words. */
    async begin(policy: PolicyId, { actor, at }: By, { id, payload }: ErasureRecord): Promise<void> {
      await trail.withEvent(policy, () => ({
        actor,
        at,
        action: "erasure.begun",
        subject: { kind: "erasure", id },
        payload,
        statements: [],
      }));
    },

    /** Whether the last erasure of a policy has begun and not ended: under way, or interrupted. */
    async isUnderWay(policy: PolicyId): Promise<boolean> {
      const last = await db
        .select({ action: events.action })
        .from(events)
        .where(and(eq(events.chain, policy), inArray(events.action, ["erasure.begun", "erasure.finished"])))
        .orderBy(desc(events.seq))
        .limit(1)
        .get();
      return last?.action === "erasure.begun";
    },

    /**
     * Records the end. From then on no text of an earlier epoch is frozen. False, and nothing is written, when the
     * newest version is another than `lastVersion` (0 for none): it may hold the words. [ER11]
     */
    async finish(
      policy: PolicyId,
      { actor, at }: By,
      {
        id,
        payload,
        title,
        epoch,
        lastVersion,
      }: ErasureRecord & { readonly title: string; readonly epoch: number; readonly lastVersion: number },
    ): Promise<boolean> {
      try {
        await trail.withEvent(policy, async () => {
          const row = await db
            .select({ last: max(versions.number) })
            .from(versions)
            .where(eq(versions.policyId, policy))
            .get();
          if ((row?.last ?? 0) !== lastVersion) throw new FrozenMeanwhile();
          return {
            actor,
            at,
            action: "erasure.finished",
            subject: { kind: "erasure", id },
            payload,
            statements: [
              // Pages that show the text are made anew.
              db
                .update(policies)
                .set({ title, erasedEpoch: epoch, updatedAt: at, revision: sql`${policies.revision} + 1` })
                .where(eq(policies.id, policy)),
            ],
          };
        });
        return true;
      } catch (error) {
        if (error instanceof FrozenMeanwhile) return false;
        throw error;
      }
    },

    /** Puts what is left in the place of a version's content. What was recorded of it loses its salt and is recorded anew. */
    async eraseVersion({ version, lines, bulk, marked }: ErasedVersion, { actor, at }: By): Promise<void> {
      const { id, policyId } = version;
      const encode = (text: string) => new TextEncoder().encode(text);
      const clauses = encode(JSON.stringify(bulk.text));
      const parts = { clauses: await sha256Hex(clauses), state: await sha256Hex(bulk.state) };
      const left = { ...version, ...lines };
      const payload = erasedPayload(left, await sha256Hex(bulk.content), parts);
      const recorded = db
        .select({ seq: events.seq })
        .from(events)
        .where(
          and(
            eq(events.chain, policyId),
            eq(events.subjectKind, "version"),
            eq(events.subjectId, id),
            inArray(events.action, ["version.frozen", "version.erased"]),
          ),
        );
      await trail.withEvent(policyId, () => ({
        actor,
        at,
        action: "version.erased",
        subject: { kind: "version", id },
        payload,
        // Recomputed from the rows when the record is checked (`version-payload.ts`).
        storePayload: false,
        statements: [
          db
            .delete(eventDetails)
            .where(and(eq(eventDetails.chain, policyId), inArray(eventDetails.seq, recorded))),
          db.delete(versionParts).where(eq(versionParts.versionId, id)),
          ...partStatements(db, id, "content", encode(bulk.content)),
          ...partStatements(db, id, "clauses", clauses),
          ...partStatements(db, id, "state", bulk.state),
          db
            .update(versions)
            .set({ ...lines, ...(marked && { erasedAt: at }) })
            .where(eq(versions.id, id)),
        ],
      }));
    },

    /** The ground of an earlier erasure may repeat the words: what was recorded of that one loses payload and salt. [ER7] */
    async forgetGrounds(policy: PolicyId, find: WordFinder, { actor, at }: By): Promise<void> {
      const { chain, seq, payload } = eventDetails;
      const rows = await db
        .select({ seq, id: events.subjectId, payload })
        .from(eventDetails)
        .innerJoin(events, and(eq(events.chain, chain), eq(events.seq, seq)))
        .where(and(eq(chain, policy), eq(events.action, "erasure.begun")));
      for (const row of rows) {
        if (!textsOf(row.payload ?? "null").some((text) => find(text).length > 0)) continue;
        await trail.withEvent(policy, () => ({
          actor,
          at,
          action: "erasure.erased",
          subject: { kind: "erasure", id: row.id },
          payload: {},
          statements: [db.delete(eventDetails).where(and(eq(chain, policy), eq(seq, row.seq)))],
        }));
      }
    },

    /** Answers kept for retries may repeat what was sent. */
    async forgetAnswers(find: WordFinder): Promise<void> {
      const { actor, key, body } = idempotencyKeys;
      for (let after = { actor: "", key: "" }; ;) {
        const page = await db
          .select({ actor, key, body })
          .from(idempotencyKeys)
          .where(sql`(${actor}, ${key}) > (${after.actor}, ${after.key})`)
          .orderBy(actor, key)
          .limit(ANSWERS_PAGE);
        for (const row of page) {
          if (row.body === null || !textsOf(row.body).some((text) => find(text).length > 0)) continue;
          await db.delete(idempotencyKeys).where(and(eq(actor, row.actor), eq(key, row.key)));
        }
        const last = page.at(-1);
        if (last === undefined || page.length < ANSWERS_PAGE) return;
        after = last;
      }
    },

    /** How many inputs, quotes and answers of the policy hold the words. */
    async countElsewhere(policy: PolicyId, words: readonly string[]): Promise<number> {
      if (words.length === 0) return 0;
      const count = { found: sql<number>`count(*)` };
      const [inputs, quotes, answers] = await Promise.all([
        db
          .select(count)
          .from(contributions)
          .where(
            and(
              eq(contributions.policyId, policy),
              sql`(${holds(contributions.text, words)} or ${holds(contributions.proposedText, words)})`,
            ),
          )
          .get(),
        db
          .select(count)
          .from(contributionTargets)
          .innerJoin(contributions, eq(contributions.id, contributionTargets.contributionId))
          .where(and(eq(contributions.policyId, policy), sql`(${holds(contributionTargets.quote, words)})`))
          .get(),
        db
          .select(count)
          .from(dispositions)
          .where(and(eq(dispositions.policyId, policy), sql`(${holds(dispositions.reason, words)})`))
          .get(),
      ]);
      return (inputs?.found ?? 0) + (quotes?.found ?? 0) + (answers?.found ?? 0);
    },
  };
}

/** The body itself, and all texts in it as they were before JSON wrote them down. */
function textsOf(body: string): string[] {
  const texts = [body];
  try {
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
  } catch {
    // no JSON
  }
  return texts;
}
