import type { ConsultationPhase } from "../../domain/consultations/phase.ts";
import type { Messages } from "../../domain/locale.ts";

interface ConsultationTexts {
  title: string;
  lead: string;
  create: string;
  emptyTitle: string;
  emptyText: string;
  emptyTextReader: string;
  noVersionTitle: string;
  noVersionText: string;
  toText: string;
  notAllowedTitle: string;
  notAllowedText: string;
  columnTitle: string;
  columnPhase: string;
  columnWindow: string;
  columnVersion: string;
  columnReceived: string;
  phase: Readonly<Record<ConsultationPhase, string>>;
  fromTo: (from: string, to: string) => string;
  version: (number: number, label: string) => string;
  newerVersion: (number: number) => string;
  received: (count: string) => string;
  /** What happens next, by phase. */
  draftSays: string;
  upcomingSays: (opens: string, closes: string) => string;
  openSays: (closes: string) => string;
  closedSays: (closes: string) => string;
  closedEarly: string;
  cancelledSays: string;
  reasonWas: (reason: string) => string;
  /** Names of fields by their path on the wire. */
  field: Readonly<Record<string, string>>;
  missingTitle: string;
  complete: string;
  continueForm: string;
  edit: string;
  announce: string;
  announceTitle: string;
  announceText: string;
  announceWhat: (version: number, label: string) => string;
  announceWhere: string;
  announceWhen: (from: string, to: string) => string;
  announceNow: (to: string) => string;
  announceComments: string;
  announceNoComments: string;
  announceSubmissions: string;
  announceLocks: string;
  announced: string;
  extend: string;
  extendTitle: (title: string) => string;
  extendText: (closes: string) => string;
  extended: string;
  close: string;
  closeTitle: (title: string) => string;
  closeText: (count: string) => string;
  closed: string;
  cancel: string;
  cancelDraft: string;
  cancelTitle: (title: string) => string;
  cancelText: string;
  cancelDraftText: string;
  cancelled: string;
  reason: string;
  reasonHint: string;
  share: string;
  shareLead: string;
  address: string;
  shortAddress: string;
  qrDownload: string;
  qrAlt: (address: string) => string;
  poster: string;
  chatText: string;
  chatTextHint: string;
  portalPage: string;
  takePart: string;
  surveys: string;
  noSurveys: string;
  newSurvey: string;
  workshops: string;
  noWorkshops: string;
  newWorkshop: string;
  commentsOpen: (rule: string) => string;
  commentsClosed: string;
  submissionsCalled: string;
  inbox: string;
  responses: (count: string) => string;
  about: string;
  summary: string;
  whatHappens: string;
  privacy: string;
  legalBasis: string;
  retention: (months: number) => string;
  contact: string;
  participation: string;
  participationLead: string;
  group: string;
  targetColumn: string;
  none: string;
  comments: string;
  submissions: string;
  others: string;
  total: string;
  ofTarget: (count: string, target: string, percent: string) => string;
  hidden: string;
  hiddenNote: string;
  noInstruments: string;
}

