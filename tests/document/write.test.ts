import fc from "fast-check";
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement } from "yjs";
import { describe, expect, test } from "vitest";
import { digestClauses } from "../../collab/document/digest.ts";
import { DocumentFormatError } from "../../collab/document/errors.ts";
import { readDocument, rootOf } from "../../collab/document/read.ts";
import { repairDocument } from "../../collab/document/repair.ts";
import {
  createDocument,
  createDocumentUpdate,
  moveClauses,
  replaceContent,
} from "../../collab/document/write.ts";
import { mergeRuns } from "../../collab/document/runs.ts";
import { $clauseNodes, $removeClauses, $selectText } from "../../collab/document/operations.ts";
import { CLAUSE_KINDS } from "../../domain/clauses/clause.ts";
import type { Clause, ClauseLevel, Run } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidOf, cidSeries, clause, createPeer, exchange, textOf } from "./support.ts";

const COMMAND = { name: "command" };

const run = fc
  .record({
    text: fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "\n"), minLength: 1, maxLength: 8 }),
    bold: fc.boolean(),
    italic: fc.boolean(),
    ref: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ text, bold, italic, ref }): Run => ({
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(ref !== undefined && { ref: cidOf(ref) }),
  }));
const clauses = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom(...CLAUSE_KINDS),
      level: fc.constantFrom<ClauseLevel>(0, 1, 2, 3, 4),
      runs: fc.array(run, { maxLength: 4 }),
      fixed: fc.boolean(),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
  )
  .map((all): Clause[] =>
    all.map(({ number, kind, level, runs, fixed }) =>
      clause(number, mergeRuns(runs), kind, level, fixed ? { number: "7A", quoted: true } : {}),
    ),
  );

