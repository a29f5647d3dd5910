/** The parts of the room's bench as a page of Markdown, of which parts that were not run stay as they were. */
import { readSection } from "../page.ts";
import { isReached, written, type Bar, type PartReport } from "./part-report.ts";

export interface RoomReport {
  readonly at: Date;
  readonly machine: string;
  readonly load: readonly number[];
  readonly runs: number;
  /** The parts, once for each time that the whole was run. */
  readonly times: readonly (readonly PartReport[])[];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export function barRows(times: RoomReport["times"]): string[][] {
  const rows: string[][] = [];
  for (const part of times[0] ?? []) {
    for (const { what, limit, unit } of part.bars) {
      const measured = times.flatMap((parts) =>
        parts.flatMap(({ letter, bars }) =>
          letter === part.letter ? bars.filter((bar) => bar.what === what) : [],
        ),
      );
      if (measured.some((bar) => Number.isNaN(bar.measured))) continue;
      rows.push([
        `${part.letter}. ${what}`,
        written({ measured: limit, unit } as Bar),
        measured.map(written).join(", "),
        verdict(measured),
      ]);
    }
  }
  return rows;
}

/** Reached when it holds in two of three. */
function verdict(measured: readonly Bar[]): string {
  const held = measured.filter(isReached).length;
  const reached = held * 3 >= measured.length * 2 ? "reached" : "not reached";
  return measured.length === 1 ? reached : `${reached} (${held} of ${measured.length})`;
}

export const BAR_HEAD = ["bar", "at most", "measured", ""];

export function roomReport(report: RoomReport): string {
  const before = readSection("room") ?? "";
  const parts = new Map(partsOf(before));
  for (const part of report.times.at(-1) ?? []) parts.set(part.letter, partText(report, part));
  const bars = new Map(barsOf(before));
  for (const cells of barRows(report.times)) bars.set(cells[0] as string, row(cells));
  const inOrder = <Value>(map: Map<string, Value>) =>
    [...map].toSorted(([a], [b]) => a.slice(0, 1).localeCompare(b.slice(0, 1))).map(([, value]) => value);
  return [
    "# The room",
    "",
    "The same people at the same documents, as a load process of its own, against Rembuk as `npm start` runs it (accounts, sessions, rights, its log on the disk: an edit is durable before anyone sees it), `@y/websocket-server` and `@hocuspocus/server` with their defaults (Hocuspocus with the statements of its SQLite extension), and a floor: twenty lines on `ws` that hand each frame on. Servers take turns; values are medians of the runs. Processor time is that of the server's process with all threads.",
    "Clients send their own presence only; those of the peers repeat what they hear of others, which is left out in their favour.",
    "",
    row(BAR_HEAD),
    row(["---", "---:", "---:", "---"]),
    ...inOrder(bars),
    "",
    ...inOrder(parts),
  ].join("\n");
}

function partText({ at, machine, load, runs }: RoomReport, part: PartReport): string {
  const range = `${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)}`;
  return [
    `## ${part.letter}. ${part.title}`,
    "",
    `${part.about} ${at.toISOString().slice(0, 16).replace("T", " ")} UTC, ${machine}, load average ${range}, ${runs} ${runs === 1 ? "run" : "runs"}.`,
    "",
    row(part.head),
    row(part.head.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...part.rows.map(row),
    "",
  ].join("\n");
}

const partsOf = (section: string): [string, string][] =>
  section
    .split(/^(?=## )/m)
    .slice(1)
    .map((text) => [text.slice(3, 4), `${text.trim()}\n`]);

const barsOf = (section: string): [string, string][] =>
  section
    .split(/^## /m)[0]
    ?.split("\n")
    .filter((line) => /^\| [a-h]\. /.test(line))
    .map((line) => [line.split(" | ")[0]?.slice(2) ?? "", line]) ?? [];
