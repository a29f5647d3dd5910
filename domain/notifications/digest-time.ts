/** When a digest is due: 07:00 in a zone, every day or on Mondays. [NT5] */
import { wallOf } from "../consultations/zone-time.ts";
import type { EpochMs } from "../ids.ts";
import type { Digest } from "./notification.ts";

export const DIGEST_HOUR = 7;
const DAY_MS = 86_400_000;

/** The instant at which the clocks of `zone` show `wall` (milliseconds as if in UTC). */
function instantOf(zone: string, wall: number): EpochMs {
  let at = wall;
  // Twice: the first guess may lie on the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) at += wall - wallOf(zone, at);
  return at;
}

/**
 * The last time at or before `now` at which a digest of this kind was due in
 * `zone`: whatever is older goes into it. Null where none is wanted.
 */
export function digestDueAt(zone: string, digest: Digest, now: EpochMs): EpochMs | null {
  if (digest === "off") return null;
  const wall = wallOf(zone, now);
  let day = wall - (wall % DAY_MS);
  if (instantOf(zone, day + DIGEST_HOUR * 3_600_000) > now) day -= DAY_MS;
  // getUTCDay: 0 is Sunday; back to Monday.
  if (digest === "weekly") day -= ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
  return instantOf(zone, day + DIGEST_HOUR * 3_600_000);
}
