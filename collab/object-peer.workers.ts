/**
 * A Durable Object's socket as the room sees it. The runtime does not say how much of what was sent is unread, so
 * the socket is asked: every client answers a step1 with a step2, and having answered it has read all that came
 * before. What was sent since the last answered step1 counts as unread. [RM40] [RM65]
 */
import type { EpochMs } from "../domain/ids.ts";
import type { Peer } from "./room/connection.ts";
import { CLOSE, KIB } from "./room/protocol.ts";

/** A socket that was sent so much since it last answered a step1 is sent one. */
const QUESTION_EVERY_BYTES = 256 * KIB;
/** How long a socket may be silent before it is asked, and before it is ended. */
const ASK_AFTER_MS = 45_000;
const SILENT_MAX_MS = 90_000;
const OPEN = 1;

export class ObjectPeer implements Peer {
  readonly #socket: WebSocket;
  /** When a frame last came in. */
  heardAt: EpochMs;
  #sent = 0;
  #read = 0;
  /** For each step1 on its way: how much had been sent with it. */
  #asked: number[] = [];
  /** Set once the room gave it: makes a step1 of the moment. */
  ask: (() => Uint8Array) | null = null;

  /** What a socket that waited to be accepted was closed with. */
  refused: { readonly code: number; readonly reason: string } | null = null;
  /** What waits until it is accepted. */
  #waiting: Uint8Array[] | null;

  constructor(socket: WebSocket, heardAt: EpochMs, state: "open" | "waiting" = "open") {
    this.#socket = socket;
    this.heardAt = heardAt;
    this.#waiting = state === "waiting" ? [] : null;
  }

  /** The socket was accepted: what waited goes out. */
  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const frame of waiting) this.send(frame);
  }

  get bufferedAmount(): number {
    return this.#sent - this.#read;
  }

  send(bytes: Uint8Array): void {
    if (this.#waiting !== null) {
      this.#waiting.push(bytes);
      return;
    }
    if (this.#socket.readyState !== OPEN) return;
    this.#socket.send(bytes);
    this.#sent += bytes.length;
    if (isSync(bytes, 0)) this.#asked.push(this.#sent);
    else this.#askWhenBehind();
  }

  /** A frame of the socket came in. */
  heard(bytes: Uint8Array, now: EpochMs): void {
    this.heardAt = now;
    if (this.#asked.length === 0 || !isSync(bytes, 1)) return;
    this.#read = this.#asked.shift() as number;
    // What was sent after that step1, a whole document perhaps, is unread as far as anybody knows.
    this.#askWhenBehind();
  }

  /**
   * Asks a socket that has been silent, and ends one that does not answer: the runtime's pings are not ours. An
   * unmodified client renews its presence every 15 s and is never asked. [RM63]
   */
  checkAlive(now: EpochMs): void {
    const silentMs = now - this.heardAt;
    if (silentMs > SILENT_MAX_MS) this.close(CLOSE.tooSlow, "the connection does not answer");
    else if (silentMs > ASK_AFTER_MS && this.ask !== null) this.send(this.ask());
  }

  #askWhenBehind(): void {
    if (this.ask !== null && this.#asked.length === 0 && this.bufferedAmount > QUESTION_EVERY_BYTES)
      this.send(this.ask());
  }

  close(code: number, reason: string): void {
    if (this.#waiting !== null) this.refused ??= { code, reason };
    else if (this.#socket.readyState <= OPEN) this.#socket.close(code, reason);
  }
}

const isSync = (bytes: Uint8Array, kind: 0 | 1): boolean => bytes[0] === 0 && bytes[1] === kind;
