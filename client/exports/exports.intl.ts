import type { Messages } from "../../domain/locale.ts";

export type DocumentName = "matriks-masukan" | "dim" | "matriks-sandingan" | "laporan-konsultasi";

interface DocumentTexts {
  open: string;
  title: string;
  lead: string;
  consultation: string;
  all: string;
  needsConsultation: string;
  page: string;
  /** For who hears the link alone: `Matriks sandingan, DOCX`. */
  named: (document: string, format: string) => string;
  document: Readonly<Record<DocumentName, { name: string; what: string }>>;
}

export const documentTexts: Messages<DocumentTexts> = {
  id: {
    open: "Dokumen",
    title: "Dokumen",
    lead: "Lengkap untuk tim; edisi untuk umum ada di halaman konsultasi.",
    consultation: "Konsultasi",
    all: "Semua masukan pada rancangan ini",
    needsConsultation: "Pilih satu konsultasi untuk membuat laporannya.",
    page: "Buka dan cetak",
    named: (document, format) => `${document}, ${format}`,
    document: {
      "matriks-masukan": {
        name: "Matriks masukan dan tanggapan",
        what: "Setiap masukan dengan jawaban dan tindak lanjutnya, menurut urutan naskah.",
      },
      dim: {
        name: "Daftar inventarisasi masalah (DIM)",
        what: "Setiap ketentuan dengan usulan, status, dan keputusannya.",
      },
      "matriks-sandingan": {
        name: "Matriks sandingan",
        what: "Naskah yang dikonsultasikan di samping naskah berjalan, kata yang berubah ditandai.",
      },
      "laporan-konsultasi": {
        name: "Laporan konsultasi publik",
        what: "Angka, partisipasi menurut kelompok, perubahan, dan yang belum dijawab.",
      },
    },
  },
  en: {
    open: "Documents",
    title: "Documents",
    lead: "Complete, for the team; the edition for the public is on the page of the consultation.",
    consultation: "Consultation",
    all: "All input on this draft",
    needsConsultation: "Choose a consultation to make its report.",
    page: "Open and print",
    named: (document, format) => `${document}, ${format}`,
    document: {
      "matriks-masukan": {
        name: "Matrix of input and answers",
        what: "Every input with its answer and what followed, in the order of the text.",
      },
      dim: {
        name: "Inventory of issues (DIM)",
        what: "Every clause with what was proposed, its status and the decision.",
      },
      "matriks-sandingan": {
        name: "Comparison matrix",
        what: "The text that was consulted on beside the live text, with changed words marked.",
      },
      "laporan-konsultasi": {
        name: "Report of the public consultation",
        what: "Figures, participation by group, changes, and what is not answered.",
      },
    },
  },
};
