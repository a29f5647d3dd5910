/** b: five hundred documents at once with two people each, one of whom types. */
import { regulationText } from "../regulation.ts";
import { medians, mib, ms, type PartReport } from "./part-report.ts";
import type { TypingFigures } from "./people-typing.ts";
import { residentBytes } from "./process-memory.ts";
import { pause } from "./client.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  /** Bytes a document above the empty server. */
  readonly restingBytes: number;
  readonly typingBytes: number;
  readonly figures: TypingFigures;
}

const MANY_DOCUMENTS = 500;
const CLAUSES = 60;
const SETTLE_MS = 500;
const REST_MS = 2_000;

export async function many(stage: Stage): Promise<PartReport> {
  const runs: Run[] = [];
  const documents = await stage.documents(Array<string>(MANY_DOCUMENTS).fill(regulationText(CLAUSES)));
  for (let run = 0; run < stage.runs; run++) {
    for (const name of stage.inTurn(
      run === 0 ? stage.servers : stage.servers.filter((each) => each !== "floor"),
      run,
    )) {
      const server = await stage.start(name);
      await pause(SETTLE_MS);
      const empty = residentBytes(server.pid);
      const figures = await stage.generator.run("peopleTyping", {
        port: server.port,
        pid: server.pid,
        dialect: server.dialect,
        documents,
        cookies: stage.cookies,
        clients: 2,
        typists: 1,
        keysPerSecond: 1,
        cursorsPerSecond: 0,
        warmMs: 500,
        windowMs: 2_500,
        restMs: REST_MS,
      });
      await stage.stopAll([server]);
      const perDocument = (bytes: number) => (bytes - empty) / MANY_DOCUMENTS;
      const each = {
        server: name,
        restingBytes: perDocument(figures.restingBytes ?? Number.NaN),
        typingBytes: perDocument(figures.residentBytes),
        figures,
      };
      runs.push(each);
      stage.say(line(each));
    }
  }
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  const { of, rows, againstPeers } = medians(runs);
  const resting = (run: Run) => run.restingBytes;
  return {
    letter: "b",
    title: "Many documents",
    about: `${MANY_DOCUMENTS} documents of ${CLAUSES} clauses with two people each, one of whom types a letter a second. Resident memory above that of the same server before anyone came, for each document; at rest: ${REST_MS / 1000} s after the typing. The floor was run once.`,
    head: [
      "",
      "KiB a document at rest",
      "while typing",
      "resident MiB in all",
      "text p50 / p95 ms",
      "server CPU",
    ],
    rows: rows([
      (server) => kib(of(server, resting)),
      (server) => kib(of(server, (run) => run.typingBytes)),
      (server) => mib(of(server, ({ figures }) => figures.restingBytes ?? Number.NaN)),
      (server) =>
        `${ms(of(server, ({ figures }) => figures.text.p50Ms))} / ${ms(of(server, ({ figures }) => figures.text.p95Ms))}`,
      (server) =>
        `${(of(server, ({ figures }) => figures.serverCpuMs / figures.windowMs) * 100).toFixed(0)} %`,
    ]),
    bars: [
      {
        what: "memory for an open document, against the better peer",
        limit: 0.4,
        unit: "x",
        measured: againstPeers(resting),
      },
    ],
  };
}

const kib = (bytes: number): string => (bytes / 1024).toFixed(0);

function line({ server, restingBytes, typingBytes, figures: { text, serverCpuMs, windowMs, closed } }: Run) {
  const lost = text.expected - text.delivered;
  return (
    `b ${server.padEnd(12)} ${kib(restingBytes)} KiB a document at rest, ${kib(typingBytes)} typing; ` +
    `text ${text.p50Ms.toFixed(1)}/${text.p95Ms.toFixed(1)} ms, CPU ${((serverCpuMs / windowMs) * 100).toFixed(1)}%` +
    `${lost > 0 ? `, ${lost} edits missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
