/**
 * All rooms of a process: loads each once, forgets those nobody needs, and
 * carries the commands of the server to them.
 */
import { ulid } from "ulid";
import { DomainError } from "../../domain/errors.ts";
import type { Cid, EpochMs, PolicyId } from "../../domain/ids.ts";
import { readDocument } from "../document/read.ts";
import { repairDocument } from "../document/repair.ts";
import { createDocumentUpdate, moveClauses, replaceContent } from "../document/write.ts";
import { eraseFromDocument, findInDocument } from "../erasure/erase-document.ts";
import { createDocumentHistory } from "../history/document-history.ts";
import { DocumentExistsError } from "../log/update-log.ts";
import { AnswerPacer } from "./answer-pacer.ts";
import { systemClock } from "./clock.ts";
import type { Admission, Connection, Peer } from "./connection.ts";
import { countIn, createCounters, type RoomCounters } from "./counters.ts";
import { CLOSE, MEMORY_BUDGET_BYTES, TICK_MS, DOCUMENT_MAX_BYTES } from "./protocol.ts";
import { ORIGIN } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import { RoomKeeper } from "./room-keeper.ts";
import { RoomFailedError, type Room } from "./room.ts";
import type { Joined, Rooms, RoomsOptions } from "./rooms-contract.ts";

export type { Joined, Rooms, RoomsOptions } from "./rooms-contract.ts";

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
    edited: (policy, at) => options.edited?.(policy, at),
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
      inRoom(policy, async (room) => {
        const { result } = await room.command(actor, (doc) => moveClauses(doc, command, COMMAND));
        deps.edited(policy, clock.now());
        return result;
      }),

    replaceContent: (policy, clauses, actor, origins, epoch) =>
      inRoom(policy, async (room) => {
        if (epoch !== undefined && epoch !== room.epoch) throw textErased();
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
      // Another erasure may have begun on the way.
      if (isForgotten(room)) throw unavailable();
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

const textErased = () => new DomainError("stale", "text-erased", "The document began a new epoch meanwhile.");

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
