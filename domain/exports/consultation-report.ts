/** Report of a consultation: figures, participation against target, what followed, what is not answered. [EX6] */
import { CHANNELS } from "../contributions/contribution.ts";
import { isAnswered } from "../contributions/handling.ts";
import { OUTCOMES } from "../dispositions/disposition.ts";
import type { Locale } from "../locale.ts";
import { answerFigures } from "./answer-figures.ts";
import type { DocBlock, DocCell, DocTable } from "./document.ts";
import { inTextOrder, type ExportInput } from "./export-input.ts";
import { dayWords, exportTexts } from "./exports.intl.ts";
import { followUpWords, groupWords, inputWords, placeWords } from "./input-words.ts";

/** As `domain/consultations` lets it be shown. */
export interface ReportParticipation {
  readonly groups: readonly { readonly name: string; readonly target: number | null }[];
  readonly instruments: readonly {
    readonly kind: "comments" | "survey" | "workshop" | "submissions";
    readonly title: string | null;
    readonly total: number;
    /** Parallel to `groups`; null where it is counted among the others. */
    readonly byGroup: readonly (number | null)[];
    readonly others: number;
  }[];
}

export interface ReportSource {
  readonly inputs: readonly ExportInput[];
  readonly participation: ReportParticipation;
  readonly summary: string;
  readonly whatHappens: string;
}

export function consultationReport(
  { inputs, participation, summary, whatHappens }: ReportSource,
  locale: Locale,
): DocBlock[] {
  const t = exportTexts[locale];
  const { report } = t;
  const figures = answerFigures(inputs);
  const number = (value: number): string =>
    new Intl.NumberFormat(t.tag, { maximumFractionDigits: 1 }).format(value);
  const share = figures.shareAnswered === null ? null : number(figures.shareAnswered);
  const days = figures.medianDays === null ? null : number(figures.medianDays);
  const { received, withdrawn, answered, open } = figures;
  return [
    { type: "heading", text: report.summary },
    { type: "text", text: summary },
    {
      type: "text",
      text: report.lead({
        received: number(received),
        answered: number(answered),
        open: number(open),
        share,
        days,
      }),
    },
    {
      type: "facts",
      items: [
        [report.received, number(received)],
        [report.withdrawn, number(withdrawn)],
        [report.answered, number(answered)],
        [report.open, number(open)],
        [report.share, share === null ? t.noTarget : `${share} %`],
        [report.median, days === null ? t.noTarget : report.days(days)],
      ],
    },
    { type: "heading", text: report.whatHappens },
    { type: "text", text: whatHappens },
    { type: "heading", text: report.participation },
    { type: "table", table: participationTable(participation, locale) },
    { type: "text", text: report.participationNote },
    { type: "heading", text: report.byChannel },
    { type: "table", table: channelTable(inputs, locale) },
    { type: "heading", text: report.byOutcome },
    { type: "table", table: outcomeTable(inputs, locale) },
    { type: "heading", text: report.changes },
    { type: "table", table: changesTable(inputs, locale) },
    { type: "heading", text: report.unanswered },
    { type: "table", table: unansweredTable(inputs, locale) },
  ];
}

function participationTable({ groups, instruments }: ReportParticipation, locale: Locale): DocTable {
  const t = exportTexts[locale];
  const shown = (value: number | null): DocCell => value ?? t.hiddenGroup;
  return {
    caption: t.report.participation,
    columns: [
      { title: t.columns.group, width: 24 },
      { title: t.columns.target, width: 10 },
      ...instruments.map(({ kind, title }) => ({
        title: title === null ? t.report.instrument[kind] : `${t.report.instrument[kind]}: ${title}`,
        width: 14,
      })),
    ],
    rows:
      instruments.length === 0
        ? []
        : [
            ...groups.map(({ name, target }, at): DocCell[] => [
              name,
              target ?? t.noTarget,
              ...instruments.map(({ byGroup }) => shown(byGroup[at] ?? null)),
            ]),
            [t.others, t.noTarget, ...instruments.map(({ others }) => others)],
            [t.total, totalTarget(groups) ?? t.noTarget, ...instruments.map(({ total }) => total)],
          ],
    empty: t.empty.participation,
  };
}

