/**
 * Follows a document through its rows and notes the id of every letter that was
 * ever part of what is erased: words count as soon as they can be read in a
 * clause, or in its remains, whoever typed them in however many pieces. [ER4]
 */
import * as Y from "yjs";
import type { Clause } from "../../domain/clauses/clause.ts";
import {
  createWordFinder,
  eraseFromClauses,
  type ErasureTerms,
  type WordFinder,
} from "../../domain/erasure/erasure.ts";
import {
  cidOf,
  clauseElementOf,
  lettersOf,
  wholeDocument,
  wordingsOf,
  type Letter,
} from "../document/clause-items.ts";
import { parseTableValue, tableValueJson } from "../document/states.ts";
import { CLAUSE_ATTRIBUTES } from "../document/wire.ts";
import { IdRanges } from "../history/id-ranges.ts";
import { applyRow, touchedElements } from "../history/row-changes.ts";
import type { ArchivedRow } from "../log/archive.ts";
import { tableKey, type Tainted } from "./mask-update.ts";

export interface EpochPast {
  /** Rows from this one on, up to the next epoch's first, are of one document. */
  readonly firstSeq: number;
  readonly tainted: Tainted;
}

export class TaintedPast {
  /** The document after the last row, with all its tombstones. */
  doc = wholeDocument();
  readonly epochs: EpochPast[] = [];
  readonly #terms: ErasureTerms;
  readonly #cids: ReadonlySet<string>;
  readonly #find: WordFinder;
  #letters = new IdRanges();
  #tables = new Map<string, string>();

  constructor(terms: ErasureTerms) {
    this.#terms = terms;
    this.#cids = new Set(terms.cids);
    this.#find = createWordFinder(terms.words);
  }

  read(row: ArchivedRow): void {
    if (row.wholeState) {
      this.doc.destroy();
      this.doc = wholeDocument();
      this.#letters = new IdRanges();
      this.#tables = new Map();
      this.epochs.push({ firstSeq: row.seq, tainted: { letters: this.#letters, tables: this.#tables } });
    }
    const changes = applyRow(this.doc, row.update);
    for (const element of touchedElements(changes)) this.#readClause(element);
    for (const item of changes.inserted) {
      if (item.parentSub === CLAUSE_ATTRIBUTES.value) this.#readTable(item);
    }
  }

  /** The ids of what is erased in the rows from `seq` on. */
  taintedAt(seq: number): Tainted {
    const epoch = this.epochs.findLast(({ firstSeq }) => firstSeq <= seq);
    return epoch?.tainted ?? { letters: new IdRanges(), tables: new Map() };
  }

  #readClause(element: Y.XmlElement): void {
    const cid = cidOf(element);
    if (cid !== null && this.#cids.has(cid)) return this.#taint([...lettersOf(element)]);
    // Nearly every row of a long past is looked at in vain: letter by letter only where there is something.
    const { whole, readable } = wordingsOf(element);
    if (this.#find(whole).length === 0 && (readable === whole || this.#find(readable).length === 0)) return;
    const all = [...lettersOf(element)];
    this.#taintWords(all);
    // What was struck may part the letters of a word that can be read.
    if (all.some(({ dead }) => dead)) this.#taintWords(all.filter(({ dead }) => !dead));
  }

  #taintWords(letters: readonly Letter[]): void {
    const text = letters.map((letter) => letter.text).join("");
    for (const [start, end] of this.#find(text)) this.#taint(letters.slice(start, end));
  }

  #taint(letters: readonly Letter[]): void {
    for (const { client, clock, text } of letters) {
      if (text !== "\n" && !this.#letters.has(client, clock)) this.#letters.add(client, clock, 1);
    }
  }

  #readTable(item: Y.Item): void {
    const element = clauseElementOf(item);
    const json: unknown = item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined;
    const value = typeof json === "string" ? parseTableValue(json) : undefined;
    const cid = element === null ? null : cidOf(element);
    if (cid === null || value === undefined) return;
    const clause: Clause = { cid, kind: "tabel", level: 0, runs: [], value };
    const erased = eraseFromClauses([clause], this.#terms).clauses[0]?.value;
    if (erased !== undefined && erased !== value) this.#tables.set(tableKey(item.id), tableValueJson(erased));
  }
}
