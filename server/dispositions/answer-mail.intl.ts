import type { Messages } from "../../domain/locale.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";

interface AnswerMail {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly subject: (about: string) => string;
  readonly text: (told: {
    readonly about: string;
    readonly outcome: string;
    readonly reason: string;
    readonly link: string;
  }) => string;
}

/** To the holder of a receipt. The words of the input are not in it. [NT7] */
export const answerMailTexts: Messages<AnswerMail> = {
  id: {
    outcome: {
      accepted: "Diterima",
      partly: "Diterima sebagian",
      rejected: "Tidak diterima",
      noted: "Dicatat",
      "out-of-scope": "Di luar ruang lingkup",
    },
    subject: (about) => `Masukan Anda telah dijawab: ${about}`,
    text: ({ about, outcome, reason, link }) =>
      `Yth. Bapak/Ibu,

Masukan Anda untuk "${about}" telah dijawab.

Jawaban: ${outcome}

${reason}

Tanda terima yang Anda simpan menampilkan masukan dan jawaban ini. Semua jawaban yang diumumkan dapat dibaca di:
${link}

Terima kasih atas masukan Anda.
`,
  },
  en: {
    outcome: {
      accepted: "Accepted",
      partly: "Accepted in part",
      rejected: "Not accepted",
      noted: "Noted",
      "out-of-scope": "Out of scope",
    },
    subject: (about) => `Your input was answered: ${about}`,
    text: ({ about, outcome, reason, link }) =>
      `Dear Sir or Madam,

Your input on "${about}" was answered.

Answer: ${outcome}

${reason}

The receipt that you kept shows your input and this answer. All published answers can be read at:
${link}

Thank you for your input.
`,
  },
};
