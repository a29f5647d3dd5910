import type { Messages } from "../../domain/locale.ts";

interface SurveySettingsTexts {
  lead: string;
  title: string;
  intro: string;
  introHint: string;
  opens: string;
  closes: string;
  windowHint: (zone: string) => string;
  consultationBounds: string;
  target: string;
  targetHint: string;
  groups: string;
  groupsHint: string;
  eligible: (group: string) => string;
  eligibleShort: string;
  sample: (count: string) => string;
  sampleAll: (count: string, groups: number) => string;
  sampleNote: string;
  fewEligible: string;
  noGroups: string;
  locked: string;
  save: string;
  saved: string;
  fields: string;
  stale: string;
  reload: string;
  // Codes
  codesLead: string;
  codesCount: (made: string, used: string) => string;
  howMany: string;
  make: string;
  madeTitle: (count: number) => string;
  madeText: string;
  print: string;
  printCode: string;
  printWhere: string;
  codesCsv: string;
  closedCodes: string;
  // Invitations
  invitationsLead: string;
  invited: (count: string) => string;
  names: string;
  namesHint: string;
  invite: string;
  invitedTitle: (count: number) => string;
  invitedText: string;
  invitationsCsv: string;
  name: string;
  address: string;
}

export const surveySettingsTexts: Messages<SurveySettingsTexts> = {
  id: {
    lead: "Naskah dan kelompok berasal dari konsultasinya.",
    title: "Judul",
    intro: "Pengantar",
    introHint: "Tampil sebelum pertanyaan pertama: untuk apa, dan berapa lama mengisinya.",
    opens: "Dibuka",
    closes: "Ditutup",
    windowHint: (zone) => `Jam menurut ${zone}.`,
    consultationBounds: "Jawaban hanya diterima selama konsultasinya dibuka.",
    target: "Target jumlah jawaban",
    targetHint: "Boleh dikosongkan.",
    groups: "Kelompok",
    groupsHint:
      "Isi berapa orang tiap kelompok. Kelompok dengan kurang dari lima orang tidak ditawarkan; mereka menjawab sebagai lainnya.",
    eligible: (group) => `Jumlah orang ${group}`,
    eligibleShort: "Jumlah orang",
    sample: (count) => `Sampel yang memadai: ${count}`,
    sampleAll: (count, groups) => `Sampel yang memadai untuk ${groups} kelompok ini: ${count} jawaban.`,
    sampleNote:
      "Menurut Krejcie dan Morgan: tingkat kepercayaan 95%, galat 5%. Sebagai target, bukan syarat.",
    fewEligible: "Kurang dari lima orang: menjawab sebagai lainnya.",
    noGroups: "Survei ini tidak menanyakan kelompok.",
    locked: "Sudah ada jawaban, jadi ini tidak dapat diubah lagi.",
    save: "Simpan pengaturan",
    saved: "Pengaturan tersimpan.",
    fields: "Periksa isian berikut",
    stale:
      "Rekan Anda baru saja mengubah survei ini. Isian Anda masih ada; ambil keadaan terbaru, lalu simpan lagi.",
    reload: "Ambil keadaan terbaru",
    codesLead:
      "Satu kode untuk satu jawaban. Kode hanya tampil sekali, saat dibuat: cetak atau unduh sebelum menutup halaman. Yang disimpan hanya apakah sebuah kode sudah terpakai.",
    codesCount: (made, used) => `${made} kode dibuat, ${used} terpakai.`,
    howMany: "Berapa kode",
    make: "Buat kode",
    madeTitle: (count) => `${count} kode baru`,
    madeText: "Kode ini tidak dapat ditampilkan lagi.",
    print: "Cetak lembar kode",
    printCode: "Kode",
    printWhere: "Isi survei di",
    codesCsv: "Unduh sebagai CSV",
    closedCodes: "Survei sudah ditutup; kodenya sudah dimusnahkan.",
    invitationsLead:
      "Untuk orang tanpa akun. Tiap orang mendapat alamat sendiri yang berlaku sekali; siapa yang sudah menjawab tidak dapat diketahui.",
    invited: (count) => `${count} orang diundang.`,
    names: "Nama, satu per baris",
    namesHint: "Paling banyak 1.000 sekaligus.",
    invite: "Buat undangan",
    invitedTitle: (count) => `${count} undangan baru`,
    invitedText: "Alamat ini tidak dapat ditampilkan lagi. Kirim atau unduh sekarang.",
    invitationsCsv: "Unduh sebagai CSV",
    name: "Nama",
    address: "Alamat",
  },
  en: {
    lead: "Text and groups come from its consultation.",
    title: "Title",
    intro: "Introduction",
    introHint: "Shown before the first question: what it is for, and how long it takes.",
    opens: "Opens",
    closes: "Closes",
    windowHint: (zone) => `By the clocks of ${zone}.`,
    consultationBounds: "Answers are taken only while its consultation is open.",
    target: "Target of responses",
    targetHint: "May stay empty.",
    groups: "Groups",
    groupsHint:
      "Fill in how many people each group has. Groups with fewer than five are not offered; they answer as others.",
    eligible: (group) => `People of ${group}`,
    eligibleShort: "People",
    sample: (count) => `Sufficient sample: ${count}`,
    sampleAll: (count, groups) => `Sufficient sample for these ${groups} groups: ${count} responses.`,
    sampleNote: "After Krejcie and Morgan: 95% confidence, 5% error. A target, not a condition.",
    fewEligible: "Fewer than five people: they answer as others.",
    noGroups: "This survey does not ask for a group.",
    locked: "There are answers, so this can no longer be changed.",
    save: "Save settings",
    saved: "Settings saved.",
    fields: "Please check",
    stale:
      "A colleague has just changed this survey. What you filled in is still here; take the newest state and save again.",
    reload: "Take the newest state",
    codesLead:
      "One code for one response. Codes are shown once, when they are made: print or download them before closing the page. All that is kept is whether a code is used.",
    codesCount: (made, used) => `${made} codes made, ${used} used.`,
    howMany: "How many codes",
    make: "Make codes",
    madeTitle: (count) => `${count} new codes`,
    madeText: "These codes cannot be shown again.",
    print: "Print the sheet of codes",
    printCode: "Code",
    printWhere: "Answer the survey at",
    codesCsv: "Download as CSV",
    closedCodes: "The survey is closed; its codes were destroyed.",
    invitationsLead:
      "For people without an account. Each gets an address of their own that works once; who has answered cannot be found out.",
    invited: (count) => `${count} people invited.`,
    names: "Names, one a line",
    namesHint: "At most 1,000 at once.",
    invite: "Make invitations",
    invitedTitle: (count) => `${count} new invitations`,
    invitedText: "These addresses cannot be shown again. Send or download them now.",
    invitationsCsv: "Download as CSV",
    name: "Name",
    address: "Address",
  },
};
