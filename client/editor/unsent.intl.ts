/** What is said when the server takes no more, and of copies left on the device. */
import type { Messages } from "../../domain/locale.ts";

interface Refusal {
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do; and what to do when nothing was left behind. */
  readonly act: string;
  readonly actSaved: string;
}

interface UnsentTexts {
  refusal: Record<"4401" | "4403" | "4404" | "4409" | "4413" | "4426" | "other", Refusal>;
  unsentKept: (n: number) => string;
  nothingUnsent: string;
  downloadUnsent: string;
  /** Whether words were erased is being asked. */
  askingTitle: string;
  askingWhy: string;
  /** Words of the text were erased while this page was open. */
  erasedTitle: string;
  erasedText: string;
  erasedReload: string;
  erasedMissing: string;
  /** The server has all words of a copy. */
  nothingMissing: string;
  unsentFile: string;
  unsentFileHeading: (date: string) => string;
  unsentFileChanges: string;
  /** Above words of a copy from before an erasure that are not in the text. */
  unsentWordsHeading: (date: string) => string;
  unsentSomewhere: string;
  signInAgain: string;
  reload: string;
  toPolicies: string;
  leftoverTitle: string;
  leftoverText: string;
  leftoverItem: (epoch: number, n: number) => string;
  leftoverHere: (n: number) => string;
  leftoverErased: string;
  leftoverDownload: string;
  leftoverFile: string;
  leftoverDelete: string;
  leftoverDeleteTitle: string;
  leftoverDeleteText: (n: number) => string;
  leftoverDeleted: string;
  leftoverNotMissing: string;
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const unsentTexts: Messages<UnsentTexts> = {
  id: {
    refusal: {
      "4401": {
        title: "Sesi Anda berakhir",
        safe: "Yang belum terkirim tersimpan di perangkat ini.",
        act: "Masuk kembali; Anda kembali ke halaman ini dan perubahan dikirim.",
        actSaved: "Masuk kembali; Anda kembali ke halaman ini.",
      },
      "4403": {
        title: "Anda tidak lagi dapat mengubah naskah ini",
        safe: "Yang sudah tersimpan di server tidak berubah.",
        act: "Unduh tulisan yang belum terkirim, lalu hubungi pemilik rancangan.",
        actSaved: "Hubungi pemilik rancangan bila Anda masih perlu menulis di sini.",
      },
      "4404": {
        title: "Rancangan ini tidak ada lagi",
        safe: "Tulisan yang belum terkirim masih ada di perangkat ini.",
        act: "Unduh tulisan itu bila masih diperlukan.",
        actSaved: "Tanyakan kepada pemilik rancangan bila ini tidak Anda duga.",
      },
      "4409": {
        title: "Naskah dimulai ulang di server",
        safe: "Tulisan Anda yang belum terkirim disimpan terpisah di perangkat ini dan tidak dicampur.",
        act: "Unduh tulisan itu, lalu muat ulang untuk melanjutkan pada naskah yang berlaku.",
        actSaved: "Muat ulang untuk melanjutkan pada naskah yang berlaku.",
      },
      "4413": {
        title: "Perubahan ini terlalu besar untuk dikirim",
        safe: "Tulisan Anda tersimpan di perangkat ini.",
        act: "Unduh tulisan itu, muat ulang, lalu masukkan bagian demi bagian.",
        actSaved: "Muat ulang untuk melanjutkan.",
      },
      "4426": {
        title: "Halaman ini sudah usang",
        safe: "Yang belum terkirim tersimpan di perangkat ini.",
        act: "Muat ulang untuk memakai versi aplikasi yang baru.",
        actSaved: "Muat ulang untuk memakai versi aplikasi yang baru.",
      },
      other: {
        title: "Server tidak menerima perubahan",
        safe: "Tulisan Anda tersimpan di perangkat ini.",
        act: "Unduh tulisan yang belum terkirim, lalu muat ulang.",
        actSaved: "Muat ulang untuk melanjutkan.",
      },
    },
    unsentKept: (n) => `${n} perubahan belum terkirim.`,
    nothingUnsent: "Semua perubahan Anda sudah tersimpan.",
    downloadUnsent: "Unduh tulisan saya",
    askingTitle: "Naskah ini sedang diganti di server",
    askingWhy: "Sedang ditanyakan ke server apa yang berubah; tunggu sebentar.",
    erasedTitle: "Ada kata yang dihapus dari naskah ini",
    erasedText:
      "Bagian hukum menghapus data pribadi dari naskah beserta riwayatnya, atas dasar hukum. Ini bukan gangguan. Naskah di halaman ini ditutup karena masih memuat kata itu.",
    erasedReload: "Muat ulang untuk melanjutkan pada naskah yang berlaku.",
    erasedMissing:
      "Ada tulisan Anda yang belum sampai ke server. Unduh dahulu, lalu tuliskan kembali yang masih perlu.",
    nothingMissing: "Tidak ada tulisan Anda yang kurang: selain yang dihapus, semuanya ada dalam naskah.",
    unsentFile: "tulisan-belum-terkirim",
    unsentFileHeading: (date) =>
      `Naskah seperti di perangkat ini pada ${date}, dengan perubahan yang belum terkirim.`,
    unsentFileChanges:
      "Seluruh perubahan dalam bentuk yang dapat dibaca Rembuk (base64), untuk pengelola. Jangan diubah.",
    unsentWordsHeading: (date) =>
      `Kata yang belum ada dalam naskah di server pada ${date}. Kata yang dihapus dari naskah tidak disertakan.`,
    unsentSomewhere: "Bagian tanpa nomor",
    signInAgain: "Masuk kembali",
    reload: "Muat ulang",
    toPolicies: "Ke daftar rancangan",
    leftoverTitle: "Ada tulisan lama di perangkat ini",
    leftoverText:
      "Tulisan ini tidak terkirim seluruhnya dan tidak dapat dikirim lagi. Unduh untuk membacanya, atau hapus bila tidak diperlukan.",
    leftoverItem: (epoch, n) => `Naskah ke-${epoch}, sebelum dimulai ulang: ${n} perubahan belum terkirim`,
    leftoverHere: (n) => `${n} perubahan yang tidak sempat terkirim`,
    leftoverErased:
      "Salinan ini dari sebelum penghapusan data pribadi. Yang diunduh hanya kata yang tidak ada dalam naskah sekarang; sesudahnya hapuslah salinan ini.",
    leftoverDownload: "Unduh",
    leftoverFile: "tulisan-lama",
    leftoverDelete: "Hapus",
    leftoverDeleteTitle: "Hapus tulisan lama dari perangkat ini",
    leftoverDeleteText: (n) =>
      `${n} perubahan yang hanya ada di perangkat ini akan hilang dan tidak dapat dikembalikan. Naskah di server tidak berubah.`,
    leftoverDeleted: "Tulisan lama dihapus dari perangkat ini.",
    leftoverNotMissing:
      "Salinan lama di perangkat ini dihapus: tidak ada tulisan Anda yang kurang di naskah.",
  },
  en: {
    refusal: {
      "4401": {
        title: "Your session has ended",
        safe: "What was not sent is kept on this device.",
        act: "Sign in again; you come back to this page and the changes are sent.",
        actSaved: "Sign in again; you come back to this page.",
      },
      "4403": {
        title: "You can no longer change this text",
        safe: "What is saved on the server has not changed.",
        act: "Download what was not sent, then ask the owner of the draft.",
        actSaved: "Ask the owner of the draft if you still need to write here.",
      },
      "4404": {
        title: "This draft no longer exists",
        safe: "What was not sent is still on this device.",
        act: "Download it if you still need it.",
        actSaved: "Ask the owner of the draft if you did not expect this.",
      },
      "4409": {
        title: "The text was restarted on the server",
        safe: "What you had not sent is kept apart on this device and is not mixed in.",
        act: "Download it, then reload to go on with the text that holds.",
        actSaved: "Reload to go on with the text that holds.",
      },
      "4413": {
        title: "This change is too large to send",
        safe: "Your text is kept on this device.",
        act: "Download it, reload, then put it in piece by piece.",
        actSaved: "Reload to go on.",
      },
      "4426": {
        title: "This page is out of date",
        safe: "What was not sent is kept on this device.",
        act: "Reload to use the new version of the application.",
        actSaved: "Reload to use the new version of the application.",
      },
      other: {
        title: "The server does not take the changes",
        safe: "Your text is kept on this device.",
        act: "Download what was not sent, then reload.",
        actSaved: "Reload to go on.",
      },
    },
    unsentKept: (n) => plural(n, "1 change has not been sent.", `${n} changes have not been sent.`),
    nothingUnsent: "All your changes are saved.",
    downloadUnsent: "Download my text",
    askingTitle: "This text is being replaced on the server",
    askingWhy: "The server is being asked what changed; wait a moment.",
    erasedTitle: "Words were erased from this text",
    erasedText:
      "The legal division erased personal data from the text and its past, on a legal ground. Nothing is wrong. The text on this page is covered because it still holds those words.",
    erasedReload: "Reload to go on with the text that holds.",
    erasedMissing:
      "Some of your writing has not reached the server. Download it first, then write again what is still needed.",
    nothingMissing: "None of your writing is missing: except what was erased, all of it is in the text.",
    unsentFile: "unsent-text",
    unsentFileHeading: (date) =>
      `The text as it is on this device on ${date}, with the changes not sent yet.`,
    unsentFileChanges:
      "All changes in the form that Rembuk reads (base64), for the administrator. Do not edit.",
    unsentWordsHeading: (date) =>
      `Words that are not in the server's text on ${date}. What was erased from it is left out.`,
    unsentSomewhere: "A part without a number",
    signInAgain: "Sign in again",
    reload: "Reload",
    toPolicies: "To the list of drafts",
    leftoverTitle: "There is older writing on this device",
    leftoverText:
      "Not all of it was sent, and it can no longer be sent. Download it to read it, or delete it if it is not needed.",
    leftoverItem: (epoch, n) =>
      `Text no. ${epoch}, before the restart: ${plural(n, "1 unsent change", `${n} unsent changes`)}`,
    leftoverHere: (n) =>
      plural(n, "1 change that was not sent in time", `${n} changes that were not sent in time`),
    leftoverErased:
      "This copy is from before personal data was erased. Only words that are not in the present text are downloaded; delete the copy afterwards.",
    leftoverDownload: "Download",
    leftoverFile: "older-text",
    leftoverDelete: "Delete",
    leftoverDeleteTitle: "Delete the older writing from this device",
    leftoverDeleteText: (n) =>
      `${plural(n, "1 change that exists", `${n} changes that exist`)} only on this device will be gone and cannot be brought back. The text on the server does not change.`,
    leftoverDeleted: "The older writing is deleted from this device.",
    leftoverNotMissing:
      "The older copy on this device was deleted: none of your writing is missing in the text.",
  },
};
