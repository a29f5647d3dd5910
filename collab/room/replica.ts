/**
 * The document of a room in memory: bytes while nobody edits, a Yjs document
 * while somebody does, since only that can judge and apply an edit. Says
 * exactly what an edit changed, and keeps its answers until the next one, so
 * that a hundred newcomers cost one encoding.
 */
import * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";
import type { LoadedDocument } from "../log/update-log.ts";
import { RepairWatch } from "../document/repair-watch.ts";
import { AnswerCache, type Answer } from "./answer-cache.ts";
import { equalBytes } from "./equal-bytes.ts";
import { encodeInSlices, encodeState, type EncodedState } from "./encoded-state.ts";
import type { TypedRun } from "./guard-typing.ts";
import { mayClaim, type Verdict } from "./guards.ts";
import { TELL_DELETES_BYTES, TYPING_MAX_BYTES } from "./protocol.ts";
import { RestingState } from "./resting-state.ts";
import { TextIndex } from "./text-index.ts";

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

/** What somebody has been sent whole. The same object as long as nothing changes. */
export interface Mark {
  readonly stateVector: Uint8Array;
}

export class Replica {
  readonly owners: Map<number, AccountId | null>;
  readonly #clientId: number;
  #doc: Y.Doc | null = null;
  /** Set while there is no document. */
  #resting: RestingState | null;
  #watch: RepairWatch | null = null;
  #updates: Uint8Array[] = [];
  #structural = false;
  #mark: Mark | null = null;
  #deletes: Uint8Array | null = null;
  /** Of the last encoding or of what was loaded, and of what came since. */
  #encodedBytes: number;
  readonly #answers = new AnswerCache();

  /** Throws `PoisonedError` when what is stored is no whole document. */
  constructor(stored: LoadedDocument, clientId = new Y.Doc().clientID) {
    this.owners = new Map(stored.clientOwners);
    this.#clientId = clientId;
    this.#encodedBytes =
      stored.snapshot?.length ?? stored.tail.reduce((sum, { update }) => sum + update.length, 0);
    this.#resting = RestingState.of(stored);
    if (this.#resting === null) {
      const updates = stored.tail.map(({ update }) => update);
      this.#doc = this.#open(stored.snapshot === null ? updates : [stored.snapshot, ...updates]);
    }
  }

  /** The document; opens it when it rests. Throws `PoisonedError` when its bytes are no whole document. */
  get doc(): Y.Doc {
    if (this.#doc === null) {
      const { updates, byteLength } = this.#resting as RestingState;
      this.#doc = this.#open(updates);
      this.#encodedBytes = byteLength;
      this.#resting = null;
    }
    return this.#doc;
  }

  get awake(): boolean {
    return this.#doc !== null;
  }

  /** Judges `update` of `account` unopened; null when it is more than typing by its own client id. [RM56] */
  examineTyping(update: Uint8Array, account: AccountId): Verdict | null {
    const typing = this.#resting?.typing(update) ?? null;
    if (typing === null) return null;
    const [first] = typing;
    const claims: number[] = [];
    if (first !== undefined) {
      const owner = this.owners.get(first.client);
      if (mayClaim(first.client, first.clock, this.#clientId, owner)) claims.push(first.client);
      else if (owner !== account) return null;
    }
    return { outcome: "fine", novel: true, fresh: true, claims, typing };
  }

  /** Takes in what `examineTyping` found, without opening the document. Keeps `update`. */
  type(update: Uint8Array, typing: readonly TypedRun[]): Change {
    (this.#resting as RestingState).append(update, typing);
    this.#forgetEncodings();
    return { updates: [update], structural: false };
  }

  /** Applies what the guards let in. When this throws, the document is in an unknown state and must be dropped. */
  apply(update: Uint8Array): Change {
    return this.#observe((doc) => Y.applyUpdate(doc, update, ORIGIN.client)).change;
  }

  /** Runs `edit` as one transaction. When this throws, the document must be dropped. */
  transact<Result>(
    origin: string,
    edit: (doc: Y.Doc) => Result,
  ): { readonly result: Result; readonly change: Change } {
    return this.#observe((doc) => doc.transact(() => edit(doc), origin));
  }

  /** Whether the last `apply` or `transact` changed anything, also when it threw. */
  get touched(): boolean {
    return this.#updates.length > 0;
  }

  /** Whether the document, which is open after a change of structure, has something to repair. */
  needsRepair(): boolean {
    return this.#watch?.needsRepair() ?? false;
  }

  mark(): Mark {
    this.#mark ??= {
      stateVector:
        this.#doc === null ? (this.#resting as RestingState).stateVector : Y.encodeStateVector(this.#doc),
    };
    return this.#mark;
  }

  stateVector(): Uint8Array {
    return this.mark().stateVector;
  }

  /** Whether `update`, a step2, is nothing or only deletions that are here too: no need to look further. */
  isKnown(update: Uint8Array): boolean {
    if (update[0] !== 0) return false; // it has structs
    if (update.length === 2 && update[1] === 0) return true;
    return this.isAllDeletes(update) || (this.#resting?.knows(update) ?? false);
  }

  /** Whether `update` is just our deletions, all of them. */
  isAllDeletes(update: Uint8Array): boolean {
    return update[0] === 0 && this.#deletesAtHand && equalBytes(update, this.deletes());
  }

  /** All deletions as an update: what a replica with our state vector tells of itself. The same object until the next change. */
  deletes(): Uint8Array {
    this.#deletes ??= this.#resting?.deletes ?? Y.encodeStateAsUpdate(this.doc, this.stateVector());
    return this.#deletes;
  }

  /** What somebody lacks who has `stateVector` and was seen to have `knownDeletes`. Throws when the vector cannot be read. */
  answer(stateVector: Uint8Array, knownDeletes: Uint8Array | null): Answer {
    const hasDeletes = knownDeletes !== null && knownDeletes === this.#deletes;
    return this.#answers.get(stateVector, hasDeletes, () => {
      if (!equalBytes(stateVector, this.stateVector())) {
        return this.#resting?.difference(stateVector) ?? [Y.encodeStateAsUpdate(this.doc, stateVector)];
      }
      if (hasDeletes) return [];
      return this.#deletesAtHand ? [this.deletes()] : (this.#resting as RestingState).difference(stateVector);
    });
  }

  /** About how many bytes that is. */
  answerBytes(stateVector: Uint8Array): number {
    if (equalBytes(stateVector, this.stateVector())) return 0;
    return this.#resting?.byteLength ?? this.#encodedBytes;
  }

  /** Whether somebody with `stateVector` lacks at most our deletions, and these are worth asking whether it has them. */
  mayLackNothing(stateVector: Uint8Array): boolean {
    if (!equalBytes(stateVector, this.stateVector())) return false;
    return this.#deletesAtHand && this.deletes().length >= TELL_DELETES_BYTES;
  }

  /** Whether the deletions can be told without opening the document. */
  get #deletesAtHand(): boolean {
    return this.#resting === null || this.#resting.whole !== null;
  }

