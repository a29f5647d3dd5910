/**
 * Who is in the room and where. Kept as the JSON texts that go on the wire;
 * the `Awareness` class with its timers and its trust in every sender is not
 * used. One client id per connection, and who somebody is says the server.
 */
import type { AccountId } from "../../domain/ids.ts";
import { createColours } from "./colours.ts";
import { encodePresence, parsePresence, presenceFrame, type PresenceEntry } from "./frames.ts";
import { PRESENCE_ENTRIES_MAX, PRESENCE_MAX_BYTES } from "./protocol.ts";

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
  readonly colour: number;
  /** As it stands in a frame, encoded when it changes. */
  readonly encoded: Uint8Array;
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
  /** What to tell the others, as it stands in a frame. */
  const changed = new Map<number, Uint8Array>();
  const colours = createColours();
  let cached: Uint8Array | null | undefined;

  function put(seat: Seat, client: number, clock: number, value: Readonly<Record<string, unknown>>): void {
    const colour = held.get(client)?.colour ?? colours.arrive(seat.person.id);
    const entry = { client, clock, state: withIdentity(value, seat.person, colour) };
    const encoded = encodePresence(entry);
    held.set(client, { ...entry, seat, colour, encoded });
    changed.set(client, encoded);
    cached = undefined;
  }

  function remove({ client, seat }: Held, clock: number): void {
    held.delete(client);
    colours.leave(seat.person.id);
    left.delete(client);
    left.set(client, clock);
    if (left.size > 1_000) left.delete(left.keys().next().value as number);
    changed.set(client, encodePresence({ client, clock, state: "null" }));
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
        // Written anew it may be longer (1e20 becomes 21 digits), and that is what everyone would be sent.
        if (JSON.stringify(value).length > PRESENCE_MAX_BYTES) return { outcome: "too-large" };
        const before = held.get(client);
        if (before !== undefined && clock <= before.clock && !(value === null && clock === before.clock))
          continue;
        if (!own && !mayChange()) break;
        own = true;
        if (value === null) {
          if (before !== undefined) remove(before, clock);
          continue;
        }
        if (before !== undefined && before.seat !== seat) before.seat.client = null;
        seat.client = client;
        put(seat, client, clock, value);
      }
      return { outcome: "heard", own, foreign, departed };
    },
    leave(seat) {
      const entry = seat.client === null ? undefined : held.get(seat.client);
      if (entry?.seat === seat) remove(entry, entry.clock);
      seat.client = null;
    },
    shown(seat) {
      const entry = seat.client === null ? undefined : held.get(seat.client);
      if (entry?.seat !== seat) return null;
      const { client, clock, state } = entry;
      return { client, clock, state };
    },
    restore(seat, entry) {
      const { user } = JSON.parse(entry.state) as { user: { colour: number } };
      seat.client = entry.client;
      colours.restore(seat.person.id, user.colour);
      held.set(entry.client, { ...entry, seat, colour: user.colour, encoded: encodePresence(entry) });
      cached = undefined;
    },
    snapshot() {
      if (cached === undefined)
        cached = held.size === 0 ? null : presenceFrame([...held.values()].map(({ encoded }) => encoded));
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

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

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
