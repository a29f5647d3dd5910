/**
 * One session over real sockets: three unmodified `WebsocketProvider`s, each
 * with a headless editor, typing, splitting, joining, moving, going offline and
 * undoing, into one room on a real file.
 *
 * Every typed character is unique, so that one that is missing in the end can
 * be traced to a deletion that somebody meant, or is reported.
 */
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { Transaction } from "yjs";
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
import { readDocument } from "../../collab/document/read.ts";
import { replaceContent } from "../../collab/document/write.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { cidSeries, clause, createPeer, textOf, type Peer } from "../document/support.ts";
import type { LinkedProvider } from "../room/sockets.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { Ledger, type Act, type ReasonKind } from "./losses.ts";
import { realNetwork, seededNetwork, type RealServer, type SessionRooms } from "./network.ts";

export const ACCOUNTS = ["A", "B", "C"].map((letter) => `01${letter.repeat(24)}` as AccountId);
const FIRST_CHARACTER = 0x4e00;
export const TRACKED = /[\u4e00-\u9fff]/gu;
const STEPS = 50;
const REMOVING: ReadonlySet<string> = new Set(["delete", "erase"]);

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
  doing: Act;
}

const NOTHING: Act = { what: "no act", removes: false, took: new Set() };

export interface SessionPlace {
  /** Where the document is kept; a whole one when the network is in memory. */
  readonly log: SessionLog;
  readonly policy: PolicyId;
  /** The server to talk to over real sockets; without one the network is in memory and the session repeats. */
  readonly real?: RealServer;
}

export type SessionLog = Pick<UpdateLog, "create" | "load" | "history" | "compact">;

function firstState(): Uint8Array {
  const doc = new Doc();
  doc.clientID = 2_900_000_000;
  const clauses = [
    clause(1, "Ketentuan umum", "bab"),
    clause(2, "", "pasal"),
    clause(3, "Dalam peraturan", "ayat"),
    clause(4, "penutup"),
  ];
  replaceContent(doc, clauses, { name: "create" });
  return encodeStateAsUpdate(doc);
}

export interface SessionOutcome {
  /** What went wrong; empty when nothing did. */
  readonly problems: readonly string[];
  readonly acts: number;
  readonly typed: number;
  /** Missing characters by what became of them, the heaviest reason of each. */
  readonly gone: ReadonlyMap<ReasonKind | "unexplained", number>;
  /** Who typed each character, by place in `ACCOUNTS`. */
  readonly writtenBy: ReadonlyMap<string, number>;
  /** Characters of the text in the end. */
  readonly present: ReadonlySet<string>;
}

const HEAVIEST_FIRST: readonly ReasonKind[] = ["unseen", "taken back", "deleted"];

