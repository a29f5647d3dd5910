/**
 * Whether deletions that somebody tells of are all here, judged from bytes. A
 * copy that is a few deletions behind tells of nothing new, and a large
 * document need not be opened to see that.
 */
import * as Y from "yjs";
import { equalBytes } from "./equal-bytes.ts";

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];
type Ranges = readonly { readonly clock: number; readonly len: number }[];

export class KnownDeletes {
  readonly #deletes: DeleteSet;
  /** What was last found to be here: who comes back after a cut has what others have. */
  #found: Uint8Array | null = null;

  /** `deletes` is an update that holds deletions only, as Yjs writes them: in order, neighbours merged. */
  constructor(deletes: Uint8Array) {
    this.#deletes = Y.decodeUpdate(deletes).ds;
  }

  /** Whether `update` holds deletions only, and only such as are here. */
  include(update: Uint8Array): boolean {
    if (this.#found !== null && equalBytes(update, this.#found)) return true;
    if (!this.#includes(update)) return false;
    this.#found = update.slice();
    return true;
  }

  #includes(update: Uint8Array): boolean {
    try {
      const { structs, ds } = Y.decodeUpdate(update);
      return structs.length === 0 && [...ds.clients].every(([client, told]) => this.#covers(client, told));
    } catch {
      return false; // what cannot be read is for the guards to refuse
    }
  }

  #covers(client: number, told: Ranges): boolean {
    const held = this.#deletes.clients.get(client);
    return told.every(({ clock, len }) => {
      const range = held === undefined ? undefined : rangeAt(held, clock);
      return range !== undefined && clock + len <= range.clock + range.len;
    });
  }
}

/** The range that holds `clock`, found by halving. */
function rangeAt(ranges: Ranges, clock: number): Ranges[number] | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Ranges[number];
    if (clock < range.clock) high = middle - 1;
    else if (clock >= range.clock + range.len) low = middle + 1;
    else return range;
  }
  return undefined;
}
