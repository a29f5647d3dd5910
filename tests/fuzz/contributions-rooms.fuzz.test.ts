/** The same promise through rooms, database and API: edits by command, restoring, freezes, inputs, answers. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { ContributionId, VersionId } from "../../domain/ids.ts";
import { openInboxApp, TEXT, type InboxApp } from "../contributions/inbox-app.ts";
import { seededRandom } from "../support/seeded-random.ts";

const SEEDS = process.env["FUZZ_ALL"] === "1" ? 20 : 3;

describe("inputs through rounds of editing", () => {
  let t: InboxApp;
  beforeAll(async () => {
    t = await openInboxApp();
  });
  afterAll(() => t.close());

  test.each(Array.from({ length: SEEDS }, (_, n) => n + 1))(
    "[CT9] received, listed, counted and answered once, seed %i",
    { timeout: 120_000 },
    async (seed) => {
      const random = seededRandom(seed);
      const pick = (count: number) => Math.floor(random() * count);
      const p = await t.addConsulted();
      const versions: { id: VersionId; clauses: readonly Clause[] }[] = [{ id: p.versionId, clauses: TEXT }];
      const said = new Map<ContributionId, { version: number; cids: readonly string[] }>();
      const live = async () => (await t.deps.rooms.read(p.id)).clauses;

      const change = async (): Promise<void> => {
        const clauses = [...(await live())];
        const at = pick(clauses.length);
        const choice = pick(5);
        if (choice === 0 && clauses.length > 3) clauses.splice(at, 1 + pick(2));
        else if (choice === 1) clauses.splice(pick(clauses.length), 0, ...clauses.splice(at, 1));
        else if (choice === 2) {
          const version = 1 + pick(versions.length);
          await t.send("POST", `/api/policies/${p.id}/versions/${version}/restore`, { as: t.ani });
          return;
        } else {
          const old = clauses[at] as Clause;
          clauses[at] = { ...old, runs: [{ text: `kata ${pick(1000)}` }] };
        }
        await t.deps.rooms.replaceContent(p.id, clauses, t.ani.id);
      };

      for (let round = 0; round < 4; round += 1) {
        for (let count = 0; count < 5; count += 1) {
          const version = pick(versions.length);
          const { id, clauses } = versions[version] as (typeof versions)[number];
          const cids = Array.from({ length: pick(3) }, () => (clauses[pick(clauses.length)] as Clause).cid);
          const targets = [...new Set(cids)].map((cid) => ({ cid }));
          said.set(await p.say(`kata ${said.size}`, { versionId: id, targets }), { version, cids });
        }
        for (let step = 0; step < 4; step += 1) await change();

        const page = await p.list("?limit=100");
        expect(page.items.map(({ id }) => id).toSorted()).toEqual([...said.keys()].toSorted());
        expect([page.received, page.total]).toEqual([said.size, said.size]);
        for (const facet of ["state", "standing", "channel", "stance", "outcome"] as const) {
          const sum = Object.values(page.facets?.[facet] ?? {}).reduce((all, each) => all + each, 0);
          expect(sum, facet).toBe(said.size);
        }
        const present = new Set<string>((await live()).map(({ cid }) => cid));
        for (const { id, targets, standing } of page.items) {
          const given = said.get(id);
          if (!given) throw new Error(`nobody said ${id}`);
          expect(targets.map(({ cid }) => cid).toSorted()).toEqual([...new Set(given.cids)].toSorted());
          // No edit here joins: what is gone is removed, what is there is not, and it is named by what it is called now.
          for (const target of targets) {
            expect(target.standing === "removed").toBe(!present.has(target.cid));
            expect(target.gone ?? false).toBe(!present.has(target.cid));
          }
          expect(standing === "general").toBe(given.cids.length === 0);
        }
        const open = page.items.filter(({ state }) => state === "received").slice(0, 3);
        const ids = open.map(({ id }) => id);
        await p.answer(ids, { triage: { visibility: "public" } });
        const version = await p.freeze(`Rancangan ${round + 2}`);
        versions.push({ id: version.id, clauses: await live() });
        expect((await p.list("?outcome=accepted")).total).toBe(3 * (round + 1));
      }
    },
  );
});
