/**
 * Reads the rows of a document one after the other and says who wrote what in
 * which clause. Keeps a document with all its tombstones; a row costs about what
 * applying it costs. Rules: `domain/history/RULES.md`.
 */
import * as Y from "yjs";
import { PAUSE_MS, STRETCH_MS } from "../../domain/history/passage.ts";
import { isCid, type Cid, type EpochMs } from "../../domain/ids.ts";
import { CLAUSE_ATTRIBUTES } from "../document/wire.ts";
import type { ArchivedRow, ClauseLine, HistoryProgress, NewPassage } from "../log/archive.ts";
import {
  cidOf,
  clauseElementOf,
  isClauseElement,
  lastAttribute,
  lettersOf,
  rootElement,
  wholeDocument,
} from "../document/clause-items.ts";
import { IdRanges } from "./id-ranges.ts";
import { piecesOf } from "./passage-pieces.ts";
import { applyRow, cellsOf, FORM_ATTRIBUTES, isLetters, type RowChanges } from "./row-changes.ts";
import { packStretches, passageOf, unpackStretches, type Stretch } from "./stretch.ts";
import { hasStructure, readStructure } from "./structure-acts.ts";

/** Raised when what is derived changes its meaning: then all is derived anew. */
const FORMAT = 1;
/** Stretches that ended are looked for so often. */
const SWEEP_ROWS = 256;

export class Replay {
  /** All rows up to here were read. */
  seq = 0;
  #doc = wholeDocument();
  #known = new Map<Cid, Y.XmlElement[]>();
  #stretches = new Map<string, Stretch>();
  #settled: NewPassage[] = [];
  #lines: ClauseLine[] = [];

