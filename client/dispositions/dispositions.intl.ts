/** The words for answers. */
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { Messages } from "../../domain/locale.ts";

interface DispositionWords {
  outcome: Record<Outcome, string>;
  /** What the outcome tells the one who gave the input. */
  meaning: Record<Outcome, string>;
  answer: string;
  answerMany: (n: string) => string;
  chooseOutcome: string;
  reason: string;
  reasonHint: string;
  templates: string;
  templateNone: string;
  change: string;
  changeHint: string;
  changeNone: string;
  changeSame: (citation: string) => string;
  changeOther: string;
  changeSearch: string;
  changeLoading: string;
  changeWhere: string;
  changeNext: string;
  changeNextHint: string;
  changeVersion: (n: number, label: string) => string;
  save: string;
  saveNext: string;
  saveCorrection: string;
  saved: string;
  savedMany: (n: string) => string;
  reopened: string;
  outcomeMissing: string;
  reasonMissing: string;
  reasonUnfilled: string;
  conflictTitle: (name: string) => string;
  conflictText: (outcome: string, when: string) => string;
  conflictKept: string;
  conflictCorrect: string;
  conflictNext: string;
  corrected: string;
  byAt: (name: string, when: string) => string;
  correct: string;
  correcting: string;
  correctingStop: string;
  reopen: string;
  reopenText: string;
  publish: string;
  published: string;
  promised: (citation: string) => string;
  bound: (citation: string, n: number) => string;
  seeChange: string;
  seeClause: string;
  notSeen: string;
  mayNotAnswer: string;
}

