import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { updateLogContract } from "./update-log.suite.ts";

updateLogContract("libSQL", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rembuk-log-"));
  const path = join(folder, "rooms.db");
  let connection: LibsqlConnection;
  const open = async () => {
    connection = await openLibsql(path, { withCommitGate: true });
    return openSqlLog(connection);
  };
  const log = await open();
  return {
    log,
    async reopen() {
      await connection.close();
      return open();
    },
    holdCommits: () => connection.holdCommits(),
    failCommits: () => connection.failCommits(),
    async dispose() {
      await connection.close();
      rmSync(folder, { recursive: true });
    },
  };
});

test("kill -9 while appending loses nothing that was acknowledged", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rembuk-kill-"));
  const path = join(folder, "rooms.db");
  const writer = fileURLToPath(new URL("../support/append-until-killed.ts", import.meta.url));
  let acknowledged = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    const child = spawn(process.execPath, [writer, path], { stdio: ["ignore", "pipe", "inherit"] });
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Math.max(acknowledged, Number(line));
      seen += 1;
      if (seen === 200 + kill * 50) child.kill("SIGKILL");
    }
    const connection = await openLibsql(path);
    const log = await openSqlLog(connection);
    const tail = (await log.load("01JD0000000000000000000001" as PolicyId))?.tail ?? [];
    expect(acknowledged).toBeGreaterThan(100);
    expect(tail.length).toBeGreaterThanOrEqual(acknowledged);
    // Each row carries its own number: nothing missing, nothing torn, nothing twice.
    const numbers = tail.slice(1).map(({ seq, update }) => [seq, Number(new TextDecoder().decode(update))]);
    expect(numbers.every(([seq, number]) => seq === number)).toBe(true);
    await connection.close();
  }
  rmSync(folder, { recursive: true });
});
