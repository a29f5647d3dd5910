/**
 * WebSocket frames of a server, made by ourselves: not masked, not compressed,
 * never fragmented, so the bytes are the same for every socket and are built
 * once (RFC 6455, section 5.2). They go straight to the stream that the
 * upgrade gave us. `ws`, which shares that stream, writes at once when nothing
 * is compressed, so its control frames and ours keep their order.
 */
import type { Parcel } from "./room/parcel.ts";

/** FIN and opcode 2: one whole binary message. */
const BINARY = 0x82;

/** All messages of `parcel` as frames in one buffer, which is kept with it. */
export function framesOf(parcel: Parcel): Uint8Array {
  return (parcel.wire ??= encodeFrames(parcel.messages));
}

/** One frame per message, back to back. */
export function encodeFrames(messages: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const message of messages) length += headerLength(message.length) + message.length;
  const wire = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const message of messages) {
    at = writeHeader(wire, at, message.length);
    wire.set(message, at);
    at += message.length;
  }
  return wire;
}

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

function writeHeader(wire: Buffer, at: number, length: number): number {
  wire[at] = BINARY;
  if (length < 126) {
    wire[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    wire[at + 1] = 126;
    return wire.writeUInt16BE(length, at + 2);
  }
  wire[at + 1] = 127;
  return wire.writeUInt32BE(length, wire.writeUInt32BE(0, at + 2)); // a message is far below 4 GiB
}
