/** Rembuk on Node: one process, one data folder. Reads the configuration, builds, starts, stops. */
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { attachRooms } from "../collab/host.node.ts";
import { openSqlLog } from "../collab/log/sql-log.ts";
import { nameCounters } from "../collab/room/counters.ts";
import { createRooms } from "../collab/room/rooms.ts";
import { createHeadKeeper } from "../db/audit-heads.ts";
import { createApp } from "./app.ts";
import { ConfigError, trustedOrigins } from "./config.ts";
import { readConfig } from "./config.node.ts";
import { openWholeDataFolder } from "./demo/whole-data-folder.node.ts";
import { DEMO_PASSWORD } from "./portal/sign-in-page.ts";
import { decideDemo } from "./demo/decide-demo.ts";
import { createDeps } from "./deps.ts";
import { addressFrom, addressOfRequest } from "./http/address.node.ts";
import { createFolderAssets } from "./http/assets.node.ts";
import { compressOnNode } from "./http/compress.node.ts";
import { randomToken } from "./http/random-token.ts";
import { createPinoLogger } from "./http/logger.node.ts";
import { addressBucket } from "./http/rate-limit.ts";
import { DUTIES } from "./duties/duties.ts";
import { startDuties } from "./duties/run-duties.ts";
import { createSmtpMailer } from "./mail/smtp.node.ts";
import { createSocketAuthority } from "./socket-authority.ts";
import { createEditTimeRepo } from "../db/repos/edit-time.repo.ts";
import { createSettingsRepo } from "../db/repos/settings.repo.ts";

/** How long requests that are being answered may take once the server is told to stop. */
const LAST_ANSWERS_MS = 5_000;

async function start(): Promise<void> {
  const config = readConfig();
  const logger = createPinoLogger(config.logLevel);
  const data = await openWholeDataFolder(config.dataDir);
  const settings = createSettingsRepo(data.db);
  const heads = createHeadKeeper(data.files, (error) => logger.error({}, "audit head was not kept", error));
  const log = await openSqlLog(data.rooms);
  const editTimes = createEditTimeRepo(data.db);
  const rooms = createRooms({
    log,
    edited: (policy, at) =>
      void editTimes
        .edited(policy, at)
        .catch((error: unknown) => logger.error({ policy }, "the time of an edit was not kept", error)),
    report: (what, policy, error) => logger.error({ policy }, what, error),
  });

  const demo = await decideDemo({ config, settings, db: data.db });
  const origins = trustedOrigins(config, demo.shown);
  const deps = createDeps({
    db: data.db,
    rooms,
    logger,
    files: data.files,
    mailer: config.smtpUrl === null ? null : createSmtpMailer({ url: config.smtpUrl, from: config.mailFrom }),
    assets: createFolderAssets(fileURLToPath(new URL("../dist/client", import.meta.url))),
    baseUrl: config.baseUrl,
    trustedOrigins: origins,
    authSecret: await settings.getOrSet("auth-secret", randomToken()),
    isDemo: () => demo.shown,
    addressOf: addressFrom(config.trustProxy),
    compress: compressOnNode,
    emptyLog: () => data.relations.checkpoint(),
    scrub: async () => {
      await data.rooms.scrub();
      await data.relations.scrub();
    },
    gauges: () => {
      const { rooms: open, connections, storedBytes } = rooms.sizes();
      return {
        rembuk_rooms: open,
        rembuk_connections: connections,
        rembuk_room_bytes: storedBytes,
        process_resident_memory_bytes: process.memoryUsage.rss(),
      };
    },
    counters: () => nameCounters(rooms.counters),
    onEvent: (event) => heads.keep(event),
  });
  if (demo.load) {
    const { loadDemo } = await import("./demo/load-demo.ts");
    await loadDemo(deps);
  }

  const { app } = createApp(deps);
  const duties = startDuties(DUTIES, deps);
  const server = createServer(getRequestListener(app.fetch));
  const addressOf = addressOfRequest(config.trustProxy);
  const attached = attachRooms({
    server,
    rooms,
    authority: createSocketAuthority(deps),
    addressOf: (request) => addressBucket(addressOf(request)),
    report: (what, error) => logger.error({}, what, error),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  console.log(`Rembuk: ${config.baseUrl}`);
  if (demo.shown) {
    console.log(`Akun demo / demo accounts (kata sandi / password: ${DEMO_PASSWORD}):`);
    for (const { email, role } of await deps.repos.accounts.listDemo()) console.log(`  ${email}  ${role}`);
  }

  async function stop(): Promise<void> {
    const answered = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    await attached.close();
    // What is being answered still reads and writes: the databases close after it.
    await answered;
    await duties.stop();
    await log.close();
    await heads.flush();
    await data.close();
  }
  // Ctrl+C arrives twice, from the terminal and from `npm start`: the second one waits with the first.
  let stopped: Promise<void> | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      stopped ??= stop();
      stopped.then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({}, "stopping failed", error);
          process.exit(1);
        },
      );
    });
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
