/** One order for words and moves: what undo takes back, and what it gives up. */
import { describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { $getRoot } from "lexical";
import { registerHistory, type Move } from "../../client/editor/history.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText } from "../../collab/document/operations.ts";
import { createDocument } from "../../collab/document/write.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { cidOf, clause, createPeer, REMOTE } from "../document/support.ts";

const MOVE: Move = { cids: [cidOf(1)], before: null };

function start() {
  const source = createDocument([clause(1, "a"), clause(2, "b")]);
  const peer = createPeer(encodeStateAsUpdate(source));
  const moves: Move[] = [];
  const failures: unknown[] = [];
  let answer: () => Promise<Move | null> = () => Promise.resolve(MOVE);
  const history = registerHistory(
    peer.editor,
    peer.binding,
    (command) => {
      moves.push(command);
      return answer();
    },
    (error) => failures.push(error),
  );
  return {
    peer,
    history,
    moves,
    failures,
    setAnswer: (next: typeof answer) => (answer = next),
    texts: () => peer.clauses().map(clauseText),
    type: (text: string, index = 0) =>
      peer.edit(() => {
        const node = $getRoot().getChildAtIndex<ClauseNode>(index);
        if (node) $selectText(node, node.getTextContentSize()).insertText(text);
      }),
    end: () => peer.binding.stopCapturing(),
    may: () => [history.state.get().canUndo, history.state.get().canRedo],
  };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("history", () => {
  test("words and moves are taken back in the order in which they were done, and done again", async () => {
    const at = start();
    at.type("1");
    at.history.moved(MOVE);
    at.type("2");
    expect(at.texts()[0]).toBe("a12");
    at.history.undo();
    expect([at.texts()[0], at.moves.length]).toEqual(["a1", 0]);
    at.history.undo();
    await turn();
    expect([at.texts()[0], at.moves.length]).toEqual(["a1", 1]);
    at.history.undo();
    expect([at.texts()[0], at.may()]).toEqual(["a", [false, true]]);
    at.history.redo();
    at.history.redo();
    await turn();
    at.history.redo();
    expect([at.texts()[0], at.moves.length, at.may()]).toEqual(["a12", 2, [true, false]]);
  });

  test("a move that the text no longer allows is given up, the steps before it stay", async () => {
    const at = start();
    at.type("1");
    at.history.moved(MOVE);
    at.setAnswer(() => Promise.reject(new Error("stale")));
    at.history.undo();
    await turn();
    expect([at.failures.length, at.may()]).toEqual([1, [true, false]]);
    at.history.undo();
    expect(at.texts()[0]).toBe("a");
  });

  test("a move that is not possible just now stays a step", async () => {
    const at = start();
    at.history.moved(MOVE);
    at.setAnswer(() => Promise.resolve(null));
    at.history.undo();
    await turn();
    expect([at.failures.length, at.may()]).toEqual([0, [true, false]]);
  });

  test("what is typed while a move is taken back is a step of its own", async () => {
    const at = start();
    at.type("1");
    at.history.moved(MOVE);
    let go: (move: Move) => void = () => {};
    at.setAnswer(() => new Promise((resolve) => (go = resolve)));
    at.history.undo();
    at.type("2");
    go(MOVE);
    await turn();
    expect(at.may()).toEqual([true, false]);
    at.history.undo();
    expect(at.texts()[0]).toBe("a1");
    at.history.undo();
    expect(at.texts()[0]).toBe("a");
  });

  test("typing right after an undo ends what could be redone and is a step of its own", () => {
    const at = start();
    at.type("1");
    at.end();
    at.type("2");
    at.history.undo();
    at.type("3");
    expect([at.texts()[0], at.may()]).toEqual(["a13", [true, false]]);
    at.history.undo();
    expect(at.texts()[0]).toBe("a1");
  });

  test("a step whose words another person took away is passed over", () => {
    const at = start();
    at.type("1");
    at.end();
    at.type("2", 1);
    const other = createPeer(encodeStateAsUpdate(at.peer.doc));
    other.edit(() => $getRoot().getChildAtIndex(1)?.remove());
    applyUpdate(at.peer.doc, encodeStateAsUpdate(other.doc), REMOTE);
    expect(at.texts()).toEqual(["a1"]);
    at.history.undo();
    expect([at.texts(), at.may()]).toEqual([["a"], [false, true]]);
  });

  test("nothing is taken back where one may not write any more", () => {
    const at = start();
    at.type("1");
    at.peer.editor.setEditable(false);
    at.history.undo();
    expect(at.texts()[0]).toBe("a1");
  });
});
