import type { IdentityRule } from "../../../domain/consultations/consultation.ts";
import type { Messages } from "../../../domain/locale.ts";
import type { ParticipationReason } from "../../../domain/participation/participation.ts";

export interface SurveyTexts {
  readonly kicker: string;
  readonly about: (policy: string) => string;
  readonly until: (moment: string) => string;
  readonly questions: (count: number) => string;
  readonly start: string;
  readonly next: string;
  readonly back: string;
  readonly send: string;
  readonly sendAgain: string;
  readonly change: string;
  /** Of numbers, or of the marks that the script puts numbers in for. */
  readonly progress: (at: number | string, of: number | string) => string;
  readonly optional: string;
  readonly required: string;
  readonly clause: string;
  readonly inFull: string;
  readonly draftOf: (version: number) => string;
  readonly scaleHint: (from: number, low: string, to: number, high: string) => string;
  readonly chooseUpTo: (max: number) => string;
  readonly chooseAny: string;
  readonly rankHint: string;
  readonly rankOf: string;
  readonly rankNone: string;
  readonly textHint: (max: string) => string;
  readonly group: string;
  readonly groupHint: string;
  readonly groupNone: string;
  readonly groupOther: string;
  readonly code: string;
  readonly codeHint: string;
  readonly promiseTitle: string;
  readonly promise: Readonly<Record<IdentityRule, string>>;
  readonly namedAs: (name: string) => string;
  readonly small: string;
  readonly textsAre: string;
  readonly privacyTitle: string;
  readonly purpose: string;
  readonly purposeWords: (office: string) => string;
  readonly basis: string;
  readonly retention: string;
  readonly retentionWords: (months: number) => string;
  readonly rights: string;
  readonly rightsWords: string;
  readonly contact: string;
  readonly whatHappens: string;
  readonly reviewTitle: string;
  readonly reviewLead: string;
  readonly unanswered: string;
  readonly yourGroup: string;
  readonly nothingLost: string;
  readonly incomplete: string;
  readonly reasons: Readonly<Record<ParticipationReason, string>>;
  readonly reasonTitle: Readonly<Record<"not-yet-open" | "closed" | "sign-in-needed" | "other", string>>;
  readonly opensAt: (moment: string) => string;
  readonly closedAt: (moment: string) => string;
  readonly signIn: string;
  readonly signInElsewhere: string;
  readonly tooOften: string;
  readonly tooMany: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly thanksRule: Readonly<Record<IdentityRule, string>>;
  readonly receiptsTitle: string;
  readonly receiptsLead: string;
  readonly receipt: string;
  readonly toConsultation: string;
  readonly yourAnswers: string;
  readonly preview: string;
  readonly previewDone: string;
  readonly previewAgain: string;
  /** For the script. */
  readonly savedHere: string;
  readonly resumed: string;
  readonly startOver: string;
  readonly waiting: string;
  readonly sending: string;
}

