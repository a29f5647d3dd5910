/** Frozen versions: the row that people see, and its bulk in parts. */
import { and, asc, desc, eq, lt, max, sql } from "drizzle-orm";
import type { Clause, DocumentType } from "../../domain/clauses/clause.ts";
import type { AccountId, Cid, EpochMs, PolicyId, VersionId } from "../../domain/ids.ts";
import { DomainError } from "../../domain/errors.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { AuditTrail } from "../audit-trail.ts";
import { isConstraintViolation } from "../constraint-violation.ts";
import type { Db, DbStatement } from "../database.ts";
import { versionPayload } from "./version-payload.ts";
import { policies, versionParts, versions } from "../schema/policies.ts";

export interface Version {
  readonly id: VersionId;
  readonly policyId: PolicyId;
  /** From 1, without gap. */
  readonly number: number;
  readonly label: string;
  readonly note: string | null;
  readonly author: AccountId;
  readonly authors: readonly AccountId[];
  readonly at: EpochMs;
  readonly epoch: number;
  readonly logSeq: number;
  readonly opId: string;
  readonly hash: string;
  readonly title: string;
  readonly documentType: DocumentType;
  /** When words were last erased from it; null for nearly all. [ER6] */
  readonly erasedAt: EpochMs | null;
}

/** The clauses of a version with what its hash leaves out. */
export interface VersionText {
  readonly clauses: readonly Clause[];
  readonly origins: readonly { readonly cid: Cid; readonly from?: Cid; readonly merged?: readonly Cid[] }[];
}

export interface VersionBulk {
  /** The canonical JSON that was hashed, byte for byte. */
  readonly content: string;
  readonly text: VersionText;
  /** Full Yjs state. */
  readonly state: Uint8Array;
}

export type PartKind = (typeof PART_KINDS)[number];
const PART_KINDS = ["content", "clauses", "state"] as const;

/** Below D1's limit of a value, with room for the rest of the row. */
export const PART_BYTES = 900 * 1024;
const MAX_ATTEMPTS = 20;

/** Writes one kind of a version's bulk, cut into parts. */
export function partStatements(db: Db, id: VersionId, kind: PartKind, bytes: Uint8Array): DbStatement[] {
  const statements: DbStatement[] = [];
  for (let part = 0, start = 0; start < bytes.byteLength || part === 0; part += 1, start += PART_BYTES) {
    const piece = bytes.subarray(start, start + PART_BYTES);
    statements.push(db.insert(versionParts).values({ versionId: id, kind, part, bytes: piece }));
  }
  return statements;
}

export type VersionRepo = ReturnType<typeof createVersionRepo>;

