/**
 * One socket in a room: what it may do, what it has been sent, and how far it
 * is behind. Knows nothing of the document.
 */
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { RoomClock } from "./clock.ts";
import { countIn, type RoomCounters } from "./counters.ts";
import { acknowledgeFrame } from "./frames.ts";
import type { PresenceEntry } from "./frames.ts";
import type { Parcel } from "./parcel.ts";
import type { Seat } from "./presence.ts";
import type { Mark } from "./replica.ts";
import { BEHIND_BYTES, BEHIND_MAX_BYTES, BEHIND_MAX_MS, CLOSE, RATES, type CloseCode } from "./protocol.ts";
import { createTokenBucket, type TokenBucket } from "./token-bucket.ts";

/** A socket as the room sees it; the host and the tests bring one. */
export interface Peer {
  send(bytes: Uint8Array): void;
  /** Sends all messages of a parcel, in order; a host without it is given them one by one. */
  sendParcel?(parcel: Parcel): void;
  close(code: number, reason: string): void;
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedAmount: number;
}

export interface Admission {
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly sessionId: string;
  /** From then on it has to be decided anew. [RM52] */
  readonly sessionEndsAt: EpochMs;
  readonly mayWrite: boolean;
  /** Asked for with `?v=1`. */
  readonly acknowledges: boolean;
}

/**
 * What a host that lets rooms sleep keeps beside each socket (a Durable Object that hibernates): plain
 * JSON, below 8 KiB. Everything of the connection that was received is durable when it is read back.
 */
export interface KeptConnection {
  /** Sync frames received. */
  readonly received: number;
  readonly gapOpen: boolean;
  readonly gapsInARow: number;
  /** Its step1 was answered, so it is sent edits. */
  readonly synced: boolean;
  /** A step1 waits for its answer. */
  readonly asked: boolean;
  /** What it shows of itself, as on the wire. */
  readonly presence: PresenceEntry | null;
}

export class Connection {
  readonly seat: Seat;
  readonly admission: Admission;
  readonly frames: TokenBucket = createTokenBucket(RATES.frames);
  readonly bytes: TokenBucket = createTokenBucket(RATES.bytes);
  readonly presence: TokenBucket = createTokenBucket(RATES.presence);
  readonly queries: TokenBucket = createTokenBucket(RATES.queries);
  readonly answers: TokenBucket = createTokenBucket(RATES.answers);
  readonly compares: TokenBucket = createTokenBucket(RATES.compares);
  /** Sync frames (step2 and update) received. */
  received = 0;
  /** A frame was refused for a gap and no later step2 has made up for it. */
  gapOpen = false;
  gapsInARow = 0;
  closed = false;
  /** Since when nothing was sent because the socket does not read; null when it keeps up. */
  behindSince: EpochMs | null = null;
  /** Something it has been sent whole; null until its first step1. What it misses is counted from here. */
  baseline: Mark | null = null;
  /** State vector of a step1 that has not been answered yet, and whether an answer waits for its commit. */
  question: Uint8Array | null = null;
  answering = false;
  /** Ends the wait of a step1 for the connection's own step2. */
  endWait: (() => void) | null = null;
  /** Deletions of ours (as `Replica.deletes` gave them) that it was seen to have. */
  knownDeletes: Uint8Array | null = null;
  lastSentAt: EpochMs;
  #largestFrame = 0;
  readonly #peer: Peer;
  readonly #clock: RoomClock;
  readonly #counters: RoomCounters;
  readonly #onClosed: (connection: Connection) => void;
  #acknowledged = 0;
  #acknowledgeable = 0;

  constructor(
    peer: Peer,
    admission: Admission,
    context: { clock: RoomClock; counters: RoomCounters; onClosed(connection: Connection): void },
  ) {
    this.admission = admission;
    this.seat = { person: admission.account, client: null };
    this.#peer = peer;
    this.#clock = context.clock;
    this.#counters = context.counters;
    this.#onClosed = (connection) => context.onClosed(connection);
    this.lastSentAt = context.clock.now();
  }

  /** What has to outlive a sleep of the room; `presence` is what the room shows of it. */
  kept(presence: PresenceEntry | null): KeptConnection {
    const { received, gapOpen, gapsInARow } = this;
    const asked = this.question !== null || this.answering;
    return { received, gapOpen, gapsInARow, synced: this.baseline !== null, asked, presence };
  }

  /** Takes up where `kept` left off. What it was last sent is unknown, so an idle frame is due. */
  restore(kept: KeptConnection, baseline: Mark): void {
    this.received = kept.received;
    this.gapOpen = kept.gapOpen;
    this.gapsInARow = kept.gapsInARow;
    this.baseline = kept.synced ? baseline : null;
    this.lastSentAt = 0;
    // Without a gap all of it was acknowledged before the room slept.
    this.#acknowledged = this.#acknowledgeable = kept.gapOpen ? 0 : kept.received;
  }

  /** Sends at once; whoever calls has asked `isBehind` first where that matters. */
  send(frame: Uint8Array): void {
    if (this.closed) return;
    this.lastSentAt = this.#clock.now();
    if (frame.length > this.#largestFrame) this.#largestFrame = frame.length;
    this.#peer.send(frame);
  }

  /** Sends all of a parcel at once, under the same condition. */
  sendParcel(parcel: Parcel): void {
    if (this.closed) return;
    this.lastSentAt = this.#clock.now();
    if (parcel.byteLength > this.#largestFrame) this.#largestFrame = parcel.byteLength;
    if (this.#peer.sendParcel !== undefined) this.#peer.sendParcel(parcel);
    else for (const message of parcel.messages) this.#peer.send(message);
  }

  /** Whether the socket reads too slowly to be sent more; closes it when that lasts. [RM40] [RM41] */
  isBehind(): boolean {
    const buffered = this.#peer.bufferedAmount;
    if (this.behindSince === null && buffered <= BEHIND_BYTES) return false;
    const now = this.#clock.now();
    this.behindSince ??= now;
    // A whole document may be more than the limit; it is what comes on top that counts.
    if (buffered > BEHIND_MAX_BYTES + this.#largestFrame || now - this.behindSince >= BEHIND_MAX_MS) {
      this.close(CLOSE.tooSlow, "the connection reads too slowly");
    }
    return true;
  }

  /** Whether a connection that was behind has read enough to be sent the rest. */
  get drained(): boolean {
    return this.#peer.bufferedAmount <= BEHIND_BYTES / 4;
  }

  /** Notes that everything up to sync frame `position` is durable; `takeAcknowledgement` says the newest such position. [RM22] */
  noteDurable(position: number): void {
    this.#acknowledgeable = Math.max(this.#acknowledgeable, position);
  }

  /** The frame that says it, or null when there is nothing new to say; whoever takes it sends it. */
  takeAcknowledgement(): Uint8Array | null {
    if (!this.admission.acknowledges || this.#acknowledgeable <= this.#acknowledged) return null;
    this.#acknowledged = this.#acknowledgeable;
    this.#counters.acknowledgements++;
    return acknowledgeFrame(this.#acknowledged);
  }

  /** Ends the connection from our side. */
  close(code: CloseCode, reason: string): void {
    if (this.closed) return;
    countIn(this.#counters.closed, code);
    this.left();
    this.#peer.close(code, reason);
  }

  /** The socket is gone, or about to be. */
  left(): void {
    if (this.closed) return;
    this.closed = true;
    this.#onClosed(this);
  }
}
