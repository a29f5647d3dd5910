/** The state of `npm run dev:workers` belongs to its workerd: a second reader of its databases makes both fail. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "./refusals.ts";

/** Written by `scripts/local-worker.mjs` beside the state; holds the process id of what has it open. */
const MARK = ".running";

/** Throws `Refusal` while a local Worker has the state in `folder` open. */
export async function refuseWhileRunning(folder: string): Promise<void> {
  const mark = join(folder, MARK);
  const pid = Number(await readFile(mark, "utf8").catch(() => ""));
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  throw new Refusal(
    `hentikan dahulu dev:workers / stop dev:workers first: process ${pid} (otherwise delete ${mark})`,
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
