/**
 * A document as it lies in the log: a snapshot and the rows after it, not put
 * together. Enough to tell what it holds and to bring a newcomer up to it;
 * whoever wants to read or change it has to open it.
 */
import * as Y from "yjs";
import type { LoadedDocument, LoggedUpdate } from "../log/update-log.ts";
import type { EncodedState } from "./encoded-state.ts";

export class RestingState {
  readonly base: EncodedState;
  readonly tail: readonly Uint8Array[];
  readonly stateVector: Uint8Array;

  constructor(base: EncodedState, tail: readonly Uint8Array[], stateVector: Uint8Array) {
    this.base = base;
    this.tail = tail;
    this.stateVector = stateVector;
  }

  /** Null when what is stored cannot be used unopened: it has no snapshot with a description, or something seems to be missing. */
  static of({ snapshot, snapshotSeq, snapshotShape: shape, tail }: LoadedDocument): RestingState | null {
    if (snapshot === null || shape === null) return null;
    const stateVector =
      tail.length === 0 ? shape.stateVector : vectorAfter(shape.stateVector, snapshotSeq, tail);
    if (stateVector === null) return null;
    return new RestingState(
      { bytes: snapshot, ...shape },
      tail.map(({ update }) => update),
      stateVector,
    );
  }

  /** The state in one piece, when it is in one. */
  get whole(): EncodedState | null {
    return this.tail.length === 0 ? this.base : null;
  }

  /** All deletions as an update, when they are known without opening the document. */
  get deletes(): Uint8Array | null {
    if (this.tail.length > 0) return null;
    const deletes = new Uint8Array(1 + this.base.bytes.length - this.base.deletesAt);
    deletes.set(this.base.bytes.subarray(this.base.deletesAt), 1);
    return deletes;
  }

  /** What somebody lacks who has `stateVector`, as updates in order. */
  difference(stateVector: Uint8Array): readonly Uint8Array[] {
    const { bytes } = this.base;
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
    return [hasNothing ? bytes : Y.diffUpdate(bytes, stateVector), ...this.tail];
  }
}

/** State vector after the rows of `tail`; null when a row, or a stretch of what somebody wrote, is missing. */
function vectorAfter(
  before: Uint8Array,
  snapshotSeq: number,
  tail: readonly LoggedUpdate[],
): Uint8Array | null {
  const clocks = Y.decodeStateVector(before);
  for (const [index, { seq, update }] of tail.entries()) {
    if (seq !== snapshotSeq + 1 + index) return null;
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, clock] of from) if (clock > (clocks.get(client) ?? 0)) return null;
    for (const [client, clock] of to) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  }
  return Y.encodeStateVector(clocks);
}
