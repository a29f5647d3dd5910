/**
 * One fuzz session: three headless editors bound to a document that a server
 * relays, with delayed delivery, offline spells, undo and moves by the server.
 *
 * Every typed character is unique in the session, so that it can be followed:
 * whatever is missing in the end must have been covered by a deletion.
 */
import { $createLineBreakNode, $getSelection, $isRangeSelection } from "lexical";
import { applyUpdate, ContentString, createID, Doc, encodeStateAsUpdate, isDeleted, Item } from "yjs";
import type { AbstractType, Transaction } from "yjs";
import { readDocument } from "../../collab/document/read.ts";
import { findProblems, repairDocument } from "../../collab/document/repair.ts";
import { createDocumentUpdate, moveClauses, replaceContent } from "../../collab/document/write.ts";
import {
  $clauseNodes,
  $copySelection,
  $cutSelection,
  $insertClauseAfter,
  $insertClauses,
  $joinWithPrevious,
  $removeClauses,
  $removeSelection,
  $selectText,
  $setShape,
  $splitClause,
  $toggleFormat,
} from "../../collab/document/operations.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { CLAUSE_KINDS } from "../../domain/clauses/clause.ts";
import type { Clause, ClauseLevel } from "../../domain/clauses/clause.ts";
import { cidSeries, clause, createPeer, REMOTE } from "../document/support.ts";
import type { Peer } from "../document/support.ts";

/** A small seeded generator (mulberry32): numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST_CHARACTER = 0x4e00;
const TRACKED = /[\u4e00-\u9fff]/gu;
const trackedIn = (clauses: readonly Clause[]): Set<string> =>
  new Set(clauses.flatMap(({ runs }) => runs.flatMap(({ text }) => text.match(TRACKED) ?? [])));

interface Author {
  readonly peer: Peer;
  readonly name: number;
  /** Updates on their way from the server. */
  readonly inbox: Uint8Array[];
  readonly outbox: Uint8Array[];
  clipboard: readonly Clause[];
  /** Steps left in which nothing is delivered either way. */
  offline: number;
}

/** What one transaction removed, and what its author had seen by then (client id to clock). */
interface Removal {
  readonly what: string;
  readonly deleted: Transaction["deleteSet"];
  readonly seen: ReadonlyMap<number, number>;
}

export interface SessionResult {
  readonly problems: string[];
  readonly operations: Map<string, number>;
  readonly typed: number;
  readonly doubled: number;
  readonly repairs: number;
}

export interface SessionOptions {
  readonly steps?: number;
  readonly log?: (line: string) => void;
}

