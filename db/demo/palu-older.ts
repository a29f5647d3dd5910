/** Wording of draf 1 and draf 2 of Palu that later drafts changed, moved, split or removed. Numbers are those of draf 2 unless said otherwise. */

export const PASAL_2_DRAF_1 = `
Pasal 2
(1) Maksud ditetapkannya Peraturan Wali Kota ini yaitu sebagai pedoman bagi Perangkat Daerah dalam mengelola kepegawaian ASN.
(2) Tujuan ditetapkannya Peraturan Wali Kota ini yaitu:
a. meningkatkan mutu pelayanan publik di Daerah;
b. mewujudkan pegawai ASN yang profesional dan berkinerja tinggi; dan
c. memberikan kepastian mengenai pengadaan, Pengembangan Kompetensi, penilaian kinerja, dan pengembangan karier pegawai ASN.
`;

export const PASAL_3_DRAF_1 = `
Pasal 3
Ruang lingkup Peraturan Wali Kota ini meliputi:
a. pengadaan;
b. Pengembangan Kompetensi;
c. penilaian kinerja;
d. pengembangan karier;
e. pemantauan dan evaluasi;
f. sistem informasi kepegawaian; dan
g. pendanaan dan kerja sama.
`;

/** With the ayat (4) that draf 3 removed. */
export const PASAL_4_DRAF_1_2 = `
Pasal 4
(1) Setiap Perangkat Daerah menyusun kebutuhan jumlah dan jenis jabatan pegawai ASN berdasarkan analisis jabatan dan analisis beban kerja.
(2) Kebutuhan sebagaimana dimaksud pada ayat (1) disusun untuk jangka waktu 5 (lima) tahun dan dirinci setiap 1 (satu) tahun berdasarkan prioritas kebutuhan.
(3) BKPSDM menghimpun dan menyelaraskan kebutuhan sebagaimana dimaksud pada ayat (2) untuk ditetapkan oleh Wali Kota paling lambat bulan Februari setiap tahun.
(4) Perangkat Daerah yang tidak menyampaikan kebutuhan sebagaimana dimaksud pada ayat (1) tidak diusulkan memperoleh tambahan pegawai ASN pada tahun berikutnya.
`;

export const PASAL_5_DRAF_1 = `
Pasal 5
(1) Pengadaan pegawai ASN dilaksanakan melalui seleksi berbasis kompetensi sesuai dengan kebutuhan sebagaimana dimaksud dalam Pasal 4 ayat (2).
(2) Seleksi sebagaimana dimaksud pada ayat (1) meliputi:
a. seleksi administrasi;
b. seleksi kompetensi dasar; dan
c. seleksi kompetensi bidang.
(3) Hasil akhir seleksi sebagaimana dimaksud pada ayat (2) diumumkan melalui laman resmi BKPSDM.
`;

/** Ayat (1) was split into ayat (1) and ayat (2) in draf 2. */
export const PASAL_7_DRAF_1 = `
Pasal 7
(1) Setiap PNS memperoleh Pengembangan Kompetensi paling sedikit 20 (dua puluh) jam pelajaran dalam 1 (satu) tahun yang dijadwalkan oleh kepala Perangkat Daerah dengan memperhatikan kelancaran pelayanan publik dan sifat tugas PNS yang bersangkutan.
(2) PPPK memperoleh Pengembangan Kompetensi sesuai dengan perjanjian kerja dan ketentuan peraturan perundang-undangan.
`;

export const PASAL_11_DRAF_1 = `
Pasal 11
(1) Penilaian kinerja dilakukan setiap semester berdasarkan SKP sebagaimana dimaksud dalam Pasal 10 ayat (1).
(2) Hasil penilaian kinerja sebagaimana dimaksud pada ayat (1) disertai catatan tertulis dari atasan langsung yang disampaikan paling lambat 10 (sepuluh) hari kerja setelah semester berakhir.
(3) Catatan tertulis sebagaimana dimaksud pada ayat (2) memuat capaian, kendala, dan saran Pengembangan Kompetensi bagi pegawai ASN yang bersangkutan.
`;

/** With the ayat (3) that draf 2 removed. */
export const PASAL_12_DRAF_1 = `
Pasal 12
(1) Pegawai ASN dengan hasil penilaian kinerja sangat baik dapat diberikan penghargaan antara lain piagam, kesempatan mengikuti pelatihan, dan promosi.
(2) Penghargaan sebagaimana dimaksud pada ayat (1) ditetapkan dengan Keputusan Wali Kota berdasarkan hasil penilaian kinerja sebagaimana dimaksud dalam Pasal 11 ayat (1) selama 1 (satu) tahun.
(3) Penghargaan sebagaimana dimaksud pada ayat (1) dapat disertai uang pembinaan sesuai dengan kemampuan keuangan Daerah.
`;

