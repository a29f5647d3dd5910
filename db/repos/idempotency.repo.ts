import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { EpochMs } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { idempotencyKeys } from "../schema/operations.ts";

export interface KeptAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

export type Claim =
  | { readonly mine: true }
  /** `answer` is null while the first request still runs. */
  | { readonly mine: false; readonly requestHash: string; readonly answer: KeptAnswer | null };

export interface NewClaim {
  readonly actor: string;
  readonly key: string;
  readonly requestHash: string;
  readonly at: EpochMs;
  /** Claims without an answer from before this instant are taken over. */
  readonly staleBefore: EpochMs;
}

export type IdempotencyRepo = ReturnType<typeof createIdempotencyRepo>;

export function createIdempotencyRepo(db: Db) {
  const row = (actor: string, key: string) =>
    and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));
  return {
    /** Takes the key for this request in one statement, or tells who has it. */
    async claim({ actor, key, requestHash, at, staleBefore }: NewClaim): Promise<Claim> {
      const taken = await db
        .insert(idempotencyKeys)
        .values({ actor, key, requestHash, createdAt: at })
        .onConflictDoUpdate({
          target: [idempotencyKeys.actor, idempotencyKeys.key],
          set: { requestHash, createdAt: at },
          setWhere: sql`${idempotencyKeys.status} is null and ${idempotencyKeys.createdAt} < ${staleBefore}`,
        })
        .returning({ key: idempotencyKeys.key });
      if (taken.length > 0) return { mine: true };
      const [found] = await db.select().from(idempotencyKeys).where(row(actor, key));
      // Released between the two statements: the asker may simply try again.
      if (!found) return { mine: false, requestHash, answer: null };
      const { status, location, body } = found;
      return {
        mine: false,
        requestHash: found.requestHash,
        answer: status === null ? null : { status, location, body: body ?? "" },
      };
    },
    async complete(actor: string, key: string, answer: KeptAnswer): Promise<void> {
      await db.update(idempotencyKeys).set(answer).where(row(actor, key));
    },
    /** Gives up a claim whose request was refused. */
    async release(actor: string, key: string): Promise<void> {
      await db.delete(idempotencyKeys).where(and(row(actor, key), isNull(idempotencyKeys.status)));
    },
    async purge(before: EpochMs): Promise<void> {
      await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
    },
  };
}
