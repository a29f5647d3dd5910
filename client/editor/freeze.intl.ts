/** Freezing a version, and the list of versions. */
import type { Messages } from "../../domain/locale.ts";

interface FreezeTexts {
  versionsNone: string;
  versionsNoneText: string;
  version: (n: number, label: string) => string;
  compareWithLive: string;
  compareNumber: (n: number) => string;
  freeze: string;
  freezeTitle: string;
  freezeText: string;
  freezeLabel: string;
  freezeLabelHint: string;
  suggestedLabel: (n: number) => string;
  freezeNote: string;
  freezeNoteHint: string;
  freezeFindings: (n: number) => string;
  freezeFindingsText: string;
  freezeNumbers: (n: number) => string;
  freezeWaiting: string;
  freezeNotSettled: string;
  freezeOffline: string;
  freezeRefused: string;
  freezeAction: string;
  freezing: string;
  frozenTitle: (n: number, label: string) => string;
  frozenText: string;
  frozenOpen: (n: number) => string;
  frozenToast: (n: number) => string;
  hash: string;
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const freezeTexts: Messages<FreezeTexts> = {
  id: {
    versionsNone: "Belum ada versi",
    versionsNoneText: "Versi menyimpan naskah persis seperti saat dibekukan, untuk dibaca dan dibandingkan.",
    version: (n, label) => `Versi ${n}: ${label}`,
    compareWithLive: "Bandingkan dengan naskah",
    compareNumber: (n) => `Bandingkan dengan naskah: versi ${n}`,
    freeze: "Bekukan versi",
    freezeTitle: "Bekukan versi",
    freezeText:
      "Naskah disimpan persis seperti sekarang, dengan kode pemeriksa (sidik) yang dapat dicocokkan siapa pun. Penyuntingan tetap berjalan sesudahnya.",
    freezeLabel: "Nama versi",
    freezeLabelHint: "Dipakai dalam daftar versi dan tautan.",
    suggestedLabel: (n) => `Draf ${n}`,
    freezeNote: "Catatan",
    freezeNoteHint: "Misalnya untuk apa versi ini dibekukan.",
    freezeFindings: (n) => `${n} pengacuan perlu dilihat dahulu`,
    freezeFindingsText: "Versi tetap dapat dibekukan dengan pengacuan ini; kata-katanya ikut dibekukan.",
    freezeNumbers: (n) => `${n} nomor di luar urutan ikut dibekukan seperti tertulis; lihat Temuan.`,
    freezeWaiting: "Menunggu semua perubahan tersimpan.",
    freezeNotSettled:
      "Perubahan terakhir belum tersimpan di server, jadi versi belum dibekukan. Tulisan Anda aman di perangkat ini. Coba lagi sebentar lagi.",
    freezeOffline:
      "Perangkat sedang luring, dan versi hanya dapat dibekukan dari naskah di server. Tulisan Anda aman di perangkat ini; bekukan setelah tersambung.",
    freezeRefused:
      "Halaman ini terkunci dan tidak lagi terhubung dengan naskah di server, jadi versi tidak dapat dibekukan dari sini.",
    freezeAction: "Bekukan",
    freezing: "Membekukan",
    frozenTitle: (n, label) => `Versi ${n} dibekukan: ${label}`,
    frozenText: "Isi versi ini tidak berubah lagi.",
    frozenOpen: (n) => `Buka versi ${n}`,
    frozenToast: (n) => `Versi ${n} dibekukan.`,
    hash: "Sidik SHA-256",
  },
  en: {
    versionsNone: "No version yet",
    versionsNoneText: "A version keeps the text exactly as it was when frozen, to read and to compare.",
    version: (n, label) => `Version ${n}: ${label}`,
    compareWithLive: "Compare with the text",
    compareNumber: (n) => `Compare with the text: version ${n}`,
    freeze: "Freeze version",
    freezeTitle: "Freeze version",
    freezeText:
      "The text is kept exactly as it is now, with a fingerprint that anyone can check. Writing goes on afterwards.",
    freezeLabel: "Name of the version",
    freezeLabelHint: "Used in the list of versions and in links.",
    suggestedLabel: (n) => `Draft ${n}`,
    freezeNote: "Note",
    freezeNoteHint: "For example what this version is frozen for.",
    freezeFindings: (n) => plural(n, "1 reference to look at first", `${n} references to look at first`),
    freezeFindingsText: "The version can be frozen with them; their words are frozen as they are.",
    freezeNumbers: (n) =>
      plural(
        n,
        "1 number out of order is frozen as written",
        `${n} numbers out of order are frozen as written`,
      ) + "; see Findings.",
    freezeWaiting: "Waiting until all changes are saved.",
    freezeNotSettled:
      "The last changes are not on the server yet, so no version was frozen. Your text is safe on this device. Try again in a moment.",
    freezeOffline:
      "This device is offline, and a version can only be frozen from the text on the server. Your text is safe on this device; freeze it once connected.",
    freezeRefused:
      "This page is locked and no longer tied to the text on the server, so no version can be frozen from here.",
    freezeAction: "Freeze",
    freezing: "Freezing",
    frozenTitle: (n, label) => `Version ${n} is frozen: ${label}`,
    frozenText: "The content of this version never changes again.",
    frozenOpen: (n) => `Open version ${n}`,
    frozenToast: (n) => `Version ${n} is frozen.`,
    hash: "SHA-256 fingerprint",
  },
};
