/**
 * Filters of the inbox and how many inputs each of their values lets through.
 * Works on what is known of every input without its words, so that all figures
 * of one answer are of one moment.
 */
import type { Outcome } from "../dispositions/disposition.ts";
import { OUTCOMES } from "../dispositions/disposition.ts";
import type { AccountId, Cid, ConsultationId, ContributionId, GroupId } from "../ids.ts";
import {
  CHANNELS,
  CONTRIBUTION_STATES,
  STANCES,
  type Channel,
  type ContributionState,
  type Stance,
} from "./contribution.ts";
import { isOpen } from "./handling.ts";
import { STANDINGS, type Standing } from "./standing.ts";

/** An input without its words. */
export interface InboxEntry {
  readonly id: ContributionId;
  readonly createdOn: string;
  readonly state: ContributionState;
  readonly channel: Channel;
  readonly stance: Stance | null;
  readonly groupId: GroupId | null;
  readonly consultationId: ConsultationId | null;
  readonly sourceId: string | null;
  readonly sourceItem: string | null;
  readonly assigneeId: AccountId | null;
  readonly outcome: Outcome | null;
  readonly standing: Standing;
  /** Clauses it is listed under: those of the later text with all that they stand in, and those that are gone. */
  readonly listedUnder: ReadonlySet<Cid>;
  /** Place of its first clause in the later text, from 0; after all others where there is none. */
  readonly place: number;
}

export interface InboxFilter {
  readonly state?: ContributionState | "open" | undefined;
  readonly standing?: Standing | undefined;
  readonly cid?: Cid | undefined;
  readonly channel?: Channel | undefined;
  readonly stance?: Stance | "none" | undefined;
  readonly outcome?: Outcome | "none" | undefined;
  readonly group?: GroupId | "none" | undefined;
  readonly consultation?: ConsultationId | "none" | undefined;
  readonly source?: string | undefined;
  readonly item?: string | undefined;
  readonly assignee?: AccountId | "none" | undefined;
  /** Those in whose words the search found something. */
  readonly found?: ReadonlySet<ContributionId> | undefined;
}

type Test = (entry: InboxEntry) => boolean;
type FacetName = Exclude<keyof InboxFilter, "found" | "source" | "item">;

/** One test per filter that is set. */
function testsOf(filter: InboxFilter): Map<keyof InboxFilter, Test> {
  const tests = new Map<keyof InboxFilter, Test>();
  const {
    state,
    standing,
    cid,
    channel,
    stance,
    outcome,
    group,
    consultation,
    source,
    item,
    assignee,
    found,
  } = filter;
  if (state !== undefined)
    tests.set("state", (entry) => (state === "open" ? isOpen(entry.state) : entry.state === state));
  if (standing !== undefined) tests.set("standing", (entry) => entry.standing === standing);
  if (cid !== undefined) tests.set("cid", (entry) => entry.listedUnder.has(cid));
  if (channel !== undefined) tests.set("channel", (entry) => entry.channel === channel);
  if (stance !== undefined) tests.set("stance", (entry) => (entry.stance ?? "none") === stance);
  if (outcome !== undefined) tests.set("outcome", (entry) => (entry.outcome ?? "none") === outcome);
  if (group !== undefined) tests.set("group", (entry) => (entry.groupId ?? "none") === group);
  if (consultation !== undefined)
    tests.set("consultation", (entry) => (entry.consultationId ?? "none") === consultation);
  if (source !== undefined) tests.set("source", (entry) => entry.sourceId === source);
  if (item !== undefined) tests.set("item", (entry) => entry.sourceItem === item);
  if (assignee !== undefined) tests.set("assignee", (entry) => (entry.assigneeId ?? "none") === assignee);
  if (found !== undefined) tests.set("found", (entry) => found.has(entry.id));
  return tests;
}

export function filterInbox(entries: readonly InboxEntry[], filter: InboxFilter): InboxEntry[] {
  const tests = [...testsOf(filter).values()];
  return entries.filter((entry) => tests.every((test) => test(entry)));
}

const byNewest = (a: InboxEntry, b: InboxEntry): number =>
  a.createdOn === b.createdOn ? (a.id < b.id ? -1 : 1) : a.createdOn > b.createdOn ? -1 : 1;

/** A total order: two inputs never compare as equal. Within a day by id, which for anonymous ones says nothing. */
export const INBOX_ORDER: Readonly<
  Record<"newest" | "oldest" | "clause", (a: InboxEntry, b: InboxEntry) => number>
> = {
  newest: byNewest,
  oldest: (a, b) => byNewest(b, a),
  clause: (a, b) => a.place - b.place || byNewest(b, a),
};

export interface InboxTallies {
  readonly state: Record<ContributionState, number>;
  readonly standing: Record<Standing, number>;
  readonly channel: Record<Channel, number>;
  readonly stance: Record<Stance | "none", number>;
  readonly outcome: Record<Outcome | "none", number>;
  readonly group: Map<GroupId | "none", number>;
  readonly consultation: Map<ConsultationId | "none", number>;
  readonly assignee: Map<AccountId | "none", number>;
  /** How many are listed under each clause; one that is listed under several counts for each. */
  readonly cid: Map<Cid, number>;
}

const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

const count = <Key>(map: Map<Key, number>, key: Key): unknown => map.set(key, (map.get(key) ?? 0) + 1);

/** Each facet counts what all the other filters let through, its own left out. */
export function tallyInbox(entries: readonly InboxEntry[], filter: InboxFilter): InboxTallies {
  const tests = testsOf(filter);
  const tallies: InboxTallies = {
    state: zeros(CONTRIBUTION_STATES),
    standing: zeros(STANDINGS),
    channel: zeros(CHANNELS),
    stance: zeros([...STANCES, "none"]),
    outcome: zeros([...OUTCOMES, "none"]),
    group: new Map(),
    consultation: new Map(),
    assignee: new Map(),
    cid: new Map(),
  };
  for (const entry of entries) {
    const failed = [...tests].filter(([, test]) => !test(entry)).map(([name]) => name);
    if (failed.length > 1) continue;
    const passes = (facet: FacetName): boolean => failed.length === 0 || failed[0] === facet;
    if (passes("state")) tallies.state[entry.state] += 1;
    if (passes("standing")) tallies.standing[entry.standing] += 1;
    if (passes("channel")) tallies.channel[entry.channel] += 1;
    if (passes("stance")) tallies.stance[entry.stance ?? "none"] += 1;
    if (passes("outcome")) tallies.outcome[entry.outcome ?? "none"] += 1;
    if (passes("group")) count(tallies.group, entry.groupId ?? "none");
    if (passes("consultation")) count(tallies.consultation, entry.consultationId ?? "none");
    if (passes("assignee")) count(tallies.assignee, entry.assigneeId ?? "none");
    if (passes("cid")) for (const cid of entry.listedUnder) count(tallies.cid, cid);
  }
  return tallies;
}
