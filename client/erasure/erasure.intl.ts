import type { Messages } from "../../domain/locale.ts";

interface ErasureTexts {
  section: string;
  title: string;
  lead: string;
  words: string;
  wordsHint: string;
  wordsMissing: string;
  wordsShort: string;
  cids: string;
  cidsHint: string;
  look: string;
  effectTitle: string;
  nothing: string;
  inText: (times: number, clauses: number) => string;
  times: (n: number) => string;
  inPast: (rows: number) => string;
  inVersions: (n: number) => string;
  version: (n: number, label: string) => string;
  versionCount: (n: number) => string;
  versionPast: string;
  approved: string;
  published: string;
  people: (n: number) => string;
  nobody: string;
  notReachedTitle: string;
  backups: string;
  outside: string;
  elsewhere: (n: number) => string;
  devices: string;
  willTitle: string;
  willMark: string;
  willEpoch: string;
  willHash: string;
  willRecord: string;
  basis: string;
  basisHint: string;
  basisMissing: string;
  confirm: string;
  confirmMissing: string;
  erase: string;
  back: string;
  finalTitle: string;
  finalText: string;
  doneTitle: string;
  done: (live: number, rows: number, versions: number) => string;
  doneScrubbed: string;
  doneNotScrubbed: string;
  more: string;
  /** A link from a part of the text. */
  fromPart: string;
  notAllowed: string;
  unnamed: string;
}