export function createVersionRepo(db: Db, trail: AuditTrail) {
  const ofPolicy = (policy: PolicyId, number: number) =>
    and(eq(versions.policyId, policy), eq(versions.number, number));

  async function nextNumber(policy: PolicyId): Promise<number> {
    const row = await db
      .select({ last: max(versions.number) })
      .from(versions)
      .where(eq(versions.policyId, policy))
      .get();
    return (row?.last ?? 0) + 1;
  }

  async function requireSinceErasure(policy: PolicyId, epoch: number): Promise<void> {
    const row = await db
      .select({ erasedEpoch: policies.erasedEpoch })
      .from(policies)
      .where(eq(policies.id, policy))
      .get();
    if (epoch < (row?.erasedEpoch ?? 0))
      throw new DomainError("stale", "text-erased", `Words were erased since epoch ${epoch} of ${policy}.`);
  }

  async function byOperation(opId: string): Promise<Version | null> {
    return (await db.select().from(versions).where(eq(versions.opId, opId)).get()) ?? null;
  }

  async function part(id: VersionId, kind: PartKind): Promise<Uint8Array> {
    const rows = await db
      .select({ bytes: versionParts.bytes })
      .from(versionParts)
      .where(and(eq(versionParts.versionId, id), eq(versionParts.kind, kind)))
      .orderBy(asc(versionParts.part));
    if (rows.length === 0) throw new Error(`version ${id} has no ${kind}`);
    const whole = new Uint8Array(rows.reduce((sum, row) => sum + row.bytes.byteLength, 0));
    let offset = 0;
    for (const { bytes } of rows) {
      whole.set(bytes, offset);
      offset += bytes.byteLength;
    }
    return whole;
  }

  return {
    byOperation,
    /** Newest first; `before` is the last number of the page before. */
    async list(policy: PolicyId, limit: number, before?: number): Promise<Version[]> {
      return db
        .select()
        .from(versions)
        .where(
          and(eq(versions.policyId, policy), before === undefined ? undefined : lt(versions.number, before)),
        )
        .orderBy(desc(versions.number))
        .limit(limit);
    },
    async get(policy: PolicyId, number: number): Promise<Version | null> {
      return (await db.select().from(versions).where(ofPolicy(policy, number)).get()) ?? null;
    },
    async last(policy: PolicyId): Promise<Version | null> {
      const [row] = await this.list(policy, 1);
      return row ?? null;
    },
    /** Numbers of the given versions of a policy; unknown ids are absent. */
    async numbers(policy: PolicyId, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ id: versions.id, number: versions.number })
        .from(versions)
        // As one parameter: D1 takes at most 100 a statement.
        .where(
          and(
            eq(versions.policyId, policy),
            sql`${versions.id} in (select value from json_each(${JSON.stringify(ids)}))`,
          ),
        );
      return new Map(rows.map(({ id, number }) => [id, number]));
    },
    /** When words were last erased from it: texts made from it are kept under its id and this. */
    async erasedAt(id: VersionId): Promise<EpochMs | null> {
      const row = await db
        .select({ erasedAt: versions.erasedAt })
        .from(versions)
        .where(eq(versions.id, id))
        .get();
      return row?.erasedAt ?? null;
    },
    /** Whether all of it is there. */
    async isWhole(id: VersionId): Promise<boolean> {
      const kinds = await db
        .selectDistinct({ kind: versionParts.kind })
        .from(versionParts)
        .where(eq(versionParts.versionId, id));
      return PART_KINDS.every((each) => kinds.some(({ kind }) => kind === each));
    },
    async content(id: VersionId): Promise<string> {
      return new TextDecoder().decode(await part(id, "content"));
    },
    async text(id: VersionId): Promise<VersionText> {
      return JSON.parse(new TextDecoder().decode(await part(id, "clauses"))) as VersionText;
    },
    /** The bytes of one kind, put together. Throws when there are none. */
    part,
    /**
     * Writes row, parts and event in one batch under the next free number, with `more` (notifications). When
     * another freeze takes the number first, it tries the next; when the same
     * operation has been here, its version is the answer. Throws `stale` for a text from before an erasure. [ER11]
     */
    async freeze(
      version: Omit<Version, "number" | "erasedAt">,
      { content, text, state }: VersionBulk,
      more: readonly DbStatement[] = [],
    ): Promise<Version> {
      const { id, policyId, at, author, title, opId } = version;
      const encoder = new TextEncoder();
      const clauses = encoder.encode(JSON.stringify(text));
      const hashes = { clauses: await sha256Hex(clauses), state: await sha256Hex(state) };
      const bulkStatements = [
        ...partStatements(db, id, "content", encoder.encode(content)),
        ...partStatements(db, id, "clauses", clauses),
        ...partStatements(db, id, "state", state),
      ];
      for (let attempt = 1; ; attempt += 1) {
        let number = 0;
        try {
          await trail.withEvent(policyId, async () => {
            await requireSinceErasure(policyId, version.epoch);
            number = await nextNumber(policyId);
            return {
              at,
              actor: author,
              action: "version.frozen",
              subject: { kind: "version", id },
              payload: versionPayload({ ...version, number, erasedAt: null }, hashes),
              // Recomputed from the rows when the record is checked (`version-payload.ts`).
              storePayload: false,
              statements: [
                db.insert(versions).values({ ...version, number }),
                ...bulkStatements,
                db
                  .update(policies)
                  .set({ title, updatedAt: sql`max(${policies.updatedAt}, ${at})` })
                  .where(eq(policies.id, policyId)),
                ...more,
              ],
            };
          });
          return { ...version, number, erasedAt: null };
        } catch (error) {
          if (isConstraintViolation(error, "versions.op_id")) {
            const same = await byOperation(opId);
            if (same) return same;
          }
          if (attempt >= MAX_ATTEMPTS || !isConstraintViolation(error, "versions.number")) throw error;
        }
      }
    },
  };
}
