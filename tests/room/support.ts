/** Rooms over a real log, with sockets in memory that the test flushes by hand and a clock that it turns. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { RoomClock } from "../../collab/room/clock.ts";
import type { Peer } from "../../collab/room/connection.ts";
import { createRooms, type Joined, type Rooms, type RoomsOptions } from "../../collab/room/rooms.ts";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { openLibsql, type LibsqlConnection } from "../../db/libsql.node.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { AccountId, Cid, PolicyId } from "../../domain/ids.ts";
import { ROOT_NAME } from "../../collab/document/wire.ts";
import { cidOf } from "../document/support.ts";

export const ALICE = "01AAAAAAAAAAAAAAAAAAAAAAAA" as AccountId;
export const BOB = "01BBBBBBBBBBBBBBBBBBBBBBBB" as AccountId;
export const CAROL = "01CCCCCCCCCCCCCCCCCCCCCCCC" as AccountId;

let policies = 0;
/** A policy that no other test uses. */
export const newPolicy = (): PolicyId =>
  `01P0000000000000000000${String(++policies).padStart(4, "0")}` as PolicyId;

export interface TestStore {
  readonly log: UpdateLog;
  readonly connection: LibsqlConnection;
  readonly path: string;
  dispose(): Promise<void>;
}

export async function openTestStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-room-"));
  const path = join(folder, "rooms.db");
  const connection = await openLibsql(path, { withCommitGate: true });
  const log = await openSqlLog(connection);
  return {
    log,
    connection,
    path,
    async dispose() {
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface ManualClock extends RoomClock {
  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void;
}

export function manualClock(): ManualClock {
  let now = 1_800_000_000_000;
  let tasks: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const task = { at: now + ms, run };
      tasks.push(task);
      return () => (tasks = tasks.filter((other) => other !== task));
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = tasks.filter((task) => task.at <= end).toSorted((left, right) => left.at - right.at)[0];
        if (due === undefined) break;
        tasks = tasks.filter((task) => task !== due);
        now = due.at;
        due.run();
      }
      now = end;
    },
  };
}

export function testRooms(
  store: { readonly log: UpdateLog },
  options: Partial<RoomsOptions> = {},
): { rooms: Rooms; clock: ManualClock; reports: { what: string; error: unknown }[] } {
  const clock = manualClock();
  const reports: { what: string; error: unknown }[] = [];
  const rooms = createRooms({
    log: store.log,
    clock,
    report: (what, _policy, error) => reports.push({ what, error }),
    ...options,
  });
  return { rooms, clock, reports };
}

/** The server's end of a socket: frames that it sent lie here until the test delivers them. */
export class FakePeer implements Peer {
  readonly sent: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;
  bufferedAmount = 0;
  send(bytes: Uint8Array): void {
    if (this.closed === null) this.sent.push(bytes.slice());
  }
  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }
}

export interface ClientOptions {
  readonly account?: AccountId;
  readonly mayWrite?: boolean;
  readonly epoch?: number | null;
  readonly sessionEndsAt?: number;
  readonly acknowledges?: boolean;
  readonly doc?: Y.Doc;
}

/** A y-websocket client reduced to its protocol. */
export class Client {
  readonly doc: Y.Doc;
  readonly peer = new FakePeer();
  /** Frames on their way to the server. */
  readonly outgoing: Uint8Array[] = [];
  readonly acknowledged: number[] = [];
  readonly presence: { client: number; clock: number; state: unknown }[] = [];
  synced = false;
  sentSyncFrames = 0;
  #joined: Joined | null = null;

