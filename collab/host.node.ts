/**
 * Sockets of `/collab/<policyId>` on a Node HTTP server. Before the 101 only
 * path and Origin are looked at; then the connection is accepted, held still,
 * decided, and only then read. [RM60-RM64]
 */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { ConnectionAuthority } from "./connection-authority.ts";
import type { Peer } from "./room/connection.ts";
import { countIn } from "./room/counters.ts";
import {
  CLOSE,
  CLOSE_TIMEOUT_MS,
  CONNECTIONS_PER_SESSION,
  DECIDE_TIMEOUT_MS,
  HANDSHAKES,
  HANDSHAKES_PER_TURN,
  PING_MS,
  STEP2_MAX_BYTES,
  type CloseCode,
} from "./room/protocol.ts";
import type { Joined, Rooms } from "./room/rooms.ts";
import { encodeFrames, framesOf } from "./wire.node.ts";
import { createTokenBucket, type TokenBucket } from "./room/token-bucket.ts";
import { parseTarget, refusalOf, type SocketTarget } from "./socket-target.ts";

export interface AttachOptions {
  readonly server: Server;
  readonly rooms: Rooms;
  readonly authority: ConnectionAuthority;
  /** The address that handshakes are counted by; the socket's own unless a trusted proxy says another. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** A fault worth a log line. */
  readonly report: (what: string, error: unknown) => void;
}

export interface AttachedRooms {
  /** Refuses new sockets, closes the rooms (which writes what is waiting) and ends what is left. */
  close(): Promise<void>;
}

const WS_TOO_LARGE = 1009;
/** What `ws` closes an illegal frame with. */
const WS_PROTOCOL_ERROR = 1002;

const codeOfError = (error: Error & { code?: string }): number =>
  error.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" ? CLOSE.tooLarge : WS_PROTOCOL_ERROR;

class RoomSocket extends WebSocket {
  alive = true;

  /** `ws` itself closes a frame over the limit with 1009, after which a client would come back with it for ever. */
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === WS_TOO_LARGE ? CLOSE.tooLarge : code, reason);
  }
}

export function attachRooms(options: AttachOptions): AttachedRooms {
  const { server, rooms, authority, report, addressOf = socketAddress } = options;
  const sockets = new Set<RoomSocket>();
  const perSession = new Map<string, number>();
  const handshakes = createHandshakeLimit();
  const inTurn = createTurns(HANDSHAKES_PER_TURN);
  let closing = false;
  const accepter = new WebSocketServer({
    noServer: true,
    WebSocket: RoomSocket,
    perMessageDeflate: false,
    maxPayload: STEP2_MAX_BYTES,
    clientTracking: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
  } as ConstructorParameters<typeof WebSocketServer<typeof RoomSocket>>[0]);
  accepter.on("error", (error) => report("socket server", error));

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    surviveErrors(socket);
    const target = parseTarget(request.url ?? "");
    const turnDown = (status: number, phrase: string): void => {
      countIn(rooms.counters.refusedHandshakes, status);
      refuse(socket, `${status} ${phrase}`);
    };
    if (target === null) return turnDown(404, "Not Found");
    if (!authority.originAllowed(request.headers.origin ?? null)) return turnDown(403, "Forbidden");
    if (closing) return turnDown(503, "Service Unavailable");
    if (!handshakes(addressOf(request))) return turnDown(429, "Too Many Requests");
    inTurn(() => {
      accepter.handleUpgrade(request, socket, head, (accepted) => {
        const room = accepted as RoomSocket;
        hold(room);
        admit(room, socket, request, target).catch((error: unknown) => {
          report("a socket could not be admitted", error);
          turnAway(room, CLOSE.tryLater, "try again later");
        });
      });
    });
  }

  // On its own, so that what listens as long as the socket lives does not keep the request.
  function hold(socket: RoomSocket): void {
    socket.pause(); // not a byte is read before the decision
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("pong", () => (socket.alive = true));
    // `ws` closes it by itself: an illegal frame, or one over the limit.
    socket.on("error", (error) => countIn(rooms.counters.closed, codeOfError(error)));
  }

  async function admit(
    socket: RoomSocket,
    stream: Duplex,
    request: IncomingMessage,
    target: SocketTarget,
  ): Promise<void> {
    const decidedUnder = rooms.rightsChanges();
    const decision = await withTimeout(
      authority.decide(headersOf(request), target.policy),
      DECIDE_TIMEOUT_MS,
    );
    if (socket.readyState !== WebSocket.OPEN) return;
    const refused = refusalOf(decision, target);
    if (refused !== null) return turnAway(socket, refused.code, refused.reason);
    if (decision.outcome !== "admitted") return;
    const { sessionId, sessionEndsAt, account, mayWrite } = decision;
    if (!takeSession(sessionId, socket)) return turnAway(socket, CLOSE.tooFast, "too many connections");

    const acknowledges = target.version !== null;
    const admission = { account, sessionId, sessionEndsAt, mayWrite, acknowledges };
    const joined = await rooms.connect(target.policy, peerOf(socket, stream), admission, target.epoch);
    if (joined === null) return socket.resume(); // so that the closing handshake can finish
    if (socket.readyState !== WebSocket.OPEN) return joined.left();
    if (rooms.rightsChanges() !== decidedUnder) {
      // Whoever lost a right between the decision and the room was in no list to be closed.
      joined.left();
      return turnAway(socket, CLOSE.rightsChanged, "rights changed");
    }
    listen(socket, joined);
    socket.resume();
  }

  function listen(socket: RoomSocket, joined: Joined): void {
    socket.on("close", () => joined.left());
    socket.on("message", (data: Buffer, isBinary: boolean) => {
      if (isBinary) return joined.receive(data);
      joined.left(); // before the socket has closed, more may come
      turnAway(socket, CLOSE.malformed, "frames are binary");
    });
  }

  function turnAway(socket: RoomSocket, code: CloseCode, reason: string): void {
    countIn(rooms.counters.closed, code);
    end(socket, code, reason);
  }

  function takeSession(sessionId: string, socket: RoomSocket): boolean {
    const count = perSession.get(sessionId) ?? 0;
    if (count >= CONNECTIONS_PER_SESSION) return false;
    perSession.set(sessionId, count + 1);
    socket.on("close", () => {
      const left = (perSession.get(sessionId) ?? 1) - 1;
      if (left > 0) perSession.set(sessionId, left);
      else perSession.delete(sessionId);
    });
    return true;
  }

  const pinging = setInterval(() => {
    for (const socket of sockets) {
      if (!socket.alive) {
        socket.terminate();
        continue;
      }
      socket.alive = false;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    }
  }, PING_MS);
  pinging.unref();
  server.on("upgrade", onUpgrade);

  return {
    async close() {
      closing = true;
      clearInterval(pinging);
      await rooms.close();
      for (const socket of sockets) end(socket, CLOSE.restarting, "the server is stopping");
      await waitUntilGone(sockets);
      server.off("upgrade", onUpgrade);
    },
  };
}

