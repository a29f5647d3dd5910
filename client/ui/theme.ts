/** Light, dark, or as the device says; kept per device. */
import { createSignal } from "solid-js";
import { readCookie, writeCookie } from "./cookie.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const COOKIE = "tema";

const parseTheme = (value: string | undefined): Theme => THEMES.find((each) => each === value) ?? "system";

const [theme, setSignal] = createSignal<Theme>(parseTheme(readCookie(COOKIE)));

export { theme };

function paint(value: Theme): void {
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

export function setTheme(value: Theme): void {
  setSignal(value);
  writeCookie(COOKIE, value);
  paint(value);
}

// Before the first component renders, so that nothing is painted in the wrong colours.
paint(theme());
