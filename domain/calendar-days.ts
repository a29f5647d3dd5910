/** Days as the calendar of an authority has them: `YYYY-MM-DD`, without time and zone. */
import * as v from "valibot";
import type { EpochMs } from "./ids.ts";
import { dayIn } from "./consultations/zone-time.ts";

/** How a time limit is counted: every day, or Monday to Friday. Public holidays are not known here. */
export const DAY_UNITS = ["calendar", "working"] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

const DAY_MS = 86_400_000;
const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whether `value` is a day that exists: not 30 February. */
export function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = toMs(value);
  return !Number.isNaN(ms) && toDay(ms) === value;
}

export const daySchema = v.pipe(v.string(), v.maxLength(10), v.check(isCalendarDay, "day"));

/** The last day of a limit of `days` (from 1) that begins to run the day after `from`. */
export function limitEndsOn(from: string, days: number, unit: DayUnit): string {
  let at = toMs(from);
  if (unit === "calendar") return toDay(at + days * DAY_MS);
  // A limit of years in working days is refused by the schemas, so that one step a day is enough.
  for (let left = days; left > 0;) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return toDay(at);
}

/** The day at `at` in `timeZone`. */
export const dayOf = (at: EpochMs, timeZone: string): string => dayIn(timeZone, at);
