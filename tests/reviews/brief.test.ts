/** The brief of a leader: what changed, figures, objections in people's own words, and who may read them. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contributions, dispositionContributions, dispositions } from "../../db/schema/contributions.ts";
import type { Stance } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import {
  idFromBytes,
  type Cid,
  type ContributionId,
  type DispositionId,
  type PolicyId,
} from "../../domain/ids.ts";
import type { ReviewBrief, ReviewView } from "../../domain/reviews/reviews.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import { ask, reviewDriver, type ReviewDriver } from "./support.ts";

describe("the brief of a round", () => {
  let t: TestApp;
  let d: ReviewDriver;
  let ani: Person;
  let mayor: Person;
  let respondent: Person;
  let id: PolicyId;
  let first: VersionView;
  let second: VersionView;
  let review: ReviewView;
  let changed: Cid;
  let other: Cid;
  let made = 0;

  const randomId = <T extends string>() => {
    made += 1;
    return idFromBytes(new Uint8Array(16).fill(made)) as T;
  };
  async function input(
    text: string,
    stance: Stance | null,
    cid: Cid | null,
    { day = "2026-11-01", outcome = null as Outcome | null, redactedText = null as string | null } = {},
  ): Promise<void> {
    const contribution = randomId<ContributionId>();
    const statements = t.deps.repos.contributions.receiveStatements({
      id: contribution,
      policyId: id,
      consultationId: null,
      channel: "comment",
      sourceId: null,
      sourceItem: null,
      versionId: first.id,
      targets: cid ? [{ cid }] : [],
      groupId: null,
      unitId: null,
      author: { kind: "none" },
      text,
      stance,
      proposedText: null,
      createdOn: day,
      receivedAt: null,
    });
    for (const statement of statements) await t.data.db.batch([statement]);
    if (redactedText !== null) {
      await t.data.db.update(contributions).set({ redactedText }).where(eq(contributions.id, contribution));
    }
    if (outcome === null) return;
    const disposition = randomId<DispositionId>();
    await t.data.db.insert(dispositions).values({
      id: disposition,
      policyId: id,
      outcome,
      reason: `Alasan ${outcome}.`,
      by: ani.id,
      at: 1,
    });
    await t.data.db
      .insert(dispositionContributions)
      .values({ dispositionId: disposition, contributionId: contribution });
  }
  const brief = async (of: ReviewView, as: Person): Promise<ReviewBrief> =>
    (await (await t.send("GET", `/api/policies/${id}/reviews/${of.id}/brief`, { as })).json()) as ReviewBrief;

  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    mayor = await t.addAccount("leader");
    respondent = await t.addAccount("respondent");
    d = reviewDriver(t, ani);
    id = await d.policy({ members: [[respondent, "reader"]] });
    first = await d.freeze(id, "Draf 1");
    await d.type(id, ani, "Kata yang lain sama sekali.");
    second = await d.freeze(id, "Draf 2");
    const { clauses } = await d.live(id);
    changed = clauses.find(({ kind }) => kind === "isi")?.cid as Cid;
    other = clauses.find(({ kind }) => kind === "menimbang")?.cid as Cid;
    review = await d.submit(id, second, [ask(mayor)]);
    await input("Terlalu berat.", "against", other, { day: "2026-11-05" });
    await input("Jangan begitu.", "against", changed, { outcome: "rejected" });
    await input("Sudah diterima.", "against", changed, { outcome: "accepted", day: "2026-11-09" });
    await input("NIP saya 198001012006041001 keberatan.", "against", null, {
      day: "2026-11-03",
      redactedText: "NIP saya [...] keberatan.",
    });
    await input("Bagus.", "support", changed, { outcome: "noted" });
    await input("Apa artinya?", "question", changed);
  });
  afterAll(() => t.close());

  test("[RV21] compares with the first version where none was approved, and counts changed clauses", async () => {
    const view = await brief(review, mayor);
    expect(view.base).toEqual({ number: 1, label: "Draf 1", approved: false });
    expect(view.changes).toHaveLength(1);
    expect(view.changes[0]?.rows.map(({ cid }) => cid)).toEqual([changed]);
    expect(view.unchanged).toBeGreaterThan(5);
    expect(view.textChangedSince).toBe(false);
  });

  test("[RV22] figures add up; objections: open and rejected first, with the answer, redacted where it was", async () => {
    const view = await brief(review, mayor);
    expect(view.inputs).toEqual({ received: 6, answered: 3, open: 3, against: 4 });
    expect(view.objections.map(({ text, answer }) => [text, answer?.outcome])).toEqual([
      ["Jangan begitu.", "rejected"],
      ["Terlalu berat.", undefined],
      ["NIP saya [...] keberatan.", undefined],
      ["Sudah diterima.", "accepted"],
    ]);
    expect(view.objections[0]?.answer?.reason).toBe("Alasan rejected.");
    expect(view.objections[0]?.citations[0]).toMatch(/Pasal/);
    expect(view.objections[2]?.citations).toEqual([]);
  });

  test("[AC16] who reads the round but not the input gets the figures, not the words", async () => {
    const view = await brief(review, respondent);
    expect(view.inputs.against).toBe(4);
    expect(view.objections).toEqual([]);
  });

  test("[RV20] [RV21] after an approval the next one is compared with the approved version; edits meanwhile are said", async () => {
    await d.decide(review, 0, mayor, "approve");
    await d.type(id, ani, "Kata ketiga.");
    const third = await d.freeze(id, "Draf 3");
    const next = await d.submit(id, third, [ask(mayor)]);
    expect((await brief(next, mayor)).base).toEqual({ number: 2, label: "Draf 2", approved: true });
    await d.type(id, ani, "Kata keempat.");
    expect((await brief(next, mayor)).textChangedSince).toBe(true);
  });

  test("the first version has nothing to be compared with", async () => {
    const alone = await d.policy();
    const version = await d.freeze(alone);
    const round = await d.submit(alone, version, [ask(mayor)]);
    const response = await t.send("GET", `/api/policies/${alone}/reviews/${round.id}/brief`, { as: mayor });
    const view = (await response.json()) as ReviewBrief;
    expect(view.base).toBeUndefined();
    expect(view.changes).toEqual([]);
    expect(view.unchanged).toBeGreaterThan(5);
  });
});
