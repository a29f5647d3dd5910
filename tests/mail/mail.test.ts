/** From an act to a mail: told in its batch, mailed once, retried, kept for the administrator. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startNewEpochs } from "../../collab/log/sql-log.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { backup, restore } from "../../db/backup.node.ts";
import { settleRestored } from "../../db/restored.node.ts";
import { openDataFolder } from "../../server/data-folder.node.ts";
import { createRepos } from "../../server/repos.ts";
import type { DbStatement } from "../../db/database.ts";
import type { NewNotification } from "../../db/repos/notification.repo.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { deliverOutbox } from "../../server/mail/deliver-outbox.ts";
import { MailRefusedError, type MailMessage, type Mailer } from "../../server/mail/mailer.ts";
import { openTestApp, type Person, type TestApp, TEST_HOST } from "../support/test-app.ts";

const ZONE = "Asia/Makassar";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A mailer that keeps what it sent and fails as long as `failure` is set. */
function fakeMailer() {
  const sent: MailMessage[] = [];
  const mailer = {
    sent,
    failure: null as Error | null,
    async send(message: MailMessage) {
      if (mailer.failure) throw mailer.failure;
      sent.push(message);
    },
  };
  return mailer satisfies Mailer;
}

describe("mail", () => {
  let t: TestApp;
  let now: number;
  let mailer: ReturnType<typeof fakeMailer>;
  let ani: Person;
  let budi: Person;
  let policy: PolicyId;

  beforeEach(async () => {
    // Monday 2026-11-23 10:00 in Palu.
    now = Date.parse("2026-11-23T02:00:00Z");
    mailer = fakeMailer();
    t = await openTestApp({ mailer }, { now: () => now });
    ani = await t.addAccount("drafter");
    budi = await t.addAccount("drafter");
    policy = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
  });
  afterEach(() => t.close());

  const run = async (statements: readonly DbStatement[]) => {
    const [first, ...rest] = statements;
    if (first) await t.deps.db.batch([first, ...rest]);
  };
  const tellOf = (told: Partial<NewNotification> = {}) =>
    run(
      t.deps.repos.notifications.statements({
        kind: "version.frozen",
        to: [budi.id],
        actor: ani.id,
        policyId: policy,
        subject: { kind: "version", id: "v1" },
        title: "Rancangan Uji",
        link: `/kerja/rancangan/${policy}`,
        at: now,
        on: dayIn(ZONE, now),
        ...told,
      }),
    );
  const round = () => deliverOutbox(t.deps);
  const listOf = (person: Person) => t.deps.repos.notifications.list(person.id, 50);

  test("[NT1] a batch that fails tells nobody", async () => {
    const { repos, db } = t.deps;
    const [first, ...rest] = repos.notifications.statements({
      kind: "version.frozen",
      to: [budi.id],
      actor: ani.id,
      policyId: policy,
      subject: { kind: "version", id: "v1" },
      title: "T",
      link: "/kerja",
      at: now,
      on: "2026-11-23",
    });
    if (!first) throw new Error("no statement");
    const outside = repos.outbox.statements({
      id: "m",
      to: "x@uji.test",
      subject: "two\nlines",
      text: "",
      kind: "k",
      dedupe: "d",
      at: now,
    });
    await expect(db.batch([first, ...rest, ...outside])).rejects.toThrow();
    expect(await listOf(budi)).toEqual([]);
  });

  test("[NT2] nobody is told of their own act, nor is who is disabled or unknown; writers are found by the policy", async () => {
    const admin = await t.addAccount("admin");
    await t.send("PATCH", `/api/accounts/${budi.id}`, {
      as: admin,
      body: { disabled: true },
      headers: { "if-match": '"1"' },
    });
    const citra = await t.addAccount("legal");
    await tellOf({ to: [ani.id, budi.id, citra.id, "01JUNKNOWN0000000000000000" as never] });
    await tellOf({ to: { writersOf: policy }, actor: null, subject: { kind: "version", id: "v2" } });
    expect((await listOf(ani)).map(({ subject }) => subject.id)).toEqual(["v2"]);
    expect(await listOf(budi)).toEqual([]);
    expect((await listOf(citra)).map(({ subject }) => subject.id)).toEqual(["v1"]);
  });

  test("[NT3] the same thing on the same day counts up and is unread again; the next day it is another", async () => {
    await tellOf();
    await t.deps.repos.notifications.markRead(budi.id, { upTo: 1_000 }, now);
    await tellOf({ detail: "lagi" });
    expect(await listOf(budi)).toMatchObject([{ count: 2, detail: "lagi", readAt: null }]);
    now += 24 * HOUR;
    await tellOf();
    expect((await listOf(budi)).map(({ count }) => count)).toEqual([1, 2]);
  });

  test("[NT4] [NT10] a duty is mailed at once and once, although it happens again and rounds repeat", async () => {
    const duty = { kind: "review.waiting", subject: { kind: "review-step", id: "s1" } } as const;
    await tellOf({ ...duty, detail: "Sekretaris Daerah", link: "/kerja/tugas" });
    await Promise.all([round(), round()]);
    await tellOf(duty);
    await round();
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]).toMatchObject({
      to: budi.email,
      subject: "Keputusan Anda ditunggu: Rancangan Uji (Sekretaris Daerah)",
    });
    // [NT7] one link
    expect(mailer.sent[0]?.text.match(/https?:\/\/\S+/g)).toEqual(["http://rembuk.test/kerja/tugas"]);
  });

  test("[NT5] news wait for 07:00 and come as one mail with one link, in the language of the account", async () => {
    await tellOf();
    await tellOf({ kind: "member.added", subject: { kind: "policy", id: policy } });
    await t.deps.repos.accounts.setLocale(budi.id, "en");
    await round();
    now = Date.parse("2026-11-23T22:59:59Z");
    await round();
    expect(mailer.sent).toEqual([]);
    now = Date.parse("2026-11-23T23:00:00Z");
    await tellOf({ kind: "review.decided" });
    await Promise.all([round(), round()]);
    expect(mailer.sent).toHaveLength(1);
    const { subject, text } = mailer.sent[0] ?? { subject: "", text: "" };
    expect(subject).toBe("Rembuk: news for you (2)");
    expect(text).toContain(
      "- A new version was frozen: Rancangan Uji\n- You were added to a draft: Rancangan Uji",
    );
    expect(text.match(/https?:\/\/\S+/g)).toEqual(["http://rembuk.test/kerja/pemberitahuan"]);
    now += 2 * HOUR;
    await round();
    expect(mailer.sent).toHaveLength(1);
    now += 22 * HOUR;
    await round();
    expect(mailer.sent).toHaveLength(2);
    expect(mailer.sent[1]?.text).toContain("A step of the approval is done");
    expect(mailer.sent[1]?.text).not.toContain("frozen");
  });

  test("[NT5] weekly comes on Mondays, off never; duties come whatever was chosen", async () => {
    const put = (person: Person, digest: string) =>
      t.send("PUT", "/api/notifications/settings", { as: person, body: { digest } });
    expect((await put(budi, "weekly")).status).toBe(200);
    expect((await put(ani, "off")).status).toBe(200);
    await tellOf({ to: [ani.id, budi.id], actor: null });
    now = Date.parse("2026-11-29T22:59:00Z");
    await round();
    expect(mailer.sent).toEqual([]);
    now = Date.parse("2026-11-29T23:00:00Z");
    await round();
    expect(mailer.sent.map(({ to }) => to)).toEqual([budi.email]);
    await tellOf({ kind: "contribution.assigned", to: [ani.id], actor: null });
    await round();
    expect(mailer.sent.map(({ to }) => to)).toEqual([budi.email, ani.email]);
    // [NT8]
    await put(ani, "daily");
    now += 24 * HOUR;
    await round();
    expect(mailer.sent).toHaveLength(2);
    await tellOf({ to: [ani.id], actor: null });
    now += 24 * HOUR;
    await round();
    expect(mailer.sent).toHaveLength(3);
  });

  test("[NT6] what was read is not mailed", async () => {
    await tellOf();
    await tellOf({ kind: "review.waiting" });
    await t.deps.repos.notifications.markRead(budi.id, { upTo: 1_000 }, now);
    now += 24 * HOUR;
    await round();
    expect(mailer.sent).toEqual([]);
  });

  test("[NT9] a failing server is tried again later and later; then it is left to the administrator", async () => {
    const admin = await t.addAccount("admin");
    await tellOf({ kind: "review.waiting" });
    mailer.failure = new Error("connection refused by mail.example");
    for (const pause of [1, 5, 15, 60, 240, 720, 1440]) {
      await round();
      now += pause * MINUTE - 1;
      await round();
      now += 1;
    }
    await round();
    const outbox = async (state: string) =>
      (await (await t.send("GET", `/api/outbox?state=${state}`, { as: admin })).json()) as {
        items: { id: string; attempts: number; lastError: string }[];
        counts: unknown;
      };
    const failed = await outbox("failed");
    expect(failed.items).toMatchObject([{ attempts: 8, lastError: "connection refused by mail.example" }]);
    mailer.failure = null;
    now += 100 * HOUR;
    await round();
    expect(mailer.sent).toEqual([]);
    const id = failed.items[0]?.id ?? "";
    expect((await t.send("POST", `/api/outbox/${id}/retry`, { as: admin })).status).toBe(204);
    await round();
    expect(mailer.sent).toHaveLength(1);
    expect((await outbox("sent")).counts).toEqual({ waiting: 0, failed: 0, sent: 1 });
    // [NT12]
    now += 31 * 24 * HOUR;
    await round();
    expect((await outbox("sent")).items).toEqual([]);
  });

  test("[NT9] a server in trouble is asked once a round; the others go out in the next", async () => {
    const people = [await t.addAccount("leader"), await t.addAccount("leader"), await t.addAccount("leader")];
    await tellOf({ kind: "review.waiting", to: people.map(({ id }) => id) });
    let asked = 0;
    const flaky: Mailer = {
      async send() {
        asked += 1;
        if (asked === 1) throw new Error("timed out");
      },
    };
    await deliverOutbox({ ...t.deps, mailer: flaky });
    expect(asked).toBe(1);
    await deliverOutbox({ ...t.deps, mailer: flaky });
    expect(asked).toBe(3);
    expect(await t.deps.repos.outbox.counts()).toEqual({ waiting: 1, failed: 0, sent: 2 });
    now += MINUTE;
    await deliverOutbox({ ...t.deps, mailer: flaky });
    expect(await t.deps.repos.outbox.counts()).toEqual({ waiting: 0, failed: 0, sent: 3 });
  });

  test("[NT9] an address that the server refuses for good is not tried again", async () => {
    await tellOf({ kind: "review.waiting" });
    mailer.failure = new MailRefusedError("550 no such user");
    await round();
    mailer.failure = null;
    now += 48 * HOUR;
    await round();
    expect(mailer.sent).toEqual([]);
    expect(await t.deps.repos.outbox.counts()).toEqual({ waiting: 0, failed: 1, sent: 0 });
  });

  test("[NT11] with a mail server demo accounts get nothing", async () => {
    const demo = await t.addAccount("leader", { demo: true });
    await tellOf({ kind: "review.waiting", to: [demo.id] });
    await run(
      t.deps.repos.outbox.statements({
        id: "m",
        to: demo.email,
        subject: "s",
        text: "t",
        kind: "k",
        dedupe: "d",
        at: now,
      }),
    );
    await round();
    expect(mailer.sent).toEqual([]);
  });
});

