/**
 * The document's Durable Object: one document, its log in the object's own SQLite, and its sockets, which stay open
 * while the object sleeps. All that a socket needs to go on lies in its attachment; whoever wakes the object (a frame,
 * an alarm, a command of the server) finds everyone in the room again. No timer runs when all is quiet: idle frames
 * and eviction are alarms. [RM61] [RM65-RM68]
 */
import { DurableObject } from "cloudflare:workers";
import { openObjectSql } from "../db/object-sql.workers.ts";
import type { SqlConnection } from "../db/sql-connection.ts";
import { carry, type Carried } from "../domain/carried-result.ts";
import type { AccountId, EpochMs, PolicyId } from "../domain/ids.ts";
import type { ConnectionAuthority } from "./connection-authority.ts";
import { openSqlLog } from "./log/sql-log.ts";
import { FigureKeeper } from "./object-figures.workers.ts";
import { ObjectMembers } from "./object-members.workers.ts";
import { ObjectPeer } from "./object-peer.workers.ts";
import type { RoomClock } from "./room/clock.ts";
import { countIn } from "./room/counters.ts";
import { CLOSE, CONNECTIONS_PER_SESSION, IDLE_FRAME_MS, MIB, type CloseCode } from "./room/protocol.ts";
import { createRooms, type Rooms } from "./room/rooms.ts";
import { parseTarget, refusalOf, type SocketTarget } from "./socket-target.ts";
import { WhereaboutsKeeper, type Whereabouts, type WhereaboutsStore } from "./whereabouts.workers.ts";

/** Who the Worker found behind a socket, so that the object can note it before it decides. */
export const ACCOUNT_HEADER = "x-rembuk-account";
export const SESSION_HEADER = "x-rembuk-session";

/** What an object tells the server of itself. */
export interface ObjectNotes extends WhereaboutsStore {
  /** Adds to the figures of `/metrics`. */
  addFigures(figures: Readonly<Record<string, number>>): Promise<void>;
  /** The document was written in. */
  edited(policy: PolicyId, at: EpochMs): Promise<void>;
}

/** Commands of the server that an object passes to its room. */
const COMMANDS = [
  "create",
  "read",
  "freeze",
  "move",
  "replaceContent",
  "authorsSince",
  "history",
  "erasure",
  "erase",
] as const;
export type RoomCommand = (typeof COMMANDS)[number];

/** An object has 128 MB of memory, and a document in it takes 9 to 19 times its encoded size. [RM18] */
const OBJECT_DOCUMENT_MAX_BYTES = 8 * MIB;
const OPEN = 1;
const WS_TOO_LARGE = 1009;

