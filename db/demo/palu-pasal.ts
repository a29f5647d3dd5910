/** Pasal of the Palu draft in their newest common wording (draf 3); `palu-older.ts` and `palu-live.ts` hold what differs. */

export const PASAL_1 = `
Pasal 1
Dalam Peraturan Wali Kota ini yang dimaksud dengan:
1. Daerah adalah Kota Palu.
2. Wali Kota adalah Wali Kota Palu.
3. Perangkat Daerah adalah unsur pembantu Wali Kota dan Dewan Perwakilan Rakyat Daerah dalam penyelenggaraan urusan pemerintahan yang menjadi kewenangan Daerah.
4. Badan Kepegawaian dan Pengembangan Sumber Daya Manusia yang selanjutnya disingkat BKPSDM adalah Perangkat Daerah yang melaksanakan fungsi penunjang urusan pemerintahan di bidang kepegawaian serta pendidikan dan pelatihan.
5. Aparatur Sipil Negara yang selanjutnya disingkat ASN adalah profesi bagi pegawai negeri sipil dan pegawai pemerintah dengan perjanjian kerja yang bekerja pada instansi pemerintah.
6. Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah warga negara Indonesia yang memenuhi syarat tertentu, diangkat sebagai pegawai ASN secara tetap oleh pejabat pembina kepegawaian untuk menduduki jabatan pemerintahan.
7. Pegawai Pemerintah dengan Perjanjian Kerja yang selanjutnya disingkat PPPK adalah warga negara Indonesia yang memenuhi syarat tertentu, diangkat berdasarkan perjanjian kerja untuk jangka waktu tertentu dalam rangka melaksanakan tugas pemerintahan dan/atau menduduki jabatan pemerintahan.
8. Sistem Merit adalah penyelenggaraan sistem manajemen ASN sesuai dengan prinsip meritokrasi.
9. Pengembangan Kompetensi adalah upaya untuk memenuhi kebutuhan kompetensi pegawai ASN sesuai dengan standar kompetensi jabatan dan rencana pengembangan karier.
10. Sasaran Kinerja Pegawai yang selanjutnya disingkat SKP adalah rencana kinerja dan target yang akan dicapai oleh pegawai ASN setiap tahun.
11. Talenta adalah pegawai ASN yang memiliki kinerja dan potensi tinggi serta dipersiapkan untuk menduduki jabatan yang lebih tinggi.
`;

export const PASAL_2 = `
Pasal 2
(1) Maksud ditetapkannya Peraturan Wali Kota ini yaitu sebagai kerangka kerja yang jelas bagi Perangkat Daerah dalam mengelola kepegawaian ASN berdasarkan Sistem Merit.
(2) Tujuan ditetapkannya Peraturan Wali Kota ini yaitu:
a. mewujudkan pegawai ASN yang profesional, berintegritas, dan berkinerja tinggi;
b. memberikan kepastian mengenai pengadaan, Pengembangan Kompetensi, penilaian kinerja, dan pengembangan karier pegawai ASN; dan
c. meningkatkan mutu pelayanan publik di Daerah.
`;

export const PASAL_3 = `
Pasal 3
Ruang lingkup Peraturan Wali Kota ini meliputi:
a. pengadaan;
b. Pengembangan Kompetensi;
c. penilaian kinerja;
d. pengembangan karier; dan
e. pemantauan dan evaluasi.
`;

export const PASAL_4 = `
Pasal 4
(1) Setiap Perangkat Daerah menyusun kebutuhan jumlah dan jenis jabatan pegawai ASN berdasarkan analisis jabatan dan analisis beban kerja.
(2) Kebutuhan sebagaimana dimaksud pada ayat (1) disusun untuk jangka waktu 5 (lima) tahun dan dirinci setiap 1 (satu) tahun berdasarkan prioritas kebutuhan.
(3) BKPSDM menghimpun dan menyelaraskan kebutuhan sebagaimana dimaksud pada ayat (2) untuk ditetapkan oleh Wali Kota paling lambat bulan Februari setiap tahun.
`;

export const PASAL_5 = `
Pasal 5
(1) Pengadaan pegawai ASN dilaksanakan melalui seleksi berbasis kompetensi sesuai dengan kebutuhan sebagaimana dimaksud dalam Pasal 4 ayat (2).
(2) Seleksi sebagaimana dimaksud pada ayat (1) meliputi:
a. seleksi administrasi;
b. seleksi kompetensi dasar; dan
c. seleksi kompetensi bidang.
(3) Nilai dan peringkat peserta pada setiap tahap seleksi sebagaimana dimaksud pada ayat (2) diumumkan melalui laman resmi BKPSDM paling lambat 3 (tiga) hari kerja setelah tahap seleksi yang bersangkutan selesai.
`;

export const PASAL_6 = `
Pasal 6
(1) Pegawai ASN yang baru diangkat mengikuti orientasi paling lama 30 (tiga puluh) hari sejak tanggal mulai bertugas.
(2) Orientasi sebagaimana dimaksud pada ayat (1) diselenggarakan oleh Perangkat Daerah penempatan dan meliputi:
a. pengenalan tugas dan fungsi Perangkat Daerah;
b. nilai dasar, kode etik, dan kode perilaku ASN; dan
c. hak dan kewajiban pegawai ASN, termasuk tata cara penyusunan SKP sebagaimana dimaksud dalam Pasal 10.
`;

