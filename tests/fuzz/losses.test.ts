import { describe, expect, it } from "vitest";
import { Doc, applyUpdate, encodeStateAsUpdate } from "yjs";
import type { Transaction, XmlText } from "yjs";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import { clause } from "../document/support.ts";
import { root } from "../room/support.ts";
import { Ledger, type Act } from "./losses.ts";

const state = createDocumentUpdate([clause(1, "a"), clause(2, "b")]);
const textIn = (doc: Doc, place: number) =>
  (root(doc).get(place) as unknown as { get(at: 0): XmlText }).get(0);

function author(ledger: Ledger) {
  const doc = new Doc();
  applyUpdate(doc, state);
  const act = (what: string, fn: () => void, more: Partial<Act> = {}) => {
    const note = (transaction: Transaction) =>
      ledger.note({ what, removes: false, took: new Set(), ...more }, transaction);
    doc.on("afterTransaction", note);
    doc.transact(fn, what);
    doc.off("afterTransaction", note);
  };
  return { doc, act };
}

describe("the ledger of the fuzz", () => {
  const ledger = () => new Ledger(/[\u4e00-\u9fff]/gu);

  it("reports a character that an act removed which does not remove words", () => {
    const book = ledger();
    const { doc, act } = author(book);
    act("type", () => textIn(doc, 0).insert(0, "x一y"));
    act("split", () => textIn(doc, 0).delete(0, 3));
    expect(book.unexplained(["一"])[0]).toMatch(/written by type, removed by split: NOBODY ANSWERS/);
  });

  it("reports a character that never was written", () => {
    expect(ledger().unexplained(["一"])).toHaveLength(1);
  });

  it("asks after each copy: an answer for one is none for the other", () => {
    const book = ledger();
    const { doc, act } = author(book);
    act("type", () => textIn(doc, 0).insert(0, "一"));
    act("join", () => {
      textIn(doc, 1).insert(0, "一");
      textIn(doc, 0).delete(0, 1);
    });
    act("undo", () => textIn(doc, 1).delete(0, 1));
    const [problem] = book.unexplained(["一"]);
    expect(problem).toMatch(/join wrote it again elsewhere/);
    expect(problem).toMatch(/removed by undo: NOBODY ANSWERS/);
  });

  it("accepts what a person deleted or took back", () => {
    const book = ledger();
    const { doc, act } = author(book);
    act("type", () => textIn(doc, 0).insert(0, "一二"));
    act("erase", () => textIn(doc, 0).delete(0, 1), { removes: true });
    act("undo", () => textIn(doc, 0).delete(0, 1), { took: new Set(["二"]) });
    expect(book.unexplained(["一", "二"])).toEqual([]);
  });

  it("asks after the copy that an undo left when it removed a double", () => {
    const book = ledger();
    const { doc, act } = author(book);
    act("type", () => textIn(doc, 0).insert(0, "一"));
    act("paste", () => textIn(doc, 1).insert(0, "一"));
    act("undo", () => textIn(doc, 1).delete(0, 1), { kept: new Set(["一"]) });
    expect(book.unexplained(["一"])).toHaveLength(1);
    act("erase", () => textIn(doc, 0).delete(0, 1), { removes: true });
    expect(book.unexplained(["一"])).toEqual([]);
  });

  it("accepts what was written into an element that another removed unseen, and only that", () => {
    const book = ledger();
    const one = author(book);
    const other = author(book);
    one.act("type", () => textIn(one.doc, 0).insert(0, "一"));
    applyUpdate(other.doc, encodeStateAsUpdate(one.doc));
    one.act("type", () => textIn(one.doc, 0).insert(1, "二"));
    other.act("join", () => root(other.doc).delete(0, 1));
    expect(book.unexplained(["二"])).toEqual([]);
    expect(book.reasons("二")).toEqual([
      { kind: "unseen", text: "join removed what it was written into, unseen" },
    ]);
    expect(book.unexplained(["一"])).toHaveLength(1);
  });
});
