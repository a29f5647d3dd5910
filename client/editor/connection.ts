/**
 * The way of a document to the server and back: an unmodified y-websocket
 * provider, with the truth about what is durable there. The server's message
 * 100 says up to which of the sync frames of a connection everything is stored
 * (collab/PROTOCOL.md); here they are counted as they leave.
 */
import { createDecoder, readVarUint } from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import { transact, type Doc } from "yjs";
import { DOCUMENT_SCHEMA, PROTOCOL_VERSION } from "../../collab/document/wire.ts";
import type { SaveState } from "./editor-session.ts";
import { noPace, type FramePace } from "./frame-pace.ts";
import { makeSubject, type Observable } from "./observable.ts";
import { ownState, sendOwnPresence } from "./own-presence.ts";
import { makeTraffic } from "./traffic.ts";

const MESSAGE_SYNC = 0;
const MESSAGE_PRESENCE = 1;
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;
const MESSAGE_ACKNOWLEDGED = 100;
/** `FRAME_MAX_BYTES` of the room: only a step 2 may be larger. */
const UPDATE_MAX_BYTES = 1 << 20;

export interface ConnectionOptions {
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** Without the last part: `wss://host/collab`. */
  readonly socketUrl: string;
  readonly policyId: string;
  readonly epoch: number;
  /** Changes that the local copy holds from before and that no server acknowledged. */
  readonly unsentBefore: number;
  /**
   * Our own state as the server made it: who we are and our colour are its word.
   * `Awareness` itself passes over the echo, which is no newer than what it has.
   */
  onOwnPresence?(state: Readonly<Record<string, unknown>>): void;
  readonly WebSocket?: typeof WebSocket;
  /** What a key need not wait for waits for its frame. */
  readonly pace?: FramePace;
}

export interface Connection {
  readonly provider: WebsocketProvider;
  readonly saved: Observable<SaveState>;
  /** How many changes of this person no server has acknowledged, whatever `saved` says meanwhile. */
  pending(): number;
  connect(): void;
  dispose(): void;
}

