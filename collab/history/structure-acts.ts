/**
 * Rows in which clauses came or went: splits, joins, moves, new and removed
 * ones. Words that only changed their clause are carried, not written. [HI4]
 */
import * as Y from "yjs";
import type { Passage, PassageAct } from "../../domain/history/passage.ts";
import { isCid, type Cid } from "../../domain/ids.ts";
import { cidOf, lastAttribute } from "../document/clause-items.ts";
import { CLAUSE_ATTRIBUTES, MERGED_PREFIX } from "../document/wire.ts";
import { joinMarks, markLetters, type WordMark } from "../../domain/versions/word-marks.ts";
import { shorten } from "./passage-pieces.ts";
import { touchedElements, wordsMoved, type RowChanges } from "./row-changes.ts";

export interface StructureAct {
  readonly act: Extract<PassageAct, "removed" | "returned" | "split" | "joined" | "moved">;
  readonly cid: Cid;
  readonly other: Cid | null;
  /** What was written or struck besides. */
  readonly pieces: Passage["pieces"];
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
  readonly taken: string;
  readonly late: string;
  readonly put: string;
}

/** Every element that ever had a cid; a clause that was moved or came back has several. */
export type ElementsByCid = ReadonlyMap<Cid, readonly Y.XmlElement[]>;

/** Whether a row is more than writing. */
export const hasStructure = (changes: RowChanges): boolean =>
  changes.born.size > 0 || changes.gone.size > 0 || joinedIn(changes).size > 0;

/** `known`: the clauses that stood in the document before this row. */
export function readStructure(changes: RowChanges, known: ElementsByCid): Structure {
  const joined = joinedIn(changes);
  const parties = partiesOf(changes, joined, known);
  const open = new Set(parties);
  const acts: StructureAct[] = [];
  const told = new Set<Y.XmlElement>();
  const isBorn = ({ element }: Party) => changes.born.has(element);
  const isGone = ({ element }: Party) => element._item?.deleted === true;
  const goesNow = ({ element }: Party) => changes.gone.has(element);
  const others = (party: Party, fits: (other: Party) => boolean) =>
    [...open].filter((other) => other !== party && fits(other));
  const tell = (act: StructureAct["act"], main: Party, with_: readonly Party[], other: Cid | null) => {
    const all = inOrder([main, ...with_]);
    for (const party of all) {
      open.delete(party);
      told.add(party.element);
    }
    const [taken, late, put] = (["taken", "late", "put"] as const).map((key) =>
      all.map((party) => party[key]).join(""),
    ) as [string, string, string];
    // Somebody who did several things offline may put here what they took there.
    const elsewhere = parties.map((party) => (all.includes(party) ? "" : party.taken + party.late)).join("");
    const carries = act === "split" || act === "joined";
    acts.push({ act, cid: main.cid, other, pieces: besides(taken, late + elsewhere, put), carries });
  };

  for (const party of parties.filter(isBorn)) {
    const [old] = others(party, (other) => goesNow(other) && other.cid === party.cid);
    if (old !== undefined) tell("moved", party, [old], null);
  }
  for (const party of parties) {
    const cids = joined.get(party.element);
    const isBack = isBorn(party) && known.has(party.cid);
    if (!open.has(party) || isGone(party) || isBack || cids === undefined) continue;
    const taken = others(party, (other) => isGone(other) && cids.has(other.cid));
    if (taken.length > 0)
      tell("joined", party, taken, taken.find(({ cid }) => cid !== party.cid)?.cid ?? null);
  }
  for (const party of parties.filter(isBorn)) {
    if (!open.has(party)) continue;
    const from = lastAttribute(party.element, CLAUSE_ATTRIBUTES.from);
    if (known.has(party.cid)) {
      const sources = others(party, ({ taken }) => party.put !== "" && taken.includes(party.put));
      tell("returned", party, sources.slice(0, 1), null);
    } else if (isCid(from) && known.has(from)) {
      tell(
        "split",
        party,
        others(party, (other) => other.cid === from && !isBorn(other)),
        from,
      );
    }
  }
  for (const party of parties) {
    if (!open.has(party) || !goesNow(party)) continue;
    const targets = others(
      party,
      (other) => !isGone(other) && party.taken !== "" && other.put.includes(party.taken),
    );
    tell("removed", party, targets.slice(0, 1), null);
  }
  return { acts, told };
}

/** Without what was carried: taken and put again, here, from elsewhere, twice, or by two who both had taken it. */
function besides(taken: string, others: string, put: string): Passage["pieces"] {
  const marks = markLetters(taken, put);
  const from = `${taken}\n${others}`;
  return shorten(
    joinMarks(marks.flatMap((mark) => (mark.op === "added" ? written(mark.text, from) : [mark]))),
  );
}

/** Letters in a row that are no chance when they stand elsewhere, too. */
const CARRIED_MIN = 4;

/** What of `text` was written: not what stands in `from`, as a whole or in pieces of some length. */
function written(text: string, from: string): WordMark[] {
  if (from.includes(text)) return [{ op: "same", text }];
  return markLetters(from, text).flatMap(({ op, text: piece }): WordMark[] => {
    if (op === "removed") return [];
    return [{ op: op === "same" && piece.length >= CARRIED_MIN ? "same" : "added", text: piece }];
  });
}

/** The clauses that the row touched, and those that it says it took words from though somebody was faster. */
function partiesOf(
  changes: RowChanges,
  joined: ReadonlyMap<unknown, ReadonlySet<Cid>>,
  known: ElementsByCid,
): readonly Party[] {
  const elements = touchedElements(changes);
  const sources = [...joined.values()].flatMap((cids) => [...cids]);
  for (const element of changes.born) {
    const from = lastAttribute(element, CLAUSE_ATTRIBUTES.from);
    if (isCid(from)) sources.push(from);
  }
  for (const cid of sources) for (const element of known.get(cid) ?? []) elements.add(element);
  return [...elements].flatMap((element) => {
    const cid = cidOf(element);
    return cid === null ? [] : [{ element, cid, ...wordsMoved(element, changes) }];
  });
}

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
  if (parties.filter(({ taken, late, put }) => taken + late + put !== "").length < 2) return parties;
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
