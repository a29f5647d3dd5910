import type { Messages } from "../../domain/locale.ts";
import type { WorkshopState } from "../../domain/workshops/workshop.ts";

interface WorkshopTexts {
  title: string;
  lead: string;
  emptyTitle: string;
  emptyText: string;
  plan: string;
  noConsultation: string;
  toConsultations: string;
  columnWorkshop: string;
  columnWhen: string;
  columnState: string;
  columnAttendance: string;
  columnEntries: string;
  state: Record<WorkshopState, string>;
  attendedOf: (attended: number, invited: number) => string;
  waitingCorrections: (n: number) => string;
  newTitle: string;
  editTitle: string;
  edit: string;
  consultation: string;
  consultationHint: (version: number) => string;
  name: string;
  place: string;
  day: string;
  from: string;
  to: string;
  zoneHint: (zone: string) => string;
  quota: string;
  quotaHint: string;
  agenda: string;
  agendaHint: string;
  agendaEmpty: string;
  addClause: string;
  chooseClause: string;
  minutes: string;
  minutesOf: (label: string) => string;
  totalMinutes: (n: number) => string;
  up: (label: string) => string;
  down: (label: string) => string;
  remove: (label: string) => string;
  removeShort: string;
  invitations: string;
  invitationsHint: string;
  addGroup: string;
  chooseGroup: string;
  group: string;
  invited: string;
  invitedOf: (group: string) => string;
  groupQuota: string;
  groupQuotaOf: (group: string) => string;
  names: string;
  namesOf: (group: string) => string;
  namesHint: string;
  save: string;
  savePlan: string;
  fieldsMissing: string;
  agendaMissing: string;
  numbersWrong: string;
  overview: string;
  about: string;
  version: (number: number, label: string) => string;
  join: string;
  joinHint: string;
  codeIs: string;
  poster: string;
  openLive: string;
  openScreen: string;
  openMinutes: string;
  print: string;
  download: string;
  start: string;
  close: string;
  reopen: string;
  closeTitle: string;
  closeText: string;
  current: string;
  discussNow: string;
  whole: string;
  clauseEntries: (n: number) => string;
  quickEntry: string;
  from_group: string;
  groupNone: string;
  table: string;
  words: string;
  wordsHint: string;
  record: string;
  unsent: (n: number) => string;
  allSent: string;
  notDurable: string;
  refusedTitle: string;
  dismiss: string;
  offline: string;
  unsentMark: string;
  heard: string;
  heardAt: (label: string) => string;
  nothing: string;
  keysHint: string;
  selectEntry: (words: string) => string;
  selected: (n: number) => string;
  heading: string;
  makeGroup: string;
  intoGroup: string;
  newGroup: string;
  outOfGroup: string;
  clearSelection: string;
  dissolve: (heading: string) => string;
  dissolveShort: string;
  rename: (heading: string) => string;
  renameShort: string;
  hide: string;
  show: string;
  hideShort: string;
  showShort: string;
  hidden: string;
  byPhone: string;
  votes: (agree: number, neutral: number, disagree: number) => string;
  noVotes: string;
  questions: string;
  question: string;
  ask: string;
  closeQuestion: string;
  openQuestion: string;
  questionClosed: string;
  attendance: string;
  attendanceNow: (n: number) => string;
  person: string;
  addPerson: string;
  addPersonHint: string;
  device: string;
  noDevice: string;
  undone: string;
  screenTitle: string;
  screenJoin: string;
  screenWaiting: string;
  screenClosed: string;
  screenNothing: string;
  leaveScreen: string;
  fullScreen: string;
  screenPeople: (n: number) => string;
  screenCount: (n: number) => string;
  minutesTitle: string;
  minutesDraft: string;
  minutesLive: string;
  publish: string;
  publishTitle: string;
  publishText: string;
  publishedUntil: (until: string) => string;
  windowOver: string;
  finalSince: (when: string) => string;
  confirmedBy: (n: number, devices: number) => string;
  correctionsTitle: string;
  noCorrections: string;
  accept: string;
  refuse: string;
  reason: string;
  accepted: string;
  refused: string;
  decidedBy: (name: string) => string;
  paragraphs: string;
  paragraphsHint: string;
  paragraph: (n: number) => string;
  paragraphAbout: string;
  addParagraph: string;
  removeParagraph: (n: number) => string;
  unsavedText: string;
  present: (n: number) => string;
  columnGroup: string;
  columnInvited: string;
  columnAttended: string;
  noGroup: string;
  otherEntries: string;
  noEntries: string;
  hash: string;
  held: (when: string, place: string) => string;
}

