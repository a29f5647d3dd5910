/**
 * All rooms of a process: loads each once, forgets those nobody needs, and
 * carries the commands of the server to them.
 */
import { ulid } from "ulid";
import type { Clause } from "../../domain/clauses/clause.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, Cid, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { ErasureTerms } from "../../domain/erasure/erasure.ts";
import type { PassageQuery } from "../../domain/history/passage.ts";
import { readDocument, type ClauseOrigins, type ReadDocument } from "../document/read.ts";
import { repairDocument } from "../document/repair.ts";
import { createDocumentUpdate, moveClauses, replaceContent, type ClauseMove } from "../document/write.ts";
import {
  eraseFromDocument,
  findInDocument,
  type ErasedDocument,
  type ErasureScope,
} from "../erasure/erase-document.ts";
import { createDocumentHistory, type DocumentHistoryPage } from "../history/document-history.ts";
import { DocumentExistsError, type UpdateLog } from "../log/update-log.ts";
import { AnswerPacer } from "./answer-pacer.ts";
import { systemClock, type RoomClock } from "./clock.ts";
import type { Admission, Connection, KeptConnection, Peer } from "./connection.ts";
import { countIn, createCounters, type RoomCounters } from "./counters.ts";
import { CLOSE, MEMORY_BUDGET_BYTES, TICK_MS, DOCUMENT_MAX_BYTES } from "./protocol.ts";
import { ORIGIN } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import { RoomKeeper } from "./room-keeper.ts";
import { RoomFailedError, type Room } from "./room.ts";

export interface RoomsOptions {
  readonly log: UpdateLog;
  /** A fault worth a log line; carries ids, never what people wrote. */
  readonly report: (what: string, policy: PolicyId, error: unknown) => void;
  readonly clock?: RoomClock;
  readonly memoryBudgetBytes?: number;
  /** How large a document may grow; less than `DOCUMENT_MAX_BYTES` where a process has little memory. */
  readonly documentMaxBytes?: number;
  /**
   * `timer` (the default): the rooms look after idle frames and eviction once a second by themselves. `host`: the
   * host calls `tick`, since a running timer would keep it from sleeping.
   */
  readonly ticking?: "timer" | "host";
  /** Ids for clauses whose own is taken. */
  readonly newCid?: () => Cid;
  /** Yjs client ids under which the rooms write; random ones unless a test must repeat. */
  readonly newClientId?: () => number;
}

interface Live extends ReadDocument {
  readonly epoch: number;
  /** Log position up to which `clauses` reflects the durable text. */
  readonly logSeq: number;
}

export interface Rooms {
  /**
   * Brings a socket into its room, or closes it with the code that says why
   * not. `epoch` is what the client believes, null when it did not say. [RM4]
   */
  connect(policy: PolicyId, peer: Peer, admission: Admission, epoch: number | null): Promise<Joined | null>;
  /**
   * Brings a socket back that was in the room before it slept (its host kept it open, and beside it the admission,
   * the epoch it came with and `Joined.kept`). Null when it was closed instead.
   */
  resume(
    policy: PolicyId,
    peer: Peer,
    admission: Admission,
    epoch: number | null,
    kept: KeptConnection,
  ): Promise<Joined | null>;
  create(policy: PolicyId, clauses: readonly Clause[], actor: AccountId): Promise<void>;
  read(policy: PolicyId): Promise<Live>;
  freeze(policy: PolicyId): Promise<Live & { readonly state: Uint8Array }>;
  move(
    policy: PolicyId,
    command: ClauseMove,
    actor: AccountId,
  ): Promise<{ cids: readonly Cid[]; before: Cid | null }>;
  replaceContent(
    policy: PolicyId,
    clauses: readonly Clause[],
    actor: AccountId,
    origins?: readonly ClauseOrigins[],
  ): Promise<{ logSeq: number }>;
  authorsSince(policy: PolicyId, after: number, upTo?: number): Promise<readonly AccountId[]>;
  /** Who wrote what (`../history`). */
  history(policy: PolicyId, query: PassageQuery): Promise<DocumentHistoryPage>;
  /** What erasing would reach; changes nothing. */
  erasure(policy: PolicyId, terms: ErasureTerms): Promise<ErasureScope & { readonly connections: number }>;
  /** Sends everyone out, erases the terms from text and past, and begins a new epoch. [RM54] */
  erase(policy: PolicyId, terms: ErasureTerms, actor: AccountId): Promise<ErasedDocument>;
  rightsChanged(which: { readonly policy?: PolicyId; readonly account?: AccountId }): void;
  /** The session is over: its connections are closed and decided anew when they come back. */
  sessionEnded(sessionId: string): void;
  /** How often rights changed or sessions ended: who was decided on under another count is decided on again. */
  rightsChanges(): number;
  /** A new epoch of the document was started: its replicas must not sync into it. */
  epochStarted(policy: PolicyId): void;
  readonly counters: RoomCounters;
  /** For `/metrics`. */
  sizes(): {
    readonly rooms: number;
    /** Rooms whose document is open; the others hold bytes. */
    readonly awake: number;
    readonly connections: number;
    readonly storedBytes: number;
  };
  /** What is due now: idle frames, eviction. Says when to call again, null when there is nothing left to wait for. */
  tick(): EpochMs | null;
  /** Turns everyone away, writes what is waiting, stores snapshots. Does not close the log. */
  close(): Promise<void>;
}

