/** Demo: what KORPRI submitted, and who approved or returned which draft. */
import type { DemoReview, DemoSubmission } from "./demo-instruments.ts";

export const DEMO_SUBMISSIONS: readonly DemoSubmission[] = [
  {
    consultation: "Pengelolaan kepegawaian ASN Kota Palu: draf 3",
    group: "KORPRI",
    head: "korpri",
    sentDay: -6,
    items: [
      {
        place: "14 ayat (2)",
        stance: "support-with-change",
        proposedText:
          "Usul pindah tugas sebagaimana dimaksud pada ayat (1) dijawab secara tertulis paling lambat 14 (empat belas) hari kerja sejak usul diterima.",
        grounds:
          "Anggota kami menunggu jawaban rata-rata dua bulan. Batas 14 hari kerja sudah dijalankan pada layanan kepegawaian lain dan dapat dipenuhi bila berkas lengkap.",
      },
      {
        place: "12 ayat (2)",
        stance: "against",
        proposedText: "",
        grounds:
          "Penetapan penghargaan dengan Keputusan Wali Kota untuk setiap pegawai akan lambat. Kepala Perangkat Daerah sebaiknya dapat menetapkan penghargaan berupa kesempatan pelatihan.",
      },
      {
        place: "13 ayat (1)",
        stance: "support",
        proposedText: "",
        grounds: "Peta karier untuk setiap rumpun jabatan adalah permintaan anggota kami sejak 2019.",
      },
    ],
  },
];

export const DEMO_REVIEWS: readonly DemoReview[] = [
  {
    policy: "palu",
    version: 3,
    submitter: "perancang1",
    submittedDay: -3,
    message:
      "Mohon persetujuan Draf 3 sebagai naskah konsultasi dan dasar pembahasan akhir. Masukan lokakarya dan konsultasi sedang ditanggapi; perubahannya masuk draf berikutnya.",
    steps: [
      {
        account: "bagianhukum",
        days: 3,
        decision: {
          kind: "approve",
          day: -1,
          note: "Susunan dan dasar hukum sesuai. Pengacuan dalam Pasal 9 agar diperiksa pada draf berikutnya.",
        },
      },
      { account: "walikota", days: 5 },
    ],
  },
  {
    policy: "pontianak",
    version: 2,
    submitter: "perancang2",
    submittedDay: -12,
    message: "Mohon pemeriksaan Draf 2 sebelum dibahas bersama perangkat daerah.",
    steps: [
      {
        account: "bagianhukum",
        days: 3,
        decision: { kind: "return", day: -10, note: "Perbaiki urutan dasar hukum." },
      },
      { account: "walikota", days: 5 },
    ],
  },
];
