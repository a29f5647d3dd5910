/**
 * What the server asks of the rooms. The rooms implement it (`collab/`), the
 * entry file connects the two; neither imports the other.
 */
import type { Clause } from "../domain/clauses/clause.ts";
import type { ErasureTerms, FoundInClause } from "../domain/erasure/erasure.ts";
import type { Passage, PassageQuery } from "../domain/history/passage.ts";
import type { AccountId, Cid, EpochMs, PolicyId } from "../domain/ids.ts";

/** What became of a clause, beside its content: it came out of a split, or took others in. */
export interface ClauseOrigins {
  readonly cid: Cid;
  readonly from?: Cid;
  readonly merged?: readonly Cid[];
}

export interface LiveDocument {
  readonly epoch: number;
  /** Log position up to which `clauses` reflects the durable text. Positions go on through all epochs. */
  readonly logSeq: number;
  readonly clauses: readonly Clause[];
  /** Only clauses that have origins. */
  readonly origins: readonly ClauseOrigins[];
}

export interface FrozenDocument extends LiveDocument {
  /** Self-contained Yjs state (encoding V1), independent of later garbage collection. */
  readonly state: Uint8Array;
}

/** Moves the clauses (a run in document order) before `before`, or to the end when null. */
export interface MoveCommand {
  readonly cids: readonly Cid[];
  readonly before: Cid | null;
}

export interface HistoryOfDocument {
  readonly passages: readonly Passage[];
  /** How many rows of the log are derived, of how many there are. */
  readonly progress: { readonly done: number; readonly of: number };
  /** Everyone who wrote in it, who wrote last first. */
  readonly writers: readonly { readonly actor: AccountId; readonly at: EpochMs }[];
}

export interface ErasureOfDocument {
  readonly epoch: number;
  readonly logSeq: number;
  /** Clauses of the live text that hold some of it. */
  readonly live: readonly FoundInClause[];
  /** Rows of the past that hold some of it. */
  readonly rows: number;
}

export interface DocumentRooms {
  /** Writes the first state of a document. Rejects with DomainError `conflict` when there is one. */
  create(policy: PolicyId, clauses: readonly Clause[], actor: AccountId): Promise<void>;
  /** The durable text as it stands. Rejects with DomainError `not-found`. */
  read(policy: PolicyId): Promise<LiveDocument>;
  /** The text and its full state at one durable log position, with nothing in flight. */
  freeze(policy: PolicyId): Promise<FrozenDocument>;
  /** Moves a run of clauses in one transaction; answers with the command that undoes it. Rejects with `stale` when a cid is gone. */
  move(policy: PolicyId, command: MoveCommand, actor: AccountId): Promise<MoveCommand>;
  /**
   * Makes the live text equal `clauses` by edits (clauses keep their cids), never by a swap. With `origins`
   * (a version is restored) its notes of splits and joins become those. Resolves with the log position.
   * Rejects with `stale` when words were erased since `epoch`: `clauses` may hold them. [ER11]
   */
  replaceContent(
    policy: PolicyId,
    clauses: readonly Clause[],
    actor: AccountId,
    origins?: readonly ClauseOrigins[],
    epoch?: number,
  ): Promise<{ logSeq: number }>;
  /** Accounts that typed or commanded after log position `after` (and up to `upTo`). */
  authorsSince(policy: PolicyId, after: number, upTo?: number): Promise<readonly AccountId[]>;
  /** Who wrote what, newest first. Rejects with DomainError `not-found`. */
  history(policy: PolicyId, query: PassageQuery): Promise<HistoryOfDocument>;
  /** What erasing the terms would reach in text and past; changes nothing. */
  erasure(
    policy: PolicyId,
    terms: ErasureTerms,
  ): Promise<ErasureOfDocument & { readonly connections: number }>;
  /** Sends everyone out and erases the terms from text and past. Finds nothing the second time. */
  erase(
    policy: PolicyId,
    terms: ErasureTerms,
    actor: AccountId,
  ): Promise<ErasureOfDocument & { readonly newEpoch: number }>;
  /** Rights on a policy (or of one account everywhere) changed: matching connections are closed so that they come back and are decided anew. */
  rightsChanged(which: { readonly policy?: PolicyId; readonly account?: AccountId }): void;
  /** Somebody signed out: the connections of that session are closed. */
  sessionEnded(sessionId: string): void;
}
