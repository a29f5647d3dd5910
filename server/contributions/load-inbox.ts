/** Every input of a policy with how it stands to the live text, as the filters need it. */
import type { ListedContribution } from "../../db/repos/contribution-inbox.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import { offersComment } from "../../domain/clauses/commentable.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import { ancestorsOf } from "../../domain/clauses/tree.ts";
import type { InboxEntry } from "../../domain/contributions/inbox.ts";
import { standingOf, type Standings, type TargetStanding } from "../../domain/contributions/standing.ts";
import type { Cid, PolicyId, VersionId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { ReadText, TextStandings } from "./text-standings.ts";

export interface LoadedInput {
  readonly listed: ListedContribution;
  readonly entry: InboxEntry;
  readonly standings: readonly TargetStanding[];
}

export interface LoadedInbox {
  readonly live: ReadText;
  readonly inputs: readonly LoadedInput[];
  /** The texts that inputs were given on, by version id. */
  readonly read: ReadonlyMap<VersionId, { readonly text: ReadText; readonly standings: Standings }>;
  /** Clauses that are gone and in no other, with the text that had them. */
  readonly gone: ReadonlyMap<Cid, ReadText>;
}

export type LoadInbox = ReturnType<typeof createLoadInbox>;

export function createLoadInbox({ repos }: Pick<Deps, "repos">, texts: TextStandings) {
  return async function loadInbox(policy: PolicyId): Promise<LoadedInbox> {
    const [live, all] = await Promise.all([texts.live(policy), repos.contributions.listAll(policy)]);
    const read = new Map<VersionId, { text: ReadText; standings: Standings }>();
    for (const id of new Set(all.map(({ versionId }) => versionId))) {
      const text = await texts.version(policy, id);
      read.set(id, { text, standings: await texts.between(text, live) });
    }
    const gone = new Map<Cid, ReadText>();
    const inputs = all.map((listed): LoadedInput => {
      const side = read.get(listed.versionId);
      if (!side) throw new Error(`contribution ${listed.id} without its version`);
      const standings = listed.targets.map((target) => side.standings.of(target));
      const listedUnder = new Set<Cid>();
      let place = Number.POSITIVE_INFINITY;
      for (const { cid, itemCid } of listed.targets) {
        // Under its own id, too, where it is gone: its address goes on leading here.
        listedUnder.add(cid);
        const at = live.indexOf.get(side.standings.placeOf(cid) ?? cid);
        if (at === undefined) {
          gone.set(cid, side.text);
          continue;
        }
        place = Math.min(place, at);
        for (const index of [at, ...ancestorsOf(live.tree, at)]) {
          const above = live.clauses[index];
          if (above) listedUnder.add(above.cid);
        }
        if (itemCid !== undefined) listedUnder.add(itemCid);
      }
      const { answer } = listed;
      const entry = {
        ...listed,
        outcome: answer?.outcome ?? null,
        standing: standingOf(standings),
        listedUnder,
        place,
      };
      return { listed, entry, standings };
    });
    return { live, inputs, read, gone };
  };
}

/** A clause of which the inbox, the outline and the heat speak: headings, Pasal, and what offers comments. */
export function isListedClause(text: ReadText, index: number): boolean {
  const clause = text.clauses[index];
  if (!clause) return false;
  return KINDS[clause.kind].role === "heading" || offersComment(text.clauses, text.tree, index);
}

/** Citation of a clause in this text; for one that has none (judul, kop) its first words. */
export function nameOf(text: ReadText, cid: Cid): string {
  const index = text.indexOf.get(cid);
  if (index === undefined) return "";
  const citation = citationOf(text, index);
  return citation === "" ? firstWords(text, index) : citation;
}

/** The heading, or how the clause begins; of a Pasal how its body does. */
export function firstWords(text: ReadText, index: number, max = 80): string {
  const end = text.tree.end[index] ?? index + 1;
  for (let at = index; at < end; at += 1) {
    const clause = text.clauses[at];
    const words = clause ? clauseText(clause).replaceAll(/\s+/g, " ").trim() : "";
    if (words !== "") return words.length <= max ? words : `${words.slice(0, max - 1).trimEnd()}…`;
  }
  return "";
}
