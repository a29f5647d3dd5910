/** Days and hours as a notice has them, by the clocks of the authority. */
import type { EpochMs } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";

const TAG: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

/** Indonesian law names its three zones. */
const ZONE_NAME: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Ujung_Pandang": "WITA",
  "Asia/Jayapura": "WIT",
};

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(
  name: string,
  locale: Locale,
  timeZone: string,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${name}|${locale}|${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(TAG[locale], { ...style, timeZone });
  made.set(key, fresh);
  return fresh;
}

/** `Sabtu, 5 Desember 2026`. */
export function formatDay(at: EpochMs, locale: Locale, zone: string): string {
  const style = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return formatter("day", locale, zone, style).format(at);
}

/** `5 Desember 2026`, of an instant or of a day `YYYY-MM-DD`. */
export function formatDate(at: EpochMs | string, locale: Locale, zone: string): string {
  const style = { day: "numeric", month: "long", year: "numeric" } as const;
  return typeof at === "string"
    ? formatter("date", locale, "UTC", style).format(Date.parse(`${at}T00:00:00Z`))
    : formatter("date", locale, zone, style).format(at);
}

/** `16.30 WITA`. */
export function formatTime(at: EpochMs, locale: Locale, zone: string): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = formatter("time", locale, zone, style).formatToParts(at);
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("hour")}${locale === "id" ? "." : ":"}${read("minute")} ${ZONE_NAME[zone] ?? zone}`;
}

/** `Sabtu, 5 Desember 2026 pukul 08.00 WITA`. */
export function formatMoment(at: EpochMs, locale: Locale, zone: string): string {
  const word = locale === "id" ? "pukul" : "at";
  return `${formatDay(at, locale, zone)} ${word} ${formatTime(at, locale, zone)}`;
}

/** The end of a window, which belongs to it no more: midnight is said as 24.00 of the day that ends. */
export function formatEnd(at: EpochMs, locale: Locale, zone: string): string {
  const time = formatTime(at, locale, zone);
  if (!/^00.00 /.test(time)) return formatMoment(at, locale, zone);
  const word = locale === "id" ? "pukul" : "at";
  return `${formatDay(at - 1, locale, zone)} ${word} ${time.replace(/^00/, "24")}`;
}

/** `1.234` in Indonesian, `1,234` in English. */
export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(TAG[locale]).format(value);

/** `Guru, Perawat, dan Warga`. */
export const formatList = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(TAG[locale], { type: "conjunction" }).format(words);
