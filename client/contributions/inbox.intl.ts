/** Words of the inbox page itself. */
import type { InboxOrder } from "../../domain/contributions/contributions.contract.ts";
import type { Messages } from "../../domain/locale.ts";

interface InboxTexts {
  title: string;
  found: (shown: string, received: string) => string;
  progress: (done: string, received: string) => string;
  search: string;
  searchShort: string;
  searchAct: string;
  order: string;
  orderName: Record<InboxOrder, string>;
  filters: string;
  filtersCount: (n: number) => string;
  showResult: (n: string) => string;
  clearFilters: string;
  group: {
    state: string;
    assignee: string;
    clause: string;
    group: string;
    channel: string;
    consultation: string;
    standing: string;
    stance: string;
    outcome: string;
  };
  everything: string;
  mine: string;
  nobody: string;
  noGroup: string;
  noConsultation: string;
  noAnswer: string;
  gone: string;
  moreOptions: (n: string) => string;
  list: string;
  listHelp: string;
  pick: (words: string) => string;
  pickAll: string;
  picked: (n: string) => string;
  unpick: string;
  handlePicked: string;
  more: string;
  arrived: (n: string) => string;
  showArrived: string;
  emptyTitle: string;
  emptyText: string;
  emptyAct: string;
  allAnsweredTitle: string;
  allAnsweredText: string;
  nothingFoundTitle: string;
  nothingFoundText: string;
  showAll: string;
  chooseTitle: string;
  chooseText: string;
  back: string;
  detail: string;
  noneLeft: string;
  keys: string;
  keysTitle: string;
  keysText: string;
  keysOn: string;
  keysOnHint: string;
  key: {
    next: string;
    previous: string;
    select: string;
    outcome: string;
    reason: string;
    save: string;
    back: string;
    help: string;
    arrows: string;
  };
  clauseThenNow: string;
  fold: string;
  proposalAgainst: string;
  siblings: (n: string) => string;
  pickSiblings: (n: string) => string;
  triage: string;
  triageAct: string;
  triageChange: string;
  triageSaved: string;
  triageManySaved: (n: string) => string;
  triageWait: string;
  visibility: string;
  showPublic: string;
  showPublicText: string;
  showTeam: string;
  showTeamText: string;
  redaction: string;
  redactionText: string;
  redactionArea: string;
  redactionProposal: string;
  redactSelection: string;
  redactUndo: string;
  found1: (kind: string, words: string) => string;
  foundTitle: string;
  takeOut: string;
  putBack: string;
  takeOutAll: string;
  leaveIn: string;
  checkFirst: string;
  note: string;
  noteHint: string;
  noteMissing: string;
  noteExamples: readonly [string, string, string];
  shownAs: Record<"team" | "public", string>;
  shownRedacted: string;
  publicReads: string;
  assignee: string;
  assigned: (name: string) => string;
  unassigned: string;
  notes: string;
  notesHint: string;
  newNote: string;
  addNote: string;
  noteSaved: string;
  noNotes: string;
  bulkTitle: (n: string) => string;
  bulkText: string;
  bulkAnswered: (n: string) => string;
  bulkStates: string;
  bulkPersonalData: (n: string) => string;
  bulkCheckFirst: string;
  bulkNoneOpen: string;
}

