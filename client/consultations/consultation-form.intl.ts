import type { Messages } from "../../domain/locale.ts";

interface ConsultationFormTexts {
  newTitle: string;
  editTitle: string;
  lead: string;
  about: string;
  titleLabel: string;
  titleHint: string;
  summary: string;
  summaryHint: string;
  left: (count: number) => string;
  version: string;
  versionHint: string;
  versionChoice: (number: number, label: string, date: string) => string;
  window: string;
  windowHint: (zone: string) => string;
  opens: string;
  closes: string;
  windowSays: (opens: string, closes: string, days: number) => string;
  groups: string;
  groupsHint: string;
  target: (group: string) => string;
  targetShort: string;
  noGroups: string;
  noGroupsLink: string;
  groupHasInput: string;
  comments: string;
  commentsHint: string;
  noComments: string;
  noCommentsHint: string;
  commentsLocked: string;
  submissions: string;
  submissionsChoice: string;
  submissionsHint: string;
  submissionsLocked: string;
  answers: string;
  whatHappens: string;
  whatHappensHint: string;
  privacy: string;
  privacyHint: string;
  legalBasis: string;
  retention: string;
  retentionHint: string;
  contact: string;
  contactHint: string;
  locked: string;
  create: string;
  save: string;
  nothingChanged: string;
  saved: string;
  restored: string;
  discard: string;
  staleTitle: string;
  staleText: string;
  takeOver: string;
  fields: string;
}

