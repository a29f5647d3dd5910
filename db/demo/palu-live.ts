/** What the live draft of Palu changed after the workshop on draf 3. */

/** Ayat (4) answers the workshop's wish that online training counts. */
export const PASAL_7_AYAT_4 =
  "(4) Pelatihan secara daring yang diikuti di luar jam kerja diperhitungkan sebagai Pengembangan Kompetensi sebagaimana dimaksud pada ayat (1) sepanjang dibuktikan dengan sertifikat dan dicatat oleh BKPSDM.";

export const PASAL_8_LIVE = `
Pasal 8
(1) Kepala Perangkat Daerah menyusun rencana Pengembangan Kompetensi tahunan berdasarkan kebutuhan pelayanan dan hasil penilaian kinerja sebagaimana dimaksud dalam Pasal 11.
(2) Rencana Pengembangan Kompetensi tahunan sebagaimana dimaksud pada ayat (1) memuat:
a. jenis dan bentuk pelatihan;
b. pegawai ASN yang diikutsertakan;
c. jadwal pelaksanaan, termasuk penyesuaian dengan masa libur sekolah bagi guru; dan
d. kebutuhan anggaran.
`;

export const PASAL_10_LIVE = `
Pasal 10
(1) Setiap pegawai ASN menyusun SKP bersama atasan langsung paling lambat bulan Januari tahun berjalan.
(2) SKP sebagaimana dimaksud pada ayat (1) memuat indikator yang terukur dan disepakati oleh pegawai ASN dan atasan langsung dengan mengacu pada contoh indikator sebagaimana tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari Peraturan Wali Kota ini.
(3) Indikator sebagaimana dimaksud pada ayat (2) mencakup aspek:
a. kuantitas;
b. kualitas;
c. waktu; dan
d. biaya.
`;

export const PASAL_11_LIVE = `
Pasal 11
(1) Penilaian kinerja dilakukan setiap triwulan berdasarkan SKP sebagaimana dimaksud dalam Pasal 10 ayat (1).
(2) Hasil penilaian kinerja sebagaimana dimaksud pada ayat (1) disertai umpan balik tertulis dari atasan langsung dan tanggapan pegawai yang disampaikan paling lambat 10 (sepuluh) hari kerja setelah triwulan berakhir.
(3) Umpan balik tertulis sebagaimana dimaksud pada ayat (2) memuat capaian, kendala, dan saran Pengembangan Kompetensi bagi pegawai ASN yang bersangkutan.
`;

export const PASAL_13_LIVE = `
Pasal 13
(1) BKPSDM menyusun peta karier untuk setiap rumpun jabatan berdasarkan Sistem Merit yang memuat syarat setiap jenjang jabatan sebagaimana tercantum dalam Lampiran I yang merupakan bagian tidak terpisahkan dari Peraturan Wali Kota ini.
(2) Peta karier sebagaimana dimaksud pada ayat (1) dapat dilihat oleh semua pegawai ASN melalui sistem informasi kepegawaian.
(3) BKPSDM memutakhirkan peta karier sebagaimana dimaksud pada ayat (1) paling sedikit 1 (satu) kali dalam 2 (dua) tahun.
`;

export const PASAL_17_LIVE = `
Pasal 17
(1) Laporan sebagaimana dimaksud dalam Pasal 16 ayat (3) dievaluasi setiap tahun dan hasilnya menjadi dasar perbaikan kebijakan kepegawaian.
(2) Evaluasi sebagaimana dimaksud pada ayat (1) mengikutsertakan masyarakat dan hasilnya diumumkan kepada pegawai ASN dan masyarakat melalui laman resmi BKPSDM.
`;

export const LAMPIRAN_I = `
LAMPIRAN I
PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA

PETA KARIER MENURUT RUMPUN JABATAN

1. Rumpun jabatan pelayanan kesehatan:
a. ahli pertama: lulus uji kompetensi jenjang ahli pertama dan memiliki surat tanda registrasi yang masih berlaku;
b. ahli muda: hasil penilaian kinerja paling rendah baik selama 2 (dua) tahun dan lulus uji kompetensi jenjang ahli muda; dan
c. ahli madya: memenuhi syarat ahli muda, pernah membimbing pegawai ASN lain, dan lulus uji kompetensi jenjang ahli madya.
2. Rumpun jabatan pendidikan:
a. guru ahli pertama: memiliki sertifikat pendidik;
b. guru ahli muda: hasil penilaian kinerja paling rendah baik selama 2 (dua) tahun dan menyusun karya pengembangan pembelajaran; dan
c. guru ahli madya: memenuhi syarat guru ahli muda dan pernah menjadi guru pendamping.
3. Rumpun jabatan administrasi pemerintahan:
a. pelaksana: memenuhi standar kompetensi jabatan pelaksana;
b. pengawas: hasil penilaian kinerja paling rendah baik selama 2 (dua) tahun dan lulus pelatihan kepemimpinan pengawas; dan
c. administrator: berpengalaman dalam jabatan pengawas paling singkat 3 (tiga) tahun dan lulus pelatihan kepemimpinan administrator.
`;

export const LAMPIRAN_II = `
LAMPIRAN II
PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA

CONTOH INDIKATOR SASARAN KINERJA PEGAWAI

1. Pegawai ASN pada unit pelayanan langsung:
a. jumlah layanan yang diselesaikan sesuai dengan standar pelayanan;
b. nilai kepuasan pengguna layanan; dan
c. waktu penyelesaian layanan.
2. Guru:
a. terlaksananya rencana pembelajaran;
b. peningkatan hasil belajar peserta didik; dan
c. keikutsertaan dalam komunitas belajar.
3. Pegawai ASN pada unit pendukung:
a. ketepatan waktu penyampaian dokumen;
b. jumlah dokumen yang diterima tanpa perbaikan; dan
c. efisiensi penggunaan anggaran kegiatan.
`;

/** A Lampiran is signed at its end. */
export const TANDA_TANGAN_LAMPIRAN = `
WALI KOTA PALU,

NAMA
`;
