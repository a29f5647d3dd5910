/**
 * People in documents, some of them typing: the load of the parts about
 * fan-out, many documents, presence and slow readers.
 */
import { processMs } from "../process-time.ts";
import { Client, pause, until } from "./client.ts";
import { residentBytes } from "./process-memory.ts";
import { createFrameReader, Propagation, type Spread } from "./propagation.ts";
import { seedDocument } from "./seed.ts";
import { caretAt, newClient, prepareTyping, type TypingOptions, type Typist } from "./typing.ts";
import { forgetStop, stopAsked } from "./stop-asked.ts";
import { createDialect, presencePayload, type DialectName } from "./wire.ts";

export interface TypingLoad {
  readonly port: number;
  readonly pid: number;
  readonly dialect: DialectName;
  readonly documents: readonly { readonly id: string; readonly state: Uint8Array }[];
  /** Sessions that the clients share out among themselves. */
  readonly cookies: readonly string[];
  /** Of each document. */
  readonly clients: number;
  readonly typists: number;
  /** Yjs client ids of the typists; drawn unless told. */
  readonly typistClients?: readonly number[];
  readonly keysPerSecond: number;
  /** What a keystroke writes; a letter unless told. */
  readonly text?: string;
  /** How often each person's caret moves without typing; 0: only with keystrokes. */
  readonly cursorsPerSecond: number;
  readonly warmMs: number;
  /** At most; the parent may ask for less. */
  readonly windowMs: number;
  /** How long what is under way may take once nobody types any more; half a minute unless told. */
  readonly lateMs?: number;
  /** One more person in each document who reads this many bytes a second; null: nobody. */
  readonly slowReader?: number;
  /** Stay this long with nobody typing before the server's memory is read at rest; null: do not. */
  readonly restMs: number | null;
}

export interface TypingFigures {
  readonly text: Spread;
  readonly cursors: Spread;
  readonly serverCpuMs: number;
  readonly generatorCpuMs: number;
  readonly windowMs: number;
  /** Frames that all clients got in the window. */
  readonly frames: number;
  /** Of the server, when typing ended; and by how much it grew in the window. */
  readonly residentBytes: number;
  readonly grownBytes: number;
  /** What became of each slow reader. */
  readonly slowFate: readonly string[];
  readonly restingBytes: number | null;
  /** Clients that the server closed. */
  readonly closed: number;
  readonly longestPauseMs: number;
}

/** y-protocols says again after this long that someone is there. */
const RENEW_MS = 15_000;
const LATE_MS = 30_000;

interface Seat {
  readonly client: Client;
  readonly id: number;
  clock: number;
}

