/** A workshop of the demo: planned, held, its minutes published and, three days later, final. */
import type { DemoConsultation, DemoWorkshop } from "../../db/demo/demo-instruments.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { CORRECTION_MS } from "../../domain/workshops/workshop.ts";
import { found } from "../http/refusals.ts";
import { createCheckIn } from "../workshops/check-in.ts";
import { createReadClauseWords } from "../workshops/clause-words.ts";
import { createKeepMinutes } from "../workshops/keep-minutes.ts";
import { createPlanWorkshop } from "../workshops/plan-workshop.ts";
import { createRecordEntry } from "../workshops/record-entry.ts";
import { answerInputs, type Given } from "./answer-inputs.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPlaces } from "./places.ts";

const MINUTES_A_CLAUSE = 15;

export async function loadWorkshop(
  setting: DemoSetting,
  { organiser }: DemoConsultation,
  consultation: Consultation,
  demo: DemoWorkshop,
): Promise<{ readonly hold: () => Promise<void> }> {
  const { deps, policy, clock, account, group } = setting;
  const clauseWords = createReadClauseWords(deps);
  const { clauses } = await deps.repos.versions.text(consultation.versionId);
  const placeOf = createPlaces(clauses);
  const facilitator = account(demo.facilitator);
  const asOfHour = (hour: string, later = 0) => ({
    ...asOf(deps, clock.at(demo.day + later, hour)),
    clauseWords,
  });
  const [on = ""] = clock.local(demo.day, "09:00").split("T");
  const prepared = { ...asOf(deps, consultation.opensAt), clauseWords };
  const id = await createPlanWorkshop(prepared).create(account(organiser), policy, {
    consultationId: consultation.id,
    title: demo.title,
    place: demo.place,
    on,
    from: "09:00",
    to: "12:30",
    quota: null,
    agenda: demo.agenda.map((place) => ({ cid: placeOf(place), minutes: MINUTES_A_CLAUSE })),
    invitations: demo.invited.map(({ group: name, count }) => ({
      groupId: group(name),
      invited: count,
      quota: null,
      names: "",
    })),
  });
  const read = async () => found(await deps.repos.workshops.get(policy.id, id));

  return {
    async hold() {
      await createPlanWorkshop(asOfHour("09:00")).step(facilitator, await read(), "start");
      const attending = createCheckIn(asOfHour("09:05"));
      const present = await read();
      for (const { group: name, count } of demo.attended) {
        for (let number = 1; number <= count; number += 1) {
          const person = {
            id: deps.randomId() as ContributionId,
            name: `Peserta ${number}`,
            groupId: group(name),
            unitId: null,
          };
          await attending.byTeam(present, person);
        }
      }
      const record = createRecordEntry(asOfHour("10:00"));
      const given: Given[] = [];
      for (const input of demo.entries) {
        const cid = input.place === null ? null : placeOf(input.place);
        const by = { kind: "team", account: facilitator, groupId: group(input.group) } as const;
        const entry = { id: deps.randomId() as ContributionId, cid, table: null, words: input.text };
        const recorded = await record(present, by, entry);
        given.push({ input, id: recorded.id });
      }
      await createPlanWorkshop(asOfHour("12:30")).step(facilitator, await read(), "close");
      const keep = createKeepMinutes(asOfHour("15:00"));
      const paragraphs = demo.minutes.map((text) => ({ cid: null, text }));
      const closed = await read();
      await keep.write(closed, closed.draftRevision, { paragraphs });
      await keep.publish(facilitator, await read());
      const published = await read();
      const end = asOf(deps, (published.minutesAt ?? 0) + CORRECTION_MS);
      if (end.now() <= deps.now()) await createKeepMinutes({ ...end, clauseWords }).settle(published);
      await answerInputs(setting, given);
    },
  };
}
