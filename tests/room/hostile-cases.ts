/**
 * What a hostile client may try, as the bench and the suites run it: each case
 * attacks one document at one address and says how its sockets ended. Knows the
 * wire only, so that it can be turned against any y-websocket server.
 */
import { connect as connectTcp } from "node:net";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { CLOSE, KIB, MIB } from "../../collab/room/protocol.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { bytesOf, presenceFrameOf, root, syncFrame } from "./support.ts";

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

export interface HostileCase {
  readonly name: string;
  /** Rules that answer it. */
  readonly rules: readonly string[];
  /** Codes that its sockets may be closed with, all of them; empty when they are to stay open, ignored. */
  readonly closes: readonly number[];
  /** Counters of which at least one must grow. */
  readonly counted: readonly string[];
  /** The document has to be of some megabytes for it to mean anything. */
  readonly large?: true;
  /** Seconds that the rule lets pass before it acts. */
  readonly waits?: number;
  attack(target: Target): Promise<Ended>;
}

export interface Ended {
  /** Close code of each socket that was closed. */
  readonly codes: readonly number[];
  /** How many stayed open, and were ended by the attacker. */
  readonly stayed: number;
}

const closed = (...codes: readonly number[]) => ({
  closes: codes,
  counted: codes.map((code) => `rembuk_sockets_closed_total{code="${code}"}`),
});
const ignored = (...names: readonly string[]) => ({
  closes: [],
  counted: names.map((name) => `rembuk_room_${name}_total`),
});

