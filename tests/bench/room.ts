/**
 * The room beside its peers: `npm run bench -- room`. Parts by their letters
 * (`-- room a d`), `--quick` for one run of each, `--runs 3`, `--times 3` for
 * all of it several times, `--servers rembuk,floor`, `--sizes 300` (people in
 * part a), `--case 1,000` (hostile cases with this in their name). For work on
 * our server: `--cpu-prof <folder>`, `--checkout <folder>`
 * for another checkout of it, `--before <folder>` for that one beside the
 * present one. Only a whole run of a part with all servers is written to
 * docs/bench.md.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { writeSection } from "./page.ts";
import { coldOpens } from "./room/part-cold-open.ts";
import { fanOut } from "./room/part-fan-out.ts";
import { hostile } from "./room/part-hostile.ts";
import { kills } from "./room/part-kill.ts";
import { many } from "./room/part-many.ts";
import { presence } from "./room/part-presence.ts";
import type { PartReport } from "./room/part-report.ts";
import { slowReader } from "./room/part-slow-reader.ts";
import { storms } from "./room/part-storm.ts";
import { BAR_HEAD, barRows, roomReport } from "./room/room-report.ts";
import { installPeers, SERVERS, type ServerName } from "./room/servers.ts";
import { openStage } from "./room/stage.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    runs: { type: "string" },
    times: { type: "string", default: "1" },
    servers: { type: "string" },
    sizes: { type: "string" },
    case: { type: "string" },
    "cpu-prof": { type: "string" },
    checkout: { type: "string" },
    before: { type: "string" },
  },
});
const asked = values.servers?.split(",") ?? [...SERVERS];
const servers: ServerName[] = SERVERS.filter((name) => asked.includes(name));
if (values.before !== undefined) servers.push("before");
const whole =
  !values.quick &&
  (["runs", "servers", "sizes", "case", "cpu-prof", "checkout", "before"] as const).every(
    (name) => values[name] === undefined,
  );
const runs = values.runs === undefined ? (values.quick ? 1 : 5) : Number(values.runs);
const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? [300] : [20, 100, 300]);

installPeers();
const stage = await openStage({
  runs,
  quick: values.quick,
  servers,
  cpuProfile: values["cpu-prof"] ?? null,
  checkouts: {
    ...(values.checkout !== undefined && { rembuk: values.checkout }),
    ...(values.before !== undefined && { before: values.before }),
  },
});
const PARTS = {
  a: () => fanOut(stage, sizes),
  b: () => many(stage),
  c: () => coldOpens(stage),
  d: () => storms(stage),
  e: () => presence(stage),
  f: () => slowReader(stage),
  g: () => kills(stage),
  h: () => hostile(stage, values.case),
} satisfies Record<string, () => Promise<PartReport>>;

const machine = `${cpus().length} x ${cpus()[0]?.model ?? "?"}, Node ${process.version}`;
const load = [loadavg()[0] ?? 0];
const times: PartReport[][] = [];
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
try {
  for (let time = 0; time < Number(values.times); time++) {
    const parts: PartReport[] = [];
    times.push(parts);
    for (const [letter, run] of Object.entries(PARTS)) {
      if (positionals.length > 0 && !positionals.includes(letter)) continue;
      try {
        parts.push(await run());
      } catch (error) {
        // The other parts do not depend on it.
        process.exitCode = 1;
        stage.say(`part ${letter} failed: ${error instanceof Error ? error.stack : String(error)}`);
        await stage.clear();
        continue;
      }
      load.push(loadavg()[0] ?? 0);
      // After each part, so that a run that is cut short leaves what it has.
      if (whole) writeSection("room", roomReport({ at: new Date(), machine, load, runs, times }));
    }
  }
} finally {
  await stage.close();
}
const table = [[...BAR_HEAD], ...barRows(times)];
const widths = BAR_HEAD.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
for (const cells of table)
  process.stdout.write(`${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`);
