import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { AppEnv } from "../http/context.ts";

export type Theme = "light" | "dark";

/** What was chosen in the workspace, which keeps it in this cookie; undefined follows the device. */
export function chosenTheme(c: Context<AppEnv>): Theme | undefined {
  const value = getCookie(c, "tema");
  return value === "light" || value === "dark" ? value : undefined;
}
