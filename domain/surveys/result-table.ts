/** Results as tables for a spreadsheet: exactly what is shown, one answer of one group a row. */
import type { DocCell, DocColumn, DocTable } from "../exports/document.ts";
import type { ResultTableTexts } from "./result-table.intl.ts";
import type { Figures, SurveyResults } from "./results.ts";
import type { QuotedClause } from "./survey.ts";

type Row = readonly DocCell[];

const columns = (...titles: readonly (readonly [string, number])[]): DocColumn[] =>
  titles.map(([title, width]) => ({ title, width }));

/** Figures, groups, and the SKM index where there is one. What is suppressed has no row: an empty cell could be told from a zero. [SV31] */
export function resultTables(
  results: SurveyResults,
  quotes: readonly QuotedClause[],
  t: ResultTableTexts,
): DocTable[] {
  const { units, index } = results;
  const nameOf = new Map(units.map(({ key, name }) => [key, name || t.others]));
  const wordsOf = new Map(results.questions.map(({ questionId, words }) => [questionId, words]));
  return [
    {
      caption: t.figures,
      columns: columns(
        [t.question, 40],
        [t.row, 20],
        [t.clauses, 20],
        [t.group, 20],
        [t.n, 8],
        [t.answer, 30],
        [t.count, 8],
        [t.mean, 10],
      ),
      rows: figureTable(results, quotes, nameOf, t),
      empty: t.nothing,
    },
    {
      caption: t.groups,
      columns: columns([t.group, 40], [t.n, 8]),
      rows: [[t.everyone, results.responses], ...units.map(({ key, n }): Row => [nameOf.get(key) ?? key, n])],
      empty: t.nothing,
    },
    ...(index
      ? [
          {
            caption: t.index,
            columns: columns([t.element, 60], [t.n, 8], [t.mean, 10]),
            rows: [
              ...index.elements.map(({ questionId, mean }): Row => [
                wordsOf.get(questionId) ?? "",
                mean.n,
                mean.rounded,
              ]),
              [`${t.value} (${index.band})`, "", index.index],
            ],
            empty: t.nothing,
          },
        ]
      : []),
  ];
}

function figureTable(
  { questions }: SurveyResults,
  quotes: readonly QuotedClause[],
  nameOf: ReadonlyMap<string, string>,
  t: ResultTableTexts,
): Row[] {
  const citation = new Map(quotes.map((quote) => [quote.cid, quote.citation]));
  return questions.flatMap(({ words, row, targets, all, groups }) => {
    if (!all) return [];
    const clauses = targets.map(({ cid }) => citation.get(cid) ?? "").join("; ");
    const start = [words, row?.words ?? "", clauses];
    return [
      ...figureRows([...start, t.everyone], all),
      ...groups.flatMap((group) => figureRows([...start, nameOf.get(group.unit) ?? group.unit], group)),
    ];
  });
}

/** A row per answer; one row where how they are distributed is kept back. Of a ranking the mean is that of the option's place. */
function figureRows(start: Row, { n, counts, mean, places }: Figures): Row[] {
  const own = mean?.rounded ?? "";
  const placeOf = new Map(places?.map(({ key, mean: place }) => [key, place.rounded]));
  if (!counts) return [[...start, n, "", "", own]];
  return counts.map(({ key, words, count }) => {
    const answer = mean ? (words ? `${key} (${words})` : key) : words;
    return [...start, n, answer, count, placeOf.get(key) ?? own];
  });
}
