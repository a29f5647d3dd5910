/** An input that the team makes out of a figure of a survey. */
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groups } from "../../db/schema/authorities.ts";
import type {
  ContributionItem,
  ContributionPage,
} from "../../domain/contributions/contributions.contract.ts";
import type { AuthorityId, GroupId } from "../../domain/ids.ts";
import type { SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { define, scale } from "../surveys/definitions.ts";
import { json, openSurveyApp, type SurveyApp } from "../surveys/survey-app.ts";

describe("figures of surveys as input", () => {
  let t: SurveyApp;
  let survey: SurveyView;
  let draft: SurveyView;
  const words = "68 % menilai ayat (2) tidak jelas.";

  beforeAll(async () => {
    t = await openSurveyApp();
    const [cid] = t.cids;
    const asked = define(scale("jelas", { targets: cid ? [{ cid }] : [] }));
    survey = await t.open(await t.addSurvey("named", asked));
    draft = await t.addSurvey("named", asked);
  });
  afterAll(() => t.close());

  function raise(more: object = {}, key: string = ulid()): Promise<Response> {
    const body = { surveyId: survey.id, questionId: "jelas", cids: t.cids.slice(0, 1), text: words, ...more };
    return t.send("POST", `/api/policies/${t.policyId}/contributions/from-figure`, {
      as: t.owner,
      body,
      headers: { "idempotency-key": key },
    });
  }
  const inbox = () =>
    json<ContributionPage>(t.send("GET", `/api/policies/${t.policyId}/contributions`, { as: t.owner }));

  test("[CT18] it is in the team's words, by nobody, of its channel and the survey's version; once per key", async () => {
    const key = ulid();
    const made = await json<ContributionItem>(raise({ groupId: t.groupIds[0] }, key));
    expect((await json<ContributionItem>(raise({ groupId: t.groupIds[0] }, key))).id).toBe(made.id);
    expect(made).toMatchObject({ channel: "survey-figure", state: "received", excerpt: words });
    const { received, items } = await inbox();
    expect(received).toBe(1);
    expect(items[0]?.targets.map(({ cid }) => cid)).toEqual(t.cids.slice(0, 1));
    expect(await t.deps.repos.contributions.get(t.policyId, made.id)).toMatchObject({
      sourceId: survey.id,
      sourceItem: "jelas",
      versionId: t.versionId,
      author: { kind: "none" },
      groupId: t.groupIds[0],
    });
    const { items: events } = await json<{ items: { action: string }[] }>(
      t.send("GET", `/api/policies/${t.policyId}/events`, { as: t.owner }),
    );
    expect(events.filter(({ action }) => action === "contribution.raised")).toHaveLength(1);
  });

  test("[CT18] of a question, clause and group that there are, and not before the survey asks anybody", async () => {
    const before = (await inbox()).received;
    const elsewhere = ulid() as GroupId;
    const authorityId = ulid() as AuthorityId;
    const authority = (await t.deps.repos.directory.getAuthority(t.authorityId))!;
    await t.deps.repos.directory.addAuthority(
      { ...authority, id: authorityId, name: "Kota Lain" },
      { actor: null, at: 1 },
    );
    const row = { id: elsewhere, authorityId, name: "Nelayan", createdAt: 1, updatedAt: 1 };
    await t.data.db.insert(groups).values(row);
    const statusOf = async (more: object) => (await raise(more)).status;
    expect(await statusOf({ questionId: "lain" })).toBe(400);
    expect(await statusOf({ cids: [ulid()] })).toBe(400);
    expect(await statusOf({ groupId: elsewhere })).toBe(400);
    expect(await statusOf({ text: "  " })).toBe(400);
    expect(await statusOf({ surveyId: ulid() })).toBe(404);
    expect(await statusOf({ surveyId: draft.id })).toBe(404);
    expect((await inbox()).received).toBe(before);
  });
});