test("[NT11] without a mail server mails wait for the administrator, who delivers by hand", async () => {
  const t = await openTestApp();
  try {
    const admin = await t.addAccount("admin");
    const leader = await t.addAccount("leader", { demo: true });
    const { repos, db, now } = t.deps;
    const [first, ...rest] = repos.notifications.statements({
      kind: "review.waiting",
      to: [leader.id],
      actor: null,
      policyId: null,
      subject: { kind: "review-step", id: "s" },
      title: "Rancangan Uji",
      link: "/kerja/tugas",
      at: now(),
      on: "2026-11-23",
    });
    if (first) await db.batch([first, ...rest]);
    // Nobody waits for a loop: the page itself makes what is due.
    const read = async () =>
      (await (await t.send("GET", "/api/outbox?state=waiting", { as: admin })).json()) as {
        delivers: boolean;
        items: { id: string; to: string; text: string }[];
      };
    const { delivers, items } = await read();
    expect(delivers).toBe(false);
    expect(items).toMatchObject([{ to: leader.email }]);
    expect(items[0]?.text).toContain("Keputusan Anda ditunggu: Rancangan Uji.");
    const path = `/api/outbox/${items[0]?.id}/delivered`;
    expect((await t.send("POST", path, { as: admin })).status).toBe(204);
    expect((await t.send("POST", path, { as: admin })).status).toBe(409);
    expect((await read()).items).toEqual([]);
  } finally {
    await t.close();
  }
});

