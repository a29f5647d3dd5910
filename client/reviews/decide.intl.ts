/** Words of the leader's page: what is asked, what changed, what people said, the decision. */
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { Messages } from "../../domain/locale.ts";

interface DecideTexts {
  place: (version: number) => string;
  asked: string;
  /** For who is not asked. */
  askedOthers: string;
  by: (who: string, day: string) => string;
  figures: string;
  changed: string;
  changedSinceApproved: (version: number) => string;
  changedSinceFirst: (version: number) => string;
  firstVersion: string;
  inputs: string;
  inputsDetail: (answered: string, open: string) => string;
  noInputs: string;
  against: string;
  againstNone: string;
  changesTitle: string;
  changesMore: (n: string) => string;
  changesNone: string;
  changesFirst: string;
  wholeComparison: string;
  wholeText: string;
  showWhole: string;
  objectionsAbout: (n: string) => string;
  objectionsTitle: string;
  objectionsMore: (n: string) => string;
  objectionsNone: string;
  objectionsHidden: string;
  general: string;
  unanswered: string;
  outcome: Record<Outcome, string>;
  proposed: string;
  before: string;
  hash: string;
  hashMeaning: string;
  hashOf: (version: number) => string;
  textChanged: string;
  toComparison: string;
  approve: string;
  giveBack: string;
  delegate: string;
  approveTitle: (version: number) => string;
  approveText: (version: number, hash: string) => string;
  approveNote: string;
  giveBackTitle: (version: number) => string;
  giveBackText: string;
  giveBackReason: string;
  giveBackHint: string;
  reasonMissing: string;
  approved: (version: number) => string;
  givenBack: (version: number) => string;
  delegateTitle: string;
  delegateText: string;
  delegateTo: string;
  delegateNote: string;
  delegateMissing: string;
  choose: string;
  delegated: (name: string) => string;
  decided: (state: string) => string;
  /** After one's own step, before those of others. */
  goesOn: string;
  rounds: string;
}

