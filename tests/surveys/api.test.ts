import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  NewCodes,
  NewInvitations,
  SurveyView,
  WordingView,
} from "../../domain/surveys/surveys.contract.ts";
import type { SurveyResults } from "../../domain/surveys/results.ts";
import { asked, CID_A, define, scale } from "./definitions.ts";
import { DAY, json, openSurveyApp, START, type SurveyApp } from "./survey-app.ts";

let t: SurveyApp;
beforeAll(async () => {
  t = await openSurveyApp();
});
afterAll(() => t.close());

const reasonOf = async (answer: Promise<Response> | Response) => {
  const response = await answer;
  return [response.status, ((await response.json()) as { reason: string }).reason];
};

describe("surveys in the workspace", () => {
  test("[SV1] a draft takes version, window and groups of its consultation, and quotes the words asked about", async () => {
    const [cid] = t.cids;
    if (!cid) throw new Error("no clause");
    const view = await t.addSurvey("anonymous", define(scale("q1", { targets: [{ cid }] })));
    expect(view).toMatchObject({
      state: "draft",
      phase: "draft",
      rule: "anonymous",
      locked: false,
      responses: 0,
      wave: 1,
    });
    expect([view.opensAt, view.closesAt]).toEqual([START - DAY, START + 30 * DAY]);
    expect(view.groups.map(({ name }) => name).sort()).toEqual(["Guru", "Penyuluh", "Perawat", "Warga"]);
    expect(view.quotes[0]).toMatchObject({ cid, citation: expect.stringContaining("Pasal") as string });
    expect(view.version.number).toBe(1);
    const list = await json<{ items: SurveyView[] }>(t.send("GET", t.surveys(), { as: t.owner }));
    expect(list.items.map(({ id }) => id)).toContain(view.id);
    const other = await json<{ items: SurveyView[] }>(
      t.send("GET", t.surveys(`?consultation=${ulid()}`), { as: t.owner }),
    );
    expect(other.items).toEqual([]);
  });

  test("[SV8] a clause that the version lacks is refused with its path", async () => {
    const consultationId = await t.addConsultation();
    const definition = define(scale("q1", { targets: [{ cid: CID_A }] }));
    const answer = await t.send("POST", t.surveys(), {
      as: t.owner,
      body: { consultationId, title: "x", rule: "open", definition },
      headers: { "idempotency-key": ulid() },
    });
    const problem = (await answer.json()) as { errors: { path: string; message: string }[] };
    expect(answer.status).toBe(400);
    expect(problem.errors[0]?.path).toBe("definition.sections.0.questions.0.targets.0");
    expect(problem.errors[0]?.message).toContain("versi");
  });

  test("[SV9] the template of the SKM is ready to be opened", async () => {
    const consultationId = await t.addConsultation();
    const view = await json<SurveyView>(
      t.send("POST", t.surveys(), {
        as: t.owner,
        body: { consultationId, title: "SKM", rule: "code", template: "skm" },
        headers: { "idempotency-key": ulid() },
      }),
    );
    expect(view.definition.index?.questions).toHaveLength(9);
    expect((await t.open(view)).phase).toBe("open");
  });

  test("[SV2, SV10] opening needs questions and a window ahead; it happens once; closing is for good", async () => {
    const empty = await t.addSurvey("open", { sections: [] });
    const refused = await t.send("POST", t.surveys(`/${empty.id}/open`), {
      as: t.owner,
      headers: { "if-match": `"${empty.revision}"` },
    });
    expect(refused.status).toBe(400);
    expect(await reasonOf(t.send("POST", t.surveys(`/${empty.id}/close`), { as: t.owner }))).toEqual([
      409,
      "survey-draft",
    ]);
    const view = await t.addSurvey("open", define(scale("q1")));
    const opened = await t.open(view);
    expect(opened).toMatchObject({ state: "opened", phase: "open" });
    const again = t.send("POST", t.surveys(`/${view.id}/open`), {
      as: t.owner,
      headers: { "if-match": `"${opened.revision}"` },
    });
    expect(await reasonOf(again)).toEqual([409, "survey-opened"]);
    const closed = await json<SurveyView>(t.send("POST", t.surveys(`/${view.id}/close`), { as: t.owner }));
    expect(closed).toMatchObject({ state: "closed", phase: "closed", closedAt: START });
    // The second click finds what the first did.
    expect(
      (await json<SurveyView>(t.send("POST", t.surveys(`/${view.id}/close`), { as: t.owner }))).state,
    ).toBe("closed");
    const reopen = t.send("POST", t.surveys(`/${view.id}/open`), {
      as: t.owner,
      headers: { "if-match": `"${closed.revision}"` },
    });
    expect(await reasonOf(reopen)).toEqual([409, "survey-closed"]);
    expect(await reasonOf(t.patch(closed, { target: 5 }))).toEqual([409, "survey-closed"]);
  });

  test("changing is optimistic: the second of two is told", async () => {
    const view = await t.addSurvey("open", define(scale("q1")));
    expect((await t.patch(view, { title: "Satu" })).status).toBe(200);
    expect(await reasonOf(t.patch(view, { title: "Dua" }))).toEqual([412, "stale"]);
    expect((await t.read(view.id)).title).toBe("Satu");
    const unknown = await t.patch(await t.read(view.id), { lain: 1 } as never);
    expect(unknown.status).toBe(400);
    const window = await t.patch(await t.read(view.id), { closesAt: 5 });
    expect(window.status).toBe(400);
  });

  test("a draft may be removed, an opened one not", async () => {
    const view = await t.addSurvey("code", define(scale("q1")));
    await t.send("POST", t.surveys(`/${view.id}/codes`), { as: t.owner, body: { count: 3 } });
    const gone = await t.send("DELETE", t.surveys(`/${view.id}`), {
      as: t.owner,
      headers: { "if-match": `"${view.revision}"` },
    });
    expect(gone.status).toBe(204);
    expect((await t.send("GET", t.surveys(`/${view.id}`), { as: t.owner })).status).toBe(404);
    const opened = await t.open(await t.addSurvey("open", define(scale("q1"))));
    const kept = t.send("DELETE", t.surveys(`/${opened.id}`), {
      as: t.owner,
      headers: { "if-match": `"${opened.revision}"` },
    });
    expect(await reasonOf(kept)).toEqual([409, "survey-opened"]);
  });

  test("[SV25] codes are in one answer and nowhere else; a rule with codes does not change", async () => {
    const view = await t.addSurvey("code", define(scale("q1")));
    const path = t.surveys(`/${view.id}/codes`);
    const made = await json<NewCodes>(t.send("POST", path, { as: t.owner, body: { count: 30 } }));
    expect(new Set(made.codes).size).toBe(30);
    expect(made.codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(code))).toBe(true);
    expect(await json(t.send("GET", path, { as: t.owner }))).toEqual({ made: 30, used: 0 });
    expect(await reasonOf(t.patch(view, { rule: "open" }))).toEqual([409, "survey-codes-made"]);
    expect((await t.send("POST", path, { as: t.owner, body: { count: 2001 } })).status).toBe(400);
    const open = await t.addSurvey("open", define(scale("q1")));
    expect(
      await reasonOf(t.send("POST", t.surveys(`/${open.id}/codes`), { as: t.owner, body: { count: 1 } })),
    ).toEqual([409, "survey-rule-other"]);
    const roster = t.surveys(`/${view.id}/roster`);
    expect(await reasonOf(t.send("POST", roster, { as: t.owner, body: { names: ["Ani"] } }))).toEqual([
      409,
      "survey-rule-other",
    ]);
  });

  test("[PA3] invitations to an anonymous survey carry a secret each", async () => {
    const view = await t.addSurvey("anonymous", define(scale("q1")));
    const path = t.surveys(`/${view.id}/roster`);
    const made = await json<NewInvitations>(
      t.send("POST", path, { as: t.owner, body: { names: ["Ani", "Budi"] } }),
    );
    expect(made.invitations.map(({ name }) => name)).toEqual(["Ani", "Budi"]);
    expect(new Set(made.invitations.map(({ url }) => url)).size).toBe(2);
    expect(await json(t.send("GET", path, { as: t.owner }))).toEqual({ invited: 2 });
  });

  test("[SV16] the next wave asks what is wanted; what hung on a question that went is asked of everyone", async () => {
    const view = await t.addSurvey(
      "anonymous",
      define(scale("a"), scale("b", { showIf: { question: "a", atLeast: 4 } }), {
        ...asked,
        id: "c",
        words: "C",
        type: "text",
        maxLength: 50,
      }),
    );
    const next = await json<SurveyView>(
      t.send("POST", t.surveys(`/${view.id}/duplicate`), {
        as: t.owner,
        body: { questions: ["b", "c"] },
        headers: { "idempotency-key": ulid() },
      }),
    );
    expect(next).toMatchObject({ wave: 2, previousId: view.id, state: "draft", rule: "anonymous" });
    expect(next.definition.sections[0]?.questions).toMatchObject([{ id: "b" }, { id: "c" }]);
    expect(next.definition.sections[0]?.questions[0]?.showIf).toBeUndefined();
    const wording = await json<WordingView>(
      t.send("GET", t.surveys(`/${view.id}/wording?version=1`), { as: t.owner }),
    );
    expect(wording.questions.map(({ state }) => state)).toEqual(["general", "general", "general"]);
  });

  test("[SV30] without answers there are no figures", async () => {
    const view = await t.open(await t.addSurvey("open", define(scale("q1"))));
    const results = await json<SurveyResults>(
      t.send("GET", t.surveys(`/${view.id}/results`), { as: t.owner }),
    );
    expect(results).toMatchObject({
      availability: "too-few",
      responses: 0,
      questions: [],
      perDeviceOnly: true,
    });
  });

  test("another policy's path does not lead to it", async () => {
    const view = await t.addSurvey("open", define(scale("q1")));
    const other = await t.addPolicy(t.owner.id);
    expect((await t.send("GET", `/api/policies/${other}/surveys/${view.id}`, { as: t.owner })).status).toBe(
      404,
    );
    expect((await t.send("GET", `/api/policies/${other}/surveys/${ulid()}`, { as: t.owner })).status).toBe(
      404,
    );
  });
});
