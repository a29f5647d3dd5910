/** Answers to step1 by what was asked, so that the same question costs nothing twice and its answer is one buffer for all. */
import { step2Frame, updateFrame } from "./frames.ts";
import { Parcel } from "./parcel.ts";
import { MIB } from "./protocol.ts";

export interface Answer {
  /** Update frames and a step2 at the end: after that, and not before, the asker has everything. */
  readonly asStep2: Parcel;
  /** The same for one who was synced before; null when it lacks nothing. */
  readonly asUpdates: Parcel | null;
}

const KEPT_ANSWERS = 16;
/** Of all that are kept, unless one alone is more. An answer takes up to three times that: by itself, framed, and on the wire. */
const KEPT_BYTES = 8 * MIB;
/** Arguments of one call. */
const CHARACTERS_AT_ONCE = 4_096;
const NOTHING = new Uint8Array([0, 0]);

export class AnswerCache {
  #answers: Map<string, Answer> | null = null;
  #bytes = 0;

  /** `updates` are what is lacked, in the order in which they must be applied. */
  get(stateVector: Uint8Array, hasDeletes: boolean, updates: () => readonly Uint8Array[]): Answer {
    const key = keyOf(stateVector, hasDeletes);
    const known = this.#answers?.get(key);
    if (known !== undefined) return known;
    const lacked = updates();
    const answer = answerOf(lacked);
    const bytes = lacked.reduce((sum, update) => sum + update.length, key.length);
    if (this.#answers !== null && (this.#answers.size >= KEPT_ANSWERS || this.#bytes + bytes > KEPT_BYTES))
      this.clear();
    this.#answers ??= new Map();
    this.#answers.set(key, answer);
    this.#bytes += bytes;
    return answer;
  }

  clear(): void {
    this.#answers = null;
    this.#bytes = 0;
  }
}

/** A document that many sessions wrote in has state vectors of many kilobytes. */
function keyOf(stateVector: Uint8Array, hasDeletes: boolean): string {
  let key = hasDeletes ? "+" : "-";
  for (let at = 0; at < stateVector.length; at += CHARACTERS_AT_ONCE)
    key += String.fromCharCode(...stateVector.subarray(at, at + CHARACTERS_AT_ONCE));
  return key;
}

function answerOf(updates: readonly Uint8Array[]): Answer {
  let asStep2: Parcel | null = null;
  let asUpdates: Parcel | null = null;
  return {
    get asStep2() {
      const last = updates.length === 1 ? (updates[0] as Uint8Array) : NOTHING;
      const before = updates.length === 1 ? [] : updates.map(updateFrame);
      return (asStep2 ??= new Parcel([...before, step2Frame(last)]));
    },
    get asUpdates() {
      if (updates.length === 0) return null;
      return (asUpdates ??= new Parcel(updates.map(updateFrame)));
    },
  };
}
