import type { SkmBand } from "../../domain/surveys/results.ts";
import type { Messages } from "../../domain/locale.ts";

export interface ResultTexts {
  lead: string;
  afterClosingTitle: string;
  afterClosingText: string;
  tooFewTitle: string;
  tooFewText: string;
  responses: (count: string) => string;
  responsesOfTarget: (count: string, target: string, percent: string) => string;
  perDevice: string;
  groupsShown: (groups: string) => string;
  folded: (groups: string) => string;
  noGroups: string;
  others: string;
  view: string;
  byQuestion: string;
  byClause: string;
  general: string;
  csv: string;
  xlsx: string;
  print: string;
  // Sentences
  meanSays: (mean: string, highest: string, n: string) => string;
  topTwo: (percent: string, low: string, high: string) => string;
  mostSays: (percent: string, option: string, n: string) => string;
  tieSays: (n: string) => string;
  severalSays: (percent: string, option: string, n: string) => string;
  firstPlace: (option: string, mean: string, n: string) => string;
  missing: (count: string) => string;
  notAsked: (count: string) => string;
  nobody: string;
  hiddenQuestion: string;
  hiddenGroups: string;
  hiddenDistribution: string;
  // Tables
  answer: string;
  share: string;
  count: string;
  percent: (value: string) => string;
  distributionOf: (question: string) => string;
  groupsOf: (question: string) => string;
  group: string;
  n: string;
  mean: string;
  place: string;
  meanPlace: string;
  first: string;
  rankingOf: (question: string) => string;
  notShown: string;
  all: string;
  // Texts
  texts: string;
  textAnswers: (count: string) => string;
  textHidden: string;
  toInbox: string;
  // SKM
  index: string;
  indexSays: (index: string, band: string, words: string) => string;
  bands: Readonly<Record<SkmBand, string>>;
  elements: string;
  element: string;
  indexMethod: string;
  computed: (at: string) => string;
  question: (number: number) => string;
}

