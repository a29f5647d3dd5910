import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseText, type Clause, type ClauseKind, type ClauseLevel } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { likenessOf } from "../../domain/parsing/likeness.ts";
import { matchClauses } from "../../domain/parsing/match-clauses.ts";
import type { ClauseMatch } from "../../domain/parsing/match-report.ts";
import { parseRegulation, type ParsedClause } from "../../domain/parsing/parse-regulation.ts";
import { parsePasted } from "../../domain/parsing/paste.ts";
import { CORPUS, countingCids, parse, readText } from "./support.ts";

function freshCids(): () => Cid {
  let next = 0;
  return () => `7${String(++next).padStart(25, "0")}` as Cid;
}

const original = parse(readText(CORPUS, "03-perbup-kulonprogo-63-2020-penghargaan-sanksi.txt")).clauses;
const reimport = (edit: (text: string) => string): Clause[] =>
  parseRegulation(edit(readText(CORPUS, "03-perbup-kulonprogo-63-2020-penghargaan-sanksi.txt")), {
    newCid: freshCids(),
  }).clauses;

describe("matching a revised file", () => {
  it("[PR15] gives every clause of an unchanged file its cid again", () => {
    const { clauses, changes } = matchClauses(
      original,
      reimport((text) => text),
    );
    expect(clauses.map(({ cid }) => cid)).toEqual(original.map(({ cid }) => cid));
    expect(new Set(changes.map(({ match }) => match))).toEqual(new Set(["kept"]));
  });

  it("[PR15] keeps cids through changed words, and lists the change for review", () => {
    const { clauses, changes } = matchClauses(
      original,
      reimport((text) => text.replace("bermanfaat bagi organisasi", "berguna bagi organisasi")),
    );
    expect(clauses.map(({ cid }) => cid)).toEqual(original.map(({ cid }) => cid));
    const changed = changes.filter(({ match }) => match !== "kept");
    expect(changed).toHaveLength(1);
    expect(changed[0]?.after?.text).toContain("berguna");
    expect(changed[0]?.before?.text).toContain("bermanfaat");
  });

  it("[PR15] follows the words of a Pasal that was renumbered by an insertion", () => {
    const { clauses, changes } = matchClauses(
      original,
      reimport((text) =>
        text
          .replace(/^ +Pasal 9$/m, "                           Pasal 10")
          .replace(
            /^ +BAB IV$/m,
            "Pasal 9\nHal baru diatur dengan Keputusan Kepala Dinas.\n\n                           BAB IV",
          ),
      ),
    );
    const closing = clauses.find((clause) =>
      clauseText(clause).startsWith("Peraturan Bupati ini mulai berlaku"),
    );
    const before = original.find((clause) =>
      clauseText(clause).startsWith("Peraturan Bupati ini mulai berlaku"),
    );
    expect(closing?.cid).toBe(before?.cid);
    expect(changes.some(({ match, after }) => match === "new" && after?.text.startsWith("Hal baru"))).toBe(
      true,
    );
  });

  it("[PR15] lists what is gone, and never uses a cid twice (seed 11)", () => {
    const { changes } = matchClauses(
      original,
      reimport((text) => text.replace(/c\. Kenaikan Pangkat Istimewa;\n/, "")),
    );
    expect(changes.filter(({ match }) => match === "removed").length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(original, { minLength: 1 }), (subset) => {
        const newCid = freshCids();
        const { clauses, changes: all } = matchClauses(
          original,
          subset.map((clause) => ({ ...clause, cid: newCid() })),
        );
        expect(new Set(clauses.map(({ cid }) => cid)).size).toBe(clauses.length);
        expect(clauses.map(clauseText)).toEqual(subset.map(clauseText));
        const seen = all.map(({ cid }) => cid);
        for (const { cid } of original) expect(seen.includes(cid)).toBe(true);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it("[PR15] remaps what explains a matched clause", () => {
    const source = readText(CORPUS, "04-perda-kulonprogo-11-2016-pelayanan-publik.txt");
    const before = parse(source).clauses;
    const { clauses } = matchClauses(before, parseRegulation(source, { newCid: freshCids() }).clauses);
    expect(clauses.map(({ explains }) => explains)).toEqual(before.map(({ explains }) => explains));
  });

  const perda = parse(readText(CORPUS, "04-perda-kulonprogo-11-2016-pelayanan-publik.txt")).clauses;
  const again = (clauses: readonly Clause[]): Clause[] => {
    const newCid = freshCids();
    const cids = new Map(clauses.map(({ cid }) => [cid, newCid()]));
    const of = (cid: Cid): Cid => cids.get(cid) ?? cid;
    return clauses.map(({ explains, ...clause }) => ({
      ...clause,
      cid: of(clause.cid),
      ...(explains !== undefined && { explains: of(explains) }),
    }));
  };
  const text = (words: string): Clause => ({
    cid: freshCids()(),
    kind: "isi",
    level: 0,
    runs: [{ text: words }],
  });
  const pasalAt = perda.flatMap(({ kind }, at) => (kind === "pasal" ? [at] : []));
  const endOf = (at: number): number =>
    perda.findIndex(({ kind }, index) => index > at && !["isi", "ayat", "huruf", "angka"].includes(kind));
  const notKept = (changes: readonly ClauseMatch[]): ClauseMatch[] =>
    changes.filter(({ match }) => match !== "kept");

  it("[PR15] gives every cid back to its words, whichever Pasal is put in front (seed 5)", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pasalAt), (at) => {
        const inserted: Clause[] = [
          { cid: "7NEW0000000000000000000001" as Cid, kind: "pasal", level: 0, runs: [] },
          {
            ...text("Hal ihwal baru yang belum pernah tertulis di sini."),
            cid: "7NEW0000000000000000000002" as Cid,
          },
        ];
        const fresh = again(perda).toSpliced(at, 0, ...inserted);
        const { clauses, changes } = matchClauses(perda, fresh);
        expect(clauses.toSpliced(at, 2).map(({ cid }) => cid)).toEqual(perda.map(({ cid }) => cid));
        expect(notKept(changes).map(({ match }) => match)).toEqual(["new", "new"]);
      }),
      { numRuns: 20, seed: 5 },
    );
  });

  it("[PR15] follows a Pasal to another place, and calls it alone moved (seed 6)", () => {
    const places = fc.tuple(fc.constantFrom(...pasalAt), fc.constantFrom(...pasalAt));
    fc.assert(
      fc.property(places, ([from, to]) => {
        const end = endOf(from);
        fc.pre(to < from || to > end);
        const order = perda.map((_, at) => at);
        const taken = order.splice(from, end - from);
        order.splice(order.indexOf(to), 0, ...taken);
        const revised = order.flatMap((at) => perda[at] ?? []);
        const { clauses, changes } = matchClauses(perda, again(revised));
        expect(clauses.map(({ cid }) => cid)).toEqual(revised.map(({ cid }) => cid));
        const moved = notKept(changes);
        expect(new Set(moved.map(({ match }) => match))).toEqual(new Set(["moved"]));
        // Over two short Pasal the longest common order may be that of the one that was taken.
        expect(moved.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  const [ayatAt, ayat] = [...perda.entries()].find(
    ([, { kind, runs }]) => kind === "ayat" && (runs[0]?.text.length ?? 0) > 150,
  ) ?? [0, perda[0] as ParsedClause];

  it("[PR15] reports an ayat that was split; the larger part keeps the cid", () => {
    const words = clauseText(ayat).split(" ");
    const cut = Math.floor(words.length * 0.35);
    const parts = [words.slice(0, cut), words.slice(cut)].map((part) => ({
      ...ayat,
      runs: [{ text: part.join(" ") }],
    }));
    const fresh = again(perda.toSpliced(ayatAt, 1, ...parts)).map((clause, at) =>
      at === ayatAt ? { ...clause, cid: "7NEW0000000000000000000001" as Cid } : clause,
    );
    const { clauses, changes } = matchClauses(perda, fresh);
    expect(clauses[ayatAt + 1]?.cid).toBe(ayat.cid);
    expect(notKept(changes).map(({ match, of }) => [match, of])).toEqual([
      ["split", ayat.cid],
      ["changed", undefined],
    ]);
  });

  it("[PR15] reports an ayat that was joined into its neighbour", () => {
    const next = perda[ayatAt + 1] as ParsedClause;
    const joined = { ...ayat, runs: [{ text: `${clauseText(ayat)} ${clauseText(next)}` }] };
    const { clauses, changes } = matchClauses(perda, again(perda.toSpliced(ayatAt, 2, joined)));
    const kept = clauses[ayatAt]?.cid;
    expect([ayat.cid, next.cid]).toContain(kept);
    expect(notKept(changes).map(({ match, of }) => [match, of])).toEqual([
      ["changed", undefined],
      ["merged", kept],
    ]);
  });

  it("[PR15] takes little of another regulation for the same, and never a norm", () => {
    const other = parse(readText(CORPUS, "06-kepbup-kulonprogo-239-2012-lima-hari-kerja.txt")).clauses;
    const { changes } = matchClauses(perda, again(other));
    const same = changes.filter(({ match }) => match === "kept" || match === "changed" || match === "moved");
    expect(same.map(({ after }) => after?.path.split(":", 1)[0])).not.toContain("diktum");
    expect(same.length).toBeLessThan(8);
  });

  it("[PR15] gives a Pasal that was written anew no old cid", () => {
    const at = pasalAt[8] ?? 0;
    const anew = again(perda).map((clause, index) =>
      index > at && index < endOf(at)
        ? { ...clause, runs: [{ text: `Lain ${index} sekali bunyinya sekarang.` }] }
        : clause,
    );
    const { clauses } = matchClauses(perda, anew);
    expect(perda.map(({ cid }) => cid)).not.toContain(clauses[at]?.cid);
  });

  it.each([
    [
      "equal texts",
      (at: number) => `kata${at % 700} wajib ${at} hadir setiap hari kerja`,
      (words: string) => words,
    ],
    [
      "changed texts",
      (at: number) => `kata${at % 700} wajib ${at} hadir setiap hari kerja`,
      (words: string) => `${words} pagi`,
    ],
    [
      "texts of few words",
      (at: number) => `satu dua tiga empat ${at % 7} lima enam`,
      (words: string) => `${words} dan`,
    ],
    ["texts all alike", () => "Cukup jelas.", (words: string) => `${words} Sekali.`],
  ])("[PR15] matches 3,000 clauses in under 2 s: %s", (_, words, edit) => {
    const many = Array.from({ length: 3000 }, (_each, at): Clause => {
      const cid = String(at).padStart(26, "0") as Cid;
      return at % 2 === 0
        ? { cid, kind: "pasal", level: 0, runs: [] }
        : { cid, kind: "isi", level: 0, runs: [{ text: words(at) }] };
    });
    const fresh = again(many).map((clause) => ({
      ...clause,
      runs: clause.runs.map((run) => ({ text: edit(run.text) })),
    }));
    const start = performance.now();
    const { clauses } = matchClauses(many, fresh);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(new Set(clauses.map(({ cid }) => cid)).size).toBe(3000);
  });

  it("[PR15] measures likeness by common words", () => {
    expect(likenessOf("a b c", "a b c")).toBe(1);
    expect(likenessOf("a b c d", "a b x y")).toBe(0.5);
    expect(likenessOf("a", "")).toBe(0);
  });
});

const paste = (text: string, kind: ClauseKind = "isi", level: ClauseLevel = 0): string[] =>
  parsePasted(text, { kind, level }, { newCid: countingCids() }).map((clause) =>
    `${clause.kind} ${clause.level}${clause.number ? ` #${clause.number}` : ""} ${clauseText(clause)}`.trim(),
  );

describe("pasting", () => {
  it("[PR16] recognises labels with tabs, as Word gives them, and takes them out of the text", () => {
    expect(
      paste(
        "(1)\tSetiap pegawai berhak atas:\n\ta.\tcuti; dan\n\tb.\ttunjangan, meliputi:\n\t\t1.\ttetap; dan\n\t\t2.\ttidak tetap.\n(2)\tCuti diatur lebih lanjut.",
      ),
    ).toEqual([
      "ayat 0 Setiap pegawai berhak atas:",
      "huruf 1 cuti; dan",
      "huruf 1 tunjangan, meliputi:",
      "angka 2 tetap; dan",
      "angka 2 tidak tetap.",
      "ayat 0 Cuti diatur lebih lanjut.",
    ]);
  });

  it("[PR16] brings headings with their titles", () => {
    expect(
      paste("BAB II\nHAK PEGAWAI\nPasal 4\nSetiap pegawai berhak atas cuti.\nPasal 4A\nCuti dapat ditunda."),
    ).toEqual([
      "bab 0 HAK PEGAWAI",
      "pasal 0",
      "isi 0 Setiap pegawai berhak atas cuti.",
      "pasal 0 #4A",
      "isi 0 Cuti dapat ditunda.",
    ]);
  });

  it("[PR16] falls back to paragraphs, without bullets, at the level of the caret", () => {
    expect(paste("Paragraf pertama.\nParagraf kedua “dengan” petik.")).toEqual([
      "isi 0 Paragraf pertama.",
      "isi 0 Paragraf kedua “dengan” petik.",
    ]);
    expect(paste("Satu kalimat saja", "huruf", 1)).toEqual(["isi 1 Satu kalimat saja"]);
    expect(paste("•\tsatu;\n•\tdua.").map((line) => line.slice(6))).toEqual(["satu;", "dua."]);
    expect(paste("  \n ")).toEqual([]);
  });

  it("[PR16] goes on with the list at the caret", () => {
    expect(paste("c. ketiga;\nd. keempat.", "huruf", 1)).toEqual(["huruf 1 ketiga;", "huruf 1 keempat."]);
  });

  it("[PR16] joins the lines of a page", () => {
    expect(paste("Setiap pegawai wajib menaati\nketentuan peraturan perundang-\nundangan.")).toEqual([
      "isi 0 Setiap pegawai wajib menaati ketentuan peraturan perundang-undangan.",
    ]);
  });

  it.each<[string, string, ClauseKind, ClauseLevel, string[]]>([
    [
      "letters with tabs",
      "a.\tsatu;\nb.\tdua; dan\nc.\ttiga.",
      "isi",
      0,
      ["huruf 1 satu;", "huruf 1 dua; dan", "huruf 1 tiga."],
    ],
    ["letters into a huruf of level 2", "a.\tsatu;\nb.\tdua.", "huruf", 2, ["huruf 2 satu;", "huruf 2 dua."]],
    [
      "numbers with a bracket under an ayat",
      "1)\tjujur;\n2)\tadil.",
      "ayat",
      0,
      ["subangka 1 jujur;", "subangka 1 adil."],
    ],
    ["bullets of Word", "\uF0B7\tsatu;\no\tdua.", "isi", 0, ["isi 0 satu;", "isi 0 dua."]],
    [
      "two Pasal",
      "Pasal 7\nSetiap pegawai wajib hadir.\n\nPasal 8\n(1)\tCuti diberikan.\n(2)\tCuti dapat ditunda.",
      "isi",
      0,
      [
        "pasal 0",
        "isi 0 Setiap pegawai wajib hadir.",
        "pasal 0",
        "ayat 0 Cuti diberikan.",
        "ayat 0 Cuti dapat ditunda.",
      ],
    ],
    [
      "half a sentence over two lines",
      "yang dilakukan oleh pejabat sesuai\ndengan ketentuan peraturan",
      "ayat",
      0,
      ["isi 0 yang dilakukan oleh pejabat sesuai dengan ketentuan peraturan"],
    ],
    [
      "a sentence broken before a capital",
      "Kepala Dinas Kesehatan dan Kepala\nDinas Pendidikan",
      "isi",
      0,
      ["isi 0 Kepala Dinas Kesehatan dan Kepala Dinas Pendidikan"],
    ],
    ["a Bab with its title", "BAB III\nHAK DAN\nKEWAJIBAN", "isi", 0, ["bab 0 HAK DAN KEWAJIBAN"]],
    [
      "a text that begins with a reference",
      "Pasal 5 ayat (2) menyatakan bahwa cuti adalah hak.",
      "isi",
      0,
      ["isi 0 Pasal 5 ayat (2) menyatakan bahwa cuti adalah hak."],
    ],
    [
      "the end of a reference",
      "(1) huruf a dan huruf b berlaku",
      "isi",
      0,
      ["isi 0 (1) huruf a dan huruf b berlaku"],
    ],
    ["Bab in a sentence", "Bab II mengatur hak pegawai.", "isi", 0, ["isi 0 Bab II mengatur hak pegawai."]],
    ["the middle of a list", "d.\tempat;\ne.\tlima.", "isi", 0, ["huruf 1 empat;", "huruf 1 lima."]],
    [
      "the middle of a Pasal",
      "(3)\tAyat tiga.\n(4)\tAyat empat.",
      "isi",
      0,
      ["ayat 0 Ayat tiga.", "ayat 0 Ayat empat."],
    ],
    [
      "considerations",
      "Menimbang\t:\ta.\tbahwa satu;\n\t\tb.\tbahwa dua;",
      "menimbang",
      0,
      ["menimbang 0 bahwa satu;", "menimbang 0 bahwa dua;"],
    ],
    [
      "copies",
      "1.\tGubernur;\n2.\tInspektur.",
      "tembusan",
      0,
      ["tembusan 0 Gubernur;", "tembusan 0 Inspektur."],
    ],
    ["columns", "No\tNama\n1\tAndi\n2\tBudi", "isi", 0, ["isi 0 No Nama", "isi 0 1 Andi", "isi 0 2 Budi"]],
    [
      "marks without width",
      "\u200Ba.\tpega\u00ADwai;\n\u200Bb.\tdua.",
      "isi",
      0,
      ["huruf 1 pegawai;", "huruf 1 dua."],
    ],
  ])("[PR16] takes %s", (_, text, kind, level, expected) => {
    expect(paste(text, kind, level)).toEqual(expected);
  });

  it("[PR16] loses no word of whatever is pasted", () => {
    expect(paste("LAMPIRAN I\nPERATURAN WALI KOTA").join(" ")).toContain("LAMPIRAN I");
    expect(paste("Teks.\nTembusan:\n1. Gubernur;\n2. Bupati.").join(" ")).toMatch(
      /Tembusan:.*Gubernur.*Bupati/,
    );
    expect(paste("Menimbang : a. bahwa perlu;").join(" ")).toContain("Menimbang");
  });
});
