/**
 * What a device in the hall holds: a random token in a cookie of its own per
 * workshop. It is made when the form is shown, so that a form sent twice is one
 * attendance; the server keeps only its SHA-256, and only from checking in on. [WS7]
 */
import { getCookie, setCookie } from "hono/cookie";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import type { AppContext } from "../http/context.ts";

const TOKEN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Longer than minutes take. */
const KEPT_SECONDS = 90 * 24 * 3600;

const cookieName = (code: string): string => `hadir-${code}`;

/** The token of this device; null when it holds none. */
export function attendanceToken(c: AppContext, { code }: Pick<Workshop, "code">): string | null {
  const token = getCookie(c, cookieName(code));
  return token !== undefined && TOKEN.test(token) ? token : null;
}

export function giveAttendanceToken(
  c: AppContext,
  { code }: Pick<Workshop, "code">,
  token: string,
  secure: boolean,
): void {
  setCookie(c, cookieName(code), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: KEPT_SECONDS,
  });
}

/**
 * The secret of the receipt for what this device sent under `clientId`. It is
 * derived, so that the device can be shown its receipts again without the
 * server keeping them: 128 bits of a SHA-256 over the token.
 */
export async function receiptSecret(token: string, clientId: string): Promise<string> {
  return (await sha256Hex(`receipt:${token}:${clientId}`)).slice(0, 32);
}
