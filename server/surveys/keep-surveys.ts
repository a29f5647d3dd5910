/** What surveys need although nobody asks: closing at the end of the window, an empty write-ahead log while they are open. */
import type { Deps } from "../deps.ts";
import { createCloseSurvey } from "./close-survey.ts";

export async function closeDueSurveys(deps: Pick<Deps, "repos" | "now" | "emptyLog">): Promise<void> {
  const { closeSurvey } = createCloseSurvey(deps);
  for (const id of await deps.repos.surveys.dueToClose(deps.now())) {
    const setting = await deps.repos.surveys.setting(id);
    if (setting) await closeSurvey(setting, null);
  }
}

/** Rows that were written one after the other stand one after the other in the log: it is not kept longer than an hour. [SV24] */
export async function emptyLogWhileOpen({
  repos,
  emptyLog,
}: Pick<Deps, "repos" | "emptyLog">): Promise<void> {
  if (emptyLog && (await repos.surveys.anyOpened())) await emptyLog();
}
