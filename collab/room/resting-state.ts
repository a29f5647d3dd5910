/**
 * A document as bytes: a state and the updates after it, not put together.
 * Enough to tell what it holds, to bring a newcomer up to it, and, where it
 * was open before, to take in typing; for anything else it has to be opened.
 */
import * as Y from "yjs";
import type { LoadedDocument, LoggedUpdate } from "../log/update-log.ts";
import type { EncodedState } from "./encoded-state.ts";
import { readTyping, type TypedRun } from "./guard-typing.ts";
import { KnownDeletes } from "./known-deletes.ts";
import { TAIL_MAX_ROWS } from "./protocol.ts";
import { TextIndex } from "./text-index.ts";

export class RestingState {
  readonly base: EncodedState;
  #tail: Uint8Array[];
  readonly #index: TextIndex | null;
  /** The state vector while there is a tail. */
  #clocks: Map<number, number> | null;
  #stateVector: Uint8Array | null = null;
  /** The deletions of the base; made when somebody tells of some. */
  #known: KnownDeletes | null = null;

  /** `clocks` are those after `tail`. The index is of the base; without one nothing can be typed. */
  constructor(
    base: EncodedState,
    index: TextIndex | null,
    tail: Uint8Array[] = [],
    clocks: Map<number, number> | null = null,
  ) {
    this.base = base;
    this.#index = index;
    this.#tail = tail;
    this.#clocks = clocks;
  }

  /** Null when what is stored cannot be used unopened: it has no snapshot with a description, or something seems to be missing. */
  static of({ snapshot, snapshotSeq, snapshotShape: shape, tail }: LoadedDocument): RestingState | null {
    if (snapshot === null || shape === null) return null;
    const { texts, ...rest } = shape;
    const base = { bytes: snapshot, ...rest };
    if (tail.length === 0) return new RestingState(base, texts === null ? null : TextIndex.from(texts));
    const clocks = clocksAfter(shape.stateVector, snapshotSeq, tail);
    const updates = tail.map(({ update }) => update);
    return clocks === null ? null : new RestingState(base, null, updates, clocks);
  }

  get stateVector(): Uint8Array {
    if (this.#clocks === null) return this.base.stateVector;
    return (this.#stateVector ??= Y.encodeStateVector(this.#clocks));
  }

  /** Everything, in the order in which it must be applied. */
  get updates(): readonly Uint8Array[] {
    return [this.base.bytes, ...this.#tail];
  }

  /** The state in one piece, when it is in one. */
  get whole(): EncodedState | null {
    return this.#tail.length === 0 ? this.base : null;
  }

  /** Where the texts of the state stand, when it is in one piece. */
  get texts(): Uint8Array | null {
    return this.#tail.length === 0 ? (this.#index?.encode() ?? null) : null;
  }

  get byteLength(): number {
    return this.#tail.reduce((sum, update) => sum + update.length, this.base.bytes.length);
  }

  /** Whether `update` holds deletions only, and such as are here; false also when that would take opening the document. */
  knows(update: Uint8Array): boolean {
    this.#known ??= new KnownDeletes(this.#deletesOfBase());
    return this.#known.include(update);
  }

  /** All deletions as an update, when they are known without opening the document. */
  get deletes(): Uint8Array | null {
    return this.#tail.length > 0 ? null : this.#deletesOfBase();
  }

  #deletesOfBase(): Uint8Array {
    const deletes = new Uint8Array(1 + this.base.bytes.length - this.base.deletesAt);
    deletes.set(this.base.bytes.subarray(this.base.deletesAt), 1);
    return deletes;
  }

  /** What somebody lacks who has `stateVector`, as updates in order. */
  difference(stateVector: Uint8Array): readonly Uint8Array[] {
    const { bytes } = this.base;
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
    return [hasNothing ? bytes : Y.diffUpdate(bytes, stateVector), ...this.#tail];
  }

  /** What `update` types; null when it is anything else. */
  typing(update: Uint8Array): readonly TypedRun[] | null {
    if (this.#index === null) return null;
    return readTyping(update, (client) => this.clockOf(client), this.#index);
  }

  /** Takes in an update that was found to be `runs`. Keeps `update`. */
  append(update: Uint8Array, runs: readonly TypedRun[]): void {
    if (this.#tail.length >= TAIL_MAX_ROWS) this.#tail = [Y.mergeUpdates(this.#tail)];
    this.#tail.push(update);
    this.#stateVector = null;
    const clocks = this.#openClocks();
    for (const { client, clock, length, text } of runs) {
      this.#index?.add(client, clock, length, text);
      clocks.set(client, clock + length);
    }
  }

  /** Clock after the last that `client` wrote. */
  clockOf(client: number): number {
    return this.#openClocks().get(client) ?? 0;
  }

  #openClocks(): Map<number, number> {
    return (this.#clocks ??= Y.decodeStateVector(this.base.stateVector));
  }
}

/** Clocks after the rows of `tail`; null when a row, or a stretch of what somebody wrote, is missing. */
function clocksAfter(
  before: Uint8Array,
  snapshotSeq: number,
  tail: readonly LoggedUpdate[],
): Map<number, number> | null {
  const clocks = Y.decodeStateVector(before);
  for (const [index, { seq, update }] of tail.entries()) {
    if (seq !== snapshotSeq + 1 + index) return null;
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, clock] of from) if (clock > (clocks.get(client) ?? 0)) return null;
    for (const [client, clock] of to) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  }
  return clocks;
}
