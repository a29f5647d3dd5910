import type { Messages } from "../../domain/locale.ts";
import type { ConsultationPhase } from "../../domain/consultations/phase.ts";

type PublicPhase = Exclude<ConsultationPhase, "draft">;

export interface ConsultationTexts {
  readonly kicker: string;
  readonly demo: string;
  readonly phase: Readonly<Record<PublicPhase, string>>;
  /** The line under the title, with the moment in it. */
  readonly until: (moment: string) => string;
  readonly from: (moment: string) => string;
  readonly since: (moment: string) => string;
  readonly cancelled: (reason: string) => string;
  readonly closedEarly: (reason: string) => string;
  readonly asks: string;
  readonly whom: string;
  readonly everyone: string;
  readonly window: string;
  readonly windowWords: (from: string, to: string) => string;
  readonly text: string;
  readonly textWords: (number: number, label: string, date: string) => string;
  readonly answerSurvey: (title: string) => string;
  readonly surveyUntil: (moment: string) => string;
  readonly readAndComment: string;
  readonly readText: string;
  readonly workshops: string;
  readonly workshopAt: (moment: string, place: string) => string;
  readonly workshopPage: string;
  readonly outline: string;
  readonly contents: string;
  readonly opening: string;
  readonly body: string;
  readonly elucidation: string;
  readonly pasalRange: (first: string, last: string) => string;
  readonly continued: string;
  readonly longText: string;
  readonly comment: string;
  readonly commentOn: (citation: string) => string;
  readonly wholePasal: string;
  readonly inputs: (count: number) => string;
  readonly inputsOn: (citation: string) => string;
  readonly general: string;
  readonly generalHint: string;
  readonly whatHappens: string;
  readonly submissions: string;
  readonly submissionsWords: string;
  readonly received: string;
  readonly receivedWords: (count: number) => string;
  readonly register: string;
  readonly results: string;
  readonly resultsLead: string;
  readonly contact: string;
  readonly share: string;
  readonly poster: string;
  readonly wholeText: string;
  readonly backToConsultation: string;
  readonly previous: string;
  readonly next: string;
  readonly hash: string;
}