export const PASAL_13_DRAF_1_2 = `
Pasal 13
(1) BKPSDM menyusun peta karier untuk setiap rumpun jabatan berdasarkan Sistem Merit.
(2) Peta karier sebagaimana dimaksud pada ayat (1) dapat dilihat oleh semua pegawai ASN melalui sistem informasi kepegawaian.
`;

export const PASAL_14_DRAF_1 = `
Pasal 14
(1) Pegawai ASN dapat mengajukan usul pindah tugas secara tertulis kepada kepala Perangkat Daerah sesuai dengan peta karier sebagaimana dimaksud dalam Pasal 13 ayat (1).
(2) Usul pindah tugas sebagaimana dimaksud pada ayat (1) dijawab secara tertulis paling lama 60 (enam puluh) hari sejak usul diterima.
(3) Dalam hal usul pindah tugas ditolak, jawaban sebagaimana dimaksud pada ayat (2) memuat alasan penolakan.
`;

export const PASAL_15_DRAF_1_2 = `
Pasal 15
(1) BKPSDM menyelenggarakan forum konsultasi bersama pegawai ASN dan organisasi profesi paling sedikit 1 (satu) kali dalam 2 (dua) tahun.
(2) Hasil forum konsultasi sebagaimana dimaksud pada ayat (1) dituangkan dalam berita acara yang memuat masukan peserta dan tanggapan BKPSDM.
`;

/** Ayat (2) was split into ayat (2) and ayat (3) in draf 3. */
export const PASAL_16_DRAF_1_2 = `
Pasal 16
(1) BKPSDM bersama Inspektorat melakukan pemantauan terhadap pelaksanaan Peraturan Wali Kota ini setiap semester.
(2) Dalam hal hasil pemantauan sebagaimana dimaksud pada ayat (1) menunjukkan penurunan kinerja, BKPSDM melakukan analisis penyebab penurunan kinerja dan melaporkan hasilnya kepada Wali Kota paling lambat 30 (tiga puluh) hari setelah semester berakhir.
`;

export const PASAL_17_DRAF_1_2 = `
Pasal 17
(1) Laporan sebagaimana dimaksud dalam Pasal 16 ayat (2) dievaluasi setiap tahun dan hasilnya menjadi dasar perbaikan kebijakan kepegawaian.
(2) Hasil evaluasi sebagaimana dimaksud pada ayat (1) diumumkan kepada pegawai ASN dan masyarakat melalui laman resmi BKPSDM.
`;

/** Chapters VIII to X of draf 1, in its own numbering; draf 2 removed them, and with them the target of the reference to Pasal 21. */
export const SISTEM_INFORMASI_DRAF_1 = [
  `
Pasal 17
(1) BKPSDM mengelola sistem informasi kepegawaian.
(2) Sistem informasi kepegawaian sebagaimana dimaksud pada ayat (1) memuat:
a. data pegawai ASN;
b. riwayat Pengembangan Kompetensi sebagaimana dimaksud dalam Pasal 6;
c. SKP dan hasil penilaian kinerja sebagaimana dimaksud dalam Pasal 9 dan Pasal 10;
d. peta karier sebagaimana dimaksud dalam Pasal 12 ayat (1); dan
e. daftar Talenta.
`,
  `
Pasal 18
(1) Setiap pegawai ASN memutakhirkan data yang berkaitan dengan dirinya dalam sistem informasi kepegawaian sebagaimana dimaksud dalam Pasal 17 ayat (1).
(2) Daftar Talenta sebagaimana dimaksud dalam Pasal 17 ayat (2) huruf e ditetapkan oleh Wali Kota setiap tahun.
`,
] as const;

export const PENDANAAN_DRAF_1 = `
Pasal 19
Pendanaan pelaksanaan Peraturan Wali Kota ini bersumber dari:
a. anggaran pendapatan dan belanja Daerah; dan
b. sumber lain yang sah dan tidak mengikat sesuai dengan ketentuan peraturan perundang-undangan.
`;

export const KERJA_SAMA_DRAF_1 = [
  `
Pasal 20
Kerja sama dalam pengelolaan kepegawaian ASN dilaksanakan berdasarkan asas kemanfaatan, kesetaraan, dan akuntabilitas.
`,
  `
Pasal 21
(1) Kerja sama sebagaimana dimaksud dalam Pasal 20 dapat dilaksanakan dengan perguruan tinggi dan organisasi profesi.
(2) Perguruan tinggi dan organisasi profesi sebagaimana dimaksud pada ayat (1) memiliki akreditasi atau pengakuan sesuai dengan ketentuan peraturan perundang-undangan.
`,
] as const;
