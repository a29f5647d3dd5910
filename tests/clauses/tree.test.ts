import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { CLAUSE_KINDS, type Clause, type ClauseKind, type ClauseLevel } from "../../domain/clauses/clause.ts";
import { commentableIndex, offersComment } from "../../domain/clauses/commentable.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import {
  ancestorsOf,
  childrenOf,
  deriveTree,
  nextSibling,
  previousSibling,
} from "../../domain/clauses/tree.ts";
import { cidOf, outline } from "./builders.ts";
import { naiveLabels, naiveTree, parentsOf } from "./naive.ts";

const anyClause = fc.record({
  kind: fc.oneof(
    fc.constantFrom<ClauseKind>(
      "bab",
      "pasal",
      "ayat",
      "huruf",
      "angka",
      "isi",
      "butir",
      "lampiran",
      "menimbang",
    ),
    fc.constantFrom(...CLAUSE_KINDS),
  ),
  level: fc.constantFrom<ClauseLevel>(0, 1, 1, 2, 3, 4),
  quoted: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  number: fc.option(fc.constantFrom("1", "2A", "7", "19A", "a1", "XIIA", "I", "KEDUA", "...", "Ayat (1)"), {
    freq: 5,
  }),
});
const anyText: fc.Arbitrary<Clause[]> = fc.array(anyClause, { maxLength: 40 }).map((list) =>
  list.map(({ kind, level, quoted, number }, n) => ({
    cid: cidOf(n),
    kind,
    level: ["huruf", "angka", "subhuruf", "subangka", "isi"].includes(kind) ? level : 0,
    runs: [],
    ...(quoted && { quoted: true as const }),
    ...(number !== null && { number }),
  })),
);

describe("tree", () => {
  const parents = (text: string): string => deriveTree(outline(text)).parent.join(" ");

  test("[CL1] structure by rank, ayat below pasal, items by level", () => {
    expect(
      parents("bab\n bagian\n paragraf\n pasal\n ayat\n huruf1\n angka2\n huruf1\n ayat\n pasal\n bab"),
    ).toBe("-1 0 1 2 3 4 5 4 3 2 -1");
  });

  test("[CL1] a Pasal's text holds its list; a closing phrase stands beside it", () => {
    expect(parents("pasal\n isi\n huruf1\n angka2\n isi1\n huruf1\n isi")).toBe("-1 0 1 2 1 1 0");
  });

  test("[CL2] provisions stand at the top, hold items, and end with the next heading or formula", () => {
    expect(parents("menimbang\n angka1\n mengingat\n frasa\n bab\n pasal\n isi\n penutup\n isi")).toBe(
      "-1 0 -1 -1 -1 4 5 -1 -1",
    );
    expect(parents("diktum\n huruf1\n diktum")).toBe("-1 0 -1");
  });

  test("[CL3] a quoted block hangs on the clause before it", () => {
    expect(parents("pasal #I\n butir\n > bab\n > pasal\n > ayat\n butir\n pasal #II")).toBe(
      "-1 0 1 2 3 0 -1",
    );
  });

  test("[CL3] a Lampiran holds all that follows, entries of the Penjelasan nest by what they explain", () => {
    expect(parents("pasal\n lampiran\n bab\n pasal\n penutup\n lampiran\n tabel")).toBe("-1 -1 1 2 1 -1 5");
    expect(
      parents(
        "pasal\n ayat\n huruf1\n penjelasan-umum\n isi\n penjelasan-pasal @0\n penjelasan-pasal @1\n penjelasan-pasal @2\n penjelasan-pasal @1",
      ),
    ).toBe("-1 0 1 -1 3 -1 5 6 5");
  });

  test("[CL1] agrees with a naive reading of the same list", () => {
    fc.assert(
      fc.property(anyText, (clauses) => {
        expect([...deriveTree(clauses).parent]).toEqual(parentsOf(naiveTree(clauses), clauses.length));
      }),
      { numRuns: 500 },
    );
  });

  test("[CL4] subtrees are unbroken ranges; children, siblings and ancestors agree with the parents", () => {
    fc.assert(
      fc.property(anyText, (clauses) => {
        const tree = deriveTree(clauses);
        for (const index of clauses.keys()) {
          const inRange = clauses
            .map((_, at) => at)
            .filter((at) => at >= index && at < (tree.end[index] ?? 0));
          const under = clauses
            .map((_, at) => at)
            .filter((at) => at === index || ancestorsOf(tree, at).includes(index));
          expect(inRange).toEqual(under);
          const children = childrenOf(tree, index);
          expect(children).toEqual(clauses.map((_, at) => at).filter((at) => tree.parent[at] === index));
          for (const [order, child] of children.entries()) {
            expect(previousSibling(tree, child)).toBe(children[order - 1] ?? null);
            expect(nextSibling(tree, child)).toBe(children[order + 1] ?? null);
          }
        }
      }),
    );
  });
});

describe("labels against a naive count", () => {
  test("[CL5] [CL6] [CL7] [CL8] [CL9] give the same for any list", () => {
    fc.assert(
      fc.property(anyText, (clauses) => {
        expect(deriveLabels(clauses)).toEqual(naiveLabels(clauses));
      }),
      { numRuns: 500 },
    );
  });
});

describe("comments", () => {
  test("[CL13] an isi offers a comment only where it stands alone under its Pasal", () => {
    const alone = outline("pasal\n isi\n huruf1");
    expect(alone.map((_, index) => offersComment(alone, deriveTree(alone), index))).toEqual([
      true,
      true,
      false,
    ]);
    const two = outline("pasal\n isi\n huruf1\n isi");
    expect(two.map((_, index) => offersComment(two, deriveTree(two), index))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("[CL14] every clause has exactly one place for its comments, itself or an ancestor", () => {
    fc.assert(
      fc.property(anyText, (clauses) => {
        const tree = deriveTree(clauses);
        for (const index of clauses.keys()) {
          const place = commentableIndex(clauses, tree, index);
          expect([index, ...ancestorsOf(tree, index)]).toContain(place);
          expect(commentableIndex(clauses, tree, place)).toBe(place);
        }
      }),
    );
    const ayat = outline("bab\n pasal\n ayat\n huruf1\n angka2\n penutup");
    expect(ayat.map((_, index) => commentableIndex(ayat, deriveTree(ayat), index))).toEqual([
      0, 1, 2, 2, 2, 5,
    ]);
  });
});

describe("citations", () => {
  test("[CL11] name a clause from its Pasal, diktum or Lampiran down", () => {
    const derived = derive(
      outline(`menimbang
        menimbang
        bab
        bagian
        pasal
        ayat
        huruf1
        angka2
        isi
        diktum
        huruf1
        penjelasan-pasal @4
        penjelasan-pasal @5
        lampiran
        huruf1`),
    );
    expect(derived.clauses.map((_, index) => citationOf(derived, index))).toEqual([
      "Menimbang huruf a",
      "Menimbang huruf b",
      "BAB I",
      "BAB I Bagian Kesatu",
      "Pasal 1",
      "Pasal 1 ayat (1)",
      "Pasal 1 ayat (1) huruf a",
      "Pasal 1 ayat (1) huruf a angka 1",
      "Pasal 1 ayat (1)",
      "Diktum KESATU",
      "Diktum KESATU huruf a",
      "Penjelasan Pasal 1",
      "Penjelasan Pasal 1 ayat (1)",
      "Lampiran",
      "Lampiran huruf a",
    ]);
  });
});
