/** Deletions that ask first: what was true when the question was put may be gone when it is answered. */
import {
  $getRoot,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
} from "lexical";
import { describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { registerTyping } from "../../client/editor/typing.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText } from "../../collab/document/operations.ts";
import { createDocument } from "../../collab/document/write.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidOf, clause, createPeer, REMOTE } from "../document/support.ts";

function start() {
  const faults: unknown[] = [];
  const state = encodeStateAsUpdate(
    createDocument([
      clause(9, "", "pasal"),
      clause(1, "satu"),
      clause(2, "dua"),
      clause(3, "tiga"),
      clause(4, "empat"),
    ]),
  );
  const peer = createPeer(state, { onFault: (error) => faults.push(error) });
  const asked: { cids: readonly Cid[]; act: string; go: () => void }[] = [];
  registerTyping(peer.editor, {
    guard: (cids, act, go) => void asked.push({ cids, act, go }),
    beforeStep: () => peer.binding.stopCapturing(),
  });
  const node = (index: number) => $getRoot().getChildAtIndex(index) as ClauseNode;
  return {
    faults,
    asked,
    select: (from: number, begin: number, to = from, end = begin) =>
      peer.edit(() => void $selectText(node(from), begin, node(to), end)),
    send: <T>(command: LexicalCommand<T>, payload: T) =>
      peer.editor.update(() => void peer.editor.dispatchCommand(command, payload), { discrete: true }),
    otherRemoves: (index: number) => {
      const other = createPeer(encodeStateAsUpdate(peer.doc));
      other.edit(() => $getRoot().getChildAtIndex(index)?.remove());
      applyUpdate(peer.doc, encodeStateAsUpdate(other.doc), REMOTE);
      other.dispose();
    },
    answer: async () => {
      asked[0]?.go();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    texts: () => peer.clauses().slice(1).map(clauseText),
  };
}

describe("asked before others' words go", () => {
  test("joining at the start, and what happens when it is agreed", async () => {
    const at = start();
    at.select(2, 0);
    at.send(DELETE_CHARACTER_COMMAND, true);
    expect(at.asked.map(({ cids, act }) => [cids, act])).toEqual([[[cidOf(2)], "join"]]);
    expect(at.texts()).toEqual(["satu", "dua", "tiga", "empat"]);
    await at.answer();
    expect(at.texts()).toEqual(["satudua", "tiga", "empat"]);
  });

  test("deleting, Enter and typing over several clauses", async () => {
    for (const act of ["delete", "enter", "type"] as const) {
      const at = start();
      at.select(1, 2, 3, 2);
      if (act === "delete") at.send(DELETE_CHARACTER_COMMAND, true);
      else if (act === "enter") at.send(INSERT_PARAGRAPH_COMMAND, undefined);
      else at.send(CONTROLLED_TEXT_INSERTION_COMMAND, "X");
      expect(
        at.asked.map((question) => [question.cids, question.act]),
        act,
      ).toEqual([[[cidOf(2), cidOf(3)], "remove"]]);
      await at.answer();
      expect(at.texts(), act).toEqual(
        { delete: ["saga", "empat"], enter: ["sa", "ga", "empat"], type: ["saXga", "empat"] }[act],
      );
    }
  });

  test("the clause is gone when it is answered: nothing breaks", async () => {
    const at = start();
    at.select(2, 0);
    at.send(DELETE_CHARACTER_COMMAND, true);
    at.otherRemoves(2);
    await at.answer();
    expect([at.faults, at.texts()]).toEqual([[], ["satu", "tiga", "empat"]]);

    const forward = start();
    forward.select(1, 4);
    forward.send(DELETE_CHARACTER_COMMAND, false);
    forward.otherRemoves(1);
    await forward.answer();
    expect([forward.faults, forward.texts()]).toEqual([[], ["dua", "tiga", "empat"]]);

    const empty = start();
    empty.select(2, 0, 2, 3);
    empty.send(DELETE_CHARACTER_COMMAND, true);
    expect(empty.asked).toEqual([]);
  });
});
