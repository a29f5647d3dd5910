/** Windows are set by the clocks of the authority and kept as instants. `Intl` knows the zones; nothing here adds hours by hand. [CO2] */
import type { EpochMs } from "../ids.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** What the clocks of `zone` show at `at`, as milliseconds as if it were UTC; whole seconds. */
export function wallOf(zone: string, at: EpochMs): number {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}

/** Whether `zone` is an IANA zone that this host knows. */
export function isKnownZone(zone: string): boolean {
  try {
    return formatterOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The day in `zone` at that instant, `YYYY-MM-DD`. */
export const dayIn = (zone: string, at: EpochMs): string =>
  new Date(wallOf(zone, at)).toISOString().slice(0, 10);

/** What a `datetime-local` field holds at that instant: `YYYY-MM-DDTHH:MM` by the clocks of `zone`. */
export const epochToZoned = (zone: string, at: EpochMs): string =>
  new Date(wallOf(zone, at)).toISOString().slice(0, 16);

const ZONED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The instant at which the clocks of `zone` show `local` (`YYYY-MM-DDTHH:MM`);
 * null for what is no such time: a wrong form, 31 April, or an hour that was
 * skipped when clocks went forward. Of an hour that came twice, the first.
 */
export function zonedToEpoch(zone: string, local: string): EpochMs | null {
  if (!ZONED.test(local)) return null;
  const wall = Date.parse(`${local}:00Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== local) return null;
  const DAY_MS = 86_400_000;
  // The offset a day before and a day after: where clocks change, one of them is right.
  const candidates = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - (wallOf(zone, near) - near));
  const fitting = candidates.filter((at) => wallOf(zone, at) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : null;
}
