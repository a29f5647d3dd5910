import { describe, expect, test } from "vitest";
import { derive } from "../../domain/clauses/citation.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { findReferences } from "../../domain/references/find-references.ts";
import { linkReferences, remapReferences } from "../../domain/references/link-references.ts";
import {
  correctReferences,
  correctedRuns,
  referenceStates,
} from "../../domain/references/reference-states.ts";
import { resolveReference } from "../../domain/references/resolve-reference.ts";
import { cidOf, clause, outline } from "../clauses/builders.ts";

const text = outline(`
  menimbang | bahwa a;
  menimbang | bahwa sebagaimana dimaksud dalam huruf a dan Pasal 1, perlu;
  mengingat | Pasal 1 ayat (6) Undang-Undang Dasar;
  bab | UMUM
  pasal
  isi | Yang dimaksud dengan:
  angka1 | Pegawai adalah:
  huruf2 | tetap; dan
  huruf2 | lain.
  pasal
  ayat | Pegawai wajib:
  huruf1 | hadir; dan
  huruf1 | melapor sebagaimana dimaksud dalam huruf a.
  ayat | Laporan sebagaimana dimaksud pada ayat (1) huruf b sesuai Pasal 1 angka 1 huruf b.
  pasal
  isi | Ketentuan dalam Pasal 2 ayat (1) dan ayat (2) serta Pasal 9 berlaku.
  penjelasan-pasal @10 | Lihat ayat (2) dan Pasal 3.
  lampiran | TABEL
  isi | Sesuai Pasal 2.`);

/** The first reference of each clause, resolved: the number of the target, or the word. */
function resolved(clauses: readonly Clause[], index: number): unknown[] {
  const derived = derive(clauses);
  const source = clauses[index];
  return findReferences(source ? clauseText(source) : "").map((found) => {
    const target = resolveReference(derived, index, found);
    return derived.indexOf.get(target as Cid) ?? target;
  });
}

describe("resolving", () => {
  test("[RF6] relative references stay in the Pasal, the ayat, the list", () => {
    expect(resolved(text, 12)).toEqual([11]);
    expect(resolved(text, 13)).toEqual([12, 8]);
    expect(resolved(text, 15)).toEqual([10, 13, "broken"]);
  });

  test("[RF6] an entry of the Penjelasan speaks from what it explains, a Lampiran of the body", () => {
    expect(resolved(text, 16)).toEqual([13, 14]);
    expect(resolved(text, 18)).toEqual([9]);
  });

  test("[RF7] considerations name each other; their Pasal and legal bases are external", () => {
    expect(resolved(text, 1)).toEqual([0, "external"]);
    expect(resolved(text, 2)).toEqual(["external"]);
  });

  test("[RF7] amendments speak of the amended act, quoted or not", () => {
    const amending = outline(`
      pasal #I
      isi | Ketentuan dalam Pasal I diubah:
      butir | Ketentuan Pasal 6 diubah:
      > pasal #6
      > ayat | pada ayat (1)
      pasal #II
      isi | Pasal I mulai berlaku.`);
    expect([1, 2, 4, 6].map((index) => resolved(amending, index))).toEqual([
      ["external"],
      ["external"],
      ["external"],
      [0],
    ]);
  });

  test("[RF7] what explains an amendment speaks of the amended act too", () => {
    const amending = outline(
      "pasal #I\n butir | x\n > pasal #6\n penjelasan-pasal @0\n penjelasan-pasal @1 | lihat Pasal 9",
    );
    expect(resolved(amending, 4)).toEqual(["external"]);
  });

  test("[RF7] an instruction names those it is addressed to by number", () => {
    const instruction = outline(
      "kepada | A;\n kepada | B;\n diktum | Tersebut angka 1 dan angka 2:\n diktum | pada Diktum KESATU huruf a",
    );
    expect(resolved(instruction, 2)).toEqual([0, 1]);
    expect(resolved(instruction, 3)).toEqual(["broken"]);
  });
});

