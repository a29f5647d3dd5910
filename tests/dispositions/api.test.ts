/** Answers over HTTP: one and many, corrections, the change that followed, who is told, what is public. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outbox } from "../../db/schema/notifications.ts";
import { dispositions } from "../../db/schema/contributions.ts";
import type { ContributionId } from "../../domain/ids.ts";
import {
  cidAt,
  json,
  on,
  openInboxApp,
  receiptFor,
  reword,
  without,
  type Consulted,
  type InboxApp,
} from "../contributions/inbox-app.ts";

describe("answers", () => {
  let t: InboxApp;
  let p: Consulted;
  beforeAll(async () => {
    t = await openInboxApp();
  });
  beforeEach(async () => {
    p = await t.addConsulted();
  });
  afterAll(() => t.close());
  const reason = async (response: Response | Promise<Response>) =>
    (await json<{ reason: string }>(response)).reason;
  const dispose = (contributionIds: readonly ContributionId[], more: object = {}, as = t.ani) =>
    p.post("/dispositions", { contributionIds, outcome: "noted", reason: "Dicatat.", ...more }, as);
  const register = (filter = {}) =>
    t.deps.repos.contributions.publicRegister(p.consultationId, filter, { limit: 50 });

  test("[DP1] an answer needs an outcome, a reason, and inputs that were sorted", async () => {
    const id = await p.say("satu");
    expect((await dispose([id], { reason: "  " })).status).toBe(400);
    expect((await dispose([id], { outcome: "maybe" })).status).toBe(400);
    expect((await dispose([])).status).toBe(400);
    expect(await reason(dispose([id]))).toBe("not-triaged");
    expect((await p.read(id)).state).toBe("received");
    expect(await reason(dispose([id], { triage: { visibility: "team" } }))).toBe("moderation-note-missing");
    expect((await dispose([id], { triage: { visibility: "public" } })).status).toBe(201);
    expect(await p.read(id)).toMatchObject({ state: "answered", visibility: "public", outcome: "noted" });
  });

  test("[DP2] one answer for many, in one act with one event; all or none", async () => {
    const ids = await Promise.all(["a", "b", "c"].map((text) => p.say(text)));
    await p.triage(ids);
    const view = await p.answer(ids, { outcome: "partly", reason: "Sebagian." });
    expect(view).toMatchObject({ outcome: "partly", by: { id: t.ani.id }, contributionIds: ids.toSorted() });
    const events = await json<{ items: { action: string }[] }>(
      t.send("GET", `/api/policies/${p.id}/events`, { as: t.ani }),
    );
    expect(events.items.filter(({ action }) => action === "disposition.made")).toHaveLength(1);
    const [fresh] = [await p.say("d")];
    await p.triage([fresh]);
    expect((await dispose([fresh, ids[0] as ContributionId])).status).toBe(409);
    expect((await p.read(fresh)).state).toBe("triaged");
    expect((await p.list("?outcome=partly")).total).toBe(3);
  });

  test("[DP3] [DP4] a change in the draft is promised and bound by the next freeze; one in a version is bound at once", async () => {
    const ids = [await p.say("satu"), await p.say("dua", { targets: on(8) })] as const;
    await p.triage(ids);
    const promised = await p.answer([ids[0]], { change: { cid: cidAt(6) } });
    expect(promised.change).toMatchObject({ state: "promised", citation: "Pasal 1 ayat (2)" });
    await p.edit(reword(6, "Laporan diperiksa tim."));
    const second = await p.freeze("Rancangan 2");
    expect((await p.read(ids[0])).dispositions[0]?.change).toEqual({
      cid: cidAt(6),
      citation: "Pasal 1 ayat (2)",
      state: "bound",
      version: { id: second.id, number: 2, label: "Rancangan 2" },
    });
    // A later version changes nothing of it.
    await p.freeze("Rancangan 3");
    expect((await p.read(ids[0])).dispositions[0]?.change?.version?.number).toBe(2);
    const bound = await p.answer([ids[1]], { change: { cid: cidAt(8), versionId: second.id } });
    expect(bound.change).toMatchObject({ state: "bound", version: { number: 2 } });
    const third = await p.say("tiga");
    await p.triage([third]);
    expect(await reason(dispose([third], { change: { cid: p.id } }))).toBe("unknown-clause");
    expect(await reason(dispose([third], { change: { cid: cidAt(6), versionId: p.id } }))).toBe(
      "unknown-version",
    );
  });

  test("[DP5] a bound version in which the clause reads as before says so, and the list, too", async () => {
    const kept = await p.say("tetap");
    const gone = await p.say("hapus", { targets: on(11) });
    await p.triage([kept, gone]);
    await p.answer([kept], { change: { cid: cidAt(6) } });
    await p.answer([gone], { change: { cid: cidAt(11) } });
    expect((await p.list()).items.some(({ changeNotSeen }) => changeNotSeen)).toBe(false);
    await p.edit(without(11));
    await p.freeze("Rancangan 2");
    const flagged = (await p.list()).items.filter(({ changeNotSeen }) => changeNotSeen).map(({ id }) => id);
    expect(flagged).toEqual([kept]);
    expect((await p.read(kept)).dispositions[0]?.change?.notSeen).toBe(true);
    // What was taken out is a change, named as it was called.
    expect((await p.read(gone)).dispositions[0]?.change).toMatchObject({
      state: "bound",
      citation: "Pasal 3",
    });
    expect((await p.read(gone)).dispositions[0]?.change).not.toHaveProperty("notSeen");
  });

  test("[DP6] a correction replaces and the first stays on record; opening again, too", async () => {
    const ids = [await p.say("satu"), await p.say("dua")] as const;
    await p.triage(ids);
    const first = await p.answer(ids);
    const second = await p.answer([ids[0]], {
      outcome: "rejected",
      reason: "Ternyata tidak.",
      replaces: first.id,
    });
    expect(second.replaces).toBe(first.id);
    const history = (await p.read(ids[0])).dispositions;
    expect(history.map(({ id, current }) => [id, current])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    // The other input keeps the first answer.
    expect((await p.read(ids[1])).dispositions.map(({ id, current }) => [id, current])).toEqual([
      [first.id, true],
    ]);
    expect(await reason(dispose([ids[0]], { replaces: first.id }))).toBe("not-the-answer");
    expect(await reason(dispose(ids, { replaces: first.id }))).toBe("not-the-answer");

    expect((await p.post("/contributions/reopen", { contributionIds: [ids[0]] })).status).toBe(200);
    const opened = await p.read(ids[0]);
    expect([opened.state, opened.outcome, opened.dispositions.length]).toEqual(["considered", undefined, 2]);
    expect((await p.post("/contributions/reopen", { contributionIds: [ids[0]] })).status).toBe(409);
    await p.answer([ids[0]]);
    expect((await p.read(ids[0])).dispositions.map(({ current }) => current)).toEqual([true, false, false]);
    const rows = await t.data.db.select().from(dispositions).where(eq(dispositions.policyId, p.id));
    expect(rows).toHaveLength(3);
  });

  test("[DP7] authors are told in the same act: the account, the address of a receipt, nobody of an anonymous one", async () => {
    const citizen = await t.addAccount("respondent");
    const ids = [
      await p.say("akun", { author: { kind: "account", accountId: citizen.id } }),
      await p.say("surel", { author: { kind: "receipt" } }, await receiptFor(`s-${p.id}`, "warga@contoh.id")),
      await p.say("anonim", { receivedAt: null }, await receiptFor(`a-${p.id}`)),
      await p.say("sendiri", { author: { kind: "account", accountId: t.ani.id } }),
    ];
    await p.triage(ids);
    const told = async (as = citizen) =>
      (
        await json<{ items: { kind: string; title: string }[] }>(t.send("GET", "/api/notifications", { as }))
      ).items.filter(({ kind }) => kind === "contribution.answered");
    await p.answer(ids, { reason: "Terima kasih, diterima." });
    expect(await told()).toMatchObject([{ title: "Konsultasi disiplin" }]);
    expect(await told(t.ani)).toEqual([]);
    const mails = (await t.data.db.select().from(outbox)).filter(
      ({ kind }) => kind === "contribution.answered",
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual(["warga@contoh.id"]);
    expect(mails[0]?.text).toContain("Terima kasih, diterima.");
    expect(mails[0]?.text).not.toContain("surel");
    expect(mails[0]?.text).toContain(`/konsultasi/${p.consultationId}/register`);
  });

  test("[DP8] the receipt shows the answer at once, the register when it was published", async () => {
    const receipt = await receiptFor(`terbit-${p.id}`);
    const id = await p.say("satu", {}, receipt);
    const hidden = await p.say("dua");
    await p.triage([id]);
    await p.triage([hidden], { visibility: "team", moderationNote: "Memuat data pribadi." });
    await p.answer([id, hidden], { change: { cid: cidAt(6) } });
    expect(await t.deps.repos.contributions.receiptView(receipt.secretHash)).toMatchObject({
      answer: { outcome: "accepted", reason: "Diterima." },
    });
    expect((await register()).map(({ answer }) => answer)).toEqual([null, null]);
    expect(await t.deps.repos.contributions.whatWeDid(p.consultationId)).toEqual([]);
    expect((await p.post("/contributions/publish", { contributionIds: [id, hidden] })).status).toBe(200);
    const shown = await register({ outcome: "accepted" });
    expect(shown).toHaveLength(2);
    expect(shown.find((each) => each.id === id)).toMatchObject({
      text: "satu",
      answer: { outcome: "accepted" },
    });
    expect(shown.find((each) => each.id === hidden)).toMatchObject({
      text: null,
      moderationNote: "Memuat data pribadi.",
    });
    const [did] = await t.deps.repos.contributions.whatWeDid(p.consultationId);
    expect([did?.inputs.length, did?.answer.change]).toEqual([2, { cid: cidAt(6), afterVersion: 1 }]);
    expect((await p.post("/contributions/publish", { contributionIds: [id] })).status).toBe(409);
    expect(await register({ outcome: "none" })).toEqual([]);
    expect(await t.deps.repos.contributions.countsByState(p.consultationId)).toMatchObject({
      published: 2,
      answered: 0,
    });
  });

  test("[DP10] texts of reasons are in the reader's language", async () => {
    const path = `/api/policies/${p.id}/disposition-templates`;
    const of = (locale: string) =>
      json<{ items: { outcome: string; text: string }[] }>(
        t.send("GET", path, { as: t.ani, headers: { "accept-language": locale } }),
      );
    const { items } = await of("id");
    expect(new Set(items.map(({ outcome }) => outcome)).size).toBe(5);
  });
});
