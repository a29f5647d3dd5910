/** Erases terms from a document and its past: rows are masked, and the text goes on in a new epoch. [ER3-ER5] */
import { eraseFromClauses, type ErasureTerms, type FoundInClause } from "../../domain/erasure/erasure.ts";
import type { AccountId, EpochMs, PolicyId } from "../../domain/ids.ts";
import { nextTurn } from "../next-turn.ts";
import { readDocument } from "../document/read.ts";
import { createDocumentUpdate } from "../document/write.ts";
import type { Archive, ArchiveHead, ArchivedRow } from "../log/archive.ts";
import { maskUpdate } from "./mask-update.ts";
import { TaintedPast } from "./tainted-past.ts";

/** What erasing would reach. Plain JSON. */
export interface ErasureScope {
  readonly epoch: number;
  readonly logSeq: number;
  /** Clauses of the live text. */
  readonly live: readonly FoundInClause[];
  /** Rows of the past that hold some of it. */
  readonly rows: number;
}

export interface ErasedDocument extends ErasureScope {
  /** The epoch that was begun; the old one where nothing was found. */
  readonly newEpoch: number;
}

const PAGE_ROWS = 512;
/** Rows read before others get a turn. */
const SLICE_ROWS = 48;

interface Scan extends ErasureScope {
  readonly head: ArchiveHead;
  readonly masked: readonly { readonly seq: number; readonly update: Uint8Array }[];
  /** The first state of the next epoch. */
  readonly state: Uint8Array;
}

async function scan(archive: Archive, policy: PolicyId, terms: ErasureTerms): Promise<Scan | null> {
  const head = await archive.head(policy);
  if (head === null) return null;
  const past = new TaintedPast(terms);
  for await (const row of rowsUpTo(archive, policy, head.lastSeq)) past.read(row);
  const { clauses, origins } = readDocument(past.doc);
  const erased = eraseFromClauses(clauses, terms);
  const masked = [];
  for await (const { seq, update } of rowsUpTo(archive, policy, head.lastSeq)) {
    const other = maskUpdate(update, past.taintedAt(seq));
    if (other !== null) masked.push({ seq, update: other });
  }
  const state = createDocumentUpdate(erased.clauses, origins);
  past.doc.destroy();
  const { epoch, lastSeq: logSeq } = head;
  return { head, epoch, logSeq, live: erased.found, rows: masked.length, masked, state };
}

async function* rowsUpTo(archive: Archive, policy: PolicyId, lastSeq: number): AsyncGenerator<ArchivedRow> {
  let read = 0;
  for (let after = 0; after < lastSeq;) {
    const rows = await archive.rows(policy, after, Math.min(PAGE_ROWS, lastSeq - after));
    if (rows.length === 0) throw new Error(`row ${after + 1} of ${policy} is missing`);
    for (const row of rows) {
      yield row;
      after = row.seq;
      if (++read % SLICE_ROWS === 0) await nextTurn();
    }
  }
}

const scopeOf = ({ epoch, logSeq, live, rows }: Scan): ErasureScope => ({ epoch, logSeq, live, rows });

/** Changes nothing. Null when the document was never created. */
export async function findInDocument(
  archive: Archive,
  policy: PolicyId,
  terms: ErasureTerms,
): Promise<ErasureScope | null> {
  const found = await scan(archive, policy, terms);
  return found && scopeOf(found);
}

/**
 * Nobody may write in the document meanwhile. Where nothing is found nothing happens. [ER8]
 * Rejects with `StaleEpochError` when the log moved all the same.
 */
export async function eraseFromDocument(
  archive: Archive,
  policy: PolicyId,
  terms: ErasureTerms,
  by: { readonly actor: AccountId; readonly at: EpochMs },
): Promise<ErasedDocument | null> {
  const found = await scan(archive, policy, terms);
  if (found === null) return null;
  if (found.live.length === 0 && found.rows === 0) return { ...scopeOf(found), newEpoch: found.epoch };
  const { head, masked, state } = found;
  const first = { update: state, ...by, cause: "command" } as const;
  const newEpoch = await archive.erase(policy, { head, rows: masked, state: first });
  return { ...scopeOf(found), newEpoch };
}
