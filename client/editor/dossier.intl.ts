/** Words of the clause dossier beside the text, and of the figures in the outline. */
import type { LineageFact } from "../../domain/versions/lineage.ts";
import type { Messages } from "../../domain/locale.ts";

export type Dispute = "calm" | "mixed" | "split";

interface DossierTexts {
  inputs: string;
  proposals: string;
  wholeText: string;
  chooseClause: string;
  noInputs: string;
  noInputsText: string;
  noProposals: string;
  noProposalsText: string;
  summary: (received: string, open: string) => string;
  votes: {
    support: (n: string) => string;
    "support-with-change": (n: string) => string;
    against: (n: string) => string;
  };
  openInInbox: string;
  openInbox: string;
  answerIt: string;
  openIt: string;
  more: string;
  answers: string;
  apply: string;
  applyName: (words: string) => string;
  appliedToast: string;
  appliedReason: string;
  answerNow: string;
  same: string;
  severalClauses: string;
  clauseGone: string;
  from: (who: string) => string;
  changed: string;
  unchanged: string;
  versions: string;
  live: string;
  versionNumber: (n: number, label: string) => string;
  fact: Record<LineageFact["fact"], string>;
  compare: string;
  figures: string;
  figureMean: (mean: string, n: string) => string;
  figureN: (n: string) => string;
  figureFew: string;
  raise: string;
  raiseTitle: string;
  raiseText: string;
  raiseWords: string;
  raiseSuggestion: (question: string, figure: string) => string;
  raised: string;
  dispute: Record<Dispute, string>;
  /** Beside its shape. */
  disputeShort: Record<Dispute, string>;
  heat: (received: string, open: string) => string;
  heatAllAnswered: (received: string) => string;
  onlyOpen: string;
  legend: string;
  nothingOpen: string;
}

