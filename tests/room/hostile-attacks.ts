/** How a hostile client attacks one document at one address, and how its sockets ended. */
import { WebSocket } from "ws";
import * as Y from "yjs";
import { syncFrame } from "./support.ts";

export interface Target {
  /** `ws://...`, with the query that a client of ours sends. */
  readonly url: string;
  /** Cookies of the attacker, of the attacker as a reader, and of another session. */
  readonly cookie: string;
  readonly readerCookie: string;
  readonly otherCookie: string;
  /** The document as the attacker sees it (a Yjs update). */
  readonly state: Uint8Array;
  /** Yjs client id under which somebody else has typed. */
  readonly foreignClient: number;
}

export interface Ended {
  /** Close code of each socket that was closed. */
  readonly codes: readonly number[];
  /** How many stayed open, and were ended by the attacker. */
  readonly stayed: number;
}

/** How long an ignored attack is watched after the server has answered what followed it. */
export const ANSWER_MS = 15_000;

function dial(target: Target): WebSocket {
  const socket = new WebSocket(target.url, { headers: { cookie: target.cookie }, perMessageDeflate: false });
  socket.on("error", () => undefined);
  return socket;
}

const opened = (socket: WebSocket) =>
  new Promise<void>((resolve) => {
    socket.once("open", () => resolve());
    socket.once("close", () => resolve());
  });

const closing = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.once("close", (code) => resolve(code)));

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

/** Each frame on a socket of its own. */
export async function eachOnItsOwn(target: Target, frames: readonly (Uint8Array | string)[]): Promise<Ended> {
  const ends = await Promise.all(frames.map((frame) => oneAfterAnother(target, [frame])));
  return {
    codes: ends.flatMap(({ codes }) => codes),
    stayed: ends.reduce((sum, { stayed }) => sum + stayed, 0),
  };
}

/** All frames on one socket, then a step1: it stays if that is answered. */
export async function oneAfterAnother(
  target: Target,
  frames: readonly (Uint8Array | string)[],
  waitMs = ANSWER_MS,
): Promise<Ended> {
  const socket = dial(target);
  const end = closing(socket);
  const answered = new Promise<null>((resolve) =>
    socket.on("message", (data: Buffer) => {
      if (data[0] === 0 && data[1] === 1) resolve(null);
    }),
  );
  await opened(socket);
  for (const frame of frames) {
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(frame);
  }
  if (socket.readyState === WebSocket.OPEN) socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
  let code = await Promise.race([end, answered, after(waitMs)]);
  // Told to close, while what it had to send is still on its way.
  if (code === null && socket.readyState !== WebSocket.OPEN) code = 1006;
  socket.terminate();
  return code === null ? { codes: [], stayed: 1 } : { codes: [code], stayed: 0 };
}

const MANY = 1_000;
const MANY_STAY = 64;

/** All at once, from one session. */
export async function manySockets(target: Target): Promise<Ended> {
  const codes: number[] = [];
  const sockets = Array.from({ length: MANY }, () => dial({ ...target, cookie: target.otherCookie }));
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 3 * ANSWER_MS);
    for (const socket of sockets) {
      socket.once("close", (code) => {
        codes.push(code);
        if (codes.length < MANY - MANY_STAY) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
  const stayed = MANY - codes.length;
  const counted = [...codes];
  for (const socket of sockets) socket.terminate();
  return { codes: counted, stayed };
}

/**
 * Asks for the whole document again and again and never reads an answer. What is asked at once is answered once: who
 * wants more answers than an operating system takes in for a reader (some megabytes) asks `everyMs`.
 */
export async function withoutReading(
  target: Target,
  questions: number,
  watchMs: number,
  everyMs = 0,
): Promise<Ended> {
  const socket = dial(target);
  const end = closing(socket);
  await opened(socket);
  socket.pause();
  const question = syncFrame(0, Y.encodeStateVector(new Y.Doc()));
  for (let count = 0; count < questions; count++) {
    socket.send(question);
    if (everyMs > 0) await after(everyMs);
  }
  // What arrives is left in the operating system; only now and then is the connection asked whether it still lives.
  const until = Date.now() + watchMs;
  let broken = false;
  while (Date.now() < until && !broken) {
    await after(250);
    broken = socket.readyState !== WebSocket.OPEN;
    if (watchMs > ANSWER_MS && Date.now() > until - watchMs + 33_000) break;
  }
  // Reads what is left, to see the code that it was closed with.
  socket.resume();
  const code = watchMs > ANSWER_MS ? await Promise.race([end, after(ANSWER_MS)]) : null;
  socket.terminate();
  return code === null ? { codes: [], stayed: 1 } : { codes: [code], stayed: 0 };
}
