/**
 * Demo: Kota Palu, management of the civil service, in public consultation.
 *
 * Faults are planted for the drafting checks: Pasal 9 refers to a Pasal 21
 * that draf 2 removed, "antara lain" in Pasal 12, "selambat-lambatnya 30 hari"
 * in Pasal 14, the definition of Talenta is never used, and the last
 * consideration leaves out huruf b.
 */
import { bab, compose, underNumbering } from "./compose.ts";
import type { DemoPolicy } from "./demo-policy.ts";
import {
  mengingat,
  PP_DISIPLIN_PNS,
  PP_MANAJEMEN_PNS,
  PP_MANAJEMEN_PPPK,
  PP_PENILAIAN_KINERJA,
  UU_ASN,
  UU_PALU,
  UU_PEMDA,
  UUD_PASAL_18,
} from "./legal-bases.ts";
import * as live from "./palu-live.ts";
import * as older from "./palu-older.ts";
import * as pasal from "./palu-pasal.ts";

const JUDUL = `
WALI KOTA PALU
PROVINSI SULAWESI TENGAH

RANCANGAN PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA

DENGAN RAHMAT TUHAN YANG MAHA ESA

WALI KOTA PALU,
`;

const MENIMBANG_DRAF_1 = `
Menimbang : a. bahwa untuk mewujudkan pelayanan publik yang lebih baik diperlukan aparatur sipil negara yang profesional, berintegritas, dan berkinerja tinggi;
b. bahwa pengelolaan kepegawaian aparatur sipil negara di Kota Palu memerlukan pedoman yang jelas bagi seluruh perangkat daerah;
c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Peraturan Wali Kota tentang Pengelolaan Kepegawaian Aparatur Sipil Negara;
`;

/** Draf 2 put a new huruf b in; the closing consideration was not completed. */
const MENIMBANG = `
Menimbang : a. bahwa untuk mewujudkan pelayanan publik yang lebih baik diperlukan aparatur sipil negara yang profesional, berintegritas, dan berkinerja tinggi;
b. bahwa aspirasi aparatur sipil negara dan masyarakat menunjukkan perlunya kepastian mengenai pengembangan kompetensi, penilaian kinerja, dan jalur karier;
c. bahwa pengelolaan kepegawaian aparatur sipil negara di Kota Palu memerlukan kerangka kerja yang jelas bagi seluruh perangkat daerah;
d. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf c, perlu menetapkan Peraturan Wali Kota tentang Pengelolaan Kepegawaian Aparatur Sipil Negara;
`;

const UNDANG_UNDANG = [UUD_PASAL_18, UU_PALU, UU_PEMDA, UU_ASN] as const;

const MENGINGAT_DRAF_1 = mengingat(
  ...UNDANG_UNDANG,
  PP_MANAJEMEN_PNS,
  PP_MANAJEMEN_PPPK,
  PP_PENILAIAN_KINERJA,
);
const MENGINGAT = mengingat(
  ...UNDANG_UNDANG,
  PP_MANAJEMEN_PNS,
  PP_MANAJEMEN_PPPK,
  PP_PENILAIAN_KINERJA,
  PP_DISIPLIN_PNS,
);

const DIKTUM = `
MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA.
`;

const PENUTUP = `
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Wali Kota ini dengan penempatannya dalam Berita Daerah Kota Palu.

Ditetapkan di Palu
pada tanggal ...

WALI KOTA PALU,

NAMA

Diundangkan di Palu
pada tanggal ...

SEKRETARIS DAERAH KOTA PALU,

NAMA

BERITA DAERAH KOTA PALU TAHUN ... NOMOR ...
`;

/** Draf 1 had no Pasal 6 and put chapter VI after chapter VII: number in draf 2 to number in draf 1. */
const NUMBERS_OF_DRAF_1 = {
  7: 6,
  8: 7,
  9: 8,
  10: 9,
  11: 10,
  12: 11,
  13: 12,
  14: 13,
  15: 16,
  16: 14,
  17: 15,
  18: 22,
};
const inDraf1 = (text: string): string => underNumbering(NUMBERS_OF_DRAF_1, text);

const DRAF_1 = compose(
  JUDUL,
  MENIMBANG_DRAF_1,
  MENGINGAT_DRAF_1,
  DIKTUM,
  bab("I", "KETENTUAN UMUM", pasal.PASAL_1, older.PASAL_2_DRAF_1, older.PASAL_3_DRAF_1),
  bab("II", "PENGADAAN", older.PASAL_4_DRAF_1_2, older.PASAL_5_DRAF_1),
  bab(
    "III",
    "PENGEMBANGAN KOMPETENSI",
    inDraf1(older.PASAL_7_DRAF_1),
    inDraf1(pasal.PASAL_8),
    inDraf1(pasal.PASAL_9),
  ),
  bab(
    "IV",
    "PENILAIAN KINERJA",
    inDraf1(pasal.PASAL_10),
    inDraf1(older.PASAL_11_DRAF_1),
    inDraf1(older.PASAL_12_DRAF_1),
  ),
  bab("V", "PENGEMBANGAN KARIER", inDraf1(older.PASAL_13_DRAF_1_2), inDraf1(older.PASAL_14_DRAF_1)),
  bab("VI", "PEMANTAUAN DAN EVALUASI", inDraf1(older.PASAL_16_DRAF_1_2), inDraf1(older.PASAL_17_DRAF_1_2)),
  bab("VII", "PELIBATAN PEMANGKU KEPENTINGAN", inDraf1(older.PASAL_15_DRAF_1_2)),
  bab("VIII", "SISTEM INFORMASI KEPEGAWAIAN", ...older.SISTEM_INFORMASI_DRAF_1),
  bab("IX", "PENDANAAN", older.PENDANAAN_DRAF_1),
  bab("X", "KERJA SAMA", ...older.KERJA_SAMA_DRAF_1),
  bab("XI", "KETENTUAN PENUTUP", inDraf1(pasal.PASAL_18)),
  PENUTUP,
);

