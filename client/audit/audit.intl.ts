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
  /** By action; an action without words is shown as it is recorded. */
  action: Readonly<Record<string, string>>;
}

export const auditTexts: Messages<AuditTexts> = {
  id: {
    title: "Riwayat",
    lead: "Setiap tindakan penting tercatat dan berantai dengan sidik yang sebelumnya, sehingga catatan yang diubah akan ketahuan.",
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
      "policy.stage-changed": "Tahap diubah",
      "policy.imported": "Teks peraturan diimpor",
      "member.added": "Anggota ditambahkan",
      "member.set": "Peran anggota ditetapkan",
      "member.changed": "Peran anggota diubah",
      "member.removed": "Anggota dikeluarkan",
      "clauses.moved": "Ketentuan dipindahkan",
      "version.frozen": "Versi dibekukan",
      "version.restored": "Naskah dipulihkan dari versi",
      "version.erased": "Isi versi dihapus menurut hukum",
    },
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
      "policy.stage-changed": "Stage changed",
      "policy.imported": "Text of a regulation imported",
      "member.added": "Member added",
      "member.set": "Role of a member set",
      "member.changed": "Role of a member changed",
      "member.removed": "Member removed",
      "clauses.moved": "Clauses moved",
      "version.frozen": "Version frozen",
      "version.restored": "Text restored from a version",
      "version.erased": "Content of a version erased by law",
    },
  },
};
