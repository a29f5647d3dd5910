/** How inputs stand to a later text, case by case; the random ones are in tests/fuzz. */
import { describe, expect, test } from "vitest";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { ContributionTarget } from "../../domain/contributions/contribution.ts";
import {
  createStandings,
  originsAcross,
  STANDINGS,
  standingOf,
  tallyStandings,
} from "../../domain/contributions/standing.ts";
import type { Origins } from "../../domain/versions/lineage.ts";
import { cidOf, clause, outline } from "../clauses/builders.ts";

//  0 bab, 1 pasal, 2 ayat, 3 huruf, 4 huruf, 5 ayat, 6 pasal, 7 isi
const base = outline(`
  bab | UMUM
  pasal
  ayat | Setiap pegawai wajib:
  huruf1 | hadir tepat waktu; dan
  huruf1 | mengisi laporan harian.
  ayat | Laporan diperiksa atasan langsung.
  pasal
  isi | Peraturan ini mulai berlaku.`);

const reword = (clauses: readonly Clause[], n: number, text: string): Clause[] =>
  clauses.map((each) => (each.cid === cidOf(n) ? { ...each, runs: [{ text }] } : each));
const without = (clauses: readonly Clause[], ...numbers: number[]): Clause[] =>
  clauses.filter(({ cid }) => !numbers.map(cidOf).includes(cid));
const at = (n: number, more: Partial<ContributionTarget> = {}): ContributionTarget => ({
  cid: cidOf(n),
  ...more,
});
const stand = (target: ContributionTarget, later: readonly Clause[], origins?: Origins) =>
  createStandings(base, later, origins).of(target);
const note = (n: number, { from, merged }: { from?: number; merged?: number[] }): Origins =>
  new Map([
    [
      cidOf(n),
      { ...(from === undefined ? {} : { from: cidOf(from) }), ...(merged && { merged: merged.map(cidOf) }) },
    ],
  ]);