const OPENING = compose(JUDUL, MENIMBANG, MENGINGAT, DIKTUM);
const BAB_I = bab("I", "KETENTUAN UMUM", pasal.PASAL_1, pasal.PASAL_2, pasal.PASAL_3);
const BAB_II = bab("II", "PENGADAAN", pasal.PASAL_4, pasal.PASAL_5, pasal.PASAL_6);
const BAB_III = bab("III", "PENGEMBANGAN KOMPETENSI", pasal.PASAL_7_AYAT_1_3, pasal.PASAL_8, pasal.PASAL_9);
const BAB_IV = bab("IV", "PENILAIAN KINERJA", pasal.PASAL_10, pasal.PASAL_11, pasal.PASAL_12);
const BAB_VI = bab("VI", "PELIBATAN PEMANGKU KEPENTINGAN", pasal.PASAL_15);
const BAB_VIII = bab("VIII", "KETENTUAN PENUTUP", pasal.PASAL_18);

const DRAF_2 = compose(
  OPENING,
  BAB_I,
  bab("II", "PENGADAAN", older.PASAL_4_DRAF_1_2, pasal.PASAL_5, pasal.PASAL_6),
  BAB_III,
  BAB_IV,
  bab("V", "PENGEMBANGAN KARIER", older.PASAL_13_DRAF_1_2, pasal.PASAL_14),
  bab("VI", "PELIBATAN PEMANGKU KEPENTINGAN", older.PASAL_15_DRAF_1_2),
  bab("VII", "PEMANTAUAN DAN EVALUASI", older.PASAL_16_DRAF_1_2, older.PASAL_17_DRAF_1_2),
  BAB_VIII,
  PENUTUP,
);

const DRAF_3 = compose(
  OPENING,
  BAB_I,
  BAB_II,
  BAB_III,
  BAB_IV,
  bab("V", "PENGEMBANGAN KARIER", pasal.PASAL_13, pasal.PASAL_14),
  BAB_VI,
  bab("VII", "PEMANTAUAN DAN EVALUASI", pasal.PASAL_16, pasal.PASAL_17),
  BAB_VIII,
  PENUTUP,
);

const LIVE = compose(
  OPENING,
  BAB_I,
  BAB_II,
  bab(
    "III",
    "PENGEMBANGAN KOMPETENSI",
    pasal.PASAL_7_AYAT_1_3 + live.PASAL_7_AYAT_4,
    live.PASAL_8_LIVE,
    pasal.PASAL_9,
  ),
  bab("IV", "PENILAIAN KINERJA", live.PASAL_10_LIVE, live.PASAL_11_LIVE, pasal.PASAL_12),
  bab("V", "PENGEMBANGAN KARIER", live.PASAL_13_LIVE, pasal.PASAL_14),
  BAB_VI,
  bab("VII", "PEMANTAUAN DAN EVALUASI", pasal.PASAL_16, live.PASAL_17_LIVE),
  BAB_VIII,
  PENUTUP,
  live.LAMPIRAN_I,
  live.TANDA_TANGAN_LAMPIRAN,
  live.LAMPIRAN_II,
  live.TANDA_TANGAN_LAMPIRAN,
);

export const PALU: DemoPolicy = {
  slug: "palu",
  authority: {
    slug: "palu",
    name: "Pemerintah Kota Palu",
    office: "WALI KOTA PALU",
    spelling: "Wali Kota",
    region: "Kota Palu",
    province: "Sulawesi Tengah",
    gazette: "Berita Daerah",
    timeZone: "Asia/Makassar",
    letterhead: "WALI KOTA PALU\nPROVINSI SULAWESI TENGAH",
  },
  documentType: "perkada",
  title:
    "RANCANGAN PERATURAN WALI KOTA PALU NOMOR ... TAHUN ... TENTANG PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA",
  initiatingUnit: "BKPSDM",
  stage: "public_consultation",
  members: [
    { account: "perancang1", role: "owner" },
    { account: "perancang2", role: "drafter" },
    { account: "bagianhukum", role: "reviewer" },
    { account: "fasilitator", role: "reader" },
    { account: "walikota", role: "reader" },
  ],
  drafts: [
    {
      label: "Draf 1",
      note: "Konsep awal tim penyusun",
      daysAgo: 90,
      authorAccount: "perancang1",
      text: DRAF_1,
    },
    {
      label: "Draf 2",
      note: "Setelah rapat perangkat daerah",
      daysAgo: 60,
      authorAccount: "perancang2",
      text: DRAF_2,
    },
    {
      label: "Draf 3",
      note: "Untuk lokakarya dan konsultasi publik",
      daysAgo: 21,
      authorAccount: "perancang1",
      text: DRAF_3,
    },
  ],
  live: { authorAccount: "perancang1", text: LIVE },
};
