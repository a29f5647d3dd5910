/** The load, in a process of its own: does one thing at a time that its parent asks for. */
import { coldOpen } from "./cold-open.ts";
import { feedHistory } from "./feed-history.ts";
import { peopleTyping } from "./people-typing.ts";

const LOADS = { coldOpen, feedHistory, peopleTyping };
export type Loads = typeof LOADS;

process.on("message", ({ name, input }: { name: keyof Loads; input: never }) => {
  LOADS[name](input).then(
    (value: unknown) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
