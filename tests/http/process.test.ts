/** The server as a process: it starts whole, and stops only when everything is answered and written. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { openDataFolder } from "../../server/data-folder.node.ts";
import { loadDemo } from "../../server/demo/load-demo.ts";
import { openWholeDataFolder } from "../../server/demo/whole-data-folder.node.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import { createDeps, type HostParts } from "../../server/deps.ts";
import { noAssets } from "../../server/http/assets.ts";
import { silentLogger } from "../../server/http/logger.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

const started = new Set<ServerProcess>();
afterEach(async () => {
  for (const each of started) await each.dispose();
  started.clear();
});
async function start(options: Parameters<typeof startServer>[0] = {}): Promise<ServerProcess> {
  const one = await startServer(options);
  started.add(one);
  return one;
}

describe("stopping", () => {
  test("Ctrl+C, which arrives twice, writes everything and ends with 0", async () => {
    const one = await start({ env: { DEMO: "0" } });
    one.process.kill("SIGINT");
    one.process.kill("SIGINT");
    expect(await one.stop("SIGINT")).toBe(0);
    // A write-ahead log that is still there was not moved into the database.
    expect((await readdir(one.dataDir)).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
  }, 60_000);

  test("a request that is being sent is answered before the databases close", async () => {
    const one = await start({ env: { DEMO: "0" } });
    const body = "email=x%40y.id&password=salah-sekali";
    const answered = new Promise<number>((resolve, reject) => {
      const post = request(`${one.url}/masuk`, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(body.length),
        },
      });
      post.on("response", (response) => resolve(response.resume().statusCode ?? 0));
      post.on("error", reject);
      post.write(body.slice(0, 10));
      setTimeout(() => one.process.kill("SIGTERM"), 200);
      setTimeout(() => post.end(body.slice(10)), 900);
    });
    expect(await answered).toBe(401);
    expect(await one.stop()).toBe(0);
  }, 60_000);
});

describe("the demo", () => {
  test("one that broke off is loaded anew and whole at the next start", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "rembuk-demo-"));
    const data = await openDataFolder(dataDir);
    const log = await openSqlLog(data.rooms);
    const rooms = createRooms({ log, report: () => undefined });
    let created = 0;
    const host: HostParts = {
      db: data.db,
      rooms: {
        ...rooms,
        create: async (...args) => {
          created += 1;
          if (created === 2) throw new Error("the power went");
          return rooms.create(...args);
        },
      },
      assets: noAssets,
      files: data.files,
      mailer: null,
      logger: silentLogger,
      baseUrl: "http://rembuk.test",
      trustedOrigins: [],
      authSecret: "a secret for tests that is long enough",
      isDemo: () => true,
      addressOf: () => "",
    };
    await expect(loadDemo(createDeps(host))).rejects.toThrow("the power went");
    await rooms.close();
    await log.close();
    await data.close();

    const one = await start({ dataDir });
    expect(one.output()).toContain("perancang1@demo.rembuk.id");
    await one.stop();
    const whole = await openWholeDataFolder(dataDir);
    const deps = createDeps({ ...host, db: whole.db });
    const admin = await deps.repos.accounts.findByEmail("admin@demo.rembuk.id");
    const listed = await deps.repos.policies.list({
      account: admin?.id as never,
      stages: ["planning", "drafting", "internal_review", "public_consultation", "harmonisation"],
      limit: 100,
    });
    const { DEMO_POLICIES } = await import("../../db/demo/index.ts");
    expect(listed).toHaveLength(DEMO_POLICIES.length);
    const readers = createPayloadReaders(whole.db, deps.repos);
    expect((await verifyAudit({ db: whole.db, files: whole.files, readers })).findings).toEqual([]);
    await whole.close();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  test("an account that a person made meanwhile is never removed", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "rembuk-demo-"));
    const data = await openDataFolder(dataDir);
    await data.relations.batch([
      { sql: "insert into settings (key, value) values ('demo', 'loading')", params: [] },
      {
        sql: "insert into accounts (id, name, email, created_at, updated_at) values ('01JA0000000000000000000001', 'Ani', 'ani@uji.test', 1, 1)",
        params: [],
      },
    ]);
    await data.close();
    const again = await openWholeDataFolder(dataDir);
    const { rows } = await again.relations.query({ sql: "select email from accounts", params: [] });
    expect(rows).toEqual([["ani@uji.test"]]);
    await again.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});
