import type { Channel } from "../../domain/contributions/contribution.ts";
import type { TargetState } from "../../domain/contributions/standing.ts";
import type { Messages } from "../../domain/locale.ts";

export interface RegisterTexts {
  readonly title: string;
  readonly lead: string;
  readonly sums: string;
  readonly received: string;
  readonly handling: string;
  readonly unsorted: string;
  readonly withdrawn: string;
  readonly sumWords: (sums: {
    received: string;
    published: string;
    handling: string;
    unsorted: string;
    withdrawn: string;
  }) => string;
  readonly number: string;
  readonly published: string;
  readonly filter: string;
  readonly clause: string;
  readonly allClauses: string;
  readonly outcome: string;
  readonly allOutcomes: string;
  readonly noOutcome: string;
  readonly show: string;
  readonly clear: string;
  readonly list: string;
  readonly none: string;
  readonly noneYet: string;
  readonly next: string;
  readonly first: string;
  readonly general: string;
  readonly noGroup: string;
  readonly notShown: string;
  readonly redacted: string;
  readonly note: string;
  readonly proposal: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly seeChange: string;
  readonly changeComing: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly standings: Readonly<Record<Exclude<TargetState, "attached">, string>>;
  readonly results: string;
  readonly resultsLead: string;
  readonly documents: string;
  readonly document: Readonly<Record<"matriks-masukan" | "laporan-konsultasi", string>>;
  readonly openPage: string;
  readonly noResults: string;
  readonly readAnswers: string;
  readonly saidBy: (count: number) => string;
  readonly alsoSaid: (count: number) => string;
  readonly weSay: string;
  readonly changes: string;
  readonly changeTitle: (citation: string) => string;
  readonly changeLead: (from: number, to: number) => string;
  readonly before: string;
  readonly after: string;
  readonly removedClause: string;
  readonly newClause: string;
  readonly movedClause: string;
  readonly unchanged: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly because: string;
  readonly wholeVersion: (number: number) => string;
}

