/** Pasal of the Pontianak draft in their newest common wording (draf 2); `pontianak-variants.ts` holds what differs before and after. */

export const PASAL_1 = `
Pasal 1
Dalam Peraturan Wali Kota ini yang dimaksud dengan:
1. Daerah adalah Kota Pontianak.
2. Wali Kota adalah Wali Kota Pontianak.
3. Perangkat Daerah adalah unsur pembantu Wali Kota dan Dewan Perwakilan Rakyat Daerah dalam penyelenggaraan urusan pemerintahan yang menjadi kewenangan Daerah.
4. Badan Kepegawaian dan Pengembangan Sumber Daya Manusia yang selanjutnya disingkat BKPSDM adalah Perangkat Daerah yang melaksanakan fungsi penunjang urusan pemerintahan di bidang kepegawaian serta pendidikan dan pelatihan.
5. Aparatur Sipil Negara yang selanjutnya disingkat ASN adalah profesi bagi pegawai negeri sipil dan pegawai pemerintah dengan perjanjian kerja yang bekerja pada instansi pemerintah.
6. Sasaran Kinerja Pegawai yang selanjutnya disingkat SKP adalah rencana kinerja dan target yang akan dicapai oleh pegawai ASN setiap tahun.
7. Promosi adalah pengangkatan pegawai ASN ke dalam jabatan yang lebih tinggi berdasarkan kinerja, kompetensi, dan rekam jejak.
8. Evaluasi Kinerja adalah proses membandingkan hasil kerja dan perilaku kerja pegawai ASN dengan SKP serta menetapkan predikat kinerja.
9. Tim Penilai Kinerja adalah tim yang memberikan pertimbangan kepada Wali Kota dalam pelaksanaan Promosi.
10. Pejabat Penilai adalah atasan langsung pegawai ASN yang diberi kewenangan melakukan Evaluasi Kinerja.
11. Rencana Suksesi adalah rencana sistematis untuk mempersiapkan pegawai ASN yang akan mengisi jabatan pimpinan pada waktu yang akan datang.
`;

export const PASAL_2 = `
Pasal 2
(1) Peraturan Wali Kota ini bertujuan mewujudkan pegawai ASN yang profesional, akuntabel, dan berintegritas dalam melayani masyarakat di Daerah.
(2) Tujuan sebagaimana dimaksud pada ayat (1) dicapai melalui proses Promosi dan Evaluasi Kinerja yang transparan dan adil.
`;

export const PASAL_3 = `
Pasal 3
(1) Persyaratan Promosi diumumkan oleh BKPSDM paling lambat 14 (empat belas) hari sebelum seleksi dimulai.
(2) Persyaratan Promosi sebagaimana dimaksud pada ayat (1) memuat:
a. kualifikasi pendidikan dan pengalaman jabatan;
b. standar kompetensi jabatan yang akan diisi;
c. predikat kinerja paling rendah baik selama 2 (dua) tahun terakhir; dan
d. tahapan dan jadwal seleksi.
(3) Pengumuman sebagaimana dimaksud pada ayat (1) disampaikan melalui laman resmi BKPSDM dan surat kepada semua Perangkat Daerah.
`;

export const PASAL_4 = `
Pasal 4
(1) Wali Kota membentuk Tim Penilai Kinerja dengan Keputusan Wali Kota.
(2) Tim Penilai Kinerja sebagaimana dimaksud pada ayat (1) terdiri atas unsur:
a. sekretariat Daerah;
b. Inspektorat;
c. BKPSDM;
d. Perangkat Daerah terkait; dan
e. akademisi.
(3) Masa kerja Tim Penilai Kinerja sebagaimana dimaksud pada ayat (1) selama 2 (dua) tahun dan dapat diangkat kembali untuk 1 (satu) kali masa kerja.
`;

export const PASAL_5 = `
Pasal 5
(1) Tim Penilai Kinerja melakukan penilaian Promosi berdasarkan kriteria dan bobot:
a. kinerja sebesar 50% (lima puluh persen);
b. kompetensi sebesar 30% (tiga puluh persen); dan
c. rekam jejak sebesar 20% (dua puluh persen).
(2) Kinerja sebagaimana dimaksud pada ayat (1) huruf a diambil dari hasil Evaluasi Kinerja tahunan sebagaimana dimaksud dalam Pasal 8 ayat (1) selama 2 (dua) tahun terakhir.
(3) Rekam jejak sebagaimana dimaksud pada ayat (1) huruf c meliputi riwayat jabatan, penugasan, dan kedisiplinan pegawai ASN.
`;

export const PASAL_6 = `
Pasal 6
(1) Tim Penilai Kinerja mengumumkan hasil penilaian Promosi sebagaimana dimaksud dalam Pasal 5 ayat (1) beserta nilai setiap unsur kepada peserta.
(2) Pengumuman sebagaimana dimaksud dalam ayat (1) disampaikan paling lambat 5 (lima) hari kerja setelah penilaian selesai.
`;

