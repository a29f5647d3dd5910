/** Rembuk as it is served: a data folder with its demo, people who signed in, documents made through the API. */
import { cp, mkdir } from "node:fs/promises";
import * as Y from "yjs";
import { Client, EMPTY_VECTOR, until } from "./client.ts";
import { createFrameReader } from "./propagation.ts";
import { startServer, type RunningServer, type StartOptions } from "./servers.ts";
import { createDialect } from "./wire.ts";

/** A session has at most 64 connections, and a person signs in at most ten times in ten minutes; a restart forgets that. */
const SESSIONS_A_START = 10;
const STARTS = 2;
const ACCOUNT = "perancang1@demo.rembuk.id";
/** Who may write in some documents, and who may only read. */
const STRANGER = "perancang2@demo.rembuk.id";
const READER = "fasilitator@demo.rembuk.id";
const PASSWORD = "rembuk-demo";

export interface RembukFolder {
  /** Copies the folder, so that each run begins with the same. */
  copyTo(folder: string): Promise<string>;
  readonly folder: string;
  readonly cookies: readonly string[];
  readonly strangers: Strangers;
}

/** Sessions of people other than those who make the documents. */
export interface Strangers {
  /** Of one who may write, twice. */
  readonly cookie: string;
  readonly otherCookie: string;
  /** Of one who may only read. */
  readonly readerCookie: string;
}

export interface BenchDocument {
  readonly id: string;
  /** The whole document as one update. */
  readonly state: Uint8Array;
}

/** Loads the demo, signs in, and stops the server again: loading leaves garbage that no later figure should have. */
export async function prepareRembuk(options: StartOptions): Promise<RembukFolder> {
  const { folder } = options;
  const cookies: string[] = [];
  let strangers: Strangers = { cookie: "", otherCookie: "", readerCookie: "" };
  for (let start = 0; start < STARTS; start++) {
    const server = await startServer("rembuk", options);
    for (let session = 0; session < SESSIONS_A_START; session++)
      cookies.push(await signIn(server.port, ACCOUNT));
    strangers = {
      cookie: await signIn(server.port, STRANGER),
      otherCookie: await signIn(server.port, STRANGER),
      readerCookie: await signIn(server.port, READER),
    };
    await server.stop();
  }
  return {
    folder,
    cookies,
    strangers,
    async copyTo(target) {
      await mkdir(target, { recursive: true });
      await cp(folder, target, { recursive: true });
      return target;
    },
  };
}

async function signIn(port: number, email: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: `http://127.0.0.1:${port}` },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Nobody could sign in: ${response.status}`);
  return cookies.join("; ");
}

/** Makes a policy with this text and fetches its document as a first client gets it. */
export async function createDocument(
  server: RunningServer,
  cookie: string,
  text: string,
): Promise<BenchDocument> {
  const origin = `http://127.0.0.1:${server.port}`;
  const headers = { cookie, origin, "content-type": "application/json" };
  const asked = await fetch(`${origin}/api/authorities`, { headers });
  const { items } = (await asked.json()) as { items: { id: string }[] };
  const created = await fetch(`${origin}/api/policies`, {
    method: "POST",
    headers: { ...headers, "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({
      authorityId: items[0]?.id,
      documentType: "perkada",
      title: "Uji beban",
      source: { type: "text", text },
    }),
  });
  if (created.status !== 201) throw new Error(`No document was made: ${await created.text()}`);
  const { id } = (await created.json()) as { id: string };
  return { id, state: await fetchState(server, cookie, id) };
}

/** Lets the strangers into a document: one writes, one reads. */
export async function admitStrangers(
  server: RunningServer,
  cookie: string,
  strangers: Strangers,
  id: string,
): Promise<void> {
  const origin = `http://127.0.0.1:${server.port}`;
  for (const [theirs, role] of [
    [strangers.cookie, "drafter"],
    [strangers.readerCookie, "reader"],
  ] as const) {
    const session = await fetch(`${origin}/api/session`, { headers: { cookie: theirs } });
    const { account } = (await session.json()) as { account: { id: string } };
    const added = await fetch(`${origin}/api/policies/${id}/members/${account.id}`, {
      method: "PUT",
      headers: { cookie, origin, "content-type": "application/json" },
      body: JSON.stringify({ role }),
    });
    if (!added.ok) throw new Error(`Nobody was added: ${await added.text()}`);
  }
}

/** What a newcomer is sent: a step2, and maybe updates before it. */
export async function fetchState(server: RunningServer, cookie: string, id: string): Promise<Uint8Array> {
  const dialect = createDialect(server.dialect, id);
  const parts: Uint8Array[] = [];
  let isWhole = false;
  const client = new Client({
    port: server.port,
    dialect,
    cookie,
    read: createFrameReader(dialect),
    has: EMPTY_VECTOR,
    onBrought(_brought, bytes, start, end) {
      const heard = dialect.parse(bytes.subarray(start, end));
      if (isWhole || (heard.type !== "step2" && heard.type !== "update")) return;
      parts.push(heard.payload.slice());
      isWhole = heard.type === "step2";
    },
  });
  await until(
    () => isWhole || client.whyClosed !== null,
    30_000,
    () => "no document came",
  );
  client.raw.cut();
  if (!isWhole) throw new Error(`The document did not come: ${client.whyClosed}`);
  return parts.length === 1 ? (parts[0] as Uint8Array) : Y.mergeUpdates(parts);
}