export const resultTexts: Messages<ResultTexts> = {
  id: {
    lead: "Angka dari jawaban tertutup. Kelompok dengan kurang dari lima orang tidak pernah ditampilkan sendiri.",
    afterClosingTitle: "Hasil tampil setelah survei ditutup",
    afterClosingText:
      "Selama survei tanpa nama masih menerima jawaban, dua pembacaan yang berdekatan dapat menunjukkan jawaban satu orang. Jumlah jawaban tetap terlihat.",
    tooFewTitle: "Belum cukup jawaban untuk ditampilkan",
    tooFewText: "Hasil tampil sejak lima jawaban, agar jawaban seseorang tidak dapat ditebak.",
    responses: (count) => `${count} orang menjawab.`,
    responsesOfTarget: (count, target, percent) =>
      `${count} orang menjawab dari target ${target} (${percent}%).`,
    perDevice: "Terbuka untuk siapa saja: satu perangkat belum tentu satu orang.",
    groupsShown: (groups) => `Kelompok yang ditampilkan: ${groups}.`,
    folded: (groups) => `Masuk ke Lainnya: ${groups}. Mana yang kecil tidak disebutkan.`,
    noGroups: "Kelompok tidak ditampilkan, karena tidak ada dua yang cukup besar untuk dibedakan.",
    others: "Lainnya",
    view: "Susun menurut",
    byQuestion: "Pertanyaan",
    byClause: "Ketentuan",
    general: "Tidak tentang ketentuan tertentu",
    csv: "Unduh CSV",
    xlsx: "Unduh Excel (XLSX)",
    print: "Cetak",
    meanSays: (mean, highest, n) => `Rata-rata ${mean} dari ${highest}, menurut ${n} orang.`,
    topTwo: (percent, low, high) => `${percent}% memilih ${low} atau ${high}.`,
    mostSays: (percent, option, n) => `${percent}% memilih "${option}", terbanyak dari ${n} orang.`,
    tieSays: (n) => `Tidak ada satu jawaban yang terbanyak di antara ${n} orang.`,
    severalSays: (percent, option, n) =>
      `${percent}% dari ${n} orang memilih "${option}", paling sering dari semua pilihan.`,
    firstPlace: (option, mean, n) =>
      `"${option}" ditempatkan paling depan, rata-rata pada urutan ${mean}, menurut ${n} orang.`,
    missing: (count) => `${count} tidak menjawab.`,
    notAsked: (count) => `${count} tidak ditanya karena syaratnya.`,
    nobody: "Belum ada yang menjawab pertanyaan ini.",
    hiddenQuestion: "Yang menjawab kurang dari lima orang, jadi tidak ada angka yang ditampilkan.",
    hiddenGroups:
      "Sebagian kelompok tidak ditampilkan pada pertanyaan ini karena yang menjawab terlalu sedikit.",
    hiddenDistribution:
      "Rincian jawaban sebagian kelompok tidak ditampilkan karena ada jawaban yang dipilih terlalu sedikit orang.",
    answer: "Jawaban",
    share: "Bagian",
    count: "Jumlah",
    percent: (value) => `${value}%`,
    distributionOf: (question) => `Sebaran jawaban: ${question}`,
    groupsOf: (question) => `Menurut kelompok: ${question}`,
    group: "Kelompok",
    n: "n",
    mean: "Rata-rata",
    place: "Urutan",
    meanPlace: "Rata-rata urutan",
    first: "Ditempatkan pertama",
    rankingOf: (question) => `Urutan: ${question}`,
    notShown: "tidak ditampilkan",
    all: "Semua",
    texts: "Jawaban bebas",
    textAnswers: (count) => `${count} jawaban`,
    textHidden: "Jumlahnya tampil setelah survei ditutup.",
    toInbox: "Buka di daftar masukan",
    index: "Indeks Kepuasan Masyarakat",
    indexSays: (index, band, words) => `Indeks ${index}: mutu ${band}, ${words}.`,
    bands: { A: "sangat baik", B: "baik", C: "kurang baik", D: "tidak baik" },
    elements: "Sembilan unsur",
    element: "Unsur",
    indexMethod:
      "PermenPANRB 14/2017: rata-rata sembilan unsur dikali 25, dihitung tanpa pembulatan di tengah dan dibulatkan sekali di akhir.",
    computed: (at) => `Dihitung ${at}.`,
    question: (number) => `Pertanyaan ${number}`,
  },
  en: {
    lead: "Figures of closed answers. Groups with fewer than five people are never shown by themselves.",
    afterClosingTitle: "Results are shown once the survey has closed",
    afterClosingText:
      "While an anonymous survey takes answers, two readings close together could tell what one person said. The number of responses is shown.",
    tooFewTitle: "Not enough answers to show",
    tooFewText: "Results are shown from five responses on, so that nobody's answer can be guessed.",
    responses: (count) => `${count} people answered.`,
    responsesOfTarget: (count, target, percent) =>
      `${count} people answered of a target of ${target} (${percent}%).`,
    perDevice: "Open to anyone: one device need not be one person.",
    groupsShown: (groups) => `Groups shown: ${groups}.`,
    folded: (groups) => `Counted among Others: ${groups}. Which of them is small is not said.`,
    noGroups: "Groups are not shown, for no two are large enough to be told apart.",
    others: "Others",
    view: "Arrange by",
    byQuestion: "Question",
    byClause: "Clause",
    general: "Not about a certain clause",
    csv: "Download CSV",
    xlsx: "Download Excel (XLSX)",
    print: "Print",
    meanSays: (mean, highest, n) => `On average ${mean} of ${highest}, by ${n} people.`,
    topTwo: (percent, low, high) => `${percent}% chose ${low} or ${high}.`,
    mostSays: (percent, option, n) => `${percent}% chose "${option}", the most of ${n} people.`,
    tieSays: (n) => `No single answer was chosen most by the ${n} people.`,
    severalSays: (percent, option, n) =>
      `${percent}% of ${n} people chose "${option}", the most often chosen.`,
    firstPlace: (option, mean, n) => `"${option}" comes first, at place ${mean} on average, by ${n} people.`,
    missing: (count) => `${count} gave no answer.`,
    notAsked: (count) => `${count} were not asked, because of its condition.`,
    nobody: "Nobody has answered this question yet.",
    hiddenQuestion: "Fewer than five answered, so no figure is shown.",
    hiddenGroups: "Some groups are not shown for this question, for too few of them answered.",
    hiddenDistribution:
      "How some groups answered is not shown in detail, for some answers were chosen by too few.",
    answer: "Answer",
    share: "Share",
    count: "Count",
    percent: (value) => `${value}%`,
    distributionOf: (question) => `Distribution of answers: ${question}`,
    groupsOf: (question) => `By group: ${question}`,
    group: "Group",
    n: "n",
    mean: "Mean",
    place: "Place",
    meanPlace: "Mean place",
    first: "Put first",
    rankingOf: (question) => `Ranking: ${question}`,
    notShown: "not shown",
    all: "All",
    texts: "Free answers",
    textAnswers: (count) => `${count} answers`,
    textHidden: "Their number is shown once the survey has closed.",
    toInbox: "Open in the inbox",
    index: "Community satisfaction index",
    indexSays: (index, band, words) => `Index ${index}: band ${band}, ${words}.`,
    bands: { A: "very good", B: "good", C: "less good", D: "not good" },
    elements: "Nine elements",
    element: "Element",
    indexMethod:
      "PermenPANRB 14/2017: the mean of the nine element means times 25, in exact arithmetic, rounded once at the end.",
    computed: (at) => `Computed ${at}.`,
    question: (number) => `Question ${number}`,
  },
};
