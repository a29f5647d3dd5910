/** First words of what the public will read, to be changed. Always Indonesian: the consultation is held in it. */
export const DEFAULT_TEXTS = {
  whatHappens:
    "Setiap masukan dibaca dan dijawab: diterima, diterima sebagian, ditolak, atau dicatat, disertai alasannya. Jawaban beserta perubahan naskahnya diumumkan di halaman ini paling lambat 30 hari setelah konsultasi ditutup.",
  legalBasis:
    "Pasal 96 Undang-Undang Nomor 12 Tahun 2011 sebagaimana telah diubah dengan Undang-Undang Nomor 13 Tahun 2022 (partisipasi masyarakat) dan Pasal 20 ayat (2) huruf e Undang-Undang Nomor 27 Tahun 2022 (tugas dalam rangka kepentingan umum).",
  retentionMonths: "24",
} as const;