export const HOSTILE_CASES: readonly HostileCase[] = [
  {
    name: "random bytes",
    rules: ["RM10", "RM12"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, randomFrames()),
  },
  {
    name: "truncated varints",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) =>
      eachOnItsOwn(target, [
        Uint8Array.of(0x80),
        Uint8Array.of(0, 0x80),
        Uint8Array.of(0, 2, 0x80),
        Uint8Array.of(0, 2, 200),
        Uint8Array.of(1, 3, 1, 0x80, 0x80),
        syncFrame(2, Uint8Array.of(1, 0xff)),
        syncFrame(0, Uint8Array.of(2, 1, 1, 0xff)),
      ]),
  },
  {
    name: "overlong varints",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) => {
      const overlong = new Uint8Array(12).fill(255);
      return eachOnItsOwn(target, [
        overlong,
        Uint8Array.of(0, 2, ...overlong),
        syncFrame(2, overlong),
        syncFrame(0, overlong),
        presenceFrameBytes(overlong),
      ]);
    },
  },
  {
    name: "a frame of 50 MB",
    rules: ["RM10", "RM62"],
    ...closed(CLOSE.tooLarge),
    attack: (target) => eachOnItsOwn(target, [new Uint8Array(50 * MIB)]),
  },
  {
    name: "one frame over the size limit",
    rules: ["RM10"],
    ...closed(CLOSE.tooLarge),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(2, new Uint8Array(1 * MIB + 1)),
        syncFrame(1, new Uint8Array(8 * MIB + 1)),
      ]),
  },
  {
    name: "a text message",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, ["halo"]),
  },
  {
    name: "10,000 awareness states in one frame",
    rules: ["RM31"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [presenceFrameOf(ghosts(0, 10_000))]),
  },
  {
    name: "10,000 awareness states in frames of 1,000",
    rules: ["RM31"],
    ...ignored("foreign_presence"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 10 }, (_, index) => presenceFrameOf(ghosts(index * 1_000, 1_000))),
      ),
  },
  {
    name: "10,000 awareness states in as many frames",
    rules: ["RM11", "RM31"],
    ...closed(CLOSE.tooFast),
    attack: (target) =>
      oneAfterAnother(
        target,
        ghosts(0, 10_000).map((ghost) => presenceFrameOf([ghost])),
      ),
  },
  {
    name: "a presence of 4 KiB and more",
    rules: ["RM31"],
    ...closed(CLOSE.tooLarge),
    attack: (target) =>
      eachOnItsOwn(target, [
        presenceFrameOf([{ client: 77, clock: 1, state: { text: "x".repeat(4 * KIB) } }]),
      ]),
  },
  {
    name: "another user's client id",
    rules: ["RM14"],
    ...closed(CLOSE.forbidden),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(
          2,
          editOf(target, (doc) => textAt(doc).insert(0, "palsu"), target.foreignClient),
        ),
      ]),
  },
  {
    name: "a causal gap in updates",
    rules: ["RM13"],
    ...ignored("gaps"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 50 }, () => syncFrame(2, GAP)),
      ),
  },
  {
    name: "a causal gap that stays",
    rules: ["RM13"],
    ...closed(CLOSE.gapUnresolved),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 3 }, () => syncFrame(1, GAP)),
      ),
  },
  {
    name: "a deletion of what nobody wrote",
    rules: ["RM13"],
    ...ignored("gaps"),
    attack: (target) => oneAfterAnother(target, [syncFrame(2, numbers(0, 1, 4242, 1, 0, 1_000_000))]),
  },
  {
    name: "a clock bomb",
    rules: ["RM15"],
    ...closed(CLOSE.malformed),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(2, numbers(1, 1, 77, 0, 0, 2 ** 31, 0)),
        syncFrame(2, numbers(1, 1, 77, 0, 0, 5_000_000, 0)),
        syncFrame(1, numbers(1, 1, 77, 0, 10, 2 ** 31, 0)),
      ]),
  },
  {
    name: "257 new client ids in one frame",
    rules: ["RM14"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [syncFrame(2, manyClients(target, 257))]),
  },
  {
    name: "deeply nested content",
    rules: ["RM12", "RM16"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [syncFrame(2, deeplyNested())]),
  },
  {
    name: "a step2 of a document of another kind",
    rules: ["RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) => eachOnItsOwn(target, [syncFrame(1, notesOf("prosemirror"))]),
  },
  {
    name: "a step2 of another policy's document",
    rules: ["RM17"],
    ...closed(CLOSE.refusedContent),
    attack: (target) => eachOnItsOwn(target, [syncFrame(1, anotherPolicy())]),
  },
  {
    name: "a reader who writes",
    rules: ["RM8"],
    ...closed(CLOSE.forbidden),
    attack: (target) => {
      const update = editOf(target, (doc) => textAt(doc).insert(0, "pembaca"));
      const reader = { ...target, cookie: target.readerCookie };
      return eachOnItsOwn(reader, [syncFrame(2, update), syncFrame(1, update)]);
    },
  },
  {
    name: "a socket that never reads",
    rules: ["RM40", "RM41"],
    // Whoever never reads does not see the code either, unless what was sent before it has gone.
    closes: [CLOSE.tooSlow, 1006],
    counted: [`rembuk_sockets_closed_total{code="${CLOSE.tooSlow}"}`],
    large: true,
    waits: 30,
    attack: (target) => withoutReading(target, 20, 60_000),
  },
  {
    name: "a flood of unread step1",
    rules: ["RM40"],
    ...ignored("held_questions"),
    large: true,
    attack: (target) => withoutReading(target, 500, 3_000),
  },
  {
    name: "a flood of frames",
    rules: ["RM11"],
    ...closed(CLOSE.tooFast),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: FLOOD }, () => Uint8Array.of(3)),
        FLOOD_MS,
      ),
  },
  {
    name: "a flood of queries",
    rules: ["RM11"],
    ...ignored("unanswered_queries"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 500 }, () => Uint8Array.of(3)),
      ),
  },
  {
    name: "a valid update with a block type nobody knows",
    rules: ["RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) =>
      eachOnItsOwn(
        target,
        ["paragraph", "heading", "table"].map((name) =>
          syncFrame(
            2,
            editOf(target, (doc) => root(doc).insert(0, [new Y.XmlElement(name)])),
          ),
        ),
      ),
  },
  {
    name: "a refused block behind lawful words in one update",
    rules: ["RM12", "RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(
          2,
          editOf(target, (doc) => {
            textAt(doc).insert(0, "selundupan");
            root(doc).insert(0, [new Y.XmlElement("paragraph")]);
          }),
        ),
      ]),
  },
  {
    name: "illegal WebSocket frames",
    rules: ["RM62"],
    ...closed(1002),
    attack: illegalFrames,
  },
  {
    name: "1,000 sockets from one session",
    rules: ["RM64"],
    // The address has its own limit of handshakes, answered with 429 before there is a socket.
    closes: [CLOSE.tooFast, 1006],
    counted: [`rembuk_sockets_closed_total{code="${CLOSE.tooFast}"}`],
    attack: manySockets,
  },
];

/** Enough for the limit to be passed where frames are taken slowly, too. */
const FLOOD = 40_000;
const FLOOD_MS = 60_000;

/** An update that leaves out what it stands on. */
const GAP = numbers(1, 1, 77, 5, 0, 3, 0);

function numbers(...values: readonly number[]): Uint8Array {
  return bytesOf((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value);
  });
}

