import { describe, expect, it } from "vitest";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import type { ParsedClause, ParsedRegulation } from "../../domain/parsing/parse-regulation.ts";
import {
  CORPUS,
  keptOf,
  OUTLINES,
  outlineOf,
  parse,
  readText,
  SAMPLES,
  sourceWithoutDropped,
  textsIn,
} from "./support.ts";

interface Expected {
  readonly bab?: number | string;
  readonly bagian?: number;
  readonly paragraf?: number;
  readonly pasalHeadings?: number;
  readonly lastPasal?: number | null;
  readonly inserted?: readonly string[];
  readonly romanPasal?: readonly string[];
  readonly penjelasan?: boolean;
  readonly diktum?: readonly string[];
  readonly lampiran?: number;
  readonly buku?: number;
}

const texts = textsIn(CORPUS);
const parsed = new Map(texts.map((name) => [name.slice(0, 2), parse(readText(CORPUS, name))] as const));
const of = (number: string): ParsedRegulation => {
  const found = parsed.get(number);
  if (!found) throw new Error(`No text ${number}`);
  return found;
};
const expectedOf = (name: string): Expected =>
  (JSON.parse(readText(CORPUS, name.replace(/txt$/, "json"))) as { expected: Expected }).expected;
const kinds = (number: string, kind: string): ParsedClause[] =>
  of(number).clauses.filter((clause) => clause.kind === kind);
const bare = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