export const PASAL_7 = `
Pasal 7
(1) Peserta dapat mengajukan keberatan secara tertulis kepada Tim Penilai Kinerja paling lama 7 (tujuh) hari sejak hasil sebagaimana dimaksud dalam Pasal 6 ayat (1) diumumkan.
(2) Keberatan sebagaimana dimaksud pada ayat (1) dijawab secara tertulis disertai alasan paling lama 14 (empat belas) hari sejak keberatan diterima.
`;

export const PASAL_8 = `
Pasal 8
(1) Evaluasi Kinerja dilakukan setiap triwulan dan setiap tahun berdasarkan SKP.
(2) Evaluasi Kinerja triwulan sebagaimana dimaksud pada ayat (1) dilakukan oleh Pejabat Penilai untuk memantau kemajuan dan memberikan umpan balik.
(3) Evaluasi Kinerja tahunan sebagaimana dimaksud pada ayat (1) menghasilkan predikat kinerja:
a. sangat baik;
b. baik;
c. butuh perbaikan;
d. kurang; atau
e. sangat kurang.
`;

export const PASAL_9 = `
Pasal 9
(1) Pejabat Penilai dan pegawai ASN melaksanakan dialog kinerja paling sedikit 1 (satu) kali dalam setiap triwulan.
(2) Dialog kinerja sebagaimana dimaksud pada ayat (1) dicatat dan menjadi bahan Evaluasi Kinerja sebagaimana dimaksud dalam Pasal 8 ayat (2).
`;

export const PASAL_10 = `
Pasal 10
(1) Pegawai ASN dengan predikat kinerja kurang atau sangat kurang sebagaimana dimaksud dalam Pasal 8 ayat (3) huruf d dan huruf e memperoleh pendampingan dari Pejabat Penilai.
(2) Pendampingan sebagaimana dimaksud pada ayat (1) dilaksanakan paling lama 6 (enam) bulan berdasarkan rencana perbaikan kinerja yang disepakati.
(3) Hasil pendampingan sebagaimana dimaksud pada ayat (2) menjadi bahan Evaluasi Kinerja pada triwulan berikutnya.
`;

export const PASAL_11 = `
Pasal 11
(1) BKPSDM dapat menyelenggarakan pelatihan melalui kerja sama dengan lembaga pendidikan.
(2) Kerja sama pelatihan sebagaimana dimaksud pada ayat (1) dituangkan dalam perjanjian kerja sama yang memuat materi, jumlah peserta, dan cara mengukur hasil pelatihan.
`;

export const PASAL_12 = `
Pasal 12
(1) Prioritas pelatihan ditetapkan oleh BKPSDM berdasarkan hasil Evaluasi Kinerja tahunan sebagaimana dimaksud dalam Pasal 8 ayat (3).
(2) Pegawai ASN yang memperoleh pendampingan sebagaimana dimaksud dalam Pasal 10 ayat (1) diutamakan dalam penetapan prioritas pelatihan sebagaimana dimaksud pada ayat (1).
`;

export const PASAL_13 = `
Pasal 13
(1) BKPSDM melaksanakan sosialisasi Peraturan Wali Kota ini secara bertahap kepada semua Perangkat Daerah.
(2) Evaluasi Kinerja triwulan sebagaimana dimaksud dalam Pasal 8 ayat (2) diuji coba selama 6 (enam) bulan pada 3 (tiga) Perangkat Daerah yang ditetapkan dengan Keputusan Wali Kota.
(3) Hasil uji coba sebagaimana dimaksud pada ayat (2) disampaikan kepada semua Perangkat Daerah sebelum Evaluasi Kinerja triwulan diterapkan secara menyeluruh.
`;

export const PASAL_14 = `
Pasal 14
(1) Pimpinan Perangkat Daerah wajib menandatangani pernyataan dukungan terhadap pelaksanaan Peraturan Wali Kota ini.
(2) Pimpinan Perangkat Daerah sebagaimana dimaksud pada ayat (1) membuka dialog dengan pegawai ASN paling sedikit 1 (satu) kali dalam 1 (satu) bulan.
`;

export const PASAL_15 = `
Pasal 15
(1) Inspektorat melakukan pengawasan terhadap pelaksanaan Promosi dan Evaluasi Kinerja.
(2) Hasil pengawasan sebagaimana dimaksud pada ayat (1) dilaporkan kepada Wali Kota setiap semester.
`;

export const PASAL_16 = `
Pasal 16
Pada saat Peraturan Wali Kota ini mulai berlaku, proses Promosi yang sedang berjalan diselesaikan berdasarkan ketentuan yang berlaku sebelum Peraturan Wali Kota ini diundangkan.
`;

export const PASAL_17 = `
Pasal 17
Peraturan Wali Kota ini mulai berlaku efektif pada tanggal diundangkan.
`;
