/** What checking the record finds of answers, with the database in somebody's hand. */
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createHeadKeeper } from "../../db/audit-heads.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import { createDispositionPayloadReader } from "../../db/repos/disposition-payload.ts";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import type { SqlValue } from "../../db/sql-connection.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import type { AuditEvent } from "../../domain/audit/event.ts";
import type { ContributionId, DispositionId } from "../../domain/ids.ts";
import { TEST_HOST } from "../support/test-app.ts";
import { cidAt, openInboxApp, type Consulted, type InboxApp } from "../contributions/inbox-app.ts";

describe("the record of answers", () => {
  let t: InboxApp;
  let p: Consulted;
  let told: AuditEvent[] = [];
  let ids: ContributionId[];
  let first: DispositionId;
  let second: DispositionId;
  const others = new Set<string>();

  beforeAll(async () => {
    t = await openInboxApp({ onEvent: (event) => void told.push(event) });
  });
  // One application, whose other policies were tampered with before: each test looks at its own.
  beforeEach(async () => {
    told = [];
    p = await t.addConsulted();
    ids = [await p.say("satu"), await p.say("dua")];
    await p.triage(ids);
    first = (await p.answer(ids, { change: { cid: cidAt(6) } })).id;
    second = (await p.answer([ids[0] as ContributionId], { replaces: first, reason: "Diperbaiki." })).id;
    await p.post("/contributions/publish", { contributionIds: ids });
  });
  afterAll(() => t.close());

  async function tamper(sql: string, ...params: SqlValue[]): Promise<void> {
    const intruder =
      TEST_HOST === "workerd" ? t.data.relations : await openLibsql(join(t.folder, "rembuk.db"));
    await intruder.batch([
      { sql: "pragma defer_foreign_keys = on", params: [] },
      { sql, params },
    ]);
    await intruder.close();
  }
  async function findings(head?: string): Promise<string[]> {
    const { db, files } = t.data;
    const readers = {
      version: createVersionPayloadReader(db, t.deps.repos.versions),
      disposition: createDispositionPayloadReader(db),
    };
    const report = await verifyAudit({ db, files, readers, head });
    return report.findings
      .filter(({ chain, subject }) => chain === p.id || (chain === null && !others.has(subject ?? "")))
      .map(({ kind, subject }) => `${kind} ${subject ?? ""}`.trim());
  }

  test("[DP9] as it was written it is whole, after a correction and a freeze, too", async () => {
    expect(await findings()).toEqual([]);
    await p.freeze("Rancangan 2");
    await p.post("/contributions/reopen", { contributionIds: ids });
    expect(await findings()).toEqual([]);
  });

  test.each([
    ["reason", "update dispositions set reason = 'Ditolak.' where id = ?"],
    ["outcome", "update dispositions set outcome = 'rejected' where id = ?"],
    [
      "person",
      'update dispositions set "by" = (select id from accounts where id <> "by" limit 1) where id = ?',
    ],
    ["time", "update dispositions set at = at + 1 where id = ?"],
    ["clause of the change", `update dispositions set change_cid = '${cidAt(8)}' where id = ?`],
    ["version of the change", "update dispositions set change_after_version = 0 where id = ?"],
    ["an input less", "delete from disposition_contributions where disposition_id = ? and current = 1"],
  ])("[DP9] finds an answer that was rewritten in place: %s", async (_what, sql) => {
    await tamper(sql, first);
    expect(await findings()).toEqual([`payload-changed disposition:${first}`]);
  });

  test("[DP9] finds what an answer replaces rewritten, and a replaced one put in force again", async () => {
    await tamper("update dispositions set replaces = null where id = ?", second);
    expect(await findings()).toEqual([
      `payload-changed disposition:${first}`,
      `payload-changed disposition:${second}`,
    ]);
    await tamper("update dispositions set replaces = ? where id = ?", first, second);
    expect(await findings()).toEqual([]);
    const input = ids[0] as ContributionId;
    await tamper("update disposition_contributions set current = 0 where disposition_id = ?", second);
    await tamper(
      "update disposition_contributions set current = 1 where disposition_id = ? and contribution_id = ?",
      first,
      input,
    );
    expect(await findings()).toEqual([
      `payload-changed disposition:${first}`,
      `payload-changed disposition:${second}`,
    ]);
  });

  test("[DP9] finds an answer taken out of force that nobody opened again", async () => {
    const other = ids[1] as ContributionId;
    await tamper("update disposition_contributions set current = 0 where contribution_id = ?", other);
    expect(await findings()).toEqual([`payload-changed disposition:${first}`]);
    // Opened again, answered anew, and that one taken out of force: the earlier opening does not speak of it.
    await tamper(
      "update disposition_contributions set current = 1 where contribution_id = ? and disposition_id = ?",
      other,
      first,
    );
    await p.post("/contributions/reopen", { contributionIds: [other] });
    const third = (await p.answer([other])).id;
    expect(await findings()).toEqual([]);
    await tamper("update disposition_contributions set current = 0 where contribution_id = ?", other);
    expect(await findings()).toEqual([`payload-changed disposition:${third}`]);
  });

  test("[DP9] finds a row that is gone, and one that nobody recorded", async () => {
    await tamper("delete from disposition_contributions where disposition_id = ?", second);
    await tamper("delete from dispositions where id = ?", second);
    // What it replaced is in force no more, and nothing says why.
    const gone = [`payload-changed disposition:${first}`, `payload-missing disposition:${second}`];
    expect(await findings()).toEqual(gone);
    const forged = "01JZ0000000000000000000001";
    await tamper(
      `insert into dispositions (id, policy_id, outcome, reason, "by", at) select ?, policy_id, 'noted', 'Palsu.', "by", at from dispositions where id = ?`,
      forged,
      first,
    );
    expect(await findings()).toEqual([...gone, `unrecorded disposition:${forged}`]);
    others.add(`disposition:${forged}`);
  });

  test("[DP9] finds a tail cut off with the rows it spoke of: by the kept head, and by one that was printed", async () => {
    const keeper = createHeadKeeper(t.data.files, (error) => {
      throw error;
    });
    // In workerd the Worker is told of its events; here they are read.
    if (TEST_HOST === "workerd") told = await t.deps.repos.audit.list(p.id, 0, 1_000);
    for (const event of told) keeper.keep(event);
    await keeper.flush();
    const printed = told.find(({ subject }) => subject.id === second)?.hash;
    if (!printed) throw new Error("no event of the correction");
    expect(await findings(printed)).toEqual([]);
    const cut = told.find(({ subject }) => subject.id === second)?.seq ?? 0;
    for (const table of ["event_details", "events"])
      await tamper(`delete from ${table} where chain = ? and seq >= ?`, p.id, cut);
    await tamper("delete from disposition_contributions where disposition_id = ?", second);
    await tamper("delete from dispositions where id = ?", second);
    const found = await findings(printed);
    expect(found).toContain("head-unknown");
    // The kept head of the chain is later than what is left of it.
    expect(found.length).toBeGreaterThan(1);
    expect((await findings()).length).toBeGreaterThan(0);
  });
});
