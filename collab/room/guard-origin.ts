/**
 * Whether an update belongs to this document at all. A clause that names no
 * neighbour was put into an empty root; a client of ours never had one, since
 * the server creates the first state. So it comes from another document, whose
 * clauses would all stand in this one afterwards. [RM17]
 */
import * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";
import { ROOT_NAME } from "../document/wire.ts";
import type { Struct } from "./guard-causality.ts";

/** True when one of `structs` (decoded, not yet part of `doc`) began a root of its own. */
export function beginsAnotherRoot(
  structs: readonly Struct[],
  doc: Y.Doc,
  owners: ReadonlyMap<number, AccountId | null>,
): boolean {
  const begins = structs.some(
    (struct) =>
      struct instanceof Y.Item && (struct.parent as unknown) === ROOT_NAME && struct.parentSub === null,
  );
  return begins && serverBegan(doc, owners);
}

/** Whether the first clause that this root ever had is the server's; a document may also have been created without clauses. */
function serverBegan(doc: Y.Doc, owners: ReadonlyMap<number, AccountId | null>): boolean {
  let item = doc.get(ROOT_NAME, Y.XmlElement)._start;
  for (; item !== null; item = item.right) {
    if (item.origin === null && item.rightOrigin === null && (owners.get(item.id.client) ?? null) === null)
      return true;
  }
  return false;
}
