/**
 * Lets edits into a room: looks at each, applies it, has it written, and
 * passes on what it changed. What may not enter leaves no trace. [RM12-RM28]
 */
import * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { Broadcast } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { step1Frame, updateFrame } from "./frames.ts";
import { examineUpdate, NOTHING_NEW, type Verdict } from "./guards.ts";
import type { Outbox } from "./outbox.ts";
import {
  CLOSE,
  GAPS_MAX,
  KEPT_AS_SENT_MAX_BYTES,
  REOPENED_WITHIN_MS,
  TELL_EDITED_MS,
  UNWRITTEN_MAX_BYTES,
} from "./protocol.ts";
import { ORIGIN, type Change, type Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { Authorship, Writer } from "./writer.ts";

export interface EditingContext {
  readonly policy: PolicyId;
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly writer: Writer;
  readonly broadcast: Broadcast;
  readonly deps: RoomDeps;
  /** Runs `say` when everything applied so far is durable and was sent to everyone. */
  sayDurable(say: () => void): void;
  /** Memory and store may differ now: drops the room. */
  fail(error: unknown): void;
}

export class Editing {
  readonly #context: EditingContext;
  /** When the document was last needed open. */
  lastAt: number;
  #openedAt: number;
  /** It was opened soon after it had been closed: what goes on needs it open. */
  reopened = false;
  #toldEditedAt = Number.NEGATIVE_INFINITY;

  constructor(context: EditingContext) {
    this.#context = context;
    this.lastAt = this.#openedAt = context.deps.clock.now();
  }

  /** The document, awake. Drops the room and throws when its bytes are no whole document. */
  open(): Y.Doc {
    const { replica, deps } = this.#context;
    this.lastAt = deps.clock.now();
    if (!replica.awake) {
      this.reopened = this.lastAt - this.#openedAt < REOPENED_WITHIN_MS;
      this.#openedAt = this.lastAt;
    }
    try {
      return replica.doc;
    } catch (error) {
      this.#context.fail(error);
      throw error;
    }
  }

  /** A step2 or an update of a connection. */
  receive(connection: Connection, type: "step2" | "update", update: Uint8Array): void {
    const { deps, outbox, broadcast, sayDurable, replica } = this.#context;
    const { mayWrite } = connection.admission;
    const position = ++connection.received;
    const verdict = this.#judge(connection, type, update);
    if (verdict.outcome === "refused") return connection.close(verdict.code, verdict.reason);
    if (!mayWrite && (type === "update" || verdict.outcome !== "fine" || verdict.novel)) {
      return connection.close(CLOSE.forbidden, "this connection may only read");
    }
    if (verdict.outcome === "gap") {
      deps.counters.gaps++;
      const isAsked = connection.gapOpen;
      connection.gapOpen = true;
      if (type === "step2" && ++connection.gapsInARow >= GAPS_MAX) {
        return connection.close(CLOSE.gapUnresolved, "what this refers to is missing");
      }
      // What answers the first question makes up for all that came before it.
      if (type === "update" && isAsked) return;
      const question = step1Frame(replica.stateVector());
      return sayDurable(() => connection.send(question));
    }
    if (verdict.novel && !this.#apply(connection, update, verdict)) return;
    if (type === "step2") {
      connection.gapOpen = false;
      connection.gapsInARow = 0;
    }
    if (connection.gapOpen) return;
    outbox.afterCommit(() => {
      connection.noteDurable(position);
      broadcast.acknowledge(connection);
    });
  }

  /** Writes a change and, once durable, sends it to everyone but its sender, who gets only what Yjs cleaned up after it. */
  publish(
    change: Change,
    authorship: Authorship,
    sender: Connection | null,
    kept: Uint8Array | null = null,
  ): void {
    const { writer, outbox, broadcast } = this.#context;
    if (change.updates.length > 0) {
      const [first, ...cleanUps] = change.updates;
      const whole = cleanUps.length === 0 ? (first as Uint8Array) : Y.mergeUpdates([...change.updates]);
      const row = kept === null ? whole : cleanUps.length === 0 ? kept : Y.mergeUpdates([kept, ...cleanUps]);
      writer.write(row, authorship);
      const frame = updateFrame(whole);
      const rest = cleanUps.length === 0 || sender === null ? null : updateFrame(Y.mergeUpdates(cleanUps));
      outbox.afterCommit(() => broadcast.edit(frame, sender, rest));
      if (authorship.cause === "typed") this.#tellEdited();
    }
    if (change.structural && authorship.cause !== "repair") this.#repair();
  }

  /** Tells those who list documents, who need not know each letter. [RM57] */
  #tellEdited(): void {
    const { deps, outbox, policy } = this.#context;
    const now = deps.clock.now();
    if (now - this.#toldEditedAt < TELL_EDITED_MS) return;
    this.#toldEditedAt = now;
    outbox.afterCommit(() => deps.edited(policy, now));
  }

  /** By the cheapest of what can judge it. */
  #judge({ admission }: Connection, type: "step2" | "update", update: Uint8Array): Verdict {
    const { replica } = this.#context;
    const { account, mayWrite } = admission;
    if (type === "step2") return replica.isKnown(update) ? NOTHING_NEW : this.#examine(update, account.id);
    return (mayWrite ? replica.examineTyping(update, account.id) : null) ?? this.#examine(update, account.id);
  }

  #examine(update: Uint8Array, account: AccountId): Verdict {
    const doc = this.open();
    const { replica, deps, policy } = this.#context;
    try {
      return examineUpdate(update, doc, replica.owners, account);
    } catch (error) {
      // The guards only look, so the document is as it was.
      deps.report("an update could not be examined", policy, error);
      return { outcome: "refused", code: CLOSE.malformed, reason: "the update cannot be read" };
    }
  }

  /** False when the connection was closed instead. */
  #apply(
    connection: Connection,
    update: Uint8Array,
    { fresh, claims, typing }: Verdict & { outcome: "fine" },
  ): boolean {
    const { writer, replica, deps, fail } = this.#context;
    if (writer.unwrittenBytes > UNWRITTEN_MAX_BYTES) {
      connection.close(CLOSE.tryLater, "the store is busy");
      return false;
    }
    if (writer.storedBytes + writer.unwrittenBytes + update.length > deps.documentMaxBytes) {
      connection.close(CLOSE.tooLarge, "the document is full");
      return false;
    }
    // Kept as it came, the archive has the words also where Yjs drops them because their clause was deleted meanwhile.
    const isKept = typing !== undefined || update.length <= KEPT_AS_SENT_MAX_BYTES;
    const kept = isKept ? this.#novelPart(update, fresh) : null;
    let change: Change;
    try {
      change = typing === undefined ? replica.apply(update) : replica.type(kept as Uint8Array, typing);
    } catch (error) {
      connection.close(CLOSE.malformed, "the update cannot be applied");
      fail(error);
      return false;
    }
    const actor = connection.admission.account.id;
    for (const client of claims) replica.owners.set(client, actor);
    deps.counters.updates++;
    const authorship = { actor, cause: "typed", ...(claims.length > 0 ? { claims } : {}) } as const;
    this.publish(change, authorship, connection, kept);
    return !connection.closed;
  }

  /** Without what is here already: nobody has looked at that part. */
  #novelPart(update: Uint8Array, fresh: boolean): Uint8Array {
    return fresh ? update.slice() : Y.diffUpdate(update, this.#context.replica.stateVector());
  }

  /** Two people's edits may each be right and make a wrong document together (two clauses with one id). */
  #repair(): void {
    const { replica, deps, fail } = this.#context;
    let change: Change;
    try {
      if (!replica.needsRepair()) return;
      change = replica.transact(ORIGIN.repair, (doc) => deps.repair(doc)).change;
    } catch (error) {
      return fail(error);
    }
    if (change.updates.length === 0) return;
    deps.counters.repairs++;
    this.publish(change, { actor: null, cause: "repair" }, null);
  }
}
