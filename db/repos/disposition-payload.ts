import { and, eq, gt, sql } from "drizzle-orm";
import type { ChainName, JsonValue } from "../../domain/audit/event.ts";
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { DispositionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { eventDetails, events } from "../schema/audit.ts";
import { dispositions } from "../schema/contributions.ts";
import type { PayloadReader } from "../verify-audit.ts";
import { readDispositions } from "./disposition-rows.ts";

/** What the record says of an answer: all of it. [DP9] */
export function dispositionPayload(answer: Disposition): JsonValue {
  const { contributionIds, outcome, reason, change, replaces, by, at, policyId } = answer;
  return {
    policyId,
    contributionIds: [...contributionIds],
    outcome,
    reason,
    by,
    at,
    ...(change !== null && { change: { ...change } }),
    ...(replaces !== null && { replaces }),
  };
}

/**
 * Lets the record be checked against the rows: whatever was rewritten in one gives another hash, as does one that was
 * replaced and put in force again, or taken out of force by no act; one that is gone gives none.
 */
export function createDispositionPayloadReader(db: Db): PayloadReader {
  /** Inputs that were opened again after event `seq`. */
  async function reopenedSince(chain: ChainName, seq: number): Promise<ReadonlySet<string>> {
    const rows = await db
      .selectDistinct({ id: sql<string>`input.value` })
      .from(events)
      .innerJoin(eventDetails, and(eq(eventDetails.chain, events.chain), eq(eventDetails.seq, events.seq)))
      .innerJoin(sql`json_each(${eventDetails.payload}, '$.contributionIds') as input`, sql`1`)
      .where(and(eq(events.chain, chain), gt(events.seq, seq), eq(events.action, "disposition.reopened")));
    return new Set(rows.map(({ id }) => id));
  }

  return {
    async payload({ action, subject, chain, seq, actor, at }) {
      if (action !== "disposition.made") return undefined;
      const [stored] = await readDispositions(db, sql`${dispositions.id} = ${subject.id as DispositionId}`);
      if (!stored) return null;
      const { current, ...answer } = stored;
      const belongs = answer.policyId === chain && answer.by === actor && answer.at === at;
      const payload = dispositionPayload(answer);
      if (!belongs) return { payload, but: "not the chain, person or time of the event" };
      const later = await readDispositions(db, sql`${dispositions.replaces} = ${answer.id}`);
      const replaced = new Set(later.flatMap(({ contributionIds }) => contributionIds));
      if (current.some((id) => replaced.has(id))) return { payload, but: "replaced, and yet in force" };
      const inForce = new Set(current);
      const out = answer.contributionIds.filter((id) => !inForce.has(id) && !replaced.has(id));
      if (out.length === 0) return payload;
      const reopened = await reopenedSince(chain, seq);
      return out.every((id) => reopened.has(id)) ? payload : { payload, but: "out of force by itself" };
    },
    async ids() {
      return (await db.select({ id: dispositions.id }).from(dispositions)).map(({ id }) => id);
    },
  };
}
