/** A random mark on the device, for the rate of comments alone: kept nowhere, and never beside what was said. [CM8] */
import { getCookie, setCookie } from "hono/cookie";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";

const COOKIE = "perangkat";
const KEPT_S = 24 * 3600;

export function deviceOf(c: AppContext): string | null {
  const value = getCookie(c, COOKIE);
  return value !== undefined && /^[0-9A-Z]{26}$/.test(value) ? value : null;
}

export function keepDevice(c: AppContext, { randomId, baseUrl }: Pick<Deps, "randomId" | "baseUrl">): void {
  if (deviceOf(c) !== null) return;
  setCookie(c, COOKIE, randomId(), {
    path: "/konsultasi",
    httpOnly: true,
    sameSite: "Lax",
    secure: baseUrl.startsWith("https:"),
    maxAge: KEPT_S,
  });
}
