/** Rows of the log as the driver gives them, put together to what they mean. */
import type { SqlValue } from "../../db/sql-connection.ts";
import type { AccountId } from "../../domain/ids.ts";
import { joinParts } from "./log-schema.ts";
import type { LoadedDocument, LoggedUpdate, SnapshotShape, UpdateCause } from "./update-log.ts";

type Row = readonly SqlValue[];

/** Columns of an update's row, in the order that `toUpdates` reads. */
export const UPDATE_COLUMNS = "seq, part, at, actor, cause, bytes";

/** One statement is one consistent view, whatever commits meanwhile. Kinds: 0 document, 1 snapshot, 2 tail, 3 owner, 4 where the texts of the snapshot stand. */
export const LOAD_SQL = `
  with doc as (select * from documents where document = ?)
  select 0 as kind, epoch as a, snapshot_seq as b, tail_after as c, null as actor, snapshot_deletes_at as cause, snapshot_state_vector as bytes from doc
  union all
  select 1, s.seq, s.part, 0, null, null, s.bytes from snapshots s, doc where s.document_id = doc.id and s.seq = doc.snapshot_seq
  union all
  select 2, u.seq, u.part, u.at, u.actor, u.cause, u.bytes from updates u, doc where u.document_id = doc.id and u.seq > doc.tail_after
  union all
  select 3, o.client, 0, 0, o.actor, null, null from client_owners o, doc where o.document_id = doc.id and o.epoch = doc.epoch
  union all
  select 4, 0, 0, 0, null, null, s.texts from snapshots s, doc where s.document_id = doc.id and s.seq = doc.snapshot_seq and s.part = 0 and s.texts is not null`;

/** The answer of `LOAD_SQL`; null when the document was never created. */
export function toLoadedDocument(rows: readonly Row[]): LoadedDocument | null {
  const head = rows.find(([kind]) => kind === 0);
  if (!head) return null;
  const snapshot = rows.filter(([kind]) => kind === 1).toSorted((x, y) => Number(x[2]) - Number(y[2]));
  const tail = rows.filter(([kind]) => kind === 2).map(([, ...rest]) => rest);
  const owners = rows.filter(([kind]) => kind === 3);
  return {
    epoch: Number(head[1]),
    snapshot: snapshot.length === 0 ? null : joinParts(snapshot.map((row) => row[6] as Uint8Array)),
    snapshotSeq: Number(head[2]),
    snapshotShape: snapshot.length === 0 ? null : toShape(head, rows),
    tail: toUpdates(tail),
    clientOwners: new Map(owners.map((row) => [Number(row[1]), (row[4] || null) as AccountId | null])),
  };
}

function toShape([, , , , , deletesAt, stateVector]: Row, rows: readonly Row[]): SnapshotShape | null {
  if (typeof deletesAt !== "number" || !(stateVector instanceof Uint8Array)) return null;
  const texts = rows.find(([kind]) => kind === 4)?.[6];
  return { stateVector, deletesAt, texts: texts instanceof Uint8Array ? texts : null };
}

/** Rows of `UPDATE_COLUMNS` in any order, parts joined, ascending by seq. */
export function toUpdates(rows: readonly Row[]): LoggedUpdate[] {
  const sorted = rows.toSorted((x, y) => Number(x[0]) - Number(y[0]) || Number(x[1]) - Number(y[1]));
  const updates: LoggedUpdate[] = [];
  let parts: Uint8Array[] = [];
  for (const [index, [seq, , at, actor, cause, bytes]] of sorted.entries()) {
    parts.push(bytes as Uint8Array);
    if (sorted[index + 1]?.[0] === seq) continue;
    updates.push({
      seq: Number(seq),
      at: Number(at),
      actor: actor as AccountId | null,
      cause: cause as UpdateCause,
      update: joinParts(parts),
    });
    parts = [];
  }
  return updates;
}
