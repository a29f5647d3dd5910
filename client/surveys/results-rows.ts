/** Results as rows for a spreadsheet: exactly what is shown, one answer of one group a row. Pure. */
import type { Figures, SurveyResults } from "../../domain/surveys/results.ts";
import type { QuotedClause } from "../../domain/surveys/survey.ts";

export interface RowTexts {
  readonly csvHead: readonly string[];
  readonly everyone: string;
  readonly others: string;
}

type Row = readonly (string | number)[];

/** What is suppressed has no row: an empty cell could be told from a zero. */
export function resultRows(
  results: SurveyResults,
  quotes: readonly QuotedClause[],
  t: RowTexts,
): readonly Row[] {
  const citation = new Map(quotes.map((quote) => [quote.cid, quote.citation]));
  const nameOf = new Map(results.units.map(({ key, name }) => [key, name || t.others]));
  const rows = results.questions.flatMap(({ words, row, targets, all, groups }) => {
    if (!all) return [];
    const clauses = targets.map(({ cid }) => citation.get(cid) ?? "").join("; ");
    const start = [words, row?.words ?? "", clauses];
    return [
      ...figureRows([...start, t.everyone], all),
      ...groups.flatMap((group) => figureRows([...start, nameOf.get(group.unit) ?? group.unit], group)),
    ];
  });
  return [t.csvHead, ...rows];
}

function figureRows(start: Row, { n, counts, mean, places }: Figures): Row[] {
  const meanCell = mean ? mean.rounded : "";
  const placeOf = new Map(places?.map(({ key, mean: place }) => [key, place.rounded]));
  if (!counts) return [[...start, n, "", "", meanCell]];
  return counts.map(({ key, words, count }) => [
    ...start,
    n,
    words ? (mean ? `${key} (${words})` : words) : key,
    count,
    placeOf.get(key) ?? meanCell,
  ]);
}
