/** Marks: what is kept of somebody who may answer once and must not be found. Web Crypto, on every host. [PA3-PA5] */
export const MARK_KEY_BYTES = 32;

export interface Marker {
  /** HMAC-SHA-256 of the UTF-8 bytes: 32 bytes. */
  mark(what: string): Promise<Uint8Array>;
}

/** `key` is the survey's, 32 random bytes. */
export async function createMarker(key: Uint8Array): Promise<Marker> {
  if (key.length !== MARK_KEY_BYTES) throw new RangeError(`a key has ${MARK_KEY_BYTES} bytes`);
  const imported = await crypto.subtle.importKey(
    "raw",
    new Uint8Array(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const encoder = new TextEncoder();
  return {
    async mark(what) {
      return new Uint8Array(await crypto.subtle.sign("HMAC", imported, encoder.encode(what)));
    },
  };
}
