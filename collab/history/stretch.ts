/** What one person is writing in one clause: ids of letters, from which the passage is read when it ends. [HI2] */
import * as Y from "yjs";
import type { Passage, PassageAct, PassageCause } from "../../domain/history/passage.ts";
import type { AccountId, Cid, EpochMs } from "../../domain/ids.ts";
import type { WordMark } from "../../domain/versions/word-marks.ts";
import type { NewPassage } from "../log/archive.ts";
import { isClauseElement, lettersOf } from "../document/clause-items.ts";
import { IdRanges } from "./id-ranges.ts";
import { piecesOf, piecesOfLetters } from "./passage-pieces.ts";

export interface Stretch {
  readonly element: Y.XmlElement;
  readonly cid: Cid;
  readonly actor: AccountId | null;
  readonly cause: PassageCause;
  readonly act: Extract<PassageAct, "words" | "new" | "lost">;
  readonly firstSeq: number;
  readonly since: EpochMs;
  seq: number;
  at: EpochMs;
  readonly added: IdRanges;
  readonly removed: IdRanges;
  /** Kind, level, number or look changed, too. */
  form: boolean;
  /** Cells before and after, where a table changed. */
  table: { readonly before: string; readonly after: string } | null;
}

/** Null when nothing is left of it: what was typed and taken back is not told. */
export function passageOf(stretch: Stretch, settledSeq: number | null): NewPassage | null {
  const { cid, actor, cause, firstSeq, seq, since, at, table } = stretch;
  const words = piecesOfLetters(lettersWith(stretch));
  const cells = table === null ? [] : piecesOf(table.before, table.after);
  const act = actOf(stretch, words, cells);
  if (act === null) return null;
  const pieces = [...words, ...cells];
  return {
    firstSeq,
    seq,
    settledSeq,
    since,
    at,
    cid,
    actor,
    cause,
    act,
    other: null,
    pieces,
    open: settledSeq === null,
  };
}

function actOf(
  { act, form }: Stretch,
  words: Passage["pieces"],
  cells: Passage["pieces"],
): PassageAct | null {
  if (act === "new" || words.length > 0) return act;
  if (cells.length > 0) return "table";
  return form && act === "words" ? "form" : null;
}

/** The clause with what this stretch alone did to it. What others took away meanwhile is left out. */
function lettersWith({ element, added, removed, act }: Stretch): WordMark[] {
  const marks: WordMark[] = [];
  for (const { client, clock, text, dead } of lettersOf(element)) {
    const mine = added.has(client, clock);
    if (act === "lost") {
      if (mine) marks.push({ op: "added", text });
    } else if (removed.has(client, clock)) {
      if (!mine) marks.push({ op: "removed", text });
    } else if (mine) marks.push({ op: "added", text });
    else if (!dead) marks.push({ op: "same", text });
  }
  return marks;
}

/** As JSON, to go on from later. */
export function packStretches(stretches: Iterable<Stretch>): string {
  const packed = [...stretches].map(({ element, ...rest }) => {
    const { client, clock } = (element._item as Y.Item).id;
    return { ...rest, element: [client, clock] };
  });
  return JSON.stringify(packed);
}

/** The inverse of `packStretches` over the same document. */
export function unpackStretches(json: string, doc: Y.Doc): Stretch[] {
  const packed = JSON.parse(json) as (Omit<Stretch, "element" | "added" | "removed"> & {
    element: [number, number];
    added: Parameters<typeof IdRanges.from>[0];
    removed: Parameters<typeof IdRanges.from>[0];
  })[];
  return packed.map(({ element: [client, clock], added, removed, ...rest }) => {
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    const type = item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null;
    if (!isClauseElement(type)) throw new Error("a kept stretch names no clause");
    return { ...rest, element: type, added: IdRanges.from(added), removed: IdRanges.from(removed) };
  });
}
