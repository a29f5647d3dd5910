/**
 * What the room of an object counted, on its way to `/metrics`. It is kept in the object first, so that a sleep loses
 * none, and handed over at the object's next alarm; refusals are handed over at once.
 */
import { nameCounters, type RoomCounters } from "./room/counters.ts";

type Figures = Readonly<Record<string, number>>;

/** Where untold figures lie in the object's storage. */
const KEY = "untold-figures";
/** Refusals are handed over this long after the first of them. */
const REFUSALS_AFTER_MS = 1_000;

export interface FigureKeeperOptions {
  readonly counters: RoomCounters;
  readonly kept: Pick<SyncKvStorage, "get" | "put" | "delete">;
  /** Adds to the sums of all documents. */
  readonly add: (figures: Figures) => Promise<void>;
  /** What changed is kept after so long; below the ten seconds after which an object may sleep. */
  readonly keepAfterMs: () => number;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly report: (error: unknown) => void;
}

export class FigureKeeper {
  readonly #options: FigureKeeperOptions;
  #gathered: Figures = {};
  #isKeeping = false;
  #isTelling = false;

  constructor(options: FigureKeeperOptions) {
    this.#options = options;
  }

  /** Something was counted. */
  changed(): void {
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    setTimeout(() => {
      this.#isKeeping = false;
      this.#gather();
    }, this.#options.keepAfterMs());
  }

  /** Somebody was refused. */
  refused(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      this.#options.waitUntil(this.handOver());
    }, REFUSALS_AFTER_MS);
  }

  /** Tells what has not been told. What cannot be told now is told later. */
  async handOver(): Promise<void> {
    const { kept, add, report } = this.#options;
    const untold = this.#gather();
    if (Object.keys(untold).length === 0) return;
    kept.delete(KEY);
    try {
      await add(untold);
    } catch (error) {
      kept.put(KEY, sum(kept.get<Figures>(KEY) ?? {}, untold));
      report(error);
    }
  }

  /** Puts what was counted since the last time to what is kept. */
  #gather(): Figures {
    const { counters, kept } = this.#options;
    const before = this.#gathered;
    const now = nameCounters(counters);
    const grown = Object.entries(now).map(([name, value]) => [name, value - (before[name] ?? 0)] as const);
    const news = Object.fromEntries(grown.filter(([, more]) => more > 0));
    const untold = kept.get<Figures>(KEY) ?? {};
    if (Object.keys(news).length === 0) return untold;
    this.#gathered = now;
    const all = sum(untold, news);
    kept.put(KEY, all);
    return all;
  }
}

function sum(left: Figures, right: Figures): Figures {
  const all: Record<string, number> = { ...left };
  for (const [name, value] of Object.entries(right)) all[name] = (all[name] ?? 0) + value;
  return all;
}
