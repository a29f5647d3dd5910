// npm run bench: build what is stale, then measure the editor in Chromium, the room
// beside its peers, the portal and answers to surveys over HTTP; each writes its section of docs/bench.md.
// `npm run bench -- 3000` measures the editor at that size alone, `npm run bench -- room` one bench alone,
// `npm run bench -- room a d --quick` some of its parts once (more in tests/bench/room.ts).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

const ALL = ["editor", "room", "portal", "surveys"];
const fileOf = (name) => join(root, "tests", "bench", `${name}.ts`);

installIfStale();
buildIfStale();
const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && /^[a-z-]+$/.test(first) && existsSync(fileOf(first));
const benches = named ? [first] : first === undefined ? ALL : ["editor"];
const given = named ? rest : process.argv.slice(2);
let worst = 0;
for (const bench of benches) {
  const run = spawnSync(nodeBinary(), [fileOf(bench), ...given], {
    cwd: root,
    stdio: "inherit",
    env: childEnv(),
  });
  worst ||= run.status ?? 1;
}
process.exit(worst);
