/** Processor time of another process, which other work on the machine does not lengthen. */
import { readFileSync } from "node:fs";

/** Ticks of the clock that Linux counts by (`man 5 proc`); 100 a second everywhere we know. */
const TICKS_PER_SECOND = 100;

/** Milliseconds that all threads of a process ran; null where the system does not tell (only Linux does so). */
export function processMs(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field, a name in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
