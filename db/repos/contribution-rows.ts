/** From rows of contributions to what the domain knows. */
import { asc, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { Contribution, ContributionTarget } from "../../domain/contributions/contribution.ts";
import type { ContributionId, GroupId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { contributions, contributionTargets } from "../schema/contributions.ts";
import { surveys } from "../schema/surveys.ts";

type Row = typeof contributions.$inferSelect;

/** Ids as one parameter: D1 takes at most 100 a statement. */
export const idsIn = (column: SQL | typeof contributions.id, ids: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/**
 * The group as it may be read: of a text of an anonymous survey none before its closing, which
 * leaves only groups that may be told (`blurStatements`). [SV28]
 */
export const readableGroup = sql<GroupId | null>`case when ${contributions.channel} = 'survey-text' and exists (
  select 1 from ${surveys} where ${surveys.id} = ${contributions.sourceId}
    and ${surveys.rule} in ('anonymous', 'code') and ${surveys.finalCounts} is null
) then null else ${contributions.groupId} end`;

/** Columns of an input as they may be read. */
export const READABLE = { ...getTableColumns(contributions), groupId: readableGroup };

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
  const rows = await db.select(READABLE).from(contributions).where(where).orderBy(asc(contributions.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const targets = await readTargets(db, idsIn(sql`${contributionTargets.contributionId}`, ids));
  return rows.map((row) => toContribution(row, targets.get(row.id) ?? []));
}
