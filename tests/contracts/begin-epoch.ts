import type { ErasedPast } from "../../collab/log/archive.ts";
import type { NewUpdate, UpdateLog } from "../../collab/log/update-log.ts";
import type { PolicyId } from "../../domain/ids.ts";

/** Begins the next epoch of a document that exists, as erasing does, and resolves with its number. */
export async function beginEpoch(
  log: UpdateLog,
  document: PolicyId,
  state: NewUpdate,
  rows: ErasedPast["rows"] = [],
): Promise<number> {
  const head = await log.archive.head(document);
  if (head === null) throw new Error(`document ${document} was never created`);
  return log.archive.erase(document, { head, rows, state });
}
