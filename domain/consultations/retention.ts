/** Until when what could point to a person is kept. [CO14] */
import { epochToZoned, zonedToEpoch } from "./zone-time.ts";
import type { EpochMs } from "../ids.ts";

const DAY_MS = 86_400_000;

/**
 * `months` calendar months after `closesAt` by the clocks of `timeZone`; where
 * that month has no such day, the last day it has. The instant from which
 * nothing personal may be left.
 */
export function retentionEndsAt(closesAt: EpochMs, months: number, timeZone: string): EpochMs {
  const [day = "", time = ""] = epochToZoned(timeZone, closesAt).split("T");
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const target = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  const local = `${target.toISOString().slice(0, 10)}T${time.slice(0, 5)}`;
  // A time that the clocks skip that day: within the day after it is over in any case.
  return zonedToEpoch(timeZone, local) ?? target.getTime() + DAY_MS;
}
