/** Rooms over a real log, editors as they write on the wire, and the history of what they did. */
import { createDocumentHistory, type DocumentHistory } from "../../collab/history/document-history.ts";
import type { Rooms } from "../../collab/room/rooms.ts";
import type { Passage, PassageQuery } from "../../domain/history/passage.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import {
  ALICE,
  Client,
  clausesOf,
  exchangeAll,
  newPolicy,
  openTestStore,
  testRooms,
  type ManualClock,
  type TestStore,
} from "../room/support.ts";

export interface HistoryBench {
  readonly store: TestStore;
  readonly rooms: Rooms;
  readonly clock: ManualClock;
  readonly policy: PolicyId;
  /** A new one over the same log, as after a restart. */
  freshHistory(): DocumentHistory;
  join(account: AccountId): Promise<Client>;
  /** All frames both ways. */
  exchange(...clients: readonly Client[]): Promise<void>;
  passages(query?: Partial<PassageQuery>): Promise<readonly Passage[]>;
  close(): Promise<void>;
}

export async function openHistory(
  clauses: readonly Clause[] = clausesOf("satu", "dua", "tiga"),
): Promise<HistoryBench> {
  const store = await openTestStore();
  const { rooms, clock } = testRooms(store);
  const policy = newPolicy();
  await rooms.create(policy, clauses, ALICE);
  const freshHistory = () =>
    createDocumentHistory({
      archive: store.log.archive,
      clock,
      report: (what, _policy, error) => {
        throw new Error(what, { cause: error });
      },
    });
  return {
    store,
    rooms,
    clock,
    policy,
    freshHistory,
    async join(account) {
      const client = await new Client().connect(rooms, policy, { account });
      await exchangeAll(rooms, policy, client);
      return client;
    },
    exchange: (...clients) => exchangeAll(rooms, policy, ...clients),
    async passages(query = {}) {
      return (await rooms.history(policy, { limit: 100, ...query })).passages;
    },
    async close() {
      await rooms.close();
      await store.dispose();
    },
  };
}

/** `act +added -removed`, for reading. */
export function tell({ act, pieces }: Passage): string {
  const of = (op: "added" | "removed") => pieces.filter((piece) => piece.op === op).map(({ text }) => text);
  const parts = [...of("removed").map((text) => `-${text}`), ...of("added").map((text) => `+${text}`)];
  return [act, ...parts].join(" ");
}
