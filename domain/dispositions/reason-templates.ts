/** Words to begin a reason with (RULES.md DP10). `...` is where the person goes on. */
import type { Messages } from "../locale.ts";
import type { Outcome } from "./disposition.ts";

export interface ReasonTemplate {
  readonly outcome: Outcome;
  readonly title: string;
  readonly text: string;
}

export const REASON_TEMPLATES: Messages<readonly ReasonTemplate[]> = {
  id: [
    {
      outcome: "accepted",
      title: "Diterima, rumusan diubah",
      text: "Masukan diterima. Ketentuan ini diubah sehingga ...",
    },
    {
      outcome: "accepted",
      title: "Sudah tercakup",
      text: "Masukan diterima. Hal ini sudah tercakup dalam ..., dan rumusannya diperjelas.",
    },
    {
      outcome: "partly",
      title: "Diterima sebagian",
      text: "Masukan diterima sebagian. Yang diterima: ... Yang belum dapat diterima: ..., karena ...",
    },
    {
      outcome: "rejected",
      title: "Bertentangan dengan peraturan yang lebih tinggi",
      text: "Masukan tidak dapat diterima karena bertentangan dengan ...",
    },
    {
      outcome: "rejected",
      title: "Di luar kewenangan daerah",
      text: "Masukan tidak dapat diterima karena hal ini merupakan kewenangan ...",
    },
    {
      outcome: "rejected",
      title: "Kemampuan anggaran",
      text: "Masukan tidak dapat diterima saat ini karena keterbatasan anggaran: ...",
    },
    {
      outcome: "noted",
      title: "Dicatat untuk pelaksanaan",
      text: "Terima kasih. Masukan dicatat dan diperhatikan dalam pelaksanaan, yaitu ...",
    },
    {
      outcome: "noted",
      title: "Jawaban atas pertanyaan",
      text: "Terima kasih atas pertanyaannya. Ketentuan ini berarti ...",
    },
    {
      outcome: "out-of-scope",
      title: "Di luar ruang lingkup",
      text: "Masukan berada di luar ruang lingkup rancangan ini dan disampaikan kepada ...",
    },
  ],
  en: [
    {
      outcome: "accepted",
      title: "Accepted, the wording is changed",
      text: "Your input is accepted. This clause is changed so that ...",
    },
    {
      outcome: "accepted",
      title: "Already covered",
      text: "Your input is accepted. It is already covered by ..., and the wording is made clearer.",
    },
    {
      outcome: "partly",
      title: "Accepted in part",
      text: "Your input is accepted in part. Accepted: ... Not yet possible: ..., because ...",
    },
    {
      outcome: "rejected",
      title: "Against a higher rule",
      text: "Your input cannot be accepted because it is against ...",
    },
    {
      outcome: "rejected",
      title: "Outside the region's powers",
      text: "Your input cannot be accepted because this is for ... to decide.",
    },
    {
      outcome: "rejected",
      title: "Budget",
      text: "Your input cannot be accepted now because of the budget: ...",
    },
    {
      outcome: "noted",
      title: "Noted for implementation",
      text: "Thank you. Your input is noted and will be considered in implementation, namely ...",
    },
    {
      outcome: "noted",
      title: "Answer to a question",
      text: "Thank you for asking. This clause means that ...",
    },
    {
      outcome: "out-of-scope",
      title: "Out of scope",
      text: "Your input is outside the scope of this draft and is passed on to ...",
    },
  ],
};