describe("linking", () => {
  test("[RF8] words that resolve get a ref, each member of a list its own; the text stays", () => {
    const linked = linkReferences(text);
    expect(linked.map(clauseText)).toEqual(text.map(clauseText));
    expect(linked[15]?.runs.filter(({ ref }) => ref)).toEqual([
      { text: "Pasal 2 ayat (1)", ref: cidOf(10) },
      { text: "ayat (2)", ref: cidOf(13) },
    ]);
    expect(linkReferences(linked)).toEqual(linked);
  });

  test("[RF8] bold inside a reference keeps one target over two runs", () => {
    const [a, b] = outline("pasal\n isi") as [Clause, Clause];
    const source = { ...b, runs: [{ text: "dalam Pasal " }, { text: "1", bold: true as const }] };
    const linked = linkReferences([a, source]);
    expect(linked[1]?.runs).toEqual([
      { text: "dalam " },
      { text: "Pasal ", ref: a.cid },
      { text: "1", bold: true, ref: a.cid },
    ]);
    expect(referenceStates(linked)).toMatchObject([
      { state: "ok", words: "Pasal 1", runIndex: 1, runCount: 2 },
    ]);
    const shifted = [clause("pasal", "", { cid: cidOf(90) }), ...linked];
    expect(correctReferences(shifted)[2]?.runs).toEqual([
      { text: "dalam " },
      { text: "Pasal 2", ref: a.cid },
    ]);
  });

  test("[RF13] a copy points at the copies", () => {
    const copies = new Map([[cidOf(1), cidOf(2)]]);
    expect(
      remapReferences(
        [
          { text: "a", ref: cidOf(1) },
          { text: "b", ref: cidOf(5) },
        ],
        copies,
      ),
    ).toEqual([
      { text: "a", ref: cidOf(2) },
      { text: "b", ref: cidOf(5) },
    ]);
  });
});

