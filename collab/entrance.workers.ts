/**
 * A document's socket as it reaches the Worker: path, Origin and rate first, then who it is. Nobody who may not enter
 * wakes the document's object; whoever may is decided on again there, where a right that ends meanwhile is seen.
 * [RM60] [RM61]
 */
import type { PolicyId } from "../domain/ids.ts";
import type { ConnectionAuthority, ConnectionDecision } from "./connection-authority.ts";
import { ACCOUNT_HEADER, SESSION_HEADER } from "./host.workers.ts";
import { CLOSE, DECIDE_TIMEOUT_MS, HANDSHAKES } from "./room/protocol.ts";
import { createTokenBucket, type TokenBucket } from "./room/token-bucket.ts";
import { parseTarget, refusalOf } from "./socket-target.ts";

export interface EntranceOptions {
  readonly authority: ConnectionAuthority;
  readonly objectOf: (policy: PolicyId) => { fetch(request: Request): Promise<Response> };
  /** The address that handshakes are counted by, in this isolate. */
  readonly addressOf: (request: Request) => string;
  /** Counts a series of `/metrics` up. */
  readonly count: (series: string) => void;
  /** A fault worth a log line. */
  readonly report: (what: string, error: unknown) => void;
}

export type SocketEntrance = (request: Request) => Promise<Response>;

/** Takes requests with `Upgrade: websocket`. */
export function createSocketEntrance(options: EntranceOptions): SocketEntrance {
  const { authority, objectOf, addressOf, count, report } = options;
  let buckets = new Map<string, TokenBucket>();

  function mayShakeHands(address: string): boolean {
    if (buckets.size > 10_000) buckets = new Map();
    let bucket = buckets.get(address);
    if (bucket === undefined) buckets.set(address, (bucket = createTokenBucket(HANDSHAKES)));
    return bucket.take(1, Date.now());
  }

  const turnDown = (status: number): Response => {
    count(`rembuk_handshakes_refused_total{status="${status}"}`);
    return new Response(null, { status });
  };

  /** Accepts and closes: a refused handshake would make clients retry for ever. */
  const turnAway = (code: number, reason: string): Response => {
    count(`rembuk_sockets_closed_total{code="${code}"}`);
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.close(code, reason);
    return new Response(null, { status: 101, webSocket: client });
  };

  return async function enter(request) {
    const { pathname, search } = new URL(request.url);
    const target = parseTarget(pathname + search);
    if (target === null) return turnDown(404);
    if (!authority.originAllowed(request.headers.get("origin"))) return turnDown(403);
    if (!mayShakeHands(addressOf(request))) return turnDown(429);
    let decision: ConnectionDecision;
    try {
      decision = await withTimeout(authority.decide(request.headers, target.policy));
    } catch (error) {
      report("a socket could not be decided on", error);
      return turnAway(CLOSE.tryLater, "try again later");
    }
    const refused = refusalOf(decision, target);
    if (refused !== null) return turnAway(refused.code, refused.reason);
    if (decision.outcome !== "admitted") return turnAway(CLOSE.forbidden, "not allowed");
    const headers = new Headers(request.headers);
    headers.set(ACCOUNT_HEADER, decision.account.id);
    headers.set(SESSION_HEADER, decision.sessionId);
    try {
      return await objectOf(target.policy).fetch(new Request(request, { headers }));
    } catch (error) {
      report("a document's object did not answer", error);
      return turnAway(CLOSE.tryLater, "try again later");
    }
  };
}

async function withTimeout<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${DECIDE_TIMEOUT_MS} ms`)),
      DECIDE_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
