/** What every implementation of the document log must do. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ClientClaimedError, DocumentExistsError, StaleEpochError } from "../../collab/log/update-log.ts";
import type { NewUpdate, UpdateLog } from "../../collab/log/update-log.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { beginEpoch } from "./begin-epoch.ts";
import { runLogFuzz } from "./update-log-fuzz.ts";

export interface LogHarness {
  readonly log: UpdateLog;
  /** Closes the log and opens it again on the same storage. */
  reopen(): Promise<UpdateLog>;
  /** Statements run but no commit ends until the returned function is called; absent where writing is synchronous. */
  holdCommits?(): () => void;
  /** Every commit fails until the returned function is called. */
  failCommits(): () => void;
  dispose(): Promise<void>;
}

const doc = "01JD0000000000000000000001" as PolicyId;
const other = "01JD0000000000000000000002" as PolicyId;
const ani = "01JA0000000000000000000001" as AccountId;
const budi = "01JA0000000000000000000002" as AccountId;

const typed = (text: string, actor: AccountId | null = ani, extra: Partial<NewUpdate> = {}): NewUpdate => ({
  update: new TextEncoder().encode(text),
  actor,
  cause: "typed",
  at: 1_700_000_000_000,
  ...extra,
});
const textOf = (bytes: Uint8Array | null | undefined) => (bytes ? new TextDecoder().decode(bytes) : bytes);