export async function peopleTyping(load: TypingLoad): Promise<TypingFigures> {
  const { documents, clients, typists, keysPerSecond, cursorsPerSecond, warmMs, windowMs } = load;
  const receivers = clients;
  forgetStop();
  const keys = Math.ceil(((warmMs + windowMs) / 1000) * keysPerSecond) + 1;
  const typing: TypingOptions = {
    typists,
    keys,
    ...(load.text !== undefined && { text: load.text }),
    ...(load.typistClients !== undefined && { clients: load.typistClients }),
  };
  const rooms = documents.map((document) => ({
    ...document,
    typists: typists === 0 ? [] : prepareTyping(document.state, typing),
    text: new Propagation(receivers),
    cursors: new Propagation(receivers),
    seats: [] as Seat[],
  }));
  const seeders = await seedDocument(load);
  let closed = 0;
  let seated = 0;
  for (const room of rooms) {
    const dialect = createDialect(load.dialect, room.id);
    const read = createFrameReader(dialect);
    for (let index = 0; index < clients; index++) {
      const id = room.typists[index]?.client ?? newClient();
      const client = new Client({
        port: load.port,
        dialect,
        cookie: load.cookies[seated++ % load.cookies.length] ?? null,
        read,
        onBrought({ type, clocks }) {
          if (clocks.length === 0 || (type !== "text" && type !== "presence")) return;
          const now = performance.now();
          const told = type === "text" ? room.text : room.cursors;
          for (const [client, end] of clocks) told.arrived(index, client, end, now);
        },
        onClose: () => (closed += 1),
      });
      room.seats.push({ client, id, clock: 0 });
      room.cursors.addSender(id, index);
      if (index < typists) room.text.addSender(id, index);
    }
    // Not faster than a server can take them in when documents are many.
    if (rooms.length > 1 && seated % 40 === 0) await pause(5);
  }
  const seats = rooms.flatMap((room) => room.seats);
  await until(
    () => seats.every(({ client }) => client.synced),
    60_000,
    () => `${seats.filter(({ client }) => !client.synced).length} of ${seats.length} are not in step`,
  );
  for (const seeder of seeders) seeder.raw.cut();

  const slow: Client[] = [];
  if (load.slowReader !== undefined) {
    for (const { id } of documents) {
      const dialect = createDialect(load.dialect, id);
      const [cookie = null] = load.cookies;
      const reader = new Client({ port: load.port, dialect, cookie, read: createFrameReader(dialect) });
      // It asks for the document and then takes it in as slowly as the rest.
      await until(
        () => reader.raw.open,
        30_000,
        () => "the slow reader was not let in",
      );
      reader.raw.readSlowly(load.slowReader);
      slow.push(reader);
    }
  }
  const timers: NodeJS.Timeout[] = [];
  const move = (room: (typeof rooms)[number], seat: Seat, end: number | null) => {
    seat.clock += 1;
    room.cursors.sent(seat.id, seat.clock);
    seat.client.presence(presencePayload(seat.id, seat.clock, end === null ? null : caretAt(seat.id, end)));
  };
  const every = (ms: number, run: () => void, phaseMs = Math.random() * ms) =>
    timers.push(
      setTimeout(() => {
        run();
        timers.push(setInterval(run, ms));
      }, phaseMs),
    );
  for (const room of rooms) for (const seat of room.seats) move(room, seat, null);
  let restingBytes: number | null = null;
  let active = true;
  const startTyping = () => {
    for (const room of rooms) {
      room.seats.forEach((seat, index) => {
        const typist: Typist | undefined = room.typists[index];
        if (typist !== undefined) {
          let key = 0;
          every(1000 / keysPerSecond, () => {
            const update = typist.updates[key];
            const end = typist.ends[key];
            if (!active || update === undefined || end === undefined) return;
            key += 1;
            room.text.sent(seat.id, end);
            seat.client.update(update);
            move(room, seat, end);
          });
        } else if (cursorsPerSecond > 0) {
          every(1000 / cursorsPerSecond, () => active && move(room, seat, seat.clock));
        }
        every(RENEW_MS, () => active && move(room, seat, null));
      });
    }
  };
  startTyping();
  await pause(warmMs);
  for (const room of rooms) {
    room.text.begin();
    room.cursors.begin();
  }
  const framesOf = () => seats.reduce((sum, { client }) => sum + client.frames, 0);
  const framesBefore = framesOf();
  const residentBefore = residentBytes(load.pid);
  const cpuBefore = processMs(load.pid) ?? 0;
  const ownBefore = process.cpuUsage();
  const startedAt = performance.now();
  while (performance.now() - startedAt < windowMs && !stopAsked()) await pause(10);
  active = false;
  const residentWhileTyping = residentBytes(load.pid);
  const all = rooms.flatMap(({ text, cursors }) => [text, cursors]);
  const late = performance.now() + (load.lateMs ?? LATE_MS);
  while (!all.every(({ complete }) => complete) && performance.now() < late) await pause(5);
  const took = performance.now() - startedAt;
  const serverCpuMs = (processMs(load.pid) ?? 0) - cpuBefore;
  const own = process.cpuUsage(ownBefore);
  const frames = framesOf() - framesBefore;
  for (const timer of timers) clearTimeout(timer);
  if (load.restMs !== null) {
    await pause(load.restMs);
    restingBytes = residentBytes(load.pid);
  }
  const lost = closed;
  const slowFate = slow.map(({ whyClosed }) => whyClosed ?? "open");
  for (const { raw } of slow) raw.cut();
  for (const { client } of seats) client.raw.cut();
  const text = Propagation.together(rooms.map((room) => room.text));
  return {
    text,
    cursors: Propagation.together(rooms.map((room) => room.cursors)),
    serverCpuMs,
    generatorCpuMs: (own.user + own.system) / 1000,
    windowMs: took,
    frames,
    residentBytes: residentWhileTyping,
    grownBytes: residentWhileTyping - residentBefore,
    slowFate,
    restingBytes,
    closed: lost,
    longestPauseMs: text.maxMs,
  };
}
