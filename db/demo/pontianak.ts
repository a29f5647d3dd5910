/**
 * Demo: Kota Pontianak, promotion and performance review, in internal review.
 *
 * Faults are planted for the drafting checks: a government regulation stands
 * before two laws in "Mengingat", "dalam ayat (1)" in Pasal 6, "wajib" without
 * a sanction in Pasal 14, "berlaku efektif" in Pasal 17, and the definition of
 * Rencana Suksesi is never used.
 */
import { bab, compose } from "./compose.ts";
import type { DemoPolicy } from "./demo-policy.ts";
import {
  mengingat,
  PP_DISIPLIN_PNS,
  PP_MANAJEMEN_PNS,
  PP_PENILAIAN_KINERJA,
  UU_ASN,
  UU_KALIMANTAN,
  UU_PEMDA,
  UUD_PASAL_18,
} from "./legal-bases.ts";
import * as pasal from "./pontianak-pasal.ts";
import * as variant from "./pontianak-variants.ts";

const JUDUL = `
WALI KOTA PONTIANAK
PROVINSI KALIMANTAN BARAT

RANCANGAN PERATURAN WALI KOTA PONTIANAK
NOMOR ... TAHUN ...
TENTANG
PROMOSI DAN EVALUASI KINERJA APARATUR SIPIL NEGARA

DENGAN RAHMAT TUHAN YANG MAHA ESA

WALI KOTA PONTIANAK,
`;

const MENIMBANG_DRAF_1 = `
Menimbang : a. bahwa aparatur sipil negara yang profesional, akuntabel, dan berintegritas diperlukan untuk memberikan pelayanan publik yang bermutu;
b. bahwa promosi dan evaluasi kinerja aparatur sipil negara perlu dilaksanakan secara transparan dan adil;
c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Peraturan Wali Kota tentang Promosi dan Evaluasi Kinerja Aparatur Sipil Negara;
`;

const MENIMBANG = `
Menimbang : a. bahwa aparatur sipil negara yang profesional, akuntabel, dan berintegritas diperlukan untuk memberikan pelayanan publik yang bermutu;
b. bahwa hasil survei kepuasan aparatur sipil negara menunjukkan perlunya keterbukaan dalam persyaratan, penilaian, dan hasil promosi;
c. bahwa promosi dan evaluasi kinerja aparatur sipil negara perlu dilaksanakan secara transparan dan adil dengan dukungan pimpinan perangkat daerah;
d. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan huruf c, perlu menetapkan Peraturan Wali Kota tentang Promosi dan Evaluasi Kinerja Aparatur Sipil Negara;
`;

/** The government regulation of 2017 stands before the laws of 2014 and 2023: planted. */
const MENGINGAT_DRAF_1 = mengingat(
  UUD_PASAL_18,
  UU_KALIMANTAN,
  PP_MANAJEMEN_PNS,
  UU_PEMDA,
  UU_ASN,
  PP_PENILAIAN_KINERJA,
);
const MENGINGAT = mengingat(
  UUD_PASAL_18,
  UU_KALIMANTAN,
  PP_MANAJEMEN_PNS,
  UU_PEMDA,
  UU_ASN,
  PP_PENILAIAN_KINERJA,
  PP_DISIPLIN_PNS,
);

const DIKTUM = `
MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG PROMOSI DAN EVALUASI KINERJA APARATUR SIPIL NEGARA.
`;

const PENUTUP = `
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Wali Kota ini dengan penempatannya dalam Berita Daerah Kota Pontianak.

Ditetapkan di Pontianak
pada tanggal ...

WALI KOTA PONTIANAK,

NAMA

Diundangkan di Pontianak
pada tanggal ...

SEKRETARIS DAERAH KOTA PONTIANAK,

NAMA

BERITA DAERAH KOTA PONTIANAK TAHUN ... NOMOR ...
`;

