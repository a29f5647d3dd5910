// npm run dev:workers: the whole product on local workerd, offline: builds, migrates, serves, loads the demo once.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

const SCHEDULED_EVERY_MS = 60_000;
/** What wrangler prints of every request says nothing that the Worker's own line does not. */
const NOISE =
  /^\[wrangler:info\] (GET|POST|PUT|PATCH|DELETE|HEAD) |Scheduled Workers are not|manually trigger|cdn-cgi\/local\/scheduled|cron-triggers/;

installIfStale();
if (Number(process.versions.node.split(".")[0]) < 24) {
  const { status } = spawnSync(nodeBinary(), [fileURLToPath(import.meta.url)], {
    stdio: "inherit",
    env: childEnv(),
  });
  process.exit(status ?? 1);
}
buildIfStale(); // the Worker serves the built workspace

const { startLocalWorker, runScheduled } = await import("./local-worker.mjs");
const { DEMO_ACCOUNTS } = await import("../db/demo/people.ts");
const { DEMO_PASSWORD } = await import("../server/portal/sign-in-page.ts");

const { DATA_DIR = join(root, "data"), PORT = "8787", DEMO = "1" } = process.env;
const worker = await startLocalWorker({
  port: Number(PORT),
  dataDir: join(DATA_DIR, "workers"),
  vars: { DEMO },
  onOutput(text) {
    const told = text.split("\n").filter((line) => line.trim() !== "" && !NOISE.test(line));
    if (told.length > 0) console.log(told.join("\n"));
  },
}).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

console.log(`Rembuk: ${worker.url}`);
if (DEMO === "1") {
  console.log(`Akun demo / demo accounts (kata sandi / password: ${DEMO_PASSWORD}):`);
  for (const { name, role } of DEMO_ACCOUNTS) console.log(`  ${name}@demo.rembuk.id  ${role}`);
}
const scheduled = setInterval(() => {
  runScheduled(worker.url).catch((error) => console.error(`scheduled: ${error.message}`));
}, SCHEDULED_EVERY_MS);

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void worker.stop());
process.exitCode = await worker.exited;
clearInterval(scheduled);
