/** Stages as the law and practice have them, where an authority did not set its own. [ST1, ST3] */
import type { DocumentType } from "../clauses/clause.ts";
import { offeredStages } from "../policies/offered.ts";
import type { Stage } from "../policies/policy.ts";
import type { PlannedStage, StagePlan, StageRule } from "./stage-plan.ts";

type Described = Omit<PlannedStage, "stage">;

const rule = (text: string, source?: string, limit?: StageRule["limit"]): StageRule => ({
  text,
  ...(limit && { limit }),
  ...(source !== undefined && { source }),
});

const PLANNING_PERDA: Described = {
  who: "Perangkat daerah pemrakarsa, Bagian Hukum, DPRD",
  artefacts: ["Propemperda", "Naskah akademik atau keterangan"],
  rules: [
    rule(
      "Propemperda ditetapkan untuk satu tahun dengan keputusan DPRD, sebelum Perda tentang APBD.",
      "UU 23/2014 Pasal 239",
    ),
    rule("Rancangan Perda disertai naskah akademik atau keterangan.", "UU 12/2011 Pasal 56 dan Pasal 63"),
  ],
};
const PLANNING: Described = {
  who: "Perangkat daerah pemrakarsa, Bagian Hukum",
  artefacts: ["Daftar rencana penyusunan tahunan"],
  rules: [rule("Masuk dalam daftar rencana tahunan.")],
};

