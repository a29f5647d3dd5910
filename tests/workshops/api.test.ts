/** Workshops over HTTP on real files: plan, steps, entries sent twice, polling, grouping, votes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { contributions, contributionTargets } from "../../db/schema/contributions.ts";
import { workshopEntries, workshops } from "../../db/schema/workshops.ts";
import { readShortCode } from "../../domain/consultations/short-code.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import type {
  ParticipantLive,
  RecordedEntry,
  WorkshopDetail,
  WorkshopList,
} from "../../domain/workshops/workshops.contract.ts";
import { DAY_MS, NINE, openHall, randomId, type Hall } from "./hall.ts";

const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const problem = async (response: Response | Promise<Response>) => {
  const answer = await response;
  const { reason } = (await answer.json()) as { reason: string };
  return [answer.status, reason];
};

describe("workshops", () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.t.close());

  const entry = (overrides: Record<string, unknown> = {}) => ({
    id: randomId(),
    cid: hall.cids.ayat1,
    groupId: hall.groups.asn,
    table: "3",
    words: "Hitung juga pelatihan daring.",
    ...overrides,
  });
  const record = (workshop: WorkshopDetail, body: Record<string, unknown>) =>
    hall.send("POST", hall.api(workshop, "/entries"), body);

  describe("plan", () => {
    test("[WS1] [WS2] [WS4] a plan keeps its version, agenda with words, hours of the zone, and a code", async () => {
      const workshop = await hall.create();
      expect(workshop).toMatchObject({
        title: "Karier ASN Palu",
        state: "planned",
        startsAt: NINE,
        on: "2026-11-22",
        from: "09:00",
        to: "12:00",
        version: { number: 1, label: "Draf 3" },
        mayManage: true,
      });
      expect(readShortCode(workshop.code)).toBe(workshop.code);
      expect(workshop.joinUrl).toBe(`http://rembuk.test/lokakarya/${workshop.code}`);
      expect(workshop.agenda.map(({ label, minutes }) => [label, minutes])).toEqual([
        ["Pasal 1 ayat (1)", 30],
        ["Pasal 2", 45],
      ]);
      expect(workshop.agenda[1]?.text).toBe("Peta karier dapat dilihat oleh semua pegawai.");
      const list = await json<WorkshopList>(hall.send("GET", `/api/policies/${hall.policyId}/workshops`));
      expect(list.items.find(({ id }) => id === workshop.id)).toMatchObject({
        invited: 80,
        attended: 0,
        entries: 0,
      });
      expect(list.consultations).toMatchObject([
        { id: hall.consultationId, versionNumber: 1, groups: [{ target: 120 }] },
      ]);
    });

    test("[WS1] [WS2] [WS3] refuses every wrong place at once", async () => {
      const body = hall.plan({
        from: "12:00",
        to: "09:00",
        agenda: [
          { cid: hall.cids.huruf, minutes: 30 },
          { cid: hall.cids.isi, minutes: 10 },
          { cid: hall.cids.isi, minutes: 10 },
        ],
        invitations: [{ groupId: randomId(), invited: 5, quota: null, names: "" }],
      });
      const response = await hall.send(
        "POST",
        `/api/policies/${hall.policyId}/workshops`,
        { ...body, consultationId: hall.consultationId },
        { "idempotency-key": randomId() },
      );
      expect(response.status).toBe(400);
      const { errors } = await json<{ errors: { path: string }[] }>(response);
      expect(errors.map(({ path }) => path)).toEqual(["to", "agenda.0.cid", "agenda.2.cid", "invitations"]);
    });

    test.each([
      ["an unknown key", { extra: 1 }],
      ["no agenda", { agenda: [] }],
      ["481 minutes", { agenda: [{ cid: "01ARZ3NDEKTSV4RRFFQ69G5FAV", minutes: 481 }] }],
      ["a quota of nobody", { quota: 0 }],
      ["25 o'clock", { from: "25:00" }],
      ["a title of two lines", { title: "a\nb" }],
    ])("refuses %s", async (_, wrong) => {
      const response = await hall.send(
        "POST",
        `/api/policies/${hall.policyId}/workshops`,
        { consultationId: hall.consultationId, ...hall.plan(wrong) },
        { "idempotency-key": randomId() },
      );
      expect(response.status).toBe(400);
    });

    test("the same key plans once", async () => {
      const send = () =>
        hall.send(
          "POST",
          `/api/policies/${hall.policyId}/workshops`,
          { consultationId: hall.consultationId, ...hall.plan({ title: "Sekali" }) },
          { "idempotency-key": "plan-once-only" },
        );
      const first = await json<WorkshopDetail>(send());
      const second = await json<WorkshopDetail>(send());
      expect(second.id).toBe(first.id);
    });

    test("a consultation of another policy is unknown", async () => {
      const other = await hall.t.addPolicy(hall.owner.id);
      const response = hall.send(
        "POST",
        `/api/policies/${other}/workshops`,
        { consultationId: hall.consultationId, ...hall.plan() },
        { "idempotency-key": randomId() },
        hall.owner,
      );
      expect(await problem(response)).toEqual([404, "unknown-consultation"]);
    });

    test("[WS6] changing is optimistic, and a clause that was spoken about stays", async () => {
      const workshop = await hall.live();
      const read = await hall.send("GET", hall.api(workshop));
      const etag = read.headers.get("etag") ?? "";
      const body = hall.plan({ title: "Lain" });
      expect((await hall.send("PUT", hall.api(workshop), body)).status).toBe(428);
      const changed = await hall.send("PUT", hall.api(workshop), body, { "if-match": etag });
      expect(changed.status).toBe(200);
      expect(await problem(hall.send("PUT", hall.api(workshop), body, { "if-match": etag }))).toEqual([
        412,
        "stale",
      ]);
      await record(workshop, entry());
      const without = hall.plan({ agenda: [{ cid: hall.cids.isi, minutes: 10 }] });
      const seen = { "if-match": changed.headers.get("etag") ?? "" };
      expect(await problem(hall.send("PUT", hall.api(workshop), without, seen))).toEqual([
        409,
        "agenda-in-use",
      ]);
      const kept = hall.plan({
        agenda: [
          { cid: hall.cids.ayat1, minutes: 10 },
          { cid: hall.cids.ayat2, minutes: 5 },
        ],
      });
      expect((await hall.send("PUT", hall.api(workshop), kept, seen)).status).toBe(200);
    });
  });

  describe("steps", () => {
    test("[WS5] each is taken once, recorded, and refused with what somebody else did", async () => {
      const workshop = await hall.create();
      const [a, b] = await Promise.all([hall.step(workshop, "start"), hall.step(workshop, "start")]);
      expect([a.status, b.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect(await problem(hall.step(workshop, "start"))).toEqual([409, "workshop-already-live"]);
      expect(await problem(hall.step(workshop, "reopen"))).toEqual([409, "workshop-already-live"]);
      expect((await hall.step(workshop, "close")).status).toBe(200);
      expect((await hall.step(workshop, "reopen")).status).toBe(200);
      expect((await hall.step(workshop, "close")).status).toBe(200);
      const events = await json<{ items: EventView[] }>(
        hall.send("GET", `/api/policies/${hall.policyId}/events?limit=20`),
      );
      const mine = events.items.filter(({ subject }) => subject.includes(workshop.id));
      expect(mine.map(({ action }) => action)).toEqual([
        "workshop.closed",
        "workshop.reopened",
        "workshop.closed",
        "workshop.started",
        "workshop.created",
      ]);
    });

    test("[WS5] starts only while its consultation is open", async () => {
      const workshop = await hall.create();
      hall.clock.now = NINE + 30 * DAY_MS;
      expect(await problem(hall.step(workshop, "start"))).toEqual([409, "consultation-not-open"]);
      hall.clock.now = NINE + 30 * DAY_MS - 1;
      expect((await hall.step(workshop, "start")).status).toBe(200);
      hall.clock.now = NINE;
    });

    test("starting shows the first clause of the agenda; the hall is moved along it, and nowhere else", async () => {
      const workshop = await hall.live();
      expect((await hall.readLive(workshop)).currentCid).toBe(hall.cids.ayat1);
      const move = (cid: string | null) => hall.send("PUT", hall.api(workshop, "/current"), { cid });
      expect((await move(hall.cids.isi)).status).toBe(204);
      expect((await hall.readLive(workshop)).currentCid).toBe(hall.cids.isi);
      expect(await problem(move(hall.cids.ayat2))).toEqual([409, "entry-off-agenda"]);
      expect((await move(null)).status).toBe(204);
      expect((await hall.readLive(workshop)).currentCid).toBeNull();
    });
  });

  describe("entries of the team", () => {
    test("[WS9] [WS10] an entry is one contribution of the channel, about the clause, by nobody", async () => {
      const workshop = await hall.live();
      const { id, number } = await json<RecordedEntry>(record(workshop, entry()));
      expect(number).toBe(1);
      const { db } = hall.t.data;
      const [row] = await db.select().from(contributions).where(eq(contributions.id, id));
      expect(row).toMatchObject({
        channel: "workshop",
        sourceId: workshop.id,
        policyId: hall.policyId,
        consultationId: hall.consultationId,
        versionId: hall.versionId,
        authorKind: "none",
        authorId: null,
        groupId: hall.groups.asn,
        text: "Hitung juga pelatihan daring.",
        state: "received",
        visibility: "team",
        createdOn: "2026-11-22",
      });
      const targets = await db
        .select()
        .from(contributionTargets)
        .where(eq(contributionTargets.contributionId, id));
      expect(targets.map(({ cid }) => cid)).toEqual([hall.cids.ayat1]);
      const general = await json<RecordedEntry>(record(workshop, entry({ cid: null, table: null })));
      const none = await db
        .select()
        .from(contributionTargets)
        .where(eq(contributionTargets.contributionId, general.id));
      expect([general.number, none]).toEqual([2, []]);
    });

    test("[WS11] sent twice, at once or later, it is one entry; with other words it is refused", async () => {
      const workshop = await hall.live();
      const body = entry();
      const answers = await Promise.all([1, 2, 3, 4].map(() => record(workshop, body)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      const ids = new Set(
        (await Promise.all(answers.map((answer) => json<RecordedEntry>(answer)))).map(({ id }) => id),
      );
      expect(ids.size).toBe(1);
      expect((await json<RecordedEntry>(record(workshop, body))).number).toBe(1);
      expect(await problem(record(workshop, { ...body, words: "Lain." }))).toEqual([409, "entry-id-reused"]);
      const other = await hall.live();
      expect(await problem(record(other, body))).toEqual([409, "entry-id-reused"]);
      const rows = await hall.t.data.db
        .select()
        .from(workshopEntries)
        .where(eq(workshopEntries.workshopId, workshop.id));
      expect(rows).toHaveLength(1);
    });

    test("[WS11] numbers have no gap when many arrive at once", async () => {
      const workshop = await hall.live();
      await Promise.all(Array.from({ length: 20 }, () => record(workshop, entry())));
      const { entries } = await hall.readLive(workshop);
      expect(entries.map(({ number }) => number)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });

    test("[WS9] [WS12] before the start and after the minutes it is refused, after closing the team's are taken", async () => {
      const workshop = await hall.create();
      expect(await problem(record(workshop, entry()))).toEqual([409, "workshop-not-started"]);
      await hall.step(workshop, "start");
      await hall.checkIn(workshop);
      await hall.step(workshop, "close");
      expect((await record(workshop, entry())).status).toBe(201);
      const published = await hall.send("POST", hall.api(workshop, "/minutes/publish"));
      expect(published.status).toBe(200);
      expect(await problem(record(workshop, entry()))).toEqual([409, "minutes-published"]);
    });

    test("[WS9] [WS22] refuses a clause off the agenda, an unknown group, too many words, none, and control characters", async () => {
      const workshop = await hall.live();
      expect(await problem(record(workshop, entry({ cid: hall.cids.ayat2 })))).toEqual([
        409,
        "entry-off-agenda",
      ]);
      for (const wrong of [
        { groupId: randomId() },
        { words: "x".repeat(4001) },
        { words: "  \n " },
        { words: "a\u0000b" },
        { id: "pendek" },
        { extra: true },
      ])
        expect((await record(workshop, entry(wrong))).status, JSON.stringify(wrong)).toBe(400);
      expect((await record(workshop, entry({ words: "x".repeat(4000) }))).status).toBe(201);
    });
  });

  describe("polling", () => {
    test("[WS21] 304 while nothing changed, for team and participant; each change is seen", async () => {
      const workshop = await hall.live();
      const cookie = await hall.checkIn(workshop);
      const team = (etag: string) =>
        hall.send("GET", hall.api(workshop, "/live"), undefined, { "if-none-match": etag });
      const phone = (etag: string) =>
        hall.t.app.request(`/api/workshops/${workshop.code}/live`, {
          headers: { cookie, "if-none-match": etag },
        });
      let tag = (await team("")).headers.get("etag") ?? "";
      expect((await phone("")).headers.get("etag")).toBe(tag);
      const { id: question } = await json<{ id: string }>(
        hall.send("POST", hall.api(workshop, "/questions"), {
          id: randomId(),
          cid: hall.cids.ayat1,
          words: "Cukup?",
        }),
      );
      const { id: said } = await json<RecordedEntry>(record(workshop, entry()));
      tag = (await team("")).headers.get("etag") ?? "";
      const changes: [string, () => Promise<Response>][] = [
        ["an entry", () => record(workshop, entry())],
        ["hiding", () => hall.send("PATCH", hall.api(workshop, `/entries/${said}`), { hidden: true })],
        ["showing", () => hall.send("PATCH", hall.api(workshop, `/entries/${said}`), { hidden: false })],
        ["a vote", () => vote(workshop, cookie, question, "agree")],
        ["taking it back", () => vote(workshop, cookie, question, null)],
        [
          "a group",
          () =>
            hall.send("POST", hall.api(workshop, "/clusters"), {
              id: randomId(),
              heading: "Daring",
              entryIds: [said],
            }),
        ],
        ["moving on", () => hall.send("PUT", hall.api(workshop, "/current"), { cid: hall.cids.isi })],
        [
          "closing a question",
          () => hall.send("PATCH", hall.api(workshop, `/questions/${question}`), { open: false }),
        ],
        [
          "somebody more",
          () =>
            hall.send("POST", hall.api(workshop, "/attendees"), {
              id: randomId(),
              name: "Pak RT",
              groupId: null,
              unitId: null,
            }),
        ],
      ];
      for (const [name, change] of changes) {
        expect((await team(tag)).status, name).toBe(304);
        expect((await phone(tag)).status, name).toBe(304);
        const answer = await change();
        expect(answer.ok, `${name}: ${answer.status}`).toBe(true);
        const next = await team(tag);
        expect(next.status, name).toBe(200);
        expect((await phone(tag)).status, name).toBe(200);
        tag = next.headers.get("etag") ?? "";
      }
    });

    test("[WS21] a 304 reads one row of the workshop and nothing else", async () => {
      const workshop = await hall.live();
      const [row] = await hall.t.data.db.select().from(workshops).where(eq(workshops.id, workshop.id));
      // Every other table of it is out of reach: the answer cannot need them.
      const { repos } = hall.t.deps;
      const closed = { ...repos.workshopFloor };
      for (const key of Object.keys(closed) as (keyof typeof closed)[])
        (repos.workshopFloor as Record<string, unknown>)[key] = () => {
          throw new Error(`${key} was read`);
        };
      try {
        const unchanged = await hall.t.app.request(`/api/workshops/${workshop.code}/live`, {
          headers: { "if-none-match": `"${row?.revision}"` },
        });
        expect(unchanged.status).toBe(304);
        expect(await unchanged.text()).toBe("");
      } finally {
        Object.assign(repos.workshopFloor, closed);
      }
    });

    test("[WS8] [WS16] a phone sees words, groups, counts and its own choice, never a name", async () => {
      const workshop = await hall.live();
      const ani = await hall.checkIn(workshop, "Ani Sangat Rahasia", hall.groups.warga);
      const budi = await hall.checkIn(workshop, "Budi");
      const sent = await hall.t.app.request(`/api/workshops/${workshop.code}/entries`, {
        method: "POST",
        headers: { cookie: ani, "content-type": "application/json" },
        body: JSON.stringify({ id: randomId(), cid: hall.cids.ayat1, table: null, words: "Undang warga." }),
      });
      const { id } = await json<RecordedEntry>(sent);
      expect((await vote(workshop, ani, id, "agree")).status).toBe(204);
      expect((await vote(workshop, budi, id, "disagree")).status).toBe(204);
      const response = await hall.t.app.request(`/api/workshops/${workshop.code}/live`, {
        headers: { cookie: budi },
      });
      const text = await response.text();
      expect(text).not.toContain("Ani");
      const live = JSON.parse(text) as ParticipantLive;
      expect(live.current).toEqual({ cid: hall.cids.ayat1, label: "Pasal 1 ayat (1)" });
      expect(live.entries).toEqual([
        {
          id,
          words: "Undang warga.",
          group: "Masyarakat",
          votes: { agree: 1, neutral: 0, disagree: 1 },
          mine: "disagree",
        },
      ]);
    });

    test("who did not check in sees nothing, an unknown code is not found", async () => {
      const workshop = await hall.live();
      expect(await problem(hall.t.app.request(`/api/workshops/${workshop.code}/live`))).toEqual([
        409,
        "not-checked-in",
      ]);
      expect(await problem(hall.t.app.request("/api/workshops/ZZZZZZ/live"))).toEqual([
        404,
        "workshop-code-unknown",
      ]);
    });
  });

  describe("votes", () => {
    test("[WS15] one each; another replaces it, null takes it back; not on what is hidden, closed or elsewhere", async () => {
      const workshop = await hall.live();
      const cookie = await hall.checkIn(workshop);
      const { id } = await json<RecordedEntry>(record(workshop, entry()));
      const votes = async () => (await hall.readLive(workshop)).entries[0]?.votes;
      await Promise.all([1, 2, 3].map(() => vote(workshop, cookie, id, "agree")));
      expect(await votes()).toEqual({ agree: 1, neutral: 0, disagree: 0 });
      await vote(workshop, cookie, id, "neutral");
      expect(await votes()).toEqual({ agree: 0, neutral: 1, disagree: 0 });
      await vote(workshop, cookie, id, null);
      expect(await votes()).toEqual({ agree: 0, neutral: 0, disagree: 0 });
      await hall.send("PATCH", hall.api(workshop, `/entries/${id}`), { hidden: true });
      expect(await problem(vote(workshop, cookie, id, "agree"))).toEqual([409, "vote-not-open"]);
      const other = await hall.live();
      const elsewhere = await json<RecordedEntry>(record(other, entry()));
      expect(await problem(vote(workshop, cookie, elsewhere.id, "agree"))).toEqual([409, "vote-not-open"]);
      await hall.step(workshop, "close");
      expect(await problem(vote(workshop, cookie, id, "agree"))).toEqual([409, "workshop-closed"]);
    });
  });

  describe("attendance", () => {
    test("[WS7] the team takes back a slip with its votes, but nobody who has given input", async () => {
      const workshop = await hall.live();
      const { id: said } = await json<RecordedEntry>(record(workshop, entry()));
      const twice = await hall.checkIn(workshop, "Ani, ponsel kedua");
      await vote(workshop, twice, said, "agree");
      const speaker = await hall.checkIn(workshop, "Budi");
      await hall.t.app.request(`/api/workshops/${workshop.code}/entries`, {
        method: "POST",
        headers: { cookie: speaker, "content-type": "application/json" },
        body: JSON.stringify({ id: randomId(), cid: null, table: null, words: "Saya." }),
      });
      const { people } = await hall.readLive(workshop);
      const remove = (name: string) =>
        hall.send(
          "DELETE",
          hall.api(workshop, `/attendees/${people.find((each) => each.name === name)?.id}`),
        );
      expect((await remove("Ani, ponsel kedua")).status).toBe(204);
      expect(await problem(remove("Budi"))).toEqual([409, "unknown-attendee"]);
      const after = await hall.readLive(workshop);
      expect(after.people.map(({ name }) => name)).toEqual(["Budi"]);
      expect(after.entries[0]?.votes).toEqual({ agree: 0, neutral: 0, disagree: 0 });
      expect(await problem(vote(workshop, twice, said, "agree"))).toEqual([409, "not-checked-in"]);
    });

    test("[WS13] an entry off the screen stays an input and stands in the minutes", async () => {
      const workshop = await hall.live();
      const cookie = await hall.checkIn(workshop);
      const { id } = await json<RecordedEntry>(record(workshop, entry({ words: "Tidak di layar." })));
      await hall.send("PATCH", hall.api(workshop, `/entries/${id}`), { hidden: true });
      const phone = await hall.t.app.request(`/api/workshops/${workshop.code}/live`, { headers: { cookie } });
      expect(await phone.text()).not.toContain("Tidak di layar.");
      expect(await (await hall.send("GET", hall.api(workshop, "/minutes"))).text()).toContain(
        "Tidak di layar.",
      );
      const [input] = await hall.t.data.db.select().from(contributions).where(eq(contributions.id, id));
      expect(input).toMatchObject({ state: "received", text: "Tidak di layar." });
    });

    test("[WS17] words taken out by the team stay out of screen, phones and minutes", async () => {
      const workshop = await hall.live();
      const cookie = await hall.checkIn(workshop);
      const body = entry({ words: "Pak Budi, NIP 1970, setuju." });
      const { id } = await json<RecordedEntry>(record(workshop, body));
      await hall.t.data.db
        .update(contributions)
        .set({ redactedText: "[...] setuju." })
        .where(eq(contributions.id, id));
      expect((await hall.readLive(workshop)).entries[0]?.words).toBe("[...] setuju.");
      const phone = await hall.t.app.request(`/api/workshops/${workshop.code}/live`, { headers: { cookie } });
      const minutes = await hall.send("GET", hall.api(workshop, "/minutes"));
      for (const text of [await phone.text(), await minutes.text()]) {
        expect(text).toContain("[...] setuju.");
        expect(text).not.toContain("NIP");
      }
      // Sent again it is still the same entry.
      expect((await json<RecordedEntry>(record(workshop, body))).id).toBe(id);
    });
  });

  describe("grouping", () => {
    test("[WS14] like entries of one clause, one level; dissolved they are as before; an empty group is gone", async () => {
      const workshop = await hall.live();
      const one = await json<RecordedEntry>(record(workshop, entry()));
      const two = await json<RecordedEntry>(record(workshop, entry({ words: "Daring juga." })));
      const far = await json<RecordedEntry>(record(workshop, entry({ cid: hall.cids.isi })));
      const id = randomId();
      const group = (body: unknown) => hall.send("POST", hall.api(workshop, "/clusters"), body);
      expect(await problem(group({ id, heading: "Daring", entryIds: [one.id, far.id] }))).toEqual([
        409,
        "grouping-refused",
      ]);
      expect((await hall.readLive(workshop)).clusters).toEqual([]);
      expect((await group({ id, heading: "Daring", entryIds: [one.id, two.id] })).status).toBe(201);
      expect((await group({ id, heading: "Daring", entryIds: [one.id, two.id] })).status).toBe(201);
      const state = async () => {
        const { clusters, entries } = await hall.readLive(workshop);
        return [clusters.map(({ heading }) => heading), entries.map(({ clusterId }) => clusterId)];
      };
      expect(await state()).toEqual([["Daring"], [id, id, null]]);
      await hall.send("PATCH", hall.api(workshop, `/clusters/${id}`), { heading: "Pelatihan daring" });
      await hall.send("POST", hall.api(workshop, "/grouping"), { clusterId: null, entryIds: [one.id] });
      expect(await state()).toEqual([["Pelatihan daring"], [null, id, null]]);
      await hall.send("POST", hall.api(workshop, "/grouping"), { clusterId: null, entryIds: [two.id] });
      expect(await state()).toEqual([[], [null, null, null]]);
      await group({ id: randomId(), heading: "Lagi", entryIds: [one.id, two.id] });
      const [cluster] = (await hall.readLive(workshop)).clusters;
      expect((await hall.send("DELETE", hall.api(workshop, `/clusters/${cluster?.id}`))).status).toBe(204);
      expect(await state()).toEqual([[], [null, null, null]]);
      expect(await problem(hall.send("DELETE", hall.api(workshop, `/clusters/${cluster?.id}`)))).toEqual([
        409,
        "unknown-cluster",
      ]);
    });
  });

  const vote = async (workshop: WorkshopDetail, cookie: string, subject: string, choice: string | null) =>
    hall.t.app.request(`/api/workshops/${workshop.code}/votes/${subject}`, {
      method: "PUT",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ vote: choice }),
    });
});
