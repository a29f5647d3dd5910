/** a: one document, ever more people, ten of whom type; every keystroke moves a caret too. */
import { regulationText } from "../regulation.ts";
import { medians, ms, type PartReport } from "./part-report.ts";
import type { TypingFigures } from "./people-typing.ts";
import type { BenchDocument } from "./rembuk.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  readonly figures: TypingFigures;
}

const CLAUSES = 300;
const TYPISTS = 10;
const KEYS_PER_SECOND = 5;
const MOST = 300;
/** The bars are about the most people; fewer show how it grows. */
const FEWER_RUNS = 3;
const WARM_MS = 700;
const WINDOW_MS = 3_000;
const FEWER_WINDOW_MS = 1_500;

export async function fanOut(stage: Stage, sizes: readonly number[]): Promise<PartReport> {
  const texts = sizes.flatMap(() => Array<string>(stage.runs).fill(regulationText(CLAUSES)));
  const documents = await stage.documents(texts);
  const servers = await stage.startAll();
  const bySize = new Map<number, Run[]>(sizes.map((clients) => [clients, []]));
  for (const [clients, runs] of bySize) {
    const times = clients < MOST ? Math.min(stage.runs, FEWER_RUNS) : stage.runs;
    for (let run = 0; run < times; run++) {
      const document = documents.pop() as BenchDocument;
      for (const server of stage.inTurn(servers, run)) {
        const figures = await stage.generator.run("peopleTyping", {
          port: server.port,
          pid: server.pid,
          dialect: server.dialect,
          documents: [document],
          cookies: stage.cookies,
          clients,
          typists: TYPISTS,
          keysPerSecond: KEYS_PER_SECOND,
          cursorsPerSecond: 0,
          warmMs: WARM_MS,
          windowMs: clients < MOST ? FEWER_WINDOW_MS : WINDOW_MS,
          restMs: null,
        });
        runs.push({ server: server.name, figures });
        stage.say(line(server.name, clients, figures));
      }
    }
  }
  await stage.stopAll(servers);
  return report(bySize);
}

const cpuShare = ({ figures: { serverCpuMs, windowMs } }: Run): number => serverCpuMs / windowMs;
const delivered = ({ text, cursors }: TypingFigures): number => text.delivered + cursors.delivered;
const cpuEachUs = ({ figures }: Run): number => (figures.serverCpuMs * 1000) / delivered(figures);
const textP95 = ({ figures }: Run): number => figures.text.p95Ms;

function report(bySize: ReadonlyMap<number, readonly Run[]>): PartReport {
  const most = Math.max(...bySize.keys());
  const { of, againstPeers, againstFloor } = medians(bySize.get(most) ?? []);
  const rows = [...bySize].flatMap(([clients, runs]) => {
    const { of: at, rows: each } = medians(runs);
    const spread = (kind: "text" | "cursors") => (server: ServerName) =>
      [0, 1, 2]
        .map((which) =>
          ms(
            at(server, ({ figures }) => {
              const { p50Ms, p95Ms, p99Ms } = figures[kind];
              return [p50Ms, p95Ms, p99Ms][which] as number;
            }),
          ),
        )
        .join(" / ");
    return each([
      spread("text"),
      spread("cursors"),
      (server) => `${(at(server, cpuShare) * 100).toFixed(0)} %`,
      (server) => at(server, cpuEachUs).toFixed(1),
      (server) => Math.round(at(server, ({ figures }) => figures.frames)).toLocaleString("en"),
      (server) => String(at(server, ({ figures: { text } }) => text.expected - text.delivered)),
      (server) =>
        `${(at(server, ({ figures }) => figures.generatorCpuMs / figures.windowMs) * 100).toFixed(0)} %`,
    ]).map(([server = "", ...rest]) => [`${clients} people: ${server}`, ...rest]);
  });
  return {
    letter: "a",
    title: "Fan-out",
    about: `Fewer people than ${MOST}: ${FEWER_RUNS} runs. One document of ${CLAUSES} clauses; ${TYPISTS} people type ${KEYS_PER_SECOND} letters a second, and a letter moves a caret. Time from sending to each of the others; a cursor that was overtaken counts when a newer one of that person arrives. Each: microseconds of the server's processor for a letter or a caret at one receiver.`,
    head: [
      "",
      "text p50 / p95 / p99 ms",
      "cursors p50 / p95 / p99 ms",
      "server CPU",
      "each us",
      "frames",
      "edits missing",
      "load CPU",
    ],
    rows,
    bars:
      most < MOST
        ? []
        : [
            {
              what: "text p95 at 300 people, against the faster peer",
              limit: 1,
              unit: "x",
              measured: againstPeers(textP95),
            },
            {
              what: "text p95 at 300 people, against the floor",
              limit: 1.2,
              unit: "x",
              measured: againstFloor(textP95),
            },
            {
              what: "cursors p95 at 300 people",
              limit: 80,
              unit: "ms",
              measured: of("rembuk", ({ figures }) => figures.cursors.p95Ms),
            },
            {
              what: "server CPU for the same work, against the cheaper peer",
              limit: 0.7,
              unit: "x",
              measured: againstPeers(cpuEachUs),
            },
            {
              what: "server CPU for the same work, against the floor",
              limit: 0.85,
              unit: "x",
              measured: againstFloor(cpuEachUs),
            },
          ],
  };
}

const fixed = (value: number): string => value.toFixed(1);

function line(name: string, clients: number, figures: TypingFigures) {
  const { text, cursors, serverCpuMs, generatorCpuMs, windowMs, frames, closed } = figures;
  const lost = text.expected - text.delivered;
  return (
    `a ${clients} ${name.padEnd(12)} text ${fixed(text.p50Ms)}/${fixed(text.p95Ms)}/${fixed(text.p99Ms)} ms, ` +
    `cursors ${fixed(cursors.p50Ms)}/${fixed(cursors.p95Ms)}/${fixed(cursors.p99Ms)} ms, ` +
    `CPU ${fixed((serverCpuMs / windowMs) * 100)}% (load ${fixed((generatorCpuMs / windowMs) * 100)}%), ` +
    `${fixed((serverCpuMs * 1000) / delivered(figures))} us each, ${frames} frames` +
    `${lost > 0 ? `, ${lost} edits missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
