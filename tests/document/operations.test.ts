import { $getSelection, $isRangeSelection } from "lexical";
import { describe, expect, test } from "vitest";
import { digestClauses } from "../../collab/document/digest.ts";
import { readDocument } from "../../collab/document/read.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import {
  $clauseNodes,
  $correctReference,
  $cutSelection,
  $insertClauses,
  $insertRuns,
  $joinWithPrevious,
  $removeClauses,
  $removeSelection,
  $selectText,
  $setRef,
  $setShape,
  $splitClause,
  $toggleFormat,
} from "../../collab/document/operations.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { cidOf, cidSeries, clause, createPeer, textOf } from "./support.ts";

const AYAT = { kind: "ayat", level: 0 } as const;

function editing(...clauses: Clause[]) {
  const peer = createPeer(createDocumentUpdate(clauses), { newCid: cidSeries(1) });
  const node = (index: number): ClauseNode => $clauseNodes()[index]!;
  return { ...peer, node, stored: () => readDocument(peer.doc) };
}

describe("splitting", () => {
  test("the first part keeps the cid, the second notes where it came from", () => {
    const { edit, node, stored } = editing(
      clause(1, [{ text: "tebal", bold: true }, { text: " biasa" }]),
      clause(2, "dua"),
    );
    edit(() => {
      $selectText(node(0), 3);
      $splitClause(AYAT);
    });
    const { clauses, origins } = stored();
    expect(clauses.map(({ cid }) => cid)).toEqual([cidOf(1), cidOf(1, 1), cidOf(2)]);
    expect(clauses[1]?.runs).toEqual([{ text: "al", bold: true }, { text: " biasa" }]);
    expect(origins).toEqual([{ cid: cidOf(1, 1), from: cidOf(1) }]);
  });

  test("at the start the words keep their cid and an empty clause goes before them", () => {
    const { edit, node, stored } = editing(clause(1, "kata"));
    edit(() => {
      $selectText(node(0), 0);
      $splitClause(AYAT);
    });
    expect(stored().clauses.map(({ cid }) => cid)).toEqual([cidOf(1, 1), cidOf(1)]);
    expect(stored().origins).toEqual([]);
  });

  test("at the end the new clause is empty and came from nowhere", () => {
    const { edit, node, stored } = editing(clause(1, "kata"));
    edit(() => {
      $selectText(node(0), 4);
      $splitClause({ kind: "huruf", level: 1 });
    });
    expect(stored()).toEqual({
      clauses: [clause(1, "kata"), { ...clause(0, "", "huruf", 1), cid: cidOf(1, 1) }],
      origins: [],
    });
  });
});

describe("joining", () => {
  test("the first keeps its cid and notes what it took in, with what that had taken in", () => {
    const { edit, node, stored, editor } = editing(clause(1, "satu"), clause(2, "dua"), clause(3, "tiga"));
    edit(() => void $joinWithPrevious(node(2)));
    edit(() => void $joinWithPrevious(node(1)));
    expect(stored().clauses).toEqual([clause(1, "satuduatiga")]);
    expect(stored().origins).toEqual([{ cid: cidOf(1), merged: [cidOf(2), cidOf(3)] }]);
    editor.getEditorState().read(() => {
      const selection = $getSelection();
      expect($isRangeSelection(selection) && selection.anchor.offset).toBe(4);
    });
  });

  test("Lexical's own joining of clauses keeps the first cid and notes the join", () => {
    const { edit, node, stored } = editing(clause(1, "satu"), clause(2, "dua"));
    // The look differs, so that Lexical does not melt the two texts into one before we see them.
    edit(() => {
      $selectText(node(1), 0, node(1), 3);
      $toggleFormat("bold");
    });
    edit(() => $selectText(node(1), 0).deleteCharacter(true));
    expect(textOf(stored().clauses)).toEqual(["satudua"]);
    expect(stored().origins).toEqual([{ cid: cidOf(1), merged: [cidOf(2)] }]);
  });

  test("removing a selection over three clauses leaves one", () => {
    const { edit, node, stored } = editing(clause(1, "satu"), clause(2, "dua"), clause(3, "tiga"));
    edit(() => {
      $selectText(node(0), 2, node(2), 2);
      $removeSelection();
    });
    expect(textOf(stored().clauses)).toEqual(["saga"]);
    expect(stored().origins).toEqual([{ cid: cidOf(1), merged: [cidOf(3)] }]);
  });

  test("a clause that was struck to its last word was joined into nothing", () => {
    const { edit, node, stored } = editing(clause(1, "satu"), clause(2, "dua"));
    edit(() => {
      $selectText(node(0), 2, node(1), 3);
      $removeSelection();
    });
    expect(textOf(stored().clauses)).toEqual(["sa"]);
    expect(stored().origins).toEqual([]);
  });

  test("a clause that is pasted back is in no other any more", () => {
    const { edit, node, stored } = editing(clause(1, "satu"), clause(2, "dua"));
    edit(() => void $joinWithPrevious(node(1)));
    expect(stored().origins).toEqual([{ cid: cidOf(1), merged: [cidOf(2)] }]);
    edit(() => void $insertClauses([clause(2, "dua")], node(0), cidSeries(9)));
    expect(stored().clauses.map(({ cid }) => cid)).toEqual([cidOf(1), cidOf(2)]);
    expect(stored().origins).toEqual([]);
  });
});