export const workshopTexts: Messages<WorkshopTexts> = {
  id: {
    title: "Lokakarya",
    lead: "Peserta membahas ketentuan satu per satu; yang disampaikan tercatat pada ketentuannya dan dijawab seperti masukan lain.",
    emptyTitle: "Belum ada lokakarya",
    emptyText:
      "Lokakarya, FGD, atau dialog yang direncanakan akan tampil di sini bersama daftar hadir dan notulennya.",
    plan: "Rencanakan lokakarya",
    noConsultation: "Lokakarya adalah bagian dari konsultasi. Siapkan konsultasinya lebih dahulu.",
    toConsultations: "Buka konsultasi",
    columnWorkshop: "Lokakarya",
    columnWhen: "Waktu",
    columnState: "Keadaan",
    columnAttendance: "Hadir",
    columnEntries: "Masukan",
    state: {
      planned: "Direncanakan",
      live: "Berlangsung",
      closed: "Ditutup, notulen disusun",
      "minutes-open": "Notulen menunggu pengesahan",
      final: "Notulen final",
    },
    attendedOf: (attended, invited) => `${attended} dari ${invited}`,
    waitingCorrections: (n) => `${n} koreksi menunggu keputusan`,
    newTitle: "Lokakarya baru",
    editTitle: "Ubah rencana",
    edit: "Ubah rencana",
    consultation: "Konsultasi",
    consultationHint: (version) => `Yang dibahas adalah naskah versi ${version}.`,
    name: "Nama lokakarya",
    place: "Tempat",
    day: "Hari",
    from: "Mulai",
    to: "Selesai",
    zoneHint: (zone) => `Menurut jam ${zone}.`,
    quota: "Paling banyak peserta",
    quotaHint: "Kosongkan bila tidak dibatasi. Panitia tetap dapat mencatat peserta tambahan.",
    agenda: "Acara",
    agendaHint: "Ketentuan yang dibahas, berurutan, dengan waktunya.",
    agendaEmpty: "Belum ada ketentuan. Tambahkan paling sedikit satu.",
    addClause: "Tambahkan",
    chooseClause: "Pilih ketentuan",
    minutes: "Menit",
    minutesOf: (label) => `Menit untuk ${label}`,
    totalMinutes: (n) => `Jumlah: ${n} menit`,
    up: (label) => `Naikkan ${label}`,
    down: (label) => `Turunkan ${label}`,
    remove: (label) => `Keluarkan ${label}`,
    removeShort: "Keluarkan",
    invitations: "Undangan",
    invitationsHint:
      "Kelompok yang diundang dan berapa orang. Kelompok ini menjadi pilihan pada daftar hadir.",
    addGroup: "Tambahkan",
    chooseGroup: "Pilih kelompok",
    group: "Kelompok",
    invited: "Diundang",
    invitedOf: (group) => `Orang yang diundang dari ${group}`,
    groupQuota: "Paling banyak",
    groupQuotaOf: (group) => `Paling banyak hadir dari ${group}`,
    names: "Nama",
    namesOf: (group) => `Nama undangan dari ${group}`,
    namesHint: "Satu baris satu nama; hanya dilihat tim. Isi hanya bila perlu.",
    save: "Simpan",
    savePlan: "Simpan rencana",
    fieldsMissing: "Isi nama, tempat, hari, dan jam lokakarya.",
    agendaMissing: "Tambahkan paling sedikit satu ketentuan ke acara.",
    numbersWrong: "Periksa angka: menit 1 sampai 480, jumlah orang 0 sampai 2.000.",
    overview: "Rencana",
    about: "Bagian dari",
    version: (number, label) => `Naskah versi ${number}: ${label}`,
    join: "Cara bergabung",
    joinHint: "Peserta memindai kode ini, atau membuka alamatnya dan mengetik kode.",
    codeIs: "Kode",
    poster: "Cetak lembar kode",
    openLive: "Catat masukan",
    openScreen: "Layar proyektor",
    openMinutes: "Notulen",
    print: "Cetak",
    download: "Unduh DOCX",
    start: "Mulai lokakarya",
    close: "Tutup lokakarya",
    reopen: "Buka kembali",
    closeTitle: "Tutup lokakarya ini?",
    closeText:
      "Peserta tidak dapat lagi mengirim masukan dan suara. Catatan tim yang belum terkirim tetap diterima. Lokakarya dapat dibuka kembali sampai notulen diterbitkan.",
    current: "Sedang dibahas",
    discussNow: "Bahas sekarang",
    whole: "Rancangan secara umum",
    clauseEntries: (n) => `${n} masukan`,
    quickEntry: "Catat masukan",
    from_group: "Dari kelompok",
    groupNone: "Tidak disebut",
    table: "Meja",
    words: "Yang disampaikan",
    wordsHint: "Enter menyimpan, Shift+Enter baris baru.",
    record: "Catat",
    unsent: (n) => `${n} belum terkirim`,
    allSent: "Semua terkirim",
    notDurable: "Perangkat ini tidak dapat menyimpan. Jangan tutup halaman ini sampai semua terkirim.",
    refusedTitle: "Tidak dapat dikirim. Salin kata-katanya bila perlu, lalu singkirkan.",
    dismiss: "Singkirkan",
    offline: "Tidak ada sambungan. Teruskan mencatat; semuanya disimpan di perangkat ini dan dikirim nanti.",
    unsentMark: "Belum terkirim",
    heard: "Yang masuk",
    heardAt: (label) => `Yang masuk pada ${label}`,
    nothing: "Belum ada masukan pada bagian ini.",
    keysHint:
      "Dalam daftar: panah untuk pindah, X memilih, G mengelompokkan, U mengeluarkan dari kelompok, H menyembunyikan dari layar.",
    selectEntry: (words) => `Pilih: ${words}`,
    selected: (n) => `${n} dipilih`,
    heading: "Judul kelompok",
    makeGroup: "Kelompokkan",
    intoGroup: "Ke kelompok",
    newGroup: "Kelompok baru",
    outOfGroup: "Keluarkan dari kelompok",
    clearSelection: "Batal pilih",
    dissolve: (heading) => `Bubarkan kelompok ${heading}`,
    dissolveShort: "Bubarkan",
    rename: (heading) => `Ganti judul ${heading}`,
    renameShort: "Ganti judul",
    hide: "Sembunyikan dari layar",
    show: "Tampilkan di layar",
    hideShort: "Sembunyikan",
    showShort: "Tampilkan",
    hidden: "tidak di layar",
    byPhone: "dari ponsel",
    votes: (agree, neutral, disagree) => `${agree} setuju, ${neutral} netral, ${disagree} tidak setuju`,
    noVotes: "belum ada suara",
    questions: "Jajak suara",
    question: "Pertanyaan untuk peserta",
    ask: "Ajukan",
    closeQuestion: "Tutup",
    openQuestion: "Buka lagi",
    questionClosed: "ditutup",
    attendance: "Daftar hadir",
    attendanceNow: (n) => `${n} hadir`,
    person: "Nama",
    addPerson: "Catat hadir",
    addPersonHint: "Untuk peserta tanpa ponsel.",
    device: "dengan ponsel",
    noDevice: "dicatat tim",
    undone: "Dikeluarkan dari daftar hadir.",
    screenTitle: "Layar proyektor",
    screenJoin: "Pindai, atau buka alamat ini dan ketik kode",
    screenWaiting: "Lokakarya segera dimulai",
    screenClosed: "Terima kasih. Lokakarya sudah ditutup; notulen menyusul.",
    screenNothing: "Masukan akan tampil di sini.",
    leaveScreen: "Keluar dari layar",
    fullScreen: "Layar penuh",
    screenPeople: (n) => `${n} hadir`,
    screenCount: (n) => `${n} masukan`,
    minutesTitle: "Notulen",
    minutesDraft: "Beginilah notulen bila diterbitkan sekarang.",
    minutesLive:
      "Lokakarya masih berlangsung. Catatan boleh ditulis sekarang; notulen diterbitkan setelah lokakarya ditutup.",
    publish: "Terbitkan notulen",
    publishTitle: "Terbitkan notulen ini?",
    publishText:
      "Isinya dibekukan dengan sidik digital dan dibuka bagi peserta untuk disahkan atau dikoreksi selama tiga hari. Masukan dan catatan tidak dapat ditambah lagi.",
    publishedUntil: (until) => `Peserta dapat mengesahkan dan mengoreksi sampai ${until}.`,
    windowOver: "Waktu tiga hari sudah lewat. Notulen menjadi final setelah semua koreksi diputuskan.",
    finalSince: (when) => `Final sejak ${when}. Notulen ini tidak berubah lagi.`,
    confirmedBy: (n, devices) => `Disahkan oleh ${n} dari ${devices} peserta yang hadir dengan ponsel.`,
    correctionsTitle: "Koreksi peserta",
    noCorrections: "Belum ada koreksi.",
    accept: "Terima",
    refuse: "Tolak",
    reason: "Alasan",
    accepted: "Diterima",
    refused: "Ditolak",
    decidedBy: (name) => `oleh ${name}`,
    paragraphs: "Catatan notulis",
    paragraphsHint:
      "Paragraf bebas: pembukaan, jalannya pembahasan, kesimpulan. Masing-masing umum atau pada satu ketentuan.",
    paragraph: (n) => `Paragraf ${n}`,
    paragraphAbout: "Tentang",
    addParagraph: "Tambah paragraf",
    removeParagraph: (n) => `Keluarkan paragraf ${n}`,
    unsavedText: "Ada catatan yang belum disimpan.",
    present: (n) => `${n} orang hadir`,
    columnGroup: "Kelompok",
    columnInvited: "Diundang",
    columnAttended: "Hadir",
    noGroup: "Tidak menyebut kelompok",
    otherEntries: "Masukan lain",
    noEntries: "Tidak ada masukan.",
    hash: "Sidik notulen",
    held: (when, place) => `${when}, ${place}`,
  },
  en: {
    title: "Workshops",
    lead: "Participants go through clauses one by one; what they say is recorded at its clause and answered like any other input.",
    emptyTitle: "No workshop yet",
    emptyText:
      "Workshops, focus groups and dialogues that are planned appear here, with attendance and minutes.",
    plan: "Plan a workshop",
    noConsultation: "A workshop is part of a consultation. Prepare the consultation first.",
    toConsultations: "Open consultations",
    columnWorkshop: "Workshop",
    columnWhen: "Time",
    columnState: "State",
    columnAttendance: "Present",
    columnEntries: "Input",
    state: {
      planned: "Planned",
      live: "Live",
      closed: "Closed, minutes being written",
      "minutes-open": "Minutes to be confirmed",
      final: "Minutes final",
    },
    attendedOf: (attended, invited) => `${attended} of ${invited}`,
    waitingCorrections: (n) =>
      n === 1 ? "1 correction waits for a decision" : `${n} corrections wait for a decision`,
    newTitle: "New workshop",
    editTitle: "Change the plan",
    edit: "Change the plan",
    consultation: "Consultation",
    consultationHint: (version) => `What is discussed is version ${version} of the text.`,
    name: "Name of the workshop",
    place: "Place",
    day: "Day",
    from: "From",
    to: "To",
    zoneHint: (zone) => `By the clocks of ${zone}.`,
    quota: "At most so many people",
    quotaHint: "Leave empty for no limit. The organisers can still put down more people.",
    agenda: "Agenda",
    agendaHint: "The clauses to be discussed, in order, with their time.",
    agendaEmpty: "No clause yet. Add at least one.",
    addClause: "Add",
    chooseClause: "Choose a clause",
    minutes: "Minutes",
    minutesOf: (label) => `Minutes for ${label}`,
    totalMinutes: (n) => `In all: ${n} minutes`,
    up: (label) => `Move ${label} up`,
    down: (label) => `Move ${label} down`,
    remove: (label) => `Take out ${label}`,
    removeShort: "Take out",
    invitations: "Invitations",
    invitationsHint:
      "The groups that are invited and how many people. They are the choices when checking in.",
    addGroup: "Add",
    chooseGroup: "Choose a group",
    group: "Group",
    invited: "Invited",
    invitedOf: (group) => `People invited of ${group}`,
    groupQuota: "At most",
    groupQuotaOf: (group) => `At most present of ${group}`,
    names: "Names",
    namesOf: (group) => `Names invited of ${group}`,
    namesHint: "One name a line; seen by the team only. Only where needed.",
    save: "Save",
    savePlan: "Save the plan",
    fieldsMissing: "Give the name, place, day and hours of the workshop.",
    agendaMissing: "Add at least one clause to the agenda.",
    numbersWrong: "Check the numbers: minutes 1 to 480, people 0 to 2,000.",
    overview: "Plan",
    about: "Part of",
    version: (number, label) => `Text of version ${number}: ${label}`,
    join: "How to join",
    joinHint: "Participants scan this code, or open the address and type the code.",
    codeIs: "Code",
    poster: "Print a sheet with the code",
    openLive: "Take notes",
    openScreen: "Projector view",
    openMinutes: "Minutes",
    print: "Print",
    download: "Download DOCX",
    start: "Start the workshop",
    close: "Close the workshop",
    reopen: "Reopen",
    closeTitle: "Close this workshop?",
    closeText:
      "Participants can no longer send input and votes. Notes of the team that are not sent yet are still taken. The workshop can be reopened until the minutes are published.",
    current: "Under discussion",
    discussNow: "Discuss now",
    whole: "The draft as a whole",
    clauseEntries: (n) => `${n} input`,
    quickEntry: "Take a note",
    from_group: "From group",
    groupNone: "Not said",
    table: "Table",
    words: "What was said",
    wordsHint: "Enter saves, Shift+Enter is a new line.",
    record: "Record",
    unsent: (n) => `${n} not sent`,
    allSent: "All sent",
    notDurable: "This device cannot keep anything. Do not close this page until all is sent.",
    refusedTitle: "Cannot be sent. Copy the words if need be, then take it away.",
    dismiss: "Take away",
    offline: "No connection. Go on taking notes; all is kept on this device and sent later.",
    unsentMark: "Not sent",
    heard: "What came in",
    heardAt: (label) => `What came in at ${label}`,
    nothing: "No input on this part yet.",
    keysHint:
      "In the list: arrows move, X selects, G groups, U takes out of a group, H hides from the screen.",
    selectEntry: (words) => `Select: ${words}`,
    selected: (n) => `${n} selected`,
    heading: "Heading of the group",
    makeGroup: "Group",
    intoGroup: "Into group",
    newGroup: "New group",
    outOfGroup: "Take out of the group",
    clearSelection: "Clear selection",
    dissolve: (heading) => `Dissolve group ${heading}`,
    dissolveShort: "Dissolve",
    rename: (heading) => `Rename ${heading}`,
    renameShort: "Rename",
    hide: "Hide from the screen",
    show: "Show on the screen",
    hideShort: "Hide",
    showShort: "Show",
    hidden: "not on the screen",
    byPhone: "from a phone",
    votes: (agree, neutral, disagree) => `${agree} agree, ${neutral} neutral, ${disagree} disagree`,
    noVotes: "no votes yet",
    questions: "Quick votes",
    question: "Question to the hall",
    ask: "Ask",
    closeQuestion: "Close",
    openQuestion: "Open again",
    questionClosed: "closed",
    attendance: "Attendance",
    attendanceNow: (n) => `${n} present`,
    person: "Name",
    addPerson: "Put down",
    addPersonHint: "For people without a phone.",
    device: "with a phone",
    noDevice: "put down by the team",
    undone: "Taken off the attendance list.",
    screenTitle: "Projector view",
    screenJoin: "Scan, or open this address and type the code",
    screenWaiting: "The workshop is about to start",
    screenClosed: "Thank you. The workshop is closed; the minutes follow.",
    screenNothing: "Input will appear here.",
    leaveScreen: "Leave the screen",
    fullScreen: "Full screen",
    screenPeople: (n) => `${n} present`,
    screenCount: (n) => (n === 1 ? "1 input" : `${n} inputs`),
    minutesTitle: "Minutes",
    minutesDraft: "This is how the minutes would be if published now.",
    minutesLive:
      "The workshop is still live. Notes may be written now; the minutes are published once it is closed.",
    publish: "Publish the minutes",
    publishTitle: "Publish these minutes?",
    publishText:
      "They are frozen with a digital fingerprint and opened to participants, who confirm or correct them for three days. Input and notes can no longer be added.",
    publishedUntil: (until) => `Participants can confirm and correct until ${until}.`,
    windowOver: "The three days are over. The minutes become final once every correction is decided.",
    finalSince: (when) => `Final since ${when}. These minutes change no more.`,
    confirmedBy: (n, devices) =>
      `Confirmed by ${n} of ${devices} participants who were present with a phone.`,
    correctionsTitle: "Corrections by participants",
    noCorrections: "No correction yet.",
    accept: "Accept",
    refuse: "Refuse",
    reason: "Reason",
    accepted: "Accepted",
    refused: "Refused",
    decidedBy: (name) => `by ${name}`,
    paragraphs: "Notes of the note-taker",
    paragraphsHint:
      "Free paragraphs: opening, course of the discussion, conclusions. Each is general or at one clause.",
    paragraph: (n) => `Paragraph ${n}`,
    paragraphAbout: "About",
    addParagraph: "Add a paragraph",
    removeParagraph: (n) => `Take out paragraph ${n}`,
    unsavedText: "There are notes that were not saved.",
    present: (n) => (n === 1 ? "1 person was present" : `${n} people were present`),
    columnGroup: "Group",
    columnInvited: "Invited",
    columnAttended: "Present",
    noGroup: "Named no group",
    otherEntries: "Other input",
    noEntries: "No input.",
    hash: "Hash of the minutes",
    held: (when, place) => `${when}, ${place}`,
  },
};
