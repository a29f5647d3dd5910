import type { Messages } from "../../domain/locale.ts";

interface VersionTexts {
  title: string;
  lead: string;
  emptyTitle: string;
  emptyText: string;
  toText: string;
  versionNumber: (n: number) => string;
  live: string;
  columnVersion: string;
  columnFrozenBy: string;
  columnTime: string;
  columnHash: string;
  columnActions: string;
  hash: string;
  hashOf: (n: number) => string;
  compareWithLive: string;
  writtenBy: (names: string) => string;
  restore: string;
  restoreTitle: (n: number, label: string) => string;
  restoreText: string;
  restoreLast: string;
  restoreAction: string;
  restored: (n: number) => string;
  print: string;
  json: string;
  frozenBy: (name: string, time: string) => string;
  note: string;
  pick: string;
  pickFrom: string;
  pickTo: string;
  pickAction: string;
  pickHint: string;
  missingTitle: string;
  erased: string;
  erasedText: (time: string) => string;
}

export const versionTexts: Messages<VersionTexts> = {
  id: {
    title: "Versi",
    lead: "Teks yang dibekukan pada suatu saat. Isinya tidak pernah berubah lagi; kode pemeriksanya (sidik) lain bila satu huruf atau nomor saja berbeda.",
    emptyTitle: "Belum ada versi",
    emptyText:
      "Versi dibekukan dari halaman naskah. Setiap versi menyimpan teks persis seperti saat itu, dengan sidik SHA-256 yang dapat diperiksa siapa pun.",
    toText: "Buka naskah",
    versionNumber: (n) => `Versi ${n}`,
    live: "Naskah sekarang",
    columnVersion: "Versi",
    columnFrozenBy: "Dibekukan oleh",
    columnTime: "Waktu",
    columnHash: "Sidik",
    columnActions: "Tindakan",
    hash: "Sidik SHA-256",
    hashOf: (n) => `sidik versi ${n}`,
    compareWithLive: "Bandingkan dengan naskah",
    writtenBy: (names) => `Ditulis oleh ${names}`,
    restore: "Pulihkan",
    restoreTitle: (n, label) => `Pulihkan versi ${n}, “${label}”?`,
    restoreText:
      "Naskah akan kembali persis seperti versi ini, sebagai suntingan baru atas nama Anda. Tidak ada yang hilang: semua versi tetap ada, dan yang sedang menyunting melihat perubahannya seketika.",
    restoreLast:
      "Bila naskah sekarang belum dibekukan, bekukan dahulu agar mudah dibandingkan atau dikembalikan.",
    restoreAction: "Pulihkan naskah",
    restored: (n) => `Naskah kini sama dengan versi ${n}.`,
    print: "Cetak",
    json: "Isi dalam JSON",
    frozenBy: (name, time) => `Dibekukan oleh ${name}, ${time}`,
    note: "Catatan",
    pick: "Bandingkan dua versi",
    pickFrom: "Dari",
    pickTo: "Ke",
    pickAction: "Bandingkan",
    pickHint: "Pilih dua teks yang berbeda.",
    missingTitle: "Versi ini tidak ada",
    erased: "Dihapus sebagian",
    erasedText: (time) =>
      `Pada ${time} ada kata yang dihapus dari versi ini. Nomor dan sidiknya milik teks saat dibekukan; isi yang tersisa tidak lagi sesuai sidik itu.`,
  },
  en: {
    title: "Versions",
    lead: "The text as it was frozen at a moment. It never changes again; its hash differs if a single letter or number does.",
    emptyTitle: "No versions yet",
    emptyText:
      "A version is frozen from the page of the text. Each one keeps the text exactly as it was, with a SHA-256 hash that anyone can check.",
    toText: "Open the text",
    versionNumber: (n) => `Version ${n}`,
    live: "The present text",
    columnVersion: "Version",
    columnFrozenBy: "Frozen by",
    columnTime: "Time",
    columnHash: "Hash",
    columnActions: "Actions",
    hash: "SHA-256 hash",
    hashOf: (n) => `hash of version ${n}`,
    compareWithLive: "Compare with the text",
    writtenBy: (names) => `Written by ${names}`,
    restore: "Restore",
    restoreTitle: (n, label) => `Restore version ${n}, “${label}”?`,
    restoreText:
      "The text will again be exactly as in this version, as new edits in your name. Nothing is lost: every version stays, and those who are editing see the change at once.",
    restoreLast:
      "If the present text has not been frozen, freeze it first, so that it is easy to compare or bring back.",
    restoreAction: "Restore the text",
    restored: (n) => `The text is now the same as version ${n}.`,
    print: "Print",
    json: "Content as JSON",
    frozenBy: (name, time) => `Frozen by ${name}, ${time}`,
    note: "Note",
    pick: "Compare two versions",
    pickFrom: "From",
    pickTo: "To",
    pickAction: "Compare",
    pickHint: "Choose two different texts.",
    missingTitle: "There is no such version",
    erased: "Erased in part",
    erasedText: (time) =>
      `Words were erased from this version on ${time}. Number and hash are those of the text as it was frozen; what is left no longer gives that hash.`,
  },
};
