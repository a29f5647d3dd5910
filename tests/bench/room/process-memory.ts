/** Memory of another process, as Linux counts it (`man 5 proc`). */
import { readFileSync, writeFileSync } from "node:fs";

const field = (pid: number, name: string): number => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return Number(kib) * 1024;
};

/** Resident bytes now. */
export const residentBytes = (pid: number): number => field(pid, "VmRSS");

/** The most resident bytes since the process began or the peak was forgotten. */
export const peakResidentBytes = (pid: number): number => field(pid, "VmHWM");

export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");
