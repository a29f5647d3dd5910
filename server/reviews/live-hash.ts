/** The hash of live texts, taken anew only when the text moved: pages ask after every save. */
import { contentHash } from "../../domain/clauses/content.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";

const MAX_KEPT = 200;

export function createLiveHash({ rooms }: Pick<Deps, "rooms">) {
  const kept = new Map<PolicyId, { readonly text: string; readonly hashes: Map<number, string> }>();

  /** Hashes of the durable text under each of the canonical forms. */
  return async function liveHashes(
    { id, documentType, authorityId }: Policy,
    schemas: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    const { epoch, logSeq, clauses } = await rooms.read(id);
    const text = `${epoch} ${logSeq} ${documentType}`;
    const known = kept.get(id);
    const hashes = known?.text === text ? known.hashes : new Map<number, string>();
    for (const schema of new Set(schemas)) {
      if (hashes.has(schema)) continue;
      hashes.set(schema, await contentHash({ documentType, authorityId, clauses }, schema));
    }
    kept.delete(id);
    kept.set(id, { text, hashes });
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return hashes;
  };
}
export type LiveHashes = ReturnType<typeof createLiveHash>;
