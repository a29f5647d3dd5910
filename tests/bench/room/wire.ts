/** The two dialects on the wire: y-websocket's, and Hocuspocus', which puts the document's name before each message. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export type DialectName = "rembuk" | "y-websocket" | "hocuspocus" | "floor";

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;
const MESSAGE = { sync: 0, presence: 1, auth: 2, syncReply: 4, syncStatus: 8, acknowledge: 100 } as const;

/** What a message of a server is; `payload` is the update, state vector or presence in it. */
export type Heard =
  | { readonly type: "step1" | "step2" | "update" | "presence"; readonly payload: Uint8Array }
  /** Our acknowledgement: the position that is durable. */
  | { readonly type: "acknowledge"; readonly upTo: number }
  /** Hocuspocus says that an update was taken. */
  | { readonly type: "taken" }
  | { readonly type: "authenticated" }
  | { readonly type: "other" };

const OTHER: Heard = { type: "other" };

export interface Dialect {
  readonly name: DialectName;
  readonly path: string;
  /** Sent as soon as the socket is open; null: begin at once. */
  readonly greeting: Uint8Array | null;
  sync(kind: keyof typeof SYNC, payload: Uint8Array): Uint8Array;
  presence(payload: Uint8Array): Uint8Array;
  /** From the first bytes of a message. */
  typeOf(head: Uint8Array): Heard["type"];
  /** Copies nothing: `payload` lies in `bytes`. */
  parse(bytes: Uint8Array): Heard;
}

function skipString(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  decoder.pos += length;
}

const KINDS = ["step1", "step2", "update"] as const;

function parseMessage(decoder: decoding.Decoder): Heard {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
    case MESSAGE.syncReply: {
      const type = KINDS[decoding.readVarUint(decoder)];
      return type === undefined ? OTHER : { type, payload: decoding.readVarUint8Array(decoder) };
    }
    case MESSAGE.presence:
      return { type: "presence", payload: decoding.readVarUint8Array(decoder) };
    case MESSAGE.auth:
      return { type: "authenticated" };
    case MESSAGE.syncStatus:
      return { type: "taken" };
    case MESSAGE.acknowledge:
      return { type: "acknowledge", upTo: decoding.readVarUint(decoder) };
    default:
      return OTHER;
  }
}

export function createDialect(name: DialectName, document: string): Dialect {
  const named = name === "hocuspocus";
  const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    if (named) encoding.writeVarString(encoder, document);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  return {
    name,
    path:
      { rembuk: `/collab/${document}?v=1&schema=1&epoch=1`, hocuspocus: "/" }[name as string] ??
      `/${document}`,
    greeting: named
      ? message((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.auth);
          encoding.writeVarUint(encoder, 0);
          encoding.writeVarString(encoder, "");
        })
      : null,
    sync: (kind, payload) =>
      message((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, SYNC[kind]);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    presence: (payload) =>
      message((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.presence);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    typeOf(head) {
      const decoder = decoding.createDecoder(head);
      if (named) skipString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE.presence) return "presence";
      if (type !== MESSAGE.sync && type !== MESSAGE.syncReply) return "other";
      return KINDS[decoding.readVarUint(decoder)] ?? "other";
    },
    parse(bytes) {
      const decoder = decoding.createDecoder(bytes);
      if (named) skipString(decoder);
      return parseMessage(decoder);
    },
  };
}

/** Someone's presence, as the editor sends it: who, and where the caret stands. */
export function presencePayload(client: number, clock: number, caret: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(
    encoder,
    JSON.stringify({
      user: { id: "01AAAAAAAAAAAAAAAAAAAAAAAA", name: "Perancang Satu", colour: 0 },
      name: "Perancang Satu",
      color: "",
      awarenessData: {},
      focusing: caret !== null,
      anchorPos: caret,
      focusPos: caret,
    }),
  );
  return encoding.toUint8Array(encoder);
}

/** (client, clock) of each entry of a presence payload. */
export function presenceClocks(payload: Uint8Array): [client: number, clock: number][] {
  const decoder = decoding.createDecoder(payload);
  const clocks: [number, number][] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    clocks.push([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]);
    skipString(decoder);
  }
  return clocks;
}
