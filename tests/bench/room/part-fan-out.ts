/** a: one document, ever more people, ten of whom type; every keystroke moves a caret too. */
import { regulationText } from "../regulation.ts";
import type { TypingFigures } from "./people-typing.ts";
import type { BenchDocument } from "./rembuk.ts";
import type { Stage } from "./stage.ts";

export interface FanOutRun {
  readonly server: string;
  readonly clients: number;
  readonly figures: TypingFigures;
}

const CLAUSES = 300;
const TYPISTS = 10;
const KEYS_PER_SECOND = 5;
const WINDOW_MS = 4_000;

export async function fanOut(stage: Stage, sizes: readonly number[]): Promise<FanOutRun[]> {
  const runs: FanOutRun[] = [];
  const documents = await stage.documents(
    sizes.flatMap(() => Array(stage.runs).fill(regulationText(CLAUSES))),
  );
  const servers = await stage.startAll();
  for (const clients of sizes) {
    for (let run = 0; run < stage.runs; run++) {
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
          warmMs: 1_000,
          windowMs: WINDOW_MS,
          restMs: null,
        });
        runs.push({ server: server.name, clients, figures });
        stage.say(line(server.name, clients, figures));
      }
    }
  }
  await stage.stopAll(servers);
  return runs;
}

const fixed = (value: number): string => value.toFixed(1);

function line(
  name: string,
  clients: number,
  { text, cursors, serverCpuMs, generatorCpuMs, windowMs, frames, closed }: TypingFigures,
) {
  const lost = text.expected - text.delivered;
  return (
    `a ${clients} ${name.padEnd(12)} text ${fixed(text.p50Ms)}/${fixed(text.p95Ms)}/${fixed(text.p99Ms)} ms, ` +
    `cursors ${fixed(cursors.p50Ms)}/${fixed(cursors.p95Ms)}/${fixed(cursors.p99Ms)} ms, ` +
    `CPU ${fixed((serverCpuMs / windowMs) * 100)}% (load ${fixed((generatorCpuMs / windowMs) * 100)}%), ` +
    `${fixed((serverCpuMs * 1000) / (text.delivered + cursors.delivered))} us each, ${frames} frames` +
    `${lost > 0 ? `, ${lost} edits missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
