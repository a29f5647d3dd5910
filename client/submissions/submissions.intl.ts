import type { Messages } from "../../domain/locale.ts";
import type { Hindrance, Remark } from "../../domain/submissions/submission.ts";

interface SubmissionTexts {
  title: string;
  titleOf: (body: string) => string;
  lead: string;
  noBodyTitle: string;
  noBodyText: string;
  noneTitle: string;
  noneText: string;
  phase: { upcoming: string; open: string; closed: string };
  opensAt: (when: string) => string;
  until: (when: string) => string;
  closedAt: (when: string) => string;
  notBegun: string;
  notSent: string;
  draftOf: (items: number) => string;
  sentOf: (items: number, answered: number) => string;
  correcting: string;
  begin: string;
  goOn: string;
  read: string;
  private: (body: string) => string;
  privateForEver: string;
  closedNow: string;
  sentNow: (number: number, when: string) => string;
  correctingNow: (number: number) => string;
  seeSent: string;
  beginCorrection: string;
  correctionTitle: string;
  correctionText: string;
  clauses: string;
  chooseClause: string;
  overview: string;
  wholeDraft: string;
  goneClause: string;
  itemsAt: (count: number) => string;
  wordsNow: string;
  showDifference: string;
  difference: string;
  addItem: string;
  addAnother: string;
  noItemsHere: string;
  noItemsTitle: string;
  noItemsText: string;
  edit: string;
  remove: string;
  removed: string;
  removeTitle: (label: string) => string;
  removeText: string;
  point: string;
  pointHint: string;
  pointAll: string;
  stance: string;
  proposal: string;
  proposalHint: string;
  startFromWords: string;
  grounds: string;
  groundsHint: string;
  saveItem: string;
  saved: string;
  cancelEdit: string;
  closeEdit: string;
  kept: string;
  changedBy: (name: string, when: string) => string;
  conflictTheirs: (name: string) => string;
  conflictUseMine: string;
  conflictUseTheirs: string;
  files: string;
  filesHint: string;
  filesFirst: string;
  addFile: string;
  adding: string;
  fileTooLarge: string;
  comments: (open: number) => string;
  commentsHint: string;
  comment: string;
  sendComment: string;
  settle: string;
  reopen: string;
  settled: string;
  check: string;
  ready: string;
  hindered: (count: number) => string;
  remarks: (count: number) => string;
  problem: Record<Hindrance | Remark, string>;
  tellHead: string;
  headTold: string;
  headOnly: string;
  send: string;
  sendTitle: (body: string) => string;
  sendText: (consultation: string, items: number) => string;
  sendConsequence: string;
  sendReplaces: (number: number) => string;
  sendAction: (items: number) => string;
  sendRemarks: (count: number) => string;
  group: string;
  groupHint: string;
  groupNone: string;
  sentTitle: (body: string, number: number) => string;
  sentLead: (consultation: string) => string;
  receipt: string;
  receiptNumber: string;
  receiptTime: string;
  receiptItems: string;
  receiptGroup: string;
  receiptHash: string;
  receiptHint: string;
  stands: string;
  replaced: string;
  otherSendings: string;
  sendingNumber: (number: number, when: string) => string;
  sentPrivacy: string;
  yourWords: string;
  yourProposal: string;
  answer: string;
  answeredAt: (when: string) => string;
  notAnswered: string;
  superseded: string;
  withdrawnItem: string;
  backToDraft: string;
  sentOfBodies: string;
  noneOfBodies: string;
  bodySent: (number: number, items: number, when: string) => string;
}

const items = (count: number) => (count === 1 ? "1 item" : `${count} items`);

