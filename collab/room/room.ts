/**
 * One document and everyone in it. The log is the truth and memory a cache:
 * whatever is applied is written first and said afterwards (`outbox.ts`), and
 * when a write fails the room is dropped. `../PROTOCOL.md` has the rules.
 */
import type * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { Broadcast } from "./broadcast.ts";
import { guardTasks } from "./clock.ts";
import { Connection, type Admission, type KeptConnection, type Peer } from "./connection.ts";
import { Delivery } from "./delivery.ts";
import { Divergence } from "./divergence.ts";
import { Editing } from "./editing.ts";
import { IDLE_FRAME, parseFrame, step1Frame } from "./frames.ts";
import { createOutbox } from "./outbox.ts";
import { Parcel } from "./parcel.ts";
import { PresenceDesk } from "./presence-desk.ts";
import {
  AWAKE_FACTOR,
  CLOSE,
  FRAME_MAX_BYTES,
  IDLE_FRAME_MS,
  KIB,
  REST_AFTER_MS,
  REST_AT_TICK_BYTES,
  REST_MS_PER_KIB,
  STEP2_MAX_BYTES,
  type CloseCode,
} from "./protocol.ts";
import { ORIGIN, type Change, type Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import { createWriter, type RoomContent, type Writer } from "./writer.ts";

export class RoomFailedError extends Error {
  override readonly name = "RoomFailedError";
}

export class Room {
  readonly policy: PolicyId;
  readonly epoch: number;
  readonly connections = new Set<Connection>();
  /** When the last connection or command left. */
  lastUsedAt: number;
  #failed = false;
  readonly #replica: Replica;
  readonly #deps: RoomDeps;
  readonly #outbox = createOutbox(() => this.#broadcast.flush());
  readonly #writer: Writer;
  readonly #delivery: Delivery;
  readonly #desk: PresenceDesk;
  readonly #broadcast: Broadcast;
  readonly #editing: Editing;
  readonly #divergence: Divergence;

  constructor(policy: PolicyId, loaded: RoomContent, deps: RoomDeps) {
    this.policy = policy;
    this.epoch = loaded.epoch;
    this.#replica = loaded.replica;
    this.#deps = deps;
    this.lastUsedAt = deps.clock.now();
    const { counters } = deps;
    const { guard, clock } = guardTasks(deps.clock, (error) => this.fail(error));
    this.#delivery = new Delivery({
      replica: loaded.replica,
      clock,
      counters,
      pacer: { run: (bytes, send) => deps.pacer.run(bytes, guard(send)) },
      sayDurable: (say) => this.#sayDurable(say),
      present: () => this.#desk.snapshot(),
    });
    this.#desk = new PresenceDesk({
      connections: this.connections,
      clock,
      counters,
      maySend: (connection) => this.#delivery.maySend(connection),
      due: () => this.#broadcast.flush(true),
    });
    this.#broadcast = new Broadcast({
      connections: this.connections,
      takePresence: () => this.#desk.take(),
      maySend: (connection) => this.#delivery.maySend(connection),
    });
    this.#writer = createWriter({
      policy,
      loaded,
      outbox: this.#outbox,
      deps,
      onFailed: (error) => this.fail(error),
    });
    this.#editing = new Editing({
      policy,
      replica: loaded.replica,
      outbox: this.#outbox,
      writer: this.#writer,
      broadcast: this.#broadcast,
      deps,
      sayDurable: (say) => this.#sayDurable(say),
      fail: (error) => this.fail(error),
    });
    this.#divergence = new Divergence({
      policy,
      epoch: loaded.epoch,
      replica: loaded.replica,
      deps,
      isQuiet: () => !this.#failed && this.quiet,
      sayDurable: (say) => this.#sayDurable(say),
      fail: (error) => this.fail(error),
    });
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Whether everything is written and nothing is on its way. */
  get quiet(): boolean {
    return this.#outbox.applied === this.#outbox.durable && this.#writer.idle;
  }

  /** Roughly the encoded size of the document. */
  get storedBytes(): number {
    return this.#writer.storedBytes;
  }

  /** Whether the document is open, which takes many times its encoded size. */
  get awake(): boolean {
    return this.#replica.awake;
  }

  /** Roughly what the document takes in memory. */
  get memoryBytes(): number {
    return this.storedBytes * (this.awake ? AWAKE_FACTOR : 1);
  }

  /** Whether the document is open and nobody has needed that for a while: a shorter one when memory is short. [RM55] */
  mayRest(now: number, isMemoryShort = false): boolean {
    if (!this.awake || !this.quiet) return false;
    if (this.#closesAtTick) return true;
    const patienceMs = REST_AFTER_MS + (isMemoryShort ? 0 : (REST_MS_PER_KIB * this.storedBytes) / KIB);
    return now - this.#editing.lastAt >= patienceMs;
  }

  /** Closes the document and keeps its bytes, unless it is needed meanwhile. */
  async rest(): Promise<void> {
    if (this.#failed || !this.quiet) return;
    await this.#replica.rest(() => this.#deps.pause());
  }

  get #closesAtTick(): boolean {
    return this.storedBytes <= REST_AT_TICK_BYTES && !this.#editing.reopened;
  }

  join(peer: Peer, admission: Admission): Connection {
    const connection = this.#connect(peer, admission);
    const frame = step1Frame(this.#replica.stateVector());
    this.#sayDurable(() => {
      const present = this.#desk.snapshot();
      connection.sendParcel(new Parcel(present === null ? [frame] : [frame, present]));
    });
    return connection;
  }

  /** A connection that was in the room before it slept: nothing is sent, what it shows is shown again. */
  resume(peer: Peer, admission: Admission, kept: KeptConnection): Connection {
    const connection = this.#connect(peer, admission);
    connection.restore(kept, this.#replica.mark());
    if (kept.presence !== null) this.#desk.restore(connection, kept.presence);
    return connection;
  }

  /** A step1 frame of this moment. */
  question(): Uint8Array {
    return step1Frame(this.#replica.stateVector());
  }

  /** What a host keeps of a connection while the room sleeps. */
  kept(connection: Connection): KeptConnection {
    return connection.kept(this.#desk.shown(connection));
  }

  /** One frame of a connection: size and rate, parse, guards, role, apply, write; broadcast and acknowledgement follow the commit. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.closed || this.#failed) return;
    if (bytes.length > STEP2_MAX_BYTES) return connection.close(CLOSE.tooLarge, "the frame is too large");
    const now = this.#deps.clock.now();
    if (!connection.frames.take(1, now) || !connection.bytes.take(bytes.length, now)) {
      return connection.close(CLOSE.tooFast, "too much at once");
    }
    const frame = parseFrame(bytes);
    if (frame === null) return connection.close(CLOSE.malformed, "the frame cannot be read");
    if (frame.type !== "step2" && bytes.length > FRAME_MAX_BYTES) {
      return connection.close(CLOSE.tooLarge, "the frame is too large");
    }
    switch (frame.type) {
      case "step1":
        return this.#delivery.question(connection, frame.payload);
      case "step2":
      case "update":
        this.#editing.receive(connection, frame.type, frame.payload);
        if (frame.type === "step2") this.#delivery.heardStep2(connection, frame.payload);
        return;
      case "presence":
        return this.#desk.hear(connection, frame.payload);
      case "query-presence":
        return this.#desk.query(connection);
      case "compare":
        return this.#divergence.hear(connection, frame);
    }
  }

  /**
   * Runs `edit` as one server transaction in the name of `actor` and resolves
   * when it is durable. When `edit` throws before it changed anything, the
   * error is passed on; otherwise the room is dropped too.
   */
  async command<Result>(
    actor: AccountId,
    edit: (doc: Y.Doc) => Result,
  ): Promise<{ result: Result; logSeq: number }> {
    this.#assertAlive();
    this.#open();
    let outcome: { result: Result; change: Change };
    try {
      outcome = this.#replica.transact(ORIGIN.command, edit);
    } catch (error) {
      if (this.#replica.touched) this.fail(error);
      throw error;
    }
    this.#editing.publish(outcome.change, { actor, cause: "command" }, null);
    return this.whenDurable(outcome.result);
  }

  /** Looks at the document and resolves when what was seen is durable, with the log position it stands at. */
  observe<Result>(
    read: (doc: Y.Doc, state: () => Uint8Array) => Result,
  ): Promise<{ result: Result; logSeq: number }> {
    this.#assertAlive();
    return this.whenDurable(read(this.#open(), () => this.#replica.state()));
  }

  whenDurable<Result>(result: Result): Promise<{ result: Result; logSeq: number }> {
    const logSeq = this.#writer.appliedSeq;
    this.lastUsedAt = this.#deps.clock.now();
    return new Promise((resolve, reject) => {
      this.#afterCommit(
        () => resolve({ result, logSeq }),
        () => reject(new RoomFailedError("the room was dropped before this was written")),
      );
    });
  }

  /** Closes connections that match, and says how many. */
  closeWhere(matches: (admission: Admission) => boolean, code: CloseCode, reason: string): number {
    let count = 0;
    for (const connection of this.connections) {
      if (!matches(connection.admission)) continue;
      connection.close(code, reason);
      count++;
    }
    return count;
  }

  /** Idle frames, connections that lag, and where each has got to. */
  tick(now: number): void {
    const settled = this.quiet ? this.#replica.mark() : null;
    for (const connection of this.connections) {
      if (now >= connection.admission.sessionEndsAt)
        connection.close(CLOSE.rightsChanged, "the session ended");
      if (connection.behindSince !== null) continue;
      if (settled !== null && connection.baseline !== null && !connection.answering)
        connection.baseline = settled;
      if (now - connection.lastSentAt >= IDLE_FRAME_MS) connection.send(IDLE_FRAME);
    }
  }

  /** Writes what is waiting, then a snapshot when rows have gathered. Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    await this.#writer.flush();
    if (!this.#failed) await this.#writer.compact();
  }

  /** The store and memory may differ: forget the room, let everyone come back to a fresh one. [RM24] */
  fail(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#deps.onFailed(this, error);
    this.closeWhere(() => true, CLOSE.storeFailed, "the room starts again");
    this.#outbox.drop();
    this.dispose();
  }

  dispose(): void {
    this.#desk.dispose();
    this.#delivery.dispose();
    this.#replica.destroy();
  }

  #connect(peer: Peer, admission: Admission): Connection {
    const { clock, counters } = this.#deps;
    const connection = new Connection(peer, admission, {
      clock,
      counters,
      onClosed: (left) => this.#leave(left),
    });
    this.connections.add(connection);
    return connection;
  }

  #open(): Y.Doc {
    try {
      return this.#editing.open();
    } catch (error) {
      throw new RoomFailedError("the document cannot be opened", { cause: error });
    }
  }

  #afterCommit(say: () => void, dropped?: () => void): void {
    if (this.#failed) dropped?.();
    else this.#outbox.afterCommit(say, dropped);
  }

  /** For what goes to one connection: after everything that goes to all and was there before. */
  #sayDurable(say: () => void): void {
    this.#afterCommit(() => {
      this.#broadcast.flush();
      say();
    });
  }

  #leave(connection: Connection): void {
    this.connections.delete(connection);
    this.#delivery.forget(connection);
    if (!this.#failed) this.#desk.leave(connection);
    this.lastUsedAt = this.#deps.clock.now();
  }

  #assertAlive(): void {
    if (this.#failed) throw new RoomFailedError("the room was dropped");
  }
}
