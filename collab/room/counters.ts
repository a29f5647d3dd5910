/** What the rooms and their host count, for `/metrics`. Only ever growing. */
export interface RoomCounters {
  /** Connections closed from our side, by the room or its host, by close code. */
  readonly closed: Map<number, number>;
  /** Upgrades refused before the 101, by HTTP status. [RM60] */
  readonly refusedHandshakes: Map<number, number>;
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
  /** Own presence that came too fast and waited. */
  heldPresence: number;
  /** A step1 that had to wait: one is answered already, too many came, or the socket does not read. */
  heldQuestions: number;
  /** Queries for presence that came too fast and were not answered. */
  unansweredQueries: number;
  /** Times a connection had to catch up after not reading. */
  catchUps: number;
  /** Comparisons of the text with a client at rest, by what came of them. [RM70-RM73] */
  comparedTexts: number;
  divergedClients: number;
  divergedRooms: number;
  /** Editors that had to be built again from their document, as their clients say. */
  rebuiltEditors: number;
}

export function createCounters(): RoomCounters {
  return {
    closed: new Map(),
    refusedHandshakes: new Map(),
    updates: 0,
    repairs: 0,
    gaps: 0,
    acknowledgements: 0,
    compactions: 0,
    failedCommits: 0,
    failedLoads: 0,
    foreignPresence: 0,
    heldPresence: 0,
    heldQuestions: 0,
    unansweredQueries: 0,
    catchUps: 0,
    comparedTexts: 0,
    divergedClients: 0,
    divergedRooms: 0,
    rebuiltEditors: 0,
  };
}

export function countIn(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The counters under the names that `/metrics` gives them, labels included. */
export function nameCounters(counters: RoomCounters): Readonly<Record<string, number>> {
  const named: Record<string, number> = {};
  for (const [code, count] of counters.closed) named[`rembuk_sockets_closed_total{code="${code}"}`] = count;
  for (const [status, count] of counters.refusedHandshakes)
    named[`rembuk_handshakes_refused_total{status="${status}"}`] = count;
  for (const [key, value] of Object.entries(counters)) {
    if (typeof value === "number") named[`rembuk_room_${snakeCase(key)}_total`] = value;
  }
  return named;
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