export const submissionTexts: Messages<SubmissionTexts> = {
  id: {
    title: "Usulan lembaga",
    titleOf: (body) => `Usulan ${body}`,
    lead: "Pemerintah daerah meminta pendapat resmi lembaga Anda atas rancangan di bawah ini. Draf hanya dibaca oleh lembaga Anda; ketua mengirimnya satu kali.",
    noBodyTitle: "Akun Anda belum dihubungkan dengan lembaga",
    noBodyText: "Mintalah pengelola menghubungkan akun Anda, supaya Anda dapat ikut menulis usulan lembaga.",
    noneTitle: "Belum ada panggilan usulan",
    noneText:
      "Di sini muncul konsultasi yang meminta usulan lembaga. Anda dapat mulai menulis begitu konsultasi dibuka.",
    phase: { upcoming: "Akan dibuka", open: "Dibuka", closed: "Ditutup" },
    opensAt: (when) => `dibuka ${when}`,
    until: (when) => `sampai ${when}`,
    closedAt: (when) => `ditutup ${when}`,
    notBegun: "Belum dimulai",
    notSent: "Tidak dikirim",
    draftOf: (count) => `Draf, ${count} butir`,
    sentOf: (count, answered) => `Terkirim, ${count} butir, ${answered} dijawab`,
    correcting: "sedang diperbaiki",
    begin: "Mulai menulis usulan",
    goOn: "Lanjutkan",
    read: "Baca",
    private: (body) => `Hanya anggota ${body} yang dapat membaca draf ini.`,
    privateForEver: "Pemerintah daerah, termasuk pengelola sistem, hanya melihat yang sudah dikirim.",
    closedNow: "Konsultasi tidak sedang dibuka. Usulan ini dapat dibaca, tetapi tidak dapat diubah lagi.",
    sentNow: (number, when) => `Kiriman ke-${number} sudah diterima ${when}.`,
    correctingNow: (number) =>
      `Anda sedang menyiapkan perbaikan. Kiriman ke-${number} tetap berlaku sampai perbaikan ini dikirim.`,
    seeSent: "Lihat yang terkirim dan jawabannya",
    beginCorrection: "Mulai perbaikan",
    correctionTitle: "Mulai perbaikan usulan ini?",
    correctionText:
      "Butir dapat diubah lagi. Yang sudah terkirim tetap berlaku sampai ketua mengirim perbaikannya; kiriman pertama tetap tersimpan.",
    clauses: "Ketentuan",
    chooseClause: "Pilih ketentuan",
    overview: "Semua butir",
    wholeDraft: "Rancangan secara keseluruhan",
    goneClause: "Ketentuan yang sudah tidak ada",
    itemsAt: (count) => `${count} butir`,
    wordsNow: "Bunyi sekarang",
    showDifference: "Perbedaan dengan bunyi sekarang",
    difference: "Usulan dibandingkan dengan bunyi sekarang",
    addItem: "Tambah butir",
    addAnother: "Tambah butir lain",
    noItemsHere: "Belum ada butir untuk ketentuan ini.",
    noItemsTitle: "Belum ada butir",
    noItemsText: "Pilih ketentuan di daftar, lalu tambahkan butir: sikap, usulan rumusan, dan alasannya.",
    edit: "Ubah",
    remove: "Hapus",
    removed: "Butir dihapus",
    removeTitle: (label) => `Hapus butir tentang ${label}?`,
    removeText:
      "Kata-kata, berkas, dan catatan rekan pada butir ini ikut terhapus dan tidak dapat dikembalikan.",
    point: "Bagian yang dimaksud",
    pointHint: "Bila hanya menyangkut satu huruf atau angka.",
    pointAll: "Seluruh ketentuan",
    stance: "Sikap",
    proposal: "Usulan rumusan",
    proposalHint: "Tulis bunyi ketentuan sebagaimana Anda usulkan.",
    startFromWords: "Mulai dari bunyi sekarang",
    grounds: "Alasan",
    groundsHint: "Mengapa demikian. Alasan ini yang dijawab.",
    saveItem: "Simpan butir",
    saved: "Butir tersimpan",
    cancelEdit: "Batalkan perubahan",
    closeEdit: "Selesai",
    kept: "Tulisan yang belum disimpan di perangkat ini sudah dikembalikan.",
    changedBy: (name, when) => `Terakhir diubah ${name}, ${when}`,
    conflictTheirs: (name) => `Yang disimpan ${name}`,
    conflictUseMine: "Simpan tulisan saya",
    conflictUseTheirs: "Pakai yang tersimpan",
    files: "Berkas",
    filesHint:
      "Paling banyak 5 berkas, masing-masing paling besar 10 MB: PDF, Word, Excel, ODT, gambar PNG atau JPEG, atau teks.",
    filesFirst: "Berkas dan catatan rekan dapat ditambahkan sesudah butir disimpan.",
    addFile: "Tambah berkas",
    adding: "Mengunggah",
    fileTooLarge: "Satu berkas paling besar 10 MB. Perkecil atau bagi berkas itu, lalu unggah lagi.",
    comments: (open) => (open === 0 ? "Catatan rekan" : `Catatan rekan, ${open} belum selesai`),
    commentsHint: "Catatan hanya dibaca lembaga Anda dan tidak ikut dikirim.",
    comment: "Catatan untuk rekan",
    sendComment: "Tambah catatan",
    settle: "Tandai selesai",
    reopen: "Buka lagi",
    settled: "Selesai",
    check: "Pemeriksaan sebelum dikirim",
    ready: "Lengkap, siap dikirim",
    hindered: (count) => `${count} hal perlu dilengkapi`,
    remarks: (count) => `${count} hal perlu dilihat`,
    problem: {
      "no-items": "Belum ada butir",
      "clause-gone": "Ketentuan ini tidak ada lagi dalam naskah yang dikonsultasikan",
      "no-stance": "Sikap belum dipilih",
      "no-grounds": "Alasan belum ditulis",
      "no-proposal": "Setuju dengan perubahan, tetapi belum ada usulan rumusan",
      "same-clause": "Ada keberatan atau pertanyaan lain tentang ketentuan yang sama",
      "open-comments": "Masih ada catatan rekan yang belum selesai",
      "same-wording": "Usulan rumusan sama dengan bunyi sekarang",
    },
    tellHead: "Beri tahu ketua bahwa usulan siap",
    headTold: "Ketua sudah diberi tahu",
    headOnly: "Usulan dikirim oleh ketua lembaga.",
    send: "Kirim usulan",
    sendTitle: (body) => `Kirim usulan ${body}?`,
    sendText: (consultation, count) => `${count} butir untuk konsultasi “${consultation}”.`,
    sendConsequence:
      "Sesudah dikirim, setiap butir menjadi masukan resmi atas nama lembaga dan wajib dijawab. Nama anggota tidak ditampilkan. Selama konsultasi dibuka, usulan dapat diganti dengan perbaikan; kiriman ini tetap tersimpan.",
    sendReplaces: (number) =>
      `Kiriman ini menggantikan kiriman ke-${number}. Butir yang tidak berubah tetap berlaku bersama jawabannya; butir yang diubah atau dihapus dinyatakan ditarik.`,
    sendAction: (count) => `Kirim ${count} butir`,
    sendRemarks: (count) => `${count} hal dalam pemeriksaan belum dilihat; usulan tetap dapat dikirim.`,
    group: "Dihitung pada kelompok",
    groupHint: "Kelompok peserta konsultasi yang diwakili lembaga Anda.",
    groupNone: "Tidak pada kelompok tertentu",
    sentTitle: (body, number) => `Usulan ${body}, kiriman ke-${number}`,
    sentLead: (consultation) => `Untuk konsultasi “${consultation}”`,
    receipt: "Tanda terima",
    receiptNumber: "Kiriman",
    receiptTime: "Diterima",
    receiptItems: "Jumlah butir",
    receiptGroup: "Kelompok",
    receiptHash: "Sidik isi (SHA-256)",
    receiptHint:
      "Sidik ini juga tercatat dalam riwayat rancangan, sehingga isi kiriman dapat dibuktikan tidak berubah.",
    stands: "Berlaku",
    replaced: "Digantikan perbaikan",
    otherSendings: "Kiriman lain",
    sendingNumber: (number, when) => `Kiriman ke-${number}, ${when}`,
    sentPrivacy:
      "Yang dibaca pemerintah daerah: nama lembaga dan butir-butir ini, tanpa nama anggota dan tanpa catatan rekan.",
    yourWords: "Alasan",
    yourProposal: "Usulan rumusan",
    answer: "Jawaban",
    answeredAt: (when) => `dijawab ${when}`,
    notAnswered: "Belum dijawab",
    superseded: "Digantikan butir dalam perbaikan",
    withdrawnItem: "Ditarik dalam perbaikan",
    backToDraft: "Kembali ke usulan",
    sentOfBodies: "Usulan lembaga",
    noneOfBodies: "Belum ada lembaga yang mengirim usulan.",
    bodySent: (number, count, when) => `kiriman ke-${number}, ${count} butir, ${when}`,
  },
  en: {
    title: "Submissions",
    titleOf: (body) => `Submissions of ${body}`,
    lead: "The government asks for the official position of your body on the drafts below. Only your body reads the draft; its head sends it once.",
    noBodyTitle: "Your account is not connected to a body yet",
    noBodyText: "Ask the administrator to connect your account, so that you can work on its submissions.",
    noneTitle: "No call for submissions yet",
    noneText:
      "Consultations that ask bodies for a submission appear here. You can begin as soon as one is open.",
    phase: { upcoming: "Upcoming", open: "Open", closed: "Closed" },
    opensAt: (when) => `opens ${when}`,
    until: (when) => `until ${when}`,
    closedAt: (when) => `closed ${when}`,
    notBegun: "Not begun",
    notSent: "Not sent",
    draftOf: (count) => `Draft, ${items(count)}`,
    sentOf: (count, answered) => `Sent, ${items(count)}, ${answered} answered`,
    correcting: "being corrected",
    begin: "Begin the submission",
    goOn: "Continue",
    read: "Read",
    private: (body) => `Only people of ${body} can read this draft.`,
    privateForEver: "The government, its administrators included, sees only what was sent.",
    closedNow: "The consultation is not open. This submission can be read, but no longer changed.",
    sentNow: (number, when) => `Sending ${number} was received ${when}.`,
    correctingNow: (number) =>
      `You are preparing a correction. Sending ${number} stands until the correction is sent.`,
    seeSent: "See what was sent and the answers",
    beginCorrection: "Begin a correction",
    correctionTitle: "Begin a correction of this submission?",
    correctionText:
      "Items can be changed again. What was sent stands until the head sends the correction; the first sending stays on record.",
    clauses: "Clauses",
    chooseClause: "Choose a clause",
    overview: "All items",
    wholeDraft: "The draft as a whole",
    goneClause: "A clause that is no longer there",
    itemsAt: items,
    wordsNow: "Present wording",
    showDifference: "Difference to the present wording",
    difference: "The proposal beside the present wording",
    addItem: "Add an item",
    addAnother: "Add another item",
    noItemsHere: "No item about this clause yet.",
    noItemsTitle: "No items yet",
    noItemsText: "Choose a clause from the list, then add an item: stance, proposed wording, and grounds.",
    edit: "Change",
    remove: "Remove",
    removed: "Item removed",
    removeTitle: (label) => `Remove the item about ${label}?`,
    removeText: "Its words, files and comments go with it and cannot be brought back.",
    point: "Part that is meant",
    pointHint: "Where it concerns one letter or number only.",
    pointAll: "The whole clause",
    stance: "Stance",
    proposal: "Proposed wording",
    proposalHint: "Write the clause as you propose it.",
    startFromWords: "Start from the present wording",
    grounds: "Grounds",
    groundsHint: "Why so. This is what is answered.",
    saveItem: "Save the item",
    saved: "Item saved",
    cancelEdit: "Discard changes",
    closeEdit: "Done",
    kept: "What was not saved on this device was brought back.",
    changedBy: (name, when) => `Last changed by ${name}, ${when}`,
    conflictTheirs: (name) => `What ${name} saved`,
    conflictUseMine: "Save what I wrote",
    conflictUseTheirs: "Take what was saved",
    files: "Files",
    filesHint: "At most 5 files of at most 10 MB each: PDF, Word, Excel, ODT, PNG or JPEG images, or text.",
    filesFirst: "Files and comments can be added once the item is saved.",
    addFile: "Add a file",
    adding: "Uploading",
    fileTooLarge: "A file may have at most 10 MB. Make it smaller or split it, then upload it again.",
    comments: (open) => (open === 0 ? "Comments of colleagues" : `Comments of colleagues, ${open} open`),
    commentsHint: "Only your body reads comments; they are not sent.",
    comment: "Comment for colleagues",
    sendComment: "Add the comment",
    settle: "Mark as settled",
    reopen: "Open again",
    settled: "Settled",
    check: "Check before sending",
    ready: "Complete, ready to be sent",
    hindered: (count) =>
      count === 1 ? "1 thing has to be completed" : `${count} things have to be completed`,
    remarks: (count) => (count === 1 ? "1 thing is worth a look" : `${count} things are worth a look`),
    problem: {
      "no-items": "There is no item yet",
      "clause-gone": "The text under consultation does not have this clause any more",
      "no-stance": "No stance was chosen",
      "no-grounds": "No grounds were written",
      "no-proposal": "In favour with changes, but without a proposed wording",
      "same-clause": "There is another objection or question about the same clause",
      "open-comments": "There are comments of colleagues that are not settled",
      "same-wording": "The proposed wording is the same as the present one",
    },
    tellHead: "Tell the head that it is ready",
    headTold: "The head was told",
    headOnly: "The head of the body sends the submission.",
    send: "Send the submission",
    sendTitle: (body) => `Send the submission of ${body}?`,
    sendText: (consultation, count) => `${items(count)} for the consultation “${consultation}”.`,
    sendConsequence:
      "Once sent, each item is official input in the name of the body and has to be answered. Names of its people are not shown. While the consultation is open a correction may replace it; this sending stays on record.",
    sendReplaces: (number) =>
      `This replaces sending ${number}. Items that did not change stand together with their answers; those changed or removed count as withdrawn.`,
    sendAction: (count) => `Send ${items(count)}`,
    sendRemarks: (count) =>
      `${count === 1 ? "1 thing" : `${count} things`} in the check may be worth a look; it can be sent all the same.`,
    group: "Counted with the group",
    groupHint: "The group of the consultation for which your body speaks.",
    groupNone: "With no group",
    sentTitle: (body, number) => `Submission of ${body}, sending ${number}`,
    sentLead: (consultation) => `For the consultation “${consultation}”`,
    receipt: "Receipt",
    receiptNumber: "Sending",
    receiptTime: "Received",
    receiptItems: "Items",
    receiptGroup: "Group",
    receiptHash: "Fingerprint of the content (SHA-256)",
    receiptHint:
      "The history of the draft keeps this fingerprint, too, so that the content can be proved unchanged.",
    stands: "Stands",
    replaced: "Replaced by a correction",
    otherSendings: "Other sendings",
    sendingNumber: (number, when) => `Sending ${number}, ${when}`,
    sentPrivacy:
      "What the government reads: the name of the body and these items, without names of its people and without comments.",
    yourWords: "Grounds",
    yourProposal: "Proposed wording",
    answer: "Answer",
    answeredAt: (when) => `answered ${when}`,
    notAnswered: "Not answered yet",
    superseded: "Replaced by an item of the correction",
    withdrawnItem: "Withdrawn with the correction",
    backToDraft: "Back to the submission",
    sentOfBodies: "Submissions of bodies",
    noneOfBodies: "No body has sent a submission yet.",
    bodySent: (number, count, when) => `sending ${number}, ${items(count)}, ${when}`,
  },
};
