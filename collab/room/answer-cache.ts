/** Answers to step1 by what was asked, so that the same question costs nothing twice and its answer is one buffer for all. */
import { step2Frame, updateFrame } from "./frames.ts";
import { Parcel } from "./parcel.ts";

export interface Answer {
  /** Update frames and a step2 at the end: after that, and not before, the asker has everything. */
  readonly asStep2: Parcel;
  /** The same for one who was synced before; null when it lacks nothing. */
  readonly asUpdates: Parcel | null;
}

const KEPT_ANSWERS = 16;
/** Longer questions are not worth remembering. */
const KEPT_QUESTION_BYTES = 4_096;
const NOTHING = new Uint8Array([0, 0]);

export class AnswerCache {
  #answers: Map<string, Answer> | null = null;

  /** `updates` are what is lacked, in the order in which they must be applied. */
  get(stateVector: Uint8Array, hasDeletes: boolean, updates: () => readonly Uint8Array[]): Answer {
    if (stateVector.length > KEPT_QUESTION_BYTES) return answerOf(updates());
    const key = `${hasDeletes ? "+" : "-"}${String.fromCharCode(...stateVector)}`;
    const known = this.#answers?.get(key);
    if (known !== undefined) return known;
    const answer = answerOf(updates());
    this.#answers ??= new Map();
    if (this.#answers.size >= KEPT_ANSWERS) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  clear(): void {
    this.#answers = null;
  }
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
