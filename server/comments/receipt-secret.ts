/**
 * Secrets of receipts: 128 bits that only this server can make out of the
 * one-use id of a form, so that the same form sent again finds the same receipt
 * without anything being kept of it but the hash. [CM6]
 */
import { sha256Hex } from "../../domain/sha256.ts";

export interface ReceiptSecret {
  /** In the address: 22 characters, base64url. */
  readonly secret: string;
  /** What is kept. */
  readonly hash: string;
}

const SECRET = /^[A-Za-z0-9_-]{20,64}$/;

/** Hash of a secret in an address; also of what cannot be one, so that the answer takes as long. */
export async function hashOfSecret(
  secret: string,
): Promise<{ readonly hash: string; readonly possible: boolean }> {
  return { hash: await sha256Hex(secret.slice(0, 64)), possible: SECRET.test(secret) };
}

/** `key` is the server's own secret; `purpose` keeps forms apart: two forms with one id have two receipts. */
export function createReceiptSecrets(
  key: string,
): (purpose: string, formId: string) => Promise<ReceiptSecret> {
  const encoder = new TextEncoder();
  let imported: ReturnType<typeof importKey> | undefined;
  const importKey = () =>
    crypto.subtle.importKey("raw", encoder.encode(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

  return async (purpose, formId) => {
    imported ??= importKey();
    const mac = await crypto.subtle.sign(
      "HMAC",
      await imported,
      encoder.encode(`receipt\n${purpose}\n${formId}`),
    );
    const secret = btoa(String.fromCharCode(...new Uint8Array(mac).subarray(0, 16)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
    return { secret, hash: (await hashOfSecret(secret)).hash };
  };
}
