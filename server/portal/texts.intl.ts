import type { Messages } from "../../domain/locale.ts";

/** Pages of published texts: versions, clauses, whether one is genuine, posters. */
export interface PublishedTexts {
  readonly version: (number: number) => string;
  readonly versionOf: (number: number, label: string, date: string) => string;
  readonly approved: (date: string) => string;
  readonly notApproved: string;
  readonly newer: (number: number) => string;
  readonly hash: string;
  readonly hashHint: string;
  readonly check: string;
  readonly asked: string;
  readonly versions: string;
  readonly all: string;
  readonly allHint: string;
  readonly dossier: string;
  readonly dossierLead: (number: number) => string;
  readonly words: string;
  readonly history: string;
  readonly firstPublic: string;
  readonly changed: string;
  readonly moved: string;
  readonly same: string;
  readonly came: string;
  readonly gone: string;
  readonly goneTitle: (citation: string) => string;
  readonly goneWords: (number: number) => string;
  readonly lastWords: string;
  readonly mergedFrom: (citation: string) => string;
  readonly said: string;
  readonly saidCount: (count: number) => string;
  readonly nothingSaid: string;
  readonly more: (count: number) => string;
  readonly commentNow: string;
  readonly figures: string;
  readonly answered: (n: string) => string;
  readonly meanOf: (mean: string, n: string) => string;
  readonly choice: string;
  readonly howMany: string;
  readonly inText: string;
  readonly verifyTitle: string;
  readonly verifyLead: string;
  readonly verifyField: string;
  readonly verifyHint: string;
  readonly verifyButton: string;
  readonly verifyWrong: string;
  readonly known: string;
  readonly knownWords: string;
  readonly of: string;
  readonly authority: string;
  readonly frozenAt: string;
  /** Words were erased from the version. */
  readonly erased: (day: string) => string;
  readonly approvedBy: string;
  readonly inReview: string;
  readonly returned: string;
  readonly neverSubmitted: string;
  readonly approvedOn: (name: string, date: string) => string;
  readonly unknown: string;
  readonly unknownWords: readonly string[];
  readonly howTo: string;
  readonly readIt: string;
  readonly notPublic: string;
  readonly poster: string;
  readonly posterAsk: string;
  readonly posterHow: string;
  readonly posterType: string;
  readonly print: string;
}

