/** The figures as one page of Markdown. */
import type { OpenTimes } from "./measure-editor.ts";
import type { MemoryFigures, TimedFigure } from "./measure-rest.ts";
import { median, percentile } from "./statistics.ts";
import type { KeyWork, Phase } from "./trace-keys.ts";

export interface EditorFigures {
  readonly keys: number[];
  readonly enters: number[];
  readonly work: KeyWork[];
  /** Main-thread time by letter, all that it brings included; one value a round. */
  readonly whole: number[];
  readonly opens: OpenTimes[];
}

export interface SizeFigures {
  readonly clauses: number;
  readonly rembuk: EditorFigures;
  readonly plain: EditorFigures;
  readonly warmOpens: OpenTimes[];
  /** Load average of a minute, after each round. */
  readonly load: number[];
}

export interface Report {
  readonly at: Date;
  readonly machine: string;
  readonly rounds: number;
  readonly sizes: readonly SizeFigures[];
  readonly memory: MemoryFigures | null;
  readonly parse: TimedFigure | null;
  readonly secondStart: TimedFigure | null;
}

const ms = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : "–");
const tenth = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : "–");
const p95 = (values: readonly number[]): number => percentile(values, 0.95);
const spread = (values: readonly number[]): string => `${tenth(median(values))} / ${tenth(p95(values))}`;
/** The bar of a keystroke: p95 against plain Lexical, up to so many clauses. */
const BARS = [
  { upTo: 1_000, ratio: 1.3 },
  { upTo: 5_000, ratio: 1.3 },
  { upTo: Number.POSITIVE_INFINITY, ratio: 1.5 },
];
function verdict(clauses: number, rembuk: number, plain: number): string {
  const bar = BARS.find(({ upTo }) => clauses <= upTo)?.ratio ?? 0;
  const ratio = rembuk / plain;
  return `${ratio.toFixed(2)} (bar ${bar.toFixed(1)}: ${ratio <= bar ? "reached" : "not reached"})`;
}
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [
    row(...head),
    row(...head.map((_, at) => (at === 0 ? "---" : "---:"))),
    ...rows.map((cells) => row(...cells)),
  ];
}

/** When a person sees the text complete and it is in step with the server. */
const ready = (open: OpenTimes): number => Math.max(open.shown ?? 0, open.saved ?? 0);

const interactive = (open: OpenTimes): number => open.interactive;

const PHASES: readonly (readonly [Phase, string])[] = [
  ["FunctionCall", "script"],
  ["UpdateLayoutTree", "style"],
  ["Layout", "layout"],
  ["PrePaint", "pre-paint"],
  ["Paint", "paint"],
  ["Layerize", "layerize"],
  ["Commit", "commit"],
];

