/** Reading and extending the chains of `events`. */
import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import { CHAIN_START, nextEvent } from "../../domain/audit/event.ts";
import type { AuditEvent, ChainHead, ChainName, JsonValue, NewEvent } from "../../domain/audit/event.ts";
import type { Db, DbStatement } from "../database.ts";
import { eventDetails, events } from "../schema/audit.ts";

export interface AuditRepo {
  /** The last event of the chain, or its beginning when there is none. */
  head(chain: ChainName): Promise<ChainHead>;
  /** Events with seq > after, ascending, at most `limit`. */
  list(chain: ChainName, after: number, limit: number): Promise<AuditEvent[]>;
  /** Stored payloads of the events with seq in (after, after + limit], by seq; those kept elsewhere or erased are absent. */
  payloads(chain: ChainName, after: number, limit: number): Promise<ReadonlyMap<number, JsonValue>>;
  /** Every chain that has an event. */
  chains(): Promise<ChainName[]>;
  /** Salt and stored payload of an event; null once erased. */
  details(
    chain: ChainName,
    seq: number,
  ): Promise<{ salt: Uint8Array; payload: JsonValue | undefined } | null>;
  /**
   * The event after `head` and the statements that append it; they belong in
   * the batch of the act. They fail on UNIQUE(chain, seq) when the head moved.
   * `storePayload: false` leaves the payload to a reader of the subject's rows.
   */
  prepare(
    head: ChainHead,
    entry: NewEvent,
    options?: { storePayload?: boolean },
  ): Promise<{ event: AuditEvent; statements: DbStatement[] }>;
}

type EventRow = typeof events.$inferSelect;

export function createAuditRepo(db: Db): AuditRepo {
  return {
    async head(chain) {
      const row = await db
        .select({ seq: events.seq, hash: events.hash })
        .from(events)
        .where(eq(events.chain, chain))
        .orderBy(desc(events.seq))
        .limit(1)
        .get();
      return row ?? CHAIN_START;
    },
    async list(chain, after, limit) {
      const rows = await db
        .select()
        .from(events)
        .where(and(eq(events.chain, chain), gt(events.seq, after)))
        .orderBy(asc(events.seq))
        .limit(limit);
      return rows.map(toEvent);
    },
    async payloads(chain, after, limit) {
      const { seq, payload } = eventDetails;
      const rows = await db
        .select({ seq, payload })
        .from(eventDetails)
        .where(and(eq(eventDetails.chain, chain), gt(seq, after), lte(seq, after + limit)));
      return new Map(
        rows.flatMap((row) =>
          row.payload === null ? [] : [[row.seq, JSON.parse(row.payload) as JsonValue] as const],
        ),
      );
    },
    async chains() {
      const rows = await db.selectDistinct({ chain: events.chain }).from(events).orderBy(asc(events.chain));
      return rows.map(({ chain }) => chain as ChainName);
    },
    async details(chain, seq) {
      const row = await db
        .select({ salt: eventDetails.salt, payload: eventDetails.payload })
        .from(eventDetails)
        .where(and(eq(eventDetails.chain, chain), eq(eventDetails.seq, seq)))
        .get();
      if (!row) return null;
      return {
        salt: row.salt,
        payload: row.payload === null ? undefined : (JSON.parse(row.payload) as JsonValue),
      };
    },
    async prepare(head, entry, { storePayload = true } = {}) {
      const event = await nextEvent(head, entry);
      const { chain, seq } = event;
      const payload = storePayload ? JSON.stringify(entry.payload) : null;
      return {
        event,
        statements: [
          db.insert(events).values(toRow(event)),
          db.insert(eventDetails).values({ chain, seq, salt: entry.salt, payload }),
        ],
      };
    },
  };
}

function toEvent({ subjectKind, subjectId, chain, ...rest }: EventRow): AuditEvent {
  return { ...rest, chain: chain as ChainName, subject: { kind: subjectKind, id: subjectId } };
}

function toRow({ subject, ...rest }: AuditEvent): EventRow {
  return { ...rest, subjectKind: subject.kind, subjectId: subject.id };
}