export const surveyTexts: Messages<SurveyTexts> = {
  id: {
    kicker: "Survei",
    about: (policy) => `Rancangan tentang ${policy}`,
    until: (moment) => `Dibuka sampai ${moment}`,
    questions: (count) => `${count} pertanyaan`,
    start: "Mulai",
    next: "Lanjut",
    back: "Kembali",
    send: "Kirim jawaban",
    sendAgain: "Kirim lagi",
    change: "Ubah",
    progress: (at, of) => `${at} dari ${of}`,
    optional: "tidak wajib",
    required: "wajib",
    clause: "Bunyi ketentuan",
    inFull: "Baca dalam naskah",
    draftOf: (version) => `versi ${version}`,
    scaleHint: (from, low, to, high) => `${from} = ${low}, ${to} = ${high}`,
    chooseUpTo: (max) => `Pilih paling banyak ${max}.`,
    chooseAny: "Boleh memilih lebih dari satu.",
    rankHint: "Beri nomor urut. Nomor 1 untuk yang terpenting; setiap nomor dipakai satu kali.",
    rankOf: "Nomor urut",
    rankNone: "Belum diurutkan",
    textHint: (max) =>
      `Paling panjang ${max} karakter. Jangan tulis nama, NIP, atau nomor telepon. Tulisan ini menjadi masukan yang dijawab.`,
    group: "Anda menjawab sebagai",
    groupHint: "Hanya nama kelompok yang disimpan.",
    groupNone: "Pilih kelompok Anda",
    groupOther: "Lainnya, atau tidak ingin menyebutkan",
    code: "Kode Anda",
    codeHint: "Sepuluh huruf dan angka pada lembar yang Anda terima. Satu kode untuk satu kali menjawab.",
    promiseTitle: "Janji kami",
    promise: {
      named:
        "Survei ini tidak anonim: jawaban disimpan bersama akun Anda, dan tim yang menangani rancangan ini dapat melihatnya.",
      anonymous:
        "Survei ini anonim. Jawaban disimpan tanpa nama, akun, jam, atau alamat perangkat. Terpisah darinya hanya tersimpan sidik bahwa Anda sudah menjawab; kuncinya dimusnahkan saat survei ditutup.",
      code: "Survei ini anonim. Jawaban disimpan tanpa nama, kode, jam, atau alamat perangkat. Kode Anda hanya ditandai sudah dipakai, terpisah dari jawaban.",
      open: "Survei ini tidak menanyakan nama. Penanda acak pada perangkat Anda hanya menjaga agar satu perangkat menjawab satu kali, dan tidak disimpan bersama jawaban.",
    },
    namedAs: (name) => `Anda menjawab sebagai ${name}.`,
    small:
      "Hasil ditampilkan hanya untuk lima orang atau lebih; kelompok yang lebih kecil tidak pernah terlihat.",
    textsAre:
      "Jawaban tertulis menjadi masukan: dibaca, dijawab, dan diumumkan setelah data pribadi di dalamnya disamarkan.",
    privacyTitle: "Sebelum Anda mengisi",
    purpose: "Untuk apa",
    purposeWords: (office) => `Menyempurnakan rancangan ini. Pengendali data: ${office}.`,
    basis: "Dasar hukum",
    retention: "Berapa lama",
    retentionWords: (months) =>
      `Apa pun yang dapat menunjuk seseorang dihapus ${months} bulan sesudah konsultasi ditutup.`,
    rights: "Hak Anda",
    rightsWords:
      "Mengetahui, memperbaiki, menarik, dan menghapus data Anda, sejauh masih dapat dikenali sebagai milik Anda (UU 27/2022 Pasal 5 sampai dengan Pasal 13).",
    contact: "Pertanyaan",
    whatHappens: "Apa yang terjadi dengan jawaban",
    reviewTitle: "Periksa, lalu kirim",
    reviewLead: "Jawaban belum terkirim. Sesudah dikirim, jawaban tidak dapat diubah.",
    unanswered: "Tidak dijawab",
    yourGroup: "Kelompok",
    nothingLost: "Semua yang Anda isi masih ada di bawah ini.",
    incomplete: "Ada pertanyaan yang perlu diperbaiki sebelum dikirim.",
    reasons: {
      "not-yet-open": "Survei ini belum dibuka, jadi jawaban belum dapat dikirim.",
      closed: "Survei ini sudah ditutup, jadi jawaban tidak dapat dikirim lagi.",
      "rule-changed":
        "Survei ini diubah sejak Anda membukanya. Baca kembali janji di bawah ini dan periksa jawaban Anda, lalu kirim bila setuju.",
      "sign-in-needed": "Untuk menjawab survei ini, masuk dengan akun Anda.",
      "invitation-unknown": "Undangan ini tidak dikenal. Buka kembali tautan lengkap dari undangan Anda.",
      "code-needed": "Isi kode Anda.",
      "code-unknown": "Kode ini tidak dikenal. Periksa kembali huruf dan angkanya.",
      "code-used": "Kode ini sudah dipakai untuk menjawab. Satu kode hanya berlaku satu kali.",
      "already-answered":
        "Anda sudah menjawab survei ini. Setiap orang menjawab satu kali, jadi kiriman ini tidak dicatat.",
      "already-received": "Jawaban ini sudah kami terima dan dicatat satu kali.",
    },
    reasonTitle: {
      "not-yet-open": "Survei belum dibuka",
      closed: "Survei sudah ditutup",
      "sign-in-needed": "Masuk untuk menjawab",
      other: "Jawaban belum terkirim",
    },
    opensAt: (moment) => `Dibuka ${moment}.`,
    closedAt: (moment) => `Ditutup ${moment}.`,
    signIn: "Masuk",
    signInElsewhere: "Masuk di tab lain, lalu kembali ke halaman ini dan kirim lagi",
    tooOften: "Terlalu banyak kode yang salah dari jaringan ini. Tunggu beberapa menit, lalu coba lagi.",
    tooMany:
      "Terlalu banyak jawaban dari jaringan ini dalam waktu singkat. Tunggu beberapa menit, lalu kirim lagi.",
    thanksTitle: "Terima kasih, jawaban Anda sudah diterima",
    thanks: "Jawaban Anda tercatat satu kali.",
    thanksRule: {
      named: "Jawaban tersimpan bersama akun Anda dan dapat Anda lihat lagi di halaman survei ini.",
      anonymous: "Tidak ada yang menghubungkan jawaban ini dengan Anda, termasuk kami.",
      code: "Tidak ada yang menghubungkan jawaban ini dengan kode Anda, termasuk kami.",
      open: "Jawaban disimpan tanpa nama.",
    },
    receiptsTitle: "Jawaban tertulis Anda akan dijawab",
    receiptsLead:
      "Simpan tautan ini bila Anda ingin membaca jawabannya. Siapa pun yang memegang tautan dapat membukanya, dan kami tidak dapat menampilkannya lagi.",
    receipt: "Tanda terima",
    toConsultation: "Kembali ke konsultasi",
    yourAnswers: "Jawaban Anda",
    preview: "Pratinjau untuk tim. Tidak ada yang disimpan.",
    previewDone: "Pratinjau selesai. Jawaban lengkap dan sah; tidak ada yang disimpan.",
    previewAgain: "Ulangi pratinjau",
    savedHere: "Tersimpan di perangkat ini",
    resumed: "Melanjutkan isian Anda yang tersimpan di perangkat ini.",
    startOver: "Mulai dari awal",
    waiting:
      "Belum terkirim karena tidak ada sambungan. Jawaban tersimpan di perangkat ini dan dikirim sendiri begitu sambungan kembali, selama halaman ini terbuka atau saat Anda membukanya lagi.",
    sending: "Mengirim jawaban",
  },
  en: {
    kicker: "Survey",
    about: (policy) => `Draft on ${policy}`,
    until: (moment) => `Open until ${moment}`,
    questions: (count) => `${count} ${count === 1 ? "question" : "questions"}`,
    start: "Begin",
    next: "Next",
    back: "Back",
    send: "Send answers",
    sendAgain: "Send again",
    change: "Change",
    progress: (at, of) => `${at} of ${of}`,
    optional: "optional",
    required: "required",
    clause: "Words of the clause",
    inFull: "Read it in the text",
    draftOf: (version) => `version ${version}`,
    scaleHint: (from, low, to, high) => `${from} = ${low}, ${to} = ${high}`,
    chooseUpTo: (max) => `Choose at most ${max}.`,
    chooseAny: "You may choose more than one.",
    rankHint: "Give each a number. Number 1 is the most important; each number is used once.",
    rankOf: "Number",
    rankNone: "Not ordered",
    textHint: (max) =>
      `At most ${max} characters. Please no names or telephone numbers. What you write is an input that is answered.`,
    group: "You answer as",
    groupHint: "Only the name of the group is kept.",
    groupNone: "Choose your group",
    groupOther: "Another, or I prefer not to say",
    code: "Your code",
    codeHint: "Ten letters and digits on the sheet that you were given. One code answers once.",
    promiseTitle: "Our promise",
    promise: {
      named:
        "This survey is not anonymous: your answers are kept with your account, and the team that works on this draft can see them.",
      anonymous:
        "This survey is anonymous. Answers are kept without name, account, time or address. Apart from them we keep only a fingerprint that you have answered; its key is destroyed when the survey closes.",
      code: "This survey is anonymous. Answers are kept without name, code, time or address. Your code is only marked as used, apart from the answers.",
      open: "This survey asks for no name. A random mark on your device only sees to it that one device answers once, and is not kept with the answers.",
    },
    namedAs: (name) => `You answer as ${name}.`,
    small: "Results are shown for five people or more; smaller groups are never visible.",
    textsAre:
      "Written answers are inputs: they are read, answered, and published once personal data in them is taken out.",
    privacyTitle: "Before you begin",
    purpose: "What for",
    purposeWords: (office) => `To improve this draft. Data controller: ${office}.`,
    basis: "Legal basis",
    retention: "How long",
    retentionWords: (months) =>
      `Whatever could name a person is deleted ${months} months after the consultation has closed.`,
    rights: "Your rights",
    rightsWords:
      "To know, correct, withdraw and delete your data as far as it can still be known to be yours (Law 27/2022, Articles 5 to 13).",
    contact: "Questions",
    whatHappens: "What happens with the answers",
    reviewTitle: "Check, then send",
    reviewLead: "Nothing has been sent yet. Once sent, answers cannot be changed.",
    unanswered: "Not answered",
    yourGroup: "Group",
    nothingLost: "Everything you filled in is still below.",
    incomplete: "Some questions need a correction before sending.",
    reasons: {
      "not-yet-open": "This survey is not open yet, so answers cannot be sent.",
      closed: "This survey has closed, so answers can no longer be sent.",
      "rule-changed":
        "This survey was changed since you opened it. Read the promise below and check your answers again, then send them if you agree.",
      "sign-in-needed": "To answer this survey, sign in with your account.",
      "invitation-unknown": "This invitation is not known. Open the whole link from your invitation again.",
      "code-needed": "Give your code.",
      "code-unknown": "This code is not known. Check its letters and digits.",
      "code-used": "This code has been used to answer. A code works once.",
      "already-answered": "You have answered this survey. Everyone answers once, so this was not recorded.",
      "already-received": "We have received this answer and recorded it once.",
    },
    reasonTitle: {
      "not-yet-open": "The survey is not open yet",
      closed: "The survey has closed",
      "sign-in-needed": "Sign in to answer",
      other: "Not sent yet",
    },
    opensAt: (moment) => `Opens ${moment}.`,
    closedAt: (moment) => `Closed ${moment}.`,
    signIn: "Sign in",
    signInElsewhere: "Sign in in another tab, then come back to this page and send again",
    tooOften: "Too many wrong codes from this network. Wait a few minutes, then try again.",
    tooMany:
      "Too many answers came from this network in a short time. Wait a few minutes, then send yours again.",
    thanksTitle: "Thank you, your answers have arrived",
    thanks: "Your answers were recorded once.",
    thanksRule: {
      named: "They are kept with your account, and you can see them again on the page of this survey.",
      anonymous: "Nothing connects these answers with you, not even for us.",
      code: "Nothing connects these answers with your code, not even for us.",
      open: "They are kept without a name.",
    },
    receiptsTitle: "What you wrote will be answered",
    receiptsLead:
      "Keep this link if you want to read the reply. Whoever holds it can open it, and we cannot show it again.",
    receipt: "Receipt",
    toConsultation: "Back to the consultation",
    yourAnswers: "Your answers",
    preview: "Preview for the team. Nothing is kept.",
    previewDone: "End of the preview. The answers are complete and valid; nothing was kept.",
    previewAgain: "Preview again",
    savedHere: "Saved on this device",
    resumed: "Going on with what you filled in, as saved on this device.",
    startOver: "Start over",
    waiting:
      "Not sent yet: there is no connection. Your answers are saved on this device and are sent by themselves once the connection is back, while this page is open or when you open it again.",
    sending: "Sending the answers",
  },
};