const clock: RoomClock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export abstract class DocumentObject<Env = unknown> extends DurableObject<Env> {
  protected rooms!: Rooms;
  readonly #members = new ObjectMembers((socket) =>
    this.#turnAway(socket, CLOSE.tooLarge, "the presence is too large"),
  );
  #alarmAt: number | null = null;
  #authority: Promise<ConnectionAuthority> | null = null;
  readonly #notes: ObjectNotes;
  readonly #whereabouts: WhereaboutsKeeper;
  #figures!: FigureKeeper;
  /** What was counted is kept this long after it changed. Until then the object does not sleep. */
  protected readonly figuresAfterMs: number = 2_000;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#notes = this.notes(env);
    this.#whereabouts = new WhereaboutsKeeper(this.#notes, ({ account, session }) =>
      this.#members.has(account, session),
    );
    void ctx.blockConcurrencyWhile(() => this.#start());
  }

  /** Who may enter. Asked for once, and again after it failed; `origin` is the address of a request. */
  protected abstract authority(env: Env, origin: string): Promise<ConnectionAuthority>;
  protected abstract notes(env: Env): ObjectNotes;
  /** A fault worth a log line; carries ids, never what people wrote. */
  protected abstract report(what: string, policy: PolicyId | null, error: unknown): void;

  /** Where the document is kept. */
  protected connection(): SqlConnection {
    return openObjectSql(this.ctx.storage);
  }

  /** A socket that the Worker let through, from a request with `ACCOUNT_HEADER` and `SESSION_HEADER`. */
  override async fetch(request: Request): Promise<Response> {
    const { pathname, search, origin } = new URL(request.url);
    const target = parseTarget(pathname + search);
    if (target === null) return new Response(null, { status: 404 });
    const { 0: client, 1: socket } = new WebSocketPair();
    try {
      await this.#admit(socket, request.headers, target, origin);
    } catch (error) {
      this.report("a socket could not be admitted", target.policy, error);
      this.#turnAway(socket, CLOSE.tryLater, "try again later");
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  /** A command of the server. Refusals come back as data. */
  async command(name: string, args: readonly unknown[]): Promise<Carried<unknown>> {
    if (!(COMMANDS as readonly string[]).includes(name)) throw new RangeError(`no command ${name}`);
    const run = this.rooms[name as RoomCommand] as (...args: readonly unknown[]) => Promise<unknown>;
    const carried = await carry(() => run(...args));
    await this.#wakeLater();
    return carried;
  }

  /** Rights of an account (of all, without one) or a session ended here: matching sockets are closed. [RM52] */
  endConnections(which: { readonly account?: AccountId; readonly session?: string }): void {
    if (which.session !== undefined) this.rooms.sessionEnded(which.session);
    else this.rooms.rightsChanged(which.account === undefined ? {} : { account: which.account });
    this.#figures.refused();
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const member = this.#members.get(socket);
    if (member === undefined) return socket.close(CLOSE.tryLater, "come back");
    if (typeof message === "string") return this.#turnAway(socket, CLOSE.malformed, "frames are binary");
    const bytes = new Uint8Array(message);
    member.peer.heard(bytes, clock.now());
    member.joined.receive(bytes);
    this.#members.keepSoon(socket);
    if (socket.readyState !== OPEN) this.#figures.refused();
    else if (bytes[0] === 0) this.#figures.changed();
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#left(socket);
    // 1005 and 1006 are no codes that may be sent.
    if (socket.readyState <= 2) closeQuietly(socket, code === 1005 || code === 1006 ? 1000 : code);
  }

  override webSocketError(socket: WebSocket, error: unknown): void {
    const tooLarge = String(error).includes(String(WS_TOO_LARGE));
    countIn(this.rooms.counters.closed, tooLarge ? CLOSE.tooLarge : 1002);
    this.#left(socket);
    closeQuietly(socket, tooLarge ? CLOSE.tooLarge : 1002);
    this.#figures.refused();
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    const next = this.rooms.tick();
    for (const [socket, { peer }] of this.#members.sockets()) {
      peer.checkAlive(clock.now());
      this.#members.keepSoon(socket);
    }
    this.ctx.waitUntil(this.#figures.handOver());
    if (next !== null) await this.#wakeAt(next);
  }

  async #start(): Promise<void> {
    this.rooms = createRooms({
      log: await openSqlLog(this.connection()),
      clock,
      ticking: "host",
      documentMaxBytes: OBJECT_DOCUMENT_MAX_BYTES,
      edited: (policy, at) => this.ctx.waitUntil(this.#tellEdited(policy, at)),
      report: (what, policy, error) => this.report(what, policy, error),
    });
    this.#figures = new FigureKeeper({
      counters: this.rooms.counters,
      kept: this.ctx.storage.kv,
      add: (figures) => this.#notes.addFigures(figures),
      keepAfterMs: () => this.figuresAfterMs,
      waitUntil: (work) => this.ctx.waitUntil(work),
      report: (error) => this.report("figures were not kept", null, error),
    });
    this.#alarmAt = await this.ctx.storage.getAlarm();
    for (const socket of this.ctx.getWebSockets()) await this.#members.resume(socket, this.rooms);
    if (this.#members.size > 0) await this.#wakeLater();
  }

  async #tellEdited(policy: PolicyId, at: EpochMs): Promise<void> {
    try {
      await this.#notes.edited(policy, at);
    } catch (error) {
      this.report("the time of an edit was not kept", policy, error);
    }
  }

  async #admit(socket: WebSocket, headers: Headers, target: SocketTarget, origin: string): Promise<void> {
    const { policy } = target;
    const account = headers.get(ACCOUNT_HEADER) as AccountId | null;
    const session = headers.get(SESSION_HEADER);
    if (account === null || session === null) return this.#turnAway(socket, CLOSE.signedOut, "sign in");
    const who = { policy, account, session };
    // Noted first: whoever takes a right away either is seen by the decision, or sees this note.
    await this.#whereabouts.entering(who);
    try {
      await this.#decide(socket, headers, target, origin, session);
    } finally {
      this.#whereabouts.settled(who);
      if (this.#members.get(socket) === undefined) this.#forget(who);
    }
  }

  /** Lets a socket in that may come in, and closes any other. */
  async #decide(
    socket: WebSocket,
    headers: Headers,
    target: SocketTarget,
    origin: string,
    session: string,
  ): Promise<void> {
    const { policy, epoch } = target;
    const decidedUnder = this.rooms.rightsChanges();
    const decision = await (await this.#decider(origin)).decide(headers, policy);
    const refused = refusalOf(decision, target);
    if (refused !== null || decision.outcome !== "admitted")
      return this.#turnAway(socket, refused?.code ?? CLOSE.forbidden, refused?.reason ?? "not allowed");
    if (this.#members.countOf(session) >= CONNECTIONS_PER_SESSION)
      return this.#turnAway(socket, CLOSE.tooFast, "too many connections");

    // Taken over only once it stays: the runtime finishes the closing handshake of a socket that was accepted for
    // sleeping and closed in the same breath only after half a minute.
    const peer = new ObjectPeer(socket, clock.now(), "waiting");
    const { account, mayWrite, sessionEndsAt } = decision;
    const acknowledges = target.version !== null;
    const admission = { account, sessionId: session, sessionEndsAt, mayWrite, acknowledges };
    const joined = await this.rooms.connect(policy, peer, admission, epoch);
    // Whoever lost a right between the decision and the room was in no list to be closed.
    if (joined !== null && this.rooms.rightsChanges() !== decidedUnder) {
      joined.left();
      countIn(this.rooms.counters.closed, CLOSE.rightsChanged);
      peer.close(CLOSE.rightsChanged, "rights changed");
    }
    if (joined === null || peer.refused !== null) {
      acceptToClose(socket);
      return socket.close(peer.refused?.code ?? CLOSE.tryLater, peer.refused?.reason ?? "try again later");
    }
    this.ctx.acceptWebSocket(socket);
    peer.open();
    this.#members.add(socket, { policy, admission, epoch, peer, joined });
    await this.#wakeLater();
  }

  #decider(origin: string): Promise<ConnectionAuthority> {
    this.#authority ??= this.authority(this.env, origin).catch((error: unknown) => {
      this.#authority = null;
      throw error;
    });
    return this.#authority;
  }

  #turnAway(socket: WebSocket, code: CloseCode, reason: string): void {
    countIn(this.rooms.counters.closed, code);
    this.#figures.refused();
    const member = this.#members.get(socket);
    if (member !== undefined) {
      member.joined.left();
      return member.peer.close(code, reason);
    }
    acceptToClose(socket);
    socket.close(code, reason);
  }

  #left(socket: WebSocket): void {
    const member = this.#members.remove(socket);
    if (member === undefined) return;
    member.joined.left();
    const { policy, admission } = member;
    this.#forget({ policy, account: admission.account.id, session: admission.sessionId });
  }

  #forget(who: Whereabouts): void {
    const done = this.#whereabouts
      .left(who)
      .catch((error: unknown) => this.report("a closed socket stays noted", who.policy, error));
    this.ctx.waitUntil(done);
  }

  /** An alarm for idle frames and eviction, unless one comes as soon. */
  async #wakeLater(): Promise<void> {
    const at = clock.now() + IDLE_FRAME_MS;
    if (this.#alarmAt === null || this.#alarmAt > at) await this.#wakeAt(at);
  }

  async #wakeAt(at: number): Promise<void> {
    this.#alarmAt = at;
    await this.ctx.storage.setAlarm(at);
  }
}

/** A close code reaches only who was accepted. */
function acceptToClose(socket: WebSocket): void {
  try {
    socket.accept();
  } catch {
    // accepted already, and then something failed
  }
}

/** The other side may be gone already. */
function closeQuietly(socket: WebSocket, code: number): void {
  try {
    socket.close(code);
  } catch {
    // closed, or a code that only the runtime may use
  }
}