export const inboxTexts: Messages<InboxTexts> = {
  id: {
    title: "Masukan",
    found: (shown, received) => `${shown} dari ${received} masukan`,
    progress: (done, received) => `${done} dari ${received} sudah dijawab`,
    search: "Cari kata dalam masukan",
    searchShort: "Cari kata",
    searchAct: "Cari",
    order: "Urutan",
    orderName: { newest: "Terbaru", oldest: "Terlama", clause: "Menurut ketentuan" },
    filters: "Saring",
    filtersCount: (n) => (n === 0 ? "Saring" : `Saring (${n})`),
    showResult: (n) => `Tampilkan ${n} masukan`,
    clearFilters: "Hapus saringan",
    group: {
      state: "Keadaan",
      assignee: "Penjawab",
      clause: "Ketentuan",
      group: "Kelompok",
      channel: "Saluran",
      consultation: "Konsultasi",
      standing: "Kedudukan terhadap naskah",
      stance: "Sikap",
      outcome: "Hasil jawaban",
    },
    everything: "Semua",
    mine: "Ditugaskan kepada saya",
    nobody: "Belum ditugaskan",
    noGroup: "Tanpa kelompok",
    noConsultation: "Di luar konsultasi",
    noAnswer: "Belum dijawab",
    gone: "sudah tidak ada",
    moreOptions: (n) => `${n} lainnya`,
    list: "Daftar masukan",
    listHelp: "Panah atas dan bawah berpindah masukan, Enter menuju alasan.",
    pick: (words) => `Pilih masukan: ${words}`,
    pickAll: "Pilih semua",
    picked: (n) => `${n} dipilih`,
    unpick: "Batalkan pilihan",
    handlePicked: "Jawab bersama",
    more: "Tampilkan lebih banyak",
    arrived: (n) => `${n} masukan baru datang.`,
    showArrived: "Tampilkan",
    emptyTitle: "Belum ada masukan",
    emptyText:
      "Komentar, jawaban survei, catatan lokakarya, dan usulan lembaga akan berkumpul di sini begitu konsultasi dibuka.",
    emptyAct: "Ke konsultasi",
    allAnsweredTitle: "Semua masukan sudah dijawab",
    allAnsweredText: "Tidak ada yang menunggu jawaban. Yang baru akan tampil di sini.",
    nothingFoundTitle: "Tidak ada masukan yang cocok",
    nothingFoundText: "Tidak satu pun masukan memenuhi semua saringan sekaligus.",
    showAll: "Tampilkan semua masukan",
    chooseTitle: "Pilih masukan di daftar",
    chooseText: "Isinya, ketentuan yang dituju, dan jawabannya tampil di sini.",
    back: "Kembali ke daftar",
    detail: "Masukan yang dibuka",
    noneLeft: "Tidak ada lagi yang menunggu jawaban di daftar ini.",
    keys: "Tombol cepat",
    keysTitle: "Tombol cepat masukan",
    keysText: "Tombol huruf dan angka tidak berlaku selama Anda menulis.",
    keysOn: "Pakai tombol huruf dan angka",
    keysOnHint: "Disimpan di perangkat ini. Matikan bila tombol sering tersentuh atau Anda mendikte.",
    key: {
      next: "Masukan berikutnya",
      previous: "Masukan sebelumnya",
      select: "Pilih atau lepaskan, untuk dijawab sekaligus",
      outcome: "Hasil: diterima, diterima sebagian, ditolak, dicatat, di luar lingkup",
      reason: "Dari daftar ke alasan",
      save: "Simpan & berikutnya, juga selama menulis",
      back: "Dari alasan kembali ke daftar",
      help: "Daftar ini",
      arrows: "Di daftar: berpindah masukan",
    },
    clauseThenNow: "Ketentuan, dulu dan sekarang",
    fold: "Tampilkan semua bagian",
    proposalAgainst: "Dibandingkan dengan ketentuan yang dibaca",
    siblings: (n) => `Masukan lain pada ketentuan ini (${n})`,
    pickSiblings: (n) => `Jawab bersama ${n} lainnya`,
    triage: "Pemilahan",
    triageAct: "Simpan pemilahan",
    triageChange: "Ubah pemilahan",
    triageSaved: "Pemilahan tersimpan.",
    triageManySaved: (n) => `${n} masukan dipilah.`,
    triageWait:
      "Belum dipilah: publik baru melihat jumlahnya. Pilih di bawah ini; ikut tersimpan bersama jawaban, atau simpan sekarang.",
    visibility: "Siapa yang dapat membacanya",
    showPublic: "Tampilkan kepada publik",
    showPublicText: "tanpa nama, di bawah ketentuan yang dituju",
    showTeam: "Hanya tim",
    showTeamText: "publik melihat jumlahnya dan catatan Anda",
    redaction: "Samarkan kata",
    redactionText: "Pilih kata di bawah ini lalu tekan Samarkan. Aslinya tetap tersimpan untuk tim.",
    redactionArea: "Seperti yang akan dibaca publik",
    redactionProposal: "Usulan rumusan seperti yang akan dibaca publik",
    redactSelection: "Samarkan yang dipilih",
    redactUndo: "Kembalikan semua",
    found1: (kind, words) => `${kind}: ${words}`,
    foundTitle: "Tampak seperti data pribadi",
    takeOut: "Samarkan",
    putBack: "Kembalikan",
    takeOutAll: "Samarkan semua",
    leaveIn: "Sudah saya periksa: yang tidak disamarkan boleh tampil",
    checkFirst:
      "Ada yang tampak seperti data pribadi. Samarkan, atau nyatakan sudah diperiksa, lalu simpan lagi.",
    note: "Catatan pemilahan",
    noteHint: "Diumumkan bersama masukan: apa yang disamarkan atau mengapa tidak ditampilkan.",
    noteMissing: "Tuliskan catatannya; publik berhak tahu apa yang disamarkan atau tidak ditampilkan.",
    noteExamples: [
      "Data pribadi disamarkan.",
      "Kata-kata yang menyerang seseorang disamarkan.",
      "Memuat data pribadi orang lain.",
    ],
    shownAs: { team: "Hanya dibaca tim", public: "Dibaca publik" },
    shownRedacted: "Dibaca publik, sebagian disamarkan",
    publicReads: "Yang dibaca publik",
    assignee: "Penjawab",
    assigned: (name) => `Ditugaskan kepada ${name}.`,
    unassigned: "Tidak lagi ditugaskan.",
    notes: "Catatan tim",
    notesHint: "Hanya dibaca tim.",
    newNote: "Catatan baru",
    addNote: "Simpan catatan",
    noteSaved: "Catatan tersimpan.",
    noNotes: "Belum ada catatan.",
    bulkTitle: (n) => `${n} masukan dipilih`,
    bulkText: "Jawaban, pemilahan, dan penugasan di bawah ini berlaku untuk semuanya.",
    bulkAnswered: (n) => `${n} di antaranya sudah dijawab dan tidak ikut dijawab lagi.`,
    bulkStates: "Yang dipilih",
    bulkPersonalData: (n) =>
      `${n} di antaranya tampak memuat data pribadi. Lepaskan dari pilihan dan samarkan satu per satu, atau nyatakan sudah diperiksa.`,
    bulkCheckFirst: "Ada yang tampak memuat data pribadi; periksalah dulu pada bagian Pemilahan.",
    bulkNoneOpen: "Semua yang dipilih sudah dijawab.",
  },
  en: {
    title: "Input",
    found: (shown, received) => `${shown} of ${received} inputs`,
    progress: (done, received) => `${done} of ${received} answered`,
    search: "Search the words of inputs",
    searchShort: "Search words",
    searchAct: "Search",
    order: "Order",
    orderName: { newest: "Newest", oldest: "Oldest", clause: "By clause" },
    filters: "Filter",
    filtersCount: (n) => (n === 0 ? "Filter" : `Filter (${n})`),
    showResult: (n) => (n === "1" ? "Show 1 input" : `Show ${n} inputs`),
    clearFilters: "Remove filters",
    group: {
      state: "State",
      assignee: "Who answers",
      clause: "Clause",
      group: "Group",
      channel: "Channel",
      consultation: "Consultation",
      standing: "Standing to the text",
      stance: "Stance",
      outcome: "Outcome",
    },
    everything: "All",
    mine: "Assigned to me",
    nobody: "Not assigned",
    noGroup: "No group",
    noConsultation: "Outside a consultation",
    noAnswer: "Not answered",
    gone: "gone",
    moreOptions: (n) => `${n} more`,
    list: "Inputs",
    listHelp: "Up and down go through the inputs, Enter goes to the reason.",
    pick: (words) => `Select input: ${words}`,
    pickAll: "Select all",
    picked: (n) => `${n} selected`,
    unpick: "Clear the selection",
    handlePicked: "Answer together",
    more: "Show more",
    arrived: (n) => (n === "1" ? "1 new input came in." : `${n} new inputs came in.`),
    showArrived: "Show",
    emptyTitle: "No input yet",
    emptyText:
      "Comments, survey answers, workshop notes and submissions gather here once a consultation is open.",
    emptyAct: "To the consultation",
    allAnsweredTitle: "All input is answered",
    allAnsweredText: "Nothing waits for an answer. What comes in will be shown here.",
    nothingFoundTitle: "No input matches",
    nothingFoundText: "No input passes all filters at once.",
    showAll: "Show all input",
    chooseTitle: "Choose an input in the list",
    chooseText: "Its words, the clause it is about and its answer are shown here.",
    back: "Back to the list",
    detail: "The open input",
    noneLeft: "Nothing in this list waits for an answer any more.",
    keys: "Keys",
    keysTitle: "Keys of the inbox",
    keysText: "Letters and digits do nothing while you write.",
    keysOn: "Use letter and digit keys",
    keysOnHint: "Kept on this device. Turn it off if keys are hit by accident or you dictate.",
    key: {
      next: "Next input",
      previous: "Previous input",
      select: "Select or unselect, to answer several at once",
      outcome: "Outcome: accepted, partly, rejected, noted, out of scope",
      reason: "From the list to the reason",
      save: "Save & next, also while writing",
      back: "From the reason back to the list",
      help: "This list",
      arrows: "In the list: go through the inputs",
    },
    clauseThenNow: "The clause, then and now",
    fold: "Show every part",
    proposalAgainst: "Compared with the clause that was read",
    siblings: (n) => `Other input on this clause (${n})`,
    pickSiblings: (n) => `Answer together with ${n} others`,
    triage: "Sorting",
    triageAct: "Save the sorting",
    triageChange: "Change the sorting",
    triageSaved: "The sorting is saved.",
    triageManySaved: (n) => `${n} inputs sorted.`,
    triageWait:
      "Not sorted yet: the public sees only the count. Choose below; it is saved with the answer, or save it now.",
    visibility: "Who may read it",
    showPublic: "Show to the public",
    showPublicText: "without a name, under the clause it is about",
    showTeam: "Team only",
    showTeamText: "the public sees the count and your note",
    redaction: "Take words out",
    redactionText: "Select words below, then press Take out. The original is kept for the team.",
    redactionArea: "As the public will read it",
    redactionProposal: "The proposed wording as the public will read it",
    redactSelection: "Take out what is selected",
    redactUndo: "Put everything back",
    found1: (kind, words) => `${kind}: ${words}`,
    foundTitle: "Looks like personal data",
    takeOut: "Take out",
    putBack: "Put back",
    takeOutAll: "Take all out",
    leaveIn: "I have checked: what is left in may be shown",
    checkFirst:
      "Something looks like personal data. Take it out, or say that you have checked, then save again.",
    note: "Note on the sorting",
    noteHint: "Published with the input: what was taken out, or why it is not shown.",
    noteMissing: "Write the note; the public has a right to know what was taken out or not shown.",
    noteExamples: [
      "Personal data was taken out.",
      "Words that attack a person were taken out.",
      "Contains personal data of others.",
    ],
    shownAs: { team: "Read by the team only", public: "Read by the public" },
    shownRedacted: "Read by the public, in part taken out",
    publicReads: "What the public reads",
    assignee: "Who answers",
    assigned: (name) => `Assigned to ${name}.`,
    unassigned: "No longer assigned.",
    notes: "Notes of the team",
    notesHint: "Read by the team only.",
    newNote: "New note",
    addNote: "Save the note",
    noteSaved: "The note is saved.",
    noNotes: "No notes yet.",
    bulkTitle: (n) => (n === "1" ? "1 input selected" : `${n} inputs selected`),
    bulkText: "The answer, sorting and assignment below hold for all of them.",
    bulkAnswered: (n) => `${n} of them are answered already and are left as they are.`,
    bulkStates: "Selected",
    bulkPersonalData: (n) =>
      `${n} of them look as if they hold personal data. Unselect them and take it out one by one, or say that you have checked.`,
    bulkCheckFirst: "Some look as if they hold personal data; check that under Sorting first.",
    bulkNoneOpen: "All that are selected are answered.",
  },
};
