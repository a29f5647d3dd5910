import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseText } from "../../domain/clauses/clause.ts";
import { DomainError } from "../../domain/errors.ts";
import {
  describeParseRefusal,
  describeWarning,
  parseWarningTexts,
} from "../../domain/parsing/parsing.intl.ts";
import { presentParse } from "../../domain/parsing/present-parse.ts";
import { PARSE_WARNING_CODES } from "../../domain/parsing/warnings.ts";
import { CORPUS, keptOf, parse, readText, SAMPLES, sourceWithoutDropped, textsIn } from "./support.ts";

const refusal = (text: string): DomainError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("Not refused");
};

const body = (text: string): string[] =>
  presentParse(parse(`BAB I\nKETENTUAN UMUM\n\nPasal 1\n${text}`))
    .clauses.slice(2)
    .map(({ kind, level, label, text: words }) =>
      `${kind} ${level} ${label} ${words}`.replace(/\s+/g, " ").trim(),
    );

describe("what is refused", () => {
  it.each([
    ["empty-text", ""],
    ["empty-text", " \n\t\r\n\uFEFF"],
    ["binary-text", "PERATURAN\nBUPATI\n\0\0"],
    [
      "binary-text",
      "PK\u0003\u0004\u0014\u0006\u0008\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008 word/document.xml",
    ],
    ["text-too-long", "a".repeat(5_000_001)],
    ["text-too-many-lines", "Pasal 1\n".repeat(100_000)],
  ])("[PR1] refuses as %s", (reason, text) => {
    const error = refusal(text);
    expect(error.code).toBe("bad-input");
    expect(error.reason).toBe(reason);
    expect(error.issues[0]?.path).toMatch(/^(line|char) \d+$/);
    for (const locale of ["id", "en"] as const) {
      const sentence = describeParseRefusal(error, locale) ?? "";
      expect(sentence).toMatch(locale === "id" ? /[Bb]aris|karakter/ : /[Ll]ine|characters/);
      expect(sentence).toMatch(/\d/);
    }
  });

  it("[PR1] names the line of the first NUL", () => {
    const error = refusal("satu\ndua\ntiga \0");
    expect(error.issues[0]?.path).toBe("line 3");
    expect(describeParseRefusal(error, "id")).toContain("Baris 3");
    expect(describeParseRefusal(error, "en")).toContain("Line 3");
  });
});

