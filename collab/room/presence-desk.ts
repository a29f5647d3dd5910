/** Brings presence frames in, and what changed out to all as one frame. [RM31] [RM33] */
import type { RoomClock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import type { RoomCounters } from "./counters.ts";
import { encodePresence, IDLE_FRAME, presenceFrame, type PresenceEntry } from "./frames.ts";
import { createPresence } from "./presence.ts";
import { CLOSE, PRESENCE_FLUSH_MS } from "./protocol.ts";

export interface PresenceDeskContext {
  readonly connections: ReadonlySet<Connection>;
  readonly clock: RoomClock;
  readonly counters: RoomCounters;
  /** Whether the socket reads. */
  maySend(connection: Connection): boolean;
  /** Changed presence has waited as long as it may. */
  due(): void;
}

export class PresenceDesk {
  readonly #context: PresenceDeskContext;
  readonly #presence = createPresence();
  /** Own presence that came too fast, kept until there is room for it. */
  readonly #held = new Map<Connection, Uint8Array>();
  #timer: (() => void) | null = null;

  constructor(context: PresenceDeskContext) {
    this.#context = context;
  }

  snapshot(): Uint8Array | null {
    return this.#presence.snapshot();
  }

  /** Answers a query; too many are not answered. */
  query(connection: Connection): void {
    if (!connection.queries.take(1, this.#context.clock.now())) {
      this.#context.counters.unansweredQueries++;
      return;
    }
    if (this.#context.maySend(connection)) connection.send(this.snapshot() ?? IDLE_FRAME);
  }

  /** What the room shows of a connection, or null. */
  shown(connection: Connection): PresenceEntry | null {
    return this.#presence.shown(connection.seat);
  }

  /** Shows again what a connection showed before the room slept; the others have it still. */
  restore(connection: Connection, entry: PresenceEntry): void {
    this.#presence.restore(connection.seat, entry);
  }

  leave(connection: Connection): void {
    this.#held.delete(connection);
    this.#presence.leave(connection.seat);
    if (this.#context.connections.size > 0) this.schedule();
  }

  dispose(): void {
    this.#timer?.();
  }

  /** A presence frame of a connection. */
  hear(connection: Connection, payload: Uint8Array): void {
    const now = this.#context.clock.now();
    let held = false;
    const verdict = this.#presence.hear(connection.seat, payload, () => {
      held = !connection.presence.take(1, now);
      if (held) this.#context.counters.heldPresence++;
      return !held;
    });
    if (verdict.outcome === "malformed")
      return connection.close(CLOSE.malformed, "the presence cannot be read");
    if (verdict.outcome === "too-large") return connection.close(CLOSE.tooLarge, "the presence is too large");
    this.#context.counters.foreignPresence += verdict.foreign;
    if (held) this.#held.set(connection, payload.slice());
    else if (verdict.own) this.#held.delete(connection);
    if (verdict.departed.length > 0 && this.#context.maySend(connection))
      connection.send(presenceFrame(verdict.departed.map(encodePresence)));
    if (verdict.own || held) this.schedule();
  }

  /** What changed is sent within `PRESENCE_FLUSH_MS`. */
  schedule(): void {
    this.#timer ??= this.#context.clock.after(PRESENCE_FLUSH_MS, () => this.#due());
  }

  /** What changed since it was last taken, as one frame for all, or null. */
  take(): Uint8Array | null {
    if (this.#timer !== null && this.#held.size === 0) {
      this.#timer();
      this.#timer = null;
    }
    return this.#presence.takeChanges();
  }

  #due(): void {
    this.#timer = null;
    const held = [...this.#held];
    this.#held.clear();
    for (const [connection, payload] of held) this.hear(connection, payload);
    this.#context.due();
  }
}
