/**
 * Writes a row of the log anew with letters masked. Every letter keeps its id
 * and its place, so that rows before and after still fit. [ER4]
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { ERASED_MARK } from "../../domain/history/passage.ts";
import type { IdRanges } from "../history/id-ranges.ts";
import { CLAUSE_ATTRIBUTES } from "../document/wire.ts";

export interface Tainted {
  /** Letters that belong to what is erased. */
  readonly letters: IdRanges;
  /** Attributes holding a table, with the JSON that takes the place of theirs. */
  readonly tables: ReadonlyMap<string, string>;
}

export const tableKey = (id: Y.ID): string => `${id.client}.${id.clock}`;

/** Null when nothing of the update is tainted. */
export function maskUpdate(update: Uint8Array, tainted: Tainted): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(update);
  let masked = false;
  for (const struct of structs) {
    if (struct instanceof Y.Item) masked = maskItem(struct, tainted) || masked;
  }
  return masked ? encodeUpdate(structs, ds) : null;
}

function maskItem({ id, content, parentSub }: Y.Item, { letters, tables }: Tainted): boolean {
  if (content instanceof Y.ContentString) {
    const { str } = content;
    let text = "";
    for (let at = 0; at < str.length; at++) {
      text += letters.has(id.client, id.clock + at) ? ERASED_MARK : str[at];
    }
    content.str = text;
    return text !== str;
  }
  if (!(content instanceof Y.ContentAny)) return false;
  // An item that overwrites an attribute takes its key from its neighbour and does not say it itself.
  const json =
    parentSub === null || parentSub === CLAUSE_ATTRIBUTES.value ? tables.get(tableKey(id)) : undefined;
  if (json === undefined || content.arr.at(-1) === json) return false;
  content.arr = content.arr.map(() => json as unknown as object);
  return true;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** The inverse of `decodeUpdate`, encoding V1. */
function encodeUpdate(structs: Decoded["structs"], ds: Decoded["ds"]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const byClient = new Map<number, Decoded["structs"]>();
  for (const struct of structs) {
    const known = byClient.get(struct.id.client);
    if (known === undefined) byClient.set(struct.id.client, [struct]);
    else known.push(struct);
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) (struct as Y.Item).write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, ds.clients.size);
  for (const [client, stretches] of ds.clients) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, stretches.length);
    for (const { clock, len } of stretches) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
