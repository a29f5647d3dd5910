/** People who open a document that they have no copy of. */
import * as Y from "yjs";
import { Client, until } from "./client.ts";
import { createFrameReader } from "./propagation.ts";
import { createDialect, type DialectName } from "./wire.ts";

export interface ColdOpen {
  readonly port: number;
  readonly dialect: DialectName;
  readonly document: string;
  readonly cookies: readonly string[];
  readonly clients: number;
  /** State vector of the whole document: the first client is looked into, the others by their bytes. */
  readonly vector: Uint8Array;
  /** Bytes of content that a client gets in all; null: not known yet, there is one client. */
  readonly contentBytes: number | null;
}

export interface ColdOpenFigures {
  /** From before the connection until the last has all content. */
  readonly receivedMs: number;
  /** The same with the client's own work on it; null for several clients. */
  readonly appliedMs: number | null;
  /** Of each client. */
  readonly contentBytes: number;
  readonly bytes: number;
}

const TIMEOUT_MS = 60_000;

export async function coldOpen(load: ColdOpen): Promise<ColdOpenFigures> {
  return load.contentBytes === null ? first(load) : crowd(load, load.contentBytes);
}

async function first({ port, dialect: name, document, cookies, vector }: ColdOpen): Promise<ColdOpenFigures> {
  const dialect = createDialect(name, document);
  const parts: { at: number; update: Uint8Array }[] = [];
  let checked = 0;
  const wanted = Y.decodeStateVector(vector);
  const doc = new Y.Doc();
  const whole = () => [...wanted].every(([client, clock]) => Y.getState(doc.store, client) >= clock);
  const start = performance.now();
  const client = new Client({
    port,
    dialect,
    cookie: cookies[0] ?? null,
    read: createFrameReader(dialect),
    onBrought({ type }, bytes, from, to) {
      if (type !== "step2" && type !== "text") return;
      const at = performance.now();
      const heard = dialect.parse(bytes.subarray(from, to));
      if (heard.type === "step2" || heard.type === "update")
        parts.push({ at, update: heard.payload.slice() });
    },
  });
  let receivedMs = 0;
  let appliedMs = 0;
  await until(
    () => {
      for (; checked < parts.length; checked++) {
        const { at, update } = parts[checked] as (typeof parts)[0];
        const began = performance.now();
        Y.applyUpdate(doc, update);
        appliedMs += performance.now() - began;
        receivedMs = at - start;
        if (whole()) return true;
      }
      return false;
    },
    TIMEOUT_MS,
    () => `the document did not come: ${client.whyClosed ?? "open"}`,
  );
  client.raw.cut();
  const { contentBytes, raw } = client;
  doc.destroy();
  return { receivedMs, appliedMs: receivedMs + appliedMs, contentBytes, bytes: raw.received };
}

async function crowd(load: ColdOpen, contentBytes: number): Promise<ColdOpenFigures> {
  const { port, document, cookies } = load;
  const dialect = createDialect(load.dialect, document);
  const read = createFrameReader(dialect);
  const start = performance.now();
  const clients = Array.from(
    { length: load.clients },
    (_, index) =>
      new Client({ port, dialect, cookie: cookies[index % cookies.length] ?? null, read, skim: true }),
  );
  // The last edits may come on their own: a hundredth less than all is all.
  await until(
    () => clients.every((client) => client.contentBytes >= contentBytes * 0.99),
    TIMEOUT_MS,
    () => `${clients.filter((client) => client.contentBytes < contentBytes * 0.99).length} have not all`,
  );
  const receivedMs = performance.now() - start;
  const bytes = clients.reduce((sum, { raw }) => sum + raw.received, 0);
  for (const { raw } of clients) raw.cut();
  return { receivedMs, appliedMs: null, contentBytes, bytes };
}
