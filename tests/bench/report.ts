/** The figures as one page of Markdown. */
import type { OpenTimes } from "./measure-editor.ts";
import type { MemoryFigures, TimedFigure } from "./measure-rest.ts";
import { median, percentile } from "./statistics.ts";
import type { KeyWork, Phase } from "./trace-keys.ts";

export interface EditorFigures {
  readonly keys: number[];
  readonly enters: number[];
  readonly work: KeyWork[];
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
const spread = (values: readonly number[]): string =>
  `${ms(median(values))} / ${ms(percentile(values, 0.95))}`;
const ratio = (a: readonly number[], b: readonly number[]): string => tenth(median(a) / median(b));
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
    "Frame: from the key event to the task after the next frame, so the wait for the display (up to 17 ms) is in it. Busy: main-thread time from the key to the commit of its frame, from a DevTools trace. CPU: of that, what the thread really ran, which other work on the machine does not lengthen.",
    "",
    ...table(
      [
        "Clauses",
        "Key to frame",
        "plain",
        "ratio",
        "Busy",
        "plain",
        "CPU",
        "plain",
        "Enter to frame",
        "plain",
        "load",
      ],
      sizes.map(({ clauses, rembuk, plain, load }) => [
        String(clauses),
        spread(rembuk.keys),
        spread(plain.keys),
        ratio(rembuk.keys, plain.keys),
        spread(busy(rembuk)),
        spread(busy(plain)),
        spread(cpu(rembuk)),
        spread(cpu(plain)),
        spread(rembuk.enters),
        spread(plain.enters),
        tenth(median(load)),
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
    "From the start of navigation. Ready: the whole text was shown in a frame and it says “Tersimpan”. First: nothing cached. Again: scripts cached, local copy on the device.",
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
        "again: ready",
        "plain: shown",
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
          ms(median(warmOpens.map(ready))),
          ms(median(plain.opens.map((open) => open.shown ?? Number.NaN))),
        ];
      }),
    ),
    "",
  ];
  const rest = [
    parse && ["Parse", `${ms(parse.ms)} ms`, parse.what, tenth(parse.load)],
    secondStart && ["Second start", `${ms(secondStart.ms)} ms`, secondStart.what, tenth(secondStart.load)],
    memory && [
      "Heap while typing",
      `${tenth(memory.before / 1e6)} → ${tenth(memory.after / 1e6)} MB`,
      `${memory.letters} letters in ${memory.clauses} clauses, after collection`,
      "",
    ],
  ].filter((each) => each !== null);
  if (rest.length > 0) lines.push("## The rest", "", ...table(["What", "Value", "How", "load"], rest), "");
  return lines.join("\n");
}