export function updateLogContract(
  name: string,
  makeHarness: () => Promise<LogHarness>,
  seeds: readonly number[] = [1, 2, 3, 4],
): void {
  describe(`update log: ${name}`, () => {
    let harness: LogHarness;
    let log: UpdateLog;
    beforeEach(async () => {
      harness = await makeHarness();
      log = harness.log;
    });
    afterEach(() => harness.dispose());

    test("a document that was never created loads as null and refuses appends", async () => {
      expect(await log.load(doc)).toBeNull();
      await expect(log.append(doc, 1, [typed("x")])).rejects.toThrow(/never created/);
      await expect(log.compact(doc, 1, 1, new Uint8Array(1))).rejects.toThrow(/never created/);
      expect(await log.archive.head(doc)).toBeNull();
      expect(await log.load(doc)).toBeNull();
    });

    test("creating twice is refused and leaves the first state", async () => {
      await log.create(doc, typed("first", ani, { cause: "command", claims: [7] }));
      await expect(log.create(doc, typed("second"))).rejects.toBeInstanceOf(DocumentExistsError);
      const loaded = await log.load(doc);
      expect(loaded?.epoch).toBe(1);
      expect(loaded?.snapshot).toBeNull();
      expect(loaded?.snapshotSeq).toBe(0);
      expect(loaded?.tail.map((row) => [row.seq, textOf(row.update), row.cause, row.actor])).toEqual([
        [1, "first", "command", ani],
      ]);
      expect(loaded?.clientOwners).toEqual(new Map([[7, ani]]));
    });

    test("appends of one turn keep their order, per document, and answer with their position", async () => {
      await log.create(doc, typed("1"));
      await log.create(other, typed("1"));
      const positions = await Promise.all([
        log.append(doc, 1, [typed("2"), typed("3")]),
        log.append(other, 1, [typed("2")]),
        log.append(doc, 1, [typed("4")]),
        log.append(other, 1, [typed("3"), typed("4"), typed("5")]),
      ]);
      expect(positions).toEqual([3, 2, 4, 5]);
      expect((await log.load(doc))?.tail.map((row) => textOf(row.update))).toEqual(["1", "2", "3", "4"]);
      expect((await log.load(other))?.tail.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5]);
    });

    test("the same update twice is two rows: the log does not judge content", async () => {
      await log.create(doc, typed("1"));
      await log.append(doc, 1, [typed("same"), typed("same")]);
      expect(await log.append(doc, 1, [typed("same")])).toBe(4);
    });

    test("a stale epoch is refused alone; what shares its commit is stored", async () => {
      await log.create(doc, typed("1"));
      await log.create(other, typed("1"));
      const outcomes = await Promise.allSettled([
        log.append(other, 1, [typed("good")]),
        log.append(doc, 2, [typed("bad"), typed("bad")]),
        log.append(other, 1, [typed("good too")]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(StaleEpochError);
      expect((await log.load(doc))?.tail).toHaveLength(1);
      expect((await log.load(other))?.tail).toHaveLength(3);
    });

    test("a held-back commit leaves the append unresolved and invisible", async (context) => {
      if (harness.holdCommits === undefined)
        return context.skip("the runtime holds what is said, not the commit");
      await log.create(doc, typed("1"));
      const release = harness.holdCommits();
      let settled = false;
      const append = log.append(doc, 1, [typed("2")]).finally(() => (settled = true));
      // A read goes all the way to the storage and back: far longer than an unheld commit would need.
      for (let turn = 0; turn < 20; turn += 1) expect((await log.load(doc))?.tail).toHaveLength(1);
      expect(settled).toBe(false);
      release();
      expect(await append).toBe(2);
      expect((await log.load(doc))?.tail).toHaveLength(2);
    });

    test("a failed commit rejects everything in it, stores nothing, and the log works on", async () => {
      await log.create(doc, typed("1"));
      const repair = harness.failCommits();
      const outcomes = await Promise.allSettled([
        log.append(doc, 1, [typed("lost")]),
        log.append(doc, 1, [typed("lost")]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
      repair();
      expect((await log.load(doc))?.tail).toHaveLength(1);
      expect(await log.append(doc, 1, [typed("2")])).toBe(2);
    });

    test("rows that are acknowledged are there after opening again", async () => {
      await log.create(doc, typed("1", null, { cause: "repair" }));
      await log.append(doc, 1, [typed("2", budi, { at: 12, claims: [1, 4_294_967_295] })]);
      const again = await harness.reopen();
      const loaded = await again.load(doc);
      expect(loaded?.tail[0]?.actor).toBeNull();
      expect(loaded?.tail[1]).toMatchObject({ seq: 2, actor: budi, cause: "typed", at: 12 });
      expect(loaded?.clientOwners).toEqual(
        new Map([
          [1, budi],
          [4_294_967_295, budi],
        ]),
      );
    });

    test("a client id belongs to the account that claimed it first, within the epoch", async () => {
      await log.create(doc, typed("1", null, { cause: "repair", claims: [5] }));
      await log.append(doc, 1, [typed("2", ani, { claims: [6] })]);
      await log.append(doc, 1, [typed("3", ani, { claims: [6] })]);
      await expect(log.append(doc, 1, [typed("x", budi, { claims: [6] })])).rejects.toBeInstanceOf(
        ClientClaimedError,
      );
      await expect(log.append(doc, 1, [typed("x", budi, { claims: [5] })])).rejects.toBeInstanceOf(
        ClientClaimedError,
      );
      const loaded = await log.load(doc);
      expect(loaded?.tail).toHaveLength(3);
      expect(loaded?.clientOwners).toEqual(
        new Map([
          [5, null],
          [6, ani],
        ]),
      );
      await beginEpoch(log, doc, typed("new"));
      await log.append(doc, 2, [typed("y", budi, { claims: [6] })]);
      expect((await log.load(doc))?.clientOwners).toEqual(new Map([[6, budi]]));
    });

    test("a snapshot replaces the rows it covers for loading and keeps them for history", async () => {
      await log.create(doc, typed("1", ani));
      await log.append(doc, 1, [typed("2", budi), typed("3", ani, { cause: "anchor" }), typed("4", ani)]);
      await log.compact(doc, 1, 3, new TextEncoder().encode("snapshot of 3"));
      let loaded = await log.load(doc);
      expect(textOf(loaded?.snapshot)).toBe("snapshot of 3");
      expect(loaded?.snapshotSeq).toBe(3);
      expect(loaded?.tail.map(({ seq }) => seq)).toEqual([4]);
      expect((await log.history(doc, 0, 100)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      expect((await log.history(doc, 1, 2)).map(({ seq, update }) => [seq, textOf(update)])).toEqual([
        [2, "2"],
        [3, "3"],
      ]);
      // An older and an equal snapshot change nothing; one beyond the log is a fault of the caller.
      await log.compact(doc, 1, 2, new TextEncoder().encode("older"));
      await log.compact(doc, 1, 3, new TextEncoder().encode("equal"));
      await expect(log.compact(doc, 1, 9, new Uint8Array(1))).rejects.toThrow(RangeError);
      await expect(log.compact(doc, 2, 4, new Uint8Array(1))).rejects.toBeInstanceOf(StaleEpochError);
      loaded = await log.load(doc);
      expect(textOf(loaded?.snapshot)).toBe("snapshot of 3");
      await log.compact(doc, 1, 4, new TextEncoder().encode("snapshot of 4"));
      loaded = await log.load(doc);
      expect(textOf(loaded?.snapshot)).toBe("snapshot of 4");
      expect(loaded?.tail).toEqual([]);
    });

    test("snapshots and updates of 5 MB and of no bytes come back whole", async () => {
      const big = new Uint8Array(5 * 1024 * 1024);
      for (let start = 0; start < big.length; start += 65_536)
        crypto.getRandomValues(big.subarray(start, start + 65_536));
      await log.create(doc, typed("1"));
      await log.append(doc, 1, [
        typed("", ani, { update: big }),
        typed("", ani, { update: new Uint8Array(0) }),
      ]);
      let loaded = await log.load(doc);
      expect(loaded?.tail.map(({ update }) => update.byteLength)).toEqual([1, big.byteLength, 0]);
      expect(Buffer.compare(loaded?.tail[1]?.update ?? new Uint8Array(0), big)).toBe(0);
      await log.compact(doc, 1, 2, big);
      loaded = await (await harness.reopen()).load(doc);
      expect(Buffer.compare(loaded?.snapshot ?? new Uint8Array(0), big)).toBe(0);
      expect(loaded?.tail.map(({ seq }) => seq)).toEqual([3]);
    });

    test("only typed and commanded rows make an author, archived ones too", async () => {
      await log.create(doc, typed("1", ani, { cause: "command" }));
      await log.append(doc, 1, [
        typed("2", budi, { cause: "anchor" }),
        typed("3", null, { cause: "repair" }),
      ]);
      await log.append(doc, 1, [typed("4", budi)]);
      await log.compact(doc, 1, 4, new Uint8Array([1]));
      expect(await log.authorsSince(doc, 0)).toEqual([ani, budi]);
      expect(await log.authorsSince(doc, 0, 3)).toEqual([ani]);
      expect(await log.authorsSince(doc, 1)).toEqual([budi]);
      expect(await log.authorsSince(doc, 4)).toEqual([]);
    });

    test("a new epoch starts from its state alone; positions go on", async () => {
      await log.create(doc, typed("1", ani, { claims: [1] }));
      await log.append(doc, 1, [typed("2")]);
      await log.compact(doc, 1, 2, new TextEncoder().encode("old"));
      expect(await beginEpoch(log, doc, typed("fresh", null, { cause: "repair", claims: [9] }))).toBe(2);
      const loaded = await log.load(doc);
      expect(loaded?.epoch).toBe(2);
      expect(loaded?.snapshot).toBeNull();
      expect(loaded?.snapshotSeq).toBe(0);
      expect(loaded?.tail.map(({ seq, update }) => [seq, textOf(update)])).toEqual([[3, "fresh"]]);
      expect(loaded?.clientOwners).toEqual(new Map([[9, null]]));
      await expect(log.append(doc, 1, [typed("late")])).rejects.toBeInstanceOf(StaleEpochError);
      expect(await log.append(doc, 2, [typed("4")])).toBe(4);
      await log.compact(doc, 2, 4, new TextEncoder().encode("new"));
      expect(textOf((await log.load(doc))?.snapshot)).toBe("new");
      expect((await log.history(doc, 0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    test("a past that went on while it was read is not erased", async () => {
      await log.create(doc, typed("1"));
      const read = (await log.archive.head(doc))!;
      await log.append(doc, 1, [typed("2")]);
      const rows = [{ seq: 1, update: new TextEncoder().encode("x") }];
      const erasing = log.archive.erase(doc, { head: read, rows, state: typed("fresh") });
      await expect(erasing).rejects.toBeInstanceOf(StaleEpochError);
      expect((await log.load(doc))?.tail.map(({ update }) => textOf(update))).toEqual(["1", "2"]);
    });

    for (const seed of seeds) {
      test(`agrees with a naive model in memory (seed ${seed})`, async () => {
        await runLogFuzz(seed, log, () => harness.reopen());
      });
    }
  });
}