function peerOf(socket: RoomSocket, stream: Duplex): Peer {
  const write = (wire: Uint8Array): void => {
    if (socket.readyState === WebSocket.OPEN) stream.write(wire);
  };
  return {
    send: (bytes) => write(encodeFrames([bytes])),
    sendParcel: (parcel) => write(framesOf(parcel)),
    close: (code, reason) => end(socket, code, reason),
    get bufferedAmount() {
      return stream.writableLength;
    },
  };
}

function end(socket: RoomSocket, code: number, reason: string): void {
  socket.close(code, reason);
  socket.resume(); // a paused socket would not see the answer to its close frame
}

/** Without a listener an error on a socket ends the process. */
function surviveErrors(socket: Duplex): void {
  socket.on("error", () => socket.destroy());
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const socketAddress = (request: IncomingMessage): string => request.socket.remoteAddress ?? "";

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

/** Runs tasks in order, so many in one turn of the event loop: three hundred who come back at once hold up nobody for long. [RM43] */
function createTurns(perTurn: number): (task: () => void) => void {
  const waiting: (() => void)[] = [];
  const turn = (): void => {
    const tasks = waiting.splice(0, perTurn);
    if (waiting.length > 0) setImmediate(turn);
    for (const task of tasks) task();
  };
  return (task) => {
    waiting.push(task);
    if (waiting.length === 1) setImmediate(turn);
  };
}

function createHandshakeLimit(): (address: string) => boolean {
  let buckets = new Map<string, TokenBucket>();
  return (address) => {
    if (buckets.size > 10_000) buckets = new Map();
    let bucket = buckets.get(address);
    if (bucket === undefined) buckets.set(address, (bucket = createTokenBucket(HANDSHAKES)));
    return bucket.take(1, Date.now());
  };
}

async function withTimeout<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when all sockets have closed; those that do not answer are ended. */
async function waitUntilGone(sockets: ReadonlySet<RoomSocket>): Promise<void> {
  const closed = [...sockets].map(
    (socket) => new Promise<void>((resolve) => socket.once("close", () => resolve())),
  );
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.terminate();
  }, 1_000);
  await Promise.all(closed);
  clearTimeout(cut);
}
