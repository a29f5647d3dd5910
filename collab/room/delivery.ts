/**
 * Sends each connection what it should have: edits as they become durable,
 * answers to its step1, and to one that does not read nothing until it has
 * read, then one difference. [RM7] [RM40]
 */
import * as Y from "yjs";
import type { RoomClock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import type { RoomCounters } from "./counters.ts";
import { step2Frame, updateFrame } from "./frames.ts";
import { Parcel } from "./parcel.ts";
import { CATCH_UP_MS, CLOSE, STATE_VECTOR_MAX_BYTES } from "./protocol.ts";
import type { Replica } from "./replica.ts";

export interface DeliveryContext {
  readonly replica: Replica;
  readonly clock: RoomClock;
  readonly counters: RoomCounters;
  /** Runs `say` when everything applied so far is durable and was sent to everyone. */
  sayDurable(say: () => void): void;
  /** Everyone's presence as a frame, or null. */
  present(): Uint8Array | null;
}

export class Delivery {
  readonly #context: DeliveryContext;
  readonly #lagging = new Set<Connection>();
  #timer: (() => void) | null = null;

  constructor(context: DeliveryContext) {
    this.#context = context;
  }

  /** Whether the socket reads; when it does not, it is sent what it missed once it has read. */
  maySend(connection: Connection): boolean {
    if (!connection.isBehind()) return true;
    this.#lag(connection);
    return false;
  }

  forget(connection: Connection): void {
    this.#lagging.delete(connection);
  }

  dispose(): void {
    this.#timer?.();
  }

  /** A step1: closes the connection when it is none. */
  question(connection: Connection, stateVector: Uint8Array): void {
    if (stateVector.length > STATE_VECTOR_MAX_BYTES || !isStateVector(stateVector)) {
      return connection.close(CLOSE.malformed, "the state vector cannot be read");
    }
    if (connection.question !== null || connection.answering) this.#context.counters.heldQuestions++;
    connection.question = stateVector.slice();
    this.#answer(connection);
  }

  /** One answer at a time, none while the socket does not read. [RM40] */
  #answer(connection: Connection): void {
    const stateVector = connection.question;
    if (stateVector === null || connection.answering || connection.closed) return;
    if (connection.isBehind() || !connection.answers.take(1, this.#context.clock.now()))
      return this.#lag(connection);
    connection.question = null;
    connection.answering = true;
    const frame = step2Frame(this.#context.replica.difference(stateVector));
    const baseline = this.#context.replica.stateVector();
    this.#context.sayDurable(() => {
      connection.answering = false;
      if (connection.closed) return;
      connection.baseline = baseline;
      connection.send(frame);
      this.#answer(connection);
    });
  }

  #lag(connection: Connection): void {
    if (connection.closed) return;
    this.#lagging.add(connection);
    this.#timer ??= this.#context.clock.after(CATCH_UP_MS, () => this.#catchUp());
  }

  /** Sends each that has read again one difference instead of all that it missed. */
  #catchUp(): void {
    this.#timer = null;
    const lagging = [...this.#lagging];
    this.#lagging.clear();
    for (const connection of lagging) {
      if (connection.closed) continue;
      if (connection.behindSince !== null) {
        if (!connection.drained) {
          connection.isBehind();
          this.#lag(connection);
          continue;
        }
        connection.behindSince = null;
        this.#context.counters.catchUps++;
        this.#sendMissed(connection);
      }
      this.#answer(connection);
    }
  }

  #sendMissed(connection: Connection): void {
    if (connection.baseline === null) return;
    const frame = updateFrame(this.#context.replica.difference(connection.baseline));
    const baseline = this.#context.replica.stateVector();
    this.#context.sayDurable(() => {
      connection.baseline = baseline;
      const messages = [frame, connection.takeAcknowledgement(), this.#context.present()];
      connection.sendParcel(new Parcel(messages.filter((message) => message !== null)));
    });
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}
