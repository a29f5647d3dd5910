/** g: `kill -9` at random while five people type; what was acknowledged, or seen by others, and is gone. */
import { join } from "node:path";
import { regulationText } from "../regulation.ts";
import { KEYS_PER_SECOND, type KillFigures, type Said } from "./kill.ts";
import { LABELS, type PartReport } from "./part-report.ts";
import type { ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";

interface Run {
  readonly server: ServerName;
  readonly kills: number;
  readonly acknowledged: number;
  readonly acknowledgedGone: number;
  readonly seen: number;
  readonly seenGone: number;
}

const CLAUSES = 60;
const KILLS = 50;
/** The peers store after seconds: killed as early as ours they would lose everything. */
const PEER_KILLS = 3;
const TYPING_MS = { least: 200, most: 900 };
const PEER_TYPING_MS = { least: 2_000, most: 14_000 };

export async function kills(stage: Stage): Promise<PartReport> {
  const [document] = await stage.documents([regulationText(CLAUSES)]);
  if (document === undefined) throw new Error("No document was made.");
  const runs: Run[] = [];
  for (const name of stage.servers.filter((each) => each !== "floor")) {
    const ours = name === "rembuk" || name === "before";
    const times = stage.quick ? (ours ? 10 : 2) : ours ? KILLS : PEER_KILLS;
    const { least, most } = ours ? TYPING_MS : PEER_TYPING_MS;
    const folder = join(stage.folder, `killed-${name}`);
    if (ours) await stage.copyPrepared(folder);
    const sum = { acknowledged: 0, acknowledgedGone: 0, seen: 0, seenGone: 0 };
    let before: Said | null = null;
    for (let kill = 0; kill <= times; kill++) {
      const server = await stage.start(name, { folder, persistent: true });
      const figures: KillFigures = await stage.generator.run("typeAndKill", {
        port: server.port,
        pid: server.pid,
        dialect: server.dialect,
        document: document.id,
        cookies: stage.cookies,
        start: document.state,
        before,
        typeMs: kill < times ? least + Math.random() * (most - least) : null,
      });
      before = figures.said;
      for (const key of ["acknowledged", "acknowledgedGone", "seen", "seenGone"] as const)
        sum[key] += figures[key];
      await stage.stopAll([server]);
    }
    runs.push({ server: name, kills: times, ...sum });
    stage.say(
      `g ${name.padEnd(12)} ${times} kills: ${sum.acknowledgedGone} of ${sum.acknowledged} acknowledged edits gone, ` +
        `${sum.seenGone} of ${sum.seen} that others had seen`,
    );
  }
  return report(runs);
}

function report(runs: readonly Run[]): PartReport {
  return {
    letter: "g",
    title: "Kills",
    about: `Five people type ${KEYS_PER_SECOND} letters a second each and the server is killed (\`kill -9\`): ours after ${TYPING_MS.least / 1000} to ${TYPING_MS.most / 1000} s, the peers, which store after seconds, after ${PEER_TYPING_MS.least / 1000} to ${PEER_TYPING_MS.most / 1000} s. Then it is started again and somebody without a copy looks at the text. Acknowledged: by our acknowledgement, by Hocuspocus' sync status; y-websocket's server (with its LevelDB) acknowledges nothing.`,
    head: ["", "kills", "acknowledged edits", "gone", "edits that others had seen", "gone"],
    rows: runs.map(({ server, kills: count, acknowledged, acknowledgedGone, seen, seenGone }) => [
      LABELS[server],
      ...[count, acknowledged, acknowledgedGone, seen, seenGone].map((each) => each.toLocaleString("en")),
    ]),
    bars: [
      {
        what: `acknowledged edits gone after ${runs.find(({ server }) => server === "rembuk")?.kills ?? 0} kills`,
        limit: 0,
        unit: "edits",
        measured: runs.find(({ server }) => server === "rembuk")?.acknowledgedGone ?? Number.NaN,
      },
    ],
  };
}
