import { expect, test } from "vitest";
import { carry } from "../../domain/carried-result.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { silentLogger } from "../../server/http/logger.ts";
import { createObjectRooms, type DocumentStub } from "../../server/rooms.workers.ts";
import { createOpenSocketRepo } from "../../db/repos/open-socket.repo.ts";
import { openTestApp } from "../support/test-app.ts";

const [P1, P2, P3] = [1, 2, 3].map((n) => `01P0000000000000000000000${n}` as PolicyId) as [
  PolicyId,
  PolicyId,
  PolicyId,
];
const ALICE = "01AAAAAAAAAAAAAAAAAAAAAAAA" as AccountId;
const BOB = "01BBBBBBBBBBBBBBBBBBBBBBBB" as AccountId;

async function setting(command: DocumentStub["command"] = async () => ({ outcome: "done", value: null })) {
  const { deps } = await openTestApp();
  const sockets = createOpenSocketRepo(deps.db);
  const ended: [PolicyId, object][] = [];
  const work: Promise<unknown>[] = [];
  const pauses: number[] = [];
  let failures = 0;
  const rooms = createObjectRooms({
    objectOf: (policy) => ({
      command,
      async endConnections(which) {
        if (failures-- > 0) throw new Error("the object was reset");
        ended.push([policy, which]);
      },
    }),
    sockets,
    waitUntil: (promise) => void work.push(promise),
    logger: silentLogger,
    pause: async (ms) => void pauses.push(ms),
  });
  return {
    rooms,
    pauses,
    sockets,
    ended,
    done: () => Promise.all(work),
    failNext: (count: number) => (failures = count),
  };
}

test("a refusal of the room is the same refusal on the server", async () => {
  const issues = [{ path: "cids.0", message: "unknown" }];
  const refusal = new DomainError("stale", "clause-gone", "a clause is gone", issues, { who: "Budi", at: 5 });
  const { rooms } = await setting((_name, _args) => carry(() => Promise.reject(refusal)));
  const error = await rooms.move(P1, { cids: [], before: null }, ALICE).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DomainError);
  expect(error).toMatchObject({
    code: "stale",
    reason: "clause-gone",
    message: "a clause is gone",
    issues,
    facts: { who: "Budi", at: 5 },
  });
});

test("an object that does not answer is `unavailable`, and what went wrong in it stays inside", async () => {
  const { rooms } = await setting(() => Promise.reject(new Error("SQLITE_FULL in table updates")));
  await expect(rooms.read(P1)).rejects.toMatchObject({ code: "unavailable", reason: "document-unavailable" });
});

test("[RM52] [RM68] ended rights and sessions reach every document where they are noted, and no other", async () => {
  const { rooms, sockets, ended, done, failNext, pauses } = await setting();
  await sockets.add({ policy: P1, account: ALICE, session: "a1" }, 1);
  await sockets.add({ policy: P2, account: ALICE, session: "a2" }, 1);
  await sockets.add({ policy: P2, account: BOB, session: "b1" }, 1);
  await sockets.add({ policy: P2, account: BOB, session: "b1" }, 2); // once more is once

  rooms.rightsChanged({ account: ALICE });
  rooms.sessionEnded("b1");
  rooms.rightsChanged({ policy: P2 });
  rooms.rightsChanged({ policy: P3 });
  await done();
  expect(ended.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)))).toEqual([
    [P1, { account: ALICE }],
    [P2, { account: ALICE }],
    [P2, { session: "b1" }],
    [P2, {}],
  ]);

  ended.length = 0;
  failNext(4);
  rooms.rightsChanged({ policy: P1, account: ALICE });
  await done();
  expect(ended).toEqual([[P1, { account: ALICE }]]);
  // An object that starts again needs a while; a process whose request was answered has half a minute.
  expect(pauses.length).toBe(4);
  const all = pauses.reduce((sum, ms) => sum + ms, 0);
  expect(all).toBeGreaterThan(10_000);
  expect(all).toBeLessThan(25_000);

  await sockets.remove({ policy: P2, account: BOB, session: "b1" });
  expect(await sockets.documentsWith({ session: "b1" })).toEqual([]);
  expect(await sockets.sizes()).toEqual({ documents: 2, sockets: 2 });
  // A note that outlived its socket is no reason to lose the one of a socket that was opened later.
  await sockets.add({ policy: P2, account: ALICE, session: "a2" }, 9);
  await sockets.removeBefore(2);
  expect(await sockets.documentsWith({ account: ALICE })).toEqual([P2]);
  await sockets.removeBefore(10);
  expect(await sockets.sizes()).toEqual({ documents: 0, sockets: 0 });
});

test("figures are sums", async () => {
  const { sockets } = await setting();
  await sockets.addFigures({});
  await sockets.addFigures({ a_total: 2, 'b_total{code="4403"}': 1 });
  await sockets.addFigures({ a_total: 3 });
  expect(await sockets.figures()).toEqual({ a_total: 5, 'b_total{code="4403"}': 1 });
});
