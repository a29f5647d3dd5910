/** A body drafts, its head sends, a correction replaces: over HTTP, on a real database. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contributions, contributionTargets } from "../../db/schema/contributions.ts";
import type { GroupId } from "../../domain/ids.ts";
import type { CallsView, ItemView, SubmissionView } from "../../domain/submissions/submissions.contract.ts";
import { AYAT_1, AYAT_2, CLOSES, HURUF_A, OPENS, anyCid, openCall, words, type Called } from "./call.ts";

/** Ten people sign in, each with a slow hash. */
const HOOK_MS = 60_000;

const reasonOf = async (response: Response | Promise<Response>) =>
  ((await (await response).json()) as { reason: string }).reason;

describe("drafting", () => {
  let at: Called;
  let id: string;
  beforeAll(async () => {
    at = await openCall();
    id = (await at.start(at.people.colleague)).id;
  }, HOOK_MS);
  afterAll(() => at.t.close());

  test("[SB1] a body has one draft; who begins again finds it; an account without a body is told so", async () => {
    const { people, t } = at;
    expect((await at.start(people.head, 200)).id).toBe(id);
    const racing = await Promise.all(
      [at.start(people.other), at.start(people.other)].map((each) => each.catch(() => null)),
    );
    expect(new Set(racing.flatMap((each) => (each ? [each.id] : []))).size).toBe(1);
    const none = await at.json<CallsView>(t.send("GET", "/api/submissions", { as: people.unattached }));
    expect(none).toEqual({ body: null, items: [] });
    const body = { consultationId: at.consultationId };
    const refused = await t.send("POST", "/api/submissions", { as: people.unattached, body });
    expect([refused.status, await reasonOf(refused)]).toEqual([404, "no-body"]);
    const calls = await at.json<CallsView>(t.send("GET", "/api/submissions", { as: people.head }));
    expect(calls.body?.name).toBe("KORPRI");
    expect(calls.items).toMatchObject([
      { consultation: { phase: "open" }, submission: { id, state: "drafting" } },
    ]);
  });

  test("[SB5] items point at places of the text, and nowhere else", async () => {
    const item = await at.add(id, { cid: AYAT_1, itemCid: HURUF_A });
    expect(item).toMatchObject({ cid: AYAT_1, itemCid: HURUF_A, revision: 1, stance: "support-with-change" });
    await at.add(id, { cid: null, stance: null, proposedText: "", grounds: "" });
    for (const wrong of [
      { cid: anyCid() },
      { cid: HURUF_A },
      { cid: AYAT_2, itemCid: HURUF_A },
      { cid: null, itemCid: HURUF_A },
    ]) {
      const response = await at.t.send("POST", at.path(id, "/items"), {
        as: at.people.head,
        body: words(wrong),
        headers: at.key(),
      });
      expect([response.status, await reasonOf(response)]).toEqual([400, "not-under-consultation"]);
    }
    const text = await at.t.send("GET", at.path(id, "/text"), { as: at.people.colleague });
    expect(await text.json()).toMatchObject({ version: { number: 1, label: "Draf 1" } });
  });

  test("bad words are refused and name their field: too long, control characters, unknown keys, no such stance", async () => {
    const send = (body: object) =>
      at.t.send("POST", at.path(id, "/items"), { as: at.people.head, body, headers: at.key() });
    for (const [field, body] of [
      ["grounds", words({ grounds: "x".repeat(10_001) })],
      ["proposedText", words({ proposedText: "a\u0007b" })],
      ["stance", { ...words(), stance: "maybe" }],
      ["author", { ...words(), author: "x" }],
    ] as const) {
      const response = await send(body);
      expect(response.status).toBe(400);
      expect(JSON.stringify(await response.json())).toContain(field);
    }
    // Marks of direction, scripts and links are words like others: they are kept, and shown as text.
    const kept = words({ grounds: "<script>alert(1)</script> \u202e https://x.test" });
    expect(await (await send(kept)).json()).toMatchObject({ grounds: kept.grounds });
  });

  test("[SB6] of two who change an item the second is told who was first, and nothing of it is stored", async () => {
    const item = await at.add(id, { cid: AYAT_2 });
    const [first, second] = await Promise.all([
      at.change(id, item, { grounds: "Kata ketua." }, at.people.head),
      at.change(id, item, { grounds: "Kata rekan." }, at.people.colleague),
    ]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
    const lost = first.status === 412 ? first : second;
    const problem = (await lost.json()) as { reason: string; detail: string };
    expect(problem.reason).toBe("item-changed");
    expect(problem.detail).toMatch(
      /^Orang \d+ lebih dahulu mengubah butir ini \(.+\)\. Tulisan Anda belum disimpan/,
    );
    const now = (await at.read(id)).items.find((each) => each.id === item.id);
    expect(now).toMatchObject({ revision: 2 });
    const gone = await at.t.send("DELETE", at.path(id, `/items/${item.id}`), {
      as: at.people.head,
      headers: at.ifMatch(1),
    });
    expect(gone.status).toBe(412);
    const removed = await at.t.send("DELETE", at.path(id, `/items/${item.id}`), {
      as: at.people.head,
      headers: at.ifMatch(2),
    });
    expect(removed.status).toBe(204);
    expect(await reasonOf(at.change(id, { ...item, revision: 2 }, {}))).toBe("item-gone");
  });

  test("a form that is sent twice adds one item", async () => {
    const headers = at.key();
    const send = () =>
      at.t.send("POST", at.path(id, "/items"), { as: at.people.head, body: words(), headers });
    const [a, b] = [await send(), await send()];
    expect(((await a.json()) as ItemView).id).toBe(((await b.json()) as ItemView).id);
  });

  test("[SB3] colleagues comment and settle; [SB13] the head is told that it is ready, once a day, and nobody else", async () => {
    const { people, t } = at;
    const item = await at.add(id);
    const comment = (as = people.colleague) =>
      t.send("POST", at.path(id, `/items/${item.id}/comments`), {
        as,
        body: { text: "Sebut sumbernya." },
        headers: at.key(),
      });
    const { comments } = (await (await comment()).json()) as ItemView;
    const settle = (resolved: boolean) =>
      t.send("PATCH", at.path(id, `/items/${item.id}/comments/${comments[0]?.id}`), {
        as: people.head,
        body: { resolved },
      });
    expect(await (await settle(true)).json()).toMatchObject({ comments: [{ resolved: true }] });
    expect((await t.send("POST", at.path(id, "/ready"), { as: people.colleague })).status).toBe(204);
    expect((await t.send("POST", at.path(id, "/ready"), { as: people.colleague })).status).toBe(204);
    const { notifications } = t.deps.repos;
    expect(await notifications.list(people.head.id, 10)).toMatchObject([
      { kind: "submission.ready", count: 2 },
    ]);
    for (const person of [people.colleague, people.other, people.owner, people.admin])
      expect(await notifications.list(person.id, 10)).toEqual([]);
  });

  test("[SB12] no more than 200 items", async () => {
    const { items } = await at.read(id);
    for (let n = items.length; n < 200; n += 1) await at.add(id);
    const response = await at.t.send("POST", at.path(id, "/items"), {
      as: at.people.head,
      body: words(),
      headers: at.key(),
    });
    expect([response.status, await reasonOf(response)]).toEqual([409, "too-many-items"]);
  });
});

describe("sending", () => {
  let at: Called;
  let id: string;
  let items: ItemView[];
  beforeAll(async () => {
    at = await openCall();
    id = (await at.start(at.people.colleague)).id;
    items = [
      await at.add(id, { cid: AYAT_2 }),
      await at.add(id, { cid: AYAT_1, itemCid: HURUF_A, stance: "against", proposedText: "" }),
      await at.add(id, { cid: null, stance: "support", proposedText: "", grounds: "Arah rancangan tepat." }),
    ];
  }, HOOK_MS);
  afterAll(() => at.t.close());

  const received = () =>
    at.t.deps.db.select().from(contributions).where(eq(contributions.policyId, at.policyId));

  test("[SB3] [SB7] only the head sends, and nothing that is not complete", async () => {
    const refused = await at.send(id, at.people.colleague);
    expect([refused.status, await reasonOf(refused)]).toEqual([403, "not-the-head"]);
    const empty = await at.add(id, { stance: null, grounds: "" });
    const response = await at.send(id);
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { reason: string; errors: { path: string }[] };
    expect(problem.reason).toBe("submission-incomplete");
    expect(problem.errors.map(({ path }) => path)).toEqual([`items.${empty.id}`, `items.${empty.id}`]);
    expect(await received()).toEqual([]);
    await at.t.send("DELETE", at.path(id, `/items/${empty.id}`), {
      as: at.people.head,
      headers: at.ifMatch(1),
    });
  });

  test("[SB8] what a colleague changed meanwhile is not sent unseen", async () => {
    const { revision } = await at.read(id);
    await at.change(id, items[0] as ItemView, { grounds: "Empat puluh jam sudah lazim." });
    const response = await at.t.send("POST", at.path(id, "/send"), {
      as: at.people.head,
      body: {},
      headers: at.ifMatch(revision),
    });
    expect([response.status, await reasonOf(response)]).toEqual([412, "submission-changed"]);
    expect(await received()).toEqual([]);
  });

  test("[SB9] [SB11] each item is one contribution of the body, in the order of the text; nobody is named", async () => {
    const foreign = await at.send(id, at.people.head, anyCid() as string as GroupId);
    expect(await reasonOf(foreign)).toBe("unknown-group");
    const response = await at.send(id, at.people.head, at.groupId);
    expect(response.status).toBe(200);
    const view = (await response.json()) as SubmissionView;
    expect(view).toMatchObject({ state: "sent", sendings: [{ number: 1, sentAt: at.clock.now }] });
    const rows = await received();
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row).toMatchObject({
        channel: "submission",
        unitId: at.korpri,
        groupId: at.groupId,
        authorKind: "none",
        authorId: null,
        state: "received",
        visibility: "team",
        sourceId: id,
        versionId: at.versionId,
        consultationId: at.consultationId,
        createdOn: "2026-11-23",
      });
    }
    const sent = await at.sending(id, 1);
    expect(sent.items.map(({ cid, itemCid, stance }) => [cid, itemCid, stance])).toEqual([
      [null, null, "support"],
      [AYAT_1, HURUF_A, "against"],
      [AYAT_2, null, "support-with-change"],
    ]);
    expect(sent).toMatchObject({ number: 1, stands: true, group: "Organisasi profesi" });
    const targets = await at.t.deps.db.select().from(contributionTargets);
    expect(new Set(targets.map(({ cid, itemCid }) => `${cid} ${itemCid}`))).toEqual(
      new Set([`${AYAT_1} ${HURUF_A}`, `${AYAT_2} null`]),
    );
  });

  test("[SB9] [SB13] the record and the team's list and news name the body, never its people", async () => {
    const { people, t } = at;
    const answers = await Promise.all(
      [
        `/api/policies/${at.policyId}/events`,
        `/api/policies/${at.policyId}/submissions`,
        "/api/notifications",
      ].map(async (path) => (await t.send("GET", path, { as: people.owner })).text()),
    );
    const names = await t.deps.repos.accounts.names([people.head.id, people.colleague.id]);
    for (const answer of answers) {
      expect(answer).toContain("KORPRI");
      for (const [account, name] of names) {
        expect(answer).not.toContain(account);
        expect(answer).not.toContain(`"${name}"`);
      }
    }
    expect(answers[0]).toContain("submission.sent");
  });

  test("a double click sends once; what was sent cannot be changed without a correction", async () => {
    const { revision } = await at.read(id);
    const again = () =>
      at.t.send("POST", at.path(id, "/send"), {
        as: at.people.head,
        body: { groupId: at.groupId },
        headers: at.ifMatch(revision - 1),
      });
    expect((await Promise.all([again(), again()])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await received()).toHaveLength(3);
    expect(await reasonOf(at.change(id, items[0] as ItemView, { grounds: "x" }))).toBe("submission-sent");
    expect(await at.verify()).toEqual([]);
  });

  test("[SB10] a correction replaces: what is the same keeps its contribution, the rest is withdrawn and says by what", async () => {
    expect(await reasonOf(at.correct(id, at.people.colleague))).toBe("not-the-head");
    expect((await at.correct(id)).status).toBe(200);
    const unchanged = await at.send(id, at.people.head, at.groupId);
    expect([unchanged.status, await reasonOf(unchanged)]).toEqual([409, "submission-unchanged"]);
    const before = await at.sending(id, 1);
    const [whole, huruf, ayat] = before.items.map(({ contributionId }) => contributionId);
    const draft = await at.read(id);
    const itemAt = (cid: string | null) => draft.items.find((item) => item.cid === cid) as ItemView;
    await at.change(id, itemAt(AYAT_2), { proposedText: "Pelatihan paling sedikit 30 jam." });
    await at.t.send("DELETE", at.path(id, `/items/${itemAt(AYAT_1).id}`), {
      as: at.people.head,
      headers: at.ifMatch(itemAt(AYAT_1).revision),
    });
    await at.add(id, { cid: AYAT_1, stance: "question", proposedText: "", grounds: "Siapa yang menilai?" });
    // Until it is sent, what was sent stands.
    expect((await received()).map(({ state }) => state)).toEqual(["received", "received", "received"]);
    expect((await at.send(id, at.people.head, at.groupId)).status).toBe(200);

    const second = await at.sending(id, 2);
    expect(second.items.map(({ cid, stance }) => [cid, stance])).toEqual([
      [null, "support"],
      [AYAT_1, "question"],
      [AYAT_2, "support-with-change"],
    ]);
    const now = second.items.map(({ contributionId }) => contributionId);
    expect(now[0]).toBe(whole);
    expect(now).not.toContain(ayat);
    const rows = new Map((await received()).map((row) => [row.id, row]));
    expect(rows.size).toBe(5);
    expect(rows.get(ayat as never)).toMatchObject({ state: "withdrawn", supersededBy: now[2] });
    expect(rows.get(huruf as never)).toMatchObject({ state: "withdrawn", supersededBy: null });
    expect(rows.get(whole as never)).toMatchObject({ state: "received", supersededBy: null });
    // What was sent first stays on record, word for word.
    const first = await at.sending(id, 1);
    expect(first.stands).toBe(false);
    expect(first.hash).toBe(before.hash);
    expect(first.items.map(({ grounds, proposedText }) => [grounds, proposedText])).toEqual(
      before.items.map(({ grounds, proposedText }) => [grounds, proposedText]),
    );
    expect(await at.verify()).toEqual([]);
  });

  test("two heads at once: one sends, the other is told", async () => {
    const second = await at.t.addAccount("organisation", { unitId: at.korpri, head: true });
    await at.correct(id);
    await at.add(id, { cid: AYAT_2, stance: "question", proposedText: "", grounds: "Satu lagi." });
    const { revision } = await at.read(id);
    const send = (as: typeof second) =>
      at.t.send("POST", at.path(id, "/send"), {
        as,
        body: { groupId: at.groupId },
        headers: at.ifMatch(revision),
      });
    const before = (await received()).length;
    const answers = await Promise.all([send(at.people.head), send(second)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(await reasonOf(answer)).toBe("submission-sent");
    expect(await received()).toHaveLength(before + 1);
    expect((await at.read(id)).sendings.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("[SB4] at the closing instant nothing changes any more, and everything stays readable", async () => {
    await at.correct(id);
    const item = (await at.read(id)).items[0] as ItemView;
    at.clock.now = CLOSES - 1;
    expect((await at.change(id, item, { grounds: "Masih sempat." })).status).toBe(200);
    at.clock.now = CLOSES;
    const fresh = (await at.read(id)).items.find((each) => each.id === item.id) as ItemView;
    const refusals = await Promise.all([
      at.change(id, fresh, { grounds: "Terlambat." }),
      at.send(id, at.people.head, at.groupId),
      at.correct(id),
      at.t.send("POST", at.path(id, "/ready"), { as: at.people.colleague }),
    ]);
    for (const refusal of refusals) {
      expect(refusal.status).toBe(409);
      expect(await reasonOf(refusal)).toBe("call-not-open");
    }
    expect(fresh.grounds).toBe("Masih sempat.");
    expect((await at.sending(id, 3)).stands).toBe(true);
  });

  test("the record finds a contribution that was rewritten in place", async () => {
    const [row] = await received();
    await at.t.deps.db
      .update(contributions)
      .set({ text: "Kata lain." })
      .where(eq(contributions.id, row?.id as never));
    expect((await at.verify()).map(({ kind }) => kind)).toContain("payload-changed");
  });
});

test("[SB4] before the opening there is nothing to begin", async () => {
  const at = await openCall();
  try {
    at.clock.now = OPENS - 1;
    const response = await at.t.send("POST", "/api/submissions", {
      as: at.people.head,
      body: { consultationId: at.consultationId },
    });
    expect([response.status, await reasonOf(response)]).toEqual([409, "call-not-open"]);
    const calls = await at.json<CallsView>(at.t.send("GET", "/api/submissions", { as: at.people.head }));
    expect(calls.items).toMatchObject([{ consultation: { phase: "upcoming" } }]);
  } finally {
    await at.t.close();
  }
});

test("[SB13] [AT8] the body learns of an answer and sees it per item; the team finds the files with the input", async () => {
  const at = await openCall();
  try {
    const { people, t, policyId } = at;
    const { id } = await at.start(people.head);
    const item = await at.add(id, { cid: AYAT_2 });
    await at.upload(id, item.id, "data.txt", new TextEncoder().encode("data\n"));
    expect((await at.send(id)).status).toBe(200);
    const contributionId = (await at.sending(id, 1)).items[0]?.contributionId ?? "";
    const detail = await at.json<{ files: { id: string; name: string }[] }>(
      t.send("GET", `/api/policies/${policyId}/contributions/${contributionId}`, { as: people.owner }),
    );
    expect(detail.files).toMatchObject([{ name: "data.txt" }]);
    const answered = await t.send("POST", `/api/policies/${policyId}/dispositions`, {
      as: people.owner,
      body: {
        contributionIds: [contributionId],
        outcome: "partly",
        reason: "Menjadi 30 jam.",
        triage: { visibility: "public" },
      },
      headers: at.key(),
    });
    expect(answered.status).toBe(201);
    expect((await at.sending(id, 1)).items).toMatchObject([
      { answer: { outcome: "partly", reason: "Menjadi 30 jam.", at: at.clock.now } },
    ]);
    for (const person of [people.head, people.colleague])
      expect(await t.deps.repos.notifications.list(person.id, 5)).toMatchObject([
        { kind: "submission.answered", link: `/kerja/usulan/${id}` },
      ]);
    const calls = await at.json<CallsView>(t.send("GET", "/api/submissions", { as: people.colleague }));
    expect(calls.items).toMatchObject([{ submission: { sent: { items: 1, answered: 1 } } }]);
  } finally {
    await at.t.close();
  }
});
