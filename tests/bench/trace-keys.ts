/**
 * Reads a DevTools trace: how long the main thread was busy for each key, from
 * the keydown to the end of layout and paint (the commit of the frame that shows
 * the key), with what, and how much it did for a key in all, what came later
 * included.
 */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, the time in which the thread really ran. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];
const PHASES = [
  "FunctionCall",
  "UpdateLayoutTree",
  "Layout",
  "PrePaint",
  "Paint",
  "Layerize",
  "Commit",
] as const;

export type Phase = (typeof PHASES)[number];

export interface KeyWork {
  /** Busy main-thread time of one key in milliseconds. */
  readonly busyMs: number;
  /** Of it, the time in which the thread had a processor: what a machine without other work would take. */
  readonly cpuMs: number;
  readonly byPhase: Readonly<Record<Phase, number>>;
}

export interface KeyTrace {
  readonly keys: readonly KeyWork[];
  /** Main-thread time of everything between the first and the last key, by key, in milliseconds. */
  readonly wholeMs: number;
}

export async function traceKeys(browser: Browser, page: Page, act: () => Promise<void>): Promise<KeyTrace> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const buffer = await browser.stopTracing();
  const { traceEvents } = JSON.parse(buffer.toString()) as { traceEvents: TraceEvent[] };
  return readKeys(traceEvents);
}

function readKeys(events: readonly TraceEvent[]): KeyTrace {
  const complete = events.filter(({ ph }) => ph === "X").toSorted((a, b) => a.ts - b.ts);
  const keys = complete.filter(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown",
  );
  const [first, last] = [keys[0], keys.at(-1)];
  if (!first || !last) return { keys: [], wholeMs: Number.NaN };
  const own = complete.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const commits = own.filter(({ name }) => name === "Commit");
  const between = own.filter(({ name, ts }) => name === "RunTask" && ts >= first.ts && ts < last.ts);
  const wholeMs = between.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000 / Math.max(1, keys.length - 1);
  const works = keys.flatMap((key): KeyWork[] => {
    // Frames under way when the key came do not show it: the commit after its own task counts.
    const end = commits.find(({ ts }) => ts > key.ts + (key.dur ?? 0));
    if (!end) return [];
    const until = end.ts + (end.dur ?? 0);
    const inside = own.filter((event) => event.ts >= key.ts && event.ts < until);
    const tasks = inside.filter(({ name }) => name === "RunTask");
    const cut = (event: TraceEvent) => Math.min(event.ts + (event.dur ?? 0), until) - event.ts;
    // The task that holds the keydown began before it.
    const holding = own.findLast(
      ({ name, ts, dur }) => name === "RunTask" && ts <= key.ts && ts + (dur ?? 0) > key.ts,
    );
    const head = holding ? Math.min(holding.ts + (holding.dur ?? 0), until) - key.ts : 0;
    const sum = (list: readonly TraceEvent[]) => list.reduce((total, event) => total + cut(event), 0) / 1000;
    return [
      {
        busyMs: head / 1000 + sum(tasks),
        cpuMs:
          [...(holding ? [holding] : []), ...tasks].reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000,
        byPhase: Object.fromEntries(
          PHASES.map((phase) => [phase, sum(inside.filter(({ name }) => name === phase))]),
        ) as Record<Phase, number>,
      },
    ];
  });
  return { keys: works, wholeMs };
}
