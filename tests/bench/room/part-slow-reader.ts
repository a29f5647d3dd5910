/** f: people paste passages into a large document while one of them reads 1 KB a second, and the same without that one. */
import { regulationText } from "../regulation.ts";
import { medians, mib, ms, type PartReport } from "./part-report.ts";
import type { TypingFigures } from "./people-typing.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  readonly without: TypingFigures;
  readonly with: TypingFigures;
}

const CLIENTS = 100;
const TYPISTS = 20;
/** The document, and 20 people x 5 a second x 2 KiB, and all cursors: what the slow reader does not take fills the system's buffers before the window. */
const CLAUSES = 4000;
const PASSAGE = "peraturan perundang-undangan ini".repeat(64);
const BYTES_PER_SECOND = 1024;
const WARM_MS = 3_500;
const WINDOW_MS = 4_000;

export async function slowReader(stage: Stage): Promise<PartReport> {
  const [document] = await stage.documents([regulationText(CLAUSES)]);
  if (document === undefined) throw new Error("No document was made.");
  const runs: Run[] = [];
  for (let run = 0; run < stage.runs; run++) {
    // What becomes of the peers is told by one run; the bar is about ours with and without.
    const names = stage.servers.filter((name) => name === "rembuk" || (run === 0 && name !== "floor"));
    for (const name of names) {
      const once = async (slow: boolean) => {
        const server = await stage.start(name);
        const figures = await stage.generator.run("peopleTyping", {
          port: server.port,
          pid: server.pid,
          dialect: server.dialect,
          documents: [document],
          cookies: stage.cookies,
          clients: CLIENTS,
          typists: TYPISTS,
          keysPerSecond: 5,
          text: PASSAGE,
          cursorsPerSecond: 5,
          warmMs: WARM_MS,
          windowMs: WINDOW_MS,
          restMs: null,
          ...(slow && { slowReader: BYTES_PER_SECOND }),
        });
        await stage.stopAll([server]);
        return figures;
      };
      const order = run % 2 === 0 ? [false, true] : [true, false];
      const first = await once(order[0] as boolean);
      const second = await once(order[1] as boolean);
      const each = { server: name, without: order[0] ? second : first, with: order[0] ? first : second };
      runs.push(each);
      stage.say(`f ${name.padEnd(12)} ${line(each)}`);
    }
  }
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  const { of, rows } = medians(runs);
  const p99 = (which: "with" | "without") => (run: Run) => run[which].text.p99Ms;
  const resident = (which: "with" | "without") => (run: Run) => run[which].residentBytes;
  const more = (server: ServerName) =>
    (of(server, resident("with")) - of(server, resident("without"))) / 2 ** 20;
  return {
    letter: "f",
    title: "A slow reader",
    about: `${CLIENTS} people in a document of ${CLAUSES} clauses, ${TYPISTS} of whom paste 2 KiB five times a second while the others' carets move; one more person reads ${BYTES_PER_SECOND} bytes a second. The peers were run once.`,
    head: [
      "",
      "others' p99 with it, ms",
      "without, ms",
      "resident MiB with it",
      "without",
      "edits missing",
      "the slow reader",
    ],
    rows: rows([
      (server) => ms(of(server, p99("with"))),
      (server) => ms(of(server, p99("without"))),
      (server) => mib(of(server, resident("with"))),
      (server) => mib(of(server, resident("without"))),
      (server) => String(of(server, (run) => run.with.text.expected - run.with.text.delivered)),
      (server) => runs.findLast((run) => run.server === server)?.with.slowFate.join() ?? "",
    ]),
    bars: [
      {
        what: "others' p99 with a slow reader, against without",
        limit: 1.2,
        unit: "x",
        measured: of("rembuk", p99("with")) / of("rembuk", p99("without")),
      },
      {
        what: "resident memory with a slow reader, above without",
        limit: 32,
        unit: "MiB",
        measured: more("rembuk"),
      },
    ],
  };
}

const grown = ({ grownBytes }: TypingFigures): string => `${(grownBytes / 2 ** 20).toFixed(0)} MiB`;

function line({ without, with: slow }: Run): string {
  const lost = slow.text.expected - slow.text.delivered;
  return (
    `p99 ${slow.text.p99Ms.toFixed(1)} ms with, ${without.text.p99Ms.toFixed(1)} without; ` +
    `grew by ${grown(slow)} with, ${grown(without)} without; reader ${slow.slowFate.join()}${lost > 0 ? `, ${lost} edits missing` : ""}`
  );
}
