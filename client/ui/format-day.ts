import type { Locale } from "../../domain/locale.ts";
import { formatDate } from "./format.ts";

/** `22 November 2026` from `2026-11-22`: a day of the calendar, the same wherever it is read. */
export const formatDay = (day: string, locale: Locale): string =>
  formatDate(Date.parse(`${day}T00:00:00Z`) as Parameters<typeof formatDate>[0], locale, "UTC");
