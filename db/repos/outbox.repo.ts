/** Mails: put down with the act they tell of, taken out by the sender or by hand. */
import { and, asc, desc, eq, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { Db, DbStatement } from "../database.ts";
import { accounts } from "../schema/accounts.ts";
import { outbox } from "../schema/notifications.ts";

export type Mail = typeof outbox.$inferSelect;
export type OutboxState = "waiting" | "failed" | "sent";

export interface NewMail {
  /** A ULID. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text with one link. [NT7] */
  readonly text: string;
  readonly kind: string;
  /** A second mail under the same key is not put down. [NT10] */
  readonly dedupe: string;
  readonly at: EpochMs;
}

export type OutboxRepo = ReturnType<typeof createOutboxRepo>;

export function createOutboxRepo(db: Db) {
  const inState = (state: OutboxState) =>
    ({
      waiting: and(isNull(outbox.sentAt), isNotNull(outbox.nextAttemptAt)),
      failed: and(isNull(outbox.sentAt), isNull(outbox.nextAttemptAt)),
      sent: isNotNull(outbox.sentAt),
    })[state];

  return {
    /** What puts a mail into the outbox, for a batch. */
    statements({ to, at, ...mail }: NewMail): DbStatement[] {
      return [
        db
          .insert(outbox)
          .values({ ...mail, recipient: to, createdAt: at, nextAttemptAt: at })
          .onConflictDoNothing({ target: outbox.dedupe }),
      ];
    },
    async get(id: string): Promise<Mail | null> {
      return (await db.select().from(outbox).where(eq(outbox.id, id)).get()) ?? null;
    },
    /** Newest first. */
    async list(
      state: OutboxState,
      limit: number,
      before?: { readonly createdAt: EpochMs; readonly id: string },
    ): Promise<Mail[]> {
      return db
        .select()
        .from(outbox)
        .where(
          and(
            inState(state),
            before &&
              or(
                lt(outbox.createdAt, before.createdAt),
                and(eq(outbox.createdAt, before.createdAt), lt(outbox.id, before.id)),
              ),
          ),
        )
        .orderBy(desc(outbox.createdAt), desc(outbox.id))
        .limit(limit);
    },
    async counts(): Promise<Record<OutboxState, number>> {
      const count = (state: OutboxState) =>
        sql<number>`coalesce(sum(case when ${inState(state)} then 1 else 0 end), 0)`;
      const row = await db
        .select({ waiting: count("waiting"), failed: count("failed"), sent: count("sent") })
        .from(outbox)
        .get();
      return row ?? { waiting: 0, failed: 0, sent: 0 };
    },
    /** Mails whose next attempt is due, oldest first; those to demo accounts never are. [NT11] */
    async due(now: EpochMs, limit: number): Promise<Mail[]> {
      return db
        .select()
        .from(outbox)
        .where(
          and(
            isNull(outbox.sentAt),
            lte(outbox.nextAttemptAt, now),
            sql`not exists (select 1 from ${accounts} where ${accounts.email} = ${outbox.recipient} and ${accounts.demo} = 1)`,
          ),
        )
        .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
        .limit(limit);
    },
    /**
     * Takes a mail for one attempt; false when another sender took it. Until
     * `retryAt` nobody else tries, also when this process dies while sending. [NT9]
     */
    async claim(mail: Mail, retryAt: EpochMs): Promise<boolean> {
      const rows = await db
        .update(outbox)
        .set({ attempts: mail.attempts + 1, nextAttemptAt: retryAt })
        .where(and(eq(outbox.id, mail.id), eq(outbox.attempts, mail.attempts), isNull(outbox.sentAt)))
        .returning({ id: outbox.id });
      return rows.length === 1;
    },
    async markSent(id: string, at: EpochMs): Promise<void> {
      await db
        .update(outbox)
        .set({ sentAt: at, lastError: null, nextAttemptAt: null })
        .where(eq(outbox.id, id));
    },
    /** `retryAt` null: not tried again by itself. */
    async markFailed(id: string, lastError: string, retryAt: EpochMs | null): Promise<void> {
      await db.update(outbox).set({ lastError, nextAttemptAt: retryAt }).where(eq(outbox.id, id));
    },
    /** Delivered by a person; false when it was sent already. [NT11] */
    async markDelivered(id: string, by: AccountId, at: EpochMs): Promise<boolean> {
      const rows = await db
        .update(outbox)
        .set({ sentAt: at, deliveredBy: by, nextAttemptAt: null })
        .where(and(eq(outbox.id, id), isNull(outbox.sentAt)))
        .returning({ id: outbox.id });
      return rows.length === 1;
    },
    /** Tries again from the beginning; false when it was sent already. */
    async retry(id: string, at: EpochMs): Promise<boolean> {
      const rows = await db
        .update(outbox)
        .set({ attempts: 0, nextAttemptAt: at })
        .where(and(eq(outbox.id, id), isNull(outbox.sentAt)))
        .returning({ id: outbox.id });
      return rows.length === 1;
    },
    /** [NT12] */
    async deleteSentBefore(at: EpochMs): Promise<void> {
      await db.delete(outbox).where(lt(outbox.sentAt, at));
    },
  };
}
