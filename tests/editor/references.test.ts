/** References while the text lives: what becomes one, what stays one, and what undo gives back. */
import { $getRoot } from "lexical";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { registerReferences } from "../../client/editor/reference-marks.ts";
import { registerStructure } from "../../client/editor/structure.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import {
  $insertClauseAfter,
  $joinWithPrevious,
  $selectText,
  $splitClause,
} from "../../collab/document/operations.ts";
import { createDocument } from "../../collab/document/write.ts";
import { clauseText, type Run } from "../../domain/clauses/clause.ts";
import { cidOf, cidSeries, clause, createPeer } from "../document/support.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(words: readonly Run[] | string) {
  const state = encodeStateAsUpdate(
    createDocument([
      clause(1, "", "pasal"),
      clause(2, "satu", "isi"),
      clause(3, "", "pasal"),
      clause(4, words, "isi"),
    ]),
  );
  const peer = createPeer(state, { newCid: cidSeries(4) });
  const structure = registerStructure(peer.editor);
  const references = registerReferences(peer.editor, peer.binding, structure);
  vi.advanceTimersByTime(1_000);
  const node = (index: number) => $getRoot().getChildAtIndex(index) as ClauseNode;
  return {
    peer,
    references,
    idle: async () => {
      await vi.advanceTimersByTimeAsync(1_000);
    },
    type: (text: string, from: number, to = from) =>
      peer.edit(() => $selectText(node(3), from, node(3), to).insertText(text)),
    insertPasalFirst: () =>
      peer.edit(() => {
        const body = $insertClauseAfter(node(1), { kind: "pasal", level: 0 });
        $insertClauseAfter(body, { kind: "isi", level: 0 });
      }),
    runs: () => peer.clauses().at(-1)?.runs,
    text: () => clauseText(peer.clauses().at(-1) ?? { runs: [] }),
  };
}
const linked = [{ text: "menurut " }, { text: "Pasal 1", ref: cidOf(1) }];