export const consultationTexts: Messages<ConsultationTexts> = {
  id: {
    kicker: "Konsultasi publik",
    demo: "Contoh untuk peragaan, bukan konsultasi yang sebenarnya.",
    phase: {
      upcoming: "Belum dibuka",
      open: "Sedang dibuka",
      closed: "Sudah ditutup",
      cancelled: "Dibatalkan",
    },
    until: (moment) => `Terbuka sampai ${moment}`,
    from: (moment) => `Dibuka mulai ${moment}`,
    since: (moment) => `Ditutup ${moment}`,
    cancelled: (reason) =>
      `Konsultasi ini dibatalkan. Alasannya: ${reason} Masukan yang sudah diterima tetap tersimpan dan dijawab.`,
    closedEarly: (reason) => `Konsultasi ini ditutup lebih awal. Alasannya: ${reason}`,
    asks: "Yang meminta masukan",
    whom: "Yang diundang",
    everyone: "Siapa saja",
    window: "Waktu",
    windowWords: (from, to) => `${from} sampai ${to}`,
    text: "Naskah",
    textWords: (number, label, date) => `Versi ${number} (${label}), ${date}`,
    answerSurvey: (title) => `Isi survei: ${title}`,
    surveyUntil: (moment) => `sampai ${moment}`,
    readAndComment: "Baca naskah dan beri masukan",
    readText: "Baca naskah",
    workshops: "Lokakarya",
    workshopAt: (moment, place) => `${moment}, ${place}`,
    workshopPage: "Halaman peserta",
    outline: "Isi naskah",
    contents: "Daftar isi",
    opening: "Pembukaan",
    body: "Batang tubuh",
    elucidation: "Penjelasan",
    pasalRange: (first, last) => (first === last ? first : `${first} sampai dengan ${last}`),
    continued: "lanjutan",
    longText: "Naskah ini panjang, jadi dibuka bagian demi bagian.",
    comment: "Beri masukan",
    commentOn: (citation) => `untuk ${citation}`,
    wholePasal: "seluruh",
    inputs: (count) => `${count} masukan`,
    inputsOn: (citation) => `atas ${citation}`,
    general: "Beri masukan atas rancangan ini secara umum",
    generalHint:
      "Untuk hal yang menyangkut keseluruhan rancangan, atau yang menurut Anda belum diatur di dalamnya.",
    whatHappens: "Apa yang terjadi dengan masukan Anda",
    submissions: "Pendapat tertulis organisasi profesi",
    submissionsWords:
      "Organisasi profesi dan lembaga yang diundang dapat menyampaikan pendapat tertulis, ketentuan demi ketentuan, melalui akunnya di Rembuk.",
    received: "Masukan yang sudah diterima",
    receivedWords: (count) =>
      count === 0 ? "Belum ada masukan." : `${count} masukan telah diterima sejauh ini.`,
    register: "Lihat daftar masukan dan jawabannya",
    results: "Apa yang Anda sampaikan, apa yang kami lakukan",
    resultsLead: "Masukan dan jawabannya, ketentuan demi ketentuan.",
    contact: "Pertanyaan",
    share: "Bagikan",
    poster: "Poster dengan kode QR (siap cetak)",
    wholeText: "Naskah lengkap versi ini",
    backToConsultation: "Kembali ke konsultasi",
    previous: "Sebelumnya",
    next: "Berikutnya",
    hash: "Sidik digital",
  },
  en: {
    kicker: "Public consultation",
    demo: "An example for demonstration, not a real consultation.",
    phase: { upcoming: "Not yet open", open: "Open now", closed: "Closed", cancelled: "Cancelled" },
    until: (moment) => `Open until ${moment}`,
    from: (moment) => `Opens on ${moment}`,
    since: (moment) => `Closed on ${moment}`,
    cancelled: (reason) =>
      `This consultation was cancelled. The reason given: ${reason} Input that was received is kept and answered.`,
    closedEarly: (reason) => `This consultation was closed early. The reason given: ${reason}`,
    asks: "Who asks",
    whom: "Who is invited",
    everyone: "Everyone",
    window: "When",
    windowWords: (from, to) => `${from} to ${to}`,
    text: "Text",
    textWords: (number, label, date) => `Version ${number} (${label}), ${date}`,
    answerSurvey: (title) => `Answer the survey: ${title}`,
    surveyUntil: (moment) => `until ${moment}`,
    readAndComment: "Read the text and comment",
    readText: "Read the text",
    workshops: "Workshops",
    workshopAt: (moment, place) => `${moment}, ${place}`,
    workshopPage: "Page for participants",
    outline: "The text",
    contents: "Contents",
    opening: "Opening",
    body: "Body",
    elucidation: "Elucidation",
    pasalRange: (first, last) => (first === last ? first : `${first} to ${last}`),
    continued: "continued",
    longText: "This text is long, so it opens part by part.",
    comment: "Comment",
    commentOn: (citation) => `on ${citation}`,
    wholePasal: "all of",
    inputs: (count) => (count === 1 ? "1 input" : `${count} inputs`),
    inputsOn: (citation) => `on ${citation}`,
    general: "Comment on the draft as a whole",
    generalHint: "For what concerns all of it, or what you think is missing.",
    whatHappens: "What happens with your input",
    submissions: "Written positions of professional bodies",
    submissionsWords:
      "Professional bodies and institutions that were invited can submit a written position, clause by clause, with their account in Rembuk.",
    received: "Input received",
    receivedWords: (count) =>
      count === 0
        ? "No input yet."
        : count === 1
          ? "1 input was received so far."
          : `${count} inputs were received so far.`,
    register: "See the register of inputs and answers",
    results: "What you said, what we did",
    resultsLead: "Inputs and answers, clause by clause.",
    contact: "Questions",
    share: "Share",
    poster: "Poster with QR code (to print)",
    wholeText: "The whole text of this version",
    backToConsultation: "Back to the consultation",
    previous: "Previous",
    next: "Next",
    hash: "Digital fingerprint",
  },
};