describe("lines and labels", () => {
  it("[PR3] joins a word cut at a hyphen without losing the hyphen", () => {
    expect(body("Sesuai ketentuan peraturan perundang-\nundangan di Timur/\nTengah.")).toEqual([
      "isi 0 Sesuai ketentuan peraturan perundang-undangan di Timur/Tengah.",
    ]);
  });

  it("[PR5] does not take a reference at the start of a line for a heading or label", () => {
    expect(
      body(
        "(1) Sebagaimana dimaksud dalam\nPasal 1\nhuruf a dan ayat\n(2) berlaku.\n(2) Sanksi dalam huruf a dan\nb. tetap.",
      ),
    ).toEqual([
      "ayat 0 (1) Sebagaimana dimaksud dalam Pasal 1 huruf a dan ayat (2) berlaku.",
      "ayat 0 (2) Sanksi dalam huruf a dan b. tetap.",
    ]);
  });

  it("[PR6] reads items on one line, glued labels and the letters after z", () => {
    expect(body("(1)Meliputi: a. satu; b. dua; dan c. tiga. (2) Selesai.")).toEqual([
      "ayat 0 (1) Meliputi:",
      "huruf 1 a. satu;",
      "huruf 1 b. dua; dan",
      "huruf 1 c. tiga.",
      "ayat 0 (2) Selesai.",
    ]);
    const letters = "abcdefghijklmnopqrstuvwxyz".split("").map((letter) => `${letter}. isi;`);
    expect(body(["Meliputi:", ...letters, "aa. akhir; dan", "bb. tamat."].join("\n")).slice(-2)).toEqual([
      "huruf 1 aa. akhir; dan",
      "huruf 1 bb. tamat.",
    ]);
  });

  it("[PR6] does not take an abbreviation or an amount for a label", () => {
    expect(body("Kepala Daerah\nc.q. Sekretaris membayar Rp.\n1.750.200,00 dari pagu.")).toEqual([
      "isi 0 Kepala Daerah c.q. Sekretaris membayar Rp. 1.750.200,00 dari pagu.",
    ]);
  });

  it("[PR7] keeps what is printed where the count differs, and says so", () => {
    const { clauses, warnings } = parse("Pasal 1\nSatu.\n\nPasal 3\nTiga.\n\nPasal 4\nEmpat.\n");
    expect(clauses.map(({ number }) => number)).toEqual([
      undefined,
      undefined,
      "3",
      undefined,
      undefined,
      undefined,
    ]);
    expect(warnings.filter(({ code }) => code === "label-gap")).toEqual([
      { line: 4, code: "label-gap", found: "Pasal 3", expected: "Pasal 2" },
    ]);
  });

  it("[PR7] counts a damaged label and keeps its printed form", () => {
    const { clauses, warnings } = parse("Pasal 1\n(1) Satu.\n(21 Dua.\n(3) Tiga.\n");
    expect(clauses.map(({ label, number }) => [label, number])).toEqual([
      ["Pasal 1", undefined],
      ["(1)", undefined],
      ["(21", undefined],
      ["(3)", undefined],
    ]);
    expect(warnings).toContainEqual({ line: 3, code: "damaged-label", found: "(21", expected: "(2)" });
  });

  it("[PR4] keeps a catchword as text and does not count its label", () => {
    const { clauses, warnings } = parse(
      "Pasal 1\nMeliputi:\na. satu;\nb. dua . . .\nb. dua; dan\nc. tiga.\n",
    );
    expect(clauses.filter(({ kind }) => kind === "huruf").map(({ label }) => label)).toEqual([
      "a.",
      "b.",
      "c.",
    ]);
    expect(warnings).toContainEqual({ line: 4, code: "catchword", found: "b. dua . . ." });
  });

  it("[PR4] drops running heads beside page numbers, and nothing that looks like them elsewhere", () => {
    const page = (number: number): string =>
      `WALI KOTA PALU\n- ${number} -\n\nPasal ${number}\nTeks pasal ${number}.\n\n`;
    const source = [2, 3, 4, 5].map(page).join("");
    const result = parse(source);
    expect(result.warnings.filter(({ code }) => code === "dropped")).toHaveLength(8);
    expect(keptOf(result)).toBe(sourceWithoutDropped(source, result));
    const plain = parse("Pasal 1\nJumlah pegawai:\n2\norang.\n");
    expect(plain.warnings.filter(({ code }) => code === "dropped")).toEqual([]);
  });

  it("[PR10] warns of a quotation that is never closed", () => {
    const source = `Pasal I\nKetentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n“Pasal 5\nSetiap orang wajib.\n\nPasal II\nPeraturan ini berlaku.\n`;
    const { warnings, clauses } = parse(source);
    expect(warnings.filter(({ code }) => code === "unclosed-quote").map(({ line }) => line)).toEqual([3]);
    expect(clauses.filter(({ quoted }) => quoted).map(({ kind }) => kind)).toEqual(["pasal", "isi"]);
  });

  it("[PR13] links an entry of the Penjelasan to what it explains", () => {
    const { clauses } = parse(readText(SAMPLES, "09-perda-cells-nbsp.txt"));
    const huruf = clauses.find(({ kind, label }) => kind === "huruf" && label === "a.");
    const entry = clauses.find(({ kind, label }) => kind === "penjelasan-pasal" && label === "Huruf a");
    expect(entry?.explains).toBe(huruf?.cid);
    expect(clauseText(entry ?? { runs: [] })).toContain("jalan umum");
  });

  it("[PR12] reads a sure table as rows, and presents its text in order", () => {
    const parsed = parse(readText(SAMPLES, "03-keputusan-pertama.txt"));
    const table = parsed.clauses.find(({ kind }) => kind === "tabel");
    expect(table?.value).toEqual({
      head: 1,
      rows: [
        ["No.", "Nama", "Kedudukan"],
        ["1.", "Sekretaris Daerah", "Ketua"],
        ["2.", "Kepala BKPSDM", "Sekretaris"],
        ["3.", "Kepala Bagian Hukum", "Anggota"],
      ],
    });
  });

  it("[PR2] has a sentence for every warning in both languages", () => {
    for (const code of PARSE_WARNING_CODES) {
      const warning = { line: 1, code, found: "(2)", expected: "(3)" };
      expect(describeWarning(warning, "id")).toContain("(2)");
      expect(describeWarning(warning, "en")).toContain("(2)");
    }
    expect(Object.keys(parseWarningTexts.en)).toEqual([...PARSE_WARNING_CODES]);
  });
});