function totalTarget(groups: ReportParticipation["groups"]): number | null {
  const targets = groups.flatMap(({ target }) => (target === null ? [] : [target]));
  return targets.length === 0 ? null : targets.reduce((sum, target) => sum + target, 0);
}

/** Every input in one line and the total below. */
function sums(
  caption: string,
  name: string,
  lines: readonly (readonly [string, number])[],
  locale: Locale,
): DocTable {
  const t = exportTexts[locale];
  const total = lines.reduce((sum, [, count]) => sum + count, 0);
  return {
    caption,
    columns: [
      { title: name, width: 40 },
      { title: t.columns.count, width: 12 },
    ],
    rows: [...lines.map(([words, count]): DocCell[] => [words, count]), [t.total, total]],
    empty: t.empty.matrix,
  };
}

function channelTable(inputs: readonly ExportInput[], locale: Locale): DocTable {
  const t = exportTexts[locale];
  const lines = CHANNELS.map((channel) => {
    const count = inputs.filter((input) => input.channel === channel).length;
    return [t.channel[channel], count] as const;
  });
  return sums(t.report.byChannel, t.columns.channel, lines, locale);
}

function outcomeTable(inputs: readonly ExportInput[], locale: Locale): DocTable {
  const t = exportTexts[locale];
  const answered = inputs.filter(({ state, answer }) => isAnswered(state) && answer !== null);
  const figures = answerFigures(inputs);
  const lines = OUTCOMES.map((outcome) => {
    const count = answered.filter(({ answer }) => answer?.outcome === outcome).length;
    return [t.outcome[outcome], count] as const;
  });
  return sums(
    t.report.byOutcome,
    t.columns.outcome,
    [...lines, [t.notAnswered, figures.open], [t.report.withdrawn, figures.withdrawn]],
    locale,
  );
}

/** One line per clause and version. */
function changesTable(inputs: readonly ExportInput[], locale: Locale): DocTable {
  const t = exportTexts[locale];
  const changes = Map.groupBy(
    inputs
      .filter(({ state, answer }) => isAnswered(state) && (answer?.change ?? null) !== null)
      .toSorted(inTextOrder),
    ({ answer }) => `${answer?.change?.citation}\n${answer?.change?.version}`,
  );
  return {
    caption: t.report.changes,
    columns: [
      { title: t.columns.followUp, width: 40 },
      { title: t.columns.version, width: 16 },
      { title: t.columns.count, width: 12 },
    ],
    rows: [...changes.values()].map((group): DocCell[] => {
      const answer = group[0]?.answer ?? null;
      const version = answer?.change?.version;
      return [followUpWords(answer, locale), version ? t.changeVersion(version) : t.noChange, group.length];
    }),
    empty: t.empty.changes,
  };
}

function unansweredTable(inputs: readonly ExportInput[], locale: Locale): DocTable {
  const t = exportTexts[locale];
  const open = inputs.filter(
    ({ state, answer }) => state !== "withdrawn" && !(isAnswered(state) && answer !== null),
  );
  return {
    caption: t.report.unanswered,
    columns: [
      { title: t.columns.no, width: 5 },
      { title: t.columns.date, width: 12 },
      { title: t.columns.group, width: 18 },
      { title: t.columns.place, width: 16 },
      { title: t.columns.words, width: 42 },
      { title: t.columns.state, width: 14 },
    ],
    rows: open
      .toSorted(inTextOrder)
      .map((input, at): DocCell[] => [
        at + 1,
        dayWords(input.createdOn, t.tag),
        groupWords(input, locale),
        placeWords(input, locale),
        inputWords(input, locale),
        t.state[input.state],
      ]),
    empty: t.empty.unanswered,
  };
}
