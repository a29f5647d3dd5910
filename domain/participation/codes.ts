/** One-time codes that are printed, read aloud and typed on a phone: ten characters without look-alikes. [PA4] */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 10;

/** A code of 50 random bits; `bytes` are at least ten random ones. */
export function codeFromBytes(bytes: Uint8Array): string {
  if (bytes.length < CODE_LENGTH) throw new RangeError(`a code takes ${CODE_LENGTH} bytes`);
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join("");
}

/** As it is printed: `7KQ2M-9XW4T`. */
export const formatCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code that somebody meant, however they wrote it (case, hyphens, spaces, O for 0, I and L for 1); null for what cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s\u2010-\u2015._-]+/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : null;
}
