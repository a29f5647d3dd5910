import type { ContributionState } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type { Messages } from "../../domain/locale.ts";

export interface ReceiptTexts {
  readonly title: string;
  readonly thanks: string;
  readonly withdrawnTitle: string;
  readonly keep: string;
  readonly address: string;
  readonly addressHint: string;
  readonly sent: string;
  readonly about: string;
  readonly general: string;
  readonly consultation: string;
  readonly day: string;
  readonly state: string;
  readonly states: Readonly<Record<ContributionState, string>>;
  readonly stance: string;
  readonly words: string;
  readonly proposal: string;
  readonly publicNote: string;
  readonly answer: string;
  readonly answerOn: (date: string) => string;
  readonly noAnswer: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly change: string;
  readonly changeIn: (citation: string, version: number) => string;
  readonly changePromised: (citation: string) => string;
  readonly email: string;
  readonly emailAdd: string;
  readonly emailHint: string;
  readonly emailKept: string;
  readonly emailSave: string;
  readonly emailRemove: string;
  readonly emailWrong: string;
  readonly emailNotHere: string;
  readonly withdraw: string;
  readonly withdrawTitle: string;
  readonly withdrawWords: string;
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly withdrawn: string;
  readonly more: string;
  readonly unknownTitle: string;
  readonly unknown: string;
  readonly tooOften: string;
}

export const receiptTexts: Messages<ReceiptTexts> = {
  id: {
    title: "Tanda terima",
    thanks: "Terima kasih, masukan Anda tercatat",
    withdrawnTitle: "Masukan ini sudah ditarik",
    keep: "Simpan alamat halaman ini. Di sini Anda dapat membaca jawabannya, atau menarik masukan ini. Siapa pun yang memegang alamat ini dapat melakukannya, jadi jangan dibagikan.",
    address: "Alamat tanda terima",
    addressHint: "Tandai halaman ini, atau salin alamatnya.",
    sent: "Yang Anda kirim",
    about: "Tentang",
    general: "Rancangan secara umum",
    consultation: "Konsultasi",
    day: "Diterima",
    state: "Keadaan",
    states: {
      received: "Diterima, belum dibaca tim",
      triaged: "Sudah dibaca tim",
      considered: "Sedang dipertimbangkan",
      answered: "Sudah dijawab",
      published: "Sudah dijawab dan diumumkan",
      withdrawn: "Ditarik",
    },
    stance: "Sikap",
    words: "Masukan",
    proposal: "Usulan rumusan",
    publicNote: "Catatan tim tentang yang diumumkan",
    answer: "Jawaban",
    answerOn: (date) => `Dijawab ${date}`,
    noAnswer: "Belum ada jawaban. Jawabannya akan tampil di halaman ini.",
    outcomes: {
      accepted: "Diterima",
      partly: "Diterima sebagian",
      rejected: "Tidak diterima",
      noted: "Dicatat",
      "out-of-scope": "Di luar lingkup rancangan ini",
    },
    change: "Perubahan",
    changeIn: (citation, version) => `${citation} diubah pada versi ${version}.`,
    changePromised: (citation) => `${citation} diubah; perubahannya tampil pada versi berikutnya.`,
    email: "Alamat surel",
    emailAdd: "Kirimi saya jawabannya lewat surel",
    emailHint: "Hanya untuk mengirim jawaban ini, lalu dihapus bersama tanda terima.",
    emailKept: "Jawabannya juga akan dikirim ke alamat surel yang Anda berikan.",
    emailSave: "Simpan alamat surel",
    emailRemove: "Hapus alamat surel",
    emailWrong: "Alamat surel ini tidak lengkap. Contoh: nama@contoh.id",
    emailNotHere: "Pada konsultasi ini alamat surel tidak disimpan, agar Anda tetap tidak dikenali.",
    withdraw: "Tarik masukan ini",
    withdrawTitle: "Tarik masukan ini?",
    withdrawWords:
      "Kata-kata Anda dihapus untuk selamanya dan tidak dapat dikembalikan. Bahwa pernah ada satu masukan tetap terhitung, begitu pula jawaban yang sudah diberikan.",
    withdrawYes: "Ya, tarik dan hapus kata-katanya",
    withdrawNo: "Batal, kembali ke tanda terima",
    withdrawn: "Kata-katanya sudah dihapus. Terima kasih telah memberi tahu kami.",
    more: "Beri masukan lain pada konsultasi ini",
    unknownTitle: "Tanda terima tidak ditemukan",
    unknown:
      "Tidak ada tanda terima pada alamat ini. Periksa apakah alamatnya lengkap. Tanda terima dihapus ketika masa simpannya habis.",
    tooOften: "Terlalu banyak tanda terima dibuka dari jaringan ini. Tunggu beberapa menit lalu coba lagi.",
  },
  en: {
    title: "Receipt",
    thanks: "Thank you, your comment was recorded",
    withdrawnTitle: "This comment was withdrawn",
    keep: "Keep the address of this page. Here you can read the answer, or withdraw the comment. Whoever holds the address can do so: do not share it.",
    address: "Address of the receipt",
    addressHint: "Bookmark this page, or copy its address.",
    sent: "What you sent",
    about: "About",
    general: "The draft as a whole",
    consultation: "Consultation",
    day: "Received",
    state: "State",
    states: {
      received: "Received, not read by the team yet",
      triaged: "Read by the team",
      considered: "Being considered",
      answered: "Answered",
      published: "Answered and published",
      withdrawn: "Withdrawn",
    },
    stance: "Where you stand",
    words: "Comment",
    proposal: "Proposed words",
    publicNote: "The team's note on what is published",
    answer: "Answer",
    answerOn: (date) => `Answered ${date}`,
    noAnswer: "There is no answer yet. It will be shown on this page.",
    outcomes: {
      accepted: "Accepted",
      partly: "Accepted in part",
      rejected: "Not accepted",
      noted: "Noted",
      "out-of-scope": "Outside the scope of this draft",
    },
    change: "Change",
    changeIn: (citation, version) => `${citation} was changed in version ${version}.`,
    changePromised: (citation) => `${citation} is changed; the change will be in the next version.`,
    email: "E-mail address",
    emailAdd: "Send me the answer by e-mail",
    emailHint: "Only to send this answer; it is deleted together with the receipt.",
    emailKept: "The answer will also be sent to the e-mail address you gave.",
    emailSave: "Keep the e-mail address",
    emailRemove: "Delete the e-mail address",
    emailWrong: "This e-mail address is not complete. Example: name@example.org",
    emailNotHere: "In this consultation no e-mail address is kept, so that nobody can find out who you are.",
    withdraw: "Withdraw this comment",
    withdrawTitle: "Withdraw this comment?",
    withdrawWords:
      "Your words are deleted for good and cannot be brought back. That there was a comment stays counted, and so does an answer that was given.",
    withdrawYes: "Yes, withdraw it and delete the words",
    withdrawNo: "No, back to the receipt",
    withdrawn: "The words were deleted. Thank you for telling us.",
    more: "Another comment in this consultation",
    unknownTitle: "No such receipt",
    unknown:
      "There is no receipt at this address. See whether the address is complete. Receipts are deleted when the time of keeping is over.",
    tooOften: "Too many receipts were opened from this network. Wait a few minutes and try again.",
  },
};
