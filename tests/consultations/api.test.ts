/** Consultations over HTTP: prepared, changed, announced, ended, counted; what is too late says why. */
import { eq } from "drizzle-orm";
import { ulid } from "ulid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workshopAttendees, workshops } from "../../db/schema/workshops.ts";
import { surveyResponses, surveys } from "../../db/schema/surveys.ts";
import { shortLinks } from "../../db/schema/consultations.ts";
import type {
  ConsultationFigures,
  ConsultationItem,
  ConsultationView,
} from "../../domain/consultations/consultations.contract.ts";
import type {
  Cid,
  ConsultationId,
  ContributionId,
  GroupId,
  PolicyId,
  SurveyId,
  VersionId,
  WorkshopId,
} from "../../domain/ids.ts";
import { recordDueClosings } from "../../server/consultations/record-closings.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

/** Monday 23 November 2026, 08:00 in Makassar. */
const OPENS = Date.UTC(2026, 10, 23);
const CLOSES = Date.UTC(2026, 11, 7, 8);

describe("consultations over HTTP", () => {
  let t: TestApp;
  let now = OPENS - 86_400_000;
  let ani: Person;
  let budi: Person;
  let policyId: PolicyId;
  let versionId: VersionId;
  let groups: GroupId[];
  let key = 0;

  beforeAll(async () => {
    t = await openTestApp({}, { now: () => now });
    ani = await t.addAccount("drafter");
    budi = await t.addAccount("drafter");
    groups = await Promise.all(["Bidan", "Guru", "Perawat"].map((name) => addGroup(name)));
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    now = OPENS - 86_400_000;
    policyId = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
    versionId = await freeze();
  });

  async function addGroup(name: string, authorityId = t.authorityId): Promise<GroupId> {
    const id = ulid() as GroupId;
    await t.deps.repos.directory.addGroup(
      { id, authorityId, name, description: null },
      { actor: null, at: 1 },
    );
    return id;
  }
  async function freeze(): Promise<VersionId> {
    const path = `/api/policies/${policyId}/versions`;
    const headers = { "idempotency-key": `freeze-${++key}` };
    const response = await t.send("POST", path, { as: ani, body: { label: "Draf" }, headers });
    return ((await response.json()) as { id: VersionId }).id;
  }
  const whole = () => ({
    title: "Jam pelatihan ASN",
    version: 1,
    opens: "2026-11-23T08:00",
    closes: "2026-12-07T16:00",
    summary: "Tentang jam pelatihan.",
    whatHappens: "Setiap masukan dijawab.",
    legalBasis: "UU 27/2022",
    retentionMonths: 12,
    contact: "BKPSDMD",
    comments: "open",
    submissions: true,
    groups: [{ groupId: groups[1], target: 40 }],
  });
  const path = (id = "", rest = "") => `/api/policies/${policyId}/consultations${id && `/${id}`}${rest}`;
  const post = (body: object, as = ani) =>
    t.send("POST", path(), { as, body, headers: { "idempotency-key": `create-${++key}` } });
  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
  const create = async (changes: object = {}) => {
    const response = await post({ ...whole(), ...changes });
    expect(response.status).toBe(201);
    return json<ConsultationView>(response);
  };
  const read = (id: string) => json<ConsultationView>(t.send("GET", path(id), { as: ani }));
  const patch = (view: Pick<ConsultationView, "id" | "revision">, body: object, as = ani) =>
    t.send("PATCH", path(view.id), { as, body, headers: { "if-match": `"${view.revision}"` } });
  const act = (view: Pick<ConsultationView, "id" | "revision">, verb: string, body?: object, as = ani) =>
    t.send("POST", path(view.id, `/${verb}`), { as, body, headers: { "if-match": `"${view.revision}"` } });
  const announced = async () => {
    const response = await act(await create(), "announce");
    expect(response.status).toBe(200);
    return json<ConsultationView>(response);
  };
  const issues = async (response: Response) =>
    Object.fromEntries(
      (await json<{ errors: { path: string; message: string }[] }>(response)).errors.map((each) => [
        each.path,
        each.message,
      ]),
    );
  async function comment(id: string, groupId: GroupId | null = groups[1]!): Promise<void> {
    const { db, repos } = t.deps;
    const consultation = { id: id as ConsultationId, versionId };
    await db.batch([
      repos.consultations.takesInput(consultation, now, "open"),
      ...repos.contributions.receiveStatements({
        id: ulid() as ContributionId,
        policyId,
        consultationId: consultation.id,
        channel: "comment",
        sourceId: null,
        sourceItem: null,
        versionId,
        targets: [{ cid: ulid() as Cid }],
        groupId,
        unitId: null,
        author: { kind: "none" },
        text: "Terlalu sedikit.",
        stance: null,
        proposedText: null,
        createdOn: "2026-11-23",
        receivedAt: null,
      }),
    ]);
  }

  test("[CO2] what is made comes back, with the window as instants and by the clocks of the authority", async () => {
    const response = await post(whole());
    expect(response.status).toBe(201);
    const view = await json<ConsultationView>(response);
    expect(response.headers.get("location")).toBe(path(view.id));
    expect(view).toMatchObject({
      title: "Jam pelatihan ASN",
      phase: "draft",
      opensAt: OPENS,
      closesAt: CLOSES,
      opens: "2026-11-23T08:00",
      closes: "2026-12-07T16:00",
      timeZone: "Asia/Makassar",
      version: { id: versionId, number: 1 },
      groups: [{ name: "Guru", target: 40 }],
      received: 0,
      missing: [],
      may: { manage: true, readInput: true },
      portalUrl: `http://rembuk.test/konsultasi/${view.id}`,
      shortUrl: `http://rembuk.test/k/${view.shortCode}`,
    });
    const again = await t.send("GET", path(view.id), { as: budi });
    expect(again.headers.get("etag")).toBe('"1"');
    expect(await again.json()).toEqual(view);
    const { items } = await json<{ items: ConsultationItem[] }>(t.send("GET", path(), { as: budi }));
    expect(items.map(({ id }) => id)).toEqual([view.id]);
  });

  test("[CO2, CO3, CO5] every wrong place is named, in the form's own fields", async () => {
    const foreign = await addGroup("Kelompok lain", await foreignAuthority());
    const wrong = {
      version: 7,
      opens: "2026-02-30T08:00",
      groups: [{ groupId: foreign, target: 1 }, ...whole().groups, ...whole().groups],
    };
    const response = await post({ ...whole(), ...wrong });
    expect(response.status).toBe(400);
    expect(Object.keys(await issues(response))).toEqual([
      "opens",
      "version",
      "groups.0.groupId",
      "groups.2.groupId",
    ]);
    const backwards = await post({ ...whole(), closes: "2026-11-23T08:00" });
    expect(backwards.status).toBe(400);
    expect(await issues(backwards)).toEqual({ closes: "Penutupan harus sesudah pembukaan." });
    const long = await post({ ...whole(), summary: "x".repeat(601), note: 1 });
    expect(Object.keys(await issues(long)).toSorted()).toEqual(["note", "summary"]);
  });
  async function foreignAuthority() {
    const id = ulid() as typeof t.authorityId;
    const [mine] = await t.deps.repos.directory.listAuthorities();
    await t.deps.repos.directory.addAuthority({ ...mine!, id, name: `Kota ${id}` }, { actor: null, at: 1 });
    return id;
  }

  test("[CO4] announcing says at once all that is missing, and loses nothing", async () => {
    const bare = { summary: "", whatHappens: "", legalBasis: "", contact: "" };
    const view = await create({ ...bare, comments: null, submissions: false, groups: [] });
    const response = await act(view, "announce");
    expect(response.status).toBe(400);
    const named = await issues(response);
    expect(Object.keys(named)).toEqual([
      "summary",
      "whatHappens",
      "legalBasis",
      "contact",
      "groups",
      "comments",
    ]);
    expect(Object.fromEntries(view.missing.map(({ path: at, message }) => [at, message]))).toEqual(named);
    expect(await read(view.id)).toEqual(view);
  });

  test("[CO1, CO3] announced before its window it is upcoming, then open, then closed; boundaries are exact", async () => {
    const { id } = await announced();
    expect((await read(id)).phase).toBe("upcoming");
    now = OPENS - 1;
    expect((await read(id)).phase).toBe("upcoming");
    now = OPENS;
    expect((await read(id)).phase).toBe("open");
    now = CLOSES - 1;
    expect((await read(id)).phase).toBe("open");
    now = CLOSES;
    expect((await read(id)).phase).toBe("closed");
  });

  test("[CO3] announced late it opens then; announced too late it does not", async () => {
    const view = await create();
    const late = await create();
    now = OPENS + 60_000;
    expect(await json(act(view, "announce"))).toMatchObject({
      opensAt: now,
      announcedAt: now,
      phase: "open",
    });
    now = CLOSES;
    const refused = await act(late, "announce");
    expect(refused.status).toBe(400);
    expect(Object.keys(await issues(refused))).toEqual(["closes"]);
  });

  test("[CO6] the second of two who change the same is told, and nothing of theirs is written", async () => {
    const view = await create();
    const [first, second] = await Promise.all([
      patch(view, { title: "Dari Ani" }),
      patch(view, { title: "Dari Budi", contact: "Budi" }, budi),
    ]);
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 412]));
    const won = first.status === 200 ? "Dari Ani" : "Dari Budi";
    expect(await read(view.id)).toMatchObject({
      title: won,
      contact: won === "Dari Budi" ? "Budi" : "BKPSDMD",
      revision: 2,
    });
    const bare = await t.send("PATCH", path(view.id), { as: ani, body: { title: "x" } });
    expect(bare.status).toBe(428);
    expect((await act(view, "announce")).status).toBe(412);
  });

  test("[CO6] open, it is extended but not shortened", async () => {
    const view = await announced();
    now = OPENS;
    const shorter = await patch(view, { closes: "2026-12-06T16:00" });
    expect(shorter.status).toBe(409);
    expect((await issues(shorter))["closes"]).toContain("hanya dapat diperpanjang");
    const longer = await json<ConsultationView>(patch(view, { closes: "2026-12-14T16:00" }));
    expect(longer).toMatchObject({ closes: "2026-12-14T16:00", revision: view.revision + 1 });
    now = CLOSES;
    expect((await read(view.id)).phase).toBe("open");
  });

  test("[CO7] after the first comment rule and version are final, the texts are not", async () => {
    await freeze();
    const view = await announced();
    now = OPENS;
    await comment(view.id);
    expect((await read(view.id)).locked).toEqual({
      byInput: true,
      comments: true,
      submissions: false,
      groups: [groups[1]],
    });
    const response = await patch(view, { title: "Judul baru", comments: "named", version: 2, groups: [] });
    expect(response.status).toBe(409);
    expect(Object.keys(await issues(response))).toEqual(["version", "comments", "groups"]);
    expect((await read(view.id)).title).toBe("Jam pelatihan ASN");
    expect((await patch(view, { title: "Judul baru" })).status).toBe(200);
  });

  test("[CO7] a rule that changes while the first comment comes in: one of the two is refused", async () => {
    for (let round = 0; round < 5; round += 1) {
      const view = await announced();
      now = OPENS;
      const [sent, changed] = await Promise.allSettled([
        comment(view.id),
        patch(view, { comments: "named" }),
      ]);
      const status = changed.status === "fulfilled" ? changed.value.status : 0;
      const { comments, received } = await read(view.id);
      if (sent.status === "fulfilled") expect([status, comments, received]).toEqual([409, "open", 1]);
      else expect([status, comments, received]).toEqual([200, "named", 0]);
      now = OPENS - 86_400_000;
    }
  });

  test("[CO8, CO11] closing early takes a reason, which is kept; the end is one event with counts", async () => {
    const view = await announced();
    expect((await act(view, "close", { reason: "Cukup." })).status).toBe(409);
    now = OPENS + 1000;
    await comment(view.id);
    expect((await act(view, "close", { reason: " " })).status).toBe(400);
    const closed = await json<ConsultationView>(act(view, "close", { reason: "Cukup." }));
    expect(closed).toMatchObject({ phase: "closed", closesAt: now, endReason: "Cukup.", received: 1 });
    expect((await act(closed, "close", { reason: "Lagi." })).status).toBe(409);
    expect((await act(closed, "cancel", { reason: "Batal." })).status).toBe(409);
    expect((await patch(closed, { closes: "2026-12-31T16:00" })).status).toBe(409);
    const { items } = await json<{ items: { action: string }[] }>(
      t.send("GET", `/api/policies/${policyId}/events`, { as: ani }),
    );
    expect(items.filter(({ action }) => action === "consultation.closed")).toHaveLength(1);
  });

  test("[CO11] the end of a window is recorded once, and the writers are told", async () => {
    const { id } = await announced();
    now = CLOSES - 1;
    const recordClosings = () => recordDueClosings(t.deps);
    const due = async () => (await t.deps.repos.consultations.dueClosings(now)).map((each) => each.id);
    expect(await due()).not.toContain(id);
    now = CLOSES;
    const expected = await due();
    expect(expected).toContain(id);
    const [first, second] = await Promise.all([recordClosings(), recordClosings()]);
    expect(first + second).toBe(expected.length);
    expect(await recordClosings()).toBe(0);
    const told = await t.deps.repos.notifications.list(budi.id, 100);
    expect(told.filter(({ subject }) => subject.id === id).map(({ kind }) => kind)).toEqual([
      "consultation.closed",
      "consultation.opened",
    ]);
    const own = await t.deps.repos.notifications.list(ani.id, 100);
    expect(own.filter(({ subject }) => subject.id === id).map(({ kind }) => kind)).toEqual([
      "consultation.closed",
    ]);
  });

  test("[CO8] a draft is cancelled without a reason, an announced one with", async () => {
    expect((await act(await create(), "cancel", {})).status).toBe(200);
    const view = await announced();
    expect(Object.keys(await issues(await act(view, "cancel", {})))).toEqual(["reason"]);
    const cancelled = await json<ConsultationView>(act(view, "cancel", { reason: "Ditarik." }));
    expect(cancelled).toMatchObject({ phase: "cancelled", endReason: "Ditarik." });
    expect((await act(cancelled, "announce")).status).toBe(409);
    expect((await patch(cancelled, { title: "x" })).status).toBe(409);
  });

  test("a consultation of another policy is not found here", async () => {
    const view = await create();
    const other = await t.addPolicy(ani.id);
    const foreign = await t.send("GET", `/api/policies/${other}/consultations/${view.id}`, { as: ani });
    expect(foreign.status).toBe(404);
  });

  test("[CO12, CO13] participation by group beside the target; small groups of a survey hide, all of them while it is open without names", async () => {
    const [bidan, guru, perawat] = groups as [GroupId, GroupId, GroupId];
    const view = await announced();
    now = OPENS;
    await comment(view.id, guru);
    await comment(view.id, guru);
    await comment(view.id, null);
    const { db } = t.deps;
    const surveyId = ulid() as SurveyId;
    const base = { policyId, consultationId: view.id, versionId, createdBy: ani.id, createdAt: now };
    await db.insert(surveys).values({
      ...base,
      id: surveyId,
      title: "Survei",
      intro: "",
      rule: "code",
      state: "opened",
      opensAt: OPENS,
      closesAt: CLOSES,
      groups: [guru, bidan].map((groupId) => ({ groupId, eligible: null })),
      definition: { sections: [] },
      quotes: [],
      updatedAt: now,
    });
    const answered = [guru, guru, guru, guru, guru, guru, bidan, bidan, null, null, null];
    for (const groupId of answered) {
      const response = { surveyId, id: ulid(), rule: "code" as const, groupId, answers: {} };
      await db.insert(surveyResponses).values({ ...response, answeredOn: "2026-11-23" });
    }
    const workshopId = ulid() as WorkshopId;
    const code = ulid().slice(-6);
    await db.insert(shortLinks).values({ code, kind: "workshop", subjectId: workshopId, createdAt: now });
    await db.insert(workshops).values({
      ...base,
      id: workshopId,
      code,
      title: "Lokakarya",
      place: "Aula",
      startsAt: OPENS,
      endsAt: OPENS + 1000,
    });
    for (const groupId of [perawat, perawat, guru]) {
      await db.insert(workshopAttendees).values({ id: ulid(), workshopId, name: "A", groupId, at: now });
    }
    const read = () => json<ConsultationFigures>(t.send("GET", path(view.id, "/figures"), { as: ani }));
    const open = (await read()).instruments.find(({ kind }) => kind === "survey");
    expect(open).toMatchObject({ total: 11, byGroup: [null, null], others: 11 });
    await db.update(surveys).set({ state: "closed", closedAt: now }).where(eq(surveys.id, surveyId));
    const figures = await read();
    expect(figures.groups).toEqual([
      { groupId: guru, name: "Guru", target: 40 },
      { groupId: perawat, name: "Perawat", target: null },
    ]);
    const { instruments } = figures;
    expect(instruments).toEqual([
      { kind: "comments", id: null, title: null, total: 3, byGroup: [2, 0], others: 1 },
      { kind: "survey", id: surveyId, title: "Survei", total: 11, byGroup: [6, null], others: 5 },
      { kind: "workshop", id: workshopId, title: "Lokakarya", total: 3, byGroup: [1, 2], others: 0 },
      { kind: "submissions", id: null, title: null, total: 0, byGroup: [0, 0], others: 0 },
    ]);
  });
});
