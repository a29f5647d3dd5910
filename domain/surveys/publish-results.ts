/** From responses to what may be published of them: nothing else of a survey leaves the server as a figure. [SV30-SV42] */
import type { IdentityRule } from "../consultations/consultation.ts";
import type { Cid, EpochMs, GroupId } from "../ids.ts";
import {
  SMALLEST_GROUP,
  type ClauseResult,
  type Figures,
  type GroupFigures,
  type QuestionResult,
  type ResultsAvailability,
  type ResultUnit,
  type SkmResult,
  type SurveyResults,
} from "./results.ts";
import { distributionsShown, groupsByThemselves, isTooFew, shownBesideTotal } from "./suppression.ts";
import { skmBand, skmIndex } from "./skm.ts";
import {
  questionsOf,
  type QuestionType,
  type QuotedClause,
  type SurveyDefinition,
  type SurveyPhase,
} from "./survey.ts";
import { askedOf, countablesOf, figuresOf, type Countable, type CountedResponse } from "./tally.ts";

export const OTHERS = "lainnya";

export interface PublishInput {
  readonly definition: SurveyDefinition;
  readonly quotes: readonly QuotedClause[];
  readonly rule: IdentityRule;
  readonly phase: SurveyPhase;
  readonly target: number | null;
  readonly groups: readonly { readonly groupId: GroupId; readonly name: string }[];
  readonly responses: readonly CountedResponse[];
  /** Answers to each text question. */
  readonly texts: ReadonlyMap<string, number>;
  readonly inboxPath: (questionId: string) => string;
  readonly now: EpochMs;
}

export function publishResults(input: PublishInput): SurveyResults {
  const { definition, rule, phase, responses, target, texts, inboxPath, now } = input;
  const availability = availabilityOf(rule, phase, responses.length);
  const empty: SurveyResults = {
    availability,
    computedAt: now,
    responses: responses.length,
    target,
    perDeviceOnly: rule === "open",
    units: [],
    folded: [],
    questions: [],
    clauses: [],
    texts: questionsOf(definition).flatMap(({ id, type, words }) =>
      type === "text"
        ? [{ questionId: id, words, answers: texts.get(id) ?? 0, inboxPath: inboxPath(id) }]
        : [],
    ),
  };
  if (availability !== "shown") return empty;

  const { units, unitOf, folded } = unitsOf(input);
  const asked = askedOf(definition, responses);
  const questions = countablesOf(definition).map((countable) =>
    questionResult(countable, responses, asked, units, unitOf),
  );
  const index = skmResult(definition, questions, units);
  return {
    ...empty,
    units,
    folded,
    questions,
    clauses: clauseResults(questions, input.quotes),
    ...(index && { index }),
  };
}

/** [SV30, SV36] */
export function availabilityOf(
  rule: IdentityRule,
  phase: SurveyPhase,
  responses: number,
): ResultsAvailability {
  if ((rule === "anonymous" || rule === "code") && phase !== "closed") return "after-closing";
  return responses < SMALLEST_GROUP ? "too-few" : "shown";
}

interface Units {
  readonly units: readonly ResultUnit[];
  readonly unitOf: (groupId: string | null) => string;
  readonly folded: readonly string[];
}

function unitsOf({ groups, responses }: PublishInput): Units {
  const sizeOf = (groupId: string | null) => responses.filter((each) => each.groupId === groupId).length;
  const sized = groups.map(({ groupId, name }) => ({
    key: groupId as string,
    groupId,
    name,
    n: sizeOf(groupId),
  }));
  const ungrouped = responses.length - sized.reduce((total, { n }) => total + n, 0);
  const own = groupsByThemselves(sized, ungrouped);
  const shown = sized.filter(({ key }) => own.has(key));
  const rest = responses.length - shown.reduce((total, { n }) => total + n, 0);
  const others = { key: OTHERS, groupId: null, name: "", n: rest };
  return {
    // One unit would only repeat the total.
    units: shown.length === 0 ? [] : rest > 0 ? [...shown, others] : shown,
    unitOf: (groupId) => (groupId !== null && own.has(groupId) ? groupId : OTHERS),
    folded: sized.filter(({ key }) => !own.has(key)).map(({ name }) => name),
  };
}

