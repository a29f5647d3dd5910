/** What the rooms of a process offer to its host and to the server, and what they need. */
import type { Clause } from "../../domain/clauses/clause.ts";
import type { ErasureTerms } from "../../domain/erasure/erasure.ts";
import type { PassageQuery } from "../../domain/history/passage.ts";
import type { AccountId, Cid, EpochMs, PolicyId } from "../../domain/ids.ts";
import type { ClauseOrigins, ReadDocument } from "../document/read.ts";
import type { ClauseMove } from "../document/write.ts";
import type { ErasedDocument, ErasureScope } from "../erasure/erase-document.ts";
import type { DocumentHistoryPage } from "../history/document-history.ts";
import type { UpdateLog } from "../log/update-log.ts";
import type { RoomClock } from "./clock.ts";
import type { Admission, KeptConnection, Peer } from "./connection.ts";
import type { RoomCounters } from "./counters.ts";

export interface RoomsOptions {
  readonly log: UpdateLog;
  /** A fault worth a log line; carries ids, never what people wrote. */
  readonly report: (what: string, policy: PolicyId, error: unknown) => void;
  /** Somebody typed in a document, said at most once a minute for each, or moved clauses; durable by then. Who replaces a text knows when. [RM57] */
  readonly edited?: (policy: PolicyId, at: EpochMs) => void;
  readonly clock?: RoomClock;
  readonly memoryBudgetBytes?: number;
  /** How large a document may grow; less than `DOCUMENT_MAX_BYTES` where a process has little memory. */
  readonly documentMaxBytes?: number;
  /**
   * `timer` (the default): the rooms look after idle frames and eviction once a second by themselves. `host`: the
   * host calls `tick`, since a running timer would keep it from sleeping.
   */
  readonly ticking?: "timer" | "host";
  /** Ids for clauses whose own is taken. */
  readonly newCid?: () => Cid;
  /** Yjs client ids under which the rooms write; random ones unless a test must repeat. */
  readonly newClientId?: () => number;
}

interface Live extends ReadDocument {
  readonly epoch: number;
  /** Log position up to which `clauses` reflects the durable text. */
  readonly logSeq: number;
}

export interface Rooms {
  /**
   * Brings a socket into its room, or closes it with the code that says why
   * not. `epoch` is what the client believes, null when it did not say. [RM4]
   */
  connect(policy: PolicyId, peer: Peer, admission: Admission, epoch: number | null): Promise<Joined | null>;
  /**
   * Brings a socket back that was in the room before it slept (its host kept it open, and beside it the admission,
   * the epoch it came with and `Joined.kept`). Null when it was closed instead.
   */
  resume(
    policy: PolicyId,
    peer: Peer,
    admission: Admission,
    epoch: number | null,
    kept: KeptConnection,
  ): Promise<Joined | null>;
  create(policy: PolicyId, clauses: readonly Clause[], actor: AccountId): Promise<void>;
  read(policy: PolicyId): Promise<Live>;
  freeze(policy: PolicyId): Promise<Live & { readonly state: Uint8Array }>;
  move(
    policy: PolicyId,
    command: ClauseMove,
    actor: AccountId,
  ): Promise<{ cids: readonly Cid[]; before: Cid | null }>;
  replaceContent(
    policy: PolicyId,
    clauses: readonly Clause[],
    actor: AccountId,
    origins?: readonly ClauseOrigins[],
    epoch?: number,
  ): Promise<{ logSeq: number }>;
  authorsSince(policy: PolicyId, after: number, upTo?: number): Promise<readonly AccountId[]>;
  /** Who wrote what (`../history`). */
  history(policy: PolicyId, query: PassageQuery): Promise<DocumentHistoryPage>;
  /** What erasing would reach; changes nothing. */
  erasure(policy: PolicyId, terms: ErasureTerms): Promise<ErasureScope & { readonly connections: number }>;
  /** Sends everyone out, erases the terms from text and past, and begins a new epoch. [RM54] */
  erase(policy: PolicyId, terms: ErasureTerms, actor: AccountId): Promise<ErasedDocument>;
  rightsChanged(which: { readonly policy?: PolicyId; readonly account?: AccountId }): void;
  /** The session is over: its connections are closed and decided anew when they come back. */
  sessionEnded(sessionId: string): void;
  /** How often rights changed or sessions ended: who was decided on under another count is decided on again. */
  rightsChanges(): number;
  readonly counters: RoomCounters;
  /** For `/metrics`. */
  sizes(): {
    readonly rooms: number;
    /** Rooms whose document is open; the others hold bytes. */
    readonly awake: number;
    readonly connections: number;
    readonly storedBytes: number;
  };
  /** What is due now: idle frames, eviction. Says when to call again, null when there is nothing left to wait for. */
  tick(): EpochMs | null;
  /** Turns everyone away, writes what is waiting, stores snapshots. Does not close the log. */
  close(): Promise<void>;
}

export interface Joined {
  receive(bytes: Uint8Array): void;
  /** What `Rooms.resume` needs of it, to be kept after each frame. */
  kept(): KeptConnection;
  /** A step1 of this moment: a host without `bufferedAmount` asks with it how far the socket has read. */
  question(): Uint8Array;
  /** The socket is gone. */
  left(): void;
}
