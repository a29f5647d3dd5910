import { describe, expect, test } from "vitest";
import { sideMarks, type SideName } from "../../client/contributions/side-marks.ts";
import type { TargetRow } from "../../domain/contributions/contributions.contract.ts";
import { compareTexts } from "../../domain/versions/compare.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Origins } from "../../domain/versions/lineage.ts";
import { cidOf, clause } from "../document/support.ts";

/** The rows of an input about these clauses, as the server makes them of a comparison. */
function rowsOf(before: readonly Clause[], after: readonly Clause[], origins: Origins): TargetRow[] {
  const { rows } = compareTexts({ clauses: before }, { clauses: after, origins });
  return rows.map(({ cid, facts, marks, before: then, after: now }) => ({
    cid,
    facts,
    marks,
    ...(then && { before: then }),
    ...(now && { after: now }),
  }));
}
const read = (row: TargetRow | undefined, side: SideName, rows: readonly TargetRow[]) =>
  row === undefined ? [] : sideMarks(row, side, rows).map(({ op, text }) => [op, text]);
const words = (marks: readonly (readonly string[])[]) => marks.map(([, text]) => text).join("");

describe("each side of a clause reads as it stood", () => {
  test("words that changed are marked on their side", () => {
    const rows = rowsOf([clause(1, "paling lama 7 hari")], [clause(1, "paling lama 10 hari")], new Map());
    expect(read(rows[0], "before", rows)).toContainEqual(["removed", "7"]);
    expect(read(rows[0], "after", rows)).toContainEqual(["added", "10"]);
  });

  test("a clause that was split shows all its words then, and what is gone from both parts", () => {
    const before = [clause(1, "Diumumkan oleh BKPSDM paling lambat 14 hari.")];
    const after = [clause(1, "Diumumkan oleh BKPSDM."), clause(2, "Paling lambat 14 hari.")];
    const rows = rowsOf(before, after, new Map([[cidOf(2), { from: cidOf(1) }]]));
    expect(words(read(rows[0], "before", rows))).toBe("Diumumkan oleh BKPSDM paling lambat 14 hari.");
    expect(words(read(rows[0], "after", rows).filter(([op]) => op !== "removed"))).toBe(
      "Diumumkan oleh BKPSDM.",
    );
  });

  test("clauses that became one show each its own words then", () => {
    const before = [clause(1, "Bertujuan mewujudkan pegawai."), clause(2, "Tujuan dicapai adil.")];
    const after = [clause(1, "Bertujuan mewujudkan pegawai. Tujuan dicapai adil.")];
    const rows = rowsOf(before, after, new Map([[cidOf(1), { merged: [cidOf(2)] }]]));
    const shown = rows.map((row) => words(read(row, "before", rows).filter(([op]) => op !== "added")));
    expect(shown).toEqual(["Bertujuan mewujudkan pegawai.", "Tujuan dicapai adil."]);
  });

  test("a side that is not there shows nothing", () => {
    const rows = rowsOf([], [clause(1, "baru")], new Map());
    expect(read(rows[0], "before", rows)).toEqual([]);
    expect(words(read(rows[0], "after", rows))).toBe("baru");
  });
});
