/**
 * One session over real sockets: three unmodified `WebsocketProvider`s, each
 * with a headless editor, typing, splitting, joining, moving, going offline and
 * undoing, into one room on a real file.
 *
 * Every typed character is unique, so that one that is missing in the end can
 * be traced to a deletion that somebody meant, or is reported.
 */
import { applyUpdate, ContentString, ContentType, Doc, encodeStateVector, isDeleted, Item } from "yjs";
import type { AbstractType, Transaction } from "yjs";
import {
  $clauseNodes,
  $insertClauseAfter,
  $joinWithPrevious,
  $removeClauses,
  $removeSelection,
  $selectText,
  $setShape,
  $splitClause,
  $toggleFormat,
} from "../../collab/document/operations.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { clause, createPeer, type Peer } from "../document/support.ts";
import type { RoomServer } from "../room/room-server.ts";
import { linkProvider, synced, type LinkedProvider } from "../room/sockets.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ACCOUNTS = ["A", "B", "C"].map((letter) => `01${letter.repeat(24)}` as AccountId);
const FIRST_CHARACTER = 0x4e00;
const TRACKED = /[\u4e00-\u9fff]/gu;
const STEPS = 50;
const SETTLE_MS = 8_000;

const charactersOf = (clauses: readonly Clause[]): Set<string> =>
  new Set(clauses.flatMap(({ runs }) => runs.flatMap(({ text }) => text.match(TRACKED) ?? [])));

interface Author {
  readonly name: number;
  readonly peer: Peer;
  readonly link: LinkedProvider;
  /** Steps left without a connection. */
  offline: number;
  /** Characters that this author has taken away on purpose: its undo and redo may again. */
  readonly taken: Set<string>;
}

/** A transaction that removed something, and what its author had seen by then. */
interface Removal {
  readonly what: string;
  readonly deleted: Transaction["deleteSet"];
  readonly seen: ReadonlyMap<number, number>;
}

