/** Whether a Yjs state holds words or clauses that are to go, in what can be read or in what was struck. */
import * as Y from "yjs";
import { createWordFinder, ERASED_WORDS, type ErasureTerms } from "../../domain/erasure/erasure.ts";
import { cidOf, isClauseElement, rootElement, wholeDocument, wordingsOf } from "./clause-items.ts";
import { parseTableValue } from "./states.ts";
import { CLAUSE_ATTRIBUTES } from "./wire.ts";

export function stateHolds(state: Uint8Array, terms: ErasureTerms): boolean {
  const find = createWordFinder(terms.words);
  const cids = new Set(terms.cids);
  const doc = wholeDocument();
  Y.applyUpdate(doc, state);
  try {
    for (let item = rootElement(doc)._start; item !== null; item = item.right) {
      const type = item.content instanceof Y.ContentType ? item.content.type : null;
      if (!isClauseElement(type)) continue;
      const { whole: all, readable: read } = wordingsOf(type);
      const cid = cidOf(type);
      if (cid !== null && cids.has(cid) && all !== "" && all !== ERASED_WORDS) return true;
      if (find(all).length > 0 || find(read).length > 0 || tableHolds(type, find)) return true;
    }
    return false;
  } finally {
    doc.destroy();
  }
}

function tableHolds(element: Y.XmlElement, find: ReturnType<typeof createWordFinder>): boolean {
  for (let item = element._map.get(CLAUSE_ATTRIBUTES.value) ?? null; item !== null; item = item.left) {
    const json: unknown = item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined;
    const cells = typeof json === "string" ? (parseTableValue(json)?.rows.flat() ?? [json]) : [];
    if (cells.some((cell) => find(cell).length > 0)) return true;
  }
  return false;
}
