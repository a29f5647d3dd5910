/** One consultation of the demo: prepared and announced in its own past, heard, and answered as far as the story goes. */
import type { DemoConsultation } from "../../db/demo/demo-instruments.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { createCreateConsultation } from "../consultations/create-consultation.ts";
import { createMoveConsultation } from "../consultations/move-consultation.ts";
import { recordDueClosings } from "../consultations/record-closings.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { loadInputs } from "./load-inputs.ts";
import { loadSurvey } from "./load-survey.ts";
import { loadWorkshop } from "./load-workshop.ts";

const LEGAL_BASIS =
  "Undang-Undang Nomor 12 Tahun 2011 Pasal 96 dan Undang-Undang Nomor 27 Tahun 2022 Pasal 20 (pelayanan publik)";

export async function loadConsultation(setting: DemoSetting, demo: DemoConsultation): Promise<Consultation> {
  const { deps, policy, clock, account, group } = setting;
  const organiser = account(demo.organiser);
  const before = asOf(deps, clock.at(demo.opensDay, "06:00"));
  const { title, summary, whatHappens, contact, comments, submissions } = demo;
  const created = await createCreateConsultation(before)(organiser, policy, {
    title,
    version: demo.version,
    opens: clock.local(demo.opensDay, "08:00"),
    closes: clock.local(demo.closesDay, "18:00"),
    summary,
    whatHappens,
    legalBasis: LEGAL_BASIS,
    contact,
    retentionMonths: 24,
    comments,
    submissions,
    groups: demo.groups.map(({ name, target }) => ({ groupId: group(name), target })),
  });
  const surveys = [];
  for (const survey of demo.surveys) surveys.push(await loadSurvey(setting, demo, created, survey));
  const workshops = [];
  for (const workshop of demo.workshops) workshops.push(await loadWorkshop(setting, demo, created, workshop));
  await createMoveConsultation(before).announce(organiser, created);
  for (const each of surveys) await each.answer();
  for (const each of workshops) await each.hold();
  await loadInputs(setting, demo, created);
  if (created.closesAt <= deps.now()) await recordDueClosings(asOf(deps, created.closesAt));
  return created;
}
