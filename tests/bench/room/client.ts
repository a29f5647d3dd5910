/** One person at a document, reduced to what a server sees of them. */
import type { Brought } from "./propagation.ts";
import { RawSocket } from "./raw-socket.ts";
import type { Dialect } from "./wire.ts";

export interface ClientOptions {
  readonly port: number;
  readonly dialect: Dialect;
  readonly cookie: string | null;
  readonly read: (bytes: Buffer, start: number, end: number) => Brought;
  /** State vector of the step1; that of an empty copy unless told. */
  readonly has?: Uint8Array;
  /** What answers the server's step1; nothing new unless told. */
  readonly answer?: (bytes: Buffer, start: number, end: number) => Uint8Array;
  /** Keep nothing of large messages: only that they came. */
  readonly skim?: boolean;
  readonly onBrought?: (brought: Brought, bytes: Buffer, start: number, end: number) => void;
  readonly onLarge?: (type: string, length: number) => void;
  readonly onClose?: (why: string) => void;
}

/** State vector of nothing, and the update that adds nothing. */
export const EMPTY_VECTOR = new Uint8Array([0]);
export const NOTHING = new Uint8Array([0, 0]);

export class Client {
  readonly raw: RawSocket;
  /** Frames that came. */
  frames = 0;
  /** Sync frames that went out: what acknowledgements count. */
  sentSync = 0;
  /** Up to which of them the server has said that it keeps them. */
  acknowledged = 0;
  /** Whether its step1 was answered; with the floor, whether it is open. */
  synced = false;
  /** Of messages that bring content. */
  contentBytes = 0;
  whyClosed: string | null = null;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
    const { dialect, port, cookie, read } = options;
    this.raw = new RawSocket({
      port,
      path: dialect.path,
      ...(cookie !== null && { headers: { Cookie: cookie } }),
      onOpen: () => {
        if (dialect.name === "floor") this.synced = true;
        else if (dialect.greeting !== null) this.raw.send(dialect.greeting);
        else this.#ask();
      },
      onMessage: (bytes, start, end) => {
        this.frames += 1;
        const brought = read(bytes, start, end);
        if (brought.type === "step2" || brought.type === "text") this.contentBytes += end - start;
        this.#hear(brought, bytes, start, end);
        options.onBrought?.(brought, bytes, start, end);
      },
      ...(options.skim && {
        onLarge: (head: Buffer, length: number) => {
          this.frames += 1;
          const type = dialect.typeOf(head);
          if (type === "step2" || type === "update") this.contentBytes += length;
          if (type === "step2") this.synced = true;
          options.onLarge?.(type, length);
        },
      }),
      onClose: (why) => {
        this.whyClosed = why;
        options.onClose?.(why);
      },
    });
  }

  /** An edit. */
  update(update: Uint8Array): void {
    this.sentSync += 1;
    this.raw.send(this.#options.dialect.sync("update", update));
  }

  presence(payload: Uint8Array): void {
    this.raw.send(this.#options.dialect.presence(payload));
  }

  #ask(): void {
    this.raw.send(this.#options.dialect.sync("step1", this.#options.has ?? EMPTY_VECTOR));
  }

  #hear({ type, upTo }: Brought, bytes: Buffer, start: number, end: number): void {
    if (type === "authenticated") this.#ask();
    else if (type === "step2") this.synced = true;
    else if (type === "acknowledge") this.acknowledged = upTo;
    else if (type === "taken") this.acknowledged += 1;
    else if (type === "step1" && this.#options.dialect.name !== "floor") {
      this.sentSync += 1;
      const answer = this.#options.answer?.(bytes, start, end) ?? NOTHING;
      this.raw.send(this.#options.dialect.sync("step2", answer));
    }
  }
}

/** Resolves when `done`, looking every few milliseconds; throws with `what` after `ms`. */
export async function until(done: () => boolean, ms: number, what: () => string): Promise<void> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) throw new Error(`Not within ${ms} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
