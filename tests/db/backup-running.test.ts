/** A backup of a folder in which people draft and freeze all the while. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqlLog, startNewEpochs } from "../../collab/log/sql-log.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { backup, restore } from "../../db/backup.node.ts";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import { settleRestored } from "../../db/restored.node.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { openDataFolder } from "../../server/data-folder.node.ts";
import { createRepos } from "../../server/repos.ts";
import { openTestApp } from "../support/test-app.ts";

test("what is restored is whole: the record, every version, and the text that each was frozen from", async () => {
  const t = await openTestApp();
  const ani = await t.addAccount("drafter");
  const id = await t.addPolicy(ani.id);
  let frozen = 0;
  async function draftOnce(): Promise<void> {
    const { clauses } = await t.rooms.read(id);
    const edited = clauses.map((clause) =>
      clause.kind === "isi" ? { ...clause, runs: [{ text: `Kalimat ${frozen}.` }] } : clause,
    );
    await t.rooms.replaceContent(id, edited, ani.id);
    const response = await t.send("POST", `/api/policies/${id}/versions`, {
      as: ani,
      body: { label: `Draf ${frozen + 1}` },
      headers: { "idempotency-key": `while-running-${frozen}` },
    });
    expect(response.status).toBe(201);
    frozen += 1;
  }
  let stop = false;
  const drafting = (async () => {
    while (!stop) await draftOnce();
  })();
  await expect.poll(() => frozen, { timeout: 20_000 }).toBeGreaterThan(2);
  const before = frozen;
  const root = await mkdtemp(join(tmpdir(), "rembuk-backup-"));
  await backup(t.folder, join(root, "backup"));
  stop = true;
  await drafting;

  const at = Date.now();
  await restore(join(root, "backup"), join(root, "fresh"), {
    startNewEpochs,
    settle: (relations, files, takenAt) => settleRestored(relations, files, { takenAt, at }),
  });
  const data = await openDataFolder(join(root, "fresh"));
  const repos = createRepos(data.db, createAuditTrail({ db: data.db }));
  const readers = { version: createVersionPayloadReader(data.db, repos.versions) };
  expect((await verifyAudit({ db: data.db, files: data.files, readers })).findings).toEqual([]);
  const versions = await repos.versions.list(id, 1000);
  expect(versions.length).toBeGreaterThanOrEqual(before);
  const log = await openSqlLog(data.rooms);
  const rooms = createRooms({ log, report: () => undefined });
  const live = await rooms.read(id);
  expect(live.epoch).toBe(2);
  expect(live.logSeq).toBeGreaterThanOrEqual(versions[0]?.logSeq ?? Number.NaN);
  await rooms.close();
  await log.close();
  await data.close();
  await rm(root, { recursive: true });
  await t.close();
}, 60_000);
