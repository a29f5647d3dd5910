/** A survey of the demo: built, opened, answered so that the stated figures come out, and closed where it is over. */
import * as v from "valibot";
import { createRandom, rankingNear, scaleValues, shareValues, shuffled } from "../../db/demo/answers.ts";
import type { DemoConsultation, DemoQuestion, DemoSurvey } from "../../db/demo/demo-instruments.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { ContributionId, GroupId, SurveyId } from "../../domain/ids.ts";
import { definitionSchema } from "../../domain/surveys/definition.ts";
import type { Answer, Answers, Question } from "../../domain/surveys/survey.ts";
import { questionsOf } from "../../domain/surveys/survey.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { found } from "../http/refusals.ts";
import { createChangeSurvey } from "../surveys/change-survey.ts";
import { createCloseSurvey } from "../surveys/close-survey.ts";
import { answerAlike } from "./answer-inputs.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPlaces } from "./places.ts";

const LONGEST_ANSWER = 2_000;
/** Batches that are under way at once; the database commits what waits together. */
const AT_ONCE = 60;

interface Said {
  readonly id: ContributionId;
  readonly text: string;
}

export async function loadSurvey(
  setting: DemoSetting,
  { organiser, groups }: DemoConsultation,
  consultation: Consultation,
  demo: DemoSurvey,
): Promise<{ readonly answer: () => Promise<void> }> {
  const { deps, policy, clock, account, group } = setting;
  const { clauses } = await deps.repos.versions.text(consultation.versionId);
  const placeOf = createPlaces(clauses);
  const questions = demo.questions.map((question, at) => toQuestion(question, at, placeOf));
  const opensAt = Math.max(clock.at(demo.opensDay, "08:00"), consultation.opensAt);
  const closesAt = Math.min(clock.at(demo.closesDay, "18:00"), consultation.closesAt);
  const before = asOf(deps, clock.at(demo.opensDay, "07:00"));
  const change = createChangeSurvey(before);
  const answered = demo.responses.reduce((sum, { count }) => sum + count, 0);
  const id = await change.create(account(organiser), policy, {
    consultationId: consultation.id,
    title: demo.title,
    intro: demo.intro,
    rule: demo.rule,
    opensAt,
    closesAt,
    target: answered > 0 ? groups.reduce((sum, { target }) => sum + target, 0) : null,
    groups: groups.map(({ name, target }) => ({ groupId: group(name), eligible: target })),
    definition: v.parse(definitionSchema, { sections: [{ id: "s1", title: "", questions }] }),
  });

  return {
    async answer() {
      const { survey } = found(await deps.repos.surveys.setting(id));
      await change.open(account(organiser), survey);
      const saidIn = await respond(setting, id, consultation, demo);
      if (closesAt <= deps.now()) {
        const closing = createCloseSurvey(asOf(deps, closesAt));
        await closing.closeSurvey(found(await deps.repos.surveys.setting(id)), null);
      }
      for (const { words, answer } of demo.questions.flatMap((each) =>
        each.type === "text" ? (each.themes ?? []) : [],
      ))
        await answerAlike(
          setting,
          saidIn.filter(({ text }) => text.toLowerCase().includes(words.toLowerCase())),
          answer,
        );
    },
  };
}

function toQuestion(demo: DemoQuestion, at: number, placeOf: ReturnType<typeof createPlaces>): Question {
  const base = {
    id: `q${at + 1}`,
    words: demo.words,
    required: demo.required ?? false,
    targets: demo.place === null ? [] : [{ cid: placeOf(demo.place) }],
  };
  const options = (words: readonly string[]) =>
    words.map((each, index) => ({ id: `q${at + 1}o${index + 1}`, words: each }));
  switch (demo.type) {
    case "scale": {
      const [low, high] = demo.ends;
      return { ...base, type: "scale", scale: { from: 1, to: demo.points, low, high } };
    }
    case "single":
      return { ...base, type: "single", options: options(demo.options.map(({ words }) => words)) };
    case "ranking":
      return { ...base, type: "ranking", options: options(demo.options) };
    case "text":
      return { ...base, type: "text", maxLength: LONGEST_ANSWER };
  }
}

