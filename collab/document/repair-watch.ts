/**
 * Tells after each edit whether a document has something to repair, from what
 * the edit touched: a scan of all clauses after every change of structure
 * would hold up everybody on a large document. It agrees with `findProblems`.
 */
import { ContentType, Item, iterateDeletedStructs, XmlElement } from "yjs";
import type { Doc, Transaction } from "yjs";
import { cidOfElement, hasOwnProblem } from "./repair.ts";
import { rootOf } from "./read.ts";
import { ELEMENTS } from "./wire.ts";

export class RepairWatch {
  readonly #doc: Doc;
  /** The clauses that are there, with the cid that each has; null before the first question. */
  #cids: Map<XmlElement, string | null> | null = null;
  /** How many clauses have each cid. */
  readonly #holders = new Map<string, number>();
  #duplicates = 0;
  readonly #unsound = new Set<XmlElement>();

  constructor(doc: Doc) {
    this.#doc = doc;
    doc.on("afterTransaction", (transaction: Transaction) => this.#note(transaction));
  }

  /** Whether `findProblems` would find something. The first call looks at everything. */
  needsRepair(): boolean {
    const root = rootOf(this.#doc);
    if (this.#cids === null) {
      this.#cids = new Map();
      for (const element of root.toArray()) this.#look(element);
    }
    return root.length === 0 || this.#duplicates > 0 || this.#unsound.size > 0;
  }

  #note(transaction: Transaction): void {
    if (this.#cids === null) return;
    const root = rootOf(this.#doc);
    iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      const element = elementOf(struct);
      if (element !== null) this.#forget(element);
    });
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0;
      if (start === end) continue;
      const structs = this.#doc.store.clients.get(client) ?? [];
      for (let index = structs.length - 1; index >= 0; index--) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock < start) break;
        if (struct instanceof Item && struct.parent === root && !struct.deleted)
          this.#look(elementOf(struct));
      }
    }
    for (const type of transaction.changed.keys()) {
      if (type instanceof XmlElement && type._item?.parent === root && !type._item.deleted) this.#look(type);
    }
  }

  #look(element: unknown): void {
    if (!(element instanceof XmlElement) || element.nodeName !== ELEMENTS.clause) return;
    this.#setCid(element, cidOfElement(element));
    if (hasOwnProblem(element)) this.#unsound.add(element);
    else this.#unsound.delete(element);
  }

  #forget(element: XmlElement): void {
    if (!this.#cids?.has(element)) return;
    this.#setCid(element, null);
    this.#cids.delete(element);
    this.#unsound.delete(element);
  }

  #setCid(element: XmlElement, cid: string | null): void {
    const before = this.#cids?.get(element) ?? null;
    this.#cids?.set(element, cid);
    if (before === cid) return;
    if (before !== null) this.#count(before, -1);
    if (cid !== null) this.#count(cid, 1);
  }

  #count(cid: string, by: number): void {
    const before = this.#holders.get(cid) ?? 0;
    const after = before + by;
    this.#duplicates += Math.max(0, after - 1) - Math.max(0, before - 1);
    if (after === 0) this.#holders.delete(cid);
    else this.#holders.set(cid, after);
  }
}

function elementOf(struct: unknown): XmlElement | null {
  if (!(struct instanceof Item) || !(struct.content instanceof ContentType)) return null;
  return struct.content.type instanceof XmlElement ? struct.content.type : null;
}