export interface Joined {
  receive(bytes: Uint8Array): void;
  /** What `Rooms.resume` needs of it, to be kept after each frame. */
  kept(): KeptConnection;
  /** A step1 of this moment: a host without `bufferedAmount` asks with it how far the socket has read. */
  question(): Uint8Array;
  /** The socket is gone. */
  left(): void;
}

export function createRooms(options: RoomsOptions): Rooms {
  const { log, report, clock = systemClock, memoryBudgetBytes = MEMORY_BUDGET_BYTES } = options;
  const newCid = options.newCid ?? (() => ulid() as Cid);
  const counters = createCounters();
  const history = createDocumentHistory({ archive: log.archive, clock, report });
  /** Documents that are being erased: nobody comes in. */
  const erasing = new Set<PolicyId>();
  let closing = false;
  let rightsChanges = 0;
  const deps: RoomDeps = {
    log,
    clock,
    counters,
    pacer: new AnswerPacer(clock),
    documentMaxBytes: options.documentMaxBytes ?? DOCUMENT_MAX_BYTES,
    pause: () => new Promise((resolve) => void clock.after(0, resolve)),
    repair: (doc) => void repairDocument(doc, { newCid }),
    ...(options.newClientId !== undefined && { newClientId: options.newClientId }),
    report,
    onFailed(room, error) {
      counters.failedCommits++;
      report("room dropped", room.policy, error);
      keeper.forget(room);
    },
  };
  const keeper = new RoomKeeper(deps, memoryBudgetBytes);

  const open = (policy: PolicyId): Promise<Room | null> =>
    erasing.has(policy) ? Promise.resolve(null) : keeper.open(policy);

  async function need(policy: PolicyId): Promise<Room> {
    if (closing || erasing.has(policy)) throw unavailable();
    const room = await open(policy).catch((error: unknown) => {
      counters.failedLoads++;
      report("document could not be loaded", policy, error);
      throw unavailable();
    });
    if (room === null) throw unknownDocument(policy);
    return room;
  }

  async function inRoom<Result>(policy: PolicyId, use: (room: Room) => Promise<Result>): Promise<Result> {
    const room = await need(policy);
    if (isForgotten(room)) return inRoom(policy, use);
    try {
      return await use(room);
    } catch (error) {
      throw error instanceof RoomFailedError ? unavailable() : error;
    }
  }

  function tick(): EpochMs | null {
    if (closing) return null;
    history.tick();
    return keeper.tick(clock.now());
  }

  function tickAndWait(): void {
    tick();
    stopTicking = clock.after(TICK_MS, tickAndWait);
  }
  let stopTicking = options.ticking === "host" ? () => undefined : clock.after(TICK_MS, tickAndWait);

  /** Forgotten while somebody was on the way to it: nobody would look after who comes in now. */
  const isForgotten = (room: Room): boolean => keeper.present(room.policy) !== room;

  /** Lets a socket into its room, at once after the last look at it; null when it was turned away. */
  async function enter(
    policy: PolicyId,
    peer: Peer,
    epoch: number | null,
    join: (room: Room) => Joined | null,
  ): Promise<Joined | null> {
    if (closing) return turnAway(peer, CLOSE.restarting, "the server is stopping", counters);
    let room: Room | null;
    try {
      room = await open(policy);
    } catch (error) {
      counters.failedLoads++;
      report("document could not be loaded", policy, error);
      return turnAway(peer, CLOSE.storeFailed, "the document could not be loaded", counters);
    }
    if (closing) return turnAway(peer, CLOSE.restarting, "the server is stopping", counters);
    if (room === null || room.failed || isForgotten(room))
      return turnAway(peer, CLOSE.tryLater, "the document is not ready", counters);
    if (epoch !== null && epoch !== room.epoch)
      return turnAway(peer, CLOSE.reset, "the document was reset", counters);
    return join(room);
  }

  const admitted = (room: Room, admission: Admission, epoch: number | null): Admission => ({
    ...admission,
    mayWrite: admission.mayWrite && (epoch !== null || room.epoch === 1),
  });

  return {
    counters,
    tick,

    connect: (policy, peer, admission, epoch) =>
      enter(policy, peer, epoch, (room) => joined(room, room.join(peer, admitted(room, admission, epoch)))),

    resume: (policy, peer, admission, epoch, kept) =>
      enter(policy, peer, epoch, (room) => {
        // Its question went with the memory of the room: it has to ask anew.
        if (kept.asked) return turnAway(peer, CLOSE.tryLater, "come back", counters);
        return joined(room, room.resume(peer, admitted(room, admission, epoch), kept));
      }),

    async create(policy, clauses, actor) {
      const update = createDocumentUpdate(clauses);
      try {
        await log.create(policy, { update, actor, cause: "command", at: clock.now() });
      } catch (error) {
        if (!(error instanceof DocumentExistsError)) throw error;
        throw new DomainError("conflict", "document-exists", `Document ${policy} exists already.`);
      }
    },

    read: (policy) =>
      inRoom(policy, async (room) => {
        const { result, logSeq } = await room.observe((doc) => readDocument(doc));
        return { epoch: room.epoch, logSeq, ...result };
      }),

    freeze: (policy) =>
      inRoom(policy, async (room) => {
        const { result, logSeq } = await room.observe((doc, state) => ({
          ...readDocument(doc),
          state: state(),
        }));
        return { epoch: room.epoch, logSeq, ...result };
      }),

    move: (policy, command, actor) =>
      inRoom(
        policy,
        async (room) => (await room.command(actor, (doc) => moveClauses(doc, command, COMMAND))).result,
      ),

    replaceContent: (policy, clauses, actor, origins) =>
      inRoom(policy, async (room) => {
        const { logSeq } = await room.command(actor, (doc) => replaceContent(doc, clauses, COMMAND, origins));
        return { logSeq };
      }),

    authorsSince: (policy, after, upTo) =>
      upTo === undefined ? log.authorsSince(policy, after) : log.authorsSince(policy, after, upTo),

    async history(policy, query) {
      if (closing || erasing.has(policy)) throw unavailable();
      const page = await history.read(policy, query);
      if (page === null) throw unknownDocument(policy);
      return page;
    },

    async erasure(policy, terms) {
      const scope = await findInDocument(log.archive, policy, terms);
      if (scope === null) throw unknownDocument(policy);
      return { ...scope, connections: keeper.present(policy)?.connections.size ?? 0 };
    },

    async erase(policy, terms, actor) {
      const room = await need(policy);
      erasing.add(policy);
      try {
        keeper.forget(room);
        room.closeWhere(() => true, CLOSE.reset, "the document was reset");
        await room.settle();
        if (room.failed) throw unavailable();
        room.dispose();
        const readAgain = await history.forget(policy);
        try {
          const erased = await eraseFromDocument(log.archive, policy, terms, { actor, at: clock.now() });
          if (erased === null) throw unknownDocument(policy);
          return erased;
        } finally {
          readAgain();
        }
      } finally {
        erasing.delete(policy);
      }
    },

    rightsChanges: () => rightsChanges,

    rightsChanged({ policy, account }) {
      rightsChanges++;
      for (const room of keeper.all()) {
        if (policy !== undefined && room.policy !== policy) continue;
        const matches = (admission: Admission) => account === undefined || admission.account.id === account;
        room.closeWhere(matches, CLOSE.rightsChanged, "rights changed");
      }
    },

    sessionEnded(sessionId) {
      rightsChanges++;
      const matches = (admission: Admission) => admission.sessionId === sessionId;
      for (const room of keeper.all()) room.closeWhere(matches, CLOSE.rightsChanged, "the session ended");
    },

    epochStarted(policy) {
      const room = keeper.present(policy);
      if (room === undefined) return;
      keeper.forget(room);
      room.closeWhere(() => true, CLOSE.reset, "the document was reset");
      room.fail(new Error("a new epoch was started"));
    },

    sizes() {
      let connections = 0;
      let storedBytes = 0;
      let awake = 0;
      for (const room of keeper.all()) {
        connections += room.connections.size;
        storedBytes += room.storedBytes;
        if (room.awake) awake++;
      }
      return { rooms: keeper.size, awake, connections, storedBytes };
    },

    async close() {
      closing = true;
      stopTicking();
      await keeper.close(async (room) => {
        room.closeWhere(() => true, CLOSE.restarting, "the server is stopping");
        await room.settle();
        room.dispose();
      });
      await history.settle();
    },
  };
}

const COMMAND = { name: ORIGIN.command };

const unknownDocument = (policy: PolicyId) =>
  new DomainError("not-found", "document-unknown", `No document ${policy}.`);

const unavailable = () =>
  new DomainError("unavailable", "document-unavailable", "The document cannot be reached now.");

function turnAway(peer: Peer, code: number, reason: string, counters: RoomCounters): null {
  countIn(counters.closed, code);
  peer.close(code, reason);
  return null;
}

const joined = (room: Room, connection: Connection): Joined => ({
  receive(bytes) {
    try {
      room.receive(connection, bytes);
    } catch (error) {
      room.fail(error); // whatever it was, memory is not to be trusted now, and the process has other rooms
    }
  },
  kept: () => room.kept(connection),
  question: () => room.question(),
  left: () => connection.left(),
});
