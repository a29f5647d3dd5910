/** What surveys need although nobody asks: closing at the end of the window, an empty write-ahead log while they are open. */
import { createCloseSurvey, type ClosingDeps } from "./close-survey.ts";

/** Long enough for the hourly duty to come round after a closing that met a log in use. */
const AFTER_CLOSING_MS = 3 * 3_600_000;

export async function closeDueSurveys(deps: ClosingDeps): Promise<void> {
  const { closeSurvey } = createCloseSurvey(deps);
  for (const id of await deps.repos.surveys.dueToClose(deps.now())) {
    const setting = await deps.repos.surveys.setting(id);
    if (setting) await closeSurvey(setting, null);
  }
}

/** Rows that were written one after the other stand one after the other in the log: it is not kept longer than an hour. [SV24] */
export async function emptyLogWhileOpen({ repos, emptyLog, now }: ClosingDeps): Promise<void> {
  if (emptyLog && (await repos.surveys.anyOpenSince(now() - AFTER_CLOSING_MS))) await emptyLog();
}
