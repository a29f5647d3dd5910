/**
 * One document and everyone in it. The log is the truth and memory a cache:
 * whatever is applied is written first and said afterwards (`outbox.ts`), and
 * when a write fails the room is dropped. `../PROTOCOL.md` has the rules.
 */
import * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { Broadcast } from "./broadcast.ts";
import { Connection, type Admission, type KeptConnection, type Peer } from "./connection.ts";
import { Delivery } from "./delivery.ts";
import { examineUpdate, type Verdict } from "./guards.ts";
import { IDLE_FRAME, parseFrame, step1Frame, updateFrame } from "./frames.ts";
import { createOutbox } from "./outbox.ts";
import { Parcel } from "./parcel.ts";
import { PresenceDesk } from "./presence-desk.ts";
import {
  CLOSE,
  DOCUMENT_MAX_BYTES,
  FRAME_MAX_BYTES,
  GAPS_MAX,
  IDLE_FRAME_MS,
  KEPT_AS_SENT_MAX_BYTES,
  STEP2_MAX_BYTES,
  UNWRITTEN_MAX_BYTES,
  type CloseCode,
} from "./protocol.ts";
import { ORIGIN, type Change, type Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import { createWriter, type Authorship, type Writer } from "./writer.ts";

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

  constructor(
    policy: PolicyId,
    loaded: {
      readonly replica: Replica;
      readonly epoch: number;
      readonly lastSeq: number;
      readonly storedBytes: number;
      readonly tail: { rows: number; bytes: number };
    },
    deps: RoomDeps,
  ) {
    this.policy = policy;
    this.epoch = loaded.epoch;
    this.#replica = loaded.replica;
    this.#deps = deps;
    this.lastUsedAt = deps.clock.now();
    const { clock, counters } = deps;
    this.#delivery = new Delivery({
      replica: loaded.replica,
      clock,
      counters,
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
    connection.restore(kept, this.#replica.stateVector());
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
        return this.#update(connection, frame.type, frame.payload);
      case "presence":
        return this.#desk.hear(connection, frame.payload);
      case "query-presence":
        return this.#desk.query(connection);
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
    let outcome: { result: Result; change: Change };
    try {
      outcome = this.#replica.transact(ORIGIN.command, edit);
    } catch (error) {
      if (this.#replica.touched) this.fail(error);
      throw error;
    }
    this.#publish(outcome.change, { actor, cause: "command" }, null);
    return this.whenDurable(outcome.result);
  }

  /** Looks at the document and resolves when what was seen is durable, with the log position it stands at. */
  observe<Result>(
    read: (doc: Y.Doc, state: () => Uint8Array) => Result,
  ): Promise<{ result: Result; logSeq: number }> {
    this.#assertAlive();
    return this.whenDurable(read(this.#replica.doc, () => this.#replica.state()));
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
    const settled = this.quiet ? this.#replica.stateVector() : null;
    for (const connection of this.connections) {
      if (connection.behindSince !== null) continue;
      if (settled !== null && connection.baseline !== null && !connection.answering)
        connection.baseline = settled;
      if (now - connection.lastSentAt >= IDLE_FRAME_MS) connection.send(IDLE_FRAME);
    }
  }

  /** Writes what is waiting, then a snapshot when rows have gathered. Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    await this.#writer.flush();
    if (!this.#failed) await this.#writer.compact(() => this.#replica.state());
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

  #update(connection: Connection, type: "step2" | "update", update: Uint8Array): void {
    const { counters } = this.#deps;
    const { account, mayWrite } = connection.admission;
    const position = ++connection.received;
    const verdict = this.#examine(update, account.id);
    if (verdict.outcome === "refused") return connection.close(verdict.code, verdict.reason);
    if (!mayWrite && (type === "update" || verdict.outcome !== "fine" || verdict.novel)) {
      return connection.close(CLOSE.forbidden, "this connection may only read");
    }
    if (verdict.outcome === "gap") {
      counters.gaps++;
      connection.gapOpen = true;
      if (type === "step2" && ++connection.gapsInARow >= GAPS_MAX) {
        return connection.close(CLOSE.gapUnresolved, "what this refers to is missing");
      }
      const question = step1Frame(this.#replica.stateVector());
      return this.#sayDurable(() => connection.send(question));
    }
    if (verdict.novel && !this.#apply(connection, update, verdict)) return;
    if (type === "step2") {
      connection.gapOpen = false;
      connection.gapsInARow = 0;
    }
    if (connection.gapOpen) return;
    this.#afterCommit(() => {
      connection.noteDurable(position);
      this.#broadcast.acknowledge(connection);
    });
  }

  #examine(update: Uint8Array, account: AccountId): Verdict {
    try {
      return examineUpdate(update, this.#replica.doc, this.#replica.owners, account);
    } catch (error) {
      // The guards only look, so the document is as it was.
      this.#deps.report("an update could not be examined", this.policy, error);
      return { outcome: "refused", code: CLOSE.malformed, reason: "the update cannot be read" };
    }
  }

  /** False when the connection was closed instead. */
  #apply(
    connection: Connection,
    update: Uint8Array,
    { fresh, claims }: Verdict & { outcome: "fine" },
  ): boolean {
    if (this.#writer.unwrittenBytes > UNWRITTEN_MAX_BYTES) {
      connection.close(CLOSE.tryLater, "the store is busy");
      return false;
    }
    if (this.#writer.storedBytes + update.length > DOCUMENT_MAX_BYTES) {
      connection.close(CLOSE.tooLarge, "the document is full");
      return false;
    }
    // Kept as it came, the archive has the words also where Yjs drops them because their clause was deleted meanwhile.
    const kept = update.length <= KEPT_AS_SENT_MAX_BYTES ? this.#novelPart(update, fresh) : null;
    let change: Change;
    try {
      change = this.#replica.apply(update);
    } catch (error) {
      connection.close(CLOSE.malformed, "the update cannot be applied");
      this.fail(error);
      return false;
    }
    const actor = connection.admission.account.id;
    for (const client of claims) this.#replica.owners.set(client, actor);
    this.#deps.counters.updates++;
    const authorship = { actor, cause: "typed", ...(claims.length > 0 ? { claims } : {}) } as const;
    this.#publish(change, authorship, connection, kept);
    return !this.#failed;
  }

  /** Without what is here already: nobody has looked at that part. */
  #novelPart(update: Uint8Array, fresh: boolean): Uint8Array {
    return fresh ? update.slice() : Y.diffUpdate(update, this.#replica.stateVector());
  }

  /** Writes a change and, once durable, sends it to everyone but its sender, who gets only what Yjs cleaned up after it. */
  #publish(
    change: Change,
    authorship: Authorship,
    sender: Connection | null,
    kept: Uint8Array | null = null,
  ): void {
    if (change.updates.length > 0) {
      const [first, ...cleanUps] = change.updates;
      const whole = cleanUps.length === 0 ? (first as Uint8Array) : Y.mergeUpdates([...change.updates]);
      const row = kept === null ? whole : cleanUps.length === 0 ? kept : Y.mergeUpdates([kept, ...cleanUps]);
      this.#writer.write(row, authorship);
      const frame = updateFrame(whole);
      const rest = cleanUps.length === 0 || sender === null ? null : updateFrame(Y.mergeUpdates(cleanUps));
      this.#afterCommit(() => this.#broadcast.edit(frame, sender, rest));
    }
    if (change.structural && authorship.cause !== "repair") this.#repair();
  }

  /** Two people's edits may each be right and make a wrong document together (two clauses with one id). */
  #repair(): void {
    let change: Change;
    try {
      change = this.#replica.transact(ORIGIN.repair, (doc) => this.#deps.repair(doc)).change;
    } catch (error) {
      return this.fail(error);
    }
    if (change.updates.length === 0) return;
    this.#deps.counters.repairs++;
    this.#publish(change, { actor: null, cause: "repair" }, null);
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
