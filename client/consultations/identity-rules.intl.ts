import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { Messages } from "../../domain/locale.ts";

interface RuleTexts {
  /** Who may, and what they see of it. */
  name: Readonly<Record<IdentityRule, string>>;
  /** What is kept, and what is not. */
  keeps: Readonly<Record<IdentityRule, string>>;
  /** For tables and lists. */
  short: Readonly<Record<IdentityRule, string>>;
}

export const identityRuleTexts: Messages<RuleTexts> = {
  id: {
    name: {
      open: "Siapa saja, tanpa akun",
      named: "Yang masuk dengan akun, namanya disimpan",
      anonymous: "Yang masuk dengan akun atau diundang, tanpa nama",
      code: "Pemegang kode sekali pakai",
    },
    keeps: {
      open: "Yang disimpan: isi, kelompok, dan waktunya. Tidak ada nama, alamat, atau perangkat. Satu orang dapat mengisi dari beberapa perangkat, dan hasilnya menyebutkan itu.",
      named:
        "Yang disimpan: isi, kelompok, waktu, dan akun pengirim. Tim melihat siapa yang menulis; publik hanya melihat kelompoknya.",
      anonymous:
        "Yang disimpan: isi, kelompok, dan tanggalnya, tanpa jam. Siapa yang sudah mengisi dicatat terpisah dengan sandi yang dimusnahkan saat ditutup, sehingga tidak seorang pun dapat mencocokkannya.",
      code: "Yang disimpan: isi, kelompok, dan tanggalnya, tanpa jam. Dari kode hanya dicatat bahwa sudah terpakai; tidak ada yang tahu kode mana mengisi apa.",
    },
    short: {
      open: "Siapa saja",
      named: "Dengan nama",
      anonymous: "Tanpa nama",
      code: "Dengan kode",
    },
  },
  en: {
    name: {
      open: "Anyone, without an account",
      named: "Who is signed in, with their name",
      anonymous: "Who is signed in or invited, without a name",
      code: "Holders of a one-time code",
    },
    keeps: {
      open: "Kept: the words, the group and the time. No name, address or device. One person can answer on several devices, and the results say so.",
      named:
        "Kept: the words, the group, the time and the account. The team sees who wrote; the public sees the group only.",
      anonymous:
        "Kept: the words, the group and the day, without the hour. Who has answered is noted apart, under a key that is destroyed at closing, so that nobody can match the two.",
      code: "Kept: the words, the group and the day, without the hour. Of the code only that it is used; nobody knows which code said what.",
    },
    short: {
      open: "Anyone",
      named: "With name",
      anonymous: "Without name",
      code: "With code",
    },
  },
};
