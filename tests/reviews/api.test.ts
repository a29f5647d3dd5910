/** Rounds over HTTP: submitted, decided, raced, returned, withdrawn; and how the text stands. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PolicyId } from "../../domain/ids.ts";
import type { EventView, PolicyDetail } from "../../domain/policies/policies.contract.ts";
import type {
  ReviewCandidates,
  ReviewList,
  ReviewView,
  WaitingReviews,
} from "../../domain/reviews/reviews.contract.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import { ask, askOffice, reviewDriver, type ReviewDriver } from "./support.ts";

describe("rounds of approval", () => {
  let t: TestApp;
  let d: ReviewDriver;
  let ani: Person;
  let budi: Person;
  let mayor: Person;
  let secretary: Person;
  let lawyer: Person;
  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    budi = await t.addAccount("drafter");
    mayor = await t.addAccount("leader");
    secretary = await t.addAccount("leader");
    lawyer = await t.addAccount("legal");
    d = reviewDriver(t, ani);
  });
  afterAll(() => t.close());

  const get = async <T>(path: string, as: Person): Promise<T> =>
    (await (await t.send("GET", path, { as })).json()) as T;
  const waiting = (as: Person) => get<WaitingReviews>("/api/reviews/waiting", as);
  const stage = async (id: PolicyId) => (await get<PolicyDetail>(`/api/policies/${id}`, ani)).stage;

  test("[RV2] [RV3] [RV4] steps side by side, then the next number, then approved; the text says so", async () => {
    const id = await d.policy({ stage: "internal_review" });
    const version = await d.freeze(id);
    expect((await d.approval(id)).status).toBe("never");
    const review = await d.submit(id, version, [ask(secretary), ask(lawyer), ask(mayor, 2)]);
    expect(review.steps.map(({ state }) => state)).toEqual(["open", "open", "waiting"]);
    expect((await d.approval(id)).status).toBe("in-review");
    expect((await d.refused(await d.deciding(review, 2, mayor, "approve"))).reason).toBe("review-not-yet");

    await d.decide(review, 1, lawyer, "approve", "Sudah sesuai.");
    expect((await d.read(review)).steps.map(({ state }) => state)).toEqual(["open", "approved", "waiting"]);
    await d.decide(review, 0, secretary, "approve");
    expect((await d.read(review)).steps[2]?.state).toBe("open");
    const done = await d.decide(review, 2, mayor, "approve");
    expect(done).toMatchObject({ state: "approved", hash: version.hash });
    expect(done.steps[1]?.decision).toMatchObject({ kind: "approved", reason: "Sudah sesuai." });

    const approval = await d.approval(id);
    expect(approval).toMatchObject({
      status: "approved",
      hash: version.hash,
      review: { id: review.id, ofThisText: true, version: { number: 1 } },
    });
  });

  test("[RV18] [RV19] one typed character and the text is not approved any more; typed back it is again", async () => {
    const id = await d.policy();
    const before = (await d.live(id)).clauses.find(({ kind }) => kind === "isi")?.runs[0]?.text ?? "";
    const version = await d.freeze(id);
    await d.decide(await d.submit(id, version, [ask(mayor)]), 0, mayor, "approve");
    expect((await d.approval(id)).status).toBe("approved");
    await d.type(id, budi, `${before}.`);
    const changed = await d.approval(id);
    expect(changed).toMatchObject({ status: "changed-since-approval", review: { ofThisText: false } });
    expect(changed.hash).not.toBe(version.hash);
    await d.type(id, budi, before);
    expect((await d.approval(id)).status).toBe("approved");
  });

  test("[RV1] only one open round: the second of two submitted at once is told by whom", async () => {
    const id = await d.policy({ members: [[budi, "owner"]] });
    const version = await d.freeze(id);
    const answers = await Promise.all([
      d.submitting(id, version, [ask(mayor)]),
      d.submitting(id, version, [ask(mayor)], { as: budi }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409]);
    const [won, lost] = statuses[0] === 201 ? answers : answers.toReversed();
    const open = (await won?.json()) as ReviewView;
    const refused = await d.refused(lost as Response);
    expect(refused.reason).toBe("review-open");
    expect(refused.detail).toContain(open.submittedBy.name);
    expect((await get<ReviewList>(`/api/policies/${id}/reviews`, ani)).items).toHaveLength(1);
  });

  test("a submission sent twice under one key is one round", async () => {
    const id = await d.policy();
    const version = await d.freeze(id);
    const opId = "submission-sent-twice";
    const first = (await (await d.submitting(id, version, [ask(mayor)], { opId })).json()) as ReviewView;
    const again = await d.submitting(id, version, [ask(mayor)], { opId });
    expect(again.status).toBe(201);
    expect(((await again.json()) as ReviewView).id).toBe(first.id);
  });

  test("[RV13] two of one office decide at once: one outcome, the other is told who did what", async () => {
    const one = await t.addAccount("leader");
    const two = await t.addAccount("leader");
    const office = await d.unit("Sekretariat Daerah", one, two);
    const id = await d.policy();
    const review = await d.submit(id, await d.freeze(id), [askOffice(office), ask(mayor, 2)]);
    const answers = await Promise.all([
      d.deciding(review, 0, one, "approve"),
      d.deciding(review, 0, two, "return", { reason: "Belum." }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const now = await d.read(review);
    const decision = now.steps[0]?.decision;
    const lost = await d.refused(answers.find(({ status }) => status === 409) as Response);
    expect(lost.reason).toBe(`review-step-${decision?.kind}`);
    expect(lost.detail).toContain(decision?.by.name);
    expect(now.state).toBe(decision?.kind === "approved" ? "open" : "returned");
  });

  test("[RV13] parallel steps decided at once all count, and the next number opens; twenty runs", async () => {
    for (let run = 0; run < 20; run += 1) {
      const id = await d.policy();
      const review = await d.submit(id, await d.freeze(id), [ask(secretary), ask(lawyer), ask(mayor, 2)]);
      const answers = await Promise.all([
        d.deciding(review, 0, secretary, "approve"),
        d.deciding(review, 1, lawyer, "approve"),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await d.read(review)).steps.map(({ state }) => state)).toEqual([
        "approved",
        "approved",
        "open",
      ]);
      expect((await waiting(mayor)).items.some(({ reviewId }) => reviewId === review.id)).toBe(true);
      const told = await t.deps.repos.notifications.list(mayor.id, 5);
      expect(told[0]).toMatchObject({ kind: "review.waiting", subject: { id: review.steps[2]?.id } });
    }
  });

  test("[RV13] approving while another returns at once: the return ends the round whatever came first", async () => {
    const id = await d.policy({ stage: "internal_review" });
    const review = await d.submit(id, await d.freeze(id), [ask(secretary), ask(lawyer)]);
    const [approve, giveBack] = await Promise.all([
      d.deciding(review, 0, secretary, "approve"),
      d.deciding(review, 1, lawyer, "return", { reason: "Pasal 2 belum jelas." }),
    ]);
    expect(giveBack?.status).toBe(200);
    if (approve?.status === 409) {
      expect((await d.refused(approve)).reason).toBe("review-round-returned");
    } else expect(approve?.status).toBe(200);
    expect((await d.read(review)).state).toBe("returned");
  });

  test("[RV13] [RV14] a double click is one decision, and nothing changes it; the second answer says by whom", async () => {
    const id = await d.policy();
    const review = await d.submit(id, await d.freeze(id), [ask(mayor)]);
    const answers = await Promise.all([1, 2, 3].map(() => d.deciding(review, 0, mayor, "approve")));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await d.deciding(review, 0, mayor, "return", { reason: "Ternyata tidak." })).status).toBe(409);
    expect((await d.read(review)).state).toBe("approved");
    const events = await get<{ items: EventView[] }>(`/api/policies/${id}/events`, ani);
    expect(events.items.filter(({ action }) => action === "review.decided")).toHaveLength(1);
  });

  test("[RV4] [RV5] a return ends the round, needs a reason, and brings the policy back to drafting in the record", async () => {
    const id = await d.policy({ stage: "initialling" });
    const review = await d.submit(id, await d.freeze(id), [ask(lawyer), ask(secretary), ask(mayor, 2)]);
    const without = await d.refused(await d.deciding(review, 0, lawyer, "return"));
    expect(without).toMatchObject({ status: 400, reason: "review-reason-missing" });
    const blank = await d.refused(await d.deciding(review, 0, lawyer, "return", { reason: "  " }));
    expect(blank.status).toBe(400);
    await d.decide(review, 0, lawyer, "return", "Dasar hukum keliru.");
    const after = await d.read(review);
    expect(after.state).toBe("returned");
    expect(after.steps.map(({ state }) => state)).toEqual(["returned", "dropped", "dropped"]);
    expect(await stage(id)).toBe("drafting");
    expect((await d.approval(id)).status).toBe("returned");
    const { items } = await get<{ items: EventView[] }>(`/api/policies/${id}/events`, ani);
    expect(items.slice(0, 2).map(({ action }) => action)).toEqual(["policy.changed", "review.decided"]);
    expect(items[0]?.stage).toEqual({ from: "initialling", to: "drafting" });
    const late = await d.refused(await d.deciding(review, 1, secretary, "approve"));
    expect(late).toMatchObject({ status: 409, reason: "review-round-returned" });
  });

  test("[RV12] an approval of another hash is refused with a sentence, and nothing is recorded", async () => {
    const id = await d.policy();
    const old = await d.freeze(id);
    await d.type(id, ani);
    const version = await d.freeze(id);
    const review = await d.submit(id, version, [ask(mayor)]);
    const refused = await d.refused(await d.deciding(review, 0, mayor, "approve", { hash: old.hash }));
    expect(refused).toMatchObject({ status: 409, reason: "review-other-hash" });
    expect(refused.detail).toMatch(/Sidik/);
    expect((await d.read(review)).steps[0]?.state).toBe("open");
    const unknown = await d.refused(await d.submitting(id, { number: 2, hash: old.hash }, [ask(mayor)]));
    expect(unknown.reason).toMatch(/review-o/);
    expect((await d.deciding(review, 0, mayor, "approve", { hash: "x" })).status).toBe(400);
  });

  test("[RV4] an owner withdraws with a reason; then another round may begin; a decision comes too late", async () => {
    const id = await d.policy();
    const version = await d.freeze(id);
    const review = await d.submit(id, version, [ask(mayor)]);
    expect((await d.withdrawing(review, mayor)).status).toBe(403);
    expect((await d.withdrawing(review, ani, " ")).status).toBe(400);
    expect((await d.withdrawing(review, ani)).status).toBe(200);
    expect((await d.approval(id)).status).toBe("never");
    const late = await d.refused(await d.deciding(review, 0, mayor, "approve"));
    expect(late).toMatchObject({ status: 409, reason: "review-round-withdrawn" });
    expect((await d.refused(await d.withdrawing(review, ani))).reason).toBe("review-round-withdrawn");
    await d.submit(id, version, [ask(mayor)]);
  });

  test("[RV6] authors and the submitter are refused when they are addressed and when they decide", async () => {
    const leader = await t.addAccount("leader");
    const id = await d.policy({ members: [[leader, "drafter"]] });
    await d.type(id, leader, "Kata pimpinan.");
    const version = await d.freeze(id);
    const refused = await d.refused(
      await d.submitting(id, version, [ask(leader), ask(ani, 2), ask(mayor, 2)]),
    );
    expect(refused).toMatchObject({ status: 400, reason: "review-steps" });
    expect(refused.errors?.map(({ path }) => path)).toEqual(["steps.0.addressee", "steps.1.addressee"]);
    expect(refused.errors?.[0]?.message).toMatch(/Orang \d+ ikut menulis/);
    // An office of which only an author is left has nobody.
    const office = await d.unit("Dinas Penulis", leader);
    const nobody = await d.refused(await d.submitting(id, version, [askOffice(office)]));
    expect(nobody.errors?.[0]?.message).toContain("Dinas Penulis");
    // Approved once without them, they may decide on what others write after.
    await d.decide(await d.submit(id, version, [ask(mayor)]), 0, mayor, "approve");
    await d.type(id, ani);
    const second = await d.freeze(id);
    const round = await d.submit(id, second, [ask(leader)]);
    expect(round.authors.map((each) => each.id)).toEqual([ani.id]);
    expect((await d.decide(round, 0, leader, "approve")).state).toBe("approved");
  });

  test("[RV10] [RV11] a step is passed on once, recorded; only the delegate decides, and may read", async () => {
    const deputy = await t.addAccount("leader");
    const id = await d.policy();
    const review = await d.submit(id, await d.freeze(id), [ask(mayor)]);
    expect((await t.send("GET", `/api/policies/${id}`, { as: deputy })).status).toBe(403);
    expect((await d.refused(await d.delegating(review, 0, deputy, mayor))).status).toBe(403);
    const author = await d.refused(await d.delegating(review, 0, mayor, ani));
    expect(author).toMatchObject({ status: 400, reason: "review-receiver" });
    const passed = await d.delegating(review, 0, mayor, deputy, "Saya dinas luar.");
    expect(passed.status).toBe(200);
    expect((await t.send("GET", `/api/policies/${id}`, { as: deputy })).status).toBe(200);
    const members = await t.deps.repos.policies.members(id);
    expect(members.find(({ accountId }) => accountId === deputy.id)?.role).toBe("reviewer");
    const own = await d.refused(await d.deciding(review, 0, mayor, "approve"));
    expect(own).toMatchObject({ status: 403, reason: "review-not-addressed" });
    const again = await d.refused(await d.delegating(review, 0, deputy, mayor));
    expect(again).toMatchObject({ status: 409, reason: "review-step-delegated" });
    expect((await waiting(mayor)).items.some(({ reviewId }) => reviewId === review.id)).toBe(false);
    expect((await d.decide(review, 0, deputy, "approve")).state).toBe("approved");
    const { items } = await get<{ items: EventView[] }>(`/api/policies/${id}/events`, ani);
    expect(items.map(({ action }) => action)).toEqual([
      "review.decided",
      "member.set",
      "review.delegated",
      "member.set",
      "review.submitted",
      "version.frozen",
      "policy.created",
    ]);
  });

  test("[RV11] who is addressed may read from then on, also when the policy goes back to drafting", async () => {
    const id = await d.policy({ stage: "internal_review" });
    const review = await d.submit(id, await d.freeze(id), [ask(secretary)]);
    await d.decide(review, 0, secretary, "return", "Perbaiki.");
    expect((await d.read(review, secretary)).state).toBe("returned");
    const roles = await t.deps.repos.policies.members(id);
    expect(roles.map(({ accountId, role }) => [accountId, role])).toEqual([
      [ani.id, "owner"],
      [secretary.id, "reviewer"],
    ]);
  });

  test("[RV9] nobody decides two steps of a round", async () => {
    const one = await t.addAccount("leader");
    const office = await d.unit("Inspektorat", one);
    const id = await d.policy();
    const review = await d.submit(id, await d.freeze(id), [ask(one), askOffice(office, 2)]);
    await d.decide(review, 0, one, "approve");
    expect((await d.refused(await d.deciding(review, 1, one, "approve"))).reason).toBe(
      "review-decided-another",
    );
  });

  test("[RV15] [RV16] deadlines are days of the authority's zone; a late step stays open and says so", async () => {
    const id = await d.policy();
    const version = await d.freeze(id);
    const past = await d.refused(await d.submitting(id, version, [ask(mayor, 1, { on: "2020-01-01" })]));
    expect(past.errors?.[0]).toMatchObject({ path: "steps.0.deadline" });
    expect((await d.submitting(id, version, [ask(mayor, 1, { on: "2026-02-30" })])).status).toBe(400);
    const review = await d.submit(id, version, [
      ask(secretary, 1, { days: 3, unit: "calendar" }),
      ask(mayor, 2, { days: 2, unit: "working" }),
    ]);
    expect(review.steps[0]?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(review.steps[1]?.dueOn).toBeUndefined();
    expect((await waiting(secretary)).items.find(({ reviewId }) => reviewId === review.id)?.dueOn).toBe(
      review.steps[0]?.dueOn,
    );
  });

  test("[RV2] [RV3] numbers without gap, nobody twice under one number", async () => {
    const id = await d.policy();
    const version = await d.freeze(id);
    const gap = await d.refused(await d.submitting(id, version, [ask(mayor, 1), ask(secretary, 3)]));
    expect(gap.errors?.map(({ path }) => path)).toEqual(["steps"]);
    const twice = await d.refused(await d.submitting(id, version, [ask(mayor), ask(mayor)]));
    expect(twice.errors?.map(({ path }) => path)).toEqual(["steps.1.addressee"]);
    expect((await d.submitting(id, version, [])).status).toBe(400);
    expect((await d.submitting(id, { number: 7, hash: version.hash }, [ask(mayor)])).status).toBe(404);
  });

  test("[RV8] candidates say who may be asked, and why others may not", async () => {
    const id = await d.policy({ members: [[budi, "reviewer"]] });
    await d.type(id, budi);
    await d.freeze(id);
    const { people } = await get<ReviewCandidates>(`/api/policies/${id}/review-candidates?version=1`, ani);
    const of = (person: Person) => people.find(({ accountId }) => accountId === person.id);
    expect(of(mayor)?.refused).toBeUndefined();
    expect(of(budi)?.refused).toBe("author");
    expect(of(ani)).toBeUndefined();
    expect((await t.send("GET", `/api/policies/${id}/review-candidates?version=9`, { as: ani })).status).toBe(
      404,
    );
  });

  test("[RV23] who writes is told of decisions; who approved is told once when another text takes its place", async () => {
    const id = await d.policy({ members: [[budi, "drafter"]] });
    const review = await d.submit(id, await d.freeze(id), [ask(mayor)]);
    await d.decide(review, 0, mayor, "approve");
    const newest = async (person: Person) =>
      (await t.deps.repos.notifications.list(person.id, 50))
        .filter(({ policyId }) => policyId === id)
        .map(({ kind }) => kind);
    expect(await newest(ani)).toEqual(["review.approved"]);
    expect(await newest(budi)).toEqual(["review.approved"]);
    // The same text again is no other text.
    await d.freeze(id);
    expect(await newest(mayor)).toEqual(["review.waiting"]);
    await d.type(id, budi);
    await d.freeze(id);
    await d.type(id, budi);
    await d.freeze(id);
    expect(await newest(mayor)).toEqual(["approval.overtaken", "review.waiting"]);
  });

  test("a round of another policy cannot be reached through one's own", async () => {
    const other = await t.addAccount("drafter");
    const mine = await t.addPolicy(other.id);
    const id = await d.policy();
    const round = await d.submit(id, await d.freeze(id), [ask(mayor)]);
    expect((await t.send("GET", `/api/policies/${mine}/reviews/${round.id}`, { as: other })).status).toBe(
      404,
    );
    expect((await t.send("GET", `/api/policies/${id}/reviews/${round.id}`, { as: other })).status).toBe(403);
  });
});
