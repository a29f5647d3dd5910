/** e: three hundred people in one document, all of whom move their caret five times a second. */
import { regulationText } from "../regulation.ts";
import type { TypingFigures } from "./people-typing.ts";
import type { BenchDocument } from "./rembuk.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

export interface PresenceRun {
  readonly server: ServerName;
  readonly figures: TypingFigures;
}

const CLIENTS = 300;
const CLAUSES = 60;
const WINDOW_MS = 2_000;

export async function presence(stage: Stage): Promise<PresenceRun[]> {
  const documents = await stage.documents(Array<string>(stage.runs).fill(regulationText(CLAUSES)));
  const servers = await stage.startAll();
  const runs: PresenceRun[] = [];
  for (let run = 0; run < stage.runs; run++) {
    for (const server of stage.inTurn(servers, run)) {
      const figures = await stage.generator.run("peopleTyping", {
        port: server.port,
        pid: server.pid,
        dialect: server.dialect,
        documents: [documents[run] as BenchDocument],
        cookies: stage.cookies,
        clients: CLIENTS,
        typists: 0,
        keysPerSecond: 0,
        cursorsPerSecond: 5,
        warmMs: 500,
        windowMs: WINDOW_MS,
        restMs: null,
      });
      runs.push({ server: server.name, figures });
      stage.say(line(server.name, figures));
    }
  }
  await stage.stopAll(servers);
  return runs;
}

function line(
  name: string,
  { cursors, serverCpuMs, generatorCpuMs, windowMs, frames, closed }: TypingFigures,
) {
  const lost = cursors.expected - cursors.delivered;
  return (
    `e ${name.padEnd(12)} cursors ${cursors.p50Ms.toFixed(0)}/${cursors.p95Ms.toFixed(0)}/${cursors.p99Ms.toFixed(0)} ms, ` +
    `CPU ${serverCpuMs} ms for ${WINDOW_MS} ms of it (all there after ${windowMs.toFixed(0)} ms; load ${generatorCpuMs.toFixed(0)} ms), ${frames} frames` +
    `${lost > 0 ? `, ${lost} missing` : ""}${closed > 0 ? `, ${closed} closed` : ""}`
  );
}
