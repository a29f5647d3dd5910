/** Notifications, mails and files of inputs on D1: the same statements. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db, DbStatement } from "../../db/database.ts";
import { createNotificationRepo } from "../../db/repos/notification.repo.ts";
import { createOutboxRepo } from "../../db/repos/outbox.repo.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";
import { SEEDED, seedRows } from "../support/seed-rows.ts";

describe("on D1", () => {
  let d1: LocalD1;
  let db: Db;
  const account = SEEDED.account as AccountId;
  const policy = SEEDED.policy as PolicyId;
  beforeAll(async () => {
    d1 = await openLocalD1();
    db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], {});
    for (const { sql, params } of seedRows()) {
      const values = params.map((value) => (value instanceof Uint8Array ? [...value] : value));
      await d1.database.batch([d1.database.prepare(sql).bind(...values)]);
    }
  });
  afterAll(() => d1.dispose());

  async function run(statements: readonly DbStatement[]): Promise<void> {
    const [first, ...rest] = statements;
    if (first) await db.batch([first, ...rest]);
  }
  const told = {
    kind: "version.frozen",
    to: { writersOf: policy },
    actor: null,
    policyId: policy,
    subject: { kind: "version", id: "v" },
    title: "T",
    link: "/kerja",
    at: 5,
    on: "2026-11-23",
  } as const;

  test("[NT2] [NT3] [NT5] the same act twice counts up, one's own is not told, and it waits for a digest", async () => {
    const repo = createNotificationRepo(db);
    await run(repo.statements(told));
    await run(repo.statements(told));
    await run(
      repo.statements({ ...told, to: [account], actor: account, subject: { kind: "version", id: "w" } }),
    );
    expect(await repo.list(account, 10)).toMatchObject([{ count: 2, subject: { id: "v" } }]);
    expect(await repo.countUnread(account)).toBe(1);
    expect(await repo.waitingForDigest(true, 10)).toMatchObject([
      { accountId: account, digest: "daily", timeZone: "Asia/Makassar", oldestAt: 5 },
    ]);
    await run(repo.mailedStatements([1], 6));
    expect(await repo.waitingForDigest(true, 10)).toEqual([]);
    await repo.setDigest(account, "off", 7);
    expect(await repo.digestOf(account)).toBe("off");
  });

  test("[NT9] [NT10] a mail is put down once and taken once", async () => {
    const repo = createOutboxRepo(db);
    const mail = { id: "m", to: "a@b.test", subject: "s", text: "t", kind: "k", dedupe: "d", at: 1 };
    await run(repo.statements(mail));
    await run(repo.statements({ ...mail, id: "n" }));
    const due = await repo.due(2, 10);
    expect(due.map(({ id }) => id)).toEqual(["m"]);
    const claims = await Promise.all(due.flatMap((each) => [repo.claim(each, 9), repo.claim(each, 9)]));
    expect(claims.filter((won) => won)).toHaveLength(1);
    await repo.markSent("m", 3);
    expect(await repo.counts()).toEqual({ waiting: 0, failed: 0, sent: 1 });
    await repo.deleteSentBefore(4);
    expect(await repo.counts()).toEqual({ waiting: 0, failed: 0, sent: 0 });
  });
});
