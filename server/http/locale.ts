import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { LOCALES, negotiateLocale, type Locale } from "../../domain/locale.ts";
import type { AppContext, AppEnv } from "./context.ts";

const COOKIE = "bahasa";
const asLocale = (value: string | undefined): Locale | undefined =>
  LOCALES.find((locale) => locale === value);

/** `?bahasa=`, if it names one of ours. */
export const askedLocale = (c: Context<AppEnv>): Locale | undefined => asLocale(c.req.query("bahasa"));

/** Language of who is not (yet) known: what the address asks for, the cookie, then Accept-Language. */
export function visitorLocale(c: Context<AppEnv>): Locale {
  return askedLocale(c) ?? asLocale(getCookie(c, COOKIE)) ?? negotiateLocale(c.req.header("accept-language"));
}

export function rememberLocale(c: AppContext, locale: Locale): void {
  setCookie(c, COOKIE, locale, { path: "/", sameSite: "Lax", maxAge: 365 * 24 * 3600 });
}
