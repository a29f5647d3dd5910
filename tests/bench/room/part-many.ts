/** b: five hundred documents at once with two people each, one of whom types. */
import { regulationText } from "../regulation.ts";
import type { TypingFigures } from "./people-typing.ts";
import { residentBytes } from "./process-memory.ts";
import { pause } from "./client.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

export interface ManyRun {
  readonly server: ServerName;
  /** Bytes a document above the empty server. */
  readonly restingBytes: number;
  readonly typingBytes: number;
  readonly figures: TypingFigures;
}

export const MANY_DOCUMENTS = 500;
const CLAUSES = 60;

export async function many(stage: Stage): Promise<ManyRun[]> {
  const runs: ManyRun[] = [];
  const documents = await stage.documents(Array<string>(MANY_DOCUMENTS).fill(regulationText(CLAUSES)));
  for (let run = 0; run < stage.runs; run++) {
    for (const name of stage.inTurn(stage.servers, run)) {
      const server = await stage.start(name);
      await pause(1_000);
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
        warmMs: 1_000,
        windowMs: 4_000,
        restMs: 3_000,
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
  return runs;
}

const kib = (bytes: number): string => (bytes / 1024).toFixed(0);

function line({
  server,
  restingBytes,
  typingBytes,
  figures: { text, serverCpuMs, windowMs, closed },
}: ManyRun) {
  const lost = text.expected - text.delivered;
  return (
    `b ${server.padEnd(12)} ${kib(restingBytes)} KiB a document at rest, ${kib(typingBytes)} typing; ` +
    `text ${text.p50Ms.toFixed(1)}/${text.p95Ms.toFixed(1)} ms, CPU ${((serverCpuMs / windowMs) * 100).toFixed(1)}%` +
    `${lost > 0 ? `, ${lost} edits missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
