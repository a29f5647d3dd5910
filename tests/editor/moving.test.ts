/** A move as the one who writes sees it: the caret goes along, the numbers are said. */
import { $getRoot, $getSelection, $isRangeSelection } from "lexical";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { describe, expect, test } from "vitest";
import { registerCaretFollowing } from "../../client/editor/caret-following.ts";
import type { Announcement } from "../../client/editor/editor-session.ts";
import { makeMoving } from "../../client/editor/moving.ts";
import { makeSoftLock } from "../../client/editor/soft-lock.ts";
import { registerStructure } from "../../client/editor/structure.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf, $offsetIn, $selectText } from "../../collab/document/operations.ts";
import { createDocument, moveClauses } from "../../collab/document/write.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { clause, cidOf, createPeer, REMOTE } from "../document/support.ts";

/** Three pasal with two ayat each: cids 1 to 9. */
const PASAL: Clause[] = [1, 4, 7].flatMap((first) => [
  clause(first, "", "pasal", 0),
  clause(first + 1, `Isi ${first + 1}`, "ayat", 0),
  clause(first + 2, `Isi ${first + 2}`, "ayat", 0),
]);

function start({ late = false } = {}) {
  const server = createDocument(PASAL) as Doc;
  const peer = createPeer(encodeStateAsUpdate(server));
  const structure = registerStructure(peer.editor);
  registerCaretFollowing(peer.editor, structure);
  const told: Announcement[] = [];
  const arrived: string[] = [];
  const deliver = () =>
    applyUpdate(peer.doc, encodeStateAsUpdate(server, encodeStateVector(peer.doc)), REMOTE);
  const moving = makeMoving({
    structure,
    lock: makeSoftLock(
      () => [],
      () => {},
    ),
    settled: () => Promise.resolve(true),
    send: (command) => {
      const back = moveClauses(server, command, REMOTE);
      if (late) setTimeout(deliver, 20);
      else deliver();
      return Promise.resolve(back);
    },
    announce: (announcement) => void told.push(announcement),
    arrived: (cids) => void arrived.push(...cids),
  });
  return {
    ...moving,
    peer,
    told,
    arrived,
    order: () => structure.clauses.map(({ cid }) => cid),
    put: (index: number, offset: number, toIndex = index, toOffset = offset) =>
      peer.edit(() => {
        const at = (place: number) => $getRoot().getChildAtIndex<ClauseNode>(place) as ClauseNode;
        $selectText(at(index), offset, at(toIndex), toOffset);
      }),
    caret: () =>
      peer.editor.getEditorState().read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        return [selection.anchor, selection.focus].map((point) => {
          const node = $clauseOf(point.getNode()) as ClauseNode;
          return [node.getCid(), $offsetIn(node, point)];
        });
      }),
  };
}

describe("moving a unit", () => {
  test.each([{ late: false }, { late: true }])(
    "the caret stays on the clause that moves, so that one can go on ($late)",
    async (how) => {
      const at = start(how);
      at.put(8, 3);
      const stands = [
        [cidOf(9), 3],
        [cidOf(9), 3],
      ];
      // The second step is asked for while the first is under way.
      const both = [at.moveUnit("up", cidOf(7)), at.moveUnit("up", cidOf(7))];
      await both[0];
      expect(at.order()[3]).toBe(cidOf(7));
      await Promise.all(both);
      expect(at.order()[0]).toBe(cidOf(7));
      expect(at.caret()).toEqual(stands);
      expect(at.told).toEqual([
        { code: "moved", from: "Pasal 3", to: "Pasal 2" },
        { code: "moved", from: "Pasal 2", to: "Pasal 1" },
      ]);
      expect(at.arrived).toHaveLength(6);
    },
  );

  test("taken back and done again, the caret stays on it as well", async () => {
    const at = start();
    at.put(4, 2);
    const back = await at.moveUnit("down", cidOf(4));
    const again = back && (await at.move(back));
    expect(at.order()[3]).toBe(cidOf(4));
    expect(at.caret()?.[0]).toEqual([cidOf(5), 2]);
    if (again) await at.move(again);
    expect(at.order()[6]).toBe(cidOf(4));
    expect(at.caret()?.[0]).toEqual([cidOf(5), 2]);
    expect(at.told.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "Pasal 2 Pasal 3",
      "Pasal 3 Pasal 2",
      "Pasal 2 Pasal 3",
    ]);
  });

  test("the caret in a clause that stays is left where it is, and a selection keeps both ends", async () => {
    const at = start();
    at.put(2, 4, 5, 1);
    await at.moveUnit("down", cidOf(4));
    expect(at.caret()).toEqual([
      [cidOf(3), 4],
      [cidOf(6), 1],
    ]);
    await at.moveUnit("up", cidOf(4));
    expect(at.peer.clauses().map(clauseText)).toEqual(PASAL.map(clauseText));
  });
});
