/** Hundreds of people at one document who are cut off and come back at once. */
import * as Y from "yjs";
import { processMs } from "../process-time.ts";
import { Client, pause, until } from "./client.ts";
import { forgetPeak, peakResidentBytes } from "./process-memory.ts";
import { createFrameReader } from "./propagation.ts";
import { seedDocument } from "./seed.ts";
import { newClient } from "./typing.ts";
import { createDialect, presencePayload, type DialectName } from "./wire.ts";

export interface Storm {
  readonly port: number;
  readonly pid: number;
  readonly dialect: DialectName;
  readonly document: string;
  /** The document that they have, as one update. */
  readonly state: Uint8Array;
  readonly cookies: readonly string[];
  readonly clients: number;
}

export interface StormFigures {
  /** Until the last is in step. */
  readonly allMs: number;
  readonly medianMs: number;
  readonly bytes: number;
  /** Sent by the clients. */
  readonly sentBytes: number;
  readonly serverCpuMs: number;
  readonly peakBytes: number;
}

const TIMEOUT_MS = 90_000;
/** Between the cut and the return: a network that was away for a moment. */
const AWAY_MS = 300;

let present: Client[] = [];

/** Everyone comes, with a copy of the document, and stays. */
export async function openStorm(
  load: Storm & {
    /** Documents that the server does not have yet. */
    readonly seed: readonly { readonly id: string; readonly state: Uint8Array }[];
  },
): Promise<void> {
  const seeders = await seedDocument({ ...load, documents: load.seed });
  present = come(load, copyOf(load.state), () => {});
  await until(
    () => present.every(({ synced }) => synced),
    TIMEOUT_MS,
    () => lacking(0),
  );
  for (const { raw } of seeders) raw.cut();
  await untilQuiet(load.pid);
}

/** All are cut and come back, with what they have or with nothing. */
export async function storm(load: Storm & { readonly withCopy: boolean }): Promise<StormFigures> {
  const { pid, state, withCopy } = load;
  const copy = withCopy ? copyOf(state) : null;
  for (const { raw } of present) raw.cut();
  await pause(AWAY_MS);
  forgetPeak(pid);
  const cpuBefore = processMs(pid) ?? 0;
  const start = performance.now();
  const done: number[] = [];
  const wanted = withCopy ? 0 : state.length * 0.9;
  present = come(load, copy, () => done.push(performance.now() - start), wanted);
  await until(
    () => done.length === present.length,
    TIMEOUT_MS,
    () => lacking(wanted),
  );
  const figures = {
    allMs: Math.max(...done),
    medianMs: done.toSorted((a, b) => a - b)[done.length >> 1] ?? Number.NaN,
    bytes: present.reduce((sum, { raw }) => sum + raw.received, 0),
    sentBytes: present.reduce((sum, { raw }) => sum + raw.socket.bytesWritten, 0),
  };
  // What the server has taken on is worked off before the next.
  await untilQuiet(pid);
  return { ...figures, serverCpuMs: (processMs(pid) ?? 0) - cpuBefore, peakBytes: peakResidentBytes(pid) };
}

export async function endStorm(): Promise<void> {
  for (const { raw } of present) raw.cut();
  present = [];
}

const lacking = (wanted: number): string =>
  `${present.filter(({ synced, contentBytes }) => !synced || contentBytes < wanted).length} of ${present.length} are not in step`;

interface Copy {
  readonly vector: Uint8Array;
  /** What someone lacks who has `vector`; computed once for equal ones, as each client would compute its own. */
  lackedBy(vector: Uint8Array): Uint8Array;
}

function copyOf(state: Uint8Array): Copy {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const known = new Map<string, Uint8Array>();
  return {
    vector: Y.encodeStateVector(doc),
    lackedBy(vector) {
      const key = Buffer.from(vector).toString("latin1");
      const answer = known.get(key) ?? Y.encodeStateAsUpdate(doc, vector);
      known.set(key, answer);
      return answer;
    },
  };
}

function come(load: Storm, copy: Copy | null, onStep: () => void, wantedBytes = 0): Client[] {
  const dialect = createDialect(load.dialect, load.document);
  const read = createFrameReader(dialect);
  return Array.from({ length: load.clients }, (_, index) => {
    let told = false;
    const look = () => {
      if (told || !client.synced || client.contentBytes < wantedBytes) return;
      told = true;
      client.presence(presencePayload(newClient(), 1, null));
      onStep();
    };
    const client: Client = new Client({
      port: load.port,
      dialect,
      cookie: load.cookies[index % load.cookies.length] ?? null,
      read,
      skim: true,
      ...(copy && {
        has: copy.vector,
        answer: (bytes, start, end) => {
          const heard = dialect.parse(bytes.subarray(start, end));
          return copy.lackedBy(heard.type === "step1" ? heard.payload : new Uint8Array([0]));
        },
      }),
      onBrought: look,
      onLarge: look,
    });
    return client;
  });
}

async function untilQuiet(pid: number): Promise<void> {
  const late = performance.now() + 20_000;
  for (let quiet = 0; quiet < 2 && performance.now() < late;) {
    const before = processMs(pid) ?? 0;
    await pause(150);
    quiet = (processMs(pid) ?? 0) - before < 30 ? quiet + 1 : 0;
  }
}