export function runSession(
  seed: number,
  { steps = 120, log = () => {} }: SessionOptions = {},
): SessionResult {
  const random = seeded(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const problems: string[] = [];
  const operations = new Map<string, number>();
  const authorOf = new Map<string, number>();
  // Words that someone pasted or deleted: theirs to take back, and by redo to delete again.
  const handledBy = new Map<string, Set<number>>();
  const handled = (character: string, client: number) => {
    handledBy.set(character, (handledBy.get(character) ?? new Set()).add(client));
  };
  const excused = new Set<string>();
  const removals: Removal[] = [];
  let nextCharacter = FIRST_CHARACTER;
  let repairs = 0;

  const first = [
    clause(1, "Ketentuan umum", "bab"),
    clause(2, "", "pasal"),
    clause(3, "Dalam peraturan ini", "ayat"),
    clause(4, "", "huruf", 1),
    clause(5, "satu\ndua", "isi"),
    clause(6, "penutup", "ayat"),
  ];
  const state = createDocumentUpdate(first);
  // Keeps what is deleted, so that a missing character can be found.
  const server = new Doc({ gc: false });
  server.clientID = 1000;
  const serverCid = cidSeries(20);
  applyUpdate(server, state, REMOTE);
  const authors: Author[] = [0, 1, 2].map((name) => {
    const peer = createPeer(state, { clientID: name + 1, newCid: cidSeries(name + 10), captureTimeoutMs: 0 });
    peer.binding.undoManager.clear();
    return { peer, name, inbox: [], outbox: [], clipboard: [], offline: 0 };
  });
  server.on("update", (update: Uint8Array, origin: unknown) => {
    for (const author of authors) if (origin !== author) author.inbox.push(update);
  });
  for (const author of authors) {
    author.peer.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) author.outbox.push(update);
    });
  }

  /** Runs one act of `doc`'s owner and notes what it removed. */
  const act = (
    what: string,
    doc: Doc,
    view: () => readonly Clause[],
    mayRemove: (character: string) => boolean,
    fn: () => void,
  ) => {
    const before = trackedIn(view());
    const collect = (transaction: Transaction) => {
      if (transaction.origin !== REMOTE) {
        removals.push({
          what,
          deleted: transaction.deleteSet,
          seen: transaction.beforeState,
        });
      }
    };
    doc.on("afterTransaction", collect);
    try {
      fn();
    } finally {
      doc.off("afterTransaction", collect);
    }
    const after = trackedIn(view());
    for (const character of before) {
      if (after.has(character)) continue;
      if (ON_PURPOSE.has(what)) handled(character, doc.clientID);
      if (mayRemove(character)) excused.add(character);
      else problems.push(`${what} removed ${character} of author ${authorOf.get(character)}`);
    }
    for (const character of after) if (!before.has(character)) excused.delete(character);
    operations.set(what, (operations.get(what) ?? 0) + 1);
    if (doc !== server) compareOwn(what, doc, view);
  };
  /** What an editor shows is what its own document holds, after every act. */
  const compareOwn = (what: string, doc: Doc, view: () => readonly Clause[]) => {
    const [shown, held] = [JSON.stringify(view()), JSON.stringify(readDocument(doc).clauses)];
    if (shown !== held)
      problems.push(`after ${what} an editor shows other than its document holds\n  ${shown}\n  ${held}`);
  };

  const deliverOut = (author: Author) => {
    const update = author.outbox.shift();
    if (update === undefined) return;
    applyUpdate(server, update, author);
    if (random() < 0.5) repair();
  };
  const deliverIn = (author: Author) => {
    const update = author.inbox.shift();
    if (update !== undefined) applyUpdate(author.peer.doc, update, REMOTE);
  };
  const serverClauses = () => readDocument(server).clauses;
  const repair = () => {
    act(
      "repair",
      server,
      readLeniently,
      () => false,
      () => {
        repairs += repairDocument(server, { newCid: serverCid }).length;
      },
    );
  };
  // Before a repair, cids may be doubled or missing for a moment; words are all that counts then.
  const readLeniently = () =>
    findProblems(server).some(({ problem }) => problem === "missing-cid" || problem === "bad-attribute")
      ? []
      : serverClauses();

  const never = () => false;
  const any = () => true;
  const typed = (author: Author) => {
    const count = 1 + pick(3);
    let text = "";
    for (let index = 0; index < count; index++) {
      const character = String.fromCodePoint(nextCharacter++);
      authorOf.set(character, author.name);
      text += character;
    }
    return text;
  };

  const perform = (author: Author) => {
    const { peer } = author;
    const view = () => peer.clauses();
    const choice = random();
    const run = (what: string, mayRemove: (character: string) => boolean, fn: () => void) => {
      log(`${author.name} ${what}`);
      act(what, peer.doc, view, mayRemove, fn);
    };
    const edit = (
      what: string,
      mayRemove: (character: string) => boolean,
      fn: (nodes: ClauseNode[], node: ClauseNode) => void,
    ) =>
      run(what, mayRemove, () =>
        peer.edit(() => {
          const nodes = $clauseNodes();
          const node = nodes[pick(nodes.length)];
          if (node !== undefined) fn(nodes, node);
        }),
      );
    const offset = (node: ClauseNode) => pick(node.getTextContentSize() + 1);
    const rangeIn = (node: ClauseNode) => {
      const [a, b] = [offset(node), offset(node)].toSorted((x, y) => x - y);
      $selectText(node, a as number, node, b as number);
    };
    const range = (nodes: ClauseNode[], node: ClauseNode) => {
      const index = nodes.indexOf(node);
      const other = nodes[Math.min(nodes.length - 1, index + pick(3))] as ClauseNode;
      if (other === node) rangeIn(node);
      else $selectText(node, offset(node), other, offset(other));
    };
    if (choice < 0.34) {
      edit("type", never, (_nodes, node) => {
        $selectText(node, offset(node)).insertText(typed(author));
      });
    } else if (choice < 0.42) {
      edit("split", never, (_nodes, node) => {
        $selectText(node, offset(node));
        $splitClause({ kind: node.getKind(), level: node.getLevel() });
      });
    } else if (choice < 0.49) edit("join", never, (_nodes, node) => void $joinWithPrevious(node));
    else if (choice < 0.54) {
      edit("shape", never, (_nodes, node) =>
        $setShape(node, {
          kind: CLAUSE_KINDS[pick(CLAUSE_KINDS.length)] ?? "isi",
          level: pick(5) as ClauseLevel,
        }),
      );
    } else if (choice < 0.58) {
      edit("insert", never, (_nodes, node) => {
        $insertClauseAfter(node, { kind: "ayat", level: 0 }).select();
        const selection = $getSelection();
        if (random() < 0.5 && $isRangeSelection(selection)) selection.insertText(typed(author));
      });
    } else if (choice < 0.61)
      edit("delete", any, (nodes, node) =>
        $removeClauses(nodes.slice(nodes.indexOf(node), nodes.indexOf(node) + 1 + pick(2))),
      );
    else if (choice < 0.66) {
      edit("format", never, (_nodes, node) => {
        rangeIn(node);
        $toggleFormat(random() < 0.5 ? "bold" : "italic");
      });
    } else if (choice < 0.69) {
      edit("erase", any, (nodes, node) => {
        range(nodes, node);
        $removeSelection();
      });
    } else if (choice < 0.72) {
      edit("cut", any, (nodes, node) => {
        range(nodes, node);
        author.clipboard = $cutSelection() ?? author.clipboard;
      });
    } else if (choice < 0.74) {
      edit("copy", never, (nodes, node) => {
        range(nodes, node);
        author.clipboard = $copySelection() ?? author.clipboard;
      });
    } else if (choice < 0.78)
      edit("paste", never, (_nodes, node) => {
        for (const character of trackedIn(author.clipboard)) handled(character, peer.doc.clientID);
        $insertClauses(author.clipboard, node, cidSeriesOf(author));
      });
    else if (choice < 0.81) {
      edit("line break", never, (_nodes, node) => {
        $selectText(node, offset(node)).insertNodes([$createLineBreakNode()]);
      });
    } else if (choice < 0.84) {
      // What Lexical itself does with Enter and Backspace, where a command of ours is not in the way.
      edit("own split", never, (_nodes, node) => {
        $selectText(node, offset(node)).insertParagraph();
      });
    } else if (choice < 0.9) {
      // Undo takes away one's own words; those of others only where one had pasted or deleted them oneself.
      run(
        "undo",
        (character) => isOwn(author, character),
        () => void peer.binding.undo(),
      );
    } else if (choice < 0.93)
      run(
        "redo",
        (character) => isOwn(author, character),
        () => void peer.binding.redo(),
      );
    else if (choice < 0.95) author.offline = 5 + pick(25);
    else if (choice < 0.985) {
      log("server move");
      const clauses = readLeniently();
      if (clauses.length < 2 || new Set(clauses.map(({ cid }) => cid)).size < clauses.length) return;
      const from = pick(clauses.length);
      const cids = clauses.slice(from, from + 1 + pick(2)).map(({ cid }) => cid);
      const others = clauses.filter(({ cid }) => !cids.includes(cid));
      const before = others[pick(others.length + 1)]?.cid ?? null;
      act(
        "move",
        server,
        serverClauses,
        never,
        () => void moveClauses(server, { cids, before }, { name: "move" }),
      );
    } else {
      log("server restore");
      const clauses = [...readLeniently()];
      if (clauses.length < 2 || new Set(clauses.map(({ cid }) => cid)).size < clauses.length) return;
      clauses.push(...clauses.splice(pick(clauses.length), 1));
      act("restore", server, serverClauses, never, () =>
        replaceContent(server, clauses, { name: "restore" }),
      );
    }
  };
  const isOwn = (author: Author, character: string) =>
    authorOf.get(character) === author.name ||
    handledBy.get(character)?.has(author.peer.doc.clientID) === true;
  const copies = [0, 1, 2].map((name) => cidSeries(name + 14));
  const cidSeriesOf = (author: Author) =>
    copies[author.name] as () => ReturnType<ReturnType<typeof cidSeries>>;

  for (let step = 0; step < steps; step++) {
    const author = authors[pick(3)] as Author;
    perform(author);
    for (const other of authors) {
      if (other.offline > 0) {
        other.offline--;
        continue;
      }
      while (other.outbox.length > 0 && random() < 0.6) deliverOut(other);
      while (other.inbox.length > 0 && random() < 0.6) deliverIn(other);
    }
  }
  let rounds = 0;
  while (authors.some(({ inbox, outbox }) => inbox.length > 0 || outbox.length > 0)) {
    if (++rounds > 50) {
      problems.push("the editors never come to rest");
      break;
    }
    for (const author of authors) {
      while (author.outbox.length > 0) deliverOut(author);
      while (author.inbox.length > 0) deliverIn(author);
    }
    repair();
  }

  const { clauses } = readDocument(server);
  const expected = JSON.stringify(clauses);
  for (const { peer, name } of authors) {
    if (JSON.stringify(peer.clauses()) !== expected) {
      problems.push(
        `editor ${name} differs from the document\n  ${JSON.stringify(peer.clauses())}\n  ${expected}`,
      );
    }
  }
  const fresh = createPeer(encodeStateAsUpdate(server));
  if (JSON.stringify(fresh.clauses()) !== expected) problems.push("a fresh editor differs from the document");
  if (new Set(clauses.map(({ cid }) => cid)).size < clauses.length) problems.push("cids are not unique");
  const present = trackedIn(clauses);
  const lost = [...authorOf.keys()].filter((character) => !present.has(character) && !excused.has(character));
  if (lost.length > 0) problems.push(...unexplained(server, lost, removals));
  const all = clauses.flatMap(({ runs }) => runs.flatMap(({ text }) => text.match(TRACKED) ?? []));
  fresh.dispose();
  for (const { peer } of authors) peer.dispose();
  return { problems, operations, typed: authorOf.size, doubled: all.length - present.size, repairs };
}