/** Answers of everybody, one column a question, each shuffled by itself so that nothing goes with anything. */
function columnsOf(
  demo: DemoSurvey,
  questions: readonly Question[],
  count: number,
): (Answer | undefined)[][] {
  return demo.questions.map((each, at) => {
    const random = createRandom(at + 1);
    const question = questions[at];
    const optionIds = question && "options" in question ? question.options.map(({ id }) => id) : [];
    const ranked = (order: readonly number[]) => order.map((position) => optionIds[position] ?? "");
    switch (each.type) {
      case "scale": {
        const values = each.counts
          ? each.counts.flatMap((chosen, value) => Array<number>(chosen).fill(value + 1))
          : scaleValues(each.points, count, each.mean ?? (each.points + 1) / 2);
        return shuffled(values, random);
      }
      case "single": {
        const shares = each.options.map(({ share }) => share ?? 100 / each.options.length);
        return shuffled(shareValues(shares, count), random).map((position) => optionIds[position] ?? "");
      }
      case "ranking":
        return Array.from({ length: count }, () => ranked(rankingNear(optionIds.length, random)));
      case "text": {
        const said = each.answers ?? [];
        return shuffled(
          Array.from({ length: count }, (_, person) => said[person]),
          random,
        );
      }
    }
  });
}

async function respond(
  { deps, clock, policy, group }: DemoSetting,
  id: SurveyId,
  consultation: Consultation,
  demo: DemoSurvey,
): Promise<readonly Said[]> {
  const { repos, randomId } = deps;
  const said: Said[] = [];
  const { survey, authority } = found(await repos.surveys.setting(id));
  const questions = questionsOf(survey.definition);
  const people = demo.responses.flatMap(({ group: name, count }) => Array<GroupId>(count).fill(group(name)));
  const columns = columnsOf(demo, questions, people.length);
  const random = createRandom(people.length);
  const last = Math.min(demo.closesDay, 0) - 1;

  async function respondOne(groupId: GroupId, person: number): Promise<void> {
    const day = demo.opensDay + 1 + Math.floor(random() * (last - demo.opensDay));
    const at = clock.at(day, "10:00");
    const on = dayIn(authority.timeZone, at);
    const closed: Record<string, Answer> = {};
    const texts: { readonly question: Question; readonly text: string }[] = [];
    for (const [index, question] of questions.entries()) {
      const answer = columns[index]?.[person];
      if (answer === undefined) continue;
      if (question.type !== "text") closed[question.id] = answer;
      else if (typeof answer === "string") texts.push({ question, text: answer });
    }
    await repos.surveyResponses.submit({
      survey,
      response: {
        surveyId: id,
        id: randomId(),
        rule: survey.rule,
        groupId,
        answeredOn: on,
        accountId: null,
        answers: closed satisfies Answers,
      },
      marks: [crypto.getRandomValues(new Uint8Array(32))],
      code: null,
      contributions: texts.flatMap(({ question, text }) => {
        const contributionId = randomId() as ContributionId;
        said.push({ id: contributionId, text });
        return repos.contributions.receiveStatements({
          id: contributionId,
          policyId: policy.id,
          consultationId: consultation.id,
          channel: "survey-text",
          sourceId: id,
          sourceItem: question.id,
          versionId: survey.versionId,
          targets: question.targets,
          groupId,
          unitId: null,
          author: { kind: "none" },
          text,
          stance: null,
          proposedText: null,
          createdOn: on,
          receivedAt: null,
        });
      }),
      now: at,
    });
  }

  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    await Promise.all(some.map((groupId, index) => respondOne(groupId, from + index)));
  }
  return said;
}
