import type { Locale } from "../../domain/locale.ts";

const TAG: Record<Locale, string> = { id: "id-ID", en: "en-GB" };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** `22 November 2026` (or `22 Nov 2026`) from `2026-11-22`: a day of the calendar, the same wherever it is read. */
export function formatDay(day: string, locale: Locale, month: "long" | "short" = "long"): string {
  const key = `${locale}|${month}`;
  const known = formatters.get(key);
  const formatter =
    known ??
    new Intl.DateTimeFormat(TAG[locale], { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  if (!known) formatters.set(key, formatter);
  return formatter.format(Date.parse(`${day}T00:00:00Z`));
}