/**
 * A character may also be lost when someone removed (or copied and removed) the
 * element it was written into without having seen it there yet. Says of every
 * other one how it went.
 */
function unexplained(server: Doc, lost: readonly string[], removals: readonly Removal[]): string[] {
  const places = new Map<string, Item[][]>();
  for (const structs of server.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Item) || !(struct.content instanceof ContentString)) continue;
      for (const character of struct.content.str.match(TRACKED) ?? []) {
        places.set(character, [...(places.get(character) ?? []), ancestry(struct)]);
      }
    }
  }
  // Neighbouring characters share an item; each has a clock of its own.
  const idIn = (item: Item, character: string) => {
    const offset = item.content instanceof ContentString ? item.content.str.indexOf(character) : 0;
    return createID(item.id.client, item.id.clock + offset);
  };
  const explained = (character: string, [item, ...owners]: readonly Item[]): boolean => {
    if (item === undefined) return false;
    const id = idIn(item, character);
    return removals.some(({ what, deleted, seen }) => {
      if (ON_PURPOSE.has(what) && isDeleted(deleted, id)) return true;
      const unseen = (seen.get(id.client) ?? 0) <= id.clock;
      return unseen && owners.some((owner) => isDeleted(deleted, owner.id));
    });
  };
  const history = (character: string) =>
    (places.get(character) ?? [])
      .map((chain) => chain.map((item) => describe(item, idIn(item, character), removals)).join(" < "))
      .join("; ");
  return lost
    .filter((character) => !(places.get(character) ?? []).some((chain) => explained(character, chain)))
    .map((character) => `${character} is lost and nobody deleted it: ${history(character)}`);
}

const ON_PURPOSE: ReadonlySet<string> = new Set(["delete", "cut", "erase"]);

/** An item and the items of the elements around it, innermost first. */
function ancestry(item: Item): Item[] {
  const chain: Item[] = [];
  for (let at: Item | null = item; at !== null; at = (at.parent as AbstractType<unknown>)._item)
    chain.push(at);
  return chain;
}

function describe(item: Item, id: ReturnType<typeof createID>, removals: readonly Removal[]): string {
  const by = removals.filter(({ deleted }) => isDeleted(deleted, id)).map(({ what }) => what);
  return `${item.content.constructor.name} ${id.client}:${id.clock} ${item.deleted ? by.join(", ") || "removed on arrival" : "alive"}`;
}
