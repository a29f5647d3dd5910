/** Which entries of a flat outline hold others, and which are seen. Pure; O(n). */
import type { Cid } from "../../domain/ids.ts";
import type { OutlineEntry } from "./editor-session.ts";

/** Entries that are followed by a deeper one. */
export function foldable(entries: readonly OutlineEntry[]): ReadonlySet<Cid> {
  const holding = new Set<Cid>();
  for (const [index, entry] of entries.entries()) {
    if ((entries[index + 1]?.depth ?? 0) > entry.depth) holding.add(entry.cid);
  }
  return holding;
}

/** What is not inside a folded entry. */
export function unfolded(entries: readonly OutlineEntry[], folded: ReadonlySet<Cid>): OutlineEntry[] {
  const seen: OutlineEntry[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (entry.depth > hiddenBelow) continue;
    hiddenBelow = folded.has(entry.cid) ? entry.depth : Number.POSITIVE_INFINITY;
    seen.push(entry);
  }
  return seen;
}

/** The nearest entry above `entries[index]` that stands less deep. */
export function parentEntry(entries: readonly OutlineEntry[], index: number): OutlineEntry | undefined {
  const depth = entries[index]?.depth ?? 0;
  return entries.slice(0, Math.max(0, index)).findLast((entry) => entry.depth < depth);
}

/** The entries in their order, `size` at a time. */
export function inPortions<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, at) =>
    entries.slice(at * size, (at + 1) * size),
  );
}
