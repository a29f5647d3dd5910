/** The code by which people join: short enough to read from a wall, without letters that look alike. [WS4] */

/** Crockford's base 32 without the digits that he reads as letters, and without U. */
export const JOIN_CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const JOIN_CODE_LENGTH = 6;

const CODE = new RegExp(`^[${JOIN_CODE_ALPHABET}]{${JOIN_CODE_LENGTH}}$`);
/** Bytes from here on would favour the first letters. */
const FAIR_BELOW = 256 - (256 % JOIN_CODE_ALPHABET.length);

/** A code from random bytes; `randomBytes(n)` gives n of them, as often as needed. */
export function createJoinCode(randomBytes: (length: number) => Uint8Array): string {
  let code = "";
  while (code.length < JOIN_CODE_LENGTH) {
    for (const byte of randomBytes(JOIN_CODE_LENGTH)) {
      if (byte < FAIR_BELOW && code.length < JOIN_CODE_LENGTH)
        code += JOIN_CODE_ALPHABET[byte % JOIN_CODE_ALPHABET.length];
    }
  }
  return code;
}

/** What somebody typed, as a code; null for what cannot be one. Small letters, spaces and hyphens are forgiven. */
export function readJoinCode(typed: string): string | null {
  const code = typed.slice(0, 40).replaceAll(/[\s-]/g, "").toUpperCase();
  return CODE.test(code) ? code : null;
}
