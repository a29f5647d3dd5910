/** Demo: the 96 free answers of the survey on careers. Eight places of work, twelve wishes that come up everywhere. */

import type { DemoTheme } from "./demo-instruments.ts";

const PLACES = [
  "di puskesmas",
  "di sekolah",
  "di kelurahan",
  "di kantor dinas",
  "di rumah sakit",
  "di bagian pelayanan",
  "di kecamatan",
  "di lapangan",
] as const;

const WISHES = [
  "peta karier sebaiknya dibuka untuk semua, tidak hanya untuk pejabat struktural.",
  "jadwal pelatihan jangan bersamaan dengan akhir tahun anggaran.",
  "saya ingin tahu syarat naik jenjang tanpa harus bertanya ke sana kemari.",
  "penilaian jangan bergantung pada kedekatan dengan atasan.",
  "perlu pelatihan komputer dasar bagi pegawai yang lebih tua.",
  "beri kesempatan pindah tugas bagi yang sudah lama di tempat terpencil.",
  "umpan balik dari atasan sering hanya formalitas, perlu contoh yang baik.",
  "penghargaan tidak harus uang; kesempatan belajar sudah berarti.",
  "mohon nilai seleksi diumumkan lengkap dengan bobotnya.",
  "pelatihan daring membantu kami yang jauh dari kota.",
  "PPPK juga ingin punya jalur pengembangan yang jelas.",
  "SKP terlalu banyak isian, mohon disederhanakan.",
] as const;

export const PALU_FREE_ANSWERS: readonly string[] = PLACES.flatMap((place, i) =>
  WISHES.map((wish, j) =>
    (i + j) % 2 === 0
      ? `Pengalaman saya bekerja ${place}: ${wish}`
      : `Dari kami yang bekerja ${place}: ${wish}`,
  ),
);

const theme = (words: string, outcome: DemoTheme["answer"]["outcome"], reason: string): DemoTheme => ({
  words,
  answer: { outcome, reason, daysAgo: 23 },
});

/** Nine of the twelve wishes are answered, each once for all who had it. */
export const PALU_THEMES: readonly DemoTheme[] = [
  theme("peta karier", "accepted", "Draf 3 membuka peta karier bagi semua pegawai (Pasal 13 ayat (2))."),
  theme(
    "akhir tahun anggaran",
    "noted",
    "Diteruskan kepada Perangkat Daerah untuk rencana pelatihan tahunan (Pasal 8).",
  ),
  theme(
    "syarat naik jenjang",
    "partly",
    "Peta karier dibuka untuk semua; rincian syarat dibahas pada lokakarya.",
  ),
  theme(
    "kedekatan dengan atasan",
    "accepted",
    "Penilaian memakai indikator yang terukur dan disepakati (Pasal 10).",
  ),
  theme(
    "pelatihan komputer",
    "noted",
    "Termasuk jenis pelatihan yang dapat diusulkan dalam rencana tahunan (Pasal 8).",
  ),
  theme(
    "tempat terpencil",
    "out-of-scope",
    "Mutasi dari daerah terpencil diatur dalam ketentuan tersendiri.",
  ),
  theme("formalitas", "accepted", "Isi umpan balik tertulis dirinci dalam Pasal 11 ayat (3)."),
  theme("Nilai seleksi", "accepted", "Nilai dan peringkat diumumkan pada setiap tahap (Pasal 5 ayat (3))."),
  theme("PPPK", "rejected", "Jalur pengembangan PPPK mengikuti perjanjian kerja dan peraturan pemerintah."),
];