export const publishedTexts: Messages<PublishedTexts> = {
  id: {
    version: (number) => `Versi ${number}`,
    versionOf: (number, label, date) => `Versi ${number} (${label}), dibekukan ${date}`,
    approved: (date) => `Disetujui ${date}`,
    notApproved: "Rancangan: belum disetujui",
    newer: (number) => `Ada versi yang lebih baru untuk dibaca: versi ${number}.`,
    hash: "Sidik digital (SHA-256)",
    hashHint: "Dua naskah dengan sidik yang sama pasti sama sampai ke hurufnya.",
    check: "Periksa keasliannya",
    asked: "Konsultasi atas versi ini",
    versions: "Versi yang dapat dibaca",
    all: "Seluruh naskah dalam satu halaman",
    allHint: "untuk dicetak",
    dossier: "Perjalanan ketentuan",
    dossierLead: (number) => `Bunyi dalam naskah terbaru yang dapat dibaca (versi ${number}).`,
    words: "Bunyi ketentuan",
    history: "Dari versi ke versi",
    firstPublic: "versi pertama yang dapat dibaca",
    changed: "bunyinya berubah",
    moved: "dipindahkan",
    same: "tidak berubah",
    came: "ketentuan ini baru",
    gone: "ketentuan ini tidak ada lagi",
    goneTitle: (citation) => `${citation} tidak ada lagi`,
    goneWords: (number) => `Ketentuan ini dihapus; naskah terbaru (versi ${number}) tidak memuatnya.`,
    lastWords: "Bunyinya yang terakhir",
    mergedFrom: (citation) => `Ketentuan yang semula ${citation} digabungkan ke ketentuan ini.`,
    said: "Masukan dan jawabannya",
    saidCount: (count) => (count === 1 ? "1 masukan." : `${count} masukan.`),
    nothingSaid: "Belum ada masukan atas ketentuan ini yang dapat ditampilkan.",
    more: (count) => `Hanya ${count} masukan terbaru yang ditampilkan di sini.`,
    commentNow: "Beri masukan atas ketentuan ini",
    figures: "Angka survei",
    answered: (n) => `${n} orang menjawab.`,
    meanOf: (mean, n) => `Rata-rata ${mean} dari ${n} jawaban.`,
    choice: "Pilihan",
    howMany: "Banyaknya",
    inText: "Lihat dalam naskah",
    verifyTitle: "Periksa keaslian naskah",
    verifyLead:
      "Setiap versi mempunyai sidik digital: 64 huruf dan angka yang hanya cocok dengan naskah itu. Satu huruf berubah, sidiknya pun berubah.",
    verifyField: "Sidik digital",
    verifyHint: "64 huruf dan angka, seperti tercetak pada naskah atau lembar persetujuan.",
    verifyButton: "Periksa",
    verifyWrong: "Ini bukan sidik yang lengkap: harus 64 huruf a sampai f dan angka.",
    known: "Naskah ini dikenal",
    knownWords: "Sidik ini milik versi berikut.",
    of: "Rancangan",
    authority: "Pemerintah daerah",
    frozenAt: "Dibekukan",
    erased: (day) =>
      `Pada ${day} ada kata yang dihapus dari versi ini karena data pribadi. Nomor dan sidiknya milik teks saat dibekukan; isi yang tersisa tidak lagi sesuai sidik itu.`,
    approvedBy: "Persetujuan",
    inReview: "Sedang diperiksa, belum disetujui.",
    returned: "Dikembalikan untuk diperbaiki, tidak disetujui.",
    neverSubmitted: "Versi ini tidak pernah disetujui.",
    approvedOn: (name, date) => `${name}, ${date}`,
    unknown: "Naskah ini tidak dikenal",
    unknownWords: [
      "Tidak ada versi yang diumumkan atau disetujui dengan sidik ini. Artinya salah satu dari berikut ini:",
      "naskah yang Anda pegang sudah diubah, walau hanya satu huruf;",
      "sidiknya tidak tersalin dengan benar;",
      "naskah itu rancangan yang belum diumumkan, atau berasal dari tempat lain.",
    ],
    howTo: "Minta naskah yang sah kepada perangkat daerah yang menyusunnya.",
    readIt: "Baca naskahnya",
    notPublic: "Naskahnya sendiri belum diumumkan.",
    poster: "Poster",
    posterAsk: "Apa pendapat Anda?",
    posterHow: "Arahkan kamera ponsel ke kode ini",
    posterType: "atau ketik alamat ini",
    print: "Cetak halaman ini pada kertas A4.",
  },
  en: {
    version: (number) => `Version ${number}`,
    versionOf: (number, label, date) => `Version ${number} (${label}), frozen ${date}`,
    approved: (date) => `Approved ${date}`,
    notApproved: "Draft: not approved",
    newer: (number) => `There is a newer version to read: version ${number}.`,
    hash: "Digital fingerprint (SHA-256)",
    hashHint: "Two texts with the same fingerprint are the same to the letter.",
    check: "Check whether it is genuine",
    asked: "Consultation on this version",
    versions: "Versions that can be read",
    all: "The whole text on one page",
    allHint: "for printing",
    dossier: "The way of a clause",
    dossierLead: (number) => `As it stands in the newest text that can be read (version ${number}).`,
    words: "Words of the clause",
    history: "From version to version",
    firstPublic: "the first version that can be read",
    changed: "its words changed",
    moved: "it was moved",
    same: "unchanged",
    came: "this clause is new",
    gone: "this clause is gone",
    goneTitle: (citation) => `${citation} is gone`,
    goneWords: (number) => `This clause was removed; the newest text (version ${number}) does not have it.`,
    lastWords: "Its last words",
    mergedFrom: (citation) => `What was ${citation} was joined into this clause.`,
    said: "Inputs and answers",
    saidCount: (count) => (count === 1 ? "1 input." : `${count} inputs.`),
    nothingSaid: "There is no input on this clause to show yet.",
    more: (count) => `Only the newest ${count} inputs are shown here.`,
    commentNow: "Comment on this clause",
    figures: "Survey figures",
    answered: (n) => `${n} people answered.`,
    meanOf: (mean, n) => `Mean ${mean} of ${n} answers.`,
    choice: "Choice",
    howMany: "How many",
    inText: "See it in the text",
    verifyTitle: "Check whether a text is genuine",
    verifyLead:
      "Every version has a digital fingerprint: 64 letters and digits that fit that text alone. One letter changes, and so does the fingerprint.",
    verifyField: "Digital fingerprint",
    verifyHint: "64 letters and digits, as printed on the text or on the sheet of approval.",
    verifyButton: "Check",
    verifyWrong: "This is no complete fingerprint: it has 64 letters a to f and digits.",
    known: "This text is known",
    knownWords: "The fingerprint is that of the following version.",
    of: "Draft",
    authority: "Regional government",
    frozenAt: "Frozen",
    erased: (day) =>
      `Words were erased from this version on ${day} for the protection of personal data. Number and hash are those of the text as it was frozen; what is left no longer gives that hash.`,
    approvedBy: "Approval",
    inReview: "Under review, not approved yet.",
    returned: "Returned to be improved, not approved.",
    neverSubmitted: "This version was never approved.",
    approvedOn: (name, date) => `${name}, ${date}`,
    unknown: "This text is not known",
    unknownWords: [
      "No version that was published or approved has this fingerprint. So one of these is the case:",
      "the text in your hands was changed, if only by a letter;",
      "the fingerprint was not copied correctly;",
      "the text is a draft that was not published, or comes from elsewhere.",
    ],
    howTo: "Ask the office that drafted it for the valid text.",
    readIt: "Read the text",
    notPublic: "The text itself was not published.",
    poster: "Poster",
    posterAsk: "What do you think?",
    posterHow: "Point the camera of your phone at this code",
    posterType: "or type this address",
    print: "Print this page on A4 paper.",
  },
};
