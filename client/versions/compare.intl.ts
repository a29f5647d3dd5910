import type { Messages } from "../../domain/locale.ts";

interface CompareTexts {
  title: string;
  lead: string;
  summary: string;
  count: {
    words: (n: string) => string;
    new: (n: string) => string;
    removed: (n: string) => string;
    moved: (n: string) => string;
    split: (n: string) => string;
    merged: (n: string) => string;
    form: (n: string) => string;
    renumbered: (n: string) => string;
    unchanged: (n: string) => string;
  };
  same: string;
  sameText: string;
  before: string;
  after: string;
  words: string;
  form: string;
  new: string;
  removed: string;
  moved: string;
  movedWithParent: string;
  split: (from: string) => string;
  merged: (into: string) => string;
  formerly: (citation: string) => string;
  elsewhere: string;
  nothingBefore: string;
  nothingAfter: string;
  deleted: string;
  inserted: string;
  unchangedFolded: (n: string) => string;
  unfold: string;
  fold: string;
  previous: string;
  next: string;
  position: (at: string, of: string) => string;
  keys: string;
  clause: string;
  noVersionsTitle: string;
  noVersionsText: string;
  table: string;
}

export const compareTexts: Messages<CompareTexts> = {
  id: {
    title: "Perbandingan",
    lead: "Setiap ketentuan dicocokkan menurut identitasnya, bukan nomornya; yang dipindahkan tetap dikenali.",
    summary: "Ringkasan perubahan",
    count: {
      words: (n) => `${n} berubah kata`,
      new: (n) => `${n} baru`,
      removed: (n) => `${n} dihapus`,
      moved: (n) => `${n} dipindahkan`,
      split: (n) => `${n} hasil pemecahan`,
      merged: (n) => `${n} digabung`,
      form: (n) => `${n} berubah bentuk`,
      renumbered: (n) => `${n} berganti nomor`,
      unchanged: (n) => `${n} tetap`,
    },
    same: "Tidak ada perbedaan",
    sameText: "Kedua teks sama persis, sampai ke nomornya.",
    before: "Semula",
    after: "Menjadi",
    words: "kata berubah",
    form: "bentuk berubah",
    new: "ketentuan baru",
    removed: "dihapus",
    moved: "dipindahkan",
    movedWithParent: "ikut pindah bersama induknya",
    split: (from) => `dipecah dari ${from}`,
    merged: (into) => `digabung ke ${into}`,
    formerly: (citation) => `semula ${citation}`,
    elsewhere: "ketentuan lain",
    nothingBefore: "Belum ada",
    nothingAfter: "Tidak ada lagi",
    deleted: "dihapus",
    inserted: "ditambahkan",
    unchangedFolded: (n) => `${n} ketentuan tetap`,
    unfold: "Tampilkan",
    fold: "Lipat",
    previous: "Perubahan sebelumnya",
    next: "Perubahan berikutnya",
    position: (at, of) => `Perubahan ${at} dari ${of}`,
    keys: "Alt + panah bawah atau atas",
    clause: "Ketentuan",
    noVersionsTitle: "Belum ada yang dapat dibandingkan",
    noVersionsText:
      "Bekukan satu versi dahulu dari halaman naskah; sesudah itu setiap perubahan tampil di sini.",
    table: "Perubahan per ketentuan",
  },
  en: {
    title: "Comparison",
    lead: "Each clause is matched by its identity, not its number; what was moved is still recognised.",
    summary: "Summary of changes",
    count: {
      words: (n) => `${n} reworded`,
      new: (n) => `${n} new`,
      removed: (n) => `${n} removed`,
      moved: (n) => `${n} moved`,
      split: (n) => `${n} split off`,
      merged: (n) => `${n} merged`,
      form: (n) => `${n} changed form`,
      renumbered: (n) => `${n} renumbered`,
      unchanged: (n) => `${n} unchanged`,
    },
    same: "No differences",
    sameText: "Both texts are exactly the same, down to the numbers.",
    before: "Before",
    after: "After",
    words: "reworded",
    form: "form changed",
    new: "new clause",
    removed: "removed",
    moved: "moved",
    movedWithParent: "moved together with what it stands in",
    split: (from) => `split from ${from}`,
    merged: (into) => `merged into ${into}`,
    formerly: (citation) => `formerly ${citation}`,
    elsewhere: "another clause",
    nothingBefore: "Not there yet",
    nothingAfter: "No longer there",
    deleted: "removed",
    inserted: "added",
    unchangedFolded: (n) => (n === "1" ? "1 clause unchanged" : `${n} clauses unchanged`),
    unfold: "Show",
    fold: "Fold",
    previous: "Previous change",
    next: "Next change",
    position: (at, of) => `Change ${at} of ${of}`,
    keys: "Alt + arrow down or up",
    clause: "Clause",
    noVersionsTitle: "Nothing to compare yet",
    noVersionsText: "Freeze a version on the page of the text first; after that every change appears here.",
    table: "Changes by clause",
  },
};