export const PASAL_7_AYAT_1_3 = `
Pasal 7
(1) Setiap PNS memperoleh Pengembangan Kompetensi paling sedikit 20 (dua puluh) jam pelajaran dalam 1 (satu) tahun.
(2) Pengembangan Kompetensi sebagaimana dimaksud pada ayat (1) dijadwalkan oleh kepala Perangkat Daerah dengan memperhatikan kelancaran pelayanan publik dan sifat tugas PNS yang bersangkutan.
(3) PPPK memperoleh Pengembangan Kompetensi sesuai dengan perjanjian kerja dan ketentuan peraturan perundang-undangan.
`;

export const PASAL_8 = `
Pasal 8
(1) Kepala Perangkat Daerah menyusun rencana Pengembangan Kompetensi tahunan berdasarkan kebutuhan pelayanan dan hasil penilaian kinerja sebagaimana dimaksud dalam Pasal 11.
(2) Rencana Pengembangan Kompetensi tahunan sebagaimana dimaksud pada ayat (1) memuat:
a. jenis dan bentuk pelatihan;
b. pegawai ASN yang diikutsertakan;
c. jadwal pelaksanaan; dan
d. kebutuhan anggaran.
`;

export const PASAL_9 = `
Pasal 9
(1) BKPSDM dapat menyelenggarakan Pengembangan Kompetensi melalui kerja sama dengan perguruan tinggi dan organisasi profesi sebagaimana dimaksud dalam Pasal 21.
(2) Kerja sama sebagaimana dimaksud pada ayat (1) dituangkan dalam perjanjian kerja sama sesuai dengan ketentuan peraturan perundang-undangan.
`;

export const PASAL_10 = `
Pasal 10
(1) Setiap pegawai ASN menyusun SKP bersama atasan langsung paling lambat bulan Januari tahun berjalan.
(2) SKP sebagaimana dimaksud pada ayat (1) memuat indikator yang terukur dan disepakati oleh pegawai ASN dan atasan langsung.
(3) Indikator sebagaimana dimaksud pada ayat (2) mencakup aspek:
a. kuantitas;
b. kualitas;
c. waktu; dan
d. biaya.
`;

export const PASAL_11 = `
Pasal 11
(1) Penilaian kinerja dilakukan setiap triwulan berdasarkan SKP sebagaimana dimaksud dalam Pasal 10 ayat (1).
(2) Hasil penilaian kinerja sebagaimana dimaksud pada ayat (1) disertai umpan balik tertulis dari atasan langsung yang disampaikan paling lambat 10 (sepuluh) hari kerja setelah triwulan berakhir.
(3) Umpan balik tertulis sebagaimana dimaksud pada ayat (2) memuat capaian, kendala, dan saran Pengembangan Kompetensi bagi pegawai ASN yang bersangkutan.
`;

export const PASAL_12 = `
Pasal 12
(1) Pegawai ASN dengan hasil penilaian kinerja sangat baik dapat diberikan penghargaan antara lain piagam, kesempatan mengikuti pelatihan, dan promosi.
(2) Penghargaan sebagaimana dimaksud pada ayat (1) ditetapkan dengan Keputusan Wali Kota berdasarkan hasil penilaian kinerja sebagaimana dimaksud dalam Pasal 11 ayat (1) selama 1 (satu) tahun.
`;

export const PASAL_13 = `
Pasal 13
(1) BKPSDM menyusun peta karier untuk setiap rumpun jabatan berdasarkan Sistem Merit.
(2) Peta karier sebagaimana dimaksud pada ayat (1) dapat dilihat oleh semua pegawai ASN melalui sistem informasi kepegawaian.
(3) BKPSDM memutakhirkan peta karier sebagaimana dimaksud pada ayat (1) paling sedikit 1 (satu) kali dalam 2 (dua) tahun.
`;

export const PASAL_14 = `
Pasal 14
(1) Pegawai ASN dapat mengajukan usul pindah tugas secara tertulis kepada kepala Perangkat Daerah sesuai dengan peta karier sebagaimana dimaksud dalam Pasal 13 ayat (1).
(2) Usul pindah tugas sebagaimana dimaksud pada ayat (1) dijawab secara tertulis selambat-lambatnya 30 hari sejak usul diterima.
(3) Dalam hal usul pindah tugas ditolak, jawaban sebagaimana dimaksud pada ayat (2) memuat alasan penolakan dan saran Pengembangan Kompetensi yang diperlukan.
`;

export const PASAL_15 = `
Pasal 15
(1) BKPSDM menyelenggarakan lokakarya bersama pegawai ASN, organisasi profesi, dan masyarakat paling sedikit 1 (satu) kali dalam 1 (satu) tahun.
(2) Hasil lokakarya sebagaimana dimaksud pada ayat (1) dituangkan dalam berita acara yang memuat masukan peserta dan tanggapan BKPSDM.
`;

export const PASAL_16 = `
Pasal 16
(1) BKPSDM bersama Inspektorat melakukan pemantauan terhadap pelaksanaan Peraturan Wali Kota ini setiap semester.
(2) Dalam hal hasil pemantauan sebagaimana dimaksud pada ayat (1) menunjukkan penurunan kinerja, BKPSDM melakukan analisis penyebab penurunan kinerja.
(3) Hasil pemantauan sebagaimana dimaksud pada ayat (1) dan hasil analisis sebagaimana dimaksud pada ayat (2) dilaporkan kepada Wali Kota paling lambat 30 (tiga puluh) hari setelah semester berakhir.
`;

export const PASAL_17 = `
Pasal 17
(1) Laporan sebagaimana dimaksud dalam Pasal 16 ayat (3) dievaluasi setiap tahun dan hasilnya menjadi dasar perbaikan kebijakan kepegawaian.
(2) Hasil evaluasi sebagaimana dimaksud pada ayat (1) diumumkan kepada pegawai ASN dan masyarakat melalui laman resmi BKPSDM.
`;

export const PASAL_18 = `
Pasal 18
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`;