describe("how an input stands to the text", () => {
  test("[CT1] the same text: attached, whatever it is about", () => {
    for (let n = 0; n < base.length; n += 1) expect(stand(at(n), base)).toEqual({ state: "attached" });
  });

  test("[CT2] a clause that is gone is removed; what was split from it before is named", () => {
    expect(stand(at(5), without(base, 5))).toEqual({ state: "removed" });
    const later = [...without(base, 5), clause("ayat", "langsung.", { cid: cidOf(20) })];
    expect(stand(at(5), later, note(20, { from: 5 }))).toEqual({ state: "removed", splitInto: [cidOf(20)] });
  });

  test("[CT3] a clause that was joined into another says into which; where its words come back, it is attached again", () => {
    const later = reword(without(base, 5), 4, "mengisi laporan harian. Laporan diperiksa atasan langsung.");
    const origins = note(4, { merged: [5] });
    expect(stand(at(5), later, origins)).toEqual({ state: "merged", into: cidOf(4) });
    // An old note does not matter while the clause is there.
    expect(stand(at(5), base, origins)).toEqual({ state: "attached" });
    expect(createStandings(base, later, origins).placeOf(cidOf(5))).toBe(cidOf(4));
  });

  test("[CT4] marked words that are gone make it orphaned, in the clause or under it; spaces do not count", () => {
    const quote = "laporan   harian";
    expect(stand(at(2, { quote }), base).state).toBe("attached");
    expect(stand(at(2, { quote }), reword(base, 4, "mengisi laporan bulanan.")).state).toBe("orphaned");
    expect(stand(at(2, { quote }), reword(base, 3, "hadir;")).state).toBe("changed");
    expect(stand(at(2, { quote }), without(base, 4)).state).toBe("orphaned");
    // Words that never stood there are no passage.
    expect(stand(at(2, { quote: "cuti" }), base).state).toBe("attached");
    expect(stand(at(2, { quote: "cuti" }), reword(base, 3, "hadir;")).state).toBe("changed");
  });

  test("[CT4] the item that was pointed at is gone, or stands elsewhere: orphaned; joined within the clause: changed", () => {
    const item = at(2, { itemCid: cidOf(4) });
    expect(stand(item, base).state).toBe("attached");
    expect(stand(item, without(base, 4)).state).toBe("orphaned");
    const moved = [...without(base, 4)];
    moved.splice(6, 0, base[4] as Clause);
    expect(stand(item, moved).state).toBe("orphaned");
    const joined = reword(without(base, 4), 3, "hadir tepat waktu; dan mengisi laporan harian.");
    expect(stand(item, joined, note(3, { merged: [4] })).state).toBe("changed");
    // Into another clause, it is not under this one any more.
    expect(stand(item, joined, note(5, { merged: [4] })).state).toBe("orphaned");
  });

  test("[CT5] changed: its own words, those under it, their order; not looks, labels or numbers", () => {
    expect(stand(at(5), reword(base, 5, "Laporan diperiksa.")).state).toBe("changed");
    expect(stand(at(2), reword(base, 3, "hadir;")).state).toBe("changed");
    expect(stand(at(0), reword(base, 3, "hadir;")).state).toBe("changed");
    expect(stand(at(5), reword(base, 3, "hadir;")).state).toBe("attached");
    expect(stand(at(2), without(base, 3)).state).toBe("changed");
    const swapped = base.map((each, n) => (n === 3 ? base[4] : n === 4 ? base[3] : each)) as Clause[];
    expect(stand(at(2), swapped).state).toBe("changed");
    const bold = base.map((each, n) =>
      n === 5 ? { ...each, runs: each.runs.map((run) => ({ ...run, bold: true as const })) } : each,
    );
    expect(stand(at(5), bold).state).toBe("attached");
    // Renumbered by a clause that came before it, and no more than that.
    const inserted = [...base];
    inserted.splice(5, 0, clause("ayat", "Ayat baru.", { cid: cidOf(21) }));
    expect(stand(at(5), inserted).state).toBe("attached");
    // An empty clause has no words.
    const empty = [...base];
    empty.splice(5, 0, clause("huruf", "", { cid: cidOf(22), level: 1 }));
    expect(stand(at(2), empty).state).toBe("attached");
  });

  test("[CT6] moved, and moved beside a change; split beside either", () => {
    const moved = [...without(base, 5)];
    moved.push(base[5] as Clause);
    expect(stand(at(5), moved)).toEqual({ state: "moved" });
    expect(stand(at(5), reword(moved, 5, "Laporan."))).toEqual({ state: "changed", movedToo: true });
    const split = reword(base, 5, "Laporan diperiksa");
    split.splice(6, 0, clause("ayat", "atasan langsung.", { cid: cidOf(23) }));
    expect(stand(at(5), split, note(23, { from: 5 }))).toEqual({ state: "changed", splitInto: [cidOf(23)] });
  });

  test("[CT7] splits are followed through clauses that came and went; a join of a version in between is not taken over", () => {
    const later = [...base, clause("ayat", "langsung.", { cid: cidOf(31) })];
    const own = note(31, { from: 30 });
    const present = new Set(later.map(({ cid }) => cid));
    expect(stand(at(5), later, own)).toEqual({ state: "attached" });
    const all = originsAcross(own, present, [note(30, { from: 5 })]);
    expect(stand(at(5), later, all)).toEqual({ state: "attached", splitInto: [cidOf(31)] });
    const gone = without(base, 5);
    const joined = originsAcross(new Map(), new Set(gone.map(({ cid }) => cid)), [note(4, { merged: [5] })]);
    expect(stand(at(5), gone, joined)).toEqual({ state: "removed" });
  });

  test("[CT8] an input is as its worst target; general without any", () => {
    expect(standingOf([])).toBe("general");
    expect(
      standingOf([{ state: "attached" }, { state: "merged", into: cidOf(1) }, { state: "changed" }]),
    ).toBe("merged");
    const order = ["attached", "moved", "changed", "orphaned", "merged", "removed"] as const;
    for (const [index, worse] of order.entries()) {
      for (const better of order.slice(0, index + 1))
        expect(standingOf([{ state: better }, { state: worse }])).toBe(worse);
    }
  });

  test("[CT9] the sums over standings are the number received", () => {
    const tally = tallyStandings(["general", "removed", "attached", "attached"]);
    expect(tally).toMatchObject({ general: 1, removed: 1, attached: 2, moved: 0 });
    expect(Object.keys(tally).toSorted()).toEqual([...STANDINGS].toSorted());
    expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test("a clause that the version never had is not attached to anything", () => {
    expect(stand(at(99), base)).toEqual({ state: "removed" });
  });

  test("20,000 clauses and as many inputs take no longer than a moment", () => {
    const long = Array.from({ length: 20_000 }, (_, n) =>
      clause(n % 5 === 0 ? "pasal" : "ayat", n % 5 === 0 ? "" : `kata ${n}`, { cid: cidOf(n) }),
    );
    const later = long.filter((_, n) => n % 7 !== 0);
    const startedAt = performance.now();
    const standings = createStandings(long, later);
    const tally = tallyStandings(long.map(({ cid }) => standingOf([standings.of({ cid, quote: "kata" })])));
    expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(tally.removed).toBeGreaterThan(2_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
