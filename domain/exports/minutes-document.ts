/** Minutes of a workshop as a document. */
import type { Locale } from "../locale.ts";
import type { MinutesDocument, MinutesEntry, MinutesSection } from "../workshops/minutes.ts";
import type { VoteCounts } from "../workshops/workshop.ts";
import type { DocBlock, DocCell, DocTable } from "./document.ts";
import { exportTexts } from "./exports.intl.ts";

export interface MinutesSource {
  readonly document: MinutesDocument;
  readonly corrections: readonly {
    readonly number: number;
    readonly text: string;
    readonly outcome: "accepted" | "refused" | null;
    readonly reason: string | null;
  }[];
  readonly confirmations: number;
}

export function minutesBlocks(
  { document, corrections, confirmations }: MinutesSource,
  locale: Locale,
): DocBlock[] {
  const t = exportTexts[locale];
  const { minutes } = t;
  const { attendance, sections } = document;
  return [
    { type: "heading", text: minutes.attendance },
    { type: "text", text: minutes.attendees(String(attendance.total)) },
    {
      type: "table",
      table: {
        caption: minutes.attendance,
        columns: [
          { title: t.columns.group, width: 30 },
          { title: minutes.invited, width: 12 },
          { title: minutes.attended, width: 12 },
        ],
        rows: attendance.groups.map(({ name, invited, attended }): DocCell[] => [
          name ?? t.noGroup,
          invited,
          attended,
        ]),
        empty: t.empty.participation,
      },
    },
    ...sections.flatMap((section) => sectionBlocks(section, locale)),
    { type: "heading", text: minutes.corrections },
    { type: "facts", items: [[minutes.confirmations, String(confirmations)]] },
    {
      type: "table",
      table: {
        caption: minutes.corrections,
        columns: [
          { title: t.columns.no, width: 5 },
          { title: minutes.correction, width: 40 },
          { title: t.columns.decision, width: 16 },
          { title: t.columns.reason, width: 30 },
        ],
        rows: corrections.map(({ number, text, outcome, reason }): DocCell[] => [
          number,
          text,
          outcome === null ? minutes.undecided : minutes[outcome],
          reason ?? "",
        ]),
        empty: minutes.noCorrections,
      },
    },
  ];
}

function sectionBlocks(section: MinutesSection, locale: Locale): DocBlock[] {
  const { minutes } = exportTexts[locale];
  const { label, text, paragraphs, clusters, entries, questions } = section;
  return [
    { type: "heading", text: label === "" ? minutes.wholeDraft : label },
    ...(text === "" ? [] : [{ type: "text", text } as const]),
    ...paragraphs.map((paragraph): DocBlock => ({ type: "text", text: paragraph })),
    ...clusters.map(({ heading, entries: inside }): DocBlock => ({
      type: "table",
      table: entryTable(heading, inside, locale),
    })),
    ...(entries.length > 0 || clusters.length === 0
      ? [{ type: "table", table: entryTable(minutes.entries, entries, locale) } as const]
      : []),
    ...(questions.length === 0
      ? []
      : [
          {
            type: "table",
            table: {
              caption: minutes.question,
              columns: [{ title: minutes.question, width: 40 }, ...voteColumns(locale)],
              rows: questions.map(({ words, votes }): DocCell[] => [words, ...voteCells(votes)]),
              empty: minutes.noEntries,
            },
          } as const,
        ]),
  ];
}

function entryTable(caption: string, entries: readonly MinutesEntry[], locale: Locale): DocTable {
  const { columns, minutes } = exportTexts[locale];
  const voted = entries.some(({ votes }) => votes !== undefined);
  return {
    caption,
    columns: [
      { title: columns.no, width: 5 },
      { title: columns.group, width: 18 },
      { title: columns.words, width: 50 },
      ...(voted ? voteColumns(locale) : []),
    ],
    rows: entries.map(({ number, group, table, words, votes }): DocCell[] => [
      number,
      [group, table && minutes.table(table)].filter(Boolean).join(", "),
      words,
      ...(voted ? voteCells(votes) : []),
    ]),
    empty: minutes.noEntries,
  };
}

function voteColumns(locale: Locale) {
  const { agree, neutral, disagree } = exportTexts[locale].minutes;
  return [agree, neutral, disagree].map((title) => ({ title, width: 9 }));
}

const voteCells = (votes: VoteCounts | undefined): DocCell[] =>
  votes ? [votes.agree, votes.neutral, votes.disagree] : ["", "", ""];
