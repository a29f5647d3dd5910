/** Finds out whether a chain is what it was. [AU2] [AU3] [AU7] */
import { CHAIN_START, eventHashOf } from "./event.ts";
import type { AuditEvent, ChainHead } from "./event.ts";

export type ChainFindingKind =
  /** The event's content does not give its hash. */
  | "changed"
  /** Numbers before this one are not there. */
  | "missing"
  /** The event does not carry the hash of its predecessor. */
  | "unlinked"
  /** The kept head is beyond the last event. */
  | "cut-off"
  /** Another event stands where the kept head was. */
  | "rebuilt";

export interface ChainFinding {
  readonly kind: ChainFindingKind;
  readonly chain: string;
  /** Where it shows, from 1. */
  readonly seq: number;
}

/**
 * `events` are those of one chain in order of `seq`. `expectedHeads` were kept
 * elsewhere while the chain grew: each must still be found at its place.
 * An empty answer says that nothing is wrong.
 */
export async function verifyChain(
  chain: string,
  events: readonly AuditEvent[],
  { expectedHeads = [] }: { expectedHeads?: readonly ChainHead[] } = {},
): Promise<ChainFinding[]> {
  const findings: ChainFinding[] = [];
  const found = (kind: ChainFindingKind, seq: number) => findings.push({ kind, chain, seq });
  let before = CHAIN_START;
  for (const event of events) {
    const { seq, prevHash, hash } = event;
    if (seq !== before.seq + 1) found("missing", before.seq + 1);
    else if (prevHash !== before.hash) found("unlinked", seq);
    if (event.chain !== chain || (await eventHashOf(event)) !== hash) found("changed", seq);
    before = { seq, hash };
  }
  const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
  for (const head of expectedHeads) {
    if (head.seq === 0) continue;
    if (head.seq > before.seq) found("cut-off", before.seq + 1);
    // A number missing in the middle was reported above.
    else if (hashes.has(head.seq) && hashes.get(head.seq) !== head.hash) found("rebuilt", head.seq);
  }
  return findings;
}
