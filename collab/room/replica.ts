/**
 * The document of a room in memory: applies updates and says exactly what they
 * changed, and keeps its encodings until the next change, so that a hundred
 * newcomers cost one encoding.
 */
import * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";
import type { LoadedDocument } from "../log/update-log.ts";

/** Named origins of our transactions: one without an origin becomes undoable by whoever is typing. */
export const ORIGIN = {
  load: "room:load",
  client: "room:client",
  command: "room:command",
  repair: "room:repair",
};

export interface Change {
  /**
   * What was changed, as updates; empty when nothing was. More than one when
   * Yjs cleaned up formats after a foreign edit: the first is the edit itself.
   */
  readonly updates: readonly Uint8Array[];
  /** An element came, went or changed an attribute: more than typing. */
  readonly structural: boolean;
}

export class PoisonedError extends Error {
  override readonly name = "PoisonedError";
}

const CACHED_DIFFERENCES = 16;

export class Replica {
  readonly doc = new Y.Doc();
  readonly owners: Map<number, AccountId | null>;
  #updates: Uint8Array[] = [];
  #structural = false;
  #stateVector: Uint8Array | null = null;
  readonly #differences = new Map<string, Uint8Array>();

  /** Throws `PoisonedError` when what is stored is no whole document. */
  constructor(stored: LoadedDocument, clientId?: number) {
    if (clientId !== undefined) this.doc.clientID = clientId;
    this.owners = new Map(stored.clientOwners);
    if (stored.snapshot !== null) Y.applyUpdate(this.doc, stored.snapshot, ORIGIN.load);
    // One by one: merging them first, or one transaction for all, takes many times longer.
    for (const row of stored.tail) Y.applyUpdate(this.doc, row.update, ORIGIN.load);
    this.#assertWhole();
    this.doc.on("update", (update: Uint8Array) => this.#updates.push(update));
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys())
        if (!(type instanceof Y.XmlText)) this.#structural = true;
    });
  }

  /** Applies what the guards let in. When this throws, the document is in an unknown state and must be dropped. */
  apply(update: Uint8Array): Change {
    return this.#observe(() => Y.applyUpdate(this.doc, update, ORIGIN.client)).change;
  }

  /** Runs `edit` as one transaction. When this throws, the document must be dropped. */
  transact<Result>(
    origin: string,
    edit: (doc: Y.Doc) => Result,
  ): { readonly result: Result; readonly change: Change } {
    return this.#observe(() => this.doc.transact(() => edit(this.doc), origin));
  }

  /** Whether the last `apply` or `transact` changed anything, also when it threw. */
  get touched(): boolean {
    return this.#updates.length > 0;
  }

  stateVector(): Uint8Array {
    this.#stateVector ??= Y.encodeStateVector(this.doc);
    return this.#stateVector;
  }

  /** What somebody lacks who has `stateVector`; throws when it cannot be read. */
  difference(stateVector: Uint8Array): Uint8Array {
    const key = String.fromCharCode(...stateVector.subarray(0, 4096));
    const cacheable = stateVector.length <= 4096;
    const known = cacheable ? this.#differences.get(key) : undefined;
    if (known !== undefined) return known;
    const update = Y.encodeStateAsUpdate(this.doc, stateVector);
    if (cacheable) {
      if (this.#differences.size >= CACHED_DIFFERENCES) this.#differences.clear();
      this.#differences.set(key, update);
    }
    return update;
  }

  /** The whole state, self-contained. */
  state(): Uint8Array {
    return this.difference(EMPTY_STATE_VECTOR);
  }

  destroy(): void {
    this.doc.destroy();
  }

  #observe<Result>(run: () => Result): { result: Result; change: Change } {
    this.#updates = [];
    this.#structural = false;
    const result = run();
    const change: Change = { updates: this.#updates, structural: this.#structural };
    if (change.updates.length > 0) {
      this.#stateVector = null;
      this.#differences.clear();
    }
    this.#assertWhole();
    return { result, change };
  }

  #assertWhole(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null)
      throw new PoisonedError("the document waits for missing parts");
  }
}

const EMPTY_STATE_VECTOR = new Uint8Array([0]);
