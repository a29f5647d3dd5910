/**
 * The way of a document to the server and back: an unmodified y-websocket
 * provider, with the truth about what is durable there. The server's message
 * 100 says up to which of the sync frames of a connection everything is stored
 * (collab/PROTOCOL.md); here they are counted as they leave.
 */
import { createDecoder, readVarUint } from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";
import { DOCUMENT_SCHEMA, PROTOCOL_VERSION } from "../../collab/document/wire.ts";
import type { SaveState } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";

const MESSAGE_SYNC = 0;
const SYNC_STEP_1 = 0;
const MESSAGE_ACKNOWLEDGED = 100;

export interface ConnectionOptions {
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** Without the last part: `wss://host/collab`. */
  readonly socketUrl: string;
  readonly policyId: string;
  readonly epoch: number;
  /** Changes that the local copy holds from before and that no server acknowledged. */
  readonly unsentBefore: number;
  readonly WebSocket?: typeof WebSocket;
}

export interface Connection {
  readonly provider: WebsocketProvider;
  readonly saved: Observable<SaveState>;
  connect(): void;
  dispose(): void;
}

/** Doc and editor are bound before `connect`. */
export function makeConnection(options: ConnectionOptions): Connection {
  const { doc, awareness } = options;
  const saved = makeSubject<SaveState>({ state: "loading" }, sameSaveState);
  let framesSent = 0;
  let framesAcknowledged = 0;
  // Changes made while no connection could take them; the next step 2 carries them all.
  let keptHere = options.unsentBefore;
  let everSynced = false;
  let refusedWith: number | null = null;

  class CountingSocket extends (options.WebSocket ?? globalThis.WebSocket) {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      if (this === (provider.ws as unknown)) countFrame(data);
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(options.socketUrl, options.policyId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    // No jitter of its own: without one, all clients of a restarted server come back at once.
    maxBackoffTime: 8_000 + Math.random() * 12_000,
    params: {
      v: String(PROTOCOL_VERSION),
      schema: String(DOCUMENT_SCHEMA),
      epoch: String(options.epoch),
    },
    WebSocketPolyfill: CountingSocket,
  });

  const pending = () => (provider.wsconnected ? framesSent - framesAcknowledged : 0) + keptHere;
  const tell = () => {
    if (refusedWith !== null) saved.set({ state: "refused", code: refusedWith, pending: pending() });
    else if (!provider.wsconnected) {
      const unknown = !everSynced && pending() === 0 && doc.share.size === 0;
      saved.set(unknown ? { state: "loading" } : { state: "offline", pending: pending() });
    } else if (!provider.synced)
      saved.set(everSynced ? { state: "saving", pending: pending() } : { state: "loading" });
    else saved.set(pending() === 0 ? { state: "saved" } : { state: "saving", pending: pending() });
  };

  const countFrame = (data: unknown) => {
    const decoder = createDecoder(asBytes(data));
    if (readVarUint(decoder) !== MESSAGE_SYNC) return;
    const type = readVarUint(decoder);
    if (type === SYNC_STEP_1) return;
    framesSent += 1;
    // Our step 2 holds whatever the server did not have.
    if (type === 1) keptHere = 0;
    tell();
  };
  provider.messageHandlers[MESSAGE_ACKNOWLEDGED] = (_encoder, decoder) => {
    framesAcknowledged = Math.max(framesAcknowledged, readVarUint(decoder));
    tell();
  };
  const onUpdate = (_update: Uint8Array, origin: unknown, _doc: Doc, transaction: { local: boolean }) => {
    if (origin === provider || !transaction.local) return;
    // The provider has just sent it as a frame, unless its socket was on its way out.
    if (provider.wsconnected && provider.ws?.readyState === 1) return;
    keptHere += 1;
    tell();
  };
  doc.on("update", onUpdate);
  provider.on("status", ({ status }) => {
    if (status === "connected") framesSent = framesAcknowledged = 0;
    tell();
  });
  provider.on("connection-close", () => {
    // What was under way may not have arrived: it is kept here until the next step 2.
    keptHere += framesSent - framesAcknowledged;
    framesSent = framesAcknowledged = 0;
    tell();
  });
  provider.on("sync", (synced) => {
    everSynced ||= synced;
    tell();
  });
  provider.on("closed", ({ code }) => {
    refusedWith = code;
    tell();
  });
  const onLeave = () => awareness.setLocalState(null);
  const onOnline = () => {
    // The browser knows before the watchdog does: do not wait for the back-off.
    if (refusedWith === null && !provider.wsconnected) {
      provider.wsUnsuccessfulReconnects = 0;
      provider.connect();
    }
  };
  const onOffline = () => {
    // A dead network leaves the socket looking open for half a minute: try a new one, which tells at once.
    if (refusedWith !== null || !provider.shouldConnect) return;
    provider.disconnect();
    provider.connect();
  };
  globalThis.addEventListener?.("pagehide", onLeave);
  globalThis.addEventListener?.("offline", onOffline);
  globalThis.addEventListener?.("online", onOnline);

  return {
    provider,
    saved,
    connect: () => provider.connect(),
    dispose: () => {
      globalThis.removeEventListener?.("pagehide", onLeave);
      globalThis.removeEventListener?.("online", onOnline);
      globalThis.removeEventListener?.("offline", onOffline);
      doc.off("update", onUpdate);
      awareness.setLocalState(null);
      provider.destroy();
    },
  };
}

const asBytes = (data: unknown): Uint8Array =>
  data instanceof Uint8Array ? data : new Uint8Array(data as ArrayBuffer);

function sameSaveState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