describe("states", () => {
  const show = (clauses: readonly Clause[]): string[] =>
    referenceStates(clauses).map(
      ({ state, words, presentWords }) =>
        `${state}: ${words}${state === "shifted" ? ` -> ${presentWords}` : ""}`,
    );
  const linked = linkReferences(text);

  test("[RF9] after linking all is ok, and what names nothing is broken", () => {
    expect(show(linked)).toEqual([
      "ok: huruf a",
      "ok: huruf a",
      "ok: ayat (1) huruf b",
      "ok: Pasal 1 angka 1 huruf b",
      "ok: Pasal 2 ayat (1)",
      "ok: ayat (2)",
      "broken: Pasal 9",
      "ok: ayat (2)",
      "ok: Pasal 3",
      "ok: Pasal 2",
    ]);
  });

  test("[RF10] a Pasal inserted before shifts what names its followers, in the same form", () => {
    const inserted = [...linked.slice(0, 9), clause("pasal", "", { cid: cidOf(80) }), ...linked.slice(9)];
    expect(show(inserted)).toEqual([
      "ok: huruf a",
      "ok: huruf a",
      "ok: ayat (1) huruf b",
      "ok: Pasal 1 angka 1 huruf b",
      "shifted: Pasal 2 ayat (1) -> Pasal 3 ayat (1)",
      "ok: ayat (2)",
      "broken: Pasal 9",
      "ok: ayat (2)",
      "shifted: Pasal 3 -> Pasal 4",
      "shifted: Pasal 2 -> Pasal 3",
    ]);
    expect(show(correctReferences(inserted)).filter((line) => line.startsWith("shifted"))).toEqual([]);
  });

  test("[RF10] an ayat moved to another Pasal is named with its Pasal", () => {
    const source = outline("pasal\n ayat | x\n ayat | sesuai ayat (1)\n pasal\n ayat | y");
    const [p1, target, from, p2, y] = linkReferences(source) as [Clause, Clause, Clause, Clause, Clause];
    expect(show([p1, from, p2, y, target])).toEqual(["shifted: ayat (1) -> Pasal 2 ayat (2)"]);
  });

  test("[RF11] a target that is gone is broken, words that were typed over are shifted", () => {
    expect(show(linked.filter(({ cid }) => cid !== cidOf(11)))).toContain("broken: huruf a");
    const [p, isi] = outline("pasal\n isi") as [Clause, Clause];
    const typed = { ...isi, runs: [{ text: "lihat " }, { text: "Pasal satu", ref: p.cid }] };
    expect(show([p, typed])).toEqual(["shifted: Pasal satu -> Pasal 1"]);
  });

  test("[RF9] in a Lampiran what names nothing is not reported: it may be a form", () => {
    expect(show(outline("pasal\n lampiran\n isi | sesuai Pasal 1, Pasal 77 dan ayat (3)"))).toEqual([]);
  });

  test("[RF9] a bab named without its buku is ok", () => {
    expect(
      show(
        linkReferences(outline("buku\n bab\n pasal\n isi\n buku\n bab\n pasal\n isi | dalam BAB I berlaku")),
      ),
    ).toEqual(["ok: BAB I"]);
  });

  test("[RF12] correcting one leaves the others", () => {
    const inserted = [clause("pasal", "", { cid: cidOf(81) }), ...linked];
    const states = referenceStates(inserted).filter(({ cid }) => cid === cidOf(13));
    const source = linked[13];
    expect(
      source &&
        correctedRuns(source, states.slice(0, 1))
          .map((run) => run.text)
          .join(""),
    ).toBe(source && clauseText(source));
    expect(
      source &&
        correctedRuns(source, states)
          .map((run) => run.text)
          .join(""),
    ).toContain("sesuai Pasal 2 angka 1 huruf b.");
  });

  test("[RF15] words that named nothing when they were written are unbound, not fine, once they name something", () => {
    const source = linkReferences(
      outline("pasal\n isi | sesuai Pasal 2 dan Pasal 1.\n lampiran\n isi | lihat Pasal 3"),
    );
    expect(show(source)).toEqual(["broken: Pasal 2", "ok: Pasal 1"]);
    const grown = [
      ...source.slice(0, 2),
      clause("pasal", "", { cid: cidOf(82) }),
      clause("pasal", "", { cid: cidOf(83) }),
      ...source.slice(2),
    ];
    expect(referenceStates(grown)).toMatchObject([
      {
        state: "unbound",
        words: "Pasal 2",
        presentWords: "Pasal 2",
        target: cidOf(82),
        start: 7,
        runIndex: 0,
      },
      { state: "ok", words: "Pasal 1" },
    ]);
    // What nobody confirmed is not corrected either.
    expect(correctReferences(grown)).toEqual(grown);
  });

  test("[RF15] what speaks of another act is never unbound", () => {
    expect(show(outline("pasal\n isi | Pasal 1 Undang-Undang Nomor 5 Tahun 2014 berlaku."))).toEqual([]);
  });

  describe("to a clause that was joined into another", () => {
    const source = linkReferences(
      outline("pasal\n ayat\n ayat\n ayat\n pasal\n isi | pada Pasal 1 ayat (2) dan ayat (3)."),
    );
    const joined = source.filter(({ cid }) => cid !== cidOf(2));
    const origins = [{ cid: cidOf(1), merged: [cidOf(2)] }];
    const states = (clauses: readonly Clause[], notes = origins): string[] =>
      referenceStates(clauses, undefined, notes).map(
        ({ state, words, presentWords, mergedInto }) =>
          `${state}: ${words} -> ${presentWords} ${mergedInto ?? ""}`,
      );

    test("[RF14] says the label of the clause that took it in", () => {
      expect(states(joined)).toEqual([
        `shifted: Pasal 1 ayat (2) -> Pasal 1 ayat (1) ${cidOf(1)}`,
        "shifted: ayat (3) -> ayat (2) ",
      ]);
      expect(states(joined, [])[0]).toBe("broken: Pasal 1 ayat (2) -> null ");
    });

    test("[RF14] a correction moves the reference there", () => {
      const corrected = correctReferences(joined, origins);
      expect(corrected.at(-1)?.runs.filter(({ ref }) => ref)).toEqual([
        { text: "Pasal 1 ayat (1)", ref: cidOf(1) },
        { text: "ayat (2)", ref: cidOf(3) },
      ]);
      // The note of the join is no longer needed.
      expect(referenceStates(corrected).map(({ state }) => state)).toEqual(["ok", "ok"]);
    });

    test("[RF14] through a join that was itself joined, and never in a circle", () => {
      const notes = [...origins, { cid: cidOf(3), merged: [cidOf(1)] }];
      const left = joined.filter(({ cid }) => cid !== cidOf(1));
      expect(states(left, notes)[0]).toBe(`shifted: Pasal 1 ayat (2) -> Pasal 1 ayat (1) ${cidOf(3)}`);
      const circle = [...origins, { cid: cidOf(2), merged: [cidOf(1)] }];
      expect(states(left, circle)[0]).toMatch(/^broken/);
    });

    test("[RF14] a clause that is present again stands for itself, one whose heir is gone too is broken", () => {
      expect(states(source)).toEqual([
        "ok: Pasal 1 ayat (2) -> Pasal 1 ayat (2) ",
        "ok: ayat (3) -> ayat (3) ",
      ]);
      expect(states(joined.filter(({ cid }) => cid !== cidOf(1)))[0]).toMatch(/^broken/);
    });

    test("[RF14] a reference over two looks moves as one", () => {
      const last = joined.at(-1) as Clause;
      const runs = last.runs.flatMap((run, at) =>
        at === 1
          ? [
              { ...run, text: "Pasal 1 " },
              { ...run, text: "ayat (2)", bold: true as const },
            ]
          : [run],
      );
      const corrected = correctReferences([...joined.slice(0, -1), { ...last, runs }], origins);
      expect(corrected.at(-1)?.runs[1]).toEqual({ text: "Pasal 1 ayat (1)", ref: cidOf(1) });
    });
  });
});
