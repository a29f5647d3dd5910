/** Authorities with their units and stakeholder groups. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { AccountId, AuthorityId, EpochMs, GroupId, UnitId } from "../../domain/ids.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Db, DbStatement } from "../database.ts";
import { guard, guardChanged } from "../guards.ts";
import { authorities, groups, units } from "../schema/authorities.ts";

export interface Authority {
  readonly id: AuthorityId;
  readonly name: string;
  readonly office: string;
  readonly spelling: string;
  readonly region: string;
  readonly province: string;
  readonly gazette: string;
  readonly timeZone: string;
  readonly letterhead: string;
  readonly demo: boolean;
  readonly revision: number;
}

export interface Unit {
  readonly id: UnitId;
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly revision: number;
}

export interface Group {
  readonly id: GroupId;
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly description: string | null;
  readonly revision: number;
}

/** Who did it and when; null is the command line or the demo. */
export interface By {
  readonly actor: AccountId | null;
  readonly at: EpochMs;
}

type Table = typeof authorities | typeof units | typeof groups;
type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type DirectoryRepo = ReturnType<typeof createDirectoryRepo>;

/** Changing rows is optimistic: with another `revision` the batch fails on its guard (`isLostGuard`). */
export function createDirectoryRepo(db: Db, trail: AuditTrail) {
  async function record(
    by: By,
    kind: string,
    verb: string,
    id: string,
    statements: DbStatement[],
  ): Promise<void> {
    await trail.withEvent("system", () => ({
      ...by,
      action: `${kind}.${verb}`,
      subject: { kind, id },
      payload: {},
      statements,
    }));
  }

  function update(table: Table, id: string, revision: number, changes: object, at: EpochMs): DbStatement[] {
    const set = { ...changes, revision: revision + 1, updatedAt: at };
    const seen = and(eq(table.id, id as never), eq(table.revision, revision));
    return [db.update(table).set(set).where(seen), guardChanged(db)];
  }

  return {
    async listAuthorities(): Promise<Authority[]> {
      return db.select().from(authorities).orderBy(asc(authorities.name));
    },
    async getAuthority(id: AuthorityId): Promise<Authority | null> {
      return (await db.select().from(authorities).where(eq(authorities.id, id)).get()) ?? null;
    },
    /** Fails on its guard (`isLostGuard`) when one has this name. [AK12] */
    async addAuthority(authority: Omit<Authority, "revision">, by: By): Promise<void> {
      const row = { ...authority, createdAt: by.at, updatedAt: by.at };
      await record(by, "authority", "added", authority.id, [
        guard(db, sql`not exists (select 1 from ${authorities} where ${authorities.name} = ${row.name})`),
        db.insert(authorities).values(row),
      ]);
    },
    async changeAuthority(
      id: AuthorityId,
      revision: number,
      changes: Changes<Authority>,
      by: By,
    ): Promise<void> {
      await record(by, "authority", "changed", id, update(authorities, id, revision, changes, by.at));
    },

    async listUnits(): Promise<Unit[]> {
      return db.select().from(units).orderBy(asc(units.name));
    },
    async getUnit(id: UnitId): Promise<Unit | null> {
      return (await db.select().from(units).where(eq(units.id, id)).get()) ?? null;
    },
    async addUnit(unit: Omit<Unit, "revision">, by: By): Promise<void> {
      const row = { ...unit, createdAt: by.at, updatedAt: by.at };
      await record(by, "unit", "added", unit.id, [db.insert(units).values(row)]);
    },
    async changeUnit(id: UnitId, revision: number, changes: Changes<Unit>, by: By): Promise<void> {
      await record(by, "unit", "changed", id, update(units, id, revision, changes, by.at));
    },

    async listGroups(): Promise<Group[]> {
      return db.select().from(groups).orderBy(asc(groups.name));
    },
    async getGroup(id: GroupId): Promise<Group | null> {
      return (await db.select().from(groups).where(eq(groups.id, id)).get()) ?? null;
    },
    async addGroup(group: Omit<Group, "revision">, by: By): Promise<void> {
      const row = { ...group, createdAt: by.at, updatedAt: by.at };
      await record(by, "group", "added", group.id, [db.insert(groups).values(row)]);
    },
    async changeGroup(id: GroupId, revision: number, changes: Changes<Group>, by: By): Promise<void> {
      await record(by, "group", "changed", id, update(groups, id, revision, changes, by.at));
    },
  };
}
