/** A page of the inbox with the figures of its filters. */
import type {
  ContributionFacets,
  ContributionPage,
  ContributionQuery,
} from "../../domain/contributions/contributions.contract.ts";
import { filterInbox, INBOX_ORDER, tallyInbox, type InboxFilter } from "../../domain/contributions/inbox.ts";
import type { AccountId, Cid, ContributionId, PolicyId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor, DEFAULT_PAGE_SIZE, encodeCursor } from "../http/cursor.ts";
import { firstWords, isListedClause, nameOf, type LoadedInbox, type LoadInbox } from "./load-inbox.ts";
import type { PresentContributions } from "./present-contributions.ts";

export function createListContributions(
  { repos }: Pick<Deps, "repos">,
  loadInbox: LoadInbox,
  present: PresentContributions,
) {
  return async function listContributions(
    policy: PolicyId,
    reader: AccountId,
    query: ContributionQuery,
  ): Promise<Omit<ContributionPage, "may">> {
    const { cursor, limit = DEFAULT_PAGE_SIZE, order = "newest", q, assignee, ...plain } = query;
    const words = q?.trim();
    const [inbox, found] = await Promise.all([
      loadInbox(policy),
      words ? repos.contributions.search(policy, words) : undefined,
    ]);
    const filter: InboxFilter = { ...plain, found, assignee: assignee === "me" ? reader : assignee };
    const entries = inbox.inputs.map(({ entry }) => entry);
    const passing = filterInbox(entries, filter).toSorted(INBOX_ORDER[order]);
    const byId = new Map(inbox.inputs.map((input) => [input.listed.id, input]));
    const start = cursor === undefined ? 0 : afterCursor(cursor, passing);
    const page = passing.slice(start, start + limit);
    const last = page.at(-1);
    const items = await present.items(
      policy,
      inbox,
      page.flatMap(({ id }) => byId.get(id) ?? []),
    );
    return {
      items,
      total: passing.length,
      received: entries.length,
      ...(last && start + limit < passing.length && { nextCursor: encodeCursor([start + limit, last.id]) }),
      ...(cursor === undefined && { facets: await facetsOf(inbox, filter) }),
    };
  };

  async function facetsOf(inbox: LoadedInbox, filter: InboxFilter): Promise<ContributionFacets> {
    const tallies = tallyInbox(
      inbox.inputs.map(({ entry }) => entry),
      filter,
    );
    const people = [...tallies.assignee.keys()].filter((id): id is AccountId => id !== "none");
    const names = await present.names(inbox.live.policyId, people);
    return {
      state: tallies.state,
      standing: tallies.standing,
      channel: tallies.channel,
      stance: tallies.stance,
      outcome: tallies.outcome,
      group: named(tallies.group, names.groups),
      consultation: named(tallies.consultation, names.consultations),
      assignee: named(tallies.assignee, names.people),
      clause: clauseFacet(inbox, tallies.cid),
    };
  }
}

/** Position after the last item of the page before; where that one is gone from the list, its place. */
function afterCursor(cursor: string, passing: readonly { readonly id: ContributionId }[]): number {
  const [position = "0", id] = decodeCursor(cursor, /^(\d{1,9})~([0-9A-Z]{26})$/);
  const at = passing.findIndex((entry) => entry.id === id);
  return at < 0 ? Number(position) : at + 1;
}

/** By name, `none` last. */
function named<Id extends string>(
  counts: ReadonlyMap<Id | "none", number>,
  names: ReadonlyMap<Id, string>,
): { value: Id | "none"; name: string; count: number }[] {
  return [...counts]
    .map(([value, count]) => ({ value, name: value === "none" ? "" : (names.get(value) ?? ""), count }))
    .toSorted((a, b) =>
      a.value === "none" ? 1 : b.value === "none" ? -1 : a.name.localeCompare(b.name, "id"),
    );
}

function clauseFacet(inbox: LoadedInbox, counts: ReadonlyMap<Cid, number>): ContributionFacets["clause"] {
  const { live, gone } = inbox;
  const facet: ContributionFacets["clause"][number][] = [];
  // Depth counts only the clauses that are listed themselves.
  const open: number[] = [];
  for (const [index, { cid, kind }] of live.clauses.entries()) {
    const count = counts.get(cid) ?? 0;
    if (count === 0 || live.indexOf.get(cid) !== index || !isListedClause(live, index)) continue;
    // Alone under its Pasal, and called by the same name: the Pasal stands for both.
    if (kind === "isi") continue;
    while (open.length > 0 && (live.tree.end[open.at(-1) ?? 0] ?? 0) <= index) open.pop();
    facet.push({
      cid,
      citation: nameOf(live, cid),
      words: firstWords(live, index),
      depth: open.length,
      count,
    });
    open.push(index);
  }
  for (const [cid, text] of gone) {
    const count = counts.get(cid) ?? 0;
    const index = text.indexOf.get(cid);
    if (count === 0) continue;
    const words = index === undefined ? "" : firstWords(text, index);
    facet.push({ cid, citation: nameOf(text, cid), words, depth: 0, gone: true, count });
  }
  return facet;
}
