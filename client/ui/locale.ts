/** The language of the interface: a signal that every text reads, so that switching needs no reload. */
import { createEffect, createRoot, createSignal, type Accessor } from "solid-js";
import { LOCALES, negotiateLocale, type Locale, type Messages } from "../../domain/locale.ts";
import { readCookie, writeCookie } from "./cookie.ts";

const COOKIE = "bahasa";

const parseLocale = (value: string | undefined): Locale | undefined => LOCALES.find((each) => each === value);

const [locale, setSignal] = createSignal<Locale>(
  parseLocale(readCookie(COOKIE)) ?? negotiateLocale(navigator.languages.join(",")),
);

export { locale };

createRoot(() => {
  createEffect(() => {
    document.documentElement.lang = locale();
  });
});

/** Switches this device; the account's own language is `saveLocale` of the session. */
export function setLocale(value: Locale): void {
  setSignal(value);
  writeCookie(COOKIE, value);
}

/** The texts of a feature in the language of the moment: `const t = textsOf(messages)`, then `t().title`. */
export function textsOf<T>(messages: Messages<T>): Accessor<T> {
  return () => messages[locale()];
}
