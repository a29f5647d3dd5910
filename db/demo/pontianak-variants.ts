/** Wording of the Pontianak drafts that stands only in draf 1, or only in the live draft. */

export const PASAL_3_DRAF_1 = `
Pasal 3
(1) Persyaratan Promosi diumumkan oleh BKPSDM paling lambat 7 (tujuh) hari sebelum seleksi dimulai.
(2) Persyaratan Promosi sebagaimana dimaksud pada ayat (1) memuat:
a. kualifikasi pendidikan dan pengalaman jabatan;
b. standar kompetensi jabatan yang akan diisi; dan
c. predikat kinerja paling rendah baik selama 2 (dua) tahun terakhir.
(3) Pengumuman sebagaimana dimaksud pada ayat (1) disampaikan melalui surat kepada semua Perangkat Daerah.
`;

/** Draf 2 moved ayat (1), on the term of office, behind the ayat on membership. */
export const PASAL_4_DRAF_1 = `
Pasal 4
(1) Masa kerja Tim Penilai Kinerja selama 2 (dua) tahun dan dapat diangkat kembali untuk 1 (satu) kali masa kerja.
(2) Wali Kota membentuk Tim Penilai Kinerja dengan Keputusan Wali Kota.
(3) Tim Penilai Kinerja sebagaimana dimaksud pada ayat (2) terdiri atas unsur:
a. sekretariat Daerah;
b. Inspektorat;
c. BKPSDM; dan
d. Perangkat Daerah terkait.
`;

export const PASAL_5_DRAF_1 = `
Pasal 5
(1) Tim Penilai Kinerja melakukan penilaian Promosi berdasarkan kriteria dan bobot:
a. kinerja sebesar 40% (empat puluh persen);
b. kompetensi sebesar 30% (tiga puluh persen); dan
c. rekam jejak sebesar 30% (tiga puluh persen).
(2) Kinerja sebagaimana dimaksud pada ayat (1) huruf a diambil dari hasil Evaluasi Kinerja tahunan sebagaimana dimaksud dalam Pasal 8 ayat (1) selama 2 (dua) tahun terakhir.
(3) Rekam jejak sebagaimana dimaksud pada ayat (1) huruf c meliputi riwayat jabatan, penugasan, dan kedisiplinan pegawai ASN.
`;

export const PASAL_6_DRAF_1 = `
Pasal 6
(1) Tim Penilai Kinerja mengumumkan peringkat hasil penilaian Promosi sebagaimana dimaksud dalam Pasal 5 ayat (1) kepada peserta.
(2) Pengumuman sebagaimana dimaksud dalam ayat (1) disampaikan paling lambat 5 (lima) hari kerja setelah penilaian selesai.
`;

/** Its ayat (3) and ayat (4) became Pasal 12 in draf 2. */
export const PASAL_11_DRAF_1 = `
Pasal 11
(1) BKPSDM dapat menyelenggarakan pelatihan melalui kerja sama dengan lembaga pendidikan.
(2) Kerja sama pelatihan sebagaimana dimaksud pada ayat (1) dituangkan dalam perjanjian kerja sama yang memuat materi, jumlah peserta, dan cara mengukur hasil pelatihan.
(3) Prioritas pelatihan ditetapkan oleh BKPSDM berdasarkan hasil Evaluasi Kinerja tahunan sebagaimana dimaksud dalam Pasal 8 ayat (3).
(4) Pegawai ASN yang memperoleh pendampingan sebagaimana dimaksud dalam Pasal 10 ayat (1) diutamakan dalam penetapan prioritas pelatihan sebagaimana dimaksud pada ayat (3).
`;

/** Removed in draf 2. */
export const PASAL_12_DRAF_1 = `
Pasal 12
Biaya pelatihan sebagaimana dimaksud dalam Pasal 11 ayat (1) dibebankan pada anggaran Perangkat Daerah yang bersangkutan.
`;

/** One sentence with two acts; draf 2 split ayat (1) into ayat (1) and ayat (2). */
export const PASAL_13_DRAF_1 = `
Pasal 13
(1) BKPSDM melaksanakan sosialisasi Peraturan Wali Kota ini secara bertahap kepada semua Perangkat Daerah dan menguji coba Evaluasi Kinerja triwulan sebagaimana dimaksud dalam Pasal 8 ayat (2) selama 6 (enam) bulan pada 3 (tiga) Perangkat Daerah yang ditetapkan dengan Keputusan Wali Kota.
(2) Hasil uji coba sebagaimana dimaksud pada ayat (1) disampaikan kepada semua Perangkat Daerah sebelum Evaluasi Kinerja triwulan diterapkan secara menyeluruh.
`;