const DESCRIBED: Readonly<Record<Exclude<Stage, "planning">, Described>> = {
  drafting: {
    who: "Tim penyusun, perancang peraturan perundang-undangan",
    artefacts: ["SK tim penyusun", "Konsep awal", "Draf"],
    rules: [rule("Perancang diikutsertakan dalam setiap tahap.", "UU 13/2022 Pasal 98")],
  },
  internal_review: {
    who: "Bagian Hukum, perangkat daerah terkait",
    artefacts: ["Draf rapat", "Notulen", "Daftar hadir", "Matriks tanggapan perangkat daerah"],
    rules: [rule("Tim dipimpin pemrakarsa atau pejabat yang ditunjuk, bersama Bagian Hukum.")],
  },
  public_consultation: {
    who: "Pemrakarsa, peserta konsultasi",
    artefacts: [
      "Draf konsultasi",
      "Undangan",
      "Hasil survei",
      "Notulen",
      "Matriks masukan dan tanggapan",
      "Laporan konsultasi",
    ],
    rules: [
      rule(
        "Masyarakat memberi masukan secara lisan atau tertulis, daring atau luring.",
        "UU 13/2022 Pasal 96",
      ),
      rule("Rancangan disebarluaskan dan mudah diakses.", "PP 45/2017 Pasal 2 sampai dengan Pasal 4"),
    ],
  },
  harmonisation: {
    who: "Kantor wilayah kementerian yang membidangi peraturan perundang-undangan",
    artefacts: [
      "Surat permohonan",
      "Draf yang diajukan",
      "Surat selesai harmonisasi",
      "Draf hasil harmonisasi",
    ],
    rules: [rule("Berlaku juga untuk peraturan kepala daerah.", "UU 13/2022 Pasal 58 dan Pasal 97D")],
  },
  facilitation: {
    who: "Gubernur melalui Biro Hukum, atau Kementerian Dalam Negeri untuk provinsi",
    artefacts: ["Surat permohonan", "Hasil fasilitasi", "Draf hasil fasilitasi"],
    rules: [rule("Fasilitasi selesai dalam 15 hari.", undefined, { amount: 15, unit: "calendar" })],
  },
  evaluation: {
    who: "Gubernur, atau Menteri Dalam Negeri untuk provinsi",
    artefacts: ["Surat permohonan", "Hasil evaluasi", "Draf hasil evaluasi"],
    rules: [
      rule(
        "Untuk RPJPD, RPJMD, APBD beserta perubahan dan pertanggungjawabannya, pajak, retribusi, dan tata ruang.",
        "UU 23/2014 Pasal 245",
      ),
    ],
  },
  council: {
    who: "DPRD, kepala daerah",
    artefacts: ["DIM", "Persetujuan bersama"],
    rules: [
      rule(
        "Rancangan yang disetujui bersama disampaikan kepada kepala daerah dalam 3 hari.",
        "UU 23/2014 Pasal 242",
        {
          amount: 3,
          unit: "calendar",
        },
      ),
      rule("Nomor register diminta dalam 3 hari dan diberikan dalam 7 hari.", "UU 23/2014 Pasal 242"),
      rule(
        "Ditandatangani dalam 30 hari sejak persetujuan bersama; lewat dari itu sah menurut hukum dengan kalimat pengesahan.",
        "UU 23/2014 Pasal 242",
      ),
    ],
  },
  initialling: {
    who: "Kepala perangkat daerah, Kepala Bagian Hukum, Asisten, Sekretaris Daerah",
    artefacts: ["Naskah bersih berparaf"],
    rules: [rule("Paraf koordinasi dimulai dari Bagian Hukum, lalu melalui Sekretaris Daerah.")],
  },
  enactment: {
    who: "Kepala daerah",
    artefacts: ["Naskah asli yang ditandatangani"],
    rules: [rule("Tanda tangan elektronik tersertifikasi dapat dipakai.", "UU 13/2022 Pasal 97B")],
  },
  promulgation: {
    who: "Bagian Hukum, Sekretaris Daerah",
    artefacts: ["Nomor dan tahun", "Lembaran atau berita daerah", "Salinan"],
    rules: [
      rule(
        "Sekretaris Daerah mengundangkan dalam lembaran daerah atau berita daerah.",
        "UU 12/2011 Pasal 86; UU 23/2014 Pasal 244 dan Pasal 248",
      ),
    ],
  },
  reporting_up: {
    who: "Bagian Hukum",
    artefacts: ["Surat pengantar"],
    rules: [
      rule(
        "Disampaikan kepada Gubernur atau Menteri paling lama 7 hari setelah ditetapkan.",
        "UU 23/2014 Pasal 249",
        {
          amount: 7,
          unit: "calendar",
        },
      ),
    ],
  },
  publication: {
    who: "Sekretaris Daerah, Bagian Hukum",
    artefacts: ["Salinan PDF", "Abstrak", "Metadata JDIH"],
    rules: [
      rule("Wajib disebarluaskan.", "UU 23/2014 Pasal 253 dan Pasal 254; UU 12/2011 Pasal 95"),
      rule("Mudah diakses, juga oleh penyandang disabilitas.", "Penjelasan UU 13/2022 Pasal 95"),
    ],
  },
  monitoring: {
    who: "Pemrakarsa, BKPSDM, Inspektorat",
    artefacts: ["Rencana aksi", "Laporan", "Rekomendasi perubahan atau pencabutan"],
    rules: [rule("Pemantauan dan peninjauan terhadap peraturan.", "UU 13/2022 Pasal 97C")],
  },
};

/** Decrees are numbered, not promulgated. */
const NUMBERING: Described = {
  who: "Bagian Hukum",
  artefacts: ["Nomor dan tahun", "Salinan"],
  rules: [rule("Diberi nomor dan diautentifikasi oleh Kepala Bagian Hukum.")],
};

const DECREES: readonly DocumentType[] = ["keputusan", "instruksi", "se"];

function describe(type: DocumentType, stage: Stage): Described {
  if (stage === "planning") return type === "perda" || type === "uu" ? PLANNING_PERDA : PLANNING;
  if (stage === "promulgation" && DECREES.includes(type)) return NUMBERING;
  return DESCRIBED[stage];
}

/** The plan of texts of this type without one of the authority's own. */
export const defaultPlan = (type: DocumentType): StagePlan =>
  offeredStages(type, "drafting").map((stage) => ({ stage, ...describe(type, stage) }));
