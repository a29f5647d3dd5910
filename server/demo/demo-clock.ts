/** Times of the demo: days from the first run, hours by the clocks of the city. */
import { epochToZoned, zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import type { EpochMs } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";

const DAY_MS = 24 * 3600 * 1000;

export interface DemoClock {
  /** `day` -14, `hour` "09:00" -> that hour, two weeks ago. */
  at(day: number, hour: string): EpochMs;
  /** The same as the clocks show it: `YYYY-MM-DDTHH:MM`. */
  local(day: number, hour: string): string;
}

export function createDemoClock(startedAt: EpochMs, timeZone: string): DemoClock {
  const local = (day: number, hour: string): string =>
    `${epochToZoned(timeZone, startedAt + day * DAY_MS).slice(0, 10)}T${hour}`;
  return {
    local,
    at(day, hour) {
      const found = zonedToEpoch(timeZone, local(day, hour));
      if (found === null) throw new Error(`no ${local(day, hour)} in ${timeZone}`);
      return found;
    },
  };
}

/** The application as it was at `time`: use cases of the demo run in their own past. */
export const asOf = (deps: Deps, time: EpochMs): Deps => ({ ...deps, now: () => time });
