import type { QuestionType } from "../../domain/surveys/survey.ts";
import type { Messages } from "../../domain/locale.ts";
import type { Comparison } from "./condition-parts.ts";
import type { SaveState } from "./create-survey-draft.ts";
import type { TypeDefaults } from "./definition-edits.ts";

export interface SurveyTexts {
  survey: string;
  newTitle: string;
  newLead: string;
  surveyTitle: string;
  surveyTitleHint: string;
  consultation: string;
  noConsultation: string;
  noConsultationText: string;
  toConsultations: string;
  template: string;
  templateBlank: string;
  templateBlankHint: string;
  templateSkm: string;
  templateSkmHint: string;
  rule: string;
  ruleHint: string;
  ruleLocked: string;
  create: string;
  tabs: string;
  tabQuestions: string;
  tabSettings: string;
  tabCodes: string;
  tabInvitations: string;
  tabResults: string;
  about: (version: number, label: string) => string;
  draftSays: string;
  scheduledSays: (opens: string) => string;
  openSays: (closes: string) => string;
  closedSays: (at: string) => string;
  responses: (count: string) => string;
  ofTarget: (count: string, target: string) => string;
  preview: string;
  portalPage: string;
  open: string;
  openTitle: (title: string) => string;
  openText: string;
  openWindow: (from: string, to: string) => string;
  openWaits: string;
  openLocks: string;
  opened: string;
  close: string;
  closeTitle: (title: string) => string;
  closeText: (count: string) => string;
  closeForgets: string;
  closed: string;
  remove: string;
  removeTitle: (title: string) => string;
  removeText: string;
  removed: string;
  lockedText: string;
  unlockedText: string;
  readOnly: string;
  save: string;
  saveState: Readonly<Record<SaveState, string>>;
  staleTitle: string;
  staleText: string;
  overwrite: string;
  takeTheirs: string;
  leftTitle: string;
  leftText: string;
  useLeft: string;
  dropLeft: string;
  questionTypes: Readonly<Record<QuestionType, string>>;
  question: (number: number) => string;
  noWords: string;
  words: string;
  help: string;
  type: string;
  required: string;
  requiredMark: string;
  addQuestion: string;
  addSection: string;
  section: (number: number) => string;
  sectionTitle: string;
  sectionNote: string;
  noQuestions: string;
  up: string;
  down: string;
  duplicate: string;
  delete: string;
  edit: string;
  done: string;
  of: (what: string, which: string) => string;
  questionRemoved: string;
  sectionRemoved: string;
  moved: (number: number) => string;
  moveHint: string;
  options: string;
  option: (number: number) => string;
  addOption: string;
  removeOption: (number: number) => string;
  rows: string;
  row: (number: number) => string;
  addRow: string;
  removeRow: (number: number) => string;
  max: string;
  maxHint: string;
  maxLength: string;
  scaleFrom: string;
  scaleTo: string;
  scaleLow: string;
  scaleHigh: string;
  stepWords: string;
  stepWordsHint: string;
  step: (step: number) => string;
  defaults: TypeDefaults;
  clauses: string;
  clausesHint: string;
  attach: string;
  attachTitle: string;
  attachText: string;
  filter: string;
  detach: string;
  noMatch: string;
  condition: string;
  addCondition: string;
  removeCondition: string;
  always: string;
  conditionNested: string;
  conditionAll: string;
  conditionAny: string;
  conditionMode: string;
  addPart: string;
  conditionQuestion: string;
  conditionHow: string;
  conditionValue: string;
  comparison: Readonly<Record<Comparison, string>>;
  says: {
    leaf: (question: string, how: string, value: string) => string;
    all: string;
    any: string;
    showIf: (words: string) => string;
  };
  issues: Readonly<Record<string, string>>;
  otherIssue: string;
  previewOf: string;
  previewHint: string;
  answerHere: string;
  indexNote: string;
}

