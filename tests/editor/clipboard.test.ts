/** Copy, cut and paste as commands on a headless editor; the browser's own part is in the journeys. */
import { $getRoot, COPY_COMMAND, CUT_COMMAND, PASTE_COMMAND } from "lexical";
import { beforeAll, describe, expect, test } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { registerClipboard } from "../../client/editor/clipboard.ts";
import { registerStructure } from "../../client/editor/structure.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText } from "../../collab/document/operations.ts";
import { createDocument } from "../../collab/document/write.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidOf, cidSeries, clause, createPeer } from "../document/support.ts";

class Data {
  readonly kept = new Map<string, string>();
  setData(type: string, text: string): void {
    this.kept.set(type, text);
  }
  getData(type: string): string {
    return this.kept.get(type) ?? "";
  }
}
class FakeClipboardEvent extends Event {
  readonly clipboardData: Data;
  constructor(type: string, data: Data) {
    super(type, { cancelable: true });
    this.clipboardData = data;
  }
}
beforeAll(() => {
  Object.assign(globalThis, { ClipboardEvent: FakeClipboardEvent });
});

function start(clauses: readonly Clause[], policyId = "P1", series = 5) {
  const peer = createPeer(encodeStateAsUpdate(createDocument(clauses)), { newCid: cidSeries(series) });
  const structure = registerStructure(peer.editor);
  const announced: string[] = [];
  const asked: (readonly Cid[])[] = [];
  let agree = true;
  registerClipboard(peer.editor, {
    policyId,
    structure,
    newCid: cidSeries(series + 1),
    beforeStep: () => peer.binding.stopCapturing(),
    guard: (cids, _act, go) => {
      asked.push(cids);
      if (agree) go();
    },
    announce: (code) => announced.push(code),
  });
  const node = (index: number) => $getRoot().getChildAtIndex(index) as ClauseNode;
  return {
    peer,
    announced,
    asked,
    refuse: () => (agree = false),
    select: (from: number, start: number, to = from, end = start) =>
      peer.edit(() => void $selectText(node(from), start, node(to), end)),
    send: (command: typeof PASTE_COMMAND, data = new Data()) => {
      peer.editor.update(
        () => peer.editor.dispatchCommand(command, new FakeClipboardEvent("x", data) as never),
        {
          discrete: true,
        },
      );
      return data;
    },
    words: (text: string) => {
      const data = new Data();
      data.setData("text/plain", text);
      return data;
    },
    texts: () => peer.clauses().map(clauseText),
    cids: () => peer.clauses().map(({ cid }) => cid),
  };
}
const three = [clause(1, "satu"), clause(2, "dua"), clause(3, "tiga")];

describe("our own clauses", () => {
  test("cut and paste moves them with their cids", () => {
    const at = start(three);
    at.select(0, 0, 1, 3);
    const data = at.send(CUT_COMMAND as never);
    expect(at.texts()).toEqual(["tiga"]);
    at.select(0, 4);
    at.send(PASTE_COMMAND, data);
    expect(at.texts()).toEqual(["tiga", "satu", "dua"]);
    expect(at.cids()).toEqual([cidOf(3), cidOf(1), cidOf(2)]);
  });

  test("copies get new cids, and references among them follow the copies", () => {
    const at = start([
      clause(1, [
        { text: "lihat " },
        { text: "ayat (2)", ref: cidOf(2) },
        { text: " dan " },
        { text: "x", ref: cidOf(3) },
      ]),
      clause(2, "dua"),
      clause(3, "tiga"),
    ]);
    at.select(0, 0, 1, 3);
    const data = at.send(COPY_COMMAND as never);
    at.select(2, 4);
    at.send(PASTE_COMMAND, data);
    const all = at.peer.clauses();
    expect(all).toHaveLength(5);
    expect(new Set(at.cids()).size).toBe(5);
    expect(all[3]?.runs.filter(({ ref }) => ref).map(({ ref }) => ref)).toEqual([all[4]?.cid, cidOf(3)]);
  });

  test("into another policy everything is new, and references that point out are only words", () => {
    const source = start([
      clause(1, [{ text: "Pasal 9", ref: cidOf(9) }, { text: " dan " }, { text: "ini", ref: cidOf(2) }]),
      clause(2, "dua"),
    ]);
    source.select(0, 0, 1, 3);
    const data = source.send(COPY_COMMAND as never);
    const other = start([clause(7, "tujuh")], "P2", 9);
    other.select(0, 5);
    other.send(PASTE_COMMAND, data);
    const all = other.peer.clauses();
    expect(all.map(clauseText)).toEqual(["tujuh", "Pasal 9 dan ini", "dua"]);
    expect(other.cids()).not.toContain(cidOf(1));
    expect(other.cids()).not.toContain(cidOf(2));
    expect(all[1]?.runs).toEqual([{ text: "Pasal 9 dan " }, { text: "ini", ref: all[2]?.cid }]);
  });

  test("words go into the clause, with their look", () => {
    const at = start([clause(1, [{ text: "sa" }, { text: "tu", bold: true }]), clause(2, "dua")]);
    at.select(0, 1, 0, 3);
    const data = at.send(COPY_COMMAND as never);
    expect(data.getData("text/plain")).toBe("at");
    at.select(1, 1);
    at.send(PASTE_COMMAND, data);
    expect(at.peer.clauses()[1]?.runs).toEqual([{ text: "da" }, { text: "t", bold: true }, { text: "ua" }]);
  });
});

describe("text from elsewhere", () => {
  const list = "a. pertama;\nb. kedua.";
  test("in an empty clause, in the middle and at the end of one", () => {
    const empty = start([clause(1, "", "isi")]);
    empty.select(0, 0);
    empty.send(PASTE_COMMAND, empty.words(list));
    expect(empty.texts()).toEqual(["pertama;", "kedua."]);

    const middle = start(three);
    middle.select(1, 1);
    middle.send(PASTE_COMMAND, middle.words(list));
    expect(middle.texts()).toEqual(["satu", "d", "pertama;", "kedua.", "ua", "tiga"]);

    const end = start(three);
    end.select(2, 4);
    end.send(PASTE_COMMAND, end.words(list));
    expect(end.texts()).toEqual(["satu", "dua", "tiga", "pertama;", "kedua."]);
  });

  test("over a selection of several clauses, in one step of undo", () => {
    const at = start(three);
    at.select(0, 2, 2, 2);
    at.send(PASTE_COMMAND, at.words("XY"));
    expect(at.texts()).toEqual(["saXYga"]);
    at.peer.binding.undo();
    expect([at.texts(), at.cids()]).toEqual([
      ["satu", "dua", "tiga"],
      [cidOf(1), cidOf(2), cidOf(3)],
    ]);
  });

  test("over clauses in which others write: asked first, and nothing happens when declined", () => {
    const at = start(three);
    at.refuse();
    at.select(0, 2, 2, 2);
    at.send(PASTE_COMMAND, at.words("XY"));
    expect(at.asked).toEqual([[cidOf(2), cidOf(3)]]);
    expect(at.texts()).toEqual(["satu", "dua", "tiga"]);
  });

  test("too long: nothing happens and it is said", () => {
    const at = start(three);
    at.select(0, 0);
    at.send(PASTE_COMMAND, at.words("x\n".repeat(600_000)));
    expect([at.texts(), at.announced]).toEqual([["satu", "dua", "tiga"], ["paste-too-long"]]);
  });
});
