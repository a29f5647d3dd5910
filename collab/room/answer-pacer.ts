/**
 * Big answers go out a few at a time. A hundred newcomers to a large document
 * would otherwise hold the process for as long as it takes to hand the whole of
 * it to the system a hundred times, and whoever types elsewhere would wait.
 * One for all rooms of a process. [RM43]
 */
import type { RoomClock } from "./clock.ts";
import { ANSWER_BYTES_PER_TURN, SMALL_ANSWER_BYTES } from "./protocol.ts";

interface Waiting {
  readonly bytes: number;
  readonly send: () => void;
}

export class AnswerPacer {
  readonly #clock: RoomClock;
  #waiting: Waiting[] = [];
  #spent = 0;
  #turning = false;

  constructor(clock: RoomClock) {
    this.#clock = clock;
  }

  /** Runs `send`, which hands over about so many bytes: now, or when it is its turn. */
  run(bytes: number, send: () => void): void {
    if (bytes <= SMALL_ANSWER_BYTES) return send();
    if (this.#waiting.length > 0 || this.#spent >= ANSWER_BYTES_PER_TURN) this.#waiting.push({ bytes, send });
    else {
      this.#spent += bytes;
      send();
    }
    this.#turnLater();
  }

  #turnLater(): void {
    if (this.#turning) return;
    this.#turning = true;
    this.#clock.after(0, () => this.#turn());
  }

  #turn(): void {
    this.#turning = false;
    this.#spent = 0;
    const waiting = this.#waiting;
    let index = 0;
    for (; index < waiting.length && this.#spent < ANSWER_BYTES_PER_TURN; index++) {
      const { bytes, send } = waiting[index] as Waiting;
      this.#spent += bytes;
      send();
    }
    this.#waiting = waiting.slice(index);
    if (this.#waiting.length > 0) this.#turnLater();
  }
}