export function report({ at, machine, rounds, sizes, memory, parse, secondStart }: Report): string {
  const busy = (figures: EditorFigures) => figures.work.map(({ busyMs }) => busyMs);
  const cpu = (figures: EditorFigures) => figures.work.map(({ cpuMs }) => cpuMs);
  const loads = sizes.flatMap(({ load }) => load);
  const lines = [
    "# The editor",
    "",
    `Written by \`npm run bench\` on ${at.toISOString().slice(0, 16).replace("T", " ")} UTC. ${machine}. Load average while measuring: ${tenth(Math.min(...loads))} to ${tenth(Math.max(...loads))}.`,
    "",
    `${rounds} rounds, the editor and plain Lexical in turn; values are medians, or p50 / p95, in milliseconds. While keys are measured a colleague types five letters a second in the clause below.`,
    "Plain Lexical is the same node class, DOM and style sheets without collaboration, numbers, outline or toolbar (`tests/bench/plain`).",
    "",
    "## Keys",
    "",
    "Main thread: time from keydown to the end of layout and paint, from a DevTools trace. CPU: of that, what the thread really ran, which other work on the machine does not lengthen. Whole: everything the main thread does for a letter, what waits until it is painted included (the copy on the device, the socket, others' changes and carets). Frame: from the key event to the task after the next frame, so the wait for the display (up to 17 ms) is in it.",
    "",
    ...table(
      [
        "Clauses",
        "Main thread",
        "plain",
        "ratio of p95",
        "CPU",
        "plain",
        "ratio of p95",
        "Whole",
        "plain",
        "load",
      ],
      sizes.map(({ clauses, rembuk, plain, load }) => [
        String(clauses),
        spread(busy(rembuk)),
        spread(busy(plain)),
        verdict(clauses, p95(busy(rembuk)), p95(busy(plain))),
        spread(cpu(rembuk)),
        spread(cpu(plain)),
        (p95(cpu(rembuk)) / p95(cpu(plain))).toFixed(2),
        ms(median(rembuk.whole)),
        ms(median(plain.whole)),
        tenth(median(load)),
      ]),
    ),
    "",
    ...table(
      ["Clauses", "Key to frame", "plain", "Enter to frame", "plain"],
      sizes.map(({ clauses, rembuk, plain }) => [
        String(clauses),
        spread(rembuk.keys),
        spread(plain.keys),
        spread(rembuk.enters),
        spread(plain.enters),
      ]),
    ),
    "",
    "Where the time of a letter goes (medians; the rest is input, timers and compositing):",
    "",
    ...table(
      ["Clauses", "", ...PHASES.map(([, name]) => name)],
      sizes.flatMap(({ clauses, rembuk, plain }) =>
        (
          [
            ["Rembuk", rembuk],
            ["plain", plain],
          ] as const
        ).map(([name, { work }]) => [
          String(clauses),
          name,
          ...PHASES.map(([phase]) => tenth(median(work.map(({ byPhase }) => byPhase[phase])))),
        ]),
      ),
    ),
    "",
    "## Opening",
    "",
    "From the start of navigation. Ready: the whole text was shown in a frame and it says “Tersimpan”. Interactive: the text is shown and the last task of more than 50 ms that began within a second of it is over. First: nothing cached. Again: scripts cached, local copy on the device.",
    "",
    ...table(
      [
        "Clauses",
        "HTML",
        "scripts",
        "socket open",
        "text received",
        "text bound",
        "shown",
        "saved",
        "ready (p95)",
        "interactive (p95)",
        "again: ready",
        "again: interactive",
        "plain: shown",
        "plain: interactive (p95)",
      ],
      sizes.map(({ clauses, rembuk: { opens }, plain, warmOpens }) => {
        const mid = (of: (open: OpenTimes) => number | undefined) =>
          ms(median(opens.map((open) => of(open) ?? Number.NaN)));
        return [
          String(clauses),
          mid((open) => open.html),
          mid((open) => open.scripts),
          mid((open) => open.socketOpen),
          mid((open) => open.socketFirstText),
          mid((open) => open.allClauses),
          mid((open) => open.shown),
          mid((open) => open.saved),
          `${mid(ready)} (${ms(percentile(opens.map(ready), 0.95))})`,
          `${ms(median(opens.map(interactive)))} (${ms(p95(opens.map(interactive)))})`,
          ms(median(warmOpens.map(ready))),
          ms(median(warmOpens.map(interactive))),
          ms(median(plain.opens.map((open) => open.shown ?? Number.NaN))),
          `${ms(median(plain.opens.map(interactive)))} (${ms(p95(plain.opens.map(interactive)))})`,
        ];
      }),
    ),
    "",
  ];
  const rest = [
    parse && ["Parse", `${ms(parse.ms)} ms`, parse.what, tenth(parse.load)],
    secondStart && ["Second start", `${ms(secondStart.ms)} ms`, secondStart.what, tenth(secondStart.load)],
    memory && [
      "Heap in a long session",
      `${tenth(memory.before / 1e6)} → ${tenth(memory.afterLetters / 1e6)} → ${tenth(memory.afterChanges / 1e6)} MB`,
      `${memory.letters} letters in ${memory.clauses} clauses, then ${memory.changes} changes of structure by a colleague; after collection`,
      "",
    ],
  ].filter((each) => each !== null);
  if (rest.length > 0) lines.push("## The rest", "", ...table(["What", "Value", "How", "load"], rest), "");
  return lines.join("\n");
}