// A deployment's backup is Cloudflare's own.
test.skipIf(TEST_HOST === "workerd")(
  "[NT14] after a backup was restored nothing that waited is mailed by itself",
  async () => {
    const mailer = fakeMailer();
    const t = await openTestApp();
    const target = await mkdtemp(join(tmpdir(), "rembuk-backup-"));
    const fresh = await mkdtemp(join(tmpdir(), "rembuk-restored-"));
    try {
      const leader = await t.addAccount("leader");
      const told = (id: string) =>
        t.deps.repos.notifications.statements({
          kind: "review.waiting",
          to: [leader.id],
          actor: null,
          policyId: null,
          subject: { kind: "review-step", id },
          title: "T",
          link: "/kerja/tugas",
          at: 1,
          on: "2026-11-23",
        });
      const { repos, db } = t.deps;
      for (const statement of told("one")) await db.batch([statement]);
      await deliverOutbox(t.deps);
      for (const statement of told("two")) await db.batch([statement]);
      await backup(t.folder, target);
      await restore(target, fresh, {
        startNewEpochs,
        settle: (relations, files, takenAt) => settleRestored(relations, files, { takenAt, at: 2 }),
      });
      const data = await openDataFolder(fresh);
      try {
        const restored = createRepos(data.db, createAuditTrail({ db: data.db }));
        await deliverOutbox({ ...t.deps, db: data.db, repos: restored, mailer });
        expect(mailer.sent).toEqual([]);
        expect(await restored.outbox.counts()).toEqual({ waiting: 0, failed: 1, sent: 0 });
        expect(await restored.notifications.countUnread(leader.id)).toBe(2);
      } finally {
        await data.close();
      }
      expect(await repos.outbox.counts()).toEqual({ waiting: 1, failed: 0, sent: 0 });
    } finally {
      await t.close();
      for (const folder of [target, fresh]) await rm(folder, { recursive: true, force: true });
    }
  },
);