export const registerTexts: Messages<RegisterTexts> = {
  id: {
    title: "Daftar masukan dan jawabannya",
    lead: "Semua masukan yang diterima pada konsultasi ini, dari cara apa pun disampaikan. Nama tidak ditampilkan, dan data pribadi di dalam masukan disamarkan.",
    sums: "Jumlah",
    received: "Masukan yang masuk",
    handling: "Sedang ditangani",
    unsorted: "Belum dibaca tim",
    withdrawn: "Ditarik oleh penulisnya",
    sumWords: ({ received, published, handling, unsorted, withdrawn }) =>
      `Masukan yang diterima ${received} = dijawab ${published} + sedang ditangani ${handling} + belum dibaca ${unsorted} + ditarik ${withdrawn}.`,
    number: "Banyaknya",
    published: "Dijawab dan diumumkan",
    filter: "Saring",
    clause: "Ketentuan",
    allClauses: "Semua ketentuan",
    outcome: "Jawaban",
    allOutcomes: "Semua jawaban",
    noOutcome: "Belum dijawab",
    show: "Tampilkan",
    clear: "Tampilkan semua",
    list: "Masukan",
    none: "Tidak ada masukan yang cocok dengan saringan ini.",
    noneYet: "Belum ada masukan yang dapat ditampilkan. Masukan tampil di sini sesudah dibaca tim.",
    next: "Masukan berikutnya",
    first: "Kembali ke awal daftar",
    general: "Rancangan secara umum",
    noGroup: "kelompok tidak disebutkan",
    notShown: "Kata-kata masukan ini tidak diumumkan.",
    redacted: "Sebagian disamarkan.",
    note: "Catatan tim:",
    proposal: "Usulan rumusan:",
    answer: "Jawaban",
    noAnswer: "Belum dijawab.",
    seeChange: "Lihat perubahannya",
    changeComing: "Perubahannya tampil pada versi berikutnya.",
    channels: {
      comment: "masukan tertulis",
      "survey-text": "jawaban survei",
      "survey-figure": "angka survei",
      workshop: "lokakarya",
      submission: "pendapat lembaga",
      complaint: "pengaduan",
    },
    standings: {
      removed: "Ketentuan ini tidak ada lagi dalam naskah terbaru.",
      merged: "Ketentuan ini telah digabungkan ke ketentuan lain.",
      orphaned: "Bagian yang ditunjuk tidak ada lagi dalam naskah terbaru.",
      changed: "Bunyi ketentuan ini sudah berubah sejak masukan ini ditulis.",
      moved: "Ketentuan ini telah dipindahkan.",
    },
    results: "Apa yang Anda sampaikan, apa yang kami lakukan",
    resultsLead: "Jawaban yang sudah diumumkan, ketentuan demi ketentuan.",
    documents: "Dokumen",
    document: {
      "matriks-masukan": "Matriks masukan dan tanggapan",
      "laporan-konsultasi": "Laporan konsultasi publik",
    },
    openPage: "Buka dan cetak",
    noResults: "Belum ada jawaban yang diumumkan.",
    readAnswers: "Baca jawabannya, ketentuan demi ketentuan",
    saidBy: (count) => (count === 1 ? "1 masukan" : `${count} masukan serupa`),
    alsoSaid: (count) => `dan ${count} masukan lain`,
    weSay: "Jawaban kami",
    changes: "Yang berubah",
    changeTitle: (citation) => `Perubahan pada ${citation}`,
    changeLead: (from, to) => `Dari versi ${from}, yang dibaca saat memberi masukan, ke versi ${to}.`,
    before: "Semula",
    after: "Menjadi",
    removedClause: "dihapus",
    newClause: "baru",
    movedClause: "dipindahkan",
    unchanged: "Bunyinya sama dengan versi yang dibaca saat memberi masukan.",
    deleted: "dihapus",
    inserted: "ditambahkan",
    because: "Mengapa",
    wholeVersion: (number) => `Naskah lengkap versi ${number}`,
  },
  en: {
    title: "Register of inputs and answers",
    lead: "Everything that was received in this consultation, however it came. No names are shown, and personal data in the words is taken out.",
    sums: "Numbers",
    received: "Received",
    handling: "Being worked on",
    unsorted: "Not yet read by the team",
    withdrawn: "Withdrawn by its author",
    sumWords: ({ received, published, handling, unsorted, withdrawn }) =>
      `Received ${received} = answered ${published} + being worked on ${handling} + not yet read ${unsorted} + withdrawn ${withdrawn}.`,
    number: "How many",
    published: "Answered and published",
    filter: "Filter",
    clause: "Clause",
    allClauses: "All clauses",
    outcome: "Answer",
    allOutcomes: "All answers",
    noOutcome: "Not answered yet",
    show: "Show",
    clear: "Show all",
    list: "Inputs",
    none: "No input matches this filter.",
    noneYet: "There is no input to show yet. Inputs appear here after the team has read them.",
    next: "Next inputs",
    first: "Back to the beginning",
    general: "The draft as a whole",
    noGroup: "no group named",
    notShown: "The words of this input are not published.",
    redacted: "Something was taken out.",
    note: "Note of the team:",
    proposal: "Proposed words:",
    answer: "Answer",
    noAnswer: "Not answered yet.",
    seeChange: "See the change",
    changeComing: "The change will be in the next version.",
    channels: {
      comment: "comment",
      "survey-text": "survey answer",
      "survey-figure": "survey figure",
      workshop: "workshop",
      submission: "position of a body",
      complaint: "complaint",
    },
    standings: {
      removed: "This clause is not in the newest text any more.",
      merged: "This clause was joined into another one.",
      orphaned: "The part that was pointed at is not in the newest text any more.",
      changed: "The words of this clause have changed since this was written.",
      moved: "This clause was moved.",
    },
    results: "What you said, what we did",
    resultsLead: "The answers published so far, clause by clause.",
    documents: "Documents",
    document: {
      "matriks-masukan": "Matrix of input and answers",
      "laporan-konsultasi": "Report of the public consultation",
    },
    openPage: "Open and print",
    noResults: "No answer was published yet.",
    readAnswers: "Read the answers, clause by clause",
    saidBy: (count) => (count === 1 ? "1 input" : `${count} inputs alike`),
    alsoSaid: (count) => (count === 1 ? "and 1 more" : `and ${count} more`),
    weSay: "Our answer",
    changes: "What changed",
    changeTitle: (citation) => `Change of ${citation}`,
    changeLead: (from, to) =>
      `From version ${from}, which people read when they commented, to version ${to}.`,
    before: "Before",
    after: "After",
    removedClause: "removed",
    newClause: "new",
    movedClause: "moved",
    unchanged: "The words are those of the version that people read.",
    deleted: "deleted",
    inserted: "inserted",
    because: "Why",
    wholeVersion: (number) => `The whole text of version ${number}`,
  },
};
