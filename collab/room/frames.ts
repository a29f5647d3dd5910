/** Frames to bytes and back. One frame holds one message (`../PROTOCOL.md`, section 1). */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { toHexString } from "lib0/buffer";
import { STATE_NAME_BYTES } from "../document/digest.ts";
import { MESSAGE, SYNC } from "./protocol.ts";

export type Frame =
  | { readonly type: "step1" | "step2" | "update" | "presence"; readonly payload: Uint8Array }
  | { readonly type: "query-presence" }
  | Comparison;

/** What a client shows, named by the state it shows it of. [RM70] */
export interface Comparison {
  readonly type: "compare";
  /** As `nameState` gives it. */
  readonly state: string;
  /** As `digestClauses` gives it. */
  readonly digest: string;
  /** How often its editor was built again since it last asked. */
  readonly rebuilt: number;
}

/** Parses a frame; null when it is not one of ours, is cut short or has bytes left over. The payload is a view into `bytes`. */
export function parseFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readFrame(decoder);
    return frame !== null && !decoding.hasContent(decoder) ? frame : null;
  } catch {
    return null; // lib0 throws on a short or overlong number
  }
}

function readFrame(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync: {
      const type = SYNC_NAMES[decoding.readVarUint(decoder)];
      return type === undefined ? null : { type, payload: readPayload(decoder) };
    }
    case MESSAGE.presence:
      return { type: "presence", payload: readPayload(decoder) };
    case MESSAGE.queryPresence:
      return { type: "query-presence" };
    case MESSAGE.compare:
      return readComparison(decoder);
    default:
      return null;
  }
}

function readComparison(decoder: decoding.Decoder): Comparison {
  const rebuilt = decoding.readVarUint(decoder);
  const state = toHexString(readExactly(decoder, STATE_NAME_BYTES));
  return { type: "compare", state, digest: toHexString(readExactly(decoder, DIGEST_BYTES)), rebuilt };
}

const DIGEST_BYTES = 32;

function readExactly(decoder: decoding.Decoder, length: number): Uint8Array {
  if (length > decoder.arr.length - decoder.pos) throw new Error("cut short");
  return decoding.readUint8Array(decoder, length);
}

/** lib0 would clamp a length that runs over the end. */
function readPayload(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Error("cut short");
  return decoding.readUint8Array(decoder, length);
}

const SYNC_NAMES: readonly ("step1" | "step2" | "update" | undefined)[] = ["step1", "step2", "update"];

function frame(type: number, subtype: number | null, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  if (subtype !== null) encoding.writeVarUint(encoder, subtype);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, SYNC.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => frame(MESSAGE.sync, SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => frame(MESSAGE.sync, SYNC.update, update);

/** Up to which of its sync frames everything of a connection is durable. */
export function acknowledgeFrame(position: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.acknowledge);
  encoding.writeVarUint(encoder, position);
  return encoding.toUint8Array(encoder);
}

/** Whether a client shows what the room has. */
export const verdictFrame = (agree: boolean): Uint8Array => new Uint8Array([MESSAGE.compare, agree ? 1 : 0]);

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON text; `null` when the client left. */
  readonly state: string;
}

/** An entry as it stands in a frame. */
export function encodePresence({ client, clock, state }: PresenceEntry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** Of entries that are encoded already. */
export function presenceFrame(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) encoding.writeUint8Array(encoder, entry);
  return frame(MESSAGE.presence, null, encoding.toUint8Array(encoder));
}

/** `01 01 00`: keeps the watchdog of a client quiet. */
export const IDLE_FRAME = presenceFrame([]);

/** Entries of a presence payload with their state still as bytes, or null when malformed or more than `max`. */
export function parsePresence(
  payload: Uint8Array,
  max: number,
): readonly { client: number; clock: number; state: Uint8Array }[] | null {
  try {
    const decoder = decoding.createDecoder(payload);
    const count = decoding.readVarUint(decoder);
    if (count > max) return null;
    const entries = [];
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, state: readPayload(decoder) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}
