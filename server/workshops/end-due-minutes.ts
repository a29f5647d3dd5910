import type { Deps } from "../deps.ts";
import { createReadClauseWords } from "./clause-words.ts";
import { createKeepMinutes } from "./keep-minutes.ts";

/** Ends the minutes whose time has come, though nobody looks at them. [WS19] */
export async function endDueMinutes(deps: Deps): Promise<void> {
  const { settle } = createKeepMinutes({ ...deps, clauseWords: createReadClauseWords(deps) });
  for (const workshop of await deps.repos.workshopMinutes.due(deps.now())) await settle(workshop);
}
