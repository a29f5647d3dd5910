import type { CommentField, CommentProblem } from "../../domain/comments/comment-form.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { ParticipationReason } from "../../domain/participation/participation.ts";
import type { Stance } from "../../domain/contributions/contribution.ts";
import type { Messages } from "../../domain/locale.ts";

export interface CommentTexts {
  readonly title: string;
  readonly titleOn: (citation: string) => string;
  readonly generalTitle: string;
  readonly clause: string;
  readonly longClause: string;
  readonly privacyTitle: string;
  readonly purpose: string;
  readonly purposeWords: (office: string) => string;
  readonly basis: string;
  readonly kept: string;
  readonly keptWords: Readonly<Record<IdentityRule, string>>;
  readonly retention: string;
  readonly retentionWords: (months: number) => string;
  readonly rights: string;
  readonly rightsWords: string;
  readonly ask: string;
  readonly shownTo: string;
  readonly shownToWords: string;
  readonly code: string;
  readonly codeHint: string;
  readonly group: string;
  readonly groupHint: string;
  readonly choose: string;
  readonly anotherGroup: string;
  readonly stance: string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly text: string;
  readonly textHint: string;
  readonly item: string;
  readonly itemNone: string;
  readonly proposal: string;
  readonly proposalHint: string;
  readonly original: string;
  readonly yourProposal: string;
  readonly optional: string;
  readonly send: string;
  readonly problemsTitle: string;
  readonly nothingLost: string;
  readonly problems: Readonly<Record<CommentField, Readonly<Partial<Record<CommentProblem, string>>>>>;
  readonly tooLong: (length: string, limit: string) => string;
  readonly refusedTitle: string;
  readonly refusals: Readonly<Partial<Record<ParticipationReason, string>>>;
  readonly noComments: string;
  readonly cancelled: string;
  readonly opens: (moment: string) => string;
  readonly closedAt: (moment: string) => string;
  readonly tooOften: string;
  readonly signedOut: string;
  readonly signInElsewhere: string;
  readonly whatYouTyped: string;
  readonly copyHint: string;
  readonly sentBefore: string;
  readonly seeReceipt: string;
  readonly sendAsNew: string;
  readonly back: string;
  readonly signInLead: string;
}

