/** Where sockets may be open, and what rooms counted: for a host whose documents each live in a process of their own. */
import { and, count, countDistinct, eq, lt, sql } from "drizzle-orm";
import type { AccountId, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { openSockets, roomFigures } from "../schema/open-sockets.ts";

export interface OpenSocket {
  readonly policy: PolicyId;
  readonly account: AccountId;
  readonly session: string;
}

export type OpenSocketRepo = ReturnType<typeof createOpenSocketRepo>;

export function createOpenSocketRepo(db: Db) {
  const rowOf = ({ policy, account, session }: OpenSocket) =>
    and(eq(openSockets.document, policy), eq(openSockets.account, account), eq(openSockets.session, session));
  return {
    /** Notes it, or that it was opened once more: `removeBefore` goes by the last time. */
    async add({ policy, account, session }: OpenSocket, at: EpochMs): Promise<void> {
      const { document, openedAt } = openSockets;
      await db
        .insert(openSockets)
        .values({ document: policy, account, session, openedAt: at })
        .onConflictDoUpdate({
          target: [document, openSockets.session, openSockets.account],
          set: { openedAt: sql`max(${openedAt}, ${at})` },
        });
    },
    async remove(socket: OpenSocket): Promise<void> {
      await db.delete(openSockets).where(rowOf(socket));
    },
    /** Documents in which a socket that matches all of `which` may be open. */
    async documentsWith(which: Partial<OpenSocket>): Promise<readonly PolicyId[]> {
      const rows = await db
        .selectDistinct({ document: openSockets.document })
        .from(openSockets)
        .where(
          and(
            which.policy === undefined ? undefined : eq(openSockets.document, which.policy),
            which.account === undefined ? undefined : eq(openSockets.account, which.account),
            which.session === undefined ? undefined : eq(openSockets.session, which.session),
          ),
        );
      return rows.map(({ document }) => document as PolicyId);
    },
    /** Rows that outlived their socket. */
    async removeBefore(at: EpochMs): Promise<void> {
      await db.delete(openSockets).where(lt(openSockets.openedAt, at));
    },
    async sizes(): Promise<{ readonly documents: number; readonly sockets: number }> {
      const row = await db
        .select({ documents: countDistinct(openSockets.document), sockets: count() })
        .from(openSockets)
        .get();
      return { documents: row?.documents ?? 0, sockets: row?.sockets ?? 0 };
    },
    /** Adds to sums; series are created as they come. */
    async addFigures(figures: Readonly<Record<string, number>>): Promise<void> {
      const [first, ...rest] = Object.entries(figures).map(([series, value]) =>
        db
          .insert(roomFigures)
          .values({ series, value })
          .onConflictDoUpdate({
            target: roomFigures.series,
            set: { value: sql`${roomFigures.value} + excluded.value` },
          }),
      );
      if (first !== undefined) await db.batch([first, ...rest]);
    },
    async figures(): Promise<Readonly<Record<string, number>>> {
      const rows = await db.select().from(roomFigures).orderBy(roomFigures.series);
      return Object.fromEntries(rows.map(({ series, value }) => [series, value]));
    },
  };
}
