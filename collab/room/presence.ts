/**
 * Who is in the room and where. Kept as the JSON texts that go on the wire;
 * the `Awareness` class with its timers and its trust in every sender is not
 * used. One client id per connection, and who somebody is says the server.
 */
import type { AccountId } from "../../domain/ids.ts";
import { parsePresence, presenceFrame, type PresenceEntry } from "./frames.ts";
import { PRESENCE_COLOURS, PRESENCE_ENTRIES_MAX, PRESENCE_MAX_BYTES } from "./protocol.ts";

export interface Person {
  readonly id: AccountId;
  readonly name: string;
}

/** A connection's hold on its client id. */
export interface Seat {
  readonly person: Person;
  client: number | null;
}

export type PresenceVerdict =
  /** `own`: something of the sender itself changed. `foreign`: entries about others, dropped. */
  | {
      readonly outcome: "heard";
      readonly own: boolean;
      readonly foreign: number;
      /** To tell the sender alone: ids that left. Whoever still has one announces itself anew, with a newer clock. */
      readonly departed: readonly PresenceEntry[];
    }
  | { readonly outcome: "malformed" }
  | { readonly outcome: "too-large" };

interface Held extends PresenceEntry {
  readonly seat: Seat;
}

export interface Presence {
  /** Takes in a frame's payload. `mayChange` is asked once, when there is something of the sender's own. [RM30] [RM31] */
  hear(seat: Seat, payload: Uint8Array, mayChange: () => boolean): PresenceVerdict;
  /** Forgets the one client id that this connection introduced. [RM32] */
  leave(seat: Seat): void;
  /** What is shown of this connection, or null. */
  shown(seat: Seat): PresenceEntry | null;
  /** Shows `entry` (from `shown`) of this connection again, without telling anybody: the others have it. */
  restore(seat: Seat, entry: PresenceEntry): void;
  /** Everyone present as one frame, or null when nobody is. */
  snapshot(): Uint8Array | null;
  /** What changed since the last call as one frame for all, or null. [RM33] */
  takeChanges(): Uint8Array | null;
}

export function createPresence(): Presence {
  const held = new Map<number, Held>();
  /** Clocks of those who left: a client repeats what it hears of others, and that must not bring a ghost back. */
  const left = new Map<number, number>();
  const changed = new Map<number, PresenceEntry>();
  const colours = new Map<AccountId, number>();
  let cached: Uint8Array | null | undefined;

  function colourOf(person: Person): number {
    const present = new Map<AccountId, number>();
    for (const { seat } of held.values()) {
      const colour = colours.get(seat.person.id);
      if (colour !== undefined) present.set(seat.person.id, colour);
    }
    const own = present.get(person.id);
    if (own !== undefined) return own;
    const used = new Map<number, number>();
    for (const colour of present.values()) used.set(colour, (used.get(colour) ?? 0) + 1);
    // Who comes back has the colour of before, unless somebody here wears it now.
    const known = colours.get(person.id);
    if (known !== undefined && !used.has(known)) return known;
    let best = 0;
    for (let colour = 1; colour < PRESENCE_COLOURS; colour++) {
      if ((used.get(colour) ?? 0) < (used.get(best) ?? 0)) best = colour;
    }
    colours.set(person.id, best);
    return best;
  }

  function put(entry: Held): void {
    held.set(entry.client, entry);
    changed.set(entry.client, entry);
    cached = undefined;
  }

  function remove(client: number, clock: number): void {
    held.delete(client);
    left.delete(client);
    left.set(client, clock);
    if (left.size > 1_000) left.delete(left.keys().next().value as number);
    changed.set(client, { client, clock, state: "null" });
    cached = undefined;
  }

  /** Whether an entry is about the sender: its own id, or one that it may take. */
  function isOwn(seat: Seat, client: number, clock: number): boolean {
    if (seat.client !== null) return seat.client === client;
    const holder = held.get(client);
    if (holder === undefined) return clock > (left.get(client) ?? -1);
    // The same person on a new connection while the old one is not yet known to be dead; an echo never has a newer clock.
    return holder.seat.person.id === seat.person.id && clock > holder.clock;
  }

  return {
    hear(seat, payload, mayChange) {
      const entries = parsePresence(payload, PRESENCE_ENTRIES_MAX);
      if (entries === null) return { outcome: "malformed" };
      let foreign = 0;
      let own = false;
      const departed: PresenceEntry[] = [];
      for (const { client, clock, state } of entries) {
        if (!isOwn(seat, client, clock)) {
          foreign++;
          const leftAt = held.has(client) ? undefined : left.get(client);
          if (seat.client === null && leftAt !== undefined)
            departed.push({ client, clock: leftAt, state: "null" });
          continue;
        }
        if (state.length > PRESENCE_MAX_BYTES) return { outcome: "too-large" };
        const value = parseState(state);
        if (value === undefined) return { outcome: "malformed" };
        const before = held.get(client);
        if (before !== undefined && clock <= before.clock && !(value === null && clock === before.clock))
          continue;
        if (!own && !mayChange()) break;
        own = true;
        if (value === null) {
          if (before !== undefined) remove(client, clock);
          continue;
        }
        if (before !== undefined && before.seat !== seat) before.seat.client = null;
        seat.client = client;
        put({ client, clock, state: withIdentity(value, seat.person, colourOf(seat.person)), seat });
      }
      return { outcome: "heard", own, foreign, departed };
    },
    leave(seat) {
      const entry = seat.client === null ? undefined : held.get(seat.client);
      if (entry?.seat === seat) remove(entry.client, entry.clock);
      seat.client = null;
    },
    shown(seat) {
      const entry = seat.client === null ? undefined : held.get(seat.client);
      if (entry?.seat !== seat) return null;
      const { client, clock, state } = entry;
      return { client, clock, state };
    },
    restore(seat, { client, clock, state }) {
      seat.client = client;
      held.set(client, { client, clock, state, seat });
      cached = undefined;
      const { user } = JSON.parse(state) as { user: { colour: number } };
      colours.set(seat.person.id, user.colour);
    },
    snapshot() {
      if (cached === undefined) cached = held.size === 0 ? null : presenceFrame([...held.values()]);
      return cached;
    },
    takeChanges() {
      if (changed.size === 0) return null;
      const frame = presenceFrame([...changed.values()]);
      changed.clear();
      return frame;
    },
  };
}

const text = new TextDecoder("utf-8", { fatal: true });

/** The state as an object, null when the client says that it leaves, undefined when it is neither. */
function parseState(bytes: Uint8Array): Readonly<Record<string, unknown>> | null | undefined {
  try {
    const value: unknown = JSON.parse(text.decode(bytes));
    if (value === null) return null;
    return typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Lexical reads `name` at the top, so that is the server's word too. */
function withIdentity(state: Readonly<Record<string, unknown>>, person: Person, colour: number): string {
  const { color: _, ...rest } = state;
  return JSON.stringify({ ...rest, name: person.name, user: { id: person.id, name: person.name, colour } });
}
