/**
 * A whole document as bytes, with what one needs to know of them without
 * reading them. Yjs writes a state as structs by client and then all
 * deletions, both in an order that depends on nothing but the content: so two
 * replicas hold the same when their state vectors and these bytes are the same.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

export interface EncodedState {
  /** A Yjs update (V1) that holds everything. */
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Offset in `bytes` at which the deletions begin, which is where the structs end. */
  readonly deletesAt: number;
}

/** Above this many structs the work is cut, so that others are served in between. */
const STRUCTS_AT_ONCE = 4_000;

/**
 * The state of `doc`, with a `pause` whenever enough was written. It holds all
 * that was there at the call, and maybe some of what came meanwhile; it is
 * complete in itself either way.
 */
export async function encodeInSlices(
  doc: Y.Doc,
  pause: () => Promise<void>,
  structsAtOnce = STRUCTS_AT_ONCE,
): Promise<EncodedState> {
  const { clients } = doc.store;
  // What refers to something stands behind it, and all up to here is there: so is all that it refers to.
  const ends = [...clients.keys()]
    .map((client): [client: number, end: number] => [client, Y.getState(doc.store, client)])
    .filter(([, end]) => end > 0)
    .toSorted(([left], [right]) => right - left);
  const encoder = new Y.UpdateEncoderV1();
  const stateVector = new Map<number, number>();
  encoding.writeVarUint(encoder.restEncoder, ends.length);
  let budget = structsAtOnce;
  for (const [client, end] of ends) {
    const section = new Y.UpdateEncoderV1();
    let clock = 0;
    let count = 0;
    while (clock < end) {
      if (budget <= 0) {
        await pause();
        budget = structsAtOnce;
      }
      // Looked up anew: what is written already may have been merged with what follows, or be cut where it was one.
      const structs = clients.get(client) as (Y.Item | Y.GC)[];
      for (let at = Y.findIndexSS(structs, clock); clock < end && budget > 0; at++, budget--, count++) {
        const struct = structs[at] as Y.Item | Y.GC;
        struct.write(section, clock - struct.id.clock);
        clock = struct.id.clock + struct.length;
      }
    }
    stateVector.set(client, clock);
    encoding.writeVarUint(encoder.restEncoder, count);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, 0);
    encoding.writeBinaryEncoder(encoder.restEncoder, section.restEncoder);
  }
  if (ends.length > 0 && budget < structsAtOnce / 2) await pause();
  const deletes = deletesOf(doc, stateVector);
  const structBytes = encoder.toUint8Array();
  const bytes = new Uint8Array(structBytes.length + deletes.length);
  bytes.set(structBytes);
  bytes.set(deletes, structBytes.length);
  return { bytes, stateVector: Y.encodeStateVector(stateVector), deletesAt: structBytes.length };
}

/** The same at once. */
export function encodeState(doc: Y.Doc): EncodedState {
  const bytes = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  const deletes = Y.encodeStateAsUpdate(doc, stateVector).length - 1; // one byte says: no structs
  return { bytes, stateVector, deletesAt: bytes.length - deletes };
}

/** The deletions below `limits`, as they stand at the end of a state. */
function deletesOf(doc: Y.Doc, limits: ReadonlyMap<number, number>): Uint8Array {
  const deletes = Y.createDeleteSetFromStructStore(doc.store);
  for (const [client, ranges] of deletes.clients) {
    const end = limits.get(client) ?? 0;
    const below = ranges.filter(({ clock }) => clock < end);
    const last = below.at(-1);
    // A range of Yjs cannot be cut in place.
    if (last !== undefined && last.clock + last.len > end)
      below.splice(-1, 1, { clock: last.clock, len: end - last.clock });
    if (below.length === 0) deletes.clients.delete(client);
    else deletes.clients.set(client, below);
  }
  const withEmptyVector = Y.encodeSnapshot(new Y.Snapshot(deletes, new Map()));
  return withEmptyVector.subarray(0, -1);
}
