/** From rows of answers to what the domain knows. */
import { asc, sql, type SQL } from "drizzle-orm";
import type { Disposition, DispositionChange } from "../../domain/dispositions/disposition.ts";
import type { ContributionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { dispositionContributions, dispositions } from "../schema/contributions.ts";

type Row = typeof dispositions.$inferSelect;

export function changeOf({
  changeCid,
  changeVersionId,
  changeAfterVersion,
}: Pick<Row, "changeCid" | "changeVersionId" | "changeAfterVersion">): DispositionChange | null {
  if (changeCid === null) return null;
  if (changeVersionId !== null) return { cid: changeCid, versionId: changeVersionId };
  // The CHECK of the table: one of the two is set.
  return { cid: changeCid, afterVersion: changeAfterVersion ?? 0 };
}

export function changeColumns(change: DispositionChange | null) {
  return {
    changeCid: change?.cid ?? null,
    changeVersionId: change && "versionId" in change ? change.versionId : null,
    changeAfterVersion: change && "afterVersion" in change ? change.afterVersion : null,
  };
}

export function toDisposition(row: Row, contributionIds: readonly ContributionId[]): Disposition {
  const { changeCid, changeVersionId, changeAfterVersion, ...rest } = row;
  const change = changeOf({ changeCid, changeVersionId, changeAfterVersion });
  return { ...rest, contributionIds, change };
}

/** An answer with the inputs that it answers now, among all those it ever answered. */
export interface StoredDisposition extends Disposition {
  readonly current: readonly ContributionId[];
}

/** Answers that `where` lets through, oldest first. */
export async function readDispositions(db: Db, where: SQL): Promise<StoredDisposition[]> {
  const rows = await db
    .select()
    .from(dispositions)
    .where(where)
    .orderBy(asc(dispositions.at), asc(dispositions.id));
  if (rows.length === 0) return [];
  const pairs = await db
    .select()
    .from(dispositionContributions)
    .where(
      sql`${dispositionContributions.dispositionId} in (select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`,
    )
    .orderBy(asc(dispositionContributions.contributionId));
  const byDisposition = Map.groupBy(pairs, ({ dispositionId }) => dispositionId);
  return rows.map((row) => {
    const answered = byDisposition.get(row.id) ?? [];
    return {
      ...toDisposition(
        row,
        answered.map(({ contributionId }) => contributionId),
      ),
      current: answered.filter(({ current }) => current).map(({ contributionId }) => contributionId),
    };
  });
}
