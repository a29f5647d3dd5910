/** A server with documents of wanted sizes, and people to work on them. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { createRelativePositionFromTypeIndex, Doc, XmlElement, XmlText } from "yjs";
import type { Browser, BrowserContext } from "playwright-core";
import { rootOf } from "../../collab/document/read.ts";
import { CLAUSE_ATTRIBUTES } from "../../collab/document/wire.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { DESKTOP } from "../support/browser.ts";
import type { ServerProcess } from "../support/server-process.ts";
import { regulationText } from "./regulation.ts";

export async function signIn(browser: Browser, url: string, account: string): Promise<BrowserContext> {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  await page.goto(`${url}/masuk?lanjut=/kerja`);
  await page.getByLabel(/Surel|Alamat surel/).fill(`${account}@demo.rembuk.id`);
  await page.getByLabel("Kata sandi").fill("rembuk-demo");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page.getByRole("heading", { name: "Rancangan", level: 1 }).waitFor();
  await page.close();
  return context;
}

export interface BenchDocument {
  readonly id: string;
  readonly live: LiveClauses;
}

export async function createDocument(
  context: BrowserContext,
  url: string,
  clauses: number,
  colleague?: string,
): Promise<BenchDocument> {
  const { request } = context;
  const authorities = (await (await request.get(`${url}/api/authorities`)).json()) as {
    items: { id: string }[];
  };
  const created = await request.post(`${url}/api/policies`, {
    headers: { "Idempotency-Key": crypto.randomUUID(), Origin: url },
    data: {
      authorityId: authorities.items[0]?.id,
      documentType: "perkada",
      title: `${clauses} ketentuan`,
      source: { type: "text", text: regulationText(clauses) },
    },
  });
  if (created.status() !== 201) throw new Error(`No document was made: ${await created.text()}`);
  const { id } = (await created.json()) as { id: string };
  if (colleague !== undefined) {
    const added = await request.put(`${url}/api/policies/${id}/members/${colleague}`, {
      headers: { Origin: url },
      data: { role: "drafter" },
    });
    if (!added.ok()) throw new Error(`The colleague was not added: ${await added.text()}`);
  }
  const live = (await (await request.get(`${url}/api/policies/${id}/clauses`)).json()) as LiveClauses;
  return { id, live };
}

export async function accountOf(context: BrowserContext, url: string): Promise<string> {
  const session = (await (await context.request.get(`${url}/api/session`)).json()) as {
    account: { id: string };
  };
  return session.account.id;
}

/** Types five letters a second into the clause `cid`, caret and all; resolves to what stops it. */
export async function startColleague(
  context: BrowserContext,
  server: ServerProcess,
  { id, live }: BenchDocument,
  cid: string,
): Promise<() => void> {
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
  // The provider complains of the acknowledgements it asked for but has no handler for.
  provider.messageHandlers[100] = () => {};
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  const element = rootOf(doc)
    .toArray()
    .find((each) => each instanceof XmlElement && each.getAttribute(CLAUSE_ATTRIBUTES.cid) === cid);
  const text =
    element instanceof XmlElement ? element.toArray().find((each) => each instanceof XmlText) : undefined;
  if (!(text instanceof XmlText)) throw new Error(`Clause ${cid} has no text.`);
  provider.awareness.setLocalState({
    user: { id: "", name: "", colour: 0 },
    name: "",
    color: "",
    awarenessData: {},
  });
  let typed = 0;
  const timer = setInterval(() => {
    doc.transact(() => text.insert(10 + typed, "rembuk "[typed % 7] ?? " "), "colleague");
    typed += 1;
    const position = createRelativePositionFromTypeIndex(text, 10 + typed);
    const state = { ...provider.awareness.getLocalState(), focusing: true, cid };
    provider.awareness.setLocalState({ ...state, anchorPos: position, focusPos: position });
  }, 200);
  return () => {
    clearInterval(timer);
    provider.destroy();
    doc.destroy();
  };
}
