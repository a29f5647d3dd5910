import type { Messages } from "../locale.ts";

export interface ResultTableTexts {
  /** Names of the tables, and of the sheets. */
  readonly figures: string;
  readonly groups: string;
  readonly index: string;
  readonly question: string;
  readonly row: string;
  readonly clauses: string;
  readonly group: string;
  readonly n: string;
  readonly answer: string;
  readonly count: string;
  readonly mean: string;
  readonly element: string;
  readonly value: string;
  readonly everyone: string;
  readonly others: string;
  readonly nothing: string;
}

export const resultTableTexts: Messages<ResultTableTexts> = {
  id: {
    figures: "Hasil",
    groups: "Kelompok",
    index: "SKM",
    question: "Pertanyaan",
    row: "Baris",
    clauses: "Ketentuan",
    group: "Kelompok",
    n: "n",
    answer: "Jawaban",
    count: "Jumlah",
    mean: "Rata-rata",
    element: "Unsur",
    value: "Indeks",
    everyone: "Semua",
    others: "Lainnya",
    nothing:
      "Hasil belum dapat ditampilkan: survei belum ditutup, atau yang menjawab kurang dari lima orang.",
  },
  en: {
    figures: "Results",
    groups: "Groups",
    index: "SKM",
    question: "Question",
    row: "Row",
    clauses: "Clauses",
    group: "Group",
    n: "n",
    answer: "Answer",
    count: "Count",
    mean: "Mean",
    element: "Element",
    value: "Index",
    everyone: "All",
    others: "Others",
    nothing: "Results cannot be shown yet: the survey has not closed, or fewer than five people answered.",
  },
};