/** Doc and editor are bound before `connect`. */
export function makeConnection(options: ConnectionOptions): Connection {
  const { doc, awareness, pace = noPace } = options;
  const saved = makeSubject<SaveState>({ state: "loading" }, sameSaveState);
  let framesAcknowledged = 0;
  // How many changes each frame carries that is under way; the handshake's step 2 mostly none.
  let underWay: number[] = [];
  // Changes made while no connection could take them; the next step 2 carries them all.
  let keptHere = options.unsentBefore;
  let everSynced = false;
  let everSaved = false;
  let everFailed = false;
  let refusedWith: number | null = null;
  const traffic = makeTraffic(
    pace,
    () => provider.synced,
    // In one transaction, so that the editor is updated once.
    (read) => transact(doc, read, provider, false),
  );

  class PacedSocket extends (options.WebSocket ?? globalThis.WebSocket) {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      // Registered before the provider's own listeners, so before them in turn.
      this.addEventListener("message", (event) =>
        traffic.receive(event, asBytes(event.data)[0] === MESSAGE_SYNC, () => this.onmessage?.(event)),
      );
      this.addEventListener("close", () => traffic.deliver());
    }
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      if (this !== (provider.ws as unknown)) return super.send(data);
      const frame = asBytes(data);
      const isChange = frame[0] === MESSAGE_SYNC && frame[1] === SYNC_UPDATE;
      traffic.send(() => super.send(countFrame(frame)), isChange);
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
    WebSocketPolyfill: PacedSocket,
  });

  const pending = () => underWay.reduce((sum, changes) => sum + changes, 0) + traffic.changes + keptHere;
  const state = (): SaveState => {
    if (refusedWith !== null) return { state: "refused", code: refusedWith, pending: pending() };
    if (!provider.wsconnected) {
      return everSynced || everFailed ? { state: "offline", pending: pending() } : { state: "loading" };
    }
    if (provider.synced && pending() === 0 && underWay.length === 0) return { state: "saved" };
    return everSynced && (pending() > 0 || everSaved)
      ? { state: "saving", pending: pending() }
      : { state: "loading" };
  };
  const tell = () => {
    const now = state();
    everSaved ||= now.state === "saved";
    saved.set(now);
  };

  /** Counts what leaves; a large edit goes as a step 2, which holds the same and may be larger. */
  const countFrame = (frame: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const decoder = createDecoder(frame);
    if (readVarUint(decoder) !== MESSAGE_SYNC) return frame;
    const type = readVarUint(decoder);
    if (type === SYNC_STEP_1) return frame;
    if (type === SYNC_STEP_2) {
      // It holds whatever the server did not have.
      underWay.push(keptHere);
      keptHere = 0;
    } else underWay.push(1);
    tell();
    if (type !== SYNC_UPDATE || frame.length <= UPDATE_MAX_BYTES) return frame;
    const larger = frame.slice();
    larger[1] = SYNC_STEP_2;
    return larger;
  };
  provider.messageHandlers[MESSAGE_ACKNOWLEDGED] = (_encoder, decoder) => {
    const position = readVarUint(decoder);
    underWay.splice(0, position - framesAcknowledged);
    framesAcknowledged = Math.max(framesAcknowledged, position);
    tell();
  };
  const hearPresence = provider.messageHandlers[MESSAGE_PRESENCE];
  provider.messageHandlers[MESSAGE_PRESENCE] = (encoder, decoder, ...rest) => {
    const echo = options.onOwnPresence && ownState(decoder.arr.subarray(decoder.pos), awareness.clientID);
    if (echo) options.onOwnPresence?.(echo);
    hearPresence?.(encoder, decoder, ...rest);
  };
  const stopPresence = sendOwnPresence(provider, awareness);
  const startCounting = () => {
    framesAcknowledged = 0;
    underWay = [];
    // What did not leave with this connection is part of the next one's step 2.
    traffic.drop();
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
    if (status === "connected") startCounting();
    tell();
  });
  provider.on("connection-close", () => {
    // What was under way may not have arrived: it is kept here until the next step 2.
    keptHere = pending();
    startCounting();
    everFailed = true;
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
  let lastPresence: Record<string, unknown> | null = null;
  const onLeave = () => {
    lastPresence = awareness.getLocalState();
    awareness.setLocalState(null);
  };
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    // Back from the browser's cache of pages: present again.
    if (persisted && lastPresence !== null) awareness.setLocalState(lastPresence);
  };
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
  globalThis.addEventListener?.("pageshow", onReturn);
  globalThis.addEventListener?.("offline", onOffline);
  globalThis.addEventListener?.("online", onOnline);

  return {
    provider,
    saved,
    pending,
    connect: () => provider.connect(),
    dispose: () => {
      globalThis.removeEventListener?.("pagehide", onLeave);
      globalThis.removeEventListener?.("pageshow", onReturn);
      globalThis.removeEventListener?.("online", onOnline);
      globalThis.removeEventListener?.("offline", onOffline);
      doc.off("update", onUpdate);
      awareness.setLocalState(null);
      traffic.release();
      stopPresence();
      provider.destroy();
    },
  };
}

const asBytes = (data: unknown): Uint8Array<ArrayBuffer> =>
  data instanceof Uint8Array ? (data as Uint8Array<ArrayBuffer>) : new Uint8Array(data as ArrayBuffer);

const pendingOf = (state: SaveState) => ("pending" in state ? state.pending : 0);
const codeOf = (state: SaveState) => (state.state === "refused" ? state.code : 0);

function sameSaveState(a: SaveState, b: SaveState): boolean {
  return a.state === b.state && pendingOf(a) === pendingOf(b) && codeOf(a) === codeOf(b);
}
