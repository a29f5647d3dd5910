/** A colleague who changes the order of a document: clauses come and go. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { Doc, XmlElement } from "yjs";
import { ulid } from "ulid";
import type { BrowserContext } from "playwright-core";
import { rootOf } from "../../collab/document/read.ts";
import { CLAUSE_ATTRIBUTES } from "../../collab/document/wire.ts";
import { createClauseElement } from "../../collab/document/write.ts";
import type { Cid } from "../../domain/ids.ts";
import type { ServerProcess } from "../support/server-process.ts";
import type { BenchDocument } from "./bench-server.ts";

const PAUSE_MS = 40;

/** Puts an ayat after the clause `cid` and takes it away again, `count` changes in all; resolves when all are sent. */
export async function changeStructure(
  context: BrowserContext,
  server: ServerProcess,
  { id, live }: BenchDocument,
  cid: string,
  count: number,
): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie, origin: server.url } });
    }
  }
  const doc = new Doc();
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/collab`, id, doc, {
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { v: "1", schema: "1", epoch: String(live.epoch) },
  });
  provider.messageHandlers[100] = () => {};
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  const root = rootOf(doc);
  const place = root
    .toArray()
    .findIndex((each) => each instanceof XmlElement && each.getAttribute(CLAUSE_ATTRIBUTES.cid) === cid);
  for (let change = 0; change < count; change++) {
    doc.transact(() => {
      if (change % 2 === 1) root.delete(place + 1, 1);
      else {
        const clause = { cid: ulid() as Cid, kind: "ayat", level: 0, runs: [{ text: "ayat baru" }] } as const;
        root.insert(place + 1, [createClauseElement(clause)]);
      }
    }, "colleague");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  provider.destroy();
  doc.destroy();
}
