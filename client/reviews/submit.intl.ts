/** Words of submitting a version: which, to whom, in which order, until when. */
import type { Messages } from "../../domain/locale.ts";

interface SubmitTexts {
  title: string;
  lead: string;
  version: string;
  versionHint: string;
  notNewest: string;
  notLive: string;
  templates: string;
  templatesHint: string;
  template: {
    legalThenHead: (head: string) => string;
    unitAndLegalThenHead: (head: string) => string;
    headOnly: (head: string) => string;
  };
  steps: string;
  step: (n: number) => string;
  addressee: string;
  choose: string;
  offices: string;
  people: string;
  missing: string;
  daysMissing: (most: number) => string;
  dateMissing: string;
  sameTime: string;
  deadline: string;
  dueMode: { none: string; days: string; date: string };
  days: string;
  dayUnit: string;
  unit: { calendar: string; working: string };
  date: string;
  addStep: string;
  removeStep: (n: number) => string;
  moveUp: (n: number) => string;
  moveDown: (n: number) => string;
  up: string;
  down: string;
  remove: string;
  cannot: string;
  message: string;
  messageHint: string;
  send: string;
  sent: (version: number) => string;
  consequence: string;
}

export const submitTexts: Messages<SubmitTexts> = {
  id: {
    title: "Ajukan persetujuan",
    lead: "Satu versi diajukan kepada pejabat secara berurutan. Satu pengembalian mengakhiri putaran ini.",
    version: "Versi yang diajukan",
    versionHint: "Yang diputuskan adalah persis naskah ini.",
    notNewest: "Ini bukan versi terbaru.",
    notLive:
      "Naskah hidup sudah berubah sejak versi ini. Bekukan versi baru bila perubahannya ikut diajukan.",
    templates: "Susunan yang lazim",
    templatesHint: "Mengisi langkah di bawah; Anda masih dapat mengubahnya.",
    template: {
      legalThenHead: (head) => `Bagian hukum, lalu ${head}`,
      unitAndLegalThenHead: (head) => `Pemrakarsa dan bagian hukum bersamaan, lalu ${head}`,
      headOnly: (head) => `${head} saja`,
    },
    steps: "Langkah",
    step: (n) => `Langkah ${n}`,
    addressee: "Diputuskan oleh",
    choose: "Pilih orang atau unit",
    offices: "Unit (salah satu pejabatnya)",
    people: "Orang",
    missing: "Pilih siapa yang memutuskan.",
    daysMissing: (most) => `Isi 1 sampai ${most} hari.`,
    dateMissing: "Pilih tanggalnya.",
    sameTime: "Bersamaan dengan langkah di atasnya",
    deadline: "Tenggat",
    dueMode: { none: "Tanpa tenggat", days: "Jumlah hari", date: "Tanggal" },
    days: "Jumlah hari sejak gilirannya",
    dayUnit: "Dihitung dalam",
    unit: { calendar: "hari kalender", working: "hari kerja" },
    date: "Tanggal terakhir",
    addStep: "Tambah langkah",
    removeStep: (n) => `Hapus langkah ke-${n}`,
    moveUp: (n) => `Naikkan langkah ke-${n}`,
    moveDown: (n) => `Turunkan langkah ke-${n}`,
    up: "Naikkan",
    down: "Turunkan",
    remove: "Hapus",
    cannot: "Tidak dapat memutuskan versi ini",
    message: "Pengantar",
    messageHint: "Apa yang diminta dan apa yang perlu diketahui, dalam beberapa kalimat.",
    send: "Ajukan",
    sent: (n) => `Versi ${n} diajukan.`,
    consequence:
      "Mereka yang ditunjuk mendapat pemberitahuan saat gilirannya tiba, dan dapat membaca rancangan ini.",
  },
  en: {
    title: "Submit for approval",
    lead: "One version is submitted to officials in order. One return ends this round.",
    version: "Version to submit",
    versionHint: "What is decided on is exactly this text.",
    notNewest: "This is not the newest version.",
    notLive:
      "The live text has changed since this version. Freeze a new one if the changes are to be submitted.",
    templates: "Usual orders",
    templatesHint: "Fills in the steps below; you can still change them.",
    template: {
      legalThenHead: (head) => `Legal division, then ${head}`,
      unitAndLegalThenHead: (head) => `Initiator and legal division side by side, then ${head}`,
      headOnly: (head) => `${head} only`,
    },
    steps: "Steps",
    step: (n) => `Step ${n}`,
    addressee: "Decided by",
    choose: "Choose a person or a unit",
    offices: "Units (any of its officials)",
    people: "People",
    missing: "Choose who decides.",
    daysMissing: (most) => `Give 1 to ${most} days.`,
    dateMissing: "Choose the date.",
    sameTime: "Side by side with the step above",
    deadline: "Deadline",
    dueMode: { none: "None", days: "Number of days", date: "Date" },
    days: "Number of days from their turn",
    dayUnit: "Counted in",
    unit: { calendar: "calendar days", working: "working days" },
    date: "Last day",
    addStep: "Add a step",
    removeStep: (n) => `Remove step no. ${n}`,
    moveUp: (n) => `Move step no. ${n} up`,
    moveDown: (n) => `Move step no. ${n} down`,
    up: "Up",
    down: "Down",
    remove: "Remove",
    cannot: "Cannot decide on this version",
    message: "Message",
    messageHint: "What is asked and what should be known, in a few sentences.",
    send: "Submit",
    sent: (n) => `Version ${n} was submitted.`,
    consequence: "Those who are asked are told when their turn comes, and can read this draft.",
  },
};
