/** People type, the server is killed, and somebody new looks at what is left. */
import * as Y from "yjs";
import { Client, pause, until } from "./client.ts";
import { createFrameReader } from "./propagation.ts";
import { seedDocument } from "./seed.ts";
import { prepareTyping } from "./typing.ts";
import { createDialect, type DialectName } from "./wire.ts";

export interface KillLoad {
  readonly port: number;
  readonly pid: number;
  readonly dialect: DialectName;
  readonly document: string;
  readonly cookies: readonly string[];
  /** The document for a server that has nothing yet. */
  readonly start: Uint8Array;
  /** What was said before the last kill, to be looked for. */
  readonly before: Said | null;
  /** People type this long before the kill; null: look, and do not type. */
  readonly typeMs: number | null;
}

/** Of each typist: the clock up to which edits were acknowledged to them, and up to which others had seen them. */
export type Said = readonly {
  readonly client: number;
  readonly ends: readonly number[];
  readonly acknowledged: number;
  readonly seen: number;
}[];

export interface KillFigures {
  /** Edits of the last spell: acknowledged, seen by others, and how many of each are gone. */
  readonly acknowledged: number;
  readonly acknowledgedGone: number;
  readonly seen: number;
  readonly seenGone: number;
  /** What was said in this spell. */
  readonly said: Said;
}

const TYPISTS = 5;
export const KEYS_PER_SECOND = 20;
/** What was on its way when the process died still arrives. */
const LAST_FRAMES_MS = 60;

export async function typeAndKill(load: KillLoad): Promise<KillFigures> {
  const { before, typeMs } = load;
  const state = await look(load);
  const counted = count(before ?? [], state);
  if (typeMs === null) return { ...counted, said: [] };
  const seeders =
    state.length > 2
      ? []
      : await seedDocument({ ...load, documents: [{ id: load.document, state: load.start }] });
  const said = await typeThenKill(load, state.length > 2 ? state : load.start, typeMs);
  for (const { raw } of seeders) raw.cut();
  return { ...counted, said };
}

function count(said: Said, state: Uint8Array): Omit<KillFigures, "said"> {
  const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
  let acknowledged = 0;
  let acknowledgedGone = 0;
  let seen = 0;
  let seenGone = 0;
  for (const typist of said) {
    const kept = vector.get(typist.client) ?? 0;
    const upTo = (clock: number) => typist.ends.filter((end) => end <= clock).length;
    acknowledged += upTo(typist.acknowledged);
    acknowledgedGone += Math.max(0, upTo(typist.acknowledged) - upTo(kept));
    seen += upTo(typist.seen);
    seenGone += Math.max(0, upTo(typist.seen) - upTo(kept));
  }
  return { acknowledged, acknowledgedGone, seen, seenGone };
}

/** The whole document as someone new gets it. */
async function look({ port, dialect: name, document, cookies }: KillLoad): Promise<Uint8Array> {
  const dialect = createDialect(name, document);
  const doc = new Y.Doc();
  let synced = false;
  const client = new Client({
    port,
    dialect,
    cookie: cookies[0] ?? null,
    read: createFrameReader(dialect),
    onBrought({ type }, bytes, start, end) {
      if (type !== "step2" && type !== "text") return;
      const heard = dialect.parse(bytes.subarray(start, end));
      if (heard.type === "step2" || heard.type === "update") Y.applyUpdate(doc, heard.payload.slice());
      synced ||= type === "step2";
    },
  });
  await until(
    () => synced,
    30_000,
    () => `no document: ${client.whyClosed ?? "open"}`,
  );
  // One of the peers answers before it has loaded what it stores.
  await pause(150);
  client.raw.cut();
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

async function typeThenKill(load: KillLoad, state: Uint8Array, typeMs: number): Promise<Said> {
  const { port, pid, cookies } = load;
  const dialect = createDialect(load.dialect, load.document);
  const keys = Math.ceil((typeMs / 1000) * KEYS_PER_SECOND) + 2;
  const typists = prepareTyping(state, { typists: TYPISTS, keys });
  const seen = new Map<number, number>();
  const people = typists.map((typist, index) => ({
    typist,
    /** The position of each edit among the sync frames of its connection. */
    positions: [] as number[],
    client: new Client({
      port,
      dialect,
      cookie: cookies[index % cookies.length] ?? null,
      read: createFrameReader(dialect),
      onBrought({ type, clocks }) {
        if (type !== "text") return;
        for (const [client, end] of clocks)
          if (client !== typist.client) seen.set(client, Math.max(seen.get(client) ?? 0, end));
      },
    }),
  }));
  await until(
    () => people.every(({ client }) => client.synced && client.sentSync > 0),
    30_000,
    () => "the typists are not in step",
  );
  const timers = people.map(({ client, typist: { updates }, positions }) =>
    setInterval(() => {
      const update = updates[positions.length];
      if (update === undefined) return;
      client.update(update);
      positions.push(client.sentSync);
    }, 1000 / KEYS_PER_SECOND),
  );
  await pause(typeMs);
  process.kill(pid, "SIGKILL");
  for (const timer of timers) clearInterval(timer);
  await pause(LAST_FRAMES_MS);
  return people.map(({ client, typist, positions }) => {
    client.raw.cut();
    const count = positions.filter((position) => position <= client.acknowledged).length;
    return {
      client: typist.client,
      ends: typist.ends.slice(0, positions.length),
      acknowledged: typist.ends[count - 1] ?? 0,
      seen: seen.get(typist.client) ?? 0,
    };
  });
}
