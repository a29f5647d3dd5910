import { describe, expect, it } from "vitest";
import { derive } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { numberFindings } from "../../domain/clauses/number-findings.ts";
import { outline } from "./builders.ts";

const found = (clauses: readonly Clause[]) =>
  numberFindings(derive(clauses)).map(({ label, expected, reason }) => [label, expected, reason]);

const pasals = (...numbers: string[]) =>
  outline(numbers.map((number) => `pasal${number && ` #${number}`}\nisi | Isi.`).join("\n"));

describe("numbers out of place", () => {
  it("[CL50] a gap, a repetition and a step back are told apart", () => {
    const clauses = outline(`
      bab | UMUM
      pasal
      isi | Satu.
      bab #III | LAIN
      pasal
      ayat | Diberikan kepada:
      huruf | satu;
      huruf #c | dua.
      pasal #2
      isi | Dua lagi.
      pasal #1A
      isi | Mundur.
    `);
    expect(found(clauses)).toEqual([
      ["BAB III", "BAB II", "gap"],
      ["c.", "b.", "gap"],
      ["Pasal 2", "Pasal 3", "repeated"],
      ["Pasal 1A", "Pasal 4", "out-of-order"],
    ]);
  });

  it("[CL50] one wrong number in a row that is otherwise right is one finding", () => {
    expect(found(pasals("", "", "", "14", "5", ""))).toEqual([["Pasal 14", "Pasal 4", "gap"]]);
    expect(found(pasals("", "", "2", "4", ""))).toEqual([["Pasal 2", "Pasal 3", "repeated"]]);
  });

  it("[CL51] lawful numbers are no findings", () => {
    expect(found(pasals("1", "", "2A", "2B", "2AA", ""))).toEqual([]);
    expect(found(pasals("I", "II"))).toEqual([]);
    expect(found(outline("diktum #PERTAMA | Satu.\ndiktum | Dua."))).toEqual([]);
    expect(found(outline("pasal\nisi | Satu.\npasal #7\nisi | Dihapus.\npasal\nisi | Dua."))).toEqual([]);
    expect(found(outline("pasal\nisi | Satu.\npasal #x-y\nisi | Dua."))).toEqual([]);
  });

  it("[CL51] an insertion that comes twice or goes back is a finding", () => {
    expect(found(pasals("", "1A", "1A", ""))).toEqual([["Pasal 1A", "Pasal 2", "repeated"]]);
    expect(found(pasals("", "1B", "1A"))).toEqual([["Pasal 1A", "Pasal 2", "out-of-order"]]);
  });

  it("[CL50] quoted numbers are those of the amended act", () => {
    expect(found(outline("pasal #I\nbutir | Pasal 7 diubah:\n> pasal #7\n> isi | Isi."))).toEqual([]);
  });

  it("[CL52] counted again, all print what they expected and are findings no more", () => {
    const rows = [
      ["", "5", "", "3", "9", "9"],
      ["4", "2", "2A", "7", "", "1"],
      ["3", "3", "3A", "3B", "8", "2"],
    ];
    for (const numbers of rows) {
      const before = pasals(...numbers);
      const findings = numberFindings(derive(before));
      expect(findings.length).toBeGreaterThan(0);
      const expected = new Map(findings.map((each) => [each.cid, each.expected]));
      const after = derive(
        before.map(({ number, ...clause }) =>
          expected.has(clause.cid) || number === undefined ? clause : { ...clause, number },
        ),
      );
      for (const [cid, label] of expected) {
        expect(after.numbering.labels[after.indexOf.get(cid) ?? -1]).toBe(label);
      }
      const left = numberFindings(after).filter(({ cid }) => expected.has(cid));
      expect(left).toEqual([]);
    }
  });
});