export const decideTexts: Messages<DecideTexts> = {
  id: {
    place: (n) => `Versi ${n}`,
    asked: "Anda diminta memutuskan",
    askedOthers: "Permintaan persetujuan",
    by: (who, day) => `diajukan ${who}, ${day}`,
    figures: "Ringkasan",
    changed: "ketentuan berubah",
    changedSinceApproved: (n) => `sejak Versi ${n} yang disetujui`,
    changedSinceFirst: (n) => `sejak Versi ${n}`,
    firstVersion: "versi pertama, belum ada pembandingnya",
    inputs: "masukan",
    inputsDetail: (answered, open) => `${answered} dijawab, ${open} belum`,
    noInputs: "belum ada masukan",
    against: "keberatan",
    againstNone: "tidak ada keberatan",
    changesTitle: "Yang berubah",
    changesMore: (n) => `${n} perubahan lain`,
    changesNone: "Tidak ada ketentuan yang berubah.",
    changesFirst: "Ini versi pertama. Bacalah naskahnya seutuhnya.",
    wholeComparison: "Perbandingan",
    wholeText: "Naskah utuh",
    showWhole: "Tampilkan seutuhnya",
    objectionsAbout: (n) => `${n} keberatan`,
    objectionsTitle: "Keberatan terkuat",
    objectionsMore: (n) => `${n} keberatan lain`,
    objectionsNone: "Tidak ada yang menyatakan keberatan.",
    objectionsHidden: "Isi masukan hanya ditampilkan kepada tim yang menanganinya.",
    general: "Rancangan secara umum",
    unanswered: "Belum dijawab",
    outcome: {
      accepted: "Diterima",
      partly: "Diterima sebagian",
      rejected: "Tidak diterima",
      noted: "Dicatat",
      "out-of-scope": "Di luar lingkup",
    },
    proposed: "Usulan rumusan",
    before: "Siapa yang memutuskan",
    hash: "Kode pemeriksa (sidik) versi ini",
    hashMeaning:
      "Kode ini lain bila satu huruf naskah saja berbeda. Keputusan Anda terikat padanya: naskah lain tidak ikut disetujui.",
    hashOf: (n) => `sidik Versi ${n}`,
    textChanged: "Naskah sudah disunting lagi sejak versi ini.",
    toComparison: "Lihat",
    approve: "Setujui",
    giveBack: "Kembalikan dengan catatan",
    delegate: "Teruskan kepada orang lain",
    approveTitle: (n) => `Setujui Versi ${n}?`,
    approveText: (n, hash) =>
      `Persetujuan Anda berlaku bagi naskah persis seperti Versi ${n} dan tidak dapat ditarik. Kode pemeriksa (sidik) naskah itu ${hash}…; kodenya lain bila satu huruf saja berbeda.`,
    approveNote: "Catatan",
    giveBackTitle: (n) => `Kembalikan Versi ${n}?`,
    giveBackText:
      "Putaran ini berakhir dan rancangan kembali ke tahap penyusunan. Penyusun membaca alasan Anda.",
    giveBackReason: "Alasan",
    giveBackHint: "Sebutkan ketentuannya dan apa yang harus diperbaiki.",
    reasonMissing: "Tuliskan alasannya.",
    approved: (n) => `Versi ${n} Anda setujui.`,
    givenBack: (n) => `Versi ${n} dikembalikan dengan catatan Anda.`,
    delegateTitle: "Teruskan langkah ini",
    delegateText:
      "Setelah diteruskan, hanya orang itu yang dapat memutuskan langkah ini. Ini hanya dapat dilakukan sekali dan tercatat.",
    delegateTo: "Diteruskan kepada",
    delegateNote: "Alasan meneruskan",
    delegateMissing: "Pilih orangnya.",
    choose: "Pilih",
    delegated: (name) => `Diteruskan kepada ${name}.`,
    decided: (state) => `Putaran ini sudah berakhir: ${state}.`,
    goesOn: "Keputusan Anda tercatat. Putaran ini menunggu keputusan berikutnya.",
    rounds: "Semua pengajuan",
  },
  en: {
    place: (n) => `Version ${n}`,
    asked: "You are asked to decide",
    askedOthers: "Submitted for approval",
    by: (who, day) => `submitted by ${who}, ${day}`,
    figures: "Summary",
    changed: "clauses changed",
    changedSinceApproved: (n) => `since Version ${n}, which was approved`,
    changedSinceFirst: (n) => `since Version ${n}`,
    firstVersion: "the first version, nothing to compare with",
    inputs: "inputs",
    inputsDetail: (answered, open) => `${answered} answered, ${open} open`,
    noInputs: "no input yet",
    against: "objections",
    againstNone: "no objections",
    changesTitle: "What changed",
    changesMore: (n) => `${n} more changes`,
    changesNone: "No clause changed.",
    changesFirst: "This is the first version. Read the whole text.",
    wholeComparison: "Comparison",
    wholeText: "Whole text",
    showWhole: "Show all of it",
    objectionsAbout: (n) => `${n} objections`,
    objectionsTitle: "Strongest objections",
    objectionsMore: (n) => `${n} more objections`,
    objectionsNone: "Nobody objected.",
    objectionsHidden: "The words of inputs are shown only to the team that handles them.",
    general: "The draft as a whole",
    unanswered: "Not answered yet",
    outcome: {
      accepted: "Accepted",
      partly: "Partly accepted",
      rejected: "Not accepted",
      noted: "Noted",
      "out-of-scope": "Out of scope",
    },
    proposed: "Proposed wording",
    before: "Who decides",
    hash: "Check code (hash) of this version",
    hashMeaning:
      "The code differs when a single letter of the text does. Your decision is bound to it: no other text is approved with it.",
    hashOf: (n) => `hash of Version ${n}`,
    textChanged: "The text was edited again since this version.",
    toComparison: "See",
    approve: "Approve",
    giveBack: "Return with a note",
    delegate: "Pass on to somebody else",
    approveTitle: (n) => `Approve Version ${n}?`,
    approveText: (n, hash) =>
      `Your approval holds for the text exactly as in Version ${n} and cannot be taken back. The check code (hash) of that text is ${hash}…; it differs when a single letter does.`,
    approveNote: "Note",
    giveBackTitle: (n) => `Return Version ${n}?`,
    giveBackText: "This round ends and the draft goes back to drafting. The drafters read your reason.",
    giveBackReason: "Reason",
    giveBackHint: "Name the clause and what should be improved.",
    reasonMissing: "Give the reason.",
    approved: (n) => `You approved Version ${n}.`,
    givenBack: (n) => `Version ${n} was returned with your note.`,
    delegateTitle: "Pass this step on",
    delegateText:
      "Once passed on, only that person can decide this step. It can be done only once and is recorded.",
    delegateTo: "Passed on to",
    delegateNote: "Reason for passing it on",
    delegateMissing: "Choose the person.",
    choose: "Choose",
    delegated: (name) => `Passed on to ${name}.`,
    decided: (state) => `This round is over: ${state}.`,
    goesOn: "Your decision is recorded. This round waits for the next one.",
    rounds: "All submissions",
  },
};
