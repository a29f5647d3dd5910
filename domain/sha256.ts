/** SHA-256 of the bytes, or of the UTF-8 bytes of a text: 64 lower-case hexadecimal digits. Web Crypto, on every host. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  // A copy: Web Crypto does not take views on memory that threads share.
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