describe("the twelve corpus texts", () => {
  it.each(texts)("[PR2] keeps every character of %s but what it reports as dropped", (name) => {
    const source = readText(CORPUS, name);
    const result = parse(source);
    expect(keptOf(result)).toBe(sourceWithoutDropped(source, result));
  });

  it.each(texts.filter((name) => /^0[1-8]/.test(name)))("[PR5] finds the outline of %s", (name) => {
    expect(outlineOf(parse(readText(CORPUS, name)))).toBe(readText(OUTLINES, name));
  });

  it.each(texts.filter((name) => /^0[1-4]/.test(name)))(
    "[PR5] counts the units of %s as its description says",
    (name) => {
      const { clauses } = parse(readText(CORPUS, name));
      const count = (kind: string): number => clauses.filter((clause) => clause.kind === kind).length;
      const expected = expectedOf(name);
      expect({
        bab: count("bab"),
        bagian: count("bagian"),
        paragraf: count("paragraf"),
        pasalHeadings: count("pasal"),
        lastPasal: Number(clauses.findLast(({ kind }) => kind === "pasal")?.label.replace("Pasal ", "")),
        inserted: clauses.filter(({ number }) => number !== undefined).map(({ number }) => number),
        romanPasal: [],
        penjelasan: count("penjelasan-pasal") > 0,
      }).toEqual(expected);
    },
  );

  it("[PR10] reads the inserted and quoted articles of 05", () => {
    const expected = expectedOf("05-perda-kulonprogo-4-2017-perubahan-retribusi-menara.txt");
    const pasal = kinds("05", "pasal");
    expect(pasal).toHaveLength(expected.pasalHeadings ?? -1);
    expect(pasal.filter(({ quoted }) => !quoted).map(({ number }) => number)).toEqual(expected.romanPasal);
    expect(pasal.map(({ number }) => number).filter((number) => /\d[A-Z]/.test(number ?? ""))).toEqual(
      expected.inserted,
    );
    expect(kinds("05", "bab").map(({ number, quoted }) => [number, quoted])).toEqual([
      ["XIIA", true],
      ["XIIB", true],
      ["XVI", true],
    ]);
    expect(kinds("05", "butir").map(({ label }) => label)).toEqual([
      "1.",
      "2.",
      "3.",
      "4.",
      "5.",
      "6.",
      "7.",
    ]);
  });

  it.each(["06", "07", "08"])("[PR9] reads the diktum of %s", (number) => {
    const name = texts.find((text) => text.startsWith(number)) ?? "";
    expect(kinds(number, "diktum").map(({ label }) => label.replace(/\s*:$/, ""))).toEqual(
      expectedOf(name).diktum,
    );
  });

  it("[PR5] reads 15 Bab and 141 Pasal of 09, and warns of the damaged one", () => {
    expect(kinds("09", "bab")).toHaveLength(15);
    expect(kinds("09", "pasal")).toHaveLength(141);
    expect(of("09").warnings).toContainEqual({
      line: 359,
      code: "damaged-heading",
      found: "PasaI 47",
      expected: "47",
    });
  });

  it("[PR7] reads 2 Buku and 624 Pasal of 10, and names the line of each damaged heading", () => {
    expect(kinds("10", "buku")).toHaveLength(2);
    expect(kinds("10", "pasal")).toHaveLength(624);
    expect(
      of("10")
        .warnings.filter(({ code }) => code === "damaged-heading")
        .map(({ line, found }) => [line, found]),
    ).toEqual([
      [154, "Baglan Keempat"],
      [1578, "Pasal l20"],
      [2045, "Pasal 16O"],
      [2106, "Pasal l7l"],
      [6911, "Pasal 5O9"],
    ]);
  });

  it("[PR12] reads 13 Bab, 104 Pasal and two Lampiran of 11, and none of the samples in them", () => {
    expect(kinds("11", "bab")).toHaveLength(13);
    expect(kinds("11", "pasal")).toHaveLength(104);
    expect(kinds("11", "lampiran")).toHaveLength(2);
    expect(kinds("11", "penjelasan-pasal").length).toBeGreaterThan(104);
  });

  it("[PR10] reads the inserted articles and ayat of 12, and warns of the items that are missing", () => {
    const pasal = kinds("12", "pasal").map(({ number }) => number);
    expect(pasal).toEqual(expect.arrayContaining(["I", "II", "42A", "97A", "97B", "97C", "97D"]));
    const inserted: string[] = [];
    let under = "";
    for (const { kind, number } of of("12").clauses) {
      if (kind === "pasal") under = number ?? "";
      if (kind === "ayat" && /\d[a-z]/.test(number ?? "")) inserted.push(`${under} (${number})`);
    }
    expect(inserted).toEqual(["64 (1a)", "64 (1b)", "72 (1a)", "72 (1b)", "95A (3a)", "95A (3b)", "98 (1a)"]);
    // Items 1 to 3 and 8 are not in the scan.
    expect(kinds("12", "butir").map(({ label }) => label)).toEqual(
      [4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((item) => `${item}.`),
    );
    expect(of("12").warnings).toContainEqual({ line: 9, code: "label-gap", found: "4.", expected: "1." });
    expect(of("12").warnings).toContainEqual({ line: 18, code: "label-gap", found: "9.", expected: "8." });
    expect(kinds("12", "lampiran")).toHaveLength(2);
  });

  it.each(texts)("[PR7] counts siblings of %s without a gap, or warns on the line", (name) => {
    const result = parse(readText(CORPUS, name));
    const derived = deriveLabels(result.clauses);
    const warned = new Set(result.warnings.map(({ line }) => line));
    for (const [index, clause] of result.clauses.entries()) {
      const label = derived[index] ?? "";
      const differs = label !== "" && !bare(clause.label.replace(/\s*:$/, "")).endsWith(bare(label));
      const kept = clause.number !== undefined && /^\d+$|^[a-z]$/.test(clause.number) && !clause.quoted;
      const lone = clause.kind === "mengingat" || clause.kind === "penjelasan-pasal";
      if (differs || (kept && !lone))
        expect([clause.line, clause.label, warned.has(clause.line)]).toEqual([
          clause.line,
          clause.label,
          true,
        ]);
    }
  });

  it("[PR17] reads 335 KB in under 300 ms", () => {
    const source = readText(CORPUS, "10-uu-1-2023-kuhp.txt");
    parse(source);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      parse(source);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });
});

describe("texts of other offices", () => {
  it.each(textsIn(SAMPLES))("[PR2] keeps every character of %s", (name) => {
    const source = readText(SAMPLES, name);
    const result = parse(source);
    expect(keptOf(result)).toBe(sourceWithoutDropped(source, result));
  });

  it.each([
    ["16-rancangan-word-tabs.txt", []],
    ["17-perda-lama-bagian-pertama.txt", ["35 label-differs"]],
    ["18-sk-pertama-word-table.txt", ["20 label-differs"]],
    ["19-pergub-dki.txt", []],
    ["20-qanun.txt", []],
    ["21-surat-edaran-angka.txt", []],
    ["22-instruksi-kesatu.txt", []],
    ["23-perubahan-tiga-petik.txt", []],
    ["24-tiga-tingkat-frasa-penutup.txt", []],
    [
      "25-pdf-nomor-halaman.txt",
      ["19 dropped", "20 dropped", "36 dropped", "37 dropped", "47 dropped", "48 dropped"],
    ],
    ["26-bab-kecil-pasal-titik.txt", ["33 damaged-label", "34 damaged-label"]],
    ["27-nbsp-soft-hyphen-zwsp.txt", []],
    ["28-lampiran-tiga-tabel-tab.txt", []],
    ["29-perda-penjelasan-cukup-jelas.txt", []],
    ["30-pasal-kapital.txt", []],
  ])("[PR7] warns in %s only where a drafter should look", (name, expected) => {
    expect(parse(readText(SAMPLES, name)).warnings.map(({ line, code }) => `${line} ${code}`)).toEqual(
      expected,
    );
  });

  it.each(textsIn(SAMPLES))("[PR5] finds the outline of %s", (name) => {
    expect(outlineOf(parse(readText(SAMPLES, name)))).toBe(readText(OUTLINES, `sample-${name}`));
  });
});
