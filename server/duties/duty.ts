import type { Deps } from "../deps.ts";

/** Something that has to be done although nobody asks: sending mail, closing what is over. */
export interface Duty {
  /** For the log. */
  readonly name: string;
  /** Pause between two rounds. On Workers the cron's minute is the shortest. */
  readonly everyMs: number;
  /** One round. It must bear being run twice at once, by another process. */
  readonly run: (deps: Deps) => Promise<unknown>;
}
