/** From rows of contributions to what the domain knows. */
import { asc, sql, type SQL } from "drizzle-orm";
import type { Contribution, ContributionTarget } from "../../domain/contributions/contribution.ts";
import type { ContributionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { contributions, contributionTargets } from "../schema/contributions.ts";

type Row = typeof contributions.$inferSelect;

/** Ids as one parameter: D1 takes at most 100 a statement. */
export const idsIn = (column: SQL | typeof contributions.id, ids: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

export function toContribution(row: Row, targets: readonly ContributionTarget[]): Contribution {
  const { authorKind, authorId, ...rest } = row;
  const author =
    authorKind === "account" && authorId !== null
      ? ({ kind: "account", accountId: authorId } as const)
      : ({ kind: authorKind === "receipt" ? "receipt" : "none" } as const);
  return { ...rest, author, targets };
}

/** Targets of the contributions that `where` lets through, in order. */
export async function readTargets(
  db: Db,
  where: SQL,
): Promise<ReadonlyMap<ContributionId, ContributionTarget[]>> {
  const { contributionId, position, cid, itemCid, quote } = contributionTargets;
  const rows = await db
    .select({ contributionId, cid, itemCid, quote })
    .from(contributionTargets)
    .where(where)
    .orderBy(asc(contributionId), asc(position));
  const found = new Map<ContributionId, ContributionTarget[]>();
  for (const row of rows) {
    const target: ContributionTarget = {
      cid: row.cid,
      ...(row.itemCid !== null && { itemCid: row.itemCid }),
      ...(row.quote !== null && { quote: row.quote }),
    };
    const list = found.get(row.contributionId);
    if (list) list.push(target);
    else found.set(row.contributionId, [target]);
  }
  return found;
}

/** Whole contributions that `where` lets through. */
export async function readContributions(db: Db, where: SQL): Promise<Contribution[]> {
  const rows = await db.select().from(contributions).where(where).orderBy(asc(contributions.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const targets = await readTargets(db, idsIn(sql`${contributionTargets.contributionId}`, ids));
  return rows.map((row) => toContribution(row, targets.get(row.id) ?? []));
}
