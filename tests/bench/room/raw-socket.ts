/**
 * A WebSocket client that costs almost nothing: hundreds of them share one
 * process with little of the machine, so that what is measured is the server.
 * No compression, no fragments, and frames are looked at where they were read.
 */
import { connect, type Socket } from "node:net";

/** A whole binary message: `bytes` from `start` to `end`, valid only during the call. */
export type OnMessage = (bytes: Buffer, start: number, end: number) => void;

export interface RawSocketOptions {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onOpen: () => void;
  readonly onMessage: OnMessage;
  /** Hears of messages longer than `LARGE_BYTES` instead: their head and length, the rest is not kept. */
  readonly onLarge?: (head: Buffer, length: number) => void;
  /** The close code, or what broke the connection. */
  readonly onClose?: (why: string) => void;
}

export const LARGE_BYTES = 64 * 1024;
const LARGE_HEAD_BYTES = 128;
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;
const HEADER_END = Buffer.from("\r\n\r\n");

// All sockets of a process read into the same place: a read is handled before the next begins.
const shared = Buffer.allocUnsafeSlow(256 * 1024);

/** A large message, and how much of it is still to come. */
interface Passing {
  readonly head: Buffer;
  readonly length: number;
  left: number;
}

export class RawSocket {
  readonly socket: Socket;
  /** Bytes that came, frames and all. */
  received = 0;
  readonly #options: RawSocketOptions;
  /** Where it reads into; a small place of its own once it reads slowly. */
  #buffer: Buffer = shared;
  #open = false;
  #ended = false;
  #why = "the connection broke";
  /** What was read of a message that is not complete; `#filled` of it is valid. */
  #rest: Buffer = Buffer.alloc(0);
  #filled = 0;
  #passing: Passing | null = null;

  constructor(options: RawSocketOptions) {
    this.#options = options;
    const { port, path, headers = {} } = options;
    this.socket = connect({
      host: "127.0.0.1",
      port,
      noDelay: true,
      onread: {
        buffer: () => this.#buffer,
        callback: (count, bytes) => {
          this.#read((bytes as Buffer).subarray(0, count));
          // `false` stops reading until the next `resume`.
          return this.#buffer === shared;
        },
      },
    });
    this.socket.on("error", (error) => (this.#why = error.message));
    this.socket.on("close", () => this.#end());
    this.socket.on("connect", () => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${lines.join("")}\r\n`,
      );
    });
  }

  get open(): boolean {
    return this.#open && !this.#ended;
  }

  send(payload: Uint8Array): void {
    if (this.open) this.socket.write(maskedFrame(OPCODE.binary, payload));
  }

  /** From now on reads so many bytes each second, and no more. */
  readSlowly(bytesPerSecond: number): void {
    this.#buffer = Buffer.alloc(bytesPerSecond);
    const timer = setInterval(() => this.socket.resume(), 1_000);
    this.socket.once("close", () => clearInterval(timer));
  }

  /** Cuts the connection as a network does: no closing handshake. */
  cut(): void {
    this.socket.destroy();
    this.#end();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#rest = Buffer.alloc(0);
    this.#options.onClose?.(this.#why);
  }

  #read(chunk: Buffer): void {
    this.received += chunk.length;
    if (this.#passing !== null) {
      const passed = this.#pass(this.#passing, chunk.length);
      if (passed === chunk.length) return;
      return this.#gather(chunk.subarray(passed));
    }
    this.#gather(chunk);
  }

  #gather(chunk: Buffer): void {
    if (this.#filled === 0) {
      const used = this.#take(chunk);
      if (used < chunk.length) this.#keep(chunk.subarray(used));
      return;
    }
    this.#keep(chunk);
    const held = this.#rest.subarray(0, this.#filled);
    // A large message comes in many reads: it is looked at once it is whole, or let pass.
    if (this.#open && this.#options.onLarge === undefined && messageLength(held) > held.length) return;
    const used = this.#take(held);
    this.#filled -= used;
    if (this.#filled === 0) this.#rest = Buffer.alloc(0);
    else if (used > 0) this.#rest.copyWithin(0, used, used + this.#filled);
  }

  #keep(chunk: Buffer): void {
    const needed = this.#filled + chunk.length;
    if (needed > this.#rest.length) {
      const whole = this.#filled === 0 && this.#open ? messageLength(chunk) : 0;
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(whole, 64 << 20), this.#rest.length * 2));
      this.#rest.copy(larger, 0, 0, this.#filled);
      this.#rest = larger;
    }
    chunk.copy(this.#rest, this.#filled);
    this.#filled = needed;
  }

  /** Lets bytes of a large message go by; returns how many of them were its own. */
  #pass(passing: Passing, available: number): number {
    const own = Math.min(passing.left, available);
    passing.left -= own;
    if (passing.left === 0) {
      this.#passing = null;
      this.#options.onLarge?.(passing.head, passing.length);
    }
    return own;
  }

  /** Handles whole messages from the front; returns how many bytes they took. */
  #take(bytes: Buffer): number {
    let at = 0;
    if (!this.#open) {
      const end = bytes.indexOf(HEADER_END);
      if (end < 0) return 0;
      const status = bytes.toString("latin1", 9, 12);
      if (status !== "101") {
        this.#why = `HTTP ${status}`;
        this.socket.destroy();
        return bytes.length;
      }
      this.#open = true;
      at = end + 4;
      this.#options.onOpen();
    }
    while (bytes.length - at >= 2 && !this.#ended) {
      const first = bytes[at] as number;
      let length = (bytes[at + 1] as number) & 0x7f;
      let start = at + 2;
      if (length === 126) {
        if (bytes.length - at < 4) break;
        length = bytes.readUInt16BE(start);
        start += 2;
      } else if (length === 127) {
        if (bytes.length - at < 10) break;
        length = Number(bytes.readBigUInt64BE(start));
        start += 8;
      }
      const end = start + length;
      if (length > LARGE_BYTES && this.#options.onLarge !== undefined) {
        if (bytes.length - start < LARGE_HEAD_BYTES) break;
        const head = Buffer.from(bytes.subarray(start, start + LARGE_HEAD_BYTES));
        const passing = { head, length, left: length };
        this.#passing = passing;
        at = start + this.#pass(passing, bytes.length - start);
        continue;
      }
      if (end > bytes.length) break;
      at = end;
      const opcode = first & 0x0f;
      if (opcode === OPCODE.binary) this.#options.onMessage(bytes, start, end);
      else if (opcode === OPCODE.ping)
        this.socket.write(maskedFrame(OPCODE.pong, bytes.subarray(start, end)));
      else if (opcode === OPCODE.close) {
        this.#why = `closed ${length >= 2 ? bytes.readUInt16BE(start) : 1005}`;
        this.socket.end(maskedFrame(OPCODE.close, bytes.subarray(start, end)));
      }
    }
    return at;
  }
}

/** Bytes of the first message with its head; 0 while the head is not complete. */
function messageLength(bytes: Buffer): number {
  if (bytes.length < 10) return 0;
  const length = (bytes[1] as number) & 0x7f;
  if (length < 126) return 2 + length;
  return length === 126 ? 4 + bytes.readUInt16BE(2) : 10 + Number(bytes.readBigUInt64BE(2));
}

/** A client must mask; the mask of zeros leaves the bytes as they are. */
export function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x80 | opcode;
  if (length < 126) frame[1] = 0x80 | length;
  else if (length < 65_536) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.fill(0, head - 4, head);
  frame.set(payload, head);
  return frame;
}
