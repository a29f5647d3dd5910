/** Two at once, on a real database: one outcome, and the other is told. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contributions, dispositionContributions, dispositions } from "../../db/schema/contributions.ts";
import { events } from "../../db/schema/audit.ts";
import { outbox } from "../../db/schema/notifications.ts";
import type { ContributionId, PolicyId } from "../../domain/ids.ts";
import {
  cidAt,
  json,
  openInboxApp,
  receiptFor,
  type Consulted,
  type InboxApp,
} from "../contributions/inbox-app.ts";

const ascending = (a: number, b: number): number => a - b;

describe("two at once", () => {
  let t: InboxApp;
  let p: Consulted;
  beforeAll(async () => {
    t = await openInboxApp();
  });
  beforeEach(async () => {
    p = await t.addConsulted();
  });
  afterAll(() => t.close());

  const dispose = (ids: readonly ContributionId[], as = t.ani, more: object = {}, key?: string) =>
    p.post("/dispositions", { contributionIds: ids, outcome: "noted", reason: "Dicatat.", ...more }, as, key);
  const rowsOf = (policy: PolicyId) =>
    t.data.db.select().from(dispositions).where(eq(dispositions.policyId, policy));
  const currentOf = async (ids: readonly ContributionId[]) =>
    (await t.data.db.select().from(dispositionContributions)).filter(
      ({ contributionId, current }) => current && ids.includes(contributionId),
    );
  const eventsOf = (policy: PolicyId) => t.data.db.select().from(events).where(eq(events.chain, policy));

  test("[DP2] twelve answers to one input at once: one holds, the others are told who answered and when", async () => {
    const id = await p.say("satu");
    await p.triage([id]);
    const people = [t.ani, t.budi, t.legal];
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => dispose([id], people[n % 3])));
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([
      201,
      ...Array<number>(11).fill(409),
    ]);
    const winner = await json<{ by: { id: string; name: string } }>(
      answers.find(({ status }) => status === 201) as Response,
    );
    for (const lost of answers.filter(({ status }) => status === 409)) {
      const problem = await json<{ reason: string; detail: string }>(lost);
      expect(problem.reason).toBe("already-answered");
      expect(problem.detail).toContain(winner.by.name);
      expect(problem.detail).toMatch(/20\d\d/);
    }
    expect(await rowsOf(p.id)).toHaveLength(1);
    expect(await currentOf([id])).toHaveLength(1);
    expect((await eventsOf(p.id)).filter(({ action }) => action === "disposition.made")).toHaveLength(1);
  });

  test("[DP2] overlapping selections: one answer holds whole, nothing of the other is written", async () => {
    const receipts = await Promise.all(
      ["x", "y", "z"].map((s) => receiptFor(`${s}-${p.id}`, `${s}@contoh.id`)),
    );
    const ids = await Promise.all(
      receipts.map((receipt, n) => p.say(`kata ${n}`, { author: { kind: "receipt" } }, receipt)),
    );
    await p.triage(ids);
    const [a, b, c] = ids as [ContributionId, ContributionId, ContributionId];
    const answers = await Promise.all([dispose([a, b], t.ani), dispose([b, c], t.budi)]);
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([201, 409]);
    const won = answers[0]?.status === 201 ? [a, b] : [b, c];
    expect((await currentOf(ids)).map(({ contributionId }) => contributionId).toSorted()).toEqual(
      won.toSorted(),
    );
    const states = new Map((await p.list()).items.map((item) => [item.id, item.state]));
    for (const id of ids) expect(states.get(id)).toBe(won.includes(id) ? "answered" : "triaged");
    expect(await rowsOf(p.id)).toHaveLength(1);
    // Only those whose answer holds are written to.
    const mailed = (await t.data.db.select().from(outbox)).filter(({ recipient }) =>
      recipient.endsWith("@contoh.id"),
    );
    expect(mailed).toHaveLength(2);
  });

  test("a double click and a replayed request are one answer", async () => {
    const id = await p.say("satu");
    await p.triage([id]);
    const key = "double-click-1";
    const both = await Promise.all([dispose([id], t.ani, {}, key), dispose([id], t.ani, {}, key)]);
    for (const { status } of both) expect([201, 409]).toContain(status);
    const replayed = await dispose([id], t.ani, {}, key);
    expect([replayed.status, replayed.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(await rowsOf(p.id)).toHaveLength(1);
    expect((await dispose([id], t.ani, { reason: "Lain." }, key)).status).toBe(409);
    expect((await dispose([id], t.ani)).status).toBe(409);
  });

  test("[DP6] two corrections of one answer at once: one replaces it, the other is told", async () => {
    const id = await p.say("satu");
    await p.triage([id]);
    const { id: replaces } = await p.answer([id]);
    const answers = await Promise.all([t.ani, t.budi, t.legal].map((as) => dispose([id], as, { replaces })));
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([201, 409, 409]);
    for (const lost of answers.filter(({ status }) => status === 409))
      expect((await json<{ reason: string }>(lost)).reason).toBe("not-the-answer");
    expect(await currentOf([id])).toHaveLength(1);
    expect(await rowsOf(p.id)).toHaveLength(2);
  });

  test("[DP4] freezes while answers with promised changes are written: each binds to the first version after it in the record", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => p.say(`kata ${n}`)));
    await p.triage(ids);
    const acts = ids.flatMap((id, n): Promise<unknown>[] => [
      dispose([id], n % 2 === 0 ? t.ani : t.legal, { change: { cid: cidAt(6) } }),
      ...(n % 2 === 0 ? [p.freeze(`Rancangan ${n}`)] : []),
    ]);
    await Promise.all(acts);
    const record = (await eventsOf(p.id)).toSorted((a, b) => a.seq - b.seq);
    const rows = new Map((await rowsOf(p.id)).map((row) => [row.id as string, row]));
    let frozen = 0;
    let checked = 0;
    for (const { action, subjectId } of record) {
      if (action === "version.frozen") frozen += 1;
      if (action !== "disposition.made") continue;
      expect(rows.get(subjectId)?.changeAfterVersion).toBe(frozen);
      checked += 1;
    }
    expect([checked, frozen]).toEqual([12, 7]);
  });

  test("[CT16] withdrawn while it is answered: answered and then withdrawn, or refused; never half", async () => {
    for (let round = 0; round < 8; round += 1) {
      const receipt = await receiptFor(`tarik-${p.id}-${round}`);
      const [id, other] = [await p.say("satu", {}, receipt), await p.say("dua")];
      await p.triage([id, other]);
      const [answer, withdrawn] = await Promise.all([
        dispose([id, other]),
        t.deps.repos.contributions.withdraw(receipt.secretHash),
      ]);
      expect(withdrawn).toBe("withdrawn");
      const rows = await t.data.db.select().from(contributions).where(eq(contributions.policyId, p.id));
      const of = (which: ContributionId) => rows.find((row) => row.id === which);
      expect([of(id)?.state, of(id)?.text]).toEqual(["withdrawn", ""]);
      const answered = answer.status === 201;
      expect(of(other)?.state).toBe(answered ? "answered" : "triaged");
      expect(await currentOf([id, other])).toHaveLength(answered ? 2 : 0);
      if (!answered) expect((await json<{ reason: string }>(answer)).reason).toBe("contribution-withdrawn");
    }
  });

  test("[CT10] sorting, assigning, publishing and opening again at once leave one state that the table allows", async () => {
    const ids = await Promise.all(["a", "b", "c"].map((text) => p.say(text)));
    await p.triage(ids);
    await p.answer(ids);
    const answers = await Promise.all([
      p.post("/contributions/publish", { contributionIds: ids }),
      p.post("/contributions/reopen", { contributionIds: ids }, t.budi),
      p.post("/contributions/assign", { contributionIds: ids, assigneeId: t.budi.id }, t.legal),
      p.post("/contributions/triage", { contributionIds: ids, visibility: "public" }, t.legal),
      p.post("/contributions/publish", { contributionIds: ids }, t.legal),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const states = new Set((await p.list()).items.map(({ state }) => state));
    expect(states.size).toBe(1);
    const [state] = [...states];
    expect(await currentOf(ids)).toHaveLength(state === "considered" ? 0 : 3);
  });
});