export const erasureTexts: Messages<ErasureTexts> = {
  id: {
    section: "Penghapusan data pribadi",
    title: "Penghapusan data pribadi",
    lead: "Untuk data pribadi yang tidak semestinya ada dalam naskah (UU 27/2022). Berbeda dari menyunting: kata yang disebut di sini hilang juga dari riwayat dan dari versi yang sudah dibekukan, dan tidak dapat dikembalikan.",
    words: "Kata yang dihapus, satu per baris",
    wordsHint:
      "Misalnya nama, NIK, atau nomor telepon. Huruf besar dan kecil dianggap sama. Paling sedikit tiga karakter.",
    wordsMissing: "Tuliskan kata yang akan dihapus.",
    wordsShort: "Setiap baris paling sedikit tiga karakter.",
    cids: "Seluruh isi bagian yang dipilih dalam naskah",
    cidsHint: "Isi bagian hilang seluruhnya, juga semua yang pernah tertulis di dalamnya.",
    look: "Lihat dampaknya",
    effectTitle: "Yang ditemukan",
    nothing: "Kata ini tidak ada dalam naskah, riwayat, maupun versinya. Tidak ada yang perlu dihapus.",
    inText: (times, clauses) => `Naskah sekarang: ${times} kali di ${clauses} bagian`,
    times: (n) => `${n} kali`,
    inPast: (rows) =>
      `Riwayat tulisan: ${rows} langkah penulisan, termasuk yang sudah dihapus penulisnya. Mengetik satu nama dapat tersimpan dalam banyak langkah.`,
    inVersions: (n) => `Versi yang dibekukan: ${n}`,
    version: (n, label) => `Versi ${n}, “${label}”`,
    versionCount: (n) => `${n} kali`,
    versionPast: "tidak tampak, hanya dalam keadaan yang tersimpan",
    approved: "sudah disetujui",
    published: "sudah diumumkan",
    people: (n) =>
      `${n} sambungan ke naskah ini akan diputus; yang belum terkirim tetap ada di perangkat masing-masing untuk diunduh.`,
    nobody: "Saat ini tidak ada yang membuka naskah ini.",
    notReachedTitle: "Yang tidak terjangkau",
    backups:
      "Cadangan (backup) yang dibuat sebelum penghapusan, dan salinan lama yang disimpan otomatis oleh penyedia server bila Rembuk berjalan di layanan awan (cloud): musnahkan atau simpan sebagai data rahasia. Memulihkannya mengembalikan kata ini.",
    outside: "Dokumen yang sudah diunduh, dicetak, atau dikirim, dan surel pemberitahuan yang memuat judul.",
    elsewhere: (n) =>
      `${n} masukan, kutipan, atau jawaban pada rancangan ini juga memuat kata ini. Tutupi lewat halaman Masukan.`,
    devices:
      "Salinan di perangkat orang lain terhapus saat naskah dibuka lagi di sana; yang berisi tulisan belum terkirim ditandai dan menunggu dihapus orangnya.",
    willTitle: "Yang akan terjadi",
    willMark:
      "Dalam naskah dan versi, kata itu diganti “[dihapus]”. Dalam riwayat setiap hurufnya menjadi █; siapa menulis kapan tetap tercatat.",
    willEpoch:
      "Naskah dibuka sebagai naskah yang bersih, tanpa sisa kata lama di dalamnya. Semua yang sedang membukanya harus memuat ulang halaman.",
    willHash:
      "Versi tetap memakai nomor dan kode pemeriksanya (sidik), dengan tanda “dihapus”. Isinya tidak lagi cocok dengan kode itu; persetujuan tetap berlaku bagi teks yang disetujui waktu itu.",
    willRecord:
      "Penghapusan ini tercatat dalam riwayat atas nama Anda, dengan dasarnya dan jumlahnya, tanpa kata-katanya.",
    basis: "Dasar penghapusan",
    basisHint:
      "Misalnya: permintaan subjek data tanggal 3 November 2026, UU 27/2022 Pasal 8. Jangan tulis kata yang dihapus.",
    basisMissing: "Tuliskan dasarnya.",
    confirm: "Saya mengerti bahwa ini tidak dapat dibatalkan",
    confirmMissing: "Centanglah bahwa Anda mengerti.",
    erase: "Hapus untuk selamanya",
    back: "Ubah kata",
    finalTitle: "Hapus kata ini untuk selamanya?",
    finalText: "Langkah ini tidak dapat dibatalkan oleh siapa pun.",
    doneTitle: "Sudah dihapus",
    done: (live, rows, versions) =>
      `Dari ${live} bagian naskah, ${rows} langkah penulisan dalam riwayat, dan ${versions} versi.`,
    doneScrubbed: "Berkas basis data sudah disusun ulang, sehingga tidak ada sisanya di dalamnya.",
    doneNotScrubbed:
      "Rembuk ini berjalan di layanan awan (cloud): salinan lama yang disimpan otomatis oleh penyedianya dapat bertahan sampai 30 hari.",
    more: "Hapus kata lain",
    fromPart: "Hapus data pribadi dari bagian ini",
    notAllowed:
      "Hanya bagian hukum yang dapat menghapus kata dari naskah beserta riwayatnya, dan bukan yang ikut menulisnya.",
    unnamed: "Bagian tanpa nomor",
  },
  en: {
    section: "Erasing personal data",
    title: "Erasing personal data",
    lead: "For personal data that should not be in a draft (Law 27/2022). Unlike editing, the words named here also go from the history and from frozen versions, and cannot be brought back.",
    words: "Words to erase, one a line",
    wordsHint:
      "A name, an identity or a telephone number. Capitals make no difference. At least three characters.",
    wordsMissing: "Write the words to erase.",
    wordsShort: "Each line has at least three characters.",
    cids: "All of the part chosen in the text",
    cidsHint: "The part loses all its words, and everything that ever stood in it.",
    look: "See what would happen",
    effectTitle: "What was found",
    nothing: "These words are not in the text, its history or its versions. There is nothing to erase.",
    inText: (times, clauses) =>
      `The present text: ${times} ${times === 1 ? "time" : "times"} in ${clauses} ${clauses === 1 ? "part" : "parts"}`,
    times: (n) => (n === 1 ? "once" : `${n} times`),
    inPast: (rows) =>
      `The history: ${rows} ${rows === 1 ? "step" : "steps"} of writing, also what its writer struck. Typing one name may be kept in many steps.`,
    inVersions: (n) => `Frozen versions: ${n}`,
    version: (n, label) => `Version ${n}, “${label}”`,
    versionCount: (n) => (n === 1 ? "once" : `${n} times`),
    versionPast: "not visible, only in its stored state",
    approved: "approved",
    published: "published",
    people: (n) =>
      `${n} ${n === 1 ? "connection" : "connections"} to this text will be closed; what was not sent stays on each device for download.`,
    nobody: "Nobody has this text open now.",
    notReachedTitle: "What is not reached",
    backups:
      "Backups made before, and older copies that a cloud provider keeps by itself: destroy them or keep them as secrets. Restoring one brings the words back.",
    outside: "Documents that were downloaded, printed or sent, and notification mails that carry the title.",
    elsewhere: (n) =>
      `${n} ${n === 1 ? "input, quote or answer" : "inputs, quotes or answers"} on this draft also hold these words. Redact them on the Input page.`,
    devices:
      "Copies on other people's devices go when the text is opened there again; one with unsent writing is marked and waits for its person to delete it.",
    willTitle: "What will happen",
    willMark:
      "In the text and its versions the words become “[dihapus]” (erased). In the history each letter becomes █; who wrote when stays.",
    willEpoch: "The text begins anew without the old traces. Whoever has it open must reload.",
    willHash:
      "Versions keep number and hash, with the mark “erased”. Their content no longer gives that hash; an approval stays one of the text approved then.",
    willRecord: "This erasure is recorded in your name, with its ground and its extent, without the words.",
    basis: "Ground of the erasure",
    basisHint:
      "For example: request of the person concerned of 3 November 2026, Law 27/2022 Article 8. Do not write the words themselves.",
    basisMissing: "Write the ground.",
    confirm: "I understand that this cannot be undone",
    confirmMissing: "Tick that you understand.",
    erase: "Erase for good",
    back: "Change the words",
    finalTitle: "Erase these words for good?",
    finalText: "Nobody can undo this step.",
    doneTitle: "Erased",
    done: (live, rows, versions) =>
      `From ${live} ${live === 1 ? "part" : "parts"} of the text, ${rows} steps of writing in the history and ${versions} ${versions === 1 ? "version" : "versions"}.`,
    doneScrubbed: "The database files were written anew, so that no remains are in them.",
    doneNotScrubbed:
      "This Rembuk runs in a cloud: older copies that its provider keeps by itself may stay for up to 30 days.",
    more: "Erase other words",
    fromPart: "Erase personal data from this part",
    notAllowed:
      "Only the legal division may erase words from a text and its past, and nobody who writes the draft.",
    unnamed: "A part without a number",
  },
};
