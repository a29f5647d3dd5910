/**
 * When what somebody sent reached the others. Servers may join several edits
 * in a frame, and cursors that were overtaken never arrive: what counts for
 * each thing sent is the first frame that brings a receiver so far.
 */
import * as Y from "yjs";
import type { Dialect } from "./wire.ts";
import { presenceClocks } from "./wire.ts";

export interface Spread {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Pairs of something sent and a receiver that it reached. */
  readonly delivered: number;
  /** Pairs that were to be. */
  readonly expected: number;
}

/** One kind of thing: text or cursors. */
export class Propagation {
  readonly #senders = new Map<number, number>();
  readonly #receivers: number;
  /** Of each sender: the clock after each thing sent, and when it was sent. */
  readonly #ends: number[][] = [];
  readonly #sentAt: number[][] = [];
  /** Of each sender and receiver: how many arrived. */
  #arrived: Uint32Array;
  readonly #own: number[] = [];
  #waits = new Float64Array(1 << 16);
  #count = 0;
  #since = Number.POSITIVE_INFINITY;

  constructor(receivers: number) {
    this.#receivers = receivers;
    this.#arrived = new Uint32Array(0);
  }

  /** `receiver`: the one that sends, which does not count as having received. */
  addSender(client: number, receiver: number): void {
    this.#senders.set(client, this.#ends.length);
    this.#ends.push([]);
    this.#sentAt.push([]);
    this.#own.push(receiver);
    this.#arrived = new Uint32Array(this.#ends.length * this.#receivers);
  }

  sent(client: number, end: number): void {
    const sender = this.#senders.get(client) as number;
    this.#ends[sender]?.push(end);
    this.#sentAt[sender]?.push(performance.now());
  }

  arrived(receiver: number, client: number, end: number, now: number): void {
    const sender = this.#senders.get(client);
    if (sender === undefined || this.#own[sender] === receiver) return;
    const ends = this.#ends[sender] as number[];
    const sentAt = this.#sentAt[sender] as number[];
    const slot = sender * this.#receivers + receiver;
    let next = this.#arrived[slot] as number;
    while (next < ends.length && (ends[next] as number) <= end) {
      const at = sentAt[next] as number;
      if (at >= this.#since) this.#note(now - at);
      next += 1;
    }
    this.#arrived[slot] = next;
  }

  /** What is sent from now on is measured. */
  begin(): void {
    this.#since = performance.now();
  }

  get expected(): number {
    let sent = 0;
    for (const times of this.#sentAt) sent += times.filter((at) => at >= this.#since).length;
    return sent * (this.#receivers - 1);
  }

  get complete(): boolean {
    return this.#count >= this.expected;
  }

  /** The figures of several as if they were one. */
  static together(all: readonly Propagation[]): Spread {
    const sorted = Float64Array.from(all.flatMap((each) => [...each.#waits.subarray(0, each.#count)])).sort();
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return {
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      p99Ms: at(0.99),
      maxMs: sorted.at(-1) ?? Number.NaN,
      delivered: sorted.length,
      expected: all.reduce((sum, { expected }) => sum + expected, 0),
    };
  }

  #note(wait: number): void {
    if (this.#count === this.#waits.length) {
      const larger = new Float64Array(this.#waits.length * 2);
      larger.set(this.#waits);
      this.#waits = larger;
    }
    this.#waits[this.#count++] = wait;
  }
}

/** What a frame brings: pairs of client and clock. */
export interface Brought {
  readonly type:
    | "text"
    | "presence"
    | "step2"
    | "step1"
    | "authenticated"
    | "acknowledge"
    | "taken"
    | "other";
  readonly clocks: readonly (readonly [client: number, end: number])[];
  /** Of an acknowledgement. */
  readonly upTo: number;
}

const HEAD = 80;
const TAIL = 32;

/**
 * Reads frames, each of which goes to hundreds of receivers, once: a frame is
 * known again by its length, head and tail, where clients and clocks stand.
 */
export function createFrameReader(dialect: Dialect): (bytes: Buffer, start: number, end: number) => Brought {
  const known = new Map<string, Brought>();
  return (bytes, start, end) => {
    const length = end - start;
    const key =
      length <= HEAD + TAIL
        ? bytes.toString("latin1", start, end)
        : `${length}:${bytes.toString("latin1", start, start + HEAD)}${bytes.toString("latin1", end - TAIL, end)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const brought = read(dialect, bytes.subarray(start, end));
    if (known.size >= 2048) known.clear();
    known.set(key, brought);
    return brought;
  };
}

function read(dialect: Dialect, bytes: Uint8Array): Brought {
  const heard = dialect.parse(bytes);
  switch (heard.type) {
    case "update":
    case "step2":
      return {
        type: heard.type === "update" ? "text" : "step2",
        clocks: updateClocks(heard.payload),
        upTo: 0,
      };
    case "presence":
      return { type: "presence", clocks: presenceClocks(heard.payload), upTo: 0 };
    case "acknowledge":
      return { type: "acknowledge", clocks: [], upTo: heard.upTo };
    case "step1":
    case "authenticated":
    case "taken":
    case "other":
      return { type: heard.type, clocks: [], upTo: 0 };
  }
}

/** Large ones are whole documents, which the parts that care look at themselves. */
const LOOK_INTO_MAX_BYTES = 512 * 1024;

function updateClocks(update: Uint8Array): [number, number][] {
  if (update.length > LOOK_INTO_MAX_BYTES) return [];
  const ends = new Map<number, number>();
  for (const { id, length } of Y.decodeUpdate(update).structs)
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length));
  return [...ends];
}