export const consultationFormTexts: Messages<ConsultationFormTexts> = {
  id: {
    newTitle: "Konsultasi baru",
    editTitle: "Ubah konsultasi",
    lead: "Belum ada yang terlihat publik sampai Anda mengumumkannya.",
    about: "Tentang apa",
    titleLabel: "Judul",
    titleHint: "Dibaca orang di undangan dan di ponsel. Contoh: Jam pelatihan dan karier ASN Kota Palu.",
    summary: "Ringkasan dalam tiga kalimat",
    summaryHint: "Apa yang diatur, siapa yang terkena, apa yang ditanyakan. Bahasa sehari-hari.",
    left: (count) => `Tersisa ${count} huruf.`,
    version: "Naskah yang dikonsultasikan",
    versionHint: "Versi beku: orang memberi masukan atas kata-kata yang tidak berubah di bawah mereka.",
    versionChoice: (number, label, date) => `Versi ${number}: ${label} (${date})`,
    window: "Kapan",
    windowHint: (zone) => `Jam menurut ${zone}, di mana pun Anda berada sekarang.`,
    opens: "Dibuka",
    closes: "Ditutup",
    windowSays: (opens, closes, days) =>
      `${opens} sampai ${closes}${days > 0 ? `, ${days} hari` : ""}. Kiriman tepat pada waktu penutupan tidak lagi diterima.`,
    groups: "Siapa yang diajak",
    groupsHint: "Target adalah jumlah orang yang diharapkan ikut; boleh dikosongkan.",
    target: (group) => `Target ${group}`,
    targetShort: "Target orang",
    noGroups:
      "Belum ada kelompok pada pemerintah daerah ini. Pengelola menambahkannya di Pengelolaan, Kelompok.",
    noGroupsLink: "Buka daftar kelompok",
    groupHasInput: "sudah memberi masukan",
    comments: "Masukan per ketentuan",
    commentsHint: "Orang membaca naskah dan memberi masukan di bawah pasal atau ayat yang menyangkut mereka.",
    noComments: "Tidak dibuka",
    noCommentsHint: "Masukan hanya lewat survei, lokakarya, atau usulan lembaga.",
    commentsLocked:
      "Sudah ada masukan, jadi aturan yang dijanjikan kepada pengirimnya tidak dapat diubah lagi.",
    submissions: "Usulan lembaga",
    submissionsChoice: "Undang organisasi profesi menyampaikan usulan resmi",
    submissionsHint:
      "Mereka menyusunnya tertutup, ketentuan demi ketentuan; pimpinannya mengirim sekali atas nama lembaga.",
    submissionsLocked: "Sudah ada usulan, jadi undangan ini tidak dapat ditarik lagi.",
    answers: "Apa yang terjadi dengan masukan",
    whatHappens: "Janji kepada yang ikut",
    whatHappensHint: "Siapa yang menjawab, sampai kapan, dan di mana jawabannya dibaca.",
    privacy: "Pelindungan data pribadi",
    privacyHint:
      "Tampil di atas setiap formulir sebelum orang mengisi (UU 27/2022 Pasal 20 sampai dengan 22).",
    legalBasis: "Dasar hukum",
    retention: "Disimpan berapa bulan setelah ditutup",
    retentionHint:
      "Sesudah itu semua yang dapat menunjuk orang dihapus; isi masukan dan jawabannya tetap ada.",
    contact: "Kepada siapa bertanya",
    contactHint: "Perangkat daerah dengan alamat, surel, atau nomor telepon.",
    locked: "Sudah ada masukan, jadi ini tidak dapat diubah lagi.",
    create: "Simpan konsultasi",
    save: "Simpan perubahan",
    nothingChanged: "Belum ada yang diubah.",
    saved: "Konsultasi tersimpan.",
    restored: "Isian Anda yang belum disimpan ditampilkan kembali.",
    discard: "Buang isian itu",
    staleTitle: "Konsultasi ini baru saja diubah rekan Anda",
    staleText:
      "Isian Anda masih ada di sini dan belum disimpan. Ambil perubahan rekan Anda; bagian yang Anda ubah sendiri tetap menurut Anda.",
    takeOver: "Ambil perubahannya",
    fields: "Periksa isian berikut",
  },
  en: {
    newTitle: "New consultation",
    editTitle: "Change the consultation",
    lead: "Nothing is public until you announce it.",
    about: "What about",
    titleLabel: "Title",
    titleHint:
      "People read it in the invitation and on their phones. Such as: Training hours and careers of civil servants of Palu.",
    summary: "Summary in three sentences",
    summaryHint: "What it regulates, whom it concerns, what is asked. Everyday words.",
    left: (count) => `${count} characters left.`,
    version: "Text that is consulted on",
    versionHint: "A frozen version: people comment on words that do not change under them.",
    versionChoice: (number, label, date) => `Version ${number}: ${label} (${date})`,
    window: "When",
    windowHint: (zone) => `By the clocks of ${zone}, wherever you are now.`,
    opens: "Opens",
    closes: "Closes",
    windowSays: (opens, closes, days) =>
      `${opens} to ${closes}${days > 0 ? `, ${days} days` : ""}. What is sent at the very moment of closing is no longer taken.`,
    groups: "Who is invited",
    groupsHint: "The target is how many people are hoped for; it may stay empty.",
    target: (group) => `Target of ${group}`,
    targetShort: "Target",
    noGroups: "This government has no groups yet. The administrator adds them under Administration, Groups.",
    noGroupsLink: "Open the list of groups",
    groupHasInput: "has given input",
    comments: "Comments on clauses",
    commentsHint: "People read the text and comment under the article or paragraph that concerns them.",
    noComments: "Not open",
    noCommentsHint: "Input comes through surveys, workshops or submissions only.",
    commentsLocked: "There is input, so the rule that was promised to its authors can no longer be changed.",
    submissions: "Submissions by institutions",
    submissionsChoice: "Call for formal submissions by professional bodies",
    submissionsHint:
      "They draft in private, clause by clause; their head sends once in the name of the body.",
    submissionsLocked: "There is a submission, so the call can no longer be taken back.",
    answers: "What happens with the input",
    whatHappens: "Promise to those who take part",
    whatHappensHint: "Who answers, until when, and where the answers are read.",
    privacy: "Personal data",
    privacyHint: "Shown above every form before people fill it in (UU 27/2022, articles 20 to 22).",
    legalBasis: "Legal basis",
    retention: "Months kept after closing",
    retentionHint: "Then all that could name a person is deleted; the input and its answer stay.",
    contact: "Whom to ask",
    contactHint: "The office with address, e-mail or telephone.",
    locked: "There is input, so this can no longer be changed.",
    create: "Save consultation",
    save: "Save changes",
    nothingChanged: "Nothing was changed yet.",
    saved: "Consultation saved.",
    restored: "What you had not saved is shown again.",
    discard: "Discard it",
    staleTitle: "A colleague has just changed this consultation",
    staleText:
      "What you filled in is still here and not saved. Take over your colleague's changes; what you changed yourself stays yours.",
    takeOver: "Take them over",
    fields: "Please check",
  },
};