/** Runs the session and says what went wrong; empty when nothing did. */
export async function runRoomSession(seed: number, server: RoomServer, policy: PolicyId): Promise<string[]> {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const problems: string[] = [];
  const writtenBy = new Map<string, number>();
  const meant = new Set<string>();
  const removals: Removal[] = [];
  let doing = "";

  await server.rooms.create(
    policy,
    [
      clause(1, "Ketentuan umum", "bab"),
      clause(2, "", "pasal"),
      clause(3, "Dalam peraturan", "ayat"),
      clause(4, "penutup"),
    ],
    ACCOUNTS[0] as AccountId,
  );
  const authors = ACCOUNTS.map((account, name): Author => {
    const peer = createPeer(undefined, { captureTimeoutMs: 0 });
    const link = linkProvider({ port: server.port, policy, doc: peer.doc, account });
    link.provider.on("closed", ({ code, reason }) =>
      problems.push(`author ${name} was closed: ${code} ${reason}`),
    );
    peer.doc.on("afterTransaction", (transaction: Transaction) => {
      if (transaction.origin !== link.provider) {
        removals.push({
          what: `${name} ${doing}`,
          deleted: transaction.deleteSet,
          seen: transaction.beforeState,
        });
      }
    });
    return { name, peer, link, offline: 0, taken: new Set() };
  });
  await Promise.all(authors.map(({ link }) => synced(link.provider)));

  /** Runs one act and notes which characters it took from its author's sight. */
  function act(author: Author, what: string, mayTake: (character: string) => boolean, fn: () => void): void {
    const before = charactersOf(author.peer.clauses());
    doing = what;
    fn();
    const after = charactersOf(author.peer.clauses());
    for (const character of before) {
      if (after.has(character)) continue;
      if (!mayTake(character)) problems.push(`${what} took ${character} away`);
      author.taken.add(character);
      meant.add(character);
    }
    for (const character of after) if (!before.has(character)) meant.delete(character);
  }

  function perform(author: Author): void {
    const { peer } = author;
    const never = () => false;
    const edit = (
      what: string,
      mayTake: () => boolean,
      fn: (node: ClauseNode, nodes: ClauseNode[]) => void,
    ) =>
      act(author, what, mayTake, () =>
        peer.edit(() => {
          const nodes = $clauseNodes();
          const node = nodes[pick(nodes.length)];
          if (node !== undefined) fn(node, nodes);
        }),
      );
    const offset = (node: ClauseNode) => pick(node.getTextContentSize() + 1);
    const range = (node: ClauseNode) => {
      const [from = 0, to = 0] = [offset(node), offset(node)].toSorted((left, right) => left - right);
      $selectText(node, from, node, to);
    };
    const typed = () => {
      const character = String.fromCodePoint(FIRST_CHARACTER + writtenBy.size);
      writtenBy.set(character, author.name);
      return character;
    };
    const own = (character: string) =>
      writtenBy.get(character) === author.name || author.taken.has(character);
    const choice = random();
    if (choice < 0.4)
      edit("type", never, (node) => $selectText(node, offset(node)).insertText(typed() + typed()));
    else if (choice < 0.5) {
      edit("split", never, (node) => {
        $selectText(node, offset(node));
        $splitClause({ kind: node.getKind(), level: node.getLevel() });
      });
    } else if (choice < 0.57) edit("join", never, (node) => void $joinWithPrevious(node));
    else if (choice < 0.62) edit("shape", never, (node) => $setShape(node, { kind: "huruf", level: 1 }));
    else if (choice < 0.66) {
      edit("insert", never, (node) => {
        const next = $insertClauseAfter(node, { kind: "ayat", level: 0 });
        $selectText(next, 0).insertText(typed());
      });
    } else if (choice < 0.69)
      edit(
        "delete",
        () => true,
        (node) => $removeClauses([node]),
      );
    else if (choice < 0.73) {
      edit(
        "erase",
        () => true,
        (node) => {
          range(node);
          $removeSelection();
        },
      );
    } else if (choice < 0.77) {
      edit("format", never, (node) => {
        range(node);
        $toggleFormat("bold");
      });
    } else if (choice < 0.87) act(author, "undo", own, () => void peer.binding.undo());
    else if (choice < 0.91) act(author, "redo", own, () => void peer.binding.redo());
    else if (choice < 0.96) {
      author.offline = 4 + pick(16);
      author.link.provider.disconnect();
    } else moves.push(moveSomething());
  }

  const moves: Promise<void>[] = [];
  async function moveSomething(): Promise<void> {
    const { clauses } = await server.rooms.read(policy);
    const from = clauses[pick(clauses.length)];
    const before = clauses[pick(clauses.length)];
    if (from === undefined || from === before) return;
    try {
      await server.rooms.move(
        policy,
        { cids: [from.cid], before: before?.cid ?? null },
        ACCOUNTS[0] as AccountId,
      );
    } catch (error) {
      // Somebody deleted or split it meanwhile: the person who asked is told so.
      if (!(error instanceof DomainError && error.code === "stale")) throw error;
    }
  }

  for (let step = 0; step < STEPS; step++) {
    perform(authors[pick(3)] as Author);
    for (const author of authors) {
      if (author.offline > 0 && --author.offline === 0) author.link.provider.connect();
    }
    // Lets sockets deliver something, nothing, or everything.
    if (random() < 0.6) await new Promise((resolve) => setImmediate(resolve));
    if (random() < 0.15) await new Promise((resolve) => setTimeout(resolve, 3));
  }
  for (const author of authors) if (author.offline > 0) author.link.provider.connect();
  await Promise.all(moves);
  const settled = await settle(server, policy, authors);

  const { clauses } = await server.rooms.read(policy);
  const expected = JSON.stringify(clauses);
  if (!settled) problems.push("the clients and the room do not come to rest");
  for (const { peer, name } of authors) {
    if (JSON.stringify(peer.clauses()) !== expected) {
      problems.push(`editor ${name} differs\n  ${JSON.stringify(peer.clauses())}\n  ${expected}`);
    }
  }
  if (new Set(clauses.map(({ cid }) => cid)).size < clauses.length) problems.push("cids are not unique");

  // A process that never saw the session, and an editor that never did.
  const fresh = createRooms({ log: server.log, report: (what) => problems.push(what) });
  const frozen = await fresh.freeze(policy);
  await fresh.close();
  if (JSON.stringify(frozen.clauses) !== expected) problems.push("a fresh load differs");
  const reader = createPeer(frozen.state);
  if (JSON.stringify(reader.clauses()) !== expected) problems.push("a fresh editor differs");
  reader.dispose();

  const present = charactersOf(clauses);
  const lost = [...writtenBy.keys()].filter((character) => !present.has(character) && !meant.has(character));
  if (lost.length > 0) problems.push(...(await unexplained(server, policy, lost, removals)));
  for (const { peer, link } of authors) {
    link.provider.destroy();
    peer.dispose();
  }
  return problems.map((problem) => `seed ${seed}: ${problem}`);
}

