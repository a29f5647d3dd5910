/** The bytes of an upload, bounded. [AT3] */
import { ATTACHMENT_LIMITS } from "../../domain/attachments/attachment.ts";
import { DomainError } from "../../domain/errors.ts";

/** A sender that is cut off never reads our sentence: so much is taken in and dropped first. */
const MAX_DRAINED_BYTES = 32 * 1024 * 1024;

/**
 * The whole body; throws `too-large` above the bound, `bad-input` when empty.
 * One that announces too much is not kept from its first byte on.
 */
export async function readUpload(request: Request): Promise<Uint8Array> {
  const max: number = ATTACHMENT_LIMITS.bytes;
  const pieces: Uint8Array[] = [];
  let received = Number(request.headers.get("content-length") ?? 0) > max ? max + 1 : 0;
  const announced = received > 0;
  if (request.body) {
    const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    for (let taken = 0; ;) {
      const { done, value } = await reader.read();
      if (done) break;
      taken += value.byteLength;
      if (!announced) received = taken;
      if (received <= max) pieces.push(value);
      else pieces.length = 0;
      if (taken > MAX_DRAINED_BYTES) {
        await reader.cancel();
        break;
      }
    }
  }
  if (received > max) throw new DomainError("too-large", "file-too-large", `upload above ${max} bytes`);
  if (received === 0) throw new DomainError("bad-input", "file-empty", "upload without bytes");
  const whole = new Uint8Array(received);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}