function questionResult(
  { question, row, answerOf }: Countable,
  responses: readonly CountedResponse[],
  asked: readonly ReadonlySet<string>[],
  units: readonly ResultUnit[],
  unitOf: (groupId: string | null) => string,
): QuestionResult {
  const askedNow = responses.filter((_, at) => asked[at]?.has(question.id));
  const given = askedNow.flatMap(({ groupId, answers }) => {
    const answer = answerOf(answers);
    return answer === undefined ? [] : [{ unit: unitOf(groupId), answer }];
  });
  const told = {
    questionId: question.id,
    type: question.type,
    ...(row && { row }),
    words: question.words,
    targets: question.targets,
  };
  if (isTooFew(given.length)) {
    return { ...told, missing: null, notAsked: null, all: null, groups: [], suppressed: true };
  }
  const byUnit = units.map(({ key }) => {
    const figures = figuresOf(
      question,
      given.flatMap(({ unit, answer }) => (unit === key ? [answer] : [])),
    );
    return { key, n: figures.n, figures, counts: cellsOf(question.type, figures) };
  });
  const shown = shownBesideTotal(byUnit);
  const distributed = distributionsShown(byUnit, shown);
  const groups = byUnit.flatMap(({ key, figures }): GroupFigures[] => {
    if (!shown.has(key)) return [];
    if (distributed.has(key)) return [{ ...figures, unit: key }];
    const { places, ...kept } = figures;
    // Of two options the mean place says how many put one first.
    const telling = places !== undefined && places.length <= 2;
    return [{ ...kept, ...(places && !telling && { places }), unit: key, counts: null }];
  });
  return {
    ...told,
    missing: askedNow.length - given.length,
    notAsked: responses.length - askedNow.length,
    all: figuresOf(
      question,
      given.map(({ answer }) => answer),
    ),
    groups,
    suppressed: groups.length < units.length,
  };
}

/** Sizes of the sets that a distribution tells: of several that may be chosen, also of those who did not choose one. */
function cellsOf(type: QuestionType, { n, counts }: Figures): number[] {
  const chosen = (counts ?? []).map(({ count }) => count);
  return type === "multiple" ? [...chosen, ...chosen.map((count) => n - count)] : chosen;
}

function clauseResults(
  questions: readonly QuestionResult[],
  quotes: readonly QuotedClause[],
): ClauseResult[] {
  const about = (cid: Cid) => questions.filter(({ targets }) => targets.some((target) => target.cid === cid));
  return quotes.flatMap(({ cid, citation }) => {
    const found = about(cid).map(({ questionId, row }) => ({ questionId, ...(row && { row: row.id }) }));
    return found.length === 0 ? [] : [{ cid, citation, questions: found }];
  });
}

function skmResult(
  { index }: SurveyDefinition,
  questions: readonly QuestionResult[],
  units: readonly ResultUnit[],
): SkmResult | null {
  if (!index) return null;
  const asked = index.questions.flatMap((id) => questions.find(({ questionId }) => questionId === id) ?? []);
  const elements = asked.flatMap(({ questionId, all }) =>
    all?.mean ? [{ questionId, mean: all.mean }] : [],
  );
  if (elements.length !== index.questions.length) return null;
  const value = skmIndex(elements.map(({ mean }) => mean));
  const groups = units.flatMap(({ key }) => {
    const means = asked.flatMap(({ groups: each }) => each.find(({ unit }) => unit === key)?.mean ?? []);
    if (means.length !== elements.length) return [];
    const own = skmIndex(means);
    return [{ unit: key, index: own, band: skmBand(own) }];
  });
  return { index: value, band: skmBand(value), elements, groups };
}