/** Waits until every client is connected, all it sent is acknowledged and all have the room's state. */
async function settle(server: RoomServer, policy: PolicyId, authors: readonly Author[]): Promise<boolean> {
  for (const end = Date.now() + SETTLE_MS; Date.now() < end;) {
    const quiet = authors.every(
      ({ link }) => link.provider.synced && link.acknowledged() === link.sent().length,
    );
    if (quiet) {
      const { state } = await server.rooms.freeze(policy);
      const doc = new Doc();
      applyUpdate(doc, state);
      const wanted = [...encodeStateVector(doc)].join();
      const text = JSON.stringify((await server.rooms.read(policy)).clauses);
      const equal = authors.every(
        ({ peer }) =>
          [...encodeStateVector(peer.doc)].join() === wanted && JSON.stringify(peer.clauses()) === text,
      );
      doc.destroy();
      if (equal) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

/**
 * Characters that nobody took away, except those typed into an element that
 * somebody removed or moved without having seen them yet: the price that Yjs
 * asks for deleting what another is typing in.
 */
async function unexplained(
  server: RoomServer,
  policy: PolicyId,
  lost: readonly string[],
  removals: readonly Removal[],
): Promise<string[]> {
  const witness = new Doc({ gc: false });
  const all = [...removals];
  witness.on("afterTransaction", (transaction: Transaction) => {
    if (transaction.origin === "server")
      all.push({ what: "server", deleted: transaction.deleteSet, seen: transaction.beforeState });
  });
  for (const { update, cause } of await server.log.history(policy, 0, 100_000)) {
    applyUpdate(witness, update, cause === "typed" ? "typed" : "server");
  }
  const removedUnseen = (item: Item): boolean => {
    for (let at: Item | null = item; at !== null; at = (at.parent as AbstractType<unknown>)._item) {
      const { id } = at;
      if (!(at.content instanceof ContentType)) continue;
      const unseen = (seen: ReadonlyMap<number, number>) => (seen.get(item.id.client) ?? 0) <= item.id.clock;
      if (all.some(({ deleted, seen }) => isDeleted(deleted, id) && unseen(seen))) return true;
    }
    return false;
  };
  /** For each character, what each of its copies went through. */
  const histories = new Map<string, string[]>();
  const explained = new Set<string>();
  for (const structs of witness.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Item) || !(struct.content instanceof ContentString)) continue;
      for (const character of struct.content.str.match(TRACKED) ?? []) {
        const by = all
          .filter(({ deleted }) => isDeleted(deleted, struct.id))
          .map(
            ({ what, seen }) => what + ((seen.get(struct.id.client) ?? 0) > struct.id.clock ? " (seen)" : ""),
          );
        const history = `written by ${struct.id.client}, removed by ${by.join(", ") || "nobody known"}`;
        histories.set(character, [...(histories.get(character) ?? []), history]);
        if (removedUnseen(struct)) explained.add(character);
      }
    }
  }
  return lost
    .filter((character) => !explained.has(character))
    .map((character) => {
      const history = histories.get(character);
      return history === undefined
        ? `${character} is lost, it never arrived`
        : `${character} is lost, and nobody deleted it: ${history.join("; ")}`;
    });
}
