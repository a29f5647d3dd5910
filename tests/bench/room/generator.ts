/** The load, in a process of its own: does one thing at a time that its parent asks for. */
import { coldOpen } from "./cold-open.ts";
import { feedHistory } from "./feed-history.ts";
import { askToStop } from "./stop-asked.ts";
import { endStorm, openStorm, storm } from "./storm.ts";
import { attack } from "./hostile.ts";
import { typeAndKill } from "./kill.ts";
import { peopleTyping } from "./people-typing.ts";

const LOADS = { attack, coldOpen, endStorm, feedHistory, openStorm, peopleTyping, storm, typeAndKill };
export type Loads = typeof LOADS;

// Its parent is gone.
process.on("disconnect", () => process.exit());
process.on("message", ({ name, input }: { name: keyof Loads | "stop"; input: never }) => {
  if (name === "stop") return askToStop();
  const run: Promise<unknown> = LOADS[name](input);
  run.then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