describe("references", () => {
  test("words that are typed become one when they resolve, and undo takes both back in one step", async () => {
    const at = start("menurut ");
    at.type("Pasal 1", 8);
    await at.idle();
    expect(at.runs()).toEqual(linked);
    expect(at.peer.binding.undoManager.undoStack).toHaveLength(1);
    at.peer.binding.undo();
    expect(at.runs()).toEqual([{ text: "menurut " }]);
  });

  test("words that were there before, and that nobody touched, are left alone", async () => {
    const at = start("menurut Pasal 1");
    await at.idle();
    expect(at.runs()).toEqual([{ text: "menurut Pasal 1" }]);
  });

  test("typing at its end does not make it longer", async () => {
    const at = start(linked);
    at.type(" dan lain", 15);
    await at.idle();
    expect(at.runs()).toEqual([...linked, { text: " dan lain" }]);
  });

  test("typing over it reads it anew", async () => {
    const at = start(linked);
    at.type("2", 14, 15);
    await at.idle();
    expect(at.runs()).toEqual([{ text: "menurut " }, { text: "Pasal 2", ref: cidOf(3) }]);
    const other = start(linked);
    other.type("Peraturan", 8, 15);
    await other.idle();
    expect(other.runs()).toEqual([{ text: "menurut Peraturan" }]);
  });

  test("words that were taken back at once are not linked afterwards, and can be done again", async () => {
    const at = start("menurut Pasal 1");
    at.type(" dan", 15);
    at.peer.binding.undo();
    await at.idle();
    expect(at.runs()).toEqual([{ text: "menurut Pasal 1" }]);
    expect(at.peer.binding.undoManager.redoStack).toHaveLength(1);
    at.peer.binding.redo();
    expect(at.text()).toBe("menurut Pasal 1 dan");
  });

  test("one that shifted is found, corrected, and the correction is one step of undo", async () => {
    const at = start(linked.with(1, { text: "Pasal 2", ref: cidOf(3) }));
    at.insertPasalFirst();
    await at.idle();
    expect(at.references.states.get().map(({ state, presentWords }) => [state, presentWords])).toEqual([
      ["shifted", "Pasal 3"],
    ]);
    const steps = at.peer.binding.undoManager.undoStack.length;
    expect(at.references.correct(at.references.states.get())).toBe(1);
    expect(at.text()).toBe("menurut Pasal 3");
    expect(at.references.states.get()).toEqual([]);
    expect(at.peer.binding.undoManager.undoStack).toHaveLength(steps + 1);
    at.peer.binding.undo();
    await at.idle();
    expect(at.text()).toBe("menurut Pasal 2");
    expect(at.references.states.get()).toHaveLength(1);
  });

  test("one whose target went is broken", async () => {
    const at = start(linked);
    at.peer.edit(() => {
      for (const child of $getRoot().getChildren().slice(0, 2)) child.remove();
    });
    await at.idle();
    expect(at.references.states.get().map(({ state }) => state)).toEqual(["broken"]);
  });

  describe("words that name nothing when they are typed", () => {
    const found = (at: ReturnType<typeof start>) =>
      at.references.states.get().map(({ state, words, target }) => ({ state, words, target }));

    async function grown() {
      const at = start("menurut ");
      at.type("Pasal 3", 8);
      await at.idle();
      expect(found(at)).toEqual([{ state: "broken", words: "Pasal 3", target: null }]);
      at.insertPasalFirst();
      await at.idle();
      return at;
    }

    test("[RF15] are not bound when something gets that name, but asked about", async () => {
      const at = await grown();
      expect(at.text()).toBe("menurut Pasal 3");
      expect(found(at)).toEqual([{ state: "unbound", words: "Pasal 3", target: cidOf(3) }]);
      expect(at.runs()).toEqual([{ text: "menurut Pasal 3" }]);
    });

    test("[RF15] an edit beside them does not bind them, what is typed beside them is", async () => {
      const at = await grown();
      at.peer.edit(() => {
        const last = $getRoot().getLastChild<ClauseNode>();
        if (last) $selectText(last, 15).insertText(" dan Pasal 1");
      });
      await at.idle();
      expect(at.runs()?.map(({ text, ref }) => [text, ref !== undefined])).toEqual([
        ["menurut Pasal 3 dan ", false],
        ["Pasal 1", true],
      ]);
      expect(found(at).map(({ state }) => state)).toEqual(["unbound"]);
    });

    test("[RF15] nor does splitting or joining the clause", async () => {
      const at = await grown();
      at.peer.edit(() => {
        const last = $getRoot().getLastChild<ClauseNode>();
        if (last) $selectText(last, 8);
        $splitClause({ kind: "isi", level: 0 });
      });
      await at.idle();
      expect(found(at).map(({ state }) => state)).toEqual(["unbound"]);
      at.peer.edit(() => {
        const last = $getRoot().getLastChild<ClauseNode>();
        if (last) $joinWithPrevious(last);
      });
      await at.idle();
      expect(at.text()).toBe("menurut Pasal 3");
      expect(found(at).map(({ state }) => state)).toEqual(["unbound"]);
    });

    test("[RF15] are bound by a person in one step of undo", async () => {
      const at = await grown();
      const [finding] = at.references.states.get();
      const steps = at.peer.binding.undoManager.undoStack.length;
      if (finding) at.references.bind(finding);
      expect(at.runs()).toEqual([{ text: "menurut " }, { text: "Pasal 3", ref: cidOf(3) }]);
      expect(found(at)).toEqual([]);
      await at.idle();
      expect(at.runs()).toEqual([{ text: "menurut " }, { text: "Pasal 3", ref: cidOf(3) }]);
      expect(at.peer.binding.undoManager.undoStack).toHaveLength(steps + 1);
      at.peer.binding.undo();
      await at.idle();
      expect(found(at).map(({ state }) => state)).toEqual(["unbound"]);
    });
  });
});
