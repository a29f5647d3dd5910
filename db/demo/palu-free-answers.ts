/** Demo: the 96 free answers of the survey on careers. Eight places of work, twelve wishes that come up everywhere. */

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