describe("writing without an editor", () => {
  test("control characters become spaces, in texts and in the cells of a table", () => {
    const doc = createDocument([
      clause(1, "a\0b\u001bc\td\ne"),
      clause(2, "", "tabel", 0, { value: { head: 0, rows: [["x\0y\nz", "\ud800"]] } }),
    ]);
    const [text, table] = readDocument(doc).clauses;
    expect(text?.runs).toEqual([{ text: "a b c d\ne" }]);
    expect(table?.value?.rows).toEqual([["x y\nz", "\ufffd"]]);
    replaceContent(doc, [clause(1, "a\0")], COMMAND);
    expect(textOf(readDocument(doc).clauses)).toEqual(["a "]);
  });

  test("any clauses are read back as written, and shown by an editor that writes nothing", () => {
    fc.assert(
      fc.property(clauses, (wanted) => {
        const state = createDocumentUpdate(wanted);
        const doc = new Doc();
        applyUpdate(doc, state);
        const read = readDocument(doc).clauses;
        // A break between two looks takes one of them: the second reading is the settled form.
        expect(textOf(read)).toEqual(textOf(wanted));
        const again = createDocument(read);
        expect(readDocument(again).clauses).toEqual(read);
        const peer = createPeer(state);
        expect(peer.clauses()).toEqual(read);
        expect(peer.written).toEqual([]);
        peer.dispose();
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  test("replaceContent brings a version's notes back with it; without notes it drops those of clauses that stand again", () => {
    const [one, two] = [clause(1, "satu"), clause(2, "dua")];
    const joined = [clause(1, "satudua")];
    const note = [{ cid: cidOf(1), merged: [cidOf(2)] }];
    const doc = createDocument(joined, note);
    replaceContent(doc, [one, two], COMMAND);
    expect(readDocument(doc).origins).toEqual([]);
    replaceContent(doc, joined, COMMAND, note);
    expect(readDocument(doc).origins).toEqual(note);
    // What happened after the version is undone with its words.
    replaceContent(doc, [one, { ...two, cid: cidOf(3) }], COMMAND, [{ cid: cidOf(3), from: cidOf(1) }]);
    expect(readDocument(doc).origins).toEqual([{ cid: cidOf(3), from: cidOf(1) }]);
    replaceContent(doc, [one], COMMAND, []);
    replaceContent(doc, [one, two], COMMAND);
    expect(readDocument(doc).origins).toEqual([]);
    doc.destroy();
  });

  test("replaceContent makes any document equal any other, in the form of a new one", () => {
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const doc = createDocument(before);
        const settled = readDocument(createDocument(after)).clauses;
        const peer = createPeer(encodeStateAsUpdate(doc));
        replaceContent(doc, settled, COMMAND);
        expect(readDocument(doc).clauses).toEqual(settled);
        exchange(doc, peer.doc);
        expect(peer.clauses()).toEqual(settled);
        let writes = 0;
        doc.on("update", () => writes++);
        replaceContent(doc, settled, COMMAND);
        expect(writes).toBe(0);
        peer.dispose();
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  test("what another types while the content is replaced survives in a kept clause", () => {
    const state = createDocumentUpdate([clause(1, "kata lama"), clause(2, "dua")]);
    const peer = createPeer(state, { clientID: 1 });
    const server = new Doc();
    applyUpdate(server, state);
    peer.edit(() => $selectText($clauseNodes()[0]!, 0).insertText("dulu "));
    replaceContent(server, [clause(2, "dua"), clause(1, "kata baru")], COMMAND);
    exchange(server, peer.doc);
    expect(textOf(readDocument(server).clauses).join("|")).toMatch(/kata baru/);
    expect(peer.clauses()).toEqual(readDocument(server).clauses);
    peer.dispose();
  });

  test("a move keeps cid, looks, notes and comment keys, and its inverse puts all back", () => {
    const runs: Run[] = [
      { text: "tebal", bold: true },
      { text: "\nlihat " },
      { text: "Pasal 1", ref: cidOf(1) },
    ];
    const doc = createDocument(
      [clause(1, "a"), clause(2, runs), clause(3, "c"), clause(4, "d")],
      [{ cid: cidOf(2), from: cidOf(9), merged: [cidOf(8)] }],
    );
    const text = (rootOf(doc).get(1) as XmlElement).get(0) as {
      format(at: number, length: number, marks: object): void;
    };
    text.format(0, 2, { "s_c:thread": true });
    const before = readDocument(doc);
    const inverse = moveClauses(doc, { cids: [cidOf(2), cidOf(3)], before: null }, COMMAND);
    const moved = readDocument(doc);
    expect(moved.clauses.map(({ cid }) => cid)).toEqual([1, 4, 2, 3].map((number) => cidOf(number)));
    expect(moved.origins).toEqual(before.origins);
    expect(JSON.stringify((rootOf(doc).get(2) as XmlElement).toJSON())).toContain("s_c:thread");
    moveClauses(doc, inverse, COMMAND);
    expect(readDocument(doc)).toEqual(before);
  });

  test("a move of what is gone or no longer together is refused as stale", () => {
    const doc = createDocument([clause(1, "a"), clause(2, "b"), clause(3, "c")]);
    const move = (cids: number[], before: number | null) => () =>
      moveClauses(
        doc,
        { cids: cids.map((n) => cidOf(n)), before: before === null ? null : cidOf(before) },
        COMMAND,
      );
    for (const bad of [move([7], null), move([1, 3], null), move([], null), move([1], 9), move([1, 2], 2)]) {
      expect(bad).toThrow(expect.objectContaining({ code: "stale" }));
    }
  });
});

describe("reading", () => {
  test("gives the normal form, and the digest of an editor that holds another form is the same", () => {
    const doc = createDocument([clause(1, [{ text: "cafe", bold: true }, { text: "\u0301 \ud800" }])]);
    const { clauses: read } = readDocument(doc);
    expect(read[0]?.runs.map(({ text }) => text).join("")).toBe("café \ufffd");
    const peer = createPeer(encodeStateAsUpdate(doc));
    expect(digestClauses(peer.clauses())).toBe(digestClauses(read));
    peer.dispose();
  });

  test.each([
    ["another element", (root: XmlElement) => root.insert(0, [new XmlElement("paragraph")]), "element 1"],
    ["a clause without cid", (root: XmlElement) => root.insert(0, [new XmlElement("clause")]), "clause 1"],
    [
      "an unknown attribute",
      (root: XmlElement) => (root.get(0) as XmlElement).setAttribute("__dir", "rtl"),
      "clause 1",
    ],
    [
      "an element inside",
      (root: XmlElement) => (root.get(0) as XmlElement).insert(0, [new XmlElement("b")]),
      "clause 1",
    ],
  ])("refuses %s and names the place", (_what, spoil, place) => {
    const doc = createDocument([clause(1, "a")]);
    spoil(rootOf(doc));
    expect(() => readDocument(doc)).toThrow(DocumentFormatError);
    expect(() => readDocument(doc)).toThrow(place);
  });
});

describe("repair", () => {
  test("of clauses with one cid the first keeps it, and no words go", () => {
    const state = createDocumentUpdate([clause(1, "satu"), clause(2, "dua")]);
    const [a, b] = [1, 2].map((clientID) => createPeer(state, { clientID }));
    for (const peer of [a!, b!]) peer.edit(() => $removeClauses([$clauseNodes()[1]!]));
    exchange(a!.doc, b!.doc);
    for (const peer of [a!, b!]) peer.binding.undo();
    exchange(a!.doc, b!.doc);
    const server = new Doc();
    applyUpdate(server, encodeStateAsUpdate(a!.doc));
    expect(textOf(readDocument(server).clauses)).toEqual(["satu", "dua", "dua"]);
    const repairs = repairDocument(server, { newCid: cidSeries(5) });
    expect(repairs).toEqual([{ problem: "duplicate-cid", place: 2, was: cidOf(2), cid: cidOf(1, 5) }]);
    expect(readDocument(server).origins).toEqual([{ cid: cidOf(1, 5), from: cidOf(2) }]);
    expect(repairDocument(server, { newCid: cidSeries(5) })).toEqual([]);
  });

  test("an empty document gets one clause, a clause without cid or kind gets both, bad values go", () => {
    const doc = new Doc();
    expect(repairDocument(doc, { newCid: cidSeries() })).toEqual([
      { problem: "empty-document", place: 0, cid: cidOf(1) },
    ]);
    const bare = new XmlElement("clause");
    bare.setAttribute("s_level", 9 as never);
    rootOf(doc).insert(1, [bare]);
    repairDocument(doc, { newCid: cidSeries(6) });
    expect(readDocument(doc).clauses[1]).toEqual({
      cid: cidOf(1, 6) as Cid,
      kind: "isi",
      level: 0,
      runs: [],
    });
  });

  test("two who type into a clause without text at once keep both words, once", () => {
    const state = createDocumentUpdate([clause(1, ""), clause(2, "dua")]);
    const bare = new Doc();
    applyUpdate(bare, state);
    (rootOf(bare).get(0) as XmlElement).delete(0, 1);
    const [a, b, c] = [1, 2, 3].map((clientID) => createPeer(encodeStateAsUpdate(bare), { clientID }));
    a!.edit(() => $selectText($clauseNodes()[0]!, 0).insertText("AAA"));
    b!.edit(() => $selectText($clauseNodes()[0]!, 0).insertText("BBB"));
    exchange(a!.doc, b!.doc, c!.doc);
    expect(repairDocument(c!.doc, { newCid: cidSeries(7) })).toEqual([
      { problem: "adjacent-texts", place: 0 },
    ]);
    exchange(a!.doc, b!.doc, c!.doc);
    for (const peer of [a!, b!, c!]) {
      expect(textOf(peer.clauses())[0]).toMatch(/^(AAABBB|BBBAAA)$/);
      expect(peer.clauses()).toEqual(readDocument(c!.doc).clauses);
    }
  });
});
