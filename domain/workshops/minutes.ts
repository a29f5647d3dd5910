/**
 * Minutes (notulen): a document made once from what happened, frozen with its
 * hash, then confirmed or corrected, then final. No names in it. [WS8, WS17-WS20]
 */
import canonicalize from "canonicalize";
import type { Cid, EpochMs, GroupId } from "../ids.ts";
import { sha256Hex } from "../sha256.ts";
import type { AgendaItem, Vote, VoteCounts } from "./workshop.ts";

export const MINUTES_SCHEMA = 1;

export interface MinutesEntry {
  /** In the order of arrival, from 1. */
  readonly number: number;
  readonly words: string;
  readonly group?: string;
  readonly table?: string;
  readonly votes?: VoteCounts;
}

export interface MinutesCluster {
  readonly heading: string;
  readonly entries: readonly MinutesEntry[];
}

export interface MinutesQuestion {
  readonly words: string;
  readonly votes: VoteCounts;
}

export interface MinutesSection {
  /** Null: about the draft as a whole. */
  readonly cid: Cid | null;
  /** As cited in the version: `Pasal 7 ayat (1)`. */
  readonly label: string;
  /** Words of the clause at the version. */
  readonly text: string;
  readonly minutes?: number;
  readonly paragraphs: readonly string[];
  readonly clusters: readonly MinutesCluster[];
  readonly entries: readonly MinutesEntry[];
  readonly questions: readonly MinutesQuestion[];
}

export interface MinutesAttendance {
  readonly total: number;
  readonly groups: readonly {
    /** Null: who named none. */
    readonly name: string | null;
    readonly invited: number;
    readonly attended: number;
  }[];
}

export interface MinutesDocument {
  readonly schema: typeof MINUTES_SCHEMA;
  readonly policyTitle: string;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly startedAt: EpochMs;
  readonly closedAt: EpochMs;
  readonly version: { readonly number: number; readonly label: string; readonly hash: string };
  readonly attendance: MinutesAttendance;
  /** The draft as a whole first, where there is anything about it; then the agenda. */
  readonly sections: readonly MinutesSection[];
}

export interface MinutesSource extends Omit<MinutesDocument, "schema" | "attendance" | "sections"> {
  readonly agenda: readonly AgendaItem[];
  readonly clauses: ReadonlyMap<Cid, { readonly label: string; readonly text: string }>;
  readonly groupNames: ReadonlyMap<GroupId, string>;
  readonly invitations: readonly { readonly groupId: GroupId; readonly invited: number }[];
  /** The group of each person who attended. */
  readonly attendees: readonly { readonly groupId: GroupId | null }[];
  readonly entries: readonly {
    readonly id: string;
    readonly number: number;
    readonly cid: Cid | null;
    readonly words: string;
    readonly groupId: GroupId | null;
    readonly table: string | null;
    readonly clusterId: string | null;
  }[];
  readonly clusters: readonly {
    readonly id: string;
    readonly cid: Cid | null;
    readonly heading: string;
  }[];
  readonly questions: readonly { readonly id: string; readonly cid: Cid | null; readonly words: string }[];
  /** By entry or question. */
  readonly votes: ReadonlyMap<string, VoteCounts>;
  readonly paragraphs: readonly { readonly cid: Cid | null; readonly text: string }[];
}

/** The minutes of a workshop; the same source gives the same document. [WS17] */
export function composeMinutes(source: MinutesSource): MinutesDocument {
  const { agenda, clauses, groupNames, votes } = source;
  const entryOf = ({ id, number, words, groupId, table }: MinutesSource["entries"][number]): MinutesEntry => {
    const group = groupId && groupNames.get(groupId);
    const counted = votes.get(id);
    return {
      number,
      words,
      ...(group && { group }),
      ...(table && { table }),
      ...(counted && { votes: counted }),
    };
  };

  function section(cid: Cid | null, minutes?: number): MinutesSection {
    const here = source.entries.filter((entry) => entry.cid === cid);
    const clause = cid === null ? undefined : clauses.get(cid);
    return {
      cid,
      label: clause?.label ?? "",
      text: clause?.text ?? "",
      ...(minutes !== undefined && { minutes }),
      paragraphs: source.paragraphs.filter((each) => each.cid === cid).map(({ text }) => text),
      clusters: source.clusters
        .filter((cluster) => cluster.cid === cid)
        .map(({ id, heading }) => ({
          heading,
          entries: here.filter(({ clusterId }) => clusterId === id).map(entryOf),
        }))
        .filter(({ entries }) => entries.length > 0),
      entries: here.filter(({ clusterId }) => clusterId === null).map(entryOf),
      questions: source.questions
        .filter((question) => question.cid === cid)
        .map(({ id, words }) => ({ words, votes: votes.get(id) ?? { agree: 0, neutral: 0, disagree: 0 } })),
    };
  }

  const general = section(null);
  const { policyTitle, title, place, timeZone, startsAt, endsAt, startedAt, closedAt, version } = source;
  return {
    schema: MINUTES_SCHEMA,
    policyTitle,
    title,
    place,
    timeZone,
    startsAt,
    endsAt,
    startedAt,
    closedAt,
    version,
    attendance: countAttendance(source),
    sections: [
      ...(isEmpty(general) ? [] : [general]),
      ...agenda.map(({ cid, minutes }) => section(cid, minutes)),
    ],
  };
}

const isEmpty = ({ paragraphs, clusters, entries, questions }: MinutesSection): boolean =>
  [paragraphs, clusters, entries, questions].every((list) => list.length === 0);

/** Invited groups in their order, then those who came uninvited, then who named no group. */
function countAttendance({ invitations, attendees, groupNames }: MinutesSource): MinutesAttendance {
  const attended = Map.groupBy(attendees, ({ groupId }) => groupId);
  const invited = new Set(invitations.map(({ groupId }) => groupId));
  const uninvited = [...attended.keys()].filter((id) => id !== null && !invited.has(id)) as GroupId[];
  const row = (groupId: GroupId | null, count: number) => ({
    name: groupId && (groupNames.get(groupId) ?? groupId),
    invited: count,
    attended: attended.get(groupId)?.length ?? 0,
  });
  return {
    total: attendees.length,
    groups: [
      ...invitations.map(({ groupId, invited: count }) => row(groupId, count)),
      ...uninvited.map((groupId) => row(groupId, 0)),
      ...(attended.has(null) ? [row(null, 0)] : []),
    ],
  };
}

/** RFC 8785 form of the minutes: what is stored and hashed. */
export function canonicalMinutes(minutes: MinutesDocument): string {
  const text = canonicalize(minutes);
  if (text === undefined) throw new Error("minutes have no JSON form");
  return text;
}

export interface MinutesCorrection {
  readonly text: string;
  readonly outcome: "accepted" | "refused";
  readonly reason: string | null;
}

/** SHA-256 of what becomes final: the frozen minutes by their hash, corrections in their order, confirmations. [WS19] */
export async function finalMinutesHash(
  minutesHash: string,
  corrections: readonly MinutesCorrection[],
  confirmations: number,
): Promise<string> {
  const decided = corrections.map(({ text, outcome, reason }) => ({
    text,
    outcome,
    ...(reason !== null && { reason }),
  }));
  return sha256Hex(canonicalize({ minutes: minutesHash, corrections: decided, confirmations }) ?? "");
}

/** `7 setuju, 2 netral, 1 tidak setuju` is worded by the pages; this is their order. */
export const VOTE_ORDER: readonly Vote[] = ["agree", "neutral", "disagree"];
