import type { Messages } from "../../domain/locale.ts";

interface PolicyTexts {
  listTitle: string;
  listLead: string;
  newPolicy: string;
  search: string;
  count: (n: string, more: boolean) => string;
  columnTitle: string;
  columnStage: string;
  columnAuthority: string;
  columnUnit: string;
  columnUpdated: string;
  columnRole: string;
  noRole: string;
  noUnit: string;
  emptyTitle: string;
  emptyText: string;
  emptyTextReader: string;
  nothingFoundTitle: string;
  nothingFoundText: (q: string) => string;
  clearSearch: string;
  sections: string;
  sectionText: string;
  sectionVersions: string;
  sectionCompare: string;
  sectionConsultations: string;
  sectionWorkshops: string;
  sectionInput: string;
  sectionApproval: string;
  sectionMembers: string;
  sectionHistory: string;
  stage: string;
  changeStage: string;
  stageHint: string;
  stageChanged: (stage: string) => string;
  membersTitle: string;
  membersLead: string;
  memberName: string;
  memberRole: string;
  addMember: string;
  addMemberHint: string;
  candidates: string;
  noCandidates: string;
  add: string;
  remove: string;
  removeName: (name: string) => string;
  roleOf: (name: string) => string;
  memberAdded: (name: string, role: string) => string;
  memberRemoved: (name: string) => string;
  roleChanged: (name: string, role: string) => string;
  noMembersTitle: string;
  noMembersText: string;
  readOnlyMembers: string;
  undone: string;
}

export const policyTexts: Messages<PolicyTexts> = {
  id: {
    listTitle: "Rancangan",
    listLead: "Kebijakan yang sedang Anda susun, telaah, atau baca.",
    newPolicy: "Rancangan baru",
    search: "Cari rancangan",
    count: (n, more) => (more ? `${n} rancangan ditampilkan, masih ada lagi` : `${n} rancangan`),
    columnTitle: "Judul",
    columnStage: "Tahap",
    columnAuthority: "Pemerintah daerah",
    columnUnit: "Pemrakarsa",
    columnUpdated: "Diubah",
    columnRole: "Peran Anda",
    noRole: "Bukan anggota, boleh membaca",
    noUnit: "Belum ditentukan",
    emptyTitle: "Belum ada rancangan",
    emptyText:
      "Rancangan yang Anda buat, atau yang mengikutsertakan Anda, akan tampil di sini. Mulailah dari naskah kosong atau dari teks peraturan yang sudah ada.",
    emptyTextReader:
      "Rancangan yang mengikutsertakan Anda akan tampil di sini. Pemilik rancangan dapat menambahkan Anda sebagai anggota.",
    nothingFoundTitle: "Tidak ada yang cocok",
    nothingFoundText: (q) => `Tidak ada rancangan dengan judul yang memuat “${q}”.`,
    clearSearch: "Hapus pencarian",
    sections: "Bagian rancangan",
    sectionText: "Naskah",
    sectionVersions: "Versi",
    sectionCompare: "Perbandingan",
    sectionConsultations: "Konsultasi",
    sectionWorkshops: "Lokakarya",
    sectionInput: "Masukan",
    sectionApproval: "Persetujuan",
    sectionMembers: "Anggota",
    sectionHistory: "Riwayat",
    stage: "Tahap",
    changeStage: "Ubah tahap",
    stageHint: "Tahap menunjukkan sampai di mana rancangan ini. Kembali ke tahap sebelumnya boleh.",
    stageChanged: (stage) => `Tahap sekarang ${stage}.`,
    membersTitle: "Anggota",
    membersLead: "Siapa yang dapat membuka rancangan ini, dan apa yang dapat mereka lakukan.",
    memberName: "Nama",
    memberRole: "Peran",
    addMember: "Tambah anggota",
    addMemberHint: "Ketik sedikitnya dua huruf dari nama atau alamat surel.",
    candidates: "Akun yang dapat ditambahkan",
    noCandidates: "Tidak ada akun yang cocok dan belum menjadi anggota.",
    add: "Tambahkan",
    remove: "Keluarkan",
    removeName: (name) => `Keluarkan ${name}`,
    roleOf: (name) => `Peran ${name}`,
    memberAdded: (name, role) => `${name} kini ${role} rancangan ini.`,
    memberRemoved: (name) => `${name} bukan lagi anggota.`,
    roleChanged: (name, role) => `${name} kini ${role}.`,
    noMembersTitle: "Belum ada anggota",
    noMembersText: "Orang yang Anda tambahkan akan tampil di sini beserta perannya.",
    undone: "Perubahan diurungkan.",
    readOnlyMembers: "Hanya pemilik rancangan yang dapat mengubah anggota.",
  },
  en: {
    listTitle: "Drafts",
    listLead: "Policies that you write, review or read.",
    newPolicy: "New draft",
    search: "Search drafts",
    count: (n, more) => (more ? `${n} drafts shown, there are more` : n === "1" ? "1 draft" : `${n} drafts`),
    columnTitle: "Title",
    columnStage: "Stage",
    columnAuthority: "Government",
    columnUnit: "Initiator",
    columnUpdated: "Changed",
    columnRole: "Your role",
    noRole: "Not a member, may read",
    noUnit: "Not set yet",
    emptyTitle: "No drafts yet",
    emptyText:
      "Drafts that you make, or that include you, will be here. Start from an empty text or from the text of an existing regulation.",
    emptyTextReader: "Drafts that include you will be here. The owner of a draft can add you as a member.",
    nothingFoundTitle: "Nothing matches",
    nothingFoundText: (q) => `No draft has a title with “${q}” in it.`,
    clearSearch: "Clear the search",
    sections: "Parts of the draft",
    sectionText: "Text",
    sectionVersions: "Versions",
    sectionCompare: "Comparison",
    sectionConsultations: "Consultations",
    sectionWorkshops: "Workshops",
    sectionInput: "Input",
    sectionApproval: "Approval",
    sectionMembers: "Members",
    sectionHistory: "History",
    stage: "Stage",
    changeStage: "Change stage",
    stageHint: "The stage says how far this draft has come. Going back to an earlier stage is fine.",
    stageChanged: (stage) => `The stage is now ${stage}.`,
    membersTitle: "Members",
    membersLead: "Who can open this draft, and what they can do.",
    memberName: "Name",
    memberRole: "Role",
    addMember: "Add a member",
    addMemberHint: "Type at least two letters of the name or e-mail address.",
    candidates: "Accounts that can be added",
    noCandidates: "No account matches that is not a member already.",
    add: "Add",
    remove: "Remove",
    removeName: (name) => `Remove ${name}`,
    roleOf: (name) => `Role of ${name}`,
    memberAdded: (name, role) => `${name} is now ${role} of this draft.`,
    memberRemoved: (name) => `${name} is no longer a member.`,
    roleChanged: (name, role) => `${name} is now ${role}.`,
    noMembersTitle: "No members yet",
    noMembersText: "People whom you add will be here with their roles.",
    undone: "The change was undone.",
    readOnlyMembers: "Only the owner of the draft can change its members.",
  },
};