function presenceFrameBytes(body: Uint8Array): Uint8Array {
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function randomFrames(): Uint8Array[] {
  const random = seededRandom(20261122);
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  return Array.from({ length: 24 }, (_, index) => {
    const body = bytes(8 + Math.floor(random() * 500));
    if (index % 3 === 0) return body;
    return index % 3 === 1 ? syncFrame(2, body) : syncFrame(1, body);
  });
}

const ghosts = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    client: 1_000 + first + index,
    clock: 1,
    state: { user: { name: "hantu" } },
  }));

const textAt = (doc: Y.Doc): Y.XmlText => (root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** What a client with this document would send for `edit`. */
function editOf(target: Target, edit: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, target.state);
  if (clientId !== undefined) doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

function manyClients(target: Target, count: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, target.state);
  const before = Y.encodeStateVector(doc);
  for (let index = 0; index < count; index++) {
    doc.clientID = 500_000 + index;
    textAt(doc).insert(0, "x");
  }
  return Y.encodeStateAsUpdate(doc, before);
}

function deeplyNested(): Uint8Array {
  return bytesOf((encoder) => {
    for (const value of [1, 1, 77, 0]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 8);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, "root-v2");
    encoding.writeVarUint(encoder, 1);
    for (let depth = 0; depth < 300_000; depth++) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });
}

function notesOf(name: string): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("catatan")]);
  doc.getXmlFragment(name).insert(0, [paragraph]);
  doc.getMap("meta").set("title", "catatan");
  return Y.encodeStateAsUpdate(doc);
}

/** Lawful clauses, but of another document: they name no neighbour in this one. */
function anotherPolicy(): Uint8Array {
  const doc = new Y.Doc();
  const clause = new Y.XmlElement("clause");
  clause.setAttribute("s_cid", "01ZZZZZZZZZZZZZZZZZZZZZZZZ");
  clause.setAttribute("s_kind", "ayat");
  clause.insert(0, [new Y.XmlText("dari naskah lain")]);
  root(doc).insert(0, [clause]);
  return Y.encodeStateAsUpdate(doc);
}

/** How long an ignored attack is watched after the server has answered what followed it. */
const ANSWER_MS = 15_000;

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
async function eachOnItsOwn(target: Target, frames: readonly (Uint8Array | string)[]): Promise<Ended> {
  const ends = await Promise.all(frames.map((frame) => oneAfterAnother(target, [frame])));
  return {
    codes: ends.flatMap(({ codes }) => codes),
    stayed: ends.reduce((sum, { stayed }) => sum + stayed, 0),
  };
}

/** All frames on one socket, then a step1: it stays if that is answered. */
async function oneAfterAnother(
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
async function manySockets(target: Target): Promise<Ended> {
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

/** Asks for the whole document again and again and never reads an answer. */
async function withoutReading(target: Target, questions: number, watchMs: number): Promise<Ended> {
  const socket = dial(target);
  const end = closing(socket);
  await opened(socket);
  socket.pause();
  const question = syncFrame(0, Y.encodeStateVector(new Y.Doc()));
  for (let count = 0; count < questions; count++) socket.send(question);
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

/** Raw bytes after a lawful handshake: reserved bits, no mask, an unknown opcode, a long ping, a stray continuation. */
async function illegalFrames(target: Target): Promise<Ended> {
  const frames: readonly (readonly number[])[] = [
    [0xff, 0xff, 0xff],
    [0x82, 0x05, 1, 2, 3, 4, 5],
    [0x83, 0x80, 0, 0, 0, 0],
    [0x89, 0xfe, 0, 126, 0, 0, 0, 0, ...new Uint8Array(126)],
    [0x80, 0x80, 0, 0, 0, 0],
  ];
  const codes = await Promise.all(frames.map((bytes) => illegalFrame(target, bytes)));
  return {
    codes: codes.filter((code) => code !== null),
    stayed: codes.filter((code) => code === null).length,
  };
}

/** The close code that the server answers with; 1006 when it breaks off without one, null when it does nothing. */
function illegalFrame(target: Target, bytes: readonly number[]): Promise<number | null> {
  const { hostname, port, pathname, search } = new URL(target.url);
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), hostname, () =>
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Cookie: ${target.cookie}\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    );
    const timer = setTimeout(() => {
      resolve(null);
      socket.destroy();
    }, ANSWER_MS);
    let asked = false;
    const end = (code: number) => {
      clearTimeout(timer);
      resolve(code);
      socket.destroy();
    };
    socket.on("data", (chunk) => {
      const closeAt = asked ? chunk.lastIndexOf(0x88) : -1;
      if (closeAt >= 0 && closeAt + 4 <= chunk.length) end(chunk.readUInt16BE(closeAt + 2));
      if (!asked) socket.write(Uint8Array.from(bytes));
      asked = true;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => end(1006));
  });
}
