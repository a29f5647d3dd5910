/** What the rooms count, for `/metrics`. Only ever growing. */
import type { CloseCode } from "./protocol.ts";

export interface RoomCounters {
  /** Connections closed by the room, by code. */
  readonly closed: Map<CloseCode, number>;
  updates: number;
  repairs: number;
  gaps: number;
  acknowledgements: number;
  compactions: number;
  /** Commits that failed; each drops its room. */
  failedCommits: number;
  failedLoads: number;
  /** Presence entries about somebody else, dropped. */
  foreignPresence: number;
  /** Times a connection had to catch up after not reading. */
  catchUps: number;
}

export function createCounters(): RoomCounters {
  return {
    closed: new Map(),
    updates: 0,
    repairs: 0,
    gaps: 0,
    acknowledgements: 0,
    compactions: 0,
    failedCommits: 0,
    failedLoads: 0,
    foreignPresence: 0,
    catchUps: 0,
  };
}
