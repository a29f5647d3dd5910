import { describe, expect, test } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { readDocument } from "../../collab/document/read.ts";
import { createDocumentUpdate, moveClauses } from "../../collab/document/write.ts";
import {
  $clauseNodes,
  $insertClauseAfter,
  $joinWithPrevious,
  $removeClauses,
  $selectText,
  $setShape,
  $splitClause,
} from "../../collab/document/operations.ts";
import { cidOf, clause, createPeer, exchange, textOf } from "./support.ts";
import type { Peer } from "./support.ts";

const START = createDocumentUpdate([clause(1, "satu"), clause(2, "dua")]);
const AYAT = { kind: "ayat", level: 0 } as const;

function two(): [Peer, Peer] {
  const [a, b] = [1, 2].map((clientID) => createPeer(START, { clientID, captureTimeoutMs: 0 })) as [
    Peer,
    Peer,
  ];
  return [a, b];
}

function type(peer: Peer, index: number, offset: number, text: string): void {
  peer.edit(() => $selectText($clauseNodes()[index]!, offset).insertText(text));
}

describe("undo takes back one's own changes only", () => {
  test("what another typed stays when one undoes one's own typing (lexical#6614)", () => {
    const [a, b] = two();
    type(a, 0, 4, " punya A");
    exchange(a.doc, b.doc);
    type(b, 0, 12, " punya B");
    exchange(a.doc, b.doc);
    expect(a.binding.undo()).toBe(true);
    exchange(a.doc, b.doc);
    expect(textOf(a.clauses())).toEqual(["satu punya B", "dua"]);
    expect(b.clauses()).toEqual(a.clauses());
    expect(a.binding.undo()).toBe(false);
  });

  test("a clause that one made stays, with its cid and kind, when another has written into it", () => {
    const [a, b] = two();
    a.edit(() => {
      $insertClauseAfter($clauseNodes()[0]!, { kind: "huruf", level: 2 }).select().insertText("dari A ");
    });
    exchange(a.doc, b.doc);
    const made = a.clauses()[1]!;
    type(b, 1, 7, "dari B");
    exchange(a.doc, b.doc);
    a.binding.undo();
    exchange(a.doc, b.doc);
    expect(readDocument(b.doc).clauses[1]).toEqual({ ...made, runs: [{ text: "dari B" }] });
    a.binding.redo();
    exchange(a.doc, b.doc);
    expect(textOf(b.clauses())[1]).toContain("dari B");
  });

  test("undo of a split whose first half was moved meanwhile loses no words of others", () => {
    const [a, b] = two();
    type(b, 0, 4, " kata B");
    exchange(a.doc, b.doc);
    a.edit(() => {
      $selectText($clauseNodes()[0]!, 4);
      $splitClause(AYAT);
    });
    exchange(a.doc, b.doc);
    moveClauses(b.doc, { cids: [cidOf(1)], before: null }, { name: "move" });
    exchange(a.doc, b.doc);
    a.binding.undo();
    exchange(a.doc, b.doc);
    expect(textOf(a.clauses()).join("|")).toContain(" kata B");
  });

  test("undo and redo of split and join bring the original cids back", () => {
    const [a] = two();
    const before = a.clauses();
    a.edit(() => {
      $selectText($clauseNodes()[0]!, 2);
      $splitClause(AYAT);
    });
    const split = a.clauses();
    expect(split).toHaveLength(3);
    a.binding.undo();
    expect(a.clauses()).toEqual(before);
    a.binding.redo();
    expect(a.clauses()).toEqual(split);
    a.binding.undo();
    a.edit(() => void $joinWithPrevious($clauseNodes()[1]!));
    expect(textOf(a.clauses())).toEqual(["satudua"]);
    a.binding.undo();
    expect(a.clauses()).toEqual(before);
  });

  test("a removed clause comes back whole although another changed its kind at the same moment", () => {
    const [a, b] = two();
    a.edit(() => $removeClauses([$clauseNodes()[1]!]));
    b.edit(() => $setShape($clauseNodes()[1]!, { kind: "huruf", level: 1 }));
    exchange(a.doc, b.doc);
    a.binding.undo();
    exchange(a.doc, b.doc);
    const back = readDocument(b.doc).clauses[1]!;
    expect(back.cid).toBe(cidOf(2));
    expect(textOf([back])).toEqual(["dua"]);
  });

  test("a change without our origin, such as the server's, is never undone", () => {
    const [a, b] = two();
    moveClauses(b.doc, { cids: [cidOf(2)], before: cidOf(1) }, { name: "move" });
    exchange(a.doc, b.doc);
    expect(a.binding.undo()).toBe(false);
    expect(createPeer(encodeStateAsUpdate(a.doc)).clauses()).toEqual(b.clauses());
  });
});
