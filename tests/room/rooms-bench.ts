/** The log of a test file, and rooms over it with a document to begin with. */
import { afterAll, beforeAll } from "vitest";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import type { Rooms, RoomsOptions } from "../../collab/room/rooms.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { ALICE, clausesOf, newPolicy, openTestStore, testRooms } from "./support.ts";
import type { ManualClock, TestStore } from "./support.ts";

export interface OpenRoom {
  readonly rooms: Rooms;
  readonly clock: ManualClock;
  readonly reports: { what: string; error: unknown }[];
  /** The document. */
  readonly policy: PolicyId;
}

/** New rooms over a log, and in them a document that ALICE made, a clause for each text. */
export async function openRoom(
  store: { readonly log: UpdateLog },
  texts: readonly string[],
  options: Partial<RoomsOptions> = {},
): Promise<OpenRoom> {
  const policy = newPolicy();
  const made = testRooms(store, options);
  await made.rooms.create(policy, clausesOf(...texts), ALICE);
  return { ...made, policy };
}

/** To be called where tests are described: the store is open while they run. */
export function useRooms(): {
  readonly store: Omit<TestStore, "dispose">;
  roomOf(...texts: readonly string[]): Promise<OpenRoom>;
} {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(() => opened.dispose());
  const store = {
    get log() {
      return opened.log;
    },
    get connection() {
      return opened.connection;
    },
    get path() {
      return opened.path;
    },
  };
  return { store, roomOf: (...texts) => openRoom(store, texts) };
}