/** Runs the session and says what went wrong. */
export async function runRoomSession(
  seed: number,
  { log, policy, real }: SessionPlace,
  trace: (line: string) => void = () => {},
): Promise<SessionOutcome> {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const problems: string[] = [];
  const writtenBy = new Map<string, number>();
  const ledger = new Ledger(TRACKED);
  let acts = 0;

  await log.create(policy, { update: firstState(), actor: null, cause: "command", at: 0 });
  const network =
    real === undefined
      ? seededNetwork(log as UpdateLog, policy, random, (problem) => problems.push(problem))
      : realNetwork(real, policy, random);
  const { rooms } = network;
  await rooms.read(policy);
  const authors = ACCOUNTS.map((account, name): Author => {
    const peer = createPeer(undefined, {
      captureTimeoutMs: 0,
      clientID: 1 + pick(2 ** 31),
      newCid: cidSeries(name + 10),
    });
    const link = network.link(peer.doc, account);
    link.provider.on("closed", ({ code, reason }) =>
      problems.push(`author ${name} was closed: ${code} ${reason}`),
    );
    peer.doc.on("afterTransaction", (transaction: Transaction) => {
      if (transaction.origin !== link.provider) ledger.note(author.doing, transaction);
    });
    const author: Author = { name, peer, link, offline: 0, taken: new Set(), doing: NOTHING };
    return author;
  });
  await network.rest(async () => authors.every(({ link }) => link.provider.synced));

  /** Runs one act and notes which characters it took from its author's sight. */
  function act(author: Author, what: string, mayTake: (character: string) => boolean, fn: () => void): void {
    const before = charactersOf(author.peer.clauses());
    const doing = {
      what: `${what} #${++acts} of author ${author.name}`,
      removes: REMOVING.has(what),
      took: new Set<string>(),
      kept: new Set<string>(),
    };
    author.doing = doing;
    fn();
    author.doing = NOTHING;
    const clauses = author.peer.clauses();
    trace(`${doing.what}: ${textOf(clauses).join("|")}`);
    if (JSON.stringify(clauses) !== JSON.stringify(readDocument(author.peer.doc).clauses))
      problems.push(`after ${doing.what} the editor shows other than its document holds`);
    const after = charactersOf(clauses);
    if (what === "undo" || what === "redo") for (const character of after) doing.kept.add(character);
    for (const character of before) {
      if (after.has(character)) continue;
      trace(`  author ${author.name} loses sight of ${character}`);
      if (mayTake(character)) doing.took.add(character);
      else problems.push(`${doing.what} took ${character} of author ${writtenBy.get(character)} away`);
      author.taken.add(character);
    }
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
    } else {
      moving++;
      moves.push(moveSomething().finally(() => moving--));
    }
  }

  const moves: Promise<void>[] = [];
  let moving = 0;
  async function moveSomething(): Promise<void> {
    const [which, where] = [random(), random()];
    const { clauses } = await rooms.read(policy);
    const from = clauses[Math.floor(which * clauses.length)];
    const before = clauses[Math.floor(where * clauses.length)];
    if (from === undefined || from === before) return;
    try {
      await rooms.move(policy, { cids: [from.cid], before: before?.cid ?? null }, ACCOUNTS[0] as AccountId);
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
    await network.pause();
  }
  for (const author of authors) if (author.offline > 0) author.link.provider.connect();
  const settled = await network.rest(async () => moving === 0 && (await atRest(rooms, policy, authors)));
  await Promise.all(moves);

  const { clauses } = await rooms.read(policy);
  const expected = JSON.stringify(clauses);
  if (!settled) problems.push("the clients and the room do not come to rest");
  for (const { peer, name } of authors) {
    if (JSON.stringify(peer.clauses()) !== expected) {
      problems.push(`editor ${name} differs\n  ${JSON.stringify(peer.clauses())}\n  ${expected}`);
    }
  }
  if (new Set(clauses.map(({ cid }) => cid)).size < clauses.length) problems.push("cids are not unique");

  // A process that never saw the session, and an editor that never did.
  const fresh = createRooms({ log: log as UpdateLog, report: (what) => problems.push(what) });
  const frozen = await fresh.freeze(policy);
  await fresh.close();
  if (JSON.stringify(frozen.clauses) !== expected) problems.push("a fresh load differs");
  const reader = createPeer(frozen.state);
  if (JSON.stringify(reader.clauses()) !== expected) problems.push("a fresh editor differs");
  reader.dispose();

  const present = charactersOf(clauses);
  ledger.noteServer(await log.history(policy, 0, 100_000));
  const lost = [...writtenBy.keys()].filter((character) => !present.has(character));
  problems.push(...ledger.unexplained(lost));
  const gone = new Map<ReasonKind | "unexplained", number>();
  for (const character of lost) {
    const kinds = new Set(ledger.reasons(character).map(({ kind }) => kind));
    const kind = HEAVIEST_FIRST.find((one) => kinds.has(one)) ?? "unexplained";
    gone.set(kind, (gone.get(kind) ?? 0) + 1);
  }
  for (const { peer, link } of authors) {
    link.provider.destroy();
    peer.dispose();
  }
  await network.close();
  const named = problems.map((problem) => `seed ${seed}: ${problem}`);
  return { problems: named, acts, typed: writtenBy.size, gone, writtenBy, present };
}

/** Whether every client is connected, all it sent is acknowledged and all have the room's state. */
async function atRest(rooms: SessionRooms, policy: PolicyId, authors: readonly Author[]): Promise<boolean> {
  if (!authors.every(({ link }) => link.provider.synced && link.acknowledged() === link.sent().length))
    return false;
  const { state, clauses } = await rooms.freeze(policy);
  const doc = new Doc();
  applyUpdate(doc, state);
  const wanted = [...encodeStateVector(doc)].join();
  doc.destroy();
  const text = JSON.stringify(clauses);
  return authors.every(
    ({ peer }) =>
      [...encodeStateVector(peer.doc)].join() === wanted && JSON.stringify(peer.clauses()) === text,
  );
}
