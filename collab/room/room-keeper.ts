/**
 * The rooms that are in memory: each is loaded once for all who wait, its
 * document is closed when nobody edits, and it is forgotten when nobody is in
 * it. [RM23] [RM51] [RM55]
 */
import type { EpochMs, PolicyId } from "../../domain/ids.ts";
import { loadRoom } from "./load-room.ts";
import { EVICT_AFTER_MS, IDLE_FRAME_MS, TICK_MS } from "./protocol.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { Room } from "./room.ts";

export class RoomKeeper {
  readonly #deps: RoomDeps;
  readonly #memoryBudgetBytes: number;
  readonly #rooms = new Map<PolicyId, Room>();
  readonly #loading = new Map<PolicyId, Promise<Room | null>>();
  readonly #leaving = new Set<Promise<void>>();
  #restingSome = false;

  constructor(deps: RoomDeps, memoryBudgetBytes: number) {
    this.#deps = deps;
    this.#memoryBudgetBytes = memoryBudgetBytes;
  }

  get size(): number {
    return this.#rooms.size;
  }

  all(): IterableIterator<Room> {
    return this.#rooms.values();
  }

  /** The room, when it is in memory. */
  present(policy: PolicyId): Room | undefined {
    return this.#rooms.get(policy);
  }

  /** One load for all who wait for it. A failed one leaves nothing behind. Null when there is no such document. [RM23] */
  open(policy: PolicyId): Promise<Room | null> {
    const present = this.#rooms.get(policy);
    if (present !== undefined) return Promise.resolve(present);
    const underway = this.#loading.get(policy);
    if (underway !== undefined) return underway;
    const load = loadRoom(policy, this.#deps)
      .then(async (room) => {
        if (room === null) return null;
        if (room.mayRest(this.#deps.clock.now())) await room.rest();
        this.#rooms.set(policy, room);
        return room;
      })
      .finally(() => this.#loading.delete(policy));
    this.#loading.set(policy, load);
    return load;
  }

  /** Whoever comes next gets another room than this one. */
  forget(room: Room): void {
    if (this.#rooms.get(room.policy) === room) this.#rooms.delete(room.policy);
  }

  /** What is due now; says when something will be due again, null when there is nothing to wait for. */
  tick(now: EpochMs): EpochMs | null {
    const unused: Room[] = [];
    let bytes = 0;
    for (const room of this.#rooms.values()) {
      room.tick(now);
      bytes += room.memoryBytes;
      if (room.connections.size === 0 && room.quiet) unused.push(room);
    }
    const isMemoryShort = bytes > this.#memoryBudgetBytes;
    unused.sort((left, right) => left.lastUsedAt - right.lastUsedAt);
    for (const room of unused) {
      if (now - room.lastUsedAt < EVICT_AFTER_MS && bytes <= this.#memoryBudgetBytes) break;
      bytes -= room.memoryBytes;
      this.#evict(room);
    }
    const toRest = [...this.#rooms.values()].filter((room) => room.mayRest(now, isMemoryShort));
    if (toRest.length > 0 && !this.#restingSome) void this.#rest(toRest);
    return this.#nextTick(now);
  }

  /** Waits for what is being loaded, then ends each room with `end`. */
  async close(end: (room: Room) => Promise<void>): Promise<void> {
    await Promise.allSettled(this.#loading.values());
    await Promise.allSettled([...this.#rooms.values()].map(end));
    await Promise.allSettled(this.#leaving);
    this.#rooms.clear();
  }

  /** One after the other, so that whoever types waits for one of them at most. */
  async #rest(rooms: readonly Room[]): Promise<void> {
    const { pause, report } = this.#deps;
    this.#restingSome = true;
    for (const room of rooms) {
      await room
        .rest()
        .catch((error: unknown) => report("a document did not come to rest", room.policy, error));
      await pause();
    }
    this.#restingSome = false;
  }

  /** Forgets a room nobody is in, once all of it is stored. [RM51] */
  #evict(room: Room): void {
    const done = room
      .settle()
      .then(() => {
        if (room.connections.size > 0 || !room.quiet || this.#rooms.get(room.policy) !== room) return;
        this.#rooms.delete(room.policy);
        room.dispose();
      })
      .catch((error: unknown) => this.#deps.report("eviction failed", room.policy, error))
      .finally(() => this.#leaving.delete(done));
    this.#leaving.add(done);
  }

  /** When the next idle frame or eviction is due. */
  #nextTick(now: EpochMs): EpochMs | null {
    let next: EpochMs | null = null;
    const due = (at: EpochMs) => (next = Math.min(next ?? at, at));
    for (const room of this.#rooms.values()) {
      if (room.connections.size === 0) due(room.lastUsedAt + EVICT_AFTER_MS);
      for (const { lastSentAt, admission } of room.connections)
        due(Math.min(lastSentAt + IDLE_FRAME_MS, admission.sessionEndsAt));
    }
    return next === null ? null : Math.max(next, now + TICK_MS);
  }
}
