/** Dates and numbers as the language writes them, in the zone of the authority they belong to. */
import type { EpochMs } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";

const TAG: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

/** Indonesian law names its three zones; browsers spell them only in Indonesian. */
const ZONE_NAME: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Ujung_Pandang": "WITA",
  "Asia/Jayapura": "WIT",
};

/** `WITA`; the IANA name of a zone that Indonesian law does not name. */
export const zoneName = (timeZone: string): string => ZONE_NAME[timeZone] ?? timeZone;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: Locale,
  timeZone: string | undefined,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone ?? ""}|${style.hour ?? ""}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAG[locale], timeZone ? { ...style, timeZone } : style);
  formatters.set(key, made);
  return made;
}

const DATE: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
const TIME: Intl.DateTimeFormatOptions = {
  ...DATE,
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};

/** `22 November 2026`; in the zone of the device when none is given. */
export function formatDate(at: EpochMs, locale: Locale, timeZone?: string): string {
  return formatter(locale, timeZone, DATE).format(at);
}

/** `22 Nov 2026, 10.15 WITA`; the zone is named only when it was given. */
export function formatDateTime(at: EpochMs, locale: Locale, timeZone?: string): string {
  const parts = formatter(locale, timeZone, TIME).formatToParts(at);
  const pick = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  const clock = `${pick("hour")}${locale === "id" ? "." : ":"}${pick("minute")}`;
  const zone = timeZone ? ` ${zoneName(timeZone)}` : "";
  return `${pick("day")} ${pick("month")} ${pick("year")}, ${clock}${zone}`;
}

/** The zone of this device, for moments that belong to no authority. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `1.234` in Indonesian, `1,234` in English. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAG[locale]).format(value);
}

/** `3,65` in Indonesian, `3.65` in English: always that many digits after the comma. */
export function formatDecimal(value: number, locale: Locale, digits: number): string {
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(TAG[locale], places).format(value);
}