  constructor(doc = new Y.Doc()) {
    this.doc = doc;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.push(syncFrame(2, update));
    });
  }

  async connect(rooms: Rooms, policy: PolicyId, options: ClientOptions = {}): Promise<this> {
    const { account = ALICE, mayWrite = true, acknowledges = true, epoch = 1 } = options;
    const { sessionEndsAt = Infinity } = options;
    const session = { sessionId: `s-${account}`, sessionEndsAt };
    const admission = { account: { id: account, name: `Name of ${account}` }, ...session };
    this.#joined = await rooms.connect(policy, this.peer, { ...admission, mayWrite, acknowledges }, epoch);
    this.outgoing.unshift(syncFrame(0, Y.encodeStateVector(this.doc)));
    return this;
  }

  push(frame: Uint8Array): void {
    if (frame[0] === 0 && frame[1] !== 0) this.sentSyncFrames++;
    this.outgoing.push(frame);
  }

  /** Hands the server the next frame, or all. */
  upload(count = Infinity): void {
    for (; count > 0 && this.outgoing.length > 0; count--)
      this.#joined?.receive(this.outgoing.shift() as Uint8Array);
  }

  /** A frame that no client library would write. */
  raw(bytes: Uint8Array): void {
    this.#joined?.receive(bytes);
  }

  /** Reads what the server sent, or the first `count` frames of it. */
  download(count = Infinity): void {
    for (; count > 0 && this.peer.sent.length > 0; count--) this.#read(this.peer.sent.shift() as Uint8Array);
  }

  drop(): void {
    this.#joined?.left();
    this.#joined = null;
    this.outgoing.length = 0;
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === 100) this.acknowledged.push(decoding.readVarUint(decoder));
    else if (type === 1) this.presence.push(...readPresence(decoding.readVarUint8Array(decoder)));
    else if (type === 0) {
      const step = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (step === 0) this.push(syncFrame(1, Y.encodeStateAsUpdate(this.doc, payload)));
      else Y.applyUpdate(this.doc, payload, this);
      if (step === 1) this.synced = true;
    } else throw new Error(`message ${type}`);
  }

  texts(): string[] {
    return textsOf(this.doc);
  }

  type(text: string, index = 0, at?: number): void {
    typeInto(this.doc, text, index, at);
  }

  insertClause(cid: Cid, text: string, at = 0): void {
    insertClauseInto(this.doc, cid, text, at);
  }
}

/** Inserts into the text of clause `index`, at its end unless told. */
export function typeInto(doc: Y.Doc, text: string, index = 0, at?: number): void {
  const element = root(doc).get(index) as Y.XmlElement;
  const run = element.get(0) as Y.XmlText;
  run.insert(at ?? run.length, text);
}

export function insertClauseInto(doc: Y.Doc, cid: Cid, text: string, at = 0): void {
  doc.transact(() => {
    const element = new Y.XmlElement("clause");
    element.setAttribute("s_cid", cid);
    element.setAttribute("s_kind", "ayat");
    element.insert(0, [new Y.XmlText(text)]);
    root(doc).insert(at, [element]);
  });
}

export const root = (doc: Y.Doc): Y.XmlElement => doc.get(ROOT_NAME, Y.XmlElement) as Y.XmlElement;

export const textsOf = (doc: Y.Doc): string[] =>
  root(doc)
    .toArray()
    .map((element) =>
      (element as Y.XmlElement)
        .toArray()
        .map((child) =>
          child instanceof Y.XmlText
            ? child
                .toDelta()
                .map((op: { insert: string }) => op.insert)
                .join("")
            : "\n",
        )
        .join(""),
    );

export function syncFrame(step: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function presenceFrameOf(
  entries: readonly { client: number; clock: number; state: unknown }[],
): Uint8Array {
  const body = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function bytesOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export function readPresence(body: Uint8Array): { client: number; clock: number; state: unknown }[] {
  const decoder = decoding.createDecoder(body);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as unknown,
  }));
}

export const clausesOf = (...texts: readonly string[]): Clause[] =>
  texts.map((text, index) => ({
    cid: cidOf(index + 1),
    kind: "ayat",
    level: 0,
    runs: text === "" ? [] : [{ text }],
  }));

/** Lets commits and everything that follows them finish. */
export async function settled(rooms: Rooms, policy: PolicyId): Promise<void> {
  await rooms.read(policy);
}

/** Carries frames both ways until nobody has anything to say. */
export async function exchangeAll(
  rooms: Rooms,
  policy: PolicyId,
  ...clients: readonly Client[]
): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    let moved = false;
    for (const client of clients) {
      moved ||= client.outgoing.length > 0 || client.peer.sent.length > 0;
      client.upload();
    }
    await settled(rooms, policy);
    for (const client of clients) client.download();
    quiet = moved ? 0 : quiet + 1;
  }
}
