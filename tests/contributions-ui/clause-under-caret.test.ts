import { describe, expect, test } from "vitest";
import { placeOf } from "../../client/editor/clause-under-caret.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidOf, clause } from "../document/support.ts";

const TEXT = [
  clause(1, "KETENTUAN UMUM", "bab"),
  clause(2, "", "pasal"),
  clause(3, "Setiap pegawai:", "ayat"),
  clause(4, "hadir; dan", "huruf", 1),
  clause(5, "lapor.", "huruf", 1),
  clause(6, "", "pasal"),
  clause(7, "Mulai berlaku.", "isi"),
];

describe("the clause whose dossier is shown", () => {
  test("a huruf shows that of its ayat", () => {
    expect(placeOf(TEXT, cidOf(5))).toEqual({ cid: cidOf(3), citation: "Pasal 1 ayat (1)" });
  });
  test("an ayat and a Pasal show their own, a lone text its own", () => {
    expect(placeOf(TEXT, cidOf(3))?.cid).toBe(cidOf(3));
    expect(placeOf(TEXT, cidOf(2))).toEqual({ cid: cidOf(2), citation: "Pasal 1" });
    expect(placeOf(TEXT, cidOf(7))?.cid).toBe(cidOf(7));
  });
  test("a clause that is not there has none", () => {
    expect(placeOf(TEXT, cidOf(99) as Cid)).toBeNull();
  });
});
