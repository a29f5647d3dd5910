import { sql } from "drizzle-orm";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { DispositionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
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
 * replaced and put in force again; one that is gone gives none.
 */
export function createDispositionPayloadReader(db: Db): PayloadReader {
  return {
    async payload({ action, subject, chain, actor, at }) {
      if (action !== "disposition.made") return undefined;
      const [stored] = await readDispositions(db, sql`${dispositions.id} = ${subject.id as DispositionId}`);
      if (!stored) return null;
      const { current, ...answer } = stored;
      const belongs = answer.policyId === chain && answer.by === actor && answer.at === at;
      const payload = dispositionPayload(answer);
      if (!belongs) return { payload, but: "not the chain, person or time of the event" };
      const later = await readDispositions(db, sql`${dispositions.replaces} = ${answer.id}`);
      const replaced = new Set(later.flatMap(({ contributionIds }) => contributionIds));
      return current.some((id) => replaced.has(id))
        ? { payload, but: "replaced, and yet in force" }
        : payload;
    },
    async ids() {
      return (await db.select({ id: dispositions.id }).from(dispositions)).map(({ id }) => id);
    },
  };
}
