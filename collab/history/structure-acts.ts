/**
 * Rows in which clauses came or went: splits, joins, moves, new and removed
 * ones. Words that only changed their clause are carried, not written. [HI4]
 */
import * as Y from "yjs";
import type { PassageAct } from "../../domain/history/passage.ts";
import type { Cid } from "../../domain/ids.ts";
import { CLAUSE_ATTRIBUTES, MERGED_PREFIX } from "../document/wire.ts";
import { isCid } from "../../domain/ids.ts";
import { cidOf, lastAttribute } from "../document/clause-items.ts";
import { touchedElements, wordingsAround, type RowChanges } from "./row-changes.ts";

export interface StructureAct {
  readonly act: Extract<PassageAct, "removed" | "returned" | "split" | "joined" | "moved">;
  readonly cid: Cid;
  readonly other: Cid | null;
  /** All clauses of the act together, before and after: equal when nothing was written besides. */
  readonly before: string;
  readonly after: string;
  /** Whether `cid` goes on with words of `other`. */
  readonly carries: boolean;
}

export interface Structure {
  readonly acts: readonly StructureAct[];
  /** Clauses that the acts account for; the rest of the row is writing. */
  readonly told: ReadonlySet<Y.XmlElement>;
}

interface Party {
  readonly element: Y.XmlElement;
  readonly cid: Cid;
  readonly before: string;
  readonly after: string;
}

/** `known`: cids that stood in the document before this row. */
export function readStructure(changes: RowChanges, known: ReadonlySet<Cid>): Structure {
  const parties: Party[] = [];
  for (const element of touchedElements(changes)) {
    const cid = cidOf(element);
    if (cid !== null) parties.push({ element, cid, ...wordingsAround(element, changes) });
  }
  const open = new Set(parties);
  const acts: StructureAct[] = [];
  const told = new Set<Y.XmlElement>();
  const tell = (act: StructureAct["act"], main: Party, others: readonly Party[], carries: boolean) => {
    const all = inOrder([main, ...others]);
    for (const party of all) {
      open.delete(party);
      told.add(party.element);
    }
    acts.push({
      act,
      cid: main.cid,
      other: others.find(({ cid }) => cid !== main.cid)?.cid ?? null,
      before: all.map(({ before }) => before).join(""),
      after: all.map(({ after }) => after).join(""),
      carries,
    });
  };
  const find = (fits: (party: Party) => boolean) => [...open].find(fits);
  const isBorn = ({ element }: Party) => changes.born.has(element);
  const isGone = ({ element }: Party) => changes.gone.has(element);

  for (const party of parties.filter(isBorn)) {
    const old = find((other) => isGone(other) && other.cid === party.cid);
    if (old !== undefined) tell("moved", party, [old], false);
  }
  const joined = joinedIn(changes);
  for (const party of parties) {
    if (!open.has(party) || isGone(party)) continue;
    const taken = [...open].filter((other) => isGone(other) && joined.get(party.element)?.has(other.cid));
    if (taken.length > 0) tell("joined", party, taken, true);
  }
  for (const party of parties) {
    if (!open.has(party) || !isBorn(party)) continue;
    const from = lastAttribute(party.element, CLAUSE_ATTRIBUTES.from);
    if (known.has(party.cid)) {
      const source = find((other) => other !== party && gave(other, party.after));
      tell("returned", party, source === undefined ? [] : [source], false);
    } else if (isCid(from) && known.has(from)) {
      const source = find((other) => other.cid === from && !isBorn(other) && !isGone(other));
      if (source !== undefined) tell("split", party, [source], true);
      else tellAlone(party, from);
    }
  }
  for (const party of parties) {
    if (!open.has(party) || !isGone(party)) continue;
    const target = find((other) => other !== party && !isGone(other) && took(other, party.before));
    tell("removed", party, target === undefined ? [] : [target], false);
  }
  return { acts, told };

  /** Split off where nothing stood: the source itself did not change. */
  function tellAlone(party: Party, from: Cid): void {
    open.delete(party);
    told.add(party.element);
    acts.push({
      act: "split",
      cid: party.cid,
      other: from,
      before: party.before,
      after: party.after,
      carries: true,
    });
  }
}

const gave = ({ before, after }: Party, words: string): boolean =>
  words !== "" && before.includes(words) && !after.includes(words);
const took = ({ before, after }: Party, words: string): boolean =>
  words !== "" && after.includes(words) && !before.includes(words);

/** Which cids each clause notes in this row as taken in. */
function joinedIn({ inserted }: RowChanges): Map<unknown, Set<Cid>> {
  const joined = new Map<unknown, Set<Cid>>();
  for (const { parent, parentSub } of inserted) {
    if (parentSub === null || !parentSub.startsWith(MERGED_PREFIX)) continue;
    const cid = parentSub.slice(MERGED_PREFIX.length);
    if (!isCid(cid)) continue;
    const known = joined.get(parent);
    if (known === undefined) joined.set(parent, new Set([cid]));
    else known.add(cid);
  }
  return joined;
}

/** As they stand, or stood, in the document. */
function inOrder(parties: readonly Party[]): readonly Party[] {
  if (parties.filter(({ before, after }) => before !== "" || after !== "").length < 2) return parties;
  const wanted = new Map(parties.map((party) => [party.element, party]));
  const ordered: Party[] = [];
  const root = (parties[0] as Party).element.parent as Y.XmlElement;
  for (let item = root._start; item !== null && ordered.length < parties.length; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    const party = wanted.get(type as Y.XmlElement);
    if (party !== undefined) ordered.push(party);
  }
  return ordered;
}