describe("whatever comes", () => {
  const sources = [
    ...textsIn(CORPUS).map((name) => readText(CORPUS, name).slice(0, 12_000)),
    ...textsIn(SAMPLES).map((name) => readText(SAMPLES, name)),
  ];
  const scraps = [
    "\n",
    "\n\n",
    " ",
    "\t",
    "\f",
    "Pasal 7",
    "\nBAB IV\n",
    "(3) ",
    "a. ",
    "1) ",
    "“",
    "”",
    ". ",
    ";\n",
    "LAMPIRAN I",
    "\nPENJELASAN\nATAS\n",
    "Tembusan:\n",
    "\r\n",
    "\u00A0",
    "KEDUA : ",
    "- 4 -\n",
    "\nMenimbang :",
    "Agar setiap orang",
    "^",
    "l. ",
    "PasaI 9",
    "Ayat (2) ",
    "II. PASAL DEMI PASAL\n",
    "\n17\n",
    "\n\u200B",
    "\n\u200B\n\u00AD",
    "\n3 / 14\n",
    "\n4 / 14\n",
    "\nBab II\n",
    "\nPasal 8.\n",
    "\n1) Setiap",
    "„",
    "\nYth. ",
    "\nSURAT EDARAN\nNOMOR 1\n",
    "\nMemutuskan:\n",
  ];

  it("[PR2] keeps every character in order under 400 random mutations (seed 20260101)", () => {
    const mutation = fc.record({
      source: fc.nat(sources.length - 1),
      edits: fc.array(
        fc.record({ at: fc.nat(), cut: fc.nat(400), scrap: fc.constantFrom(...scraps), swap: fc.boolean() }),
        { minLength: 1, maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(mutation, ({ source, edits }) => {
        let text = sources[source] ?? "";
        for (const { at, cut, scrap, swap } of edits) {
          const from = at % (text.length + 1);
          const taken = text.slice(from, from + cut);
          text = swap
            ? text.slice(from + cut) + scrap + taken + text.slice(0, from)
            : text.slice(0, from) + scrap + text.slice(from + cut);
        }
        if (text.trim() === "") return;
        const result = parse(text);
        expect(keptOf(result)).toBe(sourceWithoutDropped(text, result));
      }),
      { numRuns: 400, seed: 20260101 },
    );
  }, 120_000);

  it("[PR1] throws nothing but bad-input on random text (seed 7)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        try {
          const result = parse(text);
          expect(keptOf(result)).toBe(sourceWithoutDropped(text, result));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe("bad-input");
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each([
    ["one endless line of headings", "Pasal 1 ".repeat(120_000)],
    ["one endless line of labels", "(1) a. ".repeat(140_000)],
    ["one endless sentence", `Pasal 1\n${"kata ".repeat(200_000)}`],
    ["spaces", `Pasal 1\n${" ".repeat(1_000_000)}x`],
    ["dots", `Pasal 1\n${". ".repeat(500_000)}`],
    ["79,000 short lines", "a. satu;\n".repeat(79_000)],
    ["79,000 headings", Array.from({ length: 79_000 }, (_, index) => `Pasal ${index + 1}`).join("\n")],
    ["capital lines beside page numbers", "KEPALA HALAMAN\n- 2 -\n".repeat(39_000)],
    ["a million opening quotation marks", `Pasal I\nberbunyi sebagai berikut:\n${"“".repeat(1_000_000)}`],
    ["lampiran heads", "LAMPIRAN I PERATURAN\n".repeat(79_000)],
    [
      "a title that never ends",
      `PERATURAN BUPATI X\nNOMOR 1\nTENTANG\n${"JUDUL YANG PANJANG\n".repeat(70_000)}`,
    ],
    [
      "a closing that never ends",
      `Pasal 1\nX.\n\nDitetapkan di Palu\n${"baris tanda tangan\n".repeat(70_000)}`,
    ],
    ["heads of a Lampiran out of turn", `Pasal 1\nX:\n${"a. satu;\nLAMPIRAN II PERATURAN\n".repeat(38_000)}`],
    ["a table of 70,000 rows", `Pasal 1\nX.\n\nLAMPIRAN\nPERATURAN\n\n${"a\tb\tc\n".repeat(70_000)}`],
    ["70,000 items of an amendment", `Pasal I\nX:\n${"1. Ketentuan Pasal 5 diubah\n".repeat(70_000)}`],
    ["letters of an edict", `SURAT EDARAN\nNOMOR 1\nTENTANG\nX\n${"A. Bagian\n".repeat(70_000)}`],
  ])(
    "[PR17] takes %s without running away",
    (_, text) => {
      const start = performance.now();
      const result = parse(text);
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(keptOf(result)).toBe(sourceWithoutDropped(text, result));
    },
    60_000,
  );
});