export const PASAL_5_LIVE = `
Pasal 5
(1) Tim Penilai Kinerja melakukan penilaian Promosi berdasarkan kriteria dan bobot:
a. kinerja sebesar 50% (lima puluh persen);
b. kompetensi sebesar 30% (tiga puluh persen); dan
c. rekam jejak sebesar 20% (dua puluh persen).
(2) Kinerja sebagaimana dimaksud pada ayat (1) huruf a diambil dari hasil Evaluasi Kinerja tahunan sebagaimana dimaksud dalam Pasal 8 ayat (1) selama 2 (dua) tahun terakhir.
(3) Rekam jejak sebagaimana dimaksud pada ayat (1) huruf c dinilai berdasarkan indikator sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Wali Kota ini.
`;

export const PASAL_6_LIVE = `
Pasal 6
(1) Tim Penilai Kinerja mengumumkan hasil penilaian Promosi sebagaimana dimaksud dalam Pasal 5 ayat (1) kepada peserta dengan mencantumkan nilai setiap unsur dan peringkat peserta.
(2) Pengumuman sebagaimana dimaksud dalam ayat (1) disampaikan paling lambat 5 (lima) hari kerja setelah penilaian selesai.
`;

export const PASAL_8_LIVE = `
Pasal 8
(1) Evaluasi Kinerja dilakukan setiap triwulan dan setiap tahun berdasarkan SKP.
(2) Evaluasi Kinerja triwulan sebagaimana dimaksud pada ayat (1) dilakukan oleh Pejabat Penilai dengan formulir paling banyak 1 (satu) halaman untuk memantau kemajuan dan memberikan umpan balik.
(3) Evaluasi Kinerja tahunan sebagaimana dimaksud pada ayat (1) menghasilkan predikat kinerja:
a. sangat baik;
b. baik;
c. butuh perbaikan;
d. kurang; atau
e. sangat kurang.
`;

export const PASAL_10_LIVE = `
Pasal 10
(1) Pegawai ASN dengan predikat kinerja kurang atau sangat kurang sebagaimana dimaksud dalam Pasal 8 ayat (3) huruf d dan huruf e memperoleh pendampingan dari Pejabat Penilai.
(2) Pendampingan sebagaimana dimaksud pada ayat (1) merupakan pembinaan yang dijaga kerahasiaannya dan dilaksanakan paling lama 6 (enam) bulan berdasarkan rencana perbaikan kinerja yang disepakati.
(3) Hasil pendampingan sebagaimana dimaksud pada ayat (2) menjadi bahan Evaluasi Kinerja pada triwulan berikutnya.
`;

export const PASAL_14_LIVE = `
Pasal 14
(1) Pimpinan Perangkat Daerah wajib menandatangani pernyataan dukungan terhadap pelaksanaan Peraturan Wali Kota ini.
(2) Pimpinan Perangkat Daerah sebagaimana dimaksud pada ayat (1) membuka dialog dengan pegawai ASN paling sedikit 1 (satu) kali dalam 1 (satu) bulan dan melaporkan pelaksanaan pernyataan dukungan dalam dialog yang bersangkutan.
`;

export const PASAL_15_LIVE = `
Pasal 15
(1) Inspektorat melakukan pengawasan terhadap pelaksanaan Promosi dan Evaluasi Kinerja.
(2) Hasil pengawasan sebagaimana dimaksud pada ayat (1) dilaporkan kepada Wali Kota setiap semester dan ringkasannya dipublikasikan pada laman jaringan dokumentasi dan informasi hukum Daerah.
`;

export const LAMPIRAN = `
LAMPIRAN
PERATURAN WALI KOTA PONTIANAK
NOMOR ... TAHUN ...
TENTANG
PROMOSI DAN EVALUASI KINERJA APARATUR SIPIL NEGARA

INDIKATOR REKAM JEJAK

1. Riwayat jabatan:
a. jumlah dan keragaman jabatan yang pernah diduduki; dan
b. kesesuaian jabatan yang pernah diduduki dengan jabatan yang akan diisi.
2. Riwayat penugasan:
a. keikutsertaan dalam tim kerja lintas Perangkat Daerah; dan
b. hasil penugasan yang dibuktikan dengan laporan tertulis.
3. Kedisiplinan dan integritas:
a. tidak sedang menjalani hukuman disiplin; dan
b. tidak pernah dijatuhi hukuman disiplin tingkat sedang atau tingkat berat dalam 2 (dua) tahun terakhir.

WALI KOTA PONTIANAK,

NAMA
`;
