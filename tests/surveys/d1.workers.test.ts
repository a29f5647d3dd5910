/** Surveys on D1: the same tables, triggers, guards and batches, from a draft to a closing that forgets. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import { isLostGuard } from "../../db/guards.ts";
import { createSurveyParticipationRepo } from "../../db/repos/survey-participation.repo.ts";
import { createSurveyResponseRepo, isLocked, isTwice } from "../../db/repos/survey-response.repo.ts";
import { createSurveyRepo } from "../../db/repos/survey.repo.ts";
import { consultations, shortLinks } from "../../db/schema/consultations.ts";
import { surveyCodes, surveyKeys, surveyParticipations, surveyResponses } from "../../db/schema/surveys.ts";
import {
  idFromBytes,
  type AccountId,
  type ConsultationId,
  type PolicyId,
  type SurveyId,
  type VersionId,
} from "../../domain/ids.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";
import { SEEDED, seedRows } from "../support/seed-rows.ts";
import { define, scale } from "./definitions.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const randomId = () => idFromBytes(random(16));
const policyId = SEEDED.policy as PolicyId;
const versionId = SEEDED.version as VersionId;
const actor = SEEDED.account as AccountId;
const consultationId = randomId() as ConsultationId;
const AT = 1_800_000_000_000;
const by = { actor, at: AT };

let d1: LocalD1;
let db: Db;
beforeAll(async () => {
  d1 = await openLocalD1();
  db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], {});
  for (const { sql, params } of seedRows()) {
    const values = params.map((value) => (value instanceof Uint8Array ? [...value] : value));
    await d1.database.batch([d1.database.prepare(sql).bind(...values)]);
  }
  await db
    .insert(shortLinks)
    .values({ code: "SURVE1", kind: "consultation", subjectId: consultationId, createdAt: 1 });
  await db.insert(consultations).values({
    id: consultationId,
    policyId,
    versionId,
    shortCode: "SURVE1",
    title: "Uji publik",
    summary: "",
    whatHappens: "",
    legalBasis: "",
    retentionMonths: 12,
    contact: "",
    opensAt: AT - 1_000,
    closesAt: AT + 1_000_000,
    state: "announced",
    createdBy: actor,
    createdAt: 1,
  });
});
afterAll(() => d1.dispose());

test("[SV2] [SV17] [SV21] [SV25] [SV26] [SV27] codes, answers, the lock, closing", async () => {
  const trail = createAuditTrail({ db });
  const surveys = createSurveyRepo(db, trail);
  const participation = createSurveyParticipationRepo(db, trail);
  const responses = createSurveyResponseRepo(db, participation);
  const id = randomId() as SurveyId;
  const draft = {
    id,
    policyId,
    consultationId,
    versionId,
    title: "Survei",
    intro: "",
    rule: "code" as const,
    opensAt: AT,
    closesAt: AT + 100_000,
    target: null,
    groups: [],
    definition: define(scale("q1")),
    quotes: [],
    wave: 1,
    previousId: null,
    createdBy: actor,
    createdAt: AT,
  };
  await surveys.create(draft, by);
  const stored = async () => {
    const found = await surveys.get(id);
    if (!found) throw new Error("no survey");
    return found;
  };
  const key = await participation.ensureKey(id, random(32));
  expect(key).toHaveLength(32);
  const marks = Array.from({ length: 300 }, () => random(32));
  await participation.addCodes(await stored(), marks, by);
  expect(await participation.codeCounts(id)).toEqual({ made: 300, used: 0 });
  await surveys.open(await stored(), random(32), by);
  expect(await participation.key(id)).toEqual(key);

  const submit = (code: Uint8Array, form: Uint8Array, now = AT + 1) =>
    responses.submit({
      survey: { id, form: 1 },
      response: {
        surveyId: id,
        id: randomId(),
        rule: "code",
        groupId: null,
        answeredOn: "2027-01-15",
        accountId: null,
        answers: { q1: 3 },
      },
      marks: [form],
      code,
      contributions: [],
      now,
    });
  const [first, second] = marks;
  if (!first || !second) throw new Error("no codes");
  const form = random(32);
  await submit(first, form);
  const failed = async (written: Promise<void>) =>
    written.then(
      () => null,
      (error: unknown) => error,
    );
  expect(isLostGuard(await failed(submit(first, random(32))))).toBe(true);
  expect(isTwice(await failed(submit(second, form)))).toBe(true);
  expect(isLostGuard(await failed(submit(second, random(32), AT + 100_000)))).toBe(true);
  expect(await participation.codeState(id, first)).toBe("used");
  expect(await participation.codeState(id, second)).toBe("unused");
  expect(await participation.codeState(id, random(32))).toBe("unknown");
  expect(await responses.count(id)).toBe(1);

  expect(isLocked(await failed(surveys.change(await stored(), { rule: "open" }, by)))).toBe(true);
  await surveys.change(await stored(), { closesAt: AT + 200_000 }, by);
  expect(await surveys.dueToClose(AT + 150_000)).toEqual([]);
  expect(await surveys.dueToClose(AT + 200_000)).toEqual([id]);

  expect(await surveys.stopTaking(id, AT + 200_000)).toBe(true);
  expect(await surveys.stopTaking(id, AT + 200_000)).toBe(false);
  const counts = { responses: 1, codesMade: 300, codesUsed: 1, invited: 0 };
  const forget = [...responses.blurStatements(id, "2027-02-01"), ...participation.forgetStatements(id)];
  await surveys.finishClosing(await stored(), counts, forget, { actor: null, at: AT + 200_000 });
  expect(isLostGuard(await failed(surveys.finishClosing(await stored(), counts, forget, by)))).toBe(true);
  for (const table of [surveyKeys, surveyParticipations, surveyCodes])
    expect(await db.select().from(table)).toEqual([]);
  expect(await db.select().from(surveyResponses)).toMatchObject([
    { answeredOn: "2027-02-01", answers: { q1: 3 } },
  ]);
  expect((await stored()).finalCounts).toEqual(counts);
  expect(await failed(submit(second, random(32)))).toBeInstanceOf(Error);
});