export const surveyTexts: Messages<SurveyTexts> = {
  id: {
    survey: "Survei",
    newTitle: "Survei baru",
    newLead: "Survei menanyakan naskah yang sama dengan konsultasinya. Pertanyaannya Anda susun sesudah ini.",
    surveyTitle: "Judul survei",
    surveyTitleHint: "Contoh: Survei jam pelatihan ASN.",
    consultation: "Bagian dari konsultasi",
    noConsultation: "Siapkan konsultasi lebih dahulu",
    noConsultationText:
      "Survei selalu bagian dari satu konsultasi: dari sana naskah, jangka waktu, dan kelompoknya.",
    toConsultations: "Buka konsultasi",
    template: "Mulai dari",
    templateBlank: "Kosong",
    templateBlankHint: "Anda menyusun sendiri semua pertanyaan.",
    templateSkm: "Survei Kepuasan Masyarakat (SKM)",
    templateSkmHint:
      "Sembilan unsur menurut PermenPANRB 14/2017 dengan skala 1 sampai 4; indeksnya dihitung sendiri.",
    rule: "Siapa yang menjawab, dan apa yang disimpan",
    ruleHint: "Janji ini tampil di awal dan akhir survei, dan tidak dapat diubah sejak jawaban pertama.",
    ruleLocked: "Sudah ada jawaban, jadi janji kepada yang menjawab tidak dapat diubah lagi.",
    create: "Buat survei",
    tabs: "Bagian survei",
    tabQuestions: "Pertanyaan",
    tabSettings: "Pengaturan",
    tabCodes: "Kode",
    tabInvitations: "Undangan",
    tabResults: "Hasil",
    about: (version, label) => `Menanyakan versi ${version}: ${label}`,
    draftSays: "Hanya tim yang melihatnya.",
    scheduledSays: (opens) => `Siap; jawaban diterima sejak ${opens}, setelah konsultasinya dibuka.`,
    openSays: (closes) => `Menerima jawaban sampai ${closes}.`,
    closedSays: (at) => `Ditutup ${at}. Catatan siapa yang ikut sudah dihapus.`,
    responses: (count) => `${count} jawaban`,
    ofTarget: (count, target) => `${count} jawaban dari target ${target}`,
    preview: "Pratinjau di halaman publik",
    portalPage: "Lihat halaman survei",
    open: "Buka survei…",
    openTitle: (title) => `Buka ${title}?`,
    openText: "Siapa pun yang berhak dapat menjawab:",
    openWindow: (from, to) => `Sejak ${from} sampai ${to}.`,
    openWaits: "Jawaban diterima hanya selama konsultasinya juga dibuka.",
    openLocks:
      "Sejak jawaban pertama, pertanyaan, kelompok, dan janji kepada penjawab terkunci. Yang masih dapat diubah: waktu penutupan dan target.",
    opened: "Survei dibuka.",
    close: "Tutup survei…",
    closeTitle: (title) => `Tutup ${title} untuk seterusnya?`,
    closeText: (count) => `Sudah masuk: ${count}. Sesudah ditutup tidak ada jawaban lagi yang diterima.`,
    closeForgets:
      "Kunci dan catatan siapa yang sudah menjawab dimusnahkan. Sesudah itu tidak seorang pun, juga pengelola, dapat mengetahuinya.",
    closed: "Survei ditutup.",
    remove: "Hapus draf…",
    removeTitle: (title) => `Hapus draf ${title}?`,
    removeText: "Pertanyaannya hilang dan tidak dapat dikembalikan. Belum ada yang menjawab.",
    removed: "Draf survei dihapus.",
    lockedText:
      "Sudah ada jawaban, jadi pertanyaan terkunci: semua orang menjawab hal yang sama. Untuk pertanyaan lain, siapkan gelombang berikutnya.",
    unlockedText: "Survei sudah dibuka tetapi belum dijawab. Perubahan langsung tampil sesudah Anda simpan.",
    readOnly: "Survei disusun oleh pemilik, perancang, dan fasilitator rancangan ini.",
    save: "Simpan perubahan",
    saveState: {
      saved: "Tersimpan",
      changed: "Ada perubahan",
      saving: "Menyimpan…",
      unfinished:
        "Belum tersimpan di server: lengkapi isian yang ditandai. Yang Anda ketik ada di perangkat ini.",
      failed: "Belum tersimpan. Yang Anda ketik ada di perangkat ini.",
      stale: "Belum tersimpan: rekan Anda mengubah survei ini.",
    },
    staleTitle: "Rekan Anda baru saja mengubah survei ini",
    staleText:
      "Perubahan Anda masih ada di sini. Pilih yang dipakai; yang lain masih dapat dilihat di perangkat pembuatnya sampai halaman ditutup.",
    overwrite: "Pakai susunan saya",
    takeTheirs: "Pakai susunan rekan saya",
    leftTitle: "Ada perubahan yang belum tersimpan dari perangkat ini",
    leftText: "Perubahan itu dibuat sebelum survei terakhir disimpan.",
    useLeft: "Pakai perubahan itu",
    dropLeft: "Buang",
    questionTypes: {
      scale: "Skala",
      single: "Satu pilihan",
      multiple: "Beberapa pilihan",
      ranking: "Urutan",
      matrix: "Tabel penilaian",
      text: "Jawaban bebas",
    },
    question: (number) => `Pertanyaan ${number}`,
    noWords: "Belum ada kata-katanya",
    words: "Pertanyaan",
    help: "Penjelasan",
    type: "Cara menjawab",
    required: "Wajib dijawab",
    requiredMark: "wajib",
    addQuestion: "Tambah pertanyaan",
    addSection: "Tambah bagian",
    section: (number) => `Bagian ${number}`,
    sectionTitle: "Judul bagian",
    sectionNote: "Pengantar bagian",
    noQuestions: "Belum ada pertanyaan di bagian ini.",
    up: "Naik",
    down: "Turun",
    duplicate: "Gandakan",
    delete: "Hapus",
    edit: "Ubah",
    done: "Selesai",
    of: (what, which) => `${what}: ${which}`,
    questionRemoved: "Pertanyaan dihapus.",
    sectionRemoved: "Bagian dihapus.",
    moved: (number) => `Sekarang pertanyaan ${number}.`,
    moveHint: "Alt dan panah atas atau bawah memindahkan pertanyaan.",
    options: "Pilihan",
    option: (number) => `Pilihan ${number}`,
    addOption: "Tambah pilihan",
    removeOption: (number) => `Hapus pilihan ${number}`,
    rows: "Yang dinilai",
    row: (number) => `Baris ${number}`,
    addRow: "Tambah baris",
    removeRow: (number) => `Hapus baris ${number}`,
    max: "Paling banyak dipilih",
    maxHint: "Kosong berarti boleh semua.",
    maxLength: "Paling panjang (huruf)",
    scaleFrom: "Mulai dari",
    scaleTo: "Sampai",
    scaleLow: "Kata untuk yang terendah",
    scaleHigh: "Kata untuk yang tertinggi",
    stepWords: "Beri kata untuk setiap langkah",
    stepWordsHint: "Seperti pada SKM: tidak sesuai, kurang sesuai, sesuai, sangat sesuai.",
    step: (step) => `Langkah ${step}`,
    defaults: {
      low: "Sangat tidak setuju",
      high: "Sangat setuju",
      options: ["Ya", "Tidak"],
      row: "Kejelasan rumusan",
    },
    clauses: "Tentang ketentuan",
    clausesHint: "Bunyinya tampil di atas pertanyaan, dan hasilnya tampil pada ketentuan itu.",
    attach: "Kaitkan ketentuan…",
    attachTitle: "Kaitkan dengan ketentuan",
    attachText: "Pilih pasal, ayat, atau bagian lain yang ditanyakan.",
    filter: "Cari ketentuan",
    detach: "Lepaskan",
    noMatch: "Tidak ada ketentuan yang cocok.",
    condition: "Tampilkan jika",
    addCondition: "Tampilkan hanya jika…",
    removeCondition: "Selalu tampilkan",
    always: "Selalu ditampilkan.",
    conditionNested: "Syarat ini bertingkat dan hanya dapat dihapus di sini.",
    conditionAll: "semua syarat terpenuhi",
    conditionAny: "salah satu terpenuhi",
    conditionMode: "Tampilkan jika",
    addPart: "Tambah syarat",
    conditionQuestion: "Jawaban atas",
    conditionHow: "adalah",
    conditionValue: "nilai",
    comparison: {
      equals: "tepat",
      includes: "memuat",
      atLeast: "paling sedikit",
      atMost: "paling banyak",
    },
    says: {
      leaf: (question, how, value) => `jawaban atas "${question}" ${how} ${value}`,
      all: " dan ",
      any: " atau ",
      showIf: (words) => `Tampil jika ${words}.`,
    },
    issues: {
      missing: "Masih ada isian yang kosong.",
      "too-few": "Beri paling sedikit dua pilihan.",
      "too-long": "Terlalu panjang atau terlalu banyak.",
      "one-line": "Tulis dalam satu baris; jangan dikosongkan.",
      "survey-words-twice": "Ada pilihan yang sama.",
      "survey-scale-short": "Skala paling sedikit tiga langkah.",
      "survey-scale-steps": "Beri kata untuk setiap langkah.",
      "survey-clause-unknown": "Ketentuan yang dikaitkan tidak ada dalam versi ini.",
      "survey-condition-later": "Syaratnya menanyakan pertanyaan yang letaknya sesudah ini.",
      "survey-condition-kind": "Syaratnya tidak cocok dengan cara menjawab pertanyaan itu.",
      "survey-index-question":
        "Unsur SKM harus skala 1 sampai 4 tanpa syarat, agar indeksnya dapat dihitung.",
      "survey-no-question": "Tambahkan paling sedikit satu pertanyaan, atau hapus bagian ini.",
      max_value: "Batas pilihan lebih besar dari jumlah pilihan.",
    },
    otherIssue: "Ada isian yang belum tepat.",
    previewOf: "Begini tampilannya di ponsel",
    previewHint: "Contoh; jawaban di sini tidak dikirim.",
    answerHere: "Jawaban Anda",
    indexNote: "Sembilan pertanyaan menghitung indeks SKM. Menghapus salah satunya menghapus indeksnya.",
  },
  en: {
    survey: "Survey",
    newTitle: "New survey",
    newLead: "A survey asks about the same text as its consultation. You put its questions together next.",
    surveyTitle: "Title of the survey",
    surveyTitleHint: "Such as: Survey of training hours.",
    consultation: "Part of the consultation",
    noConsultation: "Prepare a consultation first",
    noConsultationText:
      "A survey is always part of a consultation, which gives it the text, the window and the groups.",
    toConsultations: "Open consultations",
    template: "Begin with",
    templateBlank: "Nothing",
    templateBlankHint: "You put all questions together.",
    templateSkm: "Community satisfaction survey (SKM)",
    templateSkmHint:
      "Nine elements of PermenPANRB 14/2017 on a scale of 1 to 4; the index is computed for you.",
    rule: "Who answers, and what is kept",
    ruleHint: "This promise is shown at the beginning and the end, and is final from the first answer on.",
    ruleLocked: "There are answers, so what was promised to respondents can no longer be changed.",
    create: "Make the survey",
    tabs: "Parts of the survey",
    tabQuestions: "Questions",
    tabSettings: "Settings",
    tabCodes: "Codes",
    tabInvitations: "Invitations",
    tabResults: "Results",
    about: (version, label) => `Asks about version ${version}: ${label}`,
    draftSays: "Only the team sees it.",
    scheduledSays: (opens) => `Ready; answers are taken from ${opens}, once its consultation is open.`,
    openSays: (closes) => `Takes answers until ${closes}.`,
    closedSays: (at) => `Closed ${at}. Who took part has been forgotten.`,
    responses: (count) => `${count} responses`,
    ofTarget: (count, target) => `${count} responses of a target of ${target}`,
    preview: "Preview on the public page",
    portalPage: "See the survey's page",
    open: "Open the survey…",
    openTitle: (title) => `Open ${title}?`,
    openText: "Everyone who is entitled to can answer:",
    openWindow: (from, to) => `From ${from} to ${to}.`,
    openWaits: "Answers are taken only while its consultation is open, too.",
    openLocks:
      "From the first answer on, questions, groups and the promise are final. What may still change: the closing time and the target.",
    opened: "Survey opened.",
    close: "Close the survey…",
    closeTitle: (title) => `Close ${title} for good?`,
    closeText: (count) => `So far: ${count}. Once closed, no more answers are taken.`,
    closeForgets:
      "The key and the note of who answered are destroyed. After that nobody, the administrator included, can find out.",
    closed: "Survey closed.",
    remove: "Delete the draft…",
    removeTitle: (title) => `Delete the draft ${title}?`,
    removeText: "Its questions are gone and cannot be brought back. Nobody has answered.",
    removed: "Draft deleted.",
    lockedText:
      "There are answers, so the questions are final: everyone answers the same. For other questions, prepare the next wave.",
    unlockedText: "The survey is open but unanswered. Changes show as soon as you save them.",
    readOnly: "Surveys are put together by owners, drafters and facilitators of this draft.",
    save: "Save changes",
    saveState: {
      saved: "Saved",
      changed: "Changed",
      saving: "Saving…",
      unfinished: "Not saved on the server: complete what is marked. What you typed is on this device.",
      failed: "Not saved. What you typed is on this device.",
      stale: "Not saved: a colleague has changed this survey.",
    },
    staleTitle: "A colleague has just changed this survey",
    staleText:
      "Your changes are still here. Choose which to use; the other stays on its maker's screen until the page is closed.",
    overwrite: "Use mine",
    takeTheirs: "Use my colleague's",
    leftTitle: "There are unsaved changes from this device",
    leftText: "They were made before the survey was last saved.",
    useLeft: "Use them",
    dropLeft: "Discard",
    questionTypes: {
      scale: "Scale",
      single: "One choice",
      multiple: "Several choices",
      ranking: "Ranking",
      matrix: "Rating table",
      text: "Free answer",
    },
    question: (number) => `Question ${number}`,
    noWords: "No words yet",
    words: "Question",
    help: "Explanation",
    type: "How it is answered",
    required: "Must be answered",
    requiredMark: "required",
    addQuestion: "Add a question",
    addSection: "Add a section",
    section: (number) => `Section ${number}`,
    sectionTitle: "Heading of the section",
    sectionNote: "Introduction of the section",
    noQuestions: "No question in this section yet.",
    up: "Up",
    down: "Down",
    duplicate: "Duplicate",
    delete: "Delete",
    edit: "Change",
    done: "Done",
    of: (what, which) => `${what}: ${which}`,
    questionRemoved: "Question deleted.",
    sectionRemoved: "Section deleted.",
    moved: (number) => `Now question ${number}.`,
    moveHint: "Alt with arrow up or down moves the question.",
    options: "Options",
    option: (number) => `Option ${number}`,
    addOption: "Add an option",
    removeOption: (number) => `Delete option ${number}`,
    rows: "What is rated",
    row: (number) => `Row ${number}`,
    addRow: "Add a row",
    removeRow: (number) => `Delete row ${number}`,
    max: "Most that may be chosen",
    maxHint: "Empty: all of them.",
    maxLength: "Longest (characters)",
    scaleFrom: "From",
    scaleTo: "To",
    scaleLow: "Words for the lowest",
    scaleHigh: "Words for the highest",
    stepWords: "Give words to every step",
    stepWordsHint: "As in the SKM: not fitting, less fitting, fitting, very fitting.",
    step: (step) => `Step ${step}`,
    defaults: {
      low: "Strongly disagree",
      high: "Strongly agree",
      options: ["Yes", "No"],
      row: "Clarity of the wording",
    },
    clauses: "About clauses",
    clausesHint: "Their words stand above the question, and its figures stand with that clause.",
    attach: "Attach a clause…",
    attachTitle: "Attach clauses",
    attachText: "Choose the article, paragraph or other part that is asked about.",
    filter: "Find a clause",
    detach: "Detach",
    noMatch: "No clause matches.",
    condition: "Show if",
    addCondition: "Show only if…",
    removeCondition: "Always show",
    always: "Always shown.",
    conditionNested: "This condition is nested and can only be removed here.",
    conditionAll: "all hold",
    conditionAny: "one of them holds",
    conditionMode: "Show if",
    addPart: "Add a condition",
    conditionQuestion: "The answer to",
    conditionHow: "is",
    conditionValue: "value",
    comparison: {
      equals: "exactly",
      includes: "includes",
      atLeast: "at least",
      atMost: "at most",
    },
    says: {
      leaf: (question, how, value) => `the answer to "${question}" is ${how} ${value}`,
      all: " and ",
      any: " or ",
      showIf: (words) => `Shown if ${words}.`,
    },
    issues: {
      missing: "Something is still empty.",
      "too-few": "Give at least two options.",
      "too-long": "Too long or too many.",
      "one-line": "Write it in one line; do not leave it empty.",
      "survey-words-twice": "Two options are the same.",
      "survey-scale-short": "A scale has at least three steps.",
      "survey-scale-steps": "Give words to every step.",
      "survey-clause-unknown": "An attached clause is not in this version.",
      "survey-condition-later": "Its condition asks about a question that comes later.",
      "survey-condition-kind": "Its condition does not fit how that question is answered.",
      "survey-index-question":
        "An SKM element must be a scale of 1 to 4 without a condition, so that the index can be computed.",
      "survey-no-question": "Add at least one question, or delete this section.",
      max_value: "More may be chosen than there are options.",
    },
    otherIssue: "Something is not right yet.",
    previewOf: "How it looks on a phone",
    previewHint: "An example; nothing is sent from here.",
    answerHere: "Your answer",
    indexNote: "Nine questions make the SKM index. Deleting one of them deletes the index.",
  },
};
