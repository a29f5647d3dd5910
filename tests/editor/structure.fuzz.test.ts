/** Whatever happens to the text, the kept structure equals a full reading, and the margin says what the domain counts. */
import { $getRoot, type LexicalEditor, type NodeKey } from "lexical";
import { afterEach, describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { registerDigestCheck } from "../../client/editor/digest-check.ts";
import { registerMarginLabels } from "../../client/editor/margin-labels.ts";
import { registerStructure } from "../../client/editor/structure.ts";
import {
  $clauseNodes,
  $insertClauseAfter,
  $insertClauses,
  $joinWithNext,
  $readClauses,
  $removeClauses,
  $selectText,
  $setNumber,
  $setShape,
  $splitClause,
  $toggleFormat,
} from "../../collab/document/operations.ts";
import { createDocument } from "../../collab/document/write.ts";
import { derive } from "../../domain/clauses/citation.ts";
import type { ClauseKind, ClauseLevel } from "../../domain/clauses/clause.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { cidSeries, clause, createPeer, REMOTE, type Peer } from "../document/support.ts";
import { seededRandom } from "../support/seeded-random.ts";

const KINDS: readonly ClauseKind[] = ["bab", "bagian", "pasal", "ayat", "huruf", "angka", "isi", "diktum"];

interface Dressed extends Peer {
  readonly shownLabels: () => string[];
  readonly structure: ReturnType<typeof registerStructure>;
}

/** Elements as the margin sees them: nothing but a dataset. */
function withElements(editor: LexicalEditor): (key: NodeKey) => { dataset: Record<string, string> } {
  const elements = new Map<NodeKey, { dataset: Record<string, string> }>();
  const elementOf = (key: NodeKey) => {
    const element = elements.get(key) ?? { dataset: {} };
    elements.set(key, element);
    return element;
  };
  editor.getElementByKey = elementOf as never;
  return elementOf;
}

function dress(state: Uint8Array, series: number): Dressed {
  const peer = createPeer(undefined, { clientID: series + 1, newCid: cidSeries(series) });
  const elementOf = withElements(peer.editor);
  const structure = registerStructure(peer.editor);
  registerMarginLabels(peer.editor, structure);
  applyUpdate(peer.doc, state, REMOTE);
  return {
    ...peer,
    structure,
    shownLabels: () => structure.keys.map((key) => elementOf(key).dataset["label"] ?? ""),
  };
}

const open: Dressed[] = [];
afterEach(() => open.splice(0).forEach((peer) => peer.dispose()));

function act(peer: Dressed, random: (below: number) => number, newCid: () => never): void {
  const choice = random(12);
  if (choice === 0) return void peer.binding.undo();
  if (choice === 1) return void peer.binding.redo();
  peer.edit(() => {
    change(random, choice, newCid);
    // Inside the update already, for the price of what was touched.
    expect(peer.structure.$clauses()).toEqual($readClauses());
  });
}

function change(random: (below: number) => number, choice: number, newCid: () => never): void {
  const nodes = $clauseNodes();
  const node = nodes[random(nodes.length)];
  if (!node) return;
  const kind = KINDS[random(KINDS.length)] ?? "isi";
  const level = random(3) as ClauseLevel;
  const size = node.getTextContentSize();
  switch (choice) {
    case 2:
      return void $insertClauseAfter(node, { kind, level });
    case 3:
      $selectText(node, random(size + 1));
      return void $splitClause({ kind, level });
    case 4:
      return void $joinWithNext(node);
    case 5:
      return $setShape(node, { kind, level });
    case 6:
      return $setNumber(node, random(2) === 0 ? null : `${random(30)}A`);
    case 7:
      return nodes.length > 3 ? $removeClauses([node]) : undefined;
    case 8:
      return void $insertClauses([clause(900, "tempel", kind, level)], node, newCid);
    case 9:
      $selectText(node, 0, node, size);
      return $toggleFormat("bold");
    default:
      $selectText(node, random(size + 1)).insertText("xyz");
  }
}

const exchange = (from: Peer, to: Peer) =>
  applyUpdate(to.doc, encodeStateAsUpdate(from.doc, encodeStateVector(to.doc)), REMOTE);

function verify(peer: Dressed, when: string): void {
  const read = peer.editor.read(() => ({
    clauses: $readClauses(),
    keys: $getRoot().getChildrenKeys(),
  }));
  const { structure } = peer;
  expect(structure.clauses, when).toEqual(read.clauses);
  expect(structure.keys, when).toEqual(read.keys);
  const derived = structure.derived();
  const fresh = derive(read.clauses);
  expect(derived.clauses, when).toEqual(fresh.clauses);
  expect(derived.tree, when).toEqual(fresh.tree);
  expect(derived.numbering, when).toEqual(fresh.numbering);
  for (const [index, key] of read.keys.entries()) expect(structure.indexOfKey(key), when).toBe(index);
  expect(peer.shownLabels(), when).toEqual(deriveLabels(read.clauses));
}

describe("structure and margin after any edit", () => {
  const seeds = Array.from({ length: Number(process.env["EDITOR_SEEDS"] ?? 40) }, (_, index) => index + 1);
  test.each(seeds)("seed %i: two editors, undo, delayed delivery", (seed) => {
    const draw = seededRandom(seed);
    const random = (below: number) => Math.floor(draw() * below);
    const source = createDocument([
      clause(1, "Umum", "bab"),
      clause(2, "", "pasal"),
      clause(3, "satu", "ayat"),
      clause(4, "dua", "huruf"),
      clause(5, "", "pasal"),
      clause(6, "tiga", "isi"),
    ]);
    const state = encodeStateAsUpdate(source);
    const peers = [dress(state, 1), dress(state, 2)];
    open.push(...peers);
    const newCid = cidSeries(7 + seed) as () => never;
    for (let step = 0; step < 60; step++) {
      const one = peers[random(2)] as Dressed;
      act(one, random, newCid);
      verify(one, `seed ${seed}, step ${step}`);
      if (random(4) > 0) continue;
      const [from, to] = random(2) === 0 ? peers : peers.toReversed();
      exchange(from as Dressed, to as Dressed);
      verify(to as Dressed, `seed ${seed}, after delivery at ${step}`);
    }
  });
});

describe("an editor that no longer shows the document", () => {
  test("is found out and built again, with the caret where it was", () => {
    const source = createDocument([clause(1, "satu"), clause(2, "dua")]);
    const peer = dress(encodeStateAsUpdate(source), 3);
    open.push(peer);
    const told: boolean[] = [];
    const check = registerDigestCheck(peer.editor, peer.doc, peer.binding, (repaired) => told.push(repaired));
    expect(check.check()).toBe(true);
    peer.editor.update(
      () => {
        const node = $clauseNodes()[1];
        if (node) $selectText(node, 3).insertText(" hanya di layar");
      },
      { discrete: true, tag: "skip-collab" },
    );
    expect(check.check()).toBe(false);
    expect([told, check.differences()]).toEqual([[true], 1]);
    expect(peer.clauses().map(({ runs }) => runs[0]?.text)).toEqual(["satu", "dua"]);
    verify(peer, "after building again");
    expect(check.check()).toBe(true);
    check.dispose();
  });
});
