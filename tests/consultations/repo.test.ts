/** Consultations in a real database: guards, events, races. */
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NewContribution } from "../../db/repos/contribution.repo.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { Consultation, IdentityRule } from "../../domain/consultations/consultation.ts";
import type { Cid, ConsultationId, ContributionId, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

const OPENS = Date.UTC(2026, 10, 23);
const CLOSES = Date.UTC(2026, 11, 7);

describe("repository of consultations", () => {
  let t: TestApp;
  let ani: Person;
  let policyId: PolicyId;
  let versionId: VersionId;
  let guru: GroupId;
  let bidan: GroupId;
  let by: { actor: Person["id"]; at: number };
  const repo = () => t.deps.repos.consultations;

  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    policyId = await t.addPolicy(ani.id);
    by = { actor: ani.id, at: OPENS - 1000 };
    const frozen = await t.send("POST", `/api/policies/${policyId}/versions`, {
      as: ani,
      body: { label: "Draf 1" },
      headers: { "idempotency-key": "freeze-1" },
    });
    versionId = ((await frozen.json()) as { id: VersionId }).id;
    [guru, bidan] = (await Promise.all(
      ["Guru", "Bidan"].map(async (name) => {
        const id = ulid() as GroupId;
        await t.deps.repos.directory.addGroup(
          { id, authorityId: t.authorityId, name, description: null },
          { actor: null, at: 1 },
        );
        return id;
      }),
    )) as [GroupId, GroupId];
  });
  afterAll(() => t.close());

  const draft = () => ({
    id: ulid() as ConsultationId,
    policyId,
    versionId,
    title: "Jam pelatihan",
    summary: "Tentang jam pelatihan.",
    whatHappens: "Dijawab.",
    legalBasis: "UU 27/2022",
    retentionMonths: 12,
    contact: "BKPSDMD",
    opensAt: OPENS,
    closesAt: CLOSES,
    comments: "open" as IdentityRule,
    submissions: true,
    groups: [{ groupId: guru, target: 40 }],
    createdBy: ani.id,
    createdAt: OPENS - 2000,
  });
  const comment = (consultation: Consultation, groupId: GroupId | null = guru): NewContribution => ({
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
  });
  async function send(consultation: Consultation, now: number, rule?: IdentityRule, groupId = guru) {
    const { contributions } = t.deps.repos;
    const input = contributions.receiveStatements(comment(consultation, groupId));
    await t.deps.db.batch([repo().takesInput(consultation, now, rule), ...input]);
  }
  async function announced(): Promise<Consultation> {
    const made = await repo().create(draft(), by);
    await repo().announce(made, by);
    return (await repo().get(made.id))!;
  }
  const events = async (id: string) =>
    (await t.deps.repos.audit.list(policyId, 0, 500)).filter(({ subject }) => subject.id === id);
  const lost = async (act: Promise<unknown>) => {
    const error = await act.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return isLostGuard(error);
  };

  test("[CO9, CO10] what is made reads back the same, by its short code too, and is on record", async () => {
    const input = draft();
    const made = await repo().create(input, by);
    expect(made).toMatchObject({ ...input, state: "draft", revision: 1 });
    expect(made.shortCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await repo().get(input.id)).toEqual(made);
    expect(await repo().byShortCode(made.shortCode)).toEqual(made);
    expect(await t.deps.repos.shortLinks.get(made.shortCode)).toEqual({
      code: made.shortCode,
      kind: "consultation",
      subjectId: made.id,
    });
    expect((await events(made.id)).map(({ action }) => action)).toEqual(["consultation.created"]);
  });

  test("[CO3, CO10] announcing makes it public once, and opens it now where its opening has passed", async () => {
    const made = await repo().create(draft(), by);
    expect((await repo().listPublic()).map(({ id }) => id)).not.toContain(made.id);
    const at = OPENS + 5000;
    await repo().announce(made, { ...by, at });
    const after = await repo().get(made.id);
    expect(after).toMatchObject({ state: "announced", announcedAt: at, opensAt: at, revision: 2 });
    expect(await lost(repo().announce(made, { ...by, at }))).toBe(true);
    expect((await repo().listPublic()).map(({ id }) => id)).toContain(made.id);
    expect((await repo().listOpen(at)).map(({ id }) => id)).toContain(made.id);
    expect((await repo().listOpen(at - 1)).map(({ id }) => id)).not.toContain(made.id);
    expect((await repo().openFor(policyId, CLOSES)).map(({ id }) => id)).not.toContain(made.id);
  });

  test.each([
    [OPENS - 1, false],
    [OPENS, true],
    [CLOSES - 1, true],
    [CLOSES, false],
  ])("[CO1] an input at %i is taken: %s", async (now, taken) => {
    const consultation = await announced();
    expect(await lost(send(consultation, now))).toBe(!taken);
    expect((await repo().counts(consultation.id)).total).toBe(taken ? 1 : 0);
  });

  test("[CO7] an input under another rule or version, to a draft or a cancelled one, is not taken", async () => {
    const made = await repo().create(draft(), by);
    expect(await lost(send(made, OPENS))).toBe(true);
    const consultation = await announced();
    expect(await lost(send(consultation, OPENS, "named"))).toBe(true);
    expect(await lost(send({ ...consultation, versionId: ulid() as VersionId }, OPENS))).toBe(true);
    expect(await lost(send(consultation, OPENS, "open"))).toBe(false);
    await repo().cancel(consultation, "Rancangan ditarik.", by);
    expect(await lost(send(consultation, OPENS))).toBe(true);
  });

  test("[CO7] the database refuses what input has locked, even where nobody asked first", async () => {
    const consultation = await announced();
    await send(consultation, OPENS, "open");
    const change = (changes: object) => repo().change(consultation, changes, by);
    for (const changes of [
      { versionId },
      { legalBasis: "lain" },
      { retentionMonths: 6 },
      { comments: "anonymous" as const },
      { groups: [{ groupId: bidan, target: null }] },
    ])
      expect(await lost(change(changes))).toBe(true);
    await change({
      submissions: false,
      title: "Baru",
      groups: [...consultation.groups, { groupId: bidan, target: 5 }],
    });
    const after = await repo().get(consultation.id);
    expect(after).toMatchObject({ title: "Baru", submissions: false, comments: "open", revision: 3 });
    expect(after?.groups).toEqual([
      { groupId: bidan, target: 5 },
      { groupId: guru, target: 40 },
    ]);
  });

  test("[CO6, CO10] a change from an old revision is refused whole; the event says what was before", async () => {
    const made = await repo().create(draft(), by);
    await repo().change(made, { title: "Kedua", groups: [] }, by);
    expect(await lost(repo().change(made, { title: "Ketiga" }, by))).toBe(true);
    expect((await repo().get(made.id))?.title).toBe("Kedua");
    const [, changed] = await events(made.id);
    const { payload } = (await t.deps.repos.audit.details(policyId, changed!.seq))!;
    expect(payload).toMatchObject({ title: { from: "Jam pelatihan", to: "Kedua" }, groups: { to: [] } });
  });

  test("[CO8, CO11] closing early counts by channel and group, and lets nothing in that was sent before", async () => {
    const consultation = await announced();
    await send(consultation, OPENS);
    await send(consultation, OPENS, "open", bidan);
    await send(consultation, OPENS);
    const at = OPENS + 60_000;
    const counts = await repo().closeEarly(consultation, "Sudah cukup.", { ...by, at });
    expect(counts).toEqual({ total: 3, channels: { comment: 3 }, groups: { [guru]: 2, [bidan]: 1 } });
    expect(await repo().get(consultation.id)).toMatchObject({ closesAt: at, endReason: "Sudah cukup." });
    expect(await lost(send(consultation, at - 1))).toBe(true);
    const closed = (await events(consultation.id)).filter(({ action }) => action === "consultation.closed");
    expect(closed).toHaveLength(1);
    const { payload } = (await t.deps.repos.audit.details(policyId, closed[0]!.seq))!;
    expect(payload).toEqual({
      closesAt: at,
      reason: "Sudah cukup.",
      channels: { comment: 3 },
      groups: counts.groups,
    });
    expect(await lost(repo().cancel((await repo().get(consultation.id))!, null, by))).toBe(true);
  });

  test("[CO11] a closing at its time is recorded once, by whoever is first", async () => {
    const consultation = await announced();
    await send(consultation, CLOSES - 1);
    expect((await repo().dueClosings(CLOSES - 1)).map(({ id }) => id)).not.toContain(consultation.id);
    const due = (await repo().dueClosings(CLOSES)).find(({ id }) => id === consultation.id)!;
    const results = await Promise.allSettled([1, 2, 3].map((ms) => repo().recordClosing(due, CLOSES + ms)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(isLostGuard(result.reason)).toBe(true);
    expect((await repo().dueClosings(CLOSES + 9)).map(({ id }) => id)).not.toContain(consultation.id);
    expect((await events(consultation.id)).map(({ action }) => action)).toEqual([
      "consultation.created",
      "consultation.announced",
      "consultation.closed",
    ]);
  });

  test("[CO11] inputs that race with an early close are either counted or refused", async () => {
    const consultation = await announced();
    const sent = Array.from({ length: 30 }, () => send(consultation, OPENS));
    const closing = repo().closeEarly(consultation, "Cukup.", { ...by, at: OPENS + 1 });
    const taken = (await Promise.allSettled(sent)).filter(({ status }) => status === "fulfilled").length;
    expect((await closing).total).toBe(taken);
    expect((await repo().counts(consultation.id)).total).toBe(taken);
  });
});
