/** Workshops on D1: the same statements and guards, from plan to final minutes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import { isLostGuard } from "../../db/guards.ts";
import { createConsultationRepo } from "../../db/repos/consultation.repo.ts";
import { createContributionRepo } from "../../db/repos/contribution.repo.ts";
import { createWorkshopFloorRepo } from "../../db/repos/workshop-floor.repo.ts";
import { createWorkshopMinutesRepo } from "../../db/repos/workshop-minutes.repo.ts";
import { createWorkshopPayloadReader } from "../../db/repos/workshop-payload.ts";
import { createWorkshopRepo } from "../../db/repos/workshop.repo.ts";
import { groups } from "../../db/schema/authorities.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { CORRECTION_MS } from "../../domain/workshops/workshop.ts";
import type {
  AccountId,
  AuthorityId,
  Cid,
  ConsultationId,
  ContributionId,
  GroupId,
  PolicyId,
  VersionId,
  WorkshopId,
} from "../../domain/ids.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";
import { SEEDED, seedRows } from "../support/seed-rows.ts";
import { randomId } from "./random-id.ts";

const policyId = SEEDED.policy as PolicyId;
const versionId = SEEDED.version as VersionId;
const actor = SEEDED.account as AccountId;
const groupId = randomId() as GroupId;
const consultationId = randomId() as ConsultationId;
const workshopId = randomId() as WorkshopId;
const [one, two] = [randomId() as Cid, randomId() as Cid];
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
  const authorityId = SEEDED.authority as AuthorityId;
  await db.insert(groups).values({ id: groupId, authorityId, name: "KORPRI", createdAt: 1, updatedAt: 1 });
});
afterAll(() => d1.dispose());

test("[WS3] [WS5] [WS11] [WS14] [WS15] [WS17] [WS18] [WS19] from plan to final minutes", async () => {
  const trail = createAuditTrail({ db });
  const consultations = createConsultationRepo(db, trail);
  const workshops = createWorkshopRepo(db, trail);
  const floor = createWorkshopFloorRepo(db, createContributionRepo(db));
  const minutes = createWorkshopMinutesRepo(db, trail);
  const reread = async () => {
    const workshop = await workshops.get(policyId, workshopId);
    if (!workshop) throw new Error("the workshop is gone");
    return workshop;
  };

  const draft = {
    id: consultationId,
    policyId,
    versionId,
    title: "Uji publik",
    summary: "s",
    whatHappens: "w",
    legalBasis: "l",
    retentionMonths: 12,
    contact: "c",
    opensAt: AT,
    closesAt: AT + 10 * CORRECTION_MS,
    comments: null,
    submissions: false,
    groups: [],
    closingRecordedAt: null,
    createdBy: actor,
    createdAt: AT,
  } as Parameters<typeof consultations.create>[0];
  await consultations.announce(await consultations.create(draft, by), by);
  const plan = { versionId, title: "t", place: "p", startsAt: AT, endsAt: AT + 1, quota: 2 };
  const agenda = [one, two].map((cid) => ({ cid, minutes: 20 }));
  const invitations = [{ groupId, invited: 6, quota: 1, names: "" }];
  await workshops.create(
    { id: workshopId, policyId, consultationId, createdBy: actor, createdAt: AT },
    { ...plan, agenda, invitations },
    by,
  );
  await workshops.change(await reread(), { ...plan, title: "lain", agenda, invitations });
  const open = consultations.takesInput({ id: consultationId, versionId }, AT);
  await workshops.step(await reread(), "start", by, [open]);
  await expect(workshops.step(await reread(), "start", by)).rejects.toSatisfy(isLostGuard);
  expect(await reread()).toMatchObject({
    state: "live",
    title: "lain",
    currentCid: one,
    settingsRevision: 2,
  });

  const person = (group: GroupId | null) => {
    const id = randomId();
    const rest = { workshopId, tokenHash: "0".repeat(38) + id, name: "Ani", groupId: group, unitId: null };
    return { id, ...rest, accountId: null, at: AT };
  };
  const ani = person(groupId);
  await floor.addAttendee(ani, true);
  await expect(floor.addAttendee(person(groupId), true)).rejects.toSatisfy(isLostGuard);
  await floor.addAttendee(person(null), true);
  await expect(floor.addAttendee(person(null), true)).rejects.toSatisfy(isLostGuard);

  const say = async (clientId: string, cid: Cid | null) => {
    const id = randomId() as ContributionId;
    const place = { clientId, cid, groupId, table: null, attendeeId: ani.id, recordedBy: null, at: AT };
    const input = {
      id,
      policyId,
      consultationId,
      channel: "workshop",
      sourceId: workshopId,
      sourceItem: clientId,
      versionId,
      targets: cid === null ? [] : [{ cid }],
      groupId,
      unitId: null,
      author: { kind: "none" },
      text: "Hitung daring.",
      stance: null,
      proposedText: null,
      createdOn: "2027-01-15",
      receivedAt: AT,
    } as const;
    const also = [consultations.takesInput({ id: consultationId, versionId }, AT)];
    await floor.addEntry(place, { input, also });
    return id;
  };
  const clientId = randomId();
  const first = await say(clientId, one);
  const second = await say(randomId(), one);
  await expect(say(clientId, one)).rejects.toSatisfy((error) =>
    isConstraintViolation(error, "workshop_entries.client_id"),
  );
  await expect(say(randomId(), randomId() as Cid)).rejects.toSatisfy(isLostGuard);
  const third = await say(randomId(), two);
  expect((await floor.entries(workshopId)).map(({ number, shown }) => [number, shown])).toEqual(
    [1, 2, 3].map((number) => [number, "Hitung daring."]),
  );
  const cluster = { id: randomId(), cid: one, heading: "Daring", at: AT };
  await expect(floor.addCluster(workshopId, cluster, [first, third])).rejects.toSatisfy(isLostGuard);
  await floor.addCluster(workshopId, cluster, [first, second]);
  await floor.vote(workshopId, first, ani.id, "agree");
  await floor.vote(workshopId, first, ani.id, "disagree");
  expect((await floor.votes(workshopId)).get(first)).toEqual({ agree: 0, neutral: 0, disagree: 1 });

  await workshops.step(await reread(), "close", by);
  await minutes.setParagraphs(await reread(), [{ cid: null, text: "Dibuka." }]);
  const document = JSON.stringify({ text: "é".repeat(700_000) });
  const hash = await sha256Hex(document);
  await minutes.publish(await reread(), { document, hash }, by);
  expect(await minutes.document(workshopId)).toBe(document);
  expect((await floor.votes(workshopId)).size).toBe(0);

  const end = AT + CORRECTION_MS;
  const correction = { id: randomId(), attendeeId: ani.id, text: "Keliru.", at: end - 1 };
  await minutes.correct(workshopId, correction);
  await minutes.confirm(workshopId, ani.id, end - 1);
  await expect(minutes.confirm(workshopId, ani.id, end)).rejects.toSatisfy(isLostGuard);
  expect(await minutes.due(end)).toEqual([]);
  await expect(minutes.finalise(await reread(), { actor: null, at: end })).rejects.toThrow("undecided");
  await minutes.decide(workshopId, correction.id, { outcome: "accepted", reason: null }, { actor, at: end });
  await expect(
    minutes.decide(workshopId, correction.id, { outcome: "refused", reason: "x" }, { actor, at: end }),
  ).rejects.toSatisfy(isLostGuard);
  expect((await minutes.due(end)).map(({ id }) => id)).toEqual([workshopId]);
  await minutes.finalise(await reread(), { actor: null, at: end });
  const final = await reread();
  expect(final).toMatchObject({ state: "final", finalAt: end, minutesHash: hash });
  const reader = createWorkshopPayloadReader(db, minutes);
  const event = {
    chain: policyId,
    at: end,
    action: "workshop.minutes-final",
    subject: { kind: "workshop", id: workshopId },
  };
  const payload = await reader.payload(event as unknown as Parameters<typeof reader.payload>[0]);
  expect(payload).toEqual({ hash: final.finalHash, minutes: hash });
});
