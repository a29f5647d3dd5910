import { describe, expect, it } from "vitest";
import type { OutlineEntry } from "../../client/editor/editor-session.ts";
import { foldable, inPortions, parentEntry, unfolded } from "../../client/editor/outline-folding.ts";
import type { Cid } from "../../domain/ids.ts";

const entry = (name: string, depth: number): OutlineEntry => ({
  cid: name as Cid,
  kind: depth === 0 ? "bab" : "pasal",
  label: name,
  heading: "",
  depth,
});
const OUTLINE = [
  entry("I", 0),
  entry("bagian", 1),
  entry("1", 3),
  entry("2", 3),
  entry("II", 0),
  entry("3", 3),
  entry("lampiran", 0),
];
const names = (entries: readonly OutlineEntry[]) => entries.map(({ label }) => label);
const folded = (...cids: string[]) => new Set(cids as Cid[]);

describe("folding the outline", () => {
  it("offers to fold only what holds something", () => {
    expect([...foldable(OUTLINE)]).toEqual(["I", "bagian", "II"]);
  });

  it("hides what is inside a folded entry, and nothing after it", () => {
    expect(names(unfolded(OUTLINE, folded("I")))).toEqual(["I", "II", "3", "lampiran"]);
    expect(names(unfolded(OUTLINE, folded("bagian")))).toEqual(["I", "bagian", "II", "3", "lampiran"]);
  });

  it("keeps an entry hidden when it is folded itself inside a folded one", () => {
    expect(names(unfolded(OUTLINE, folded("I", "bagian")))).toEqual(["I", "II", "3", "lampiran"]);
  });

  it("shows everything when an entry without contents is folded", () => {
    expect(unfolded(OUTLINE, folded("lampiran"))).toEqual(OUTLINE);
  });

  it("finds the entry that one stands in, and none at the top", () => {
    expect(parentEntry(OUTLINE, 3)?.label).toBe("bagian");
    expect(parentEntry(OUTLINE, 5)?.label).toBe("II");
    expect(parentEntry(OUTLINE, 4)).toBeUndefined();
  });
});

it("portions hold all entries in their order", () => {
  expect(inPortions([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inPortions([], 2)).toEqual([]);
});
