import type { CountedInstrument, GroupCount } from "../../db/repos/consultation-figures.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type {
  ConsultationFigures,
  InstrumentFigures,
} from "../../domain/consultations/consultations.contract.ts";
import { shownParticipation, totalParticipation } from "../../domain/consultations/participation.ts";
import type { GroupId } from "../../domain/ids.ts";
import { RULE_TABLE } from "../../domain/participation/participation.ts";
import type { Deps } from "../deps.ts";

export function createCountParticipation({ repos, now }: Pick<Deps, "repos" | "now">) {
  /** Figures of a consultation as the team and its report show them. [CO12, CO13] */
  return async function countParticipation(consultation: Consultation): Promise<ConsultationFigures> {
    const { id } = consultation;
    const figures = repos.consultationFigures;
    const [comments, submissions, surveys, workshops] = await Promise.all([
      figures.comments(id),
      figures.submissions(id),
      figures.surveys(id),
      figures.workshops(id),
    ]);
    const targets = new Map(consultation.groups.map(({ groupId, target }) => [groupId, target]));
    // Guests of a workshop may be of groups that the consultation did not address.
    const guests = [comments, submissions, ...workshops.map(({ counts }) => counts)]
      .flat()
      .flatMap(({ groupId }) => (groupId !== null && !targets.has(groupId) ? [groupId] : []));
    const groupIds = [...new Set([...targets.keys(), ...guests])];
    const names = await repos.consultations.groupNames(groupIds);
    const whole = (kind: InstrumentFigures["kind"], counts: readonly GroupCount[]) =>
      figuresOf(kind, { id: null, title: null, counts, asked: null }, groupIds);
    return {
      computedAt: now(),
      groups: groupIds.map((groupId) => ({
        groupId,
        name: names.get(groupId) ?? "",
        target: targets.get(groupId) ?? null,
      })),
      instruments: [
        ...(consultation.comments !== null || comments.length > 0 ? [whole("comments", comments)] : []),
        ...surveys.map((survey) => figuresOf("survey", survey, groupIds)),
        ...workshops.map((workshop) => figuresOf("workshop", workshop, groupIds)),
        ...(consultation.submissions || submissions.length > 0 ? [whole("submissions", submissions)] : []),
      ],
    };
  };
}

type Counted = Omit<CountedInstrument, "id" | "title"> & {
  readonly id: string | null;
  readonly title: string | null;
};

function figuresOf(
  kind: InstrumentFigures["kind"],
  { id, title, counts, asked, survey }: Counted,
  groupIds: readonly GroupId[],
): InstrumentFigures {
  const waits = survey && survey.state !== "closed" && RULE_TABLE[survey.rule].promisesAnonymity;
  const shown = waits ? totalParticipation(counts, groupIds) : shownParticipation(counts, groupIds, asked);
  return { kind, id, title, ...shown };
}
