/**
 * What everyone is sent. Edits, acknowledgements and presence that are due in
 * one turn leave as one parcel, and all whom nothing of it concerns in
 * particular share it: one write a socket, and nothing made per receiver.
 * [RM33] [RM35]
 */
import type { Connection } from "./connection.ts";
import { Parcel } from "./parcel.ts";

interface Edit {
  readonly frame: Uint8Array;
  /** Whoever made it has it already. */
  readonly sender: Connection | null;
  /** What the sender lacks of it, if anything. */
  readonly rest: Uint8Array | null;
}

export interface BroadcastContext {
  readonly connections: ReadonlySet<Connection>;
  /** What of everyone's presence changed since it was last taken, as a frame, or null. */
  takePresence(): Uint8Array | null;
  /** Whether the socket reads; one that does not gets all that it missed later. */
  maySend(connection: Connection): boolean;
}

export class Broadcast {
  readonly #context: BroadcastContext;
  #edits: Edit[] = [];
  readonly #toAcknowledge = new Set<Connection>();

  constructor(context: BroadcastContext) {
    this.#context = context;
  }

  /** An edit that is durable, as an update frame. */
  edit(frame: Uint8Array, sender: Connection | null, rest: Uint8Array | null): void {
    this.#edits.push({ frame, sender, rest });
  }

  /** `connection` has noted what of its own is durable. */
  acknowledge(connection: Connection): void {
    this.#toAcknowledge.add(connection);
  }

  /** Sends what has gathered; changed presence rides along with edits, and leaves in any case when it `isDue`. */
  flush(isDue = false): void {
    const edits = this.#edits;
    if (edits.length === 0 && !isDue) return this.#acknowledgeAlone();
    this.#edits = [];
    const presence = this.#context.takePresence();
    const forAll = parcelOf([...edits.map(({ frame }) => frame), presence]);
    const forNewcomers = parcelOf([presence]);
    const concerned = new Set(this.#toAcknowledge);
    this.#toAcknowledge.clear();
    for (const { sender } of edits) if (sender !== null) concerned.add(sender);
    for (const connection of this.#context.connections) {
      // A newcomer's answer will hold the edits. Before our step1 it must hear nothing: a deletion would make
      // Yjs forget the words that it typed offline into what was deleted, before it has told us of them. [RM7]
      const isNew = connection.baseline === null;
      if (concerned.has(connection)) this.#sendOwn(connection, isNew ? [] : edits, presence);
      else this.#send(connection, isNew ? forNewcomers : forAll);
    }
  }

  #acknowledgeAlone(): void {
    if (this.#toAcknowledge.size === 0) return;
    const concerned = [...this.#toAcknowledge];
    this.#toAcknowledge.clear();
    for (const connection of concerned) this.#sendOwn(connection, [], null);
  }

  #send(connection: Connection, parcel: Parcel | null): void {
    if (parcel !== null && this.#context.maySend(connection)) connection.sendParcel(parcel);
  }

  /** To one who sent some of `edits`, or whose own are durable. */
  #sendOwn(connection: Connection, edits: readonly Edit[], presence: Uint8Array | null): void {
    if (connection.closed || !this.#context.maySend(connection)) return;
    const frames = edits.map(({ frame, sender, rest }) => (sender === connection ? rest : frame));
    const parcel = parcelOf([...frames, connection.takeAcknowledgement(), presence]);
    if (parcel !== null) connection.sendParcel(parcel);
  }
}

function parcelOf(frames: readonly (Uint8Array | null)[]): Parcel | null {
  const messages = frames.filter((frame) => frame !== null);
  return messages.length === 0 ? null : new Parcel(messages);
}
