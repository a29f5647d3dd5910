/** Closing without anybody pressing a button: by the duty, by a look, twice at once, after a process that died. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events } from "../../db/schema/audit.ts";
import { consultations } from "../../db/schema/consultations.ts";
import { surveyKeys } from "../../db/schema/surveys.ts";
import type { SurveyId } from "../../domain/ids.ts";
import { DUTIES } from "../../server/duties/duties.ts";
import { closeDueSurveys, emptyLogWhileOpen } from "../../server/surveys/keep-surveys.ts";
import { TEST_HOST } from "../support/test-app.ts";
import { define, scale } from "./definitions.ts";
import { answer, visitor } from "./portal-form.ts";
import { DAY, openSurveyApp, START, type SurveyApp } from "./survey-app.ts";

let t: SurveyApp;
let emptied = 0;
beforeAll(async () => {
  t = await openSurveyApp({ emptyLog: async () => void (emptied += 1) });
});
afterAll(() => t.close());

const opened = async (more = {}) => {
  t.setNow(START);
  const { id } = await t.open(
    await t.addSurvey("anonymous", define(scale("q1")), { closesAt: START + DAY, ...more }),
  );
  return id;
};
const closings = (id: SurveyId) =>
  t.data.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.action, "survey.closed")));
const keysOf = (id: SurveyId) => t.data.db.select().from(surveyKeys).where(eq(surveyKeys.surveyId, id));

test("[SV26] at the end of the window the duty closes it, once, whoever else tries", async () => {
  const id = await opened();
  await closeDueSurveys(t.deps);
  expect((await t.read(id)).state).toBe("opened");
  t.setNow(START + DAY);
  const before = emptied;
  await Promise.all([closeDueSurveys(t.deps), closeDueSurveys(t.deps), t.read(id)]);
  expect((await t.read(id)).state).toBe("closed");
  expect(await closings(id)).toMatchObject([{ actor: null }]);
  expect(await keysOf(id)).toEqual([]);
  // D1 has no write-ahead log of ours to empty.
  if (TEST_HOST === "node") expect(emptied).toBeGreaterThan(before);
});

test("[SV26] a closing that broke off half way is finished by the next round", async () => {
  const id = await opened();
  await t.deps.repos.surveys.stopTaking(id, START + 1);
  expect(await keysOf(id)).toHaveLength(1);
  await closeDueSurveys(t.deps);
  expect(await keysOf(id)).toEqual([]);
  expect(await closings(id)).toHaveLength(1);
});

test("[SV3, SV26] it ends with its consultation, closed early or cancelled", async () => {
  for (const change of [{ closesAt: START + 1_000 }, { state: "cancelled" as const }]) {
    const consultationId = await t.addConsultation();
    const id = await opened({ consultationId });
    await t.data.db.update(consultations).set(change).where(eq(consultations.id, consultationId));
    t.setNow(START + 1_000);
    expect((await answer(t, visitor(t.owner), id, { "j.q1": "1" })).text).not.toContain("Terima kasih");
    await closeDueSurveys(t.deps);
    expect((await t.read(id)).state).toBe("closed");
  }
});

// The write-ahead log is a file of the data folder.
test.skipIf(TEST_HOST === "workerd")(
  "[SV24] the log is emptied every hour while a survey is open and a while after, and not otherwise",
  async () => {
    const hourly = DUTIES.find(({ run }) => run === emptyLogWhileOpen);
    expect(hourly?.everyMs).toBe(3_600_000);
    await opened();
    const before = emptied;
    await emptyLogWhileOpen(t.deps);
    expect(emptied).toBe(before + 1);
    t.setNow(START + 60 * DAY);
    await closeDueSurveys(t.deps);
    t.setNow(START + 70 * DAY);
    const after = emptied;
    await emptyLogWhileOpen(t.deps);
    expect(emptied).toBe(after);
  },
);
