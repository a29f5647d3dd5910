/**
 * The notes of who is connected to an object, kept where whoever ends a right or a session finds them. A note is there
 * before its socket is decided on and goes after the last socket of that account and session: its writes are made one
 * after the other, and what is still needed is asked when a note is about to go, since a page that is loaded anew
 * comes back before it has left. [RM68]
 */
import type { AccountId, PolicyId } from "../domain/ids.ts";

/** Somebody connected to a document. */
export interface Whereabouts {
  readonly policy: PolicyId;
  readonly account: AccountId;
  readonly session: string;
}

export interface WhereaboutsStore {
  opened(who: Whereabouts): Promise<void>;
  closed(who: Whereabouts): Promise<void>;
}

export class WhereaboutsKeeper {
  readonly #store: WhereaboutsStore;
  /** Whether a socket of them is in the room. */
  readonly #isHere: (who: Whereabouts) => boolean;
  /** How many of them are being decided on. */
  readonly #entering = new Map<string, number>();
  /** The last write of each note, while it is under way. */
  readonly #writes = new Map<string, Promise<void>>();

  constructor(store: WhereaboutsStore, isHere: (who: Whereabouts) => boolean) {
    this.#store = store;
    this.#isHere = isHere;
  }

  /** Notes somebody before they are decided on. Unless it rejects, call `settled` when they are in, or turned away. */
  async entering(who: Whereabouts): Promise<void> {
    const key = keyOf(who);
    this.#entering.set(key, (this.#entering.get(key) ?? 0) + 1);
    try {
      if (!this.#isHere(who)) await this.#inTurn(key, () => this.#store.opened(who));
    } catch (error) {
      this.settled(who);
      throw error;
    }
  }

  settled(who: Whereabouts): void {
    const key = keyOf(who);
    const left = (this.#entering.get(key) ?? 1) - 1;
    if (left > 0) this.#entering.set(key, left);
    else this.#entering.delete(key);
  }

  /** Takes the note away unless somebody still needs it. */
  left(who: Whereabouts): Promise<void> {
    const key = keyOf(who);
    return this.#inTurn(key, async () => {
      if (!this.#isHere(who) && !this.#entering.has(key)) await this.#store.closed(who);
    });
  }

  #inTurn(key: string, write: () => Promise<void>): Promise<void> {
    const done = (this.#writes.get(key) ?? Promise.resolve()).then(write, write);
    this.#writes.set(key, done);
    const forget = () => {
      if (this.#writes.get(key) === done) this.#writes.delete(key);
    };
    void done.then(forget, forget);
    return done;
  }
}

const keyOf = ({ account, session }: Whereabouts): string => `${account} ${session}`;
