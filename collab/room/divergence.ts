/**
 * Compares the text of a client at rest with the room's, and the room's with
 * what is stored when they differ: a divergence that nobody would notice is
 * found, laid at the right door, healed and counted. [RM70-RM73]
 */
import { toHexString } from "lib0/buffer";
import { encodeUtf8 } from "lib0/string";
import * as Y from "yjs";
import type { PolicyId } from "../../domain/ids.ts";
import { digestPart, nameState } from "../document/digest.ts";
import { readClause, rootOf } from "../document/read.ts";
import type { Connection } from "./connection.ts";
import { verdictFrame, type Comparison } from "./frames.ts";
import { CLOSE, KIB } from "./protocol.ts";
import type { Mark, Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";

export interface DivergenceContext {
  readonly policy: PolicyId;
  readonly epoch: number;
  readonly replica: Replica;
  readonly deps: Pick<RoomDeps, "log" | "clock" | "counters" | "pause" | "report">;
  /** Everything is written and nothing is on its way. */
  isQuiet(): boolean;
  /** Runs `say` after everything that was said before. */
  sayDurable(say: () => void): void;
  /** Memory is not what is stored: drops the room. */
  fail(error: unknown): void;
}

/** Clauses read before others get a turn. */
const SLICE_CLAUSES = 64;
/** Encoded size up to which a document that rests as bytes is opened for a comparison: some milliseconds. */
const OPEN_MAX_BYTES = 256 * KIB;
/** To read a large document anew holds everyone up: what is stored is asked at most once in so long. */
const STORED_EVERY_MS = 10_000;
/** The state vector of who has nothing. */
const NOTHING = new Uint8Array([0]);

export class DivergedRoomError extends Error {
  override readonly name = "DivergedRoomError";
}

export class Divergence {
  readonly #context: DivergenceContext;
  /** Of the state of `mark`; null where it changed while it was taken, or cannot be read as clauses. */
  #taken: { readonly mark: Mark; readonly digest: Promise<string | null> } | null = null;
  /** States that were found to be what is stored. */
  #sound: Mark | null = null;
  #readAt = -Infinity;

  constructor(context: DivergenceContext) {
    this.#context = context;
  }

  /** A client says what it shows. */
  hear(connection: Connection, comparison: Comparison): void {
    const { deps, policy } = this.#context;
    if (!connection.admission.acknowledges)
      return connection.close(CLOSE.malformed, "the frame cannot be read");
    deps.counters.rebuiltEditors += Math.min(comparison.rebuilt, REBUILT_MAX);
    if (!connection.compares.take(1, deps.clock.now())) return;
    this.#compare(connection, comparison).catch((error: unknown) =>
      deps.report("a text could not be compared", policy, error),
    );
  }

  async #compare(connection: Connection, { state, digest }: Comparison): Promise<void> {
    const { replica, deps, sayDurable, isQuiet } = this.#context;
    if (!isQuiet()) return;
    const mark = replica.mark();
    if (state !== nameState(mark.stateVector)) return;
    // To open a large document only for this would cost its neighbours more than the answer is worth.
    if (!replica.awake && replica.answerBytes(NOTHING) > OPEN_MAX_BYTES) return;
    const own = await this.#digestOf(mark);
    if (own === null || !this.#isStill(mark)) return;
    deps.counters.comparedTexts++;
    if (own !== digest) {
      if (!(await this.#isStored(mark, own)) || !this.#isStill(mark)) return;
      deps.counters.divergedClients++;
    }
    sayDurable(() => connection.send(verdictFrame(own === digest)));
  }

  #isStill(mark: Mark): boolean {
    return this.#context.isQuiet() && this.#context.replica.mark() === mark;
  }

  #digestOf(mark: Mark): Promise<string | null> {
    if (this.#taken?.mark !== mark) {
      const { replica } = this.#context;
      this.#taken = { mark, digest: this.#digest(replica.doc, () => replica.mark() === mark) };
    }
    return this.#taken.digest;
  }

  /** Whether memory is what a fresh load would give, as far as is known. Drops the room when it is not. */
  async #isStored(mark: Mark, own: string): Promise<boolean> {
    if (this.#sound === mark) return true;
    const { deps, policy, epoch, fail } = this.#context;
    const now = deps.clock.now();
    if (now - this.#readAt < STORED_EVERY_MS) return false;
    this.#readAt = now;
    const stored = await deps.log.load(policy);
    if (stored === null || stored.epoch !== epoch || !this.#isStill(mark)) return false;
    const doc = new Y.Doc();
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
    for (const { update } of stored.tail) Y.applyUpdate(doc, update);
    const digest = await this.#digest(doc, () => this.#isStill(mark));
    doc.destroy();
    if (digest === null) return false;
    if (digest === own) {
      this.#sound = mark;
      return true;
    }
    deps.counters.divergedRooms++;
    fail(new DivergedRoomError("memory is not what is stored"));
    return false;
  }

  /** A little at a time; null once `holds` no more. */
  async #digest(doc: Y.Doc, holds: () => boolean): Promise<string | null> {
    const parts: string[] = [];
    for (const [index, element] of rootOf(doc).toArray().entries()) {
      if (index % SLICE_CLAUSES === SLICE_CLAUSES - 1) {
        await this.#context.deps.pause();
        if (!holds()) return null;
      }
      parts.push(digestPart(readClause(element, index).clause));
    }
    if (!holds()) return null;
    const hash = await crypto.subtle.digest("SHA-256", encodeUtf8(parts.join("\n")));
    return toHexString(new Uint8Array(hash));
  }
}

/** More than one client can have seen since it last said so. */
const REBUILT_MAX = 100;