describe("the document", () => {
  test("never gets empty", () => {
    const { edit, stored } = editing(clause(1, "satu"));
    edit(() => $removeClauses($clauseNodes()));
    expect(stored().clauses).toEqual([{ cid: cidOf(1, 1), kind: "isi", level: 0, runs: [] }]);
  });

  test("is not begun by a client", async () => {
    const peer = createPeer();
    peer.edit(() => {});
    await Promise.resolve();
    expect(peer.written).toEqual([]);
    peer.dispose();
  });

  test("keeps of a text's look only bold and italic, and no tab", () => {
    const { edit, node, stored } = editing(clause(1, "kata"));
    edit(() => {
      const selection = $selectText(node(0), 0, node(0), 4);
      selection.formatText("underline");
      selection.formatText("italic");
    });
    edit(() => $selectText(node(0), 4).insertRawText("\tx"));
    expect(stored().clauses[0]?.runs).toEqual([{ text: "kata", italic: true }, { text: " x" }]);
  });

  test("drops a fixed number with the kind it belonged to", () => {
    const { edit, node, stored } = editing(clause(1, "", "pasal", 0, { number: "19A" }));
    edit(() => $setShape(node(0), { kind: "ayat", level: 0 }));
    expect(stored().clauses[0]).toEqual(clause(1, ""));
  });
});

describe("pasting", () => {
  test("cut and paste keeps cids; a second paste gets new ones and its references follow", () => {
    const { edit, node, stored } = editing(
      clause(1, "satu"),
      clause(2, [{ text: "Pasal", ref: cidOf(3) }]),
      clause(3, "tiga"),
      clause(4, "empat"),
    );
    let held: Clause[] | null = null;
    edit(() => {
      $selectText(node(1), 0, node(2), 4);
      held = $cutSelection();
    });
    expect(stored().clauses.map(({ cid }) => cid)).toEqual([cidOf(1), cidOf(4)]);
    edit(() => void $insertClauses(held ?? [], node(1), cidSeries(2)));
    edit(() => void $insertClauses(held ?? [], node(3), cidSeries(2)));
    const { clauses } = stored();
    expect(clauses.map(({ cid }) => cid)).toEqual(
      [1, 4, 2, 3].map((n) => cidOf(n)).concat(cidOf(1, 2), cidOf(2, 2)),
    );
    expect(clauses[2]?.runs[0]?.ref).toBe(cidOf(3));
    expect(clauses[4]?.runs[0]?.ref).toBe(cidOf(2, 2));
  });

  test("runs go in at the caret", () => {
    const { edit, node, stored } = editing(clause(1, "ab"));
    edit(() => {
      $selectText(node(0), 1);
      $insertRuns([{ text: "x\ny", bold: true }]);
    });
    expect(stored().clauses[0]?.runs).toEqual([{ text: "a" }, { text: "x\ny", bold: true }, { text: "b" }]);
  });
});

describe("references and looks", () => {
  test("a reference is set on words, and corrected without losing its target", () => {
    const { edit, node, stored } = editing(clause(1, "lihat Pasal 5 ini"), clause(2, "", "pasal"));
    edit(() => $setRef(node(0), 6, 13, cidOf(2)));
    expect(stored().clauses[0]?.runs).toEqual([
      { text: "lihat " },
      { text: "Pasal 5", ref: cidOf(2) },
      { text: " ini" },
    ]);
    edit(() => $correctReference(node(0), 6, 13, "Pasal 6"));
    expect(stored().clauses[0]?.runs[1]).toEqual({ text: "Pasal 6", ref: cidOf(2) });
    edit(() => $setRef(node(0), 6, 13, null));
    expect(stored().clauses[0]?.runs).toEqual([{ text: "lihat Pasal 6 ini" }]);
  });

  test("bold is toggled on what is selected", () => {
    const { edit, node, stored, clauses } = editing(clause(1, "kata"));
    edit(() => {
      $selectText(node(0), 1, node(0), 3);
      $toggleFormat("bold");
    });
    expect(stored().clauses[0]?.runs).toEqual([{ text: "k" }, { text: "at", bold: true }, { text: "a" }]);
    expect(digestClauses(clauses())).toBe(digestClauses(stored().clauses));
    expect(digestClauses([])).not.toBe(digestClauses(clauses()));
  });
});
