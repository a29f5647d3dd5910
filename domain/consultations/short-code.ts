/** The six characters of `/k/<code>`: read from posters, typed on phones. [CO9] */

/** Crockford's base 32: no I, L, O, U. 32^6 codes. */
export const SHORT_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const SHORT_CODE_LENGTH = 6;

const CODE = new RegExp(`^[${SHORT_CODE_ALPHABET}]{${SHORT_CODE_LENGTH}}$`);

/** A code from at least six random bytes; each character has the same chance, for 256 is a multiple of 32. */
export function shortCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < SHORT_CODE_LENGTH) throw new RangeError(`six bytes are needed, not ${bytes.length}`);
  return Array.from(bytes.subarray(0, SHORT_CODE_LENGTH), (byte) => SHORT_CODE_ALPHABET[byte & 31]).join("");
}

/** What somebody typed, as a code; null for what cannot be one. Small letters, spaces, hyphens and Crockford's look-alikes are forgiven. */
export function readShortCode(typed: string): string | null {
  const code = typed
    .slice(0, 40)
    .replaceAll(/[\s-]/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return CODE.test(code) ? code : null;
}