export const consultationTexts: Messages<ConsultationTexts> = {
  id: {
    title: "Konsultasi",
    lead: "Satu konsultasi menanyakan satu versi beku kepada orang yang terkena, dalam jangka waktu tertentu.",
    create: "Konsultasi baru",
    emptyTitle: "Belum ada konsultasi",
    emptyText:
      "Pilih versi yang ditanyakan, jangka waktunya, dan siapa yang diajak. Tidak ada yang terlihat publik sebelum Anda mengumumkannya.",
    emptyTextReader: "Konsultasi yang disiapkan tim akan tampil di sini.",
    noVersionTitle: "Bekukan versi lebih dahulu",
    noVersionText:
      "Konsultasi menanyakan naskah yang tidak berubah selama orang membacanya. Buka naskah, lalu pilih Bekukan versi.",
    toText: "Buka naskah",
    notAllowedTitle: "Konsultasi disiapkan oleh tim",
    notAllowedText: "Pemilik dan perancang rancangan ini yang dapat menyiapkan dan mengubahnya.",
    columnTitle: "Konsultasi",
    columnPhase: "Keadaan",
    columnWindow: "Jangka waktu",
    columnVersion: "Versi",
    columnReceived: "Masukan",
    phase: {
      draft: "Draf, belum diumumkan",
      upcoming: "Diumumkan, belum dibuka",
      open: "Dibuka",
      closed: "Ditutup",
      cancelled: "Dibatalkan",
    },
    fromTo: (from, to) => `${from} sampai ${to}`,
    version: (number, label) => `Versi ${number}: ${label}`,
    newerVersion: (number) => `Versi ${number} lebih baru; konsultasi ini tetap atas versi yang disebut.`,
    received: (count) => `${count} masukan`,
    draftSays: "Hanya tim yang melihatnya.",
    upcomingSays: (opens, closes) => `Dibuka ${opens}, ditutup ${closes}.`,
    openSays: (closes) => `Menerima masukan sampai ${closes}.`,
    closedSays: (closes) => `Ditutup ${closes}.`,
    closedEarly: "Ditutup lebih awal dari jadwal.",
    cancelledSays: "Dibatalkan; masukan yang sudah masuk tetap dijawab.",
    reasonWas: (reason) => `Alasan yang diumumkan: ${reason}`,
    field: {
      title: "Judul",
      summary: "Ringkasan",
      whatHappens: "Janji kepada yang ikut",
      legalBasis: "Dasar hukum",
      contact: "Kepada siapa bertanya",
      closes: "Waktu penutupan",
      groups: "Siapa yang diajak",
      comments: "Cara ikut serta",
    },
    missingTitle: "Sebelum diumumkan, lengkapi:",
    complete: "Semua sudah lengkap dan dapat diumumkan.",
    continueForm: "Lengkapi isian",
    edit: "Ubah",
    announce: "Umumkan…",
    announceTitle: "Umumkan konsultasi ini?",
    announceText: "Sesudah ini siapa saja dapat membaca:",
    announceWhat: (version, label) =>
      `judul, ringkasan, dan seluruh naskah versi ${version} (${label}), termasuk lampirannya`,
    announceWhere: "di halaman",
    announceWhen: (from, to) => `Masukan diterima sejak ${from} sampai ${to}.`,
    announceNow: (to) => `Masukan diterima mulai sekarang sampai ${to}.`,
    announceComments: "Masukan per ketentuan:",
    announceNoComments: "Masukan per ketentuan tidak dibuka.",
    announceSubmissions: "Lembaga diundang mengirim usulan resmi.",
    announceLocks:
      "Naskah dan aturan nama tidak dapat diubah lagi sejak masukan pertama. Waktu penutupan masih dapat diperpanjang.",
    announced: "Konsultasi diumumkan.",
    extend: "Perpanjang…",
    extendTitle: (title) => `Perpanjang ${title}`,
    extendText: (closes) =>
      `Sekarang ditutup ${closes}. Waktu yang baru langsung tampil di halaman publik. Survei dengan waktu tutup sendiri tidak ikut diperpanjang.`,
    extended: "Konsultasi diperpanjang.",
    close: "Tutup sekarang…",
    closeTitle: (title) => `Tutup ${title} sekarang?`,
    closeText: (count) =>
      `Sejak saat ini tidak ada masukan baru yang diterima, dan konsultasi ini tidak dapat dibuka lagi. Sudah masuk: ${count}. Alasan Anda tampil di halaman publik.`,
    closed: "Konsultasi ditutup.",
    cancel: "Batalkan…",
    cancelDraft: "Buang draf…",
    cancelTitle: (title) => `Batalkan ${title}?`,
    cancelText:
      "Halaman publiknya tetap ada dan menyebut pembatalan beserta alasan Anda. Masukan yang sudah masuk tetap disimpan dan dijawab.",
    cancelDraftText: "Draf ini belum pernah terlihat publik. Sesudah dibuang tidak dapat diumumkan lagi.",
    cancelled: "Konsultasi dibatalkan.",
    reason: "Alasan",
    reasonHint: "Dibaca semua orang di halaman konsultasi.",
    share: "Bagikan",
    shareLead: "Alamat ini tetap dan boleh dicetak.",
    address: "Alamat halaman",
    shortAddress: "Alamat pendek",
    qrDownload: "Unduh kode QR (SVG)",
    qrAlt: (address) => `Kode QR menuju ${address}`,
    poster: "Buka halaman poster",
    chatText: "Teks untuk grup percakapan",
    chatTextHint: "Salin, sesuaikan, lalu kirim.",
    portalPage: "Lihat halaman publik",
    takePart: "Cara ikut serta",
    surveys: "Survei",
    noSurveys: "Belum ada survei.",
    newSurvey: "Buat survei",
    workshops: "Lokakarya",
    noWorkshops: "Belum ada lokakarya.",
    newWorkshop: "Rencanakan lokakarya",
    commentsOpen: (rule) => `Masukan per ketentuan: ${rule}.`,
    commentsClosed: "Masukan per ketentuan tidak dibuka.",
    submissionsCalled: "Lembaga diundang mengirim usulan.",
    inbox: "Buka semua masukan",
    responses: (count) => `${count} jawaban`,
    about: "Isi konsultasi",
    summary: "Ringkasan",
    whatHappens: "Apa yang terjadi dengan masukan",
    privacy: "Pelindungan data pribadi",
    legalBasis: "Dasar hukum",
    retention: (months) => `Data yang dapat menunjuk orang disimpan ${months} bulan setelah ditutup.`,
    contact: "Pertanyaan",
    participation: "Keikutsertaan",
    participationLead:
      "Per kelompok dan cara ikut serta, di samping targetnya. Satu orang dapat ikut lewat beberapa cara.",
    group: "Kelompok",
    targetColumn: "Target",
    none: "tidak ada",
    comments: "Masukan per ketentuan",
    submissions: "Usulan lembaga",
    others: "Lainnya dan yang tidak ditampilkan",
    total: "Jumlah",
    ofTarget: (count, target, percent) => `${count} dari ${target} (${percent}%)`,
    hidden: "tidak ditampilkan",
    hiddenNote:
      "Pada survei, kelompok dengan kurang dari lima jawaban tidak ditampilkan sendiri, agar jawaban seseorang tidak dapat ditebak. Pada survei tanpa nama, jumlah per kelompok baru tampil sesudah survei ditutup.",
    noInstruments: "Belum ada cara ikut serta, jadi belum ada yang dihitung.",
  },
  en: {
    title: "Consultations",
    lead: "A consultation asks those concerned about one frozen version, within a window of time.",
    create: "New consultation",
    emptyTitle: "No consultation yet",
    emptyText:
      "Choose the version that is asked about, the window, and who is invited. Nothing is public before you announce it.",
    emptyTextReader: "Consultations that the team prepares will be here.",
    noVersionTitle: "Freeze a version first",
    noVersionText:
      "A consultation asks about a text that does not change while people read it. Open the text and choose Freeze version.",
    toText: "Open the text",
    notAllowedTitle: "The team prepares consultations",
    notAllowedText: "Owners and drafters of this draft prepare and change them.",
    columnTitle: "Consultation",
    columnPhase: "State",
    columnWindow: "Window",
    columnVersion: "Version",
    columnReceived: "Input",
    phase: {
      draft: "Draft, not announced",
      upcoming: "Announced, not open yet",
      open: "Open",
      closed: "Closed",
      cancelled: "Cancelled",
    },
    fromTo: (from, to) => `${from} to ${to}`,
    version: (number, label) => `Version ${number}: ${label}`,
    newerVersion: (number) => `Version ${number} is newer; this consultation stays with the one named.`,
    received: (count) => `${count} inputs`,
    draftSays: "Only the team sees it.",
    upcomingSays: (opens, closes) => `Opens ${opens}, closes ${closes}.`,
    openSays: (closes) => `Takes input until ${closes}.`,
    closedSays: (closes) => `Closed ${closes}.`,
    closedEarly: "Closed earlier than planned.",
    cancelledSays: "Cancelled; input that came in is still answered.",
    reasonWas: (reason) => `Published reason: ${reason}`,
    field: {
      title: "Title",
      summary: "Summary",
      whatHappens: "Promise to those who take part",
      legalBasis: "Legal basis",
      contact: "Whom to ask",
      closes: "Closing",
      groups: "Who is invited",
      comments: "Ways to take part",
    },
    missingTitle: "Before announcing, complete:",
    complete: "Everything is complete and may be announced.",
    continueForm: "Complete the form",
    edit: "Change",
    announce: "Announce…",
    announceTitle: "Announce this consultation?",
    announceText: "From then on everyone can read:",
    announceWhat: (version, label) =>
      `title, summary and the whole text of version ${version} (${label}), with its annexes`,
    announceWhere: "at",
    announceWhen: (from, to) => `Input is taken from ${from} to ${to}.`,
    announceNow: (to) => `Input is taken from now to ${to}.`,
    announceComments: "Comments on clauses:",
    announceNoComments: "Comments on clauses are not open.",
    announceSubmissions: "Bodies are called to send formal submissions.",
    announceLocks:
      "The text and the rule about names are final from the first input on. The closing can still be extended.",
    announced: "Consultation announced.",
    extend: "Extend…",
    extendTitle: (title) => `Extend ${title}`,
    extendText: (closes) =>
      `It closes ${closes} now. The new time is shown on the public page at once. Surveys with a closing time of their own are not extended with it.`,
    extended: "Consultation extended.",
    close: "Close now…",
    closeTitle: (title) => `Close ${title} now?`,
    closeText: (count) =>
      `From now on no input is taken, and the consultation cannot be opened again. So far: ${count}. Your reason is shown on the public page.`,
    closed: "Consultation closed.",
    cancel: "Cancel…",
    cancelDraft: "Discard the draft…",
    cancelTitle: (title) => `Cancel ${title}?`,
    cancelText:
      "Its public page stays and says that it was cancelled, with your reason. Input that came in is kept and answered.",
    cancelDraftText: "This draft was never public. Once discarded it cannot be announced.",
    cancelled: "Consultation cancelled.",
    reason: "Reason",
    reasonHint: "Everyone reads it on the page of the consultation.",
    share: "Share",
    shareLead: "These addresses are permanent and may be printed.",
    address: "Address of the page",
    shortAddress: "Short address",
    qrDownload: "Download the QR code (SVG)",
    qrAlt: (address) => `QR code leading to ${address}`,
    poster: "Open the poster page",
    chatText: "Text for chat groups",
    chatTextHint: "Copy it, adapt it, send it.",
    portalPage: "See the public page",
    takePart: "Ways to take part",
    surveys: "Surveys",
    noSurveys: "No survey yet.",
    newSurvey: "Make a survey",
    workshops: "Workshops",
    noWorkshops: "No workshop yet.",
    newWorkshop: "Plan a workshop",
    commentsOpen: (rule) => `Comments on clauses: ${rule}.`,
    commentsClosed: "Comments on clauses are not open.",
    submissionsCalled: "Bodies are called to send submissions.",
    inbox: "Open all input",
    responses: (count) => `${count} responses`,
    about: "What it says",
    summary: "Summary",
    whatHappens: "What happens with the input",
    privacy: "Personal data",
    legalBasis: "Legal basis",
    retention: (months) => `Data that could name a person are kept ${months} months after closing.`,
    contact: "Questions",
    participation: "Participation",
    participationLead:
      "By group and way of taking part, beside the target. One person may take part in several ways.",
    group: "Group",
    targetColumn: "Target",
    none: "none",
    comments: "Comments on clauses",
    submissions: "Submissions",
    others: "Others, and what is not shown",
    total: "Total",
    ofTarget: (count, target, percent) => `${count} of ${target} (${percent}%)`,
    hidden: "not shown",
    hiddenNote:
      "Of surveys, groups with fewer than five answers are not shown by themselves, so that nobody's answer can be guessed. Of a survey without names, groups are shown after it has closed.",
    noInstruments: "There is no way to take part yet, so there is nothing to count.",
  },
};
