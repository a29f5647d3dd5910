import { describe, expect, test } from "vitest";
import { findReferences } from "../../domain/references/find-references.ts";

/** Each reference as `words -> parts`, external ones with a star. */
const found = (text: string): string[] =>
  findReferences(text).map(
    ({ words, parts, external }) =>
      `${words}${external ? "*" : ""} -> ${parts.map(({ word, ordinal }) => `${word} ${ordinal}`.trim()).join(", ")}`,
  );

describe("finding references", () => {
  test.each([
    [
      "sebagaimana dimaksud dalam Pasal 5 ayat (2) huruf b,",
      ["Pasal 5 ayat (2) huruf b -> pasal 5, ayat 2, huruf b"],
    ],
    ["dalam Pasal 5 di Kota", ["Pasal 5 -> pasal 5"]],
    ["Pasal 5\n(1) Pegawai", ["Pasal 5 -> pasal 5"]],
    ["dalam huruf a dan/ atau huruf b", ["huruf a -> huruf a", "huruf b -> huruf b"]],
    ["sebagaimana dimaksud pada ayat (1) wajib", ["ayat (1) -> ayat 1"]],
    ["dimaksud dalam huruf a angka 3 berlaku", ["huruf a angka 3 -> huruf a, angka 3"]],
    ["dimaksud dalam Pasal 1 angka 5 huruf c", ["Pasal 1 angka 5 huruf c -> pasal 1, angka 5, huruf c"]],
    ["dalam Pasal 19A ayat (1a)", ["Pasal 19A ayat (1a) -> pasal 19A, ayat 1a"]],
    ["dalam Pasal\n5 ayat\n(2)", ["Pasal\n5 ayat\n(2) -> pasal 5, ayat 2"]],
    ["dalam pasal 5 Ayat (2)", ["pasal 5 Ayat (2) -> pasal 5, ayat 2"]],
    ["dalam Diktum KESATU huruf b", ["Diktum KESATU huruf b -> diktum KESATU, huruf b"]],
    ["dalam BAB IV Bagian Kedua", ["BAB IV Bagian Kedua -> bab IV, bagian Kedua"]],
    ["tercantum dalam Lampiran II dan", ["Lampiran II -> lampiran II"]],
    ["tercantum dalam Lampiran yang", ["Lampiran -> lampiran"]],
  ])("[RF1] %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    [
      "pada ayat (1), ayat (2), dan ayat (3)",
      ["ayat (1) -> ayat 1", "ayat (2) -> ayat 2", "ayat (3) -> ayat 3"],
    ],
    ["dalam Pasal 5 sampai dengan Pasal 9", ["Pasal 5 -> pasal 5", "Pasal 9 -> pasal 9"]],
    [
      "dalam Pasal 7 ayat (1) dan ayat (2)",
      ["Pasal 7 ayat (1) -> pasal 7, ayat 1", "ayat (2) -> pasal 7, ayat 2"],
    ],
    [
      "Pasal 7 ayat (1) huruf a dan huruf b",
      ["Pasal 7 ayat (1) huruf a -> pasal 7, ayat 1, huruf a", "huruf b -> pasal 7, ayat 1, huruf b"],
    ],
    [
      "pada ayat (1), Pasal 7 ayat (2), dan Pasal 12",
      ["ayat (1) -> ayat 1", "Pasal 7 ayat (2) -> pasal 7, ayat 2", "Pasal 12 -> pasal 12"],
    ],
    [
      "dalam huruf a, huruf b, dan huruf c, perlu",
      ["huruf a -> huruf a", "huruf b -> huruf b", "huruf c -> huruf c"],
    ],
    ["pada ayat (1) dan (2) wajib", ["ayat (1) -> ayat 1", "(2) -> ayat 2"]],
    [
      "dalam Pasal 3 atau Pasal 4 kecuali Pasal 6",
      ["Pasal 3 -> pasal 3", "Pasal 4 -> pasal 4", "Pasal 6 -> pasal 6"],
    ],
  ])("[RF2] lists and ranges: %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", true],
    ["Pasal 110 ayat (1) huruf n Undang-\nUndang Nomor 28 Tahun 2009", true],
    ["dalam Pasal 5 Peraturan Pemerintah Nomor 11 Tahun 2017", true],
    ["dengan Pasal 28D dan Pasal 28F Undang-Undang Dasar", true],
    ["Peraturan Pemerintah Nomor 11 Tahun 2017 Pasal 203", true],
    ["dalam Pasal 362 KUHP", true],
    ["dalam Pasal 5 Peraturan Wali Kota ini", false],
    ["dalam Pasal 5 dalam Peraturan Daerah ini", false],
    ["dalam Pasal 5 diatur dengan Peraturan Bupati.", false],
  ])("[RF3] another act's Pasal is external: %j", (text, expected) => {
    const references = findReferences(text);
    expect(references.length).toBeGreaterThan(0);
    expect(references.every(({ external }) => external === expected)).toBe(true);
  });

  test.each([
    "beberapa Pasal ini",
    "berpasal 5",
    "angka kredit 5",
    "angka 5,5 persen",
    "huruf kapital A",
    "ayat ini",
    "surat huruf tebal",
    "lampiran surat",
    "dalam huruf A",
  ])("[RF4] no reference: %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("[RF5] offsets are those of the words", () => {
    const text = "Sesuai Pasal 5 dan pada ayat (1)";
    for (const { start, end, words } of findReferences(text)) expect(text.slice(start, end)).toBe(words);
  });

  test("[RF5] a long text of near misses is read in time", () => {
    const start = performance.now();
    findReferences("Pasal ayat huruf Pasal 5 ayat ( huruf, dan ".repeat(2500));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