export const dossierTexts: Messages<DossierTexts> = {
  id: {
    inputs: "Masukan",
    proposals: "Usulan",
    wholeText: "Ketentuan ini",
    chooseClause: "Letakkan kursor pada sebuah ketentuan untuk melihat apa yang dikatakan tentangnya.",
    noInputs: "Belum ada masukan",
    noInputsText:
      "Komentar, jawaban survei, catatan lokakarya, dan usulan tentang ketentuan ini tampil di sini.",
    noProposals: "Belum ada usulan rumusan",
    noProposalsText:
      "Rumusan yang diusulkan untuk ketentuan ini tampil di sini dan dapat diterapkan ke naskah.",
    summary: (received, open) => `${received} masukan, ${open} menunggu jawaban`,
    votes: {
      support: (n) => `${n} mendukung`,
      "support-with-change": (n) => `${n} mendukung dengan perubahan`,
      against: (n) => `${n} menolak`,
    },
    openInInbox: "Buka semua di Masukan",
    openInbox: "Buka Masukan",
    answerIt: "Jawab",
    openIt: "Buka",
    more: "Selengkapnya",
    answers: "Jawaban",
    apply: "Terapkan",
    applyName: (words) => `Terapkan rumusan: ${words}`,
    appliedToast: "Rumusan diterapkan pada naskah.",
    appliedReason: "Rumusan yang Anda usulkan dipakai.",
    answerNow: "Jawab usulan ini",
    same: "Naskah sudah berbunyi seperti usulan ini.",
    severalClauses:
      "Usulan ini tentang beberapa ketentuan sekaligus. Salin dan tempatkan bagian-bagiannya sendiri.",
    clauseGone: "Ketentuan yang dituju tidak ada lagi dalam naskah.",
    from: (who) => `Dari ${who}`,
    changed: "Perubahan ketentuan ini",
    unchanged: "Ketentuan ini belum pernah dibekukan dalam sebuah versi.",
    versions: "Versi naskah",
    live: "Naskah sekarang",
    versionNumber: (n, label) => `Versi ${n}: ${label}`,
    fact: {
      kept: "tetap",
      words: "kata-kata berubah",
      form: "bentuk berubah",
      moved: "dipindahkan",
      split: "dipecah dari ketentuan lain",
      merged: "digabung dengan ketentuan lain",
      new: "baru",
      removed: "dihapus",
    },
    compare: "Bandingkan",
    figures: "Angka survei",
    figureMean: (mean, n) => `rata-rata ${mean} dari ${n} jawaban`,
    figureN: (n) => `${n} jawaban`,
    figureFew: "Jawaban belum cukup untuk ditampilkan.",
    raise: "Jadikan masukan",
    raiseTitle: "Jadikan angka survei sebagai masukan",
    raiseText: "Angka ini akan dijawab seperti masukan lain. Tuliskan apa yang dikatakannya.",
    raiseWords: "Apa yang dikatakan angka ini",
    raiseSuggestion: (question, figure) => `Survei “${question}”: ${figure}.`,
    raised: "Angka survei kini menjadi masukan.",
    dispute: { calm: "pendapat sejalan", mixed: "pendapat berbeda", split: "pendapat terbelah" },
    disputeShort: { calm: "sejalan", mixed: "berbeda pendapat", split: "terbelah" },
    heat: (received, open) => `${received} masukan, ${open} menunggu jawaban`,
    heatAllAnswered: (received) => `${received} masukan, semua dijawab`,
    onlyOpen: "Hanya yang masih terbuka",
    legend: "Angka: menunggu jawaban",
    nothingOpen: "Tidak ada ketentuan dengan masukan yang menunggu jawaban.",
  },
  en: {
    inputs: "Input",
    proposals: "Wordings",
    wholeText: "This clause",
    chooseClause: "Place the caret in a clause to see what was said about it.",
    noInputs: "No input yet",
    noInputsText: "Comments, survey answers, workshop notes and submissions on this clause appear here.",
    noProposals: "No proposed wording yet",
    noProposalsText: "Wordings proposed for this clause appear here and can be put into the text.",
    summary: (received, open) => `${received} ${received === "1" ? "input" : "inputs"}, ${open} waiting`,
    votes: {
      support: (n) => `${n} in favour`,
      "support-with-change": (n) => `${n} in favour with changes`,
      against: (n) => `${n} against`,
    },
    openInInbox: "Open all in the inbox",
    openInbox: "Open the inbox",
    answerIt: "Answer",
    openIt: "Open",
    more: "More",
    answers: "Answers",
    apply: "Apply",
    applyName: (words) => `Apply the wording: ${words}`,
    appliedToast: "The wording was put into the text.",
    appliedReason: "The wording you proposed is used.",
    answerNow: "Answer this proposal",
    same: "The text already reads as proposed.",
    severalClauses: "This proposal is about several clauses at once. Copy it and place its parts yourself.",
    clauseGone: "The clause it is about is no longer in the text.",
    from: (who) => `From ${who}`,
    changed: "How this clause changed",
    unchanged: "This clause was never frozen in a version.",
    versions: "Versions of the text",
    live: "The text now",
    versionNumber: (n, label) => `Version ${n}: ${label}`,
    fact: {
      kept: "kept",
      words: "words changed",
      form: "form changed",
      moved: "moved",
      split: "split from another clause",
      merged: "merged with another clause",
      new: "new",
      removed: "removed",
    },
    compare: "Compare",
    figures: "Survey figures",
    figureMean: (mean, n) => `mean ${mean} of ${n} answers`,
    figureN: (n) => `${n} answers`,
    figureFew: "Not enough answers to be shown.",
    raise: "Make it an input",
    raiseTitle: "Make the figure an input",
    raiseText: "It will be answered like any other input. Write what it says.",
    raiseWords: "What the figure says",
    raiseSuggestion: (question, figure) => `Survey “${question}”: ${figure}.`,
    raised: "The figure is an input now.",
    dispute: { calm: "of one mind", mixed: "differing views", split: "views divided" },
    disputeShort: { calm: "of one mind", mixed: "views differ", split: "divided" },
    heat: (received, open) => `${received} ${received === "1" ? "input" : "inputs"}, ${open} waiting`,
    heatAllAnswered: (received) => `${received} ${received === "1" ? "input" : "inputs"}, all answered`,
    onlyOpen: "Only what is still open",
    legend: "Number: waiting for an answer",
    nothingOpen: "No clause has input that waits for an answer.",
  },
};