export const commentTexts: Messages<CommentTexts> = {
  id: {
    title: "Beri masukan",
    titleOn: (citation) => `Masukan atas ${citation}`,
    generalTitle: "Masukan atas rancangan secara umum",
    clause: "Bunyi ketentuan",
    longClause: "Tampilkan bunyi ketentuan selengkapnya",
    privacyTitle: "Sebelum Anda mengisi",
    purpose: "Untuk apa",
    purposeWords: (office) => `Menyempurnakan rancangan ini dan menjawab Anda. Pengendali data: ${office}.`,
    basis: "Dasar hukum",
    kept: "Yang disimpan",
    keptWords: {
      named: "Isian di bawah ini dan akun Anda. Nama Anda hanya dilihat tim yang menangani rancangan ini.",
      anonymous:
        "Isian di bawah ini dan harinya saja. Akun Anda hanya diperiksa boleh mengisi, lalu tidak disimpan bersama masukan.",
      code: "Isian di bawah ini dan harinya saja. Kode Anda hanya diperiksa, lalu tidak disimpan bersama masukan.",
      open: "Isian di bawah ini dan waktunya. Nama tidak ditanyakan. Sebuah penanda acak pada perangkat Anda hanya membatasi kiriman beruntun, dan tidak disimpan bersama masukan.",
    },
    retention: "Berapa lama",
    retentionWords: (months) =>
      `Apa pun yang dapat menunjuk seseorang dihapus ${months} bulan sesudah konsultasi ditutup.`,
    rights: "Hak Anda",
    rightsWords:
      "Melihat, memperbaiki, menarik, dan menghapus masukan Anda melalui tanda terima yang Anda peroleh sesudah mengirim (UU 27/2022 Pasal 5 sampai dengan Pasal 13).",
    ask: "Pertanyaan",
    shownTo: "Yang diumumkan",
    shownToWords:
      "Isi masukan dan kelompok Anda, setelah data pribadi yang mungkin tertulis di dalamnya disamarkan.",
    code: "Kode Anda",
    codeHint: "Sepuluh huruf dan angka pada undangan Anda.",
    group: "Anda mengisi sebagai",
    groupHint: "Hanya nama kelompok, bukan nama Anda.",
    choose: "Pilih salah satu",
    anotherGroup: "Lainnya, atau tidak ingin menyebutkan",
    stance: "Sikap Anda",
    stances: {
      support: "Setuju",
      "support-with-change": "Setuju, dengan perubahan",
      against: "Tidak setuju",
      question: "Belum jelas, saya bertanya",
    },
    text: "Masukan Anda",
    textHint:
      "Tulis dengan kata-kata Anda sendiri, paling banyak 10.000 karakter. Jangan tulis nama, NIP, atau nomor telepon.",
    item: "Bagian yang dimaksud",
    itemNone: "Seluruh ketentuan ini",
    proposal: "Usulkan rumusan lain",
    proposalHint: "Tulis bunyi ketentuan seperti yang Anda usulkan.",
    original: "Rumusan sekarang",
    yourProposal: "Rumusan yang Anda usulkan",
    optional: "tidak wajib",
    send: "Kirim masukan",
    problemsTitle: "Masukan belum terkirim",
    nothingLost: "Yang Anda tulis masih ada di bawah ini. Perbaiki yang ditandai, lalu kirim lagi.",
    problems: {
      text: { missing: "Tulis masukan Anda." },
      proposedText: {},
      stance: { missing: "Pilih sikap Anda.", unknown: "Pilih salah satu sikap yang ada." },
      group: {
        missing: "Pilih kelompok Anda, atau “Lainnya”.",
        unknown: "Kelompok ini tidak ada pada konsultasi ini. Pilih salah satu yang ada.",
      },
      item: { unknown: "Bagian ini tidak ada pada ketentuan ini. Pilih salah satu yang ada." },
    },
    tooLong: (length, limit) =>
      `Terlalu panjang: ${length} karakter, paling banyak ${limit}. Ringkaskan, atau bagi menjadi beberapa masukan.`,
    refusedTitle: "Masukan belum terkirim",
    refusals: {
      "not-yet-open": "Konsultasi ini belum dibuka.",
      closed: "Konsultasi ini sudah ditutup.",
      "rule-changed":
        "Aturan tentang apa yang disimpan berubah sejak formulir ini dibuka. Baca keterangan di bawah ini, lalu kirim lagi bila Anda setuju.",
      "sign-in-needed": "Untuk memberi masukan pada konsultasi ini, masuklah dengan akun Anda.",
      "code-needed": "Isi kode pada undangan Anda.",
      "code-unknown": "Kode ini tidak dikenal. Periksa kembali huruf dan angkanya.",
    },
    noComments: "Konsultasi ini tidak menerima masukan per ketentuan.",
    cancelled: "Konsultasi ini dibatalkan.",
    opens: (moment) => `Masukan diterima mulai ${moment}.`,
    closedAt: (moment) => `Masukan diterima sampai ${moment}.`,
    tooOften:
      "Terlalu banyak kiriman dari perangkat atau jaringan ini dalam waktu singkat. Tunggu beberapa menit, lalu kirim lagi; yang Anda tulis masih ada di bawah ini.",
    signedOut: "Anda sudah keluar dari akun Anda, jadi masukan ini belum terkirim.",
    signInElsewhere: "Masuk di tab lain, lalu kembali ke halaman ini dan kirim lagi",
    whatYouTyped: "Yang Anda tulis",
    copyHint: "Masukan ini tidak tersimpan. Salin teksnya bila Anda masih membutuhkannya.",
    sentBefore:
      "Formulir ini sudah terkirim satu kali dengan kata-kata lain. Yang Anda tulis sekarang belum terkirim.",
    seeReceipt: "Lihat masukan yang sudah tercatat",
    sendAsNew: "Kirim sebagai masukan baru",
    back: "Kembali ke konsultasi",
    signInLead: "Masuk untuk memberi masukan.",
  },
  en: {
    title: "Comment",
    titleOn: (citation) => `Comment on ${citation}`,
    generalTitle: "Comment on the draft as a whole",
    clause: "Words of the clause",
    longClause: "Show all the words of the clause",
    privacyTitle: "Before you begin",
    purpose: "What for",
    purposeWords: (office) => `To improve this draft and to answer you. Data controller: ${office}.`,
    basis: "Legal basis",
    kept: "What is kept",
    keptWords: {
      named:
        "What you fill in below, and your account. Your name is seen only by the team that works on this draft.",
      anonymous:
        "What you fill in below, and the day. Your account is only checked; it is not kept with the comment.",
      code: "What you fill in below, and the day. Your code is only checked; it is not kept with the comment.",
      open: "What you fill in below, and when. No name is asked. A random mark on your device only limits floods, and is not kept with the comment.",
    },
    retention: "How long",
    retentionWords: (months) =>
      `Whatever could point to a person is deleted ${months} months after the consultation closed.`,
    rights: "Your rights",
    rightsWords:
      "To see, correct, withdraw and delete your comment, with the receipt you get after sending (UU 27/2022, Pasal 5 to Pasal 13).",
    ask: "Questions",
    shownTo: "What is published",
    shownToWords: "The words of the comment and your group, after personal data in them was taken out.",
    code: "Your code",
    codeHint: "Ten letters and digits from your invitation.",
    group: "You comment as",
    groupHint: "Only the name of a group, not yours.",
    choose: "Choose one",
    anotherGroup: "Another, or rather not say",
    stance: "Where you stand",
    stances: {
      support: "I agree",
      "support-with-change": "I agree, with a change",
      against: "I disagree",
      question: "Not clear to me, I have a question",
    },
    text: "Your comment",
    textHint:
      "In your own words, at most 10,000 characters. Do not write names, personnel numbers or telephone numbers.",
    item: "Which part",
    itemNone: "All of this clause",
    proposal: "Propose other words",
    proposalHint: "Write the clause as you think it should read.",
    original: "The words now",
    yourProposal: "The words you propose",
    optional: "optional",
    send: "Send comment",
    problemsTitle: "The comment was not sent yet",
    nothingLost: "What you wrote is still below. Correct what is marked and send it again.",
    problems: {
      text: { missing: "Write your comment." },
      proposedText: {},
      stance: { missing: "Choose where you stand.", unknown: "Choose one of those offered." },
      group: {
        missing: "Choose your group, or “Another”.",
        unknown: "This consultation has no such group. Choose one of those offered.",
      },
      item: { unknown: "This clause has no such part. Choose one of those offered." },
    },
    tooLong: (length, limit) =>
      `Too long: ${length} characters, at most ${limit}. Shorten it, or make several comments of it.`,
    refusedTitle: "The comment was not sent",
    refusals: {
      "not-yet-open": "This consultation is not open yet.",
      closed: "This consultation has closed.",
      "rule-changed":
        "What is kept has changed since this form was opened. Read what stands below, and send it again if you agree.",
      "sign-in-needed": "To comment in this consultation, sign in with your account.",
      "code-needed": "Fill in the code from your invitation.",
      "code-unknown": "This code is not known. Check its letters and digits.",
    },
    noComments: "This consultation takes no comments on clauses.",
    cancelled: "This consultation was cancelled.",
    opens: (moment) => `Comments are taken from ${moment}.`,
    closedAt: (moment) => `Comments were taken until ${moment}.`,
    tooOften:
      "Too much was sent from this device or network in a short time. Wait a few minutes and send it again; what you wrote is still below.",
    signedOut: "You are signed out, so this comment was not sent yet.",
    signInElsewhere: "Sign in in another tab, then come back to this page and send it again",
    whatYouTyped: "What you wrote",
    copyHint: "This comment was not kept. Copy the text if you still need it.",
    sentBefore: "This form was sent once before with other words. What you wrote now was not sent yet.",
    seeReceipt: "See the comment that was recorded",
    sendAsNew: "Send as a new comment",
    back: "Back to the consultation",
    signInLead: "Sign in to comment.",
  },
};
