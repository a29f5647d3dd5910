/** A workshop of a consultation: agenda of clauses, attendance, entries, votes, minutes. Rules: `RULES.md`. */
import type {
  AccountId,
  Cid,
  ConsultationId,
  EpochMs,
  GroupId,
  PolicyId,
  VersionId,
  WorkshopId,
} from "../ids.ts";

/** In order; only `closed` may go back, to `live`. [WS5] */
export const WORKSHOP_STATES = ["planned", "live", "closed", "minutes-open", "final"] as const;
export type WorkshopState = (typeof WORKSHOP_STATES)[number];

export const WORKSHOP_STEPS = ["start", "close", "reopen", "publish", "finalise"] as const;
export type WorkshopStep = (typeof WORKSHOP_STEPS)[number];

export const VOTES = ["agree", "neutral", "disagree"] as const;
export type Vote = (typeof VOTES)[number];
export type VoteCounts = Readonly<Record<Vote, number>>;

export interface AgendaItem {
  readonly cid: Cid;
  readonly minutes: number;
}

export interface Invitation {
  readonly groupId: GroupId;
  /** How many people were invited. */
  readonly invited: number;
  /** How many of them may check in by themselves; null: no limit. */
  readonly quota: number | null;
  /** Free lines, for the team only; "" for none. */
  readonly names: string;
}

export interface Workshop {
  readonly id: WorkshopId;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId;
  readonly versionId: VersionId;
  /** 6 characters, never given to another thing. [WS4] */
  readonly code: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly quota: number | null;
  readonly state: WorkshopState;
  /** The clause that the hall is at; null: none, or the draft as a whole. */
  readonly currentCid: Cid | null;
  /** Counts every change that a page shows. [WS21] */
  readonly revision: number;
  /** Counts changes of the settings, for `If-Match`. */
  readonly settingsRevision: number;
  /** Counts changes of the note-taker's paragraphs, for `If-Match`. */
  readonly draftRevision: number;
  readonly createdBy: AccountId;
  readonly createdAt: EpochMs;
  readonly startedAt: EpochMs | null;
  readonly closedAt: EpochMs | null;
  readonly minutesAt: EpochMs | null;
  /** SHA-256 of the frozen minutes. */
  readonly minutesHash: string | null;
  readonly finalAt: EpochMs | null;
  /** SHA-256 of minutes, corrections and confirmations. [WS19] */
  readonly finalHash: string | null;
}

/** Lengths in UTF-16 units. [WS22] */
export const WORKSHOP_LIMITS = {
  title: 160,
  place: 200,
  agenda: 60,
  agendaMinutes: 480,
  groups: 40,
  people: 2_000,
  names: 8_000,
  name: 120,
  table: 40,
  entries: 2_000,
  words: 4_000,
  heading: 160,
  clusterMembers: 200,
  questions: 100,
  question: 500,
  paragraphs: 100,
  paragraph: 8_000,
  corrections: 5,
  correction: 2_000,
  reason: 2_000,
} as const;

const HOUR_MS = 3_600_000;
export const CHECK_IN_BEFORE_MS = 12 * HOUR_MS;
/** How long participants confirm or correct. [WS18] */
export const CORRECTION_MS = 72 * HOUR_MS;

const FROM: Readonly<Record<WorkshopStep, WorkshopState>> = {
  start: "planned",
  close: "live",
  reopen: "closed",
  publish: "closed",
  finalise: "minutes-open",
};
const TO: Readonly<Record<WorkshopStep, WorkshopState>> = {
  start: "live",
  close: "closed",
  reopen: "live",
  publish: "minutes-open",
  finalise: "final",
};

/** The state after `step`, or null where it cannot be taken from `state`. [WS5] */
export const stateAfter = (state: WorkshopState, step: WorkshopStep): WorkshopState | null =>
  FROM[step] === state ? TO[step] : null;

export const stateBefore = (step: WorkshopStep): WorkshopState => FROM[step];

type Dates = Pick<Workshop, "state" | "startsAt">;

/** Why nobody can check in at `now`, or null. [WS7] */
export function checkInRefusal({ state, startsAt }: Dates, now: EpochMs): string | null {
  if (state === "live") return null;
  if (state !== "planned") return "workshop-closed";
  return now >= startsAt - CHECK_IN_BEFORE_MS ? null : "check-in-too-early";
}

/** Why no entry is taken, or null. The team's own may come in until the minutes are out. [WS9, WS12] */
export function entryRefusal(state: WorkshopState, by: "team" | "participant"): string | null {
  if (state === "live" || (state === "closed" && by === "team")) return null;
  if (state === "planned") return "workshop-not-started";
  return state === "closed" ? "workshop-closed" : "minutes-published";
}

/** When participants may confirm and correct, half-open; null before publication. [WS18] */
export function correctionWindow(
  minutesAt: EpochMs | null,
): { readonly opensAt: EpochMs; readonly closesAt: EpochMs } | null {
  return minutesAt === null ? null : { opensAt: minutesAt, closesAt: minutesAt + CORRECTION_MS };
}

/** Whether confirmations and corrections are taken at `now`. [WS18] */
export function acceptsCorrections(
  { state, minutesAt }: Pick<Workshop, "state" | "minutesAt">,
  now: EpochMs,
): boolean {
  const window = correctionWindow(minutesAt);
  return state === "minutes-open" && window !== null && window.opensAt <= now && now < window.closesAt;
}

/** Whether the minutes are final from now on. [WS19] */
export function mayBecomeFinal(
  { state, minutesAt }: Pick<Workshop, "state" | "minutesAt">,
  now: EpochMs,
  undecided: number,
): boolean {
  const window = correctionWindow(minutesAt);
  return state === "minutes-open" && window !== null && now >= window.closesAt && undecided === 0;
}

export const NO_VOTES: VoteCounts = { agree: 0, neutral: 0, disagree: 0 };

/** Counts by choice. [WS16] */
export function tallyVotes(votes: readonly Vote[]): VoteCounts {
  const counts = { ...NO_VOTES };
  for (const vote of votes) counts[vote] += 1;
  return counts;
}
