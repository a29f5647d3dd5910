/** Words of the domain for stages, kinds of document and roles, as the field uses them. */
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { Messages } from "../../domain/locale.ts";
import type { PolicyRole, Stage } from "../../domain/policies/policy.ts";

interface PolicyWords {
  stage: Record<Stage, string>;
  documentType: Record<DocumentType, string>;
  role: Record<PolicyRole, string>;
  roleMeaning: Record<PolicyRole, string>;
  untitled: string;
  /** Forms that this government does not make. */
  toRead: string;
}

export const policyWords: Messages<PolicyWords> = {
  id: {
    stage: {
      planning: "Perencanaan",
      drafting: "Penyusunan",
      internal_review: "Pembahasan internal",
      public_consultation: "Konsultasi publik",
      harmonisation: "Harmonisasi",
      facilitation: "Fasilitasi",
      evaluation: "Evaluasi",
      council: "Pembahasan DPRD",
      initialling: "Paraf koordinasi",
      enactment: "Penetapan",
      promulgation: "Pengundangan",
      reporting_up: "Penyampaian",
      publication: "Penyebarluasan",
      monitoring: "Pelaksanaan dan pemantauan",
    },
    documentType: {
      perda: "Peraturan Daerah",
      perkada: "Peraturan kepala daerah",
      keputusan: "Keputusan",
      instruksi: "Instruksi",
      se: "Surat Edaran",
      uu: "Undang-Undang",
    },
    role: { owner: "Pemilik", drafter: "Perancang", reviewer: "Penelaah", reader: "Pembaca" },
    roleMeaning: {
      owner: "menyusun, membekukan versi, mengatur anggota dan tahap",
      drafter: "menyusun teks bersama",
      reviewer: "membaca, membandingkan, dan memberi catatan",
      reader: "membaca",
    },
    untitled: "Rancangan tanpa judul",
    toRead: "Bukan bentukan daerah, untuk dibaca",
  },
  en: {
    stage: {
      planning: "Planning",
      drafting: "Drafting",
      internal_review: "Internal review",
      public_consultation: "Public consultation",
      harmonisation: "Harmonisation",
      facilitation: "Facilitation",
      evaluation: "Evaluation",
      council: "Council debate (DPRD)",
      initialling: "Initialling",
      enactment: "Enactment",
      promulgation: "Promulgation",
      reporting_up: "Reporting up",
      publication: "Dissemination",
      monitoring: "Implementation and monitoring",
    },
    documentType: {
      perda: "Regional regulation (Perda)",
      perkada: "Regulation of the head of region (Perkada)",
      keputusan: "Decree (Keputusan)",
      instruksi: "Instruction (Instruksi)",
      se: "Circular (Surat Edaran)",
      uu: "Law (Undang-Undang)",
    },
    role: { owner: "Owner", drafter: "Drafter", reviewer: "Reviewer", reader: "Reader" },
    roleMeaning: {
      owner: "drafts, freezes versions, manages members and the stage",
      drafter: "drafts the text with the others",
      reviewer: "reads, compares and leaves notes",
      reader: "reads",
    },
    untitled: "Untitled draft",
    toRead: "Not made by this government, to read",
  },
};
