import type { GovernmentKind } from "../../domain/accounts/regional-government.ts";
import type { Messages } from "../../domain/locale.ts";

interface AuthorityTexts {
  add: string;
  addText: string;
  kind: string;
  kinds: Record<GovernmentKind, string>;
  place: string;
  placeHint: Record<GovernmentKind, string>;
  province: string;
  placeMissing: string;
  provinceHint: string;
  provinceMissing: string;
  /** What will stand in the record, as the fields are now. */
  preview: (name: string, office: string) => string;
  added: (name: string) => string;
  noneTitle: string;
  noneText: string;
  /** Where something else is made that belongs to a government. */
  missingTitle: string;
  missingText: string;
  missingLink: string;
  missingAsk: string;
  stepsTitle: string;
  stepsText: string;
  steps: Record<"authority" | "unit" | "people", { title: string; text: string }>;
}

export const authorityTexts: Messages<AuthorityTexts> = {
  id: {
    add: "Tambah pemerintah daerah",
    addText:
      "Sebutan dalam naskah disusun dari isian ini. Setelah ditambahkan, setiap sebutan dapat diubah satu per satu.",
    kind: "Jenis daerah",
    kinds: { kota: "Kota", kabupaten: "Kabupaten", provinsi: "Provinsi" },
    place: "Nama daerah",
    placeHint: {
      kota: "Misalnya Palu.",
      kabupaten: "Misalnya Sigi.",
      provinsi: "Misalnya Sulawesi Tengah.",
    },
    province: "Provinsi",
    placeMissing: "Isi nama daerahnya.",
    provinceHint: "Misalnya Sulawesi Tengah.",
    provinceMissing: "Isi provinsinya.",
    preview: (name, office) => `Akan tercatat sebagai ${name}, dengan jabatan ${office}.`,
    added: (name) => `${name} ditambahkan.`,
    noneTitle: "Belum ada pemerintah daerah",
    noneText:
      "Mulailah di sini: tambahkan pemerintah daerah yang naskahnya akan disusun. Setelah itu perangkat daerah, kelompok, dan rancangan dapat dibuat.",
    missingTitle: "Pemerintah daerah belum ditambahkan",
    missingText: "Yang dibuat di sini menjadi bagian dari suatu pemerintah daerah. Tambahkan itu dahulu.",
    missingLink: "Ke data pemerintah daerah",
    missingAsk:
      "Yang dibuat di sini menjadi bagian dari suatu pemerintah daerah, dan itu belum ada. Mintalah pengelola sistem menambahkannya di Pengelolaan, lalu buka kembali halaman ini.",
    stepsTitle: "Langkah pertama",
    stepsText: "Rancangan dibuat oleh perancang dan bagian hukum. Sebelum itu, siapkan yang berikut.",
    steps: {
      authority: {
        title: "Tambahkan pemerintah daerah",
        text: "Sebutan dan zona waktunya dipakai dalam naskah dan tenggat.",
      },
      unit: {
        title: "Tambahkan perangkat daerah",
        text: "Pemrakarsa rancangan dan tempat tugas pemilik akun.",
      },
      people: {
        title: "Undang orang",
        text: "Sedikitnya seorang perancang; tautan undangannya Anda kirim sendiri.",
      },
    },
  },
  en: {
    add: "Add a government",
    addText:
      "What texts call it is composed from these fields. Once it is added, each name can be changed by itself.",
    kind: "Kind of region",
    kinds: { kota: "City (kota)", kabupaten: "Regency (kabupaten)", provinsi: "Province" },
    place: "Name of the region",
    placeHint: {
      kota: "Such as Palu.",
      kabupaten: "Such as Sigi.",
      provinsi: "Such as Sulawesi Tengah.",
    },
    province: "Province",
    placeMissing: "Give the name of the region.",
    provinceHint: "Such as Sulawesi Tengah.",
    provinceMissing: "Give its province.",
    preview: (name, office) => `It will be recorded as ${name}, with the office ${office}.`,
    added: (name) => `${name} is added.`,
    noneTitle: "No government yet",
    noneText:
      "Start here: add the government whose texts will be written. Units, groups and drafts can be made after that.",
    missingTitle: "No government was added yet",
    missingText: "What is made here belongs to a government. Add that first.",
    missingLink: "To the data of the government",
    missingAsk:
      "What is made here belongs to a government, and there is none yet. Ask an administrator to add it under Administration, then open this page again.",
    stepsTitle: "First steps",
    stepsText: "Drafters and the legal division make drafts. Before that, prepare what follows.",
    steps: {
      authority: {
        title: "Add the government",
        text: "Its names and time zone are used in texts and deadlines.",
      },
      unit: {
        title: "Add the units",
        text: "Initiators of drafts, and where the people work.",
      },
      people: {
        title: "Invite people",
        text: "At least one drafter; you send the link of the invitation yourself.",
      },
    },
  },
};