  /** The whole state at this instant, self-contained. */
  state(): Uint8Array {
    return this.#resting?.whole?.bytes ?? encodeState(this.doc).bytes;
  }

  /** The state as of now or a little later and, if nothing comes in between, where its texts stand; made without holding others up for long. */
  async encode(pause: () => Promise<void>): Promise<EncodedState & { readonly texts: Uint8Array | null }> {
    const { whole = null, texts = null } = this.#resting ?? {};
    if (whole !== null) return { ...whole, texts };
    const { doc } = this;
    const mark = this.mark();
    const state = await encodeInSlices(doc, pause);
    return { ...state, texts: mark === this.#mark ? (indexFor(state, doc)?.encode() ?? null) : null };
  }

  /** Gives the document up for its bytes, unless it is edited meanwhile. */
  async rest(pause: () => Promise<void>): Promise<void> {
    const mark = this.mark();
    if (this.#doc === null) return;
    const state = await encodeInSlices(this.#doc, pause);
    if (mark !== this.#mark || this.#doc === null) return;
    const index = indexFor(state, this.#doc);
    this.#doc.destroy();
    this.#doc = null;
    this.#watch = null;
    this.#resting = new RestingState(state, index);
    this.#encodedBytes = state.bytes.length;
    this.#deletes = null; // it is a part of the bytes now
    this.#answers.clear();
  }

  destroy(): void {
    this.#doc?.destroy();
  }

  #forgetEncodings(): void {
    this.#mark = null;
    this.#deletes = null;
    this.#answers.clear();
  }

  #open(updates: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc();
    // One by one: merging them first, or one transaction for all, takes many times longer.
    for (const update of updates) Y.applyUpdate(doc, update, ORIGIN.load);
    assertWhole(doc);
    doc.clientID = this.#clientId; // after loading, or Yjs takes our own earlier work for somebody else's
    this.#watch = new RepairWatch(doc);
    doc.on("update", (update: Uint8Array) => this.#updates.push(update));
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys())
        if (!(type instanceof Y.XmlText)) this.#structural = true;
    });
    return doc;
  }

  #observe<Result>(run: (doc: Y.Doc) => Result): { result: Result; change: Change } {
    const { doc } = this;
    this.#updates = [];
    this.#structural = false;
    const result = run(doc);
    const change: Change = { updates: this.#updates, structural: this.#structural };
    for (const update of change.updates) this.#encodedBytes += update.length;
    if (change.updates.length > 0) this.#forgetEncodings();
    assertWhole(doc);
    return { result, change };
  }
}

const indexFor = ({ bytes }: EncodedState, doc: Y.Doc): TextIndex | null =>
  bytes.length <= TYPING_MAX_BYTES ? TextIndex.of(doc) : null;

function assertWhole(doc: Y.Doc): void {
  const { pendingStructs, pendingDs } = doc.store;
  if (pendingStructs !== null || pendingDs !== null)
    throw new PoisonedError("the document waits for missing parts");
}