const OPENING = compose(JUDUL, MENIMBANG, MENGINGAT, DIKTUM);
const BAB_I = bab("I", "KETENTUAN UMUM", pasal.PASAL_1, pasal.PASAL_2);
const BAB_III = bab("III", "EVALUASI KINERJA", pasal.PASAL_8, pasal.PASAL_9, pasal.PASAL_10);
const BAB_IV = bab("IV", "PELATIHAN", pasal.PASAL_11, pasal.PASAL_12);
const BAB_VI = bab("VI", "PEMBINAAN DAN PENGAWASAN", pasal.PASAL_15);
const BAB_VII_VIII = compose(
  bab("VII", "KETENTUAN PERALIHAN", pasal.PASAL_16),
  bab("VIII", "KETENTUAN PENUTUP", pasal.PASAL_17),
);

const DRAF_1 = compose(
  JUDUL,
  MENIMBANG_DRAF_1,
  MENGINGAT_DRAF_1,
  DIKTUM,
  BAB_I,
  bab(
    "II",
    "PROMOSI",
    variant.PASAL_3_DRAF_1,
    variant.PASAL_4_DRAF_1,
    variant.PASAL_5_DRAF_1,
    variant.PASAL_6_DRAF_1,
    pasal.PASAL_7,
  ),
  BAB_III,
  bab("IV", "PELATIHAN", variant.PASAL_11_DRAF_1, variant.PASAL_12_DRAF_1),
  bab("V", "MANAJEMEN PERUBAHAN", variant.PASAL_13_DRAF_1, pasal.PASAL_14),
  BAB_VI,
  BAB_VII_VIII,
  PENUTUP,
);

const DRAF_2 = compose(
  OPENING,
  BAB_I,
  bab("II", "PROMOSI", pasal.PASAL_3, pasal.PASAL_4, pasal.PASAL_5, pasal.PASAL_6, pasal.PASAL_7),
  BAB_III,
  BAB_IV,
  bab("V", "MANAJEMEN PERUBAHAN", pasal.PASAL_13, pasal.PASAL_14),
  BAB_VI,
  BAB_VII_VIII,
  PENUTUP,
);

const LIVE = compose(
  OPENING,
  BAB_I,
  bab(
    "II",
    "PROMOSI",
    pasal.PASAL_3,
    pasal.PASAL_4,
    variant.PASAL_5_LIVE,
    variant.PASAL_6_LIVE,
    pasal.PASAL_7,
  ),
  bab("III", "EVALUASI KINERJA", variant.PASAL_8_LIVE, pasal.PASAL_9, variant.PASAL_10_LIVE),
  BAB_IV,
  bab("V", "MANAJEMEN PERUBAHAN", pasal.PASAL_13, variant.PASAL_14_LIVE),
  bab("VI", "PEMBINAAN DAN PENGAWASAN", variant.PASAL_15_LIVE),
  BAB_VII_VIII,
  PENUTUP,
  variant.LAMPIRAN,
);

export const PONTIANAK: DemoPolicy = {
  slug: "pontianak",
  authority: {
    slug: "pontianak",
    name: "Pemerintah Kota Pontianak",
    office: "WALI KOTA PONTIANAK",
    spelling: "Wali Kota",
    region: "Kota Pontianak",
    province: "Kalimantan Barat",
    gazette: "Berita Daerah",
    timeZone: "Asia/Pontianak",
    letterhead: "WALI KOTA PONTIANAK\nPROVINSI KALIMANTAN BARAT",
  },
  documentType: "perkada",
  title:
    "RANCANGAN PERATURAN WALI KOTA PONTIANAK NOMOR ... TAHUN ... TENTANG PROMOSI DAN EVALUASI KINERJA APARATUR SIPIL NEGARA",
  initiatingUnit: "BKPSDM",
  stage: "internal_review",
  members: [
    { account: "perancang2", role: "owner" },
    { account: "perancang1", role: "drafter" },
    { account: "bagianhukum", role: "reviewer" },
    { account: "walikota", role: "reader" },
  ],
  drafts: [
    {
      label: "Draf 1",
      note: "Konsep awal tim penyusun",
      daysAgo: 65,
      authorAccount: "perancang2",
      text: DRAF_1,
    },
    {
      label: "Draf 2",
      note: "Setelah survei kepuasan; untuk dialog",
      daysAgo: 25,
      authorAccount: "perancang2",
      text: DRAF_2,
    },
  ],
  live: { authorAccount: "perancang1", text: LIVE },
};
