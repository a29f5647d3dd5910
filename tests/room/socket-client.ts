/** A y-websocket client reduced to its protocol, over a real socket, that shows every frame it was sent. */
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { AccountId, Cid, PolicyId } from "../../domain/ids.ts";
import { ALICE, insertClauseInto, readPresence, syncFrame, textsOf, typeInto } from "./support.ts";

export interface SocketOptions {
  readonly account?: AccountId;
  readonly reader?: boolean;
  /** Told apart from other sessions of the account. */
  readonly session?: string;
  /** Query of the address. */
  readonly query?: string;
  readonly doc?: Y.Doc;
  /** Asks with a step1 as soon as it is open. */
  readonly asks?: boolean;
}

export const cookieOf = ({
  account = ALICE,
  reader = false,
  session,
}: Pick<SocketOptions, "account" | "reader" | "session">): string =>
  `account=${account}${reader ? "; role=reader" : ""}${session === undefined ? "" : `; session=${session}`}`;

export class SocketClient {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** The first two numbers of each frame that came, in order: `0 1` is a step2. */
  readonly heads: string[] = [];
  readonly acknowledged: number[] = [];
  readonly presence: { client: number; clock: number; state: unknown }[] = [];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  closeCode: number | null = null;
  synced = false;
  sentSyncFrames = 0;
  /** Edits are not sent while set; `upload` sends them. */
  holding = false;
  /** Leaves a step1 of the server unanswered. */
  mute = false;
  readonly #held: Uint8Array[] = [];

  constructor(port: number, policy: PolicyId, options: SocketOptions = {}) {
    const { query = "?v=1&schema=1&epoch=1", asks = true } = options;
    this.doc = options.doc ?? new Y.Doc();
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/collab/${policy}${query}`, {
      headers: { cookie: cookieOf(options) },
    });
    this.socket.on("message", (data: Buffer) => this.#read(new Uint8Array(data)));
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) =>
      this.socket.once("close", (code) => {
        this.closeCode = code;
        resolve(code);
      }),
    );
    this.socket.once("open", () => {
      if (asks) this.ask();
    });
    this.doc.on("update", this.#written);
  }

  readonly #written = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.send(syncFrame(2, update));
  };

  ask(): void {
    this.raw(syncFrame(0, Y.encodeStateVector(this.doc)));
  }

  send(frame: Uint8Array): void {
    if (this.holding || this.socket.readyState !== WebSocket.OPEN) this.#held.push(frame);
    else this.raw(frame);
  }

  /** Sends what was held back, but for the first `lost` frames. */
  upload(lost = 0): void {
    this.holding = false;
    for (const frame of this.#held.splice(0).slice(lost)) this.raw(frame);
  }

  raw(frame: Uint8Array | string): void {
    if (typeof frame !== "string" && frame[0] === 0 && frame[1] !== 0) this.sentSyncFrames++;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  type(text: string, index = 0, at?: number): void {
    typeInto(this.doc, text, index, at);
  }

  insertClause(cid: Cid, text: string, at = 0): void {
    insertClauseInto(this.doc, cid, text, at);
  }

  texts(): string[] {
    return textsOf(this.doc);
  }

  /** Whether all that it sent is durable. */
  get saved(): boolean {
    return this.synced && this.acknowledged.at(-1) === this.sentSyncFrames;
  }

  /** Breaks off without a closing handshake. */
  drop(): void {
    this.doc.off("update", this.#written);
    this.socket.terminate();
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    this.heads.push(type === 0 ? `0 ${bytes[1]}` : String(type));
    if (type === 100) this.acknowledged.push(decoding.readVarUint(decoder));
    else if (type === 1) this.presence.push(...readPresence(decoding.readVarUint8Array(decoder)));
    else if (type === 0) {
      const step = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (step === 0) {
        if (!this.mute) this.raw(syncFrame(1, Y.encodeStateAsUpdate(this.doc, payload)));
      } else Y.applyUpdate(this.doc, payload, this);
      if (step === 1) this.synced = true;
    }
  }
}
