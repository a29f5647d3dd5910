/**
 * Sends each connection what it should have: edits as they become durable,
 * answers to its step1, and to one that does not read nothing until it has
 * read, then one difference. [RM7] [RM40]
 */
import * as Y from "yjs";
import type { AnswerPacer } from "./answer-pacer.ts";
import type { RoomClock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import type { RoomCounters } from "./counters.ts";
import { Parcel } from "./parcel.ts";
import { CATCH_UP_MS, CLOSE, STATE_VECTOR_MAX_BYTES, TELL_DELETES_MS } from "./protocol.ts";
import type { Replica } from "./replica.ts";

export interface DeliveryContext {
  readonly replica: Replica;
  readonly clock: RoomClock;
  readonly counters: RoomCounters;
  readonly pacer: Pick<AnswerPacer, "run">;
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
    connection.endWait?.();
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
    const isTold = connection.knownDeletes !== null;
    if (connection.baseline === null && !isTold && this.#context.replica.mayLackNothing(stateVector))
      this.#waitForStep2(connection);
    this.#answer(connection);
  }

  /** A step2 of the connection, which tells what it had. */
  heardStep2(connection: Connection, update: Uint8Array): void {
    if (connection.closed) return;
    const { replica } = this.#context;
    // It may come before the question, too.
    if (connection.baseline === null && update.length > 2 && replica.isAllDeletes(update))
      connection.knownDeletes = replica.deletes();
    connection.endWait?.();
  }

  /** It has all our structs. Whether it has our deletions too, its own step2 will show: then nothing need be sent. [RM9] */
  #waitForStep2(connection: Connection): void {
    if (connection.endWait !== null) return;
    const end = () => {
      cancel();
      connection.endWait = null;
      this.#answer(connection);
    };
    const cancel = this.#context.clock.after(TELL_DELETES_MS, end);
    connection.endWait = end;
  }

  /** One answer at a time, none while the socket does not read. [RM40] */
  #answer(connection: Connection): void {
    if (connection.question === null || connection.answering || connection.endWait !== null) return;
    if (connection.closed) return;
    if (connection.isBehind() || !connection.answers.take(1, this.#context.clock.now()))
      return this.#lag(connection);
    connection.answering = true;
    const { replica, pacer } = this.#context;
    pacer.run(replica.answerBytes(connection.question), () => this.#answerNow(connection));
  }

  #answerNow(connection: Connection): void {
    const stateVector = connection.question;
    if (stateVector === null || connection.closed) return;
    connection.question = null;
    const { replica } = this.#context;
    const { asStep2 } = replica.answer(stateVector, connection.knownDeletes);
    const mark = replica.mark();
    this.#context.sayDurable(() => {
      connection.answering = false;
      if (connection.closed) return;
      connection.baseline = mark;
      connection.sendParcel(asStep2);
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
    const { baseline } = connection;
    const { replica } = this.#context;
    const mark = replica.mark();
    const missed =
      baseline === null || baseline === mark ? null : replica.answer(baseline.stateVector, null).asUpdates;
    this.#context.sayDurable(() => {
      if (baseline !== null) connection.baseline = mark;
      if (missed !== null) connection.sendParcel(missed);
      const messages = [connection.takeAcknowledgement(), this.#context.present()];
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