  /** Goes on from what was kept; from the beginning when it is of another format. */
  static from(kept: HistoryProgress | null): Replay {
    const replay = new Replay();
    if (kept === null || kept.format !== FORMAT) return replay;
    Y.applyUpdate(replay.#doc, kept.state);
    replay.seq = kept.seq;
    replay.#noteElements();
    for (const stretch of unpackStretches(kept.open, replay.#doc))
      replay.#stretches.set(keyOf(stretch), stretch);
    return replay;
  }

  /** The next row. */
  read(row: ArchivedRow): void {
    this.seq = row.seq;
    if (row.wholeState) return this.#begin(row);
    this.#settleDoomed(row);
    const changes = applyRow(this.#doc, row.update);
    if (hasStructure(changes)) this.#readStructure(row, changes);
    else this.#readWriting(row, changes, NOBODY);
    // A command is done when it is done; only typing goes on.
    if (row.cause !== "typed") this.#endWrittenIn(row);
    if (row.seq % SWEEP_ROWS === 0) this.#sweep(row.at, this.seq);
  }

  /**
   * Ends what nobody went on with for a while before `now`, when there are no more rows. It counts as
   * settled by the row to come, so that progress kept before, which still has it open, does not tell it twice.
   */
  settle(now: EpochMs): void {
    this.#sweep(now, this.seq + 1);
  }

  #sweep(now: EpochMs, settledSeq: number): void {
    for (const stretch of this.#stretches.values())
      if (now - stretch.at > PAUSE_MS) this.#end(stretch, settledSeq);
  }

  /** What was found since it was last asked. */
  takeDerived(): { settled: readonly NewPassage[]; lines: readonly ClauseLine[] } {
    const derived = { settled: this.#settled, lines: this.#lines };
    this.#settled = [];
    this.#lines = [];
    return derived;
  }

  /** Whether there is something to take. */
  get foundMore(): boolean {
    return this.#settled.length > 0 || this.#lines.length > 0;
  }

  /** What is being written now. */
  get writing(): NewPassage[] {
    return [...this.#stretches.values()].flatMap((stretch) => passageOf(stretch, null) ?? []);
  }

  progress(): HistoryProgress {
    const state = Y.encodeStateAsUpdate(this.#doc);
    return { format: FORMAT, seq: this.seq, open: packStretches(this.#stretches.values()), state };
  }

  /** A row with a whole state: the document as it was created, or a new epoch. */
  #begin(row: ArchivedRow): void {
    for (const stretch of this.#stretches.values()) this.#end(stretch);
    this.#doc.destroy();
    this.#doc = wholeDocument();
    Y.applyUpdate(this.#doc, row.update);
    this.#noteElements();
    if (row.seq > 1) return;
    const act = { ...actOf(row), act: "first", other: null } as const;
    this.#settled.push({ ...act, cid: null, pieces: [] });
    for (const element of rootElement(this.#doc).toArray()) {
      const cid = isClauseElement(element) ? cidOf(element) : null;
      if (!isClauseElement(element) || cid === null) continue;
      const words = [...lettersOf(element)].map(({ text }) => text).join("");
      const cells = cellsOf(lastAttribute(element, CLAUSE_ATTRIBUTES.value));
      const pieces = piecesOf("", [words, cells].filter(Boolean).join("\n"));
      this.#settled.push({ ...act, cid, pieces });
    }
  }

  /** Under every cid that it ever had. */
  #noteElement(element: Y.XmlElement): void {
    for (let item = element._map.get(CLAUSE_ATTRIBUTES.cid) ?? null; item !== null; item = item.left) {
      const cid: unknown = item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined;
      if (!isCid(cid)) continue;
      const known = this.#known.get(cid);
      if (known === undefined) this.#known.set(cid, [element]);
      else if (!known.includes(element)) known.push(element);
    }
  }

  #noteElements(): void {
    this.#known = new Map();
    const root = rootElement(this.#doc);
    for (let item = root._start; item !== null; item = item.right) {
      const type = item.content instanceof Y.ContentType ? item.content.type : null;
      if (isClauseElement(type)) this.#noteElement(type);
    }
  }

  /** Ends what is written in clauses that this row takes away, while the words around it still stand. */
  #settleDoomed({ update }: ArchivedRow): void {
    if (this.#stretches.size === 0) return;
    const { ds } = Y.decodeUpdate(update);
    if (ds.clients.size === 0) return;
    for (const stretch of this.#stretches.values()) {
      if (Y.isDeleted(ds, (stretch.element._item as Y.Item).id)) this.#end(stretch);
    }
  }

  #readStructure(row: ArchivedRow, changes: RowChanges): void {
    const { acts, told } = readStructure(changes, this.#known);
    for (const { carries, ...act } of acts) {
      this.#settled.push({ ...actOf(row), ...act });
      if (carries && act.other !== null) this.#lines.push({ cid: act.cid, seq: row.seq, other: act.other });
    }
    for (const element of changes.born) {
      this.#noteElement(element);
      if (!told.has(element)) this.#stretch(row, element, "new");
    }
    this.#readWriting(row, changes, told);
  }

  #readWriting(
    row: ArchivedRow,
    { inserted, deleted, born }: RowChanges,
    told: ReadonlySet<Y.XmlElement>,
  ): void {
    for (const item of inserted) {
      const element = clauseElementOf(item);
      if (element === null || told.has(element)) continue;
      if (item.parentSub !== null) this.#readAttribute(row, element, item, born.has(element));
      else if (isLetters(item)) {
        const lost = element._item?.deleted === true;
        const stretch = this.#stretch(row, element, lost ? "lost" : born.has(element) ? "new" : "words");
        stretch?.added.add(item.id.client, item.id.clock, item.length);
      } else if (item.content instanceof Y.ContentFormat && !born.has(element)) {
        const stretch = this.#stretch(row, element, "words");
        if (stretch !== null) stretch.form = true;
      }
    }
    for (const item of deleted) {
      if (!isLetters(item)) continue;
      const element = clauseElementOf(item);
      if (element === null || told.has(element) || element._item?.deleted === true) continue;
      this.#stretch(row, element, "words")?.removed.add(item.id.client, item.id.clock, item.length);
    }
  }

  #readAttribute(row: ArchivedRow, element: Y.XmlElement, item: Y.Item, born: boolean): void {
    const { parentSub: key } = item;
    const last = item.left?.content instanceof Y.ContentAny ? item.left.content.arr.at(-1) : undefined;
    if (key === CLAUSE_ATTRIBUTES.cid && !born) {
      const cid = cidOf(element);
      this.#noteElement(element);
      if (cid !== null && isCid(last) && last !== cid) this.#lines.push({ cid, seq: row.seq, other: last });
    } else if (key === CLAUSE_ATTRIBUTES.value) {
      const stretch = this.#stretch(row, element, born ? "new" : "words");
      const after = item.content instanceof Y.ContentAny ? cellsOf(item.content.arr.at(-1)) : "";
      if (stretch !== null) stretch.table = { before: stretch.table?.before ?? cellsOf(last), after };
    } else if (!born && key !== null && FORM_ATTRIBUTES.has(key)) {
      const stretch = this.#stretch(row, element, "words");
      if (stretch !== null) stretch.form = true;
    }
  }

  /** The stretch that a row goes on with; a new one after a pause. Null for a clause without id. */
  #stretch(row: ArchivedRow, element: Y.XmlElement, act: Stretch["act"]): Stretch | null {
    const { actor, cause, seq, at } = row;
    const going = this.#stretches.get(keyOf({ element, actor, cause, act })) ?? null;
    const fresh = act !== "words" ? null : this.#stretches.get(keyOf({ element, actor, cause, act: "new" }));
    const present = going ?? fresh ?? null;
    if (present !== null && at - present.at <= PAUSE_MS && at - present.since <= STRETCH_MS) {
      present.seq = seq;
      present.at = at;
      return present;
    }
    if (present !== null) this.#end(present);
    const cid = cidOf(element);
    if (cid === null) return null;
    const started: Stretch = {
      element,
      cid,
      actor,
      cause,
      act,
      firstSeq: seq,
      since: at,
      seq,
      at,
      added: new IdRanges(),
      removed: new IdRanges(),
      form: false,
      table: null,
    };
    this.#stretches.set(keyOf(started), started);
    return started;
  }

  #endWrittenIn({ seq }: ArchivedRow): void {
    for (const stretch of this.#stretches.values()) {
      if (stretch.seq === seq && stretch.cause !== "typed") this.#end(stretch);
    }
  }

  #end(stretch: Stretch, settledSeq = this.seq): void {
    this.#stretches.delete(keyOf(stretch));
    const passage = passageOf(stretch, settledSeq);
    if (passage !== null) this.#settled.push(passage);
  }
}

const NOBODY: ReadonlySet<Y.XmlElement> = new Set();

function keyOf({ element, actor, cause, act }: Pick<Stretch, "element" | "actor" | "cause" | "act">): string {
  const { client, clock } = (element._item as Y.Item).id;
  return `${client}.${clock}.${actor ?? ""}.${cause}.${act}`;
}

const actOf = ({ seq, at, actor, cause }: ArchivedRow) =>
  ({ firstSeq: seq, seq, settledSeq: seq, since: at, at, actor, cause, open: false }) as const;
