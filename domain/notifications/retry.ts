import type { EpochMs } from "../ids.ts";

const MINUTE_MS = 60_000;
/** After the first, second ... failure. [NT9] */
const PAUSES_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const;

/** When a mail whose attempt number `attempts` (from 1) fails at `now` is tried again; null for never by itself. [NT9] */
export function retryAt(attempts: number, now: EpochMs): EpochMs | null {
  const minutes = PAUSES_MINUTES[attempts - 1];
  return minutes === undefined ? null : now + minutes * MINUTE_MS;
}
