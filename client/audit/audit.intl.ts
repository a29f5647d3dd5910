import type { PolicyEvent } from "../../domain/audit/policy-events.ts";
import type { Messages } from "../../domain/locale.ts";

interface AuditTexts {
  title: string;
  lead: string;
  emptyTitle: string;
  emptyText: string;
  columnNumber: string;
  columnWhat: string;
  columnWho: string;
  columnTime: string;
  columnHash: string;
  system: string;
  hashOf: (seq: number) => string;
  action: Readonly<Record<PolicyEvent, string>>;
  /** An act that a newer server recorded. */
  otherAction: string;
  stage: string;
  documentType: string;
  unit: string;
  /** Where there is none. */
  none: string;
  fromTo: (what: string, from: string, to: string) => string;
  version: (number: number) => string;
  decision: { approved: string; returned: string };
  erasureBasis: (basis: string) => string;
  /** What was found at the beginning of an erasure, and what it took away. */
  toErase: (amount: string) => string;
  erased: (amount: string) => string;
  /** In how many parts of the text and steps of writing, and in which versions. */
  erasureAmount: (clauses: number, rows: number, versions: string) => string;
}

export const auditTexts: Messages<AuditTexts> = {
  id: {
    title: "Riwayat",
    lead: "Setiap tindakan penting tercatat. Setiap catatan memuat kode pemeriksa (sidik) catatan sebelumnya, sehingga catatan yang diubah akan ketahuan.",
    emptyTitle: "Belum ada catatan",
    emptyText: "Pembuatan, pembekuan versi, pemulihan, dan perubahan anggota akan tercatat di sini.",
    columnNumber: "No.",
    columnWhat: "Peristiwa",
    columnWho: "Oleh",
    columnTime: "Waktu",
    columnHash: "Sidik",
    system: "Sistem",
    hashOf: (seq) => `sidik catatan ${seq}`,
    action: {
      "policy.created": "Rancangan dibuat",
      "policy.changed": "Data rancangan diubah",
      "member.set": "Peran anggota ditetapkan",
      "member.removed": "Anggota dikeluarkan",
      "version.frozen": "Versi dibekukan",
      "version.restored": "Naskah dipulihkan dari versi",
      "version.erased": "Kata dihapus dari versi; sidiknya tetap",
      "erasure.begun": "Penghapusan kata dari naskah dan riwayat dimulai",
      "erasure.finished": "Penghapusan kata dari naskah dan riwayat selesai",
      "erasure.erased": "Dasar suatu penghapusan terdahulu dihapus, karena memuat kata yang dihapus",
      "consultation.created": "Konsultasi disiapkan",
      "consultation.changed": "Konsultasi diubah",
      "consultation.announced": "Konsultasi diumumkan",
      "submission.sent": "Usulan lembaga dikirim",
      "consultation.closed": "Konsultasi ditutup",
      "consultation.cancelled": "Konsultasi dibatalkan",
      "consultation.retention-ended": "Data pribadi konsultasi dihapus",
      "workshop.created": "Lokakarya direncanakan",
      "workshop.started": "Lokakarya dimulai",
      "workshop.closed": "Lokakarya ditutup",
      "workshop.reopened": "Lokakarya dibuka kembali",
      "workshop.minutes-published": "Notulen lokakarya diterbitkan",
      "workshop.minutes-final": "Notulen lokakarya final",
      "contribution.triaged": "Masukan dipilah",
      "contribution.raised": "Masukan diangkat dari angka survei",
      "disposition.made": "Masukan dijawab",
      "disposition.reopened": "Jawaban dibuka kembali",
      "disposition.published": "Jawaban diumumkan",
      "review.submitted": "Versi diajukan untuk persetujuan",
      "review.decided": "Keputusan atas versi diberikan",
      "review.delegated": "Langkah persetujuan diteruskan",
      "review.withdrawn": "Pengajuan persetujuan ditarik",
      "artefact.kept": "Dokumen tahap disimpan",
      "artefact.removed": "Dokumen tahap ditarik",
      "survey.created": "Survei disiapkan",
      "survey.changed": "Survei diubah",
      "survey.opened": "Survei dibuka",
      "survey.closed": "Survei ditutup",
      "survey.removed": "Konsep survei dihapus",
      "survey.codes-made": "Kode survei dibuat",
      "survey.invited": "Undangan survei dibuat",
    },
    otherAction: "Tindakan lain",
    stage: "Tahap",
    documentType: "Jenis",
    unit: "Perangkat daerah",
    none: "tidak ada",
    fromTo: (what, from, to) => `${what}: ${from} → ${to}`,
    version: (number) => `Versi ${number}`,
    decision: { approved: "Disetujui", returned: "Dikembalikan" },
    erasureBasis: (basis) => `Dasar: ${basis}`,
    toErase: (amount) => `Ditemukan: ${amount}`,
    erased: (amount) => `Dihapus dari: ${amount}`,
    erasureAmount: (clauses, rows, versions) =>
      `${clauses} bagian naskah, ${rows} langkah penulisan dalam riwayat, ${versions ? `versi ${versions}` : "tidak ada versi"}`,
  },
  en: {
    title: "History",
    lead: "Every act that matters is recorded and chained to the hash of the one before, so that a changed record is noticed.",
    emptyTitle: "Nothing recorded yet",
    emptyText: "Creating, freezing versions, restoring and changing members will be recorded here.",
    columnNumber: "No.",
    columnWhat: "Event",
    columnWho: "By",
    columnTime: "Time",
    columnHash: "Hash",
    system: "System",
    hashOf: (seq) => `hash of record ${seq}`,
    action: {
      "policy.created": "Draft created",
      "policy.changed": "Data of the draft changed",
      "member.set": "Role of a member set",
      "member.removed": "Member removed",
      "version.frozen": "Version frozen",
      "version.restored": "Text restored from a version",
      "version.erased": "Words erased from a version; its hash stays",
      "erasure.begun": "Erasure of words from text and past began",
      "erasure.finished": "Erasure of words from text and past finished",
      "erasure.erased": "The ground of an earlier erasure erased, as it held the words",
      "consultation.created": "Consultation prepared",
      "consultation.changed": "Consultation changed",
      "consultation.announced": "Consultation announced",
      "submission.sent": "Submission of a body sent",
      "consultation.closed": "Consultation closed",
      "consultation.cancelled": "Consultation cancelled",
      "consultation.retention-ended": "Personal data of the consultation deleted",
      "workshop.created": "Workshop planned",
      "workshop.started": "Workshop started",
      "workshop.closed": "Workshop closed",
      "workshop.reopened": "Workshop reopened",
      "workshop.minutes-published": "Minutes of a workshop published",
      "workshop.minutes-final": "Minutes of a workshop final",
      "contribution.triaged": "Input sorted",
      "contribution.raised": "Input raised from a survey figure",
      "disposition.made": "Input answered",
      "disposition.reopened": "Answer opened again",
      "disposition.published": "Answer published",
      "review.submitted": "Version submitted for approval",
      "review.decided": "Decision on a version given",
      "review.delegated": "Step of approval passed on",
      "review.withdrawn": "Submission for approval withdrawn",
      "artefact.kept": "Document of a stage kept",
      "artefact.removed": "Document of a stage taken back",
      "survey.created": "Survey prepared",
      "survey.changed": "Survey changed",
      "survey.opened": "Survey opened",
      "survey.closed": "Survey closed",
      "survey.removed": "Survey draft removed",
      "survey.codes-made": "Survey codes made",
      "survey.invited": "Survey invitations made",
    },
    otherAction: "Another act",
    stage: "Stage",
    documentType: "Type",
    unit: "Unit",
    none: "none",
    fromTo: (what, from, to) => `${what}: ${from} → ${to}`,
    version: (number) => `Version ${number}`,
    decision: { approved: "Approved", returned: "Returned" },
    erasureBasis: (basis) => `Ground: ${basis}`,
    toErase: (amount) => `Found: ${amount}`,
    erased: (amount) => `Erased from: ${amount}`,
    erasureAmount: (clauses, rows, versions) =>
      `${clauses} ${clauses === 1 ? "part" : "parts"} of the text, ${rows} ${rows === 1 ? "step" : "steps"} of writing in the history, ${versions ? `version ${versions}` : "no version"}`,
  },
};
