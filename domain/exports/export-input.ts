/** An input as documents have it: everything named, nothing of who gave it (RULES.md EX2). */
import type { Channel, ContributionState, Stance } from "../contributions/contribution.ts";
import type { Outcome } from "../dispositions/disposition.ts";
import type { Cid } from "../ids.ts";

export interface ExportChange {
  readonly citation: string;
  /** Null: promised in the draft. */
  readonly version: number | null;
  /** Bound, but the clause reads as before. */
  readonly notSeen: boolean;
}

export interface ExportAnswer {
  readonly outcome: Outcome;
  readonly reason: string;
  /** `YYYY-MM-DD` in the authority's zone. */
  readonly answeredOn: string;
  readonly change: ExportChange | null;
}

export interface ExportInput {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly createdOn: string;
  readonly channel: Channel;
  /** Empty where none was named. */
  readonly group: string;
  /** The body that speaks; empty for all but submissions. */
  readonly body: string;
  /** Clauses it is about, as they were called in the version that was read; none: about the whole. */
  readonly places: readonly { readonly cid: Cid; readonly itemCid?: Cid; readonly citation: string }[];
  /** Place of the first clause in the text that the document follows; those about the whole are -1. */
  readonly order: number;
  readonly stance: Stance | null;
  /** Null: not shown in this document. */
  readonly text: string | null;
  readonly proposedText: string | null;
  readonly moderationNote: string | null;
  /** The public reads less than stands here, or nothing. */
  readonly hiddenFromPublic: boolean;
  readonly state: ContributionState;
  /** Number of the version that was read. */
  readonly versionRead: number;
  readonly answer: ExportAnswer | null;
}

/** In the order of the text, then of days. */
export const inTextOrder = (a: ExportInput, b: ExportInput): number =>
  a.order - b.order ||
  (a.createdOn < b.createdOn ? -1 : a.createdOn > b.createdOn ? 1 : a.id < b.id ? -1 : 1);