export const dispositionWords: Messages<DispositionWords> = {
  id: {
    outcome: {
      accepted: "Diterima",
      partly: "Diterima sebagian",
      rejected: "Ditolak",
      noted: "Dicatat",
      "out-of-scope": "Di luar lingkup",
    },
    meaning: {
      accepted: "naskah diubah sesuai masukan",
      partly: "sebagian masukan masuk ke naskah",
      rejected: "naskah tidak diubah",
      noted: "dipahami, tidak meminta perubahan",
      "out-of-scope": "bukan urusan rancangan ini",
    },
    answer: "Jawaban",
    answerMany: (n) => `Satu jawaban untuk ${n} masukan`,
    chooseOutcome: "Hasil",
    reason: "Alasan",
    reasonHint: "Dibaca oleh yang memberi masukan dan, sesudah diumumkan, oleh siapa saja.",
    templates: "Mulai dari contoh",
    templateNone: "Pilih contoh alasan",
    change: "Perubahan naskah",
    changeHint: "Jawaban akan menunjuk tepat ke perubahan itu.",
    changeNone: "Tidak ada perubahan naskah",
    changeSame: (citation) => `Pada ${citation}`,
    changeOther: "Pada ketentuan lain",
    changeSearch: "Ketentuan yang berubah",
    changeLoading: "Memuat ketentuan",
    changeWhere: "Tampak pada",
    changeNext: "versi berikutnya",
    changeNextHint: "Perubahan akan terlihat pada versi berikutnya yang dibekukan.",
    changeVersion: (n, label) => `versi ${n}: ${label}`,
    save: "Simpan jawaban",
    saveNext: "Simpan & berikutnya",
    saveCorrection: "Simpan koreksi",
    saved: "Jawaban tersimpan.",
    savedMany: (n) => `${n} masukan dijawab.`,
    reopened: "Masukan dibuka kembali. Jawaban tadi tetap tercatat.",
    outcomeMissing: "Pilih salah satu hasil.",
    reasonMissing: "Tuliskan alasannya. Alasan dibaca oleh yang memberi masukan.",
    reasonUnfilled: "Lengkapi contohnya: gantilah tanda ... dengan kata-kata Anda.",
    conflictTitle: (name) => `${name} sudah menjawab masukan ini`,
    conflictText: (outcome, when) => `Hasilnya “${outcome}”, ${when}. Jawaban Anda belum disimpan.`,
    conflictKept: "Yang Anda tulis tetap ada di bawah ini.",
    conflictCorrect: "Koreksi jawaban itu dengan tulisan saya",
    conflictNext: "Biarkan, ke masukan berikutnya",
    corrected: "Jawaban sebelum koreksi",
    byAt: (name, when) => `${name}, ${when}`,
    correct: "Koreksi jawaban",
    correcting: "Mengoreksi jawaban. Jawaban yang lama tetap tercatat.",
    correctingStop: "Batal mengoreksi",
    reopen: "Buka kembali",
    reopenText: "Masukan kembali menunggu jawaban; jawaban yang ada tetap tercatat.",
    publish: "Umumkan jawaban",
    published: "Jawaban masuk ke daftar umum.",
    promised: (citation) => `Perubahan pada ${citation} akan terlihat pada versi berikutnya.`,
    bound: (citation, n) => `Perubahan pada ${citation} dalam versi ${n}.`,
    seeChange: "Lihat perubahan",
    seeClause: "Buka di naskah",
    notSeen:
      "Versi itu sudah dibekukan, tetapi ketentuan ini masih sama seperti yang dibaca. Koreksi jawaban atau ubah naskah.",
    mayNotAnswer: "Anda dapat membaca masukan ini; menjawabnya dilakukan oleh tim penyusun.",
  },
  en: {
    outcome: {
      accepted: "Accepted",
      partly: "Partly accepted",
      rejected: "Rejected",
      noted: "Noted",
      "out-of-scope": "Out of scope",
    },
    meaning: {
      accepted: "the text is changed accordingly",
      partly: "part of it enters the text",
      rejected: "the text is not changed",
      noted: "understood, no change was asked for",
      "out-of-scope": "not a matter of this draft",
    },
    answer: "Answer",
    answerMany: (n) => `One answer for ${n} inputs`,
    chooseOutcome: "Outcome",
    reason: "Reason",
    reasonHint: "Read by whoever gave the input and, once published, by anyone.",
    templates: "Begin with an example",
    templateNone: "Choose an example",
    change: "Change of the text",
    changeHint: "The answer will point to exactly that change.",
    changeNone: "No change of the text",
    changeSame: (citation) => `In ${citation}`,
    changeOther: "In another clause",
    changeSearch: "The clause that changed",
    changeLoading: "Loading the clauses",
    changeWhere: "To be seen in",
    changeNext: "the next version",
    changeNextHint: "The change will be seen in the version that is frozen next.",
    changeVersion: (n, label) => `version ${n}: ${label}`,
    save: "Save the answer",
    saveNext: "Save & next",
    saveCorrection: "Save the correction",
    saved: "The answer is saved.",
    savedMany: (n) => `${n} inputs answered.`,
    reopened: "The input is open again. The answer stays on record.",
    outcomeMissing: "Choose one of the outcomes.",
    reasonMissing: "Write the reason. Whoever gave the input reads it.",
    reasonUnfilled: "Complete the example: put your own words where it says ...",
    conflictTitle: (name) => `${name} has answered this input already`,
    conflictText: (outcome, when) => `The outcome is “${outcome}”, ${when}. Your answer was not saved.`,
    conflictKept: "What you wrote is still here below.",
    conflictCorrect: "Correct that answer with what I wrote",
    conflictNext: "Leave it, go to the next input",
    corrected: "Answers before the correction",
    byAt: (name, when) => `${name}, ${when}`,
    correct: "Correct the answer",
    correcting: "Correcting the answer. The old one stays on record.",
    correctingStop: "Stop correcting",
    reopen: "Open again",
    reopenText: "The input waits for an answer again; the one there is stays on record.",
    publish: "Publish the answer",
    published: "The answer is in the public register.",
    promised: (citation) => `The change in ${citation} will be seen in the next version.`,
    bound: (citation, n) => `The change in ${citation} in version ${n}.`,
    seeChange: "See the change",
    seeClause: "Open in the text",
    notSeen:
      "That version is frozen, but the clause is still as it was read. Correct the answer or change the text.",
    mayNotAnswer: "You can read this input; the drafting team answers it.",
  },
};
