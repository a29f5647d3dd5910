/** When a digest is due: 07:00 in a zone, every day or on Mondays. [NT5] */
import type { EpochMs } from "../ids.ts";
import type { Digest } from "./notification.ts";

export const DIGEST_HOUR = 7;
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string, at: EpochMs): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const part = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}

/** The day in `zone` at that instant, `YYYY-MM-DD`. */
export const dayIn = (zone: string, at: EpochMs): string =>
  new Date(wallClock(zone, at)).toISOString().slice(0, 10);

/** The instant at which the clocks of `zone` show `wall` (milliseconds as if in UTC). */
function instantOf(zone: string, wall: number): EpochMs {
  let at = wall;
  // Twice: the first guess may lie on the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) at += wall - wallClock(zone, at);
  return at;
}

/**
 * The last time at or before `now` at which a digest of this kind was due in
 * `zone`: whatever is older goes into it. Null where none is wanted.
 */
export function digestDueAt(zone: string, digest: Digest, now: EpochMs): EpochMs | null {
  if (digest === "off") return null;
  const wall = wallClock(zone, now);
  let day = wall - (wall % DAY_MS);
  if (instantOf(zone, day + DIGEST_HOUR * 3_600_000) > now) day -= DAY_MS;
  // getUTCDay: 0 is Sunday; back to Monday.
  if (digest === "weekly") day -= ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
  return instantOf(zone, day + DIGEST_HOUR * 3_600_000);
}
