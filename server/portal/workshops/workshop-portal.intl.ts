import type { Messages } from "../../../domain/locale.ts";
import type { Vote } from "../../../domain/workshops/workshop.ts";

export interface WorkshopPortalTexts {
  readonly joinTitle: string;
  readonly joinLead: string;
  readonly code: string;
  readonly codeHint: string;
  readonly codeWrong: string;
  readonly join: string;
  readonly workshop: string;
  readonly when: (day: string, from: string, to: string) => string;
  readonly checkInTitle: string;
  readonly checkInLead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameWrong: string;
  readonly group: string;
  readonly groupChoose: string;
  readonly groupNone: string;
  readonly groupWrong: string;
  readonly unit: string;
  readonly unitNone: string;
  readonly checkIn: string;
  readonly signedIn: (name: string) => string;
  readonly noCookie: string;
  readonly privacyTitle: string;
  readonly privacy: (basis: string, months: number, contact: string) => readonly string[];
  readonly opensLater: string;
  readonly notStarted: string;
  readonly presentAs: (name: string, group: string | null) => string;
  readonly agenda: string;
  readonly minutesEach: (minutes: number) => string;
  readonly now: string;
  readonly whole: string;
  readonly general: string;
  readonly refresh: string;
  readonly updatesItself: string;
  readonly giveInput: string;
  readonly about: string;
  readonly words: string;
  readonly table: string;
  readonly optional: string;
  readonly send: string;
  readonly sent: string;
  readonly notSent: string;
  readonly wordsMissing: string;
  readonly wordsLong: string;
  readonly heard: string;
  readonly nothingHeard: string;
  readonly questions: string;
  readonly vote: Readonly<Record<Vote, string>>;
  readonly voteFor: (vote: string, words: string) => string;
  readonly takeBack: string;
  readonly counts: (agree: number, neutral: number, disagree: number) => string;
  readonly questionClosed: string;
  readonly own: string;
  readonly receipt: string;
  readonly entryNumber: (number: number) => string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly minutesReady: (until: string) => string;
  readonly minutesFinal: string;
  readonly toMinutes: string;
  readonly onlyPresent: string;
  readonly minutesTitle: string;
  readonly attendance: (total: number) => string;
  readonly attendanceGroup: string;
  readonly invited: string;
  readonly attended: string;
  readonly noGroup: string;
  readonly draftVersion: (number: number, label: string) => string;
  readonly confirmTitle: string;
  readonly confirmLead: (until: string) => string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly correctTitle: string;
  readonly correctLead: string;
  readonly correction: string;
  readonly sendCorrection: string;
  readonly correctionMissing: string;
  readonly correctionLong: string;
  readonly corrections: string;
  readonly waiting: string;
  readonly accepted: string;
  readonly refused: (reason: string) => string;
  readonly windowOver: string;
  readonly finalNotice: (when: string) => string;
  readonly hash: string;
  readonly otherEntries: string;
  readonly noEntries: string;
  readonly acceptedCorrections: string;
}

export const workshopPortalTexts: Messages<WorkshopPortalTexts> = {
  id: {
    joinTitle: "Ikut lokakarya",
    joinLead: "Masukkan enam huruf dan angka yang tampil di layar atau tertulis pada undangan.",
    code: "Kode lokakarya",
    codeHint: "Contoh: 7K2MQP",
    codeWrong: "Kode lokakarya terdiri atas enam huruf dan angka. Periksa layar atau undangan.",
    join: "Lanjutkan",
    workshop: "Lokakarya",
    when: (day, from, to) => `${day}, pukul ${from} sampai ${to}`,
    checkInTitle: "Daftar hadir",
    checkInLead: "Isi sekali di perangkat ini. Setelah itu Anda dapat memberi masukan dan suara.",
    name: "Nama",
    nameHint: "Hanya dilihat panitia; tidak masuk notulen.",
    nameWrong: "Isi nama Anda dalam satu baris, paling banyak 120 huruf.",
    group: "Anda hadir sebagai",
    groupChoose: "Pilih kelompok",
    groupNone: "Lainnya",
    groupWrong: "Pilih salah satu kelompok.",
    unit: "Perangkat daerah",
    unitNone: "Tidak ada atau tidak disebut",
    checkIn: "Catat kehadiran",
    signedIn: (name) =>
      `Anda masuk sebagai ${name}. Kehadiran dan masukan Anda tercatat atas akun ini, dan jawabannya dikirim ke sana.`,
    noCookie:
      "Peramban ini menolak kuki, sehingga kehadiran belum tercatat. Izinkan kuki untuk situs ini, lalu kirim lagi.",
    privacyTitle: "Data Anda",
    privacy: (basis, months, contact) => [
      "Kegunaan: mencatat kehadiran dan masukan lokakarya ini, dan memberi tahu Anda jawabannya.",
      `Dasar hukum: ${basis}.`,
      `Disimpan sampai ${months} bulan setelah konsultasi ditutup. Notulen hanya memuat jumlah hadir per kelompok, tanpa nama.`,
      `Anda berhak meminta salinan, perbaikan, dan penghapusan data Anda (UU 27/2022). Hubungi ${contact}.`,
    ],
    opensLater: "Daftar hadir dibuka 12 jam sebelum lokakarya dimulai.",
    notStarted: "Kehadiran Anda tercatat. Lokakarya belum dimulai.",
    presentAs: (name, group) => (group === null ? `Hadir: ${name}` : `Hadir: ${name}, ${group}`),
    agenda: "Acara",
    minutesEach: (minutes) => `${minutes} menit`,
    now: "Sedang dibahas",
    whole: "Rancangan secara umum",
    general: "Rancangan secara umum",
    refresh: "Lihat yang terbaru",
    updatesItself: "Halaman ini memperbarui diri.",
    giveInput: "Beri masukan",
    about: "Tentang",
    words: "Masukan Anda",
    table: "Meja",
    optional: "boleh kosong",
    send: "Kirim masukan",
    sent: "Masukan Anda sudah diterima.",
    notSent:
      "Belum terkirim: sambungan terputus. Yang Anda tulis tetap ada di sini; kirim lagi sebentar lagi.",
    wordsMissing: "Tulis masukan Anda lebih dahulu.",
    wordsLong: "Masukan terlalu panjang: paling banyak 4.000 huruf. Yang Anda tulis tetap ada di bawah ini.",
    heard: "Yang disampaikan",
    nothingHeard: "Belum ada masukan untuk bagian ini.",
    questions: "Jajak suara",
    vote: { agree: "Setuju", neutral: "Netral", disagree: "Tidak setuju" },
    voteFor: (vote, words) => `${vote}: ${words}`,
    takeBack: "Tekan lagi pilihan Anda untuk menariknya.",
    counts: (agree, neutral, disagree) => `${agree} setuju, ${neutral} netral, ${disagree} tidak setuju`,
    questionClosed: "Jajak suara ini sudah ditutup.",
    own: "Masukan Anda",
    receipt: "Tanda terima",
    entryNumber: (number) => `Masukan ${number}`,
    closedTitle: "Lokakarya sudah ditutup",
    closed:
      "Terima kasih. Notulen sedang disusun; buka kembali halaman ini di perangkat yang sama untuk mengesahkan atau mengoreksinya.",
    minutesReady: (until) =>
      `Notulen sudah terbit. Anda dapat mengesahkan atau mengoreksinya sampai ${until}.`,
    minutesFinal: "Notulen lokakarya ini sudah final.",
    toMinutes: "Baca notulen",
    onlyPresent:
      "Notulen dibaca dengan perangkat yang dipakai saat mengisi daftar hadir. Untuk salinannya, hubungi panitia.",
    minutesTitle: "Notulen",
    attendance: (total) => `${total} orang hadir`,
    attendanceGroup: "Kelompok",
    invited: "Diundang",
    attended: "Hadir",
    noGroup: "Tidak menyebut kelompok",
    draftVersion: (number, label) => `Naskah yang dibahas: versi ${number}, ${label}`,
    confirmTitle: "Apakah notulen ini benar?",
    confirmLead: (until) => `Anda dapat mengesahkan atau mengoreksi sampai ${until}.`,
    confirm: "Sahkan notulen",
    confirmed: "Anda sudah mengesahkan notulen ini.",
    correctTitle: "Ada yang perlu dikoreksi?",
    correctLead:
      "Sebutkan bagian yang keliru dan bunyi yang benar. Panitia menerima atau menolaknya dengan alasan.",
    correction: "Koreksi",
    sendCorrection: "Kirim koreksi",
    correctionMissing: "Tulis koreksi Anda lebih dahulu.",
    correctionLong:
      "Koreksi terlalu panjang: paling banyak 2.000 huruf. Yang Anda tulis tetap ada di bawah ini.",
    corrections: "Koreksi Anda",
    waiting: "menunggu keputusan",
    accepted: "diterima",
    refused: (reason) => `ditolak: ${reason}`,
    windowOver: "Waktu tiga hari untuk mengesahkan atau mengoreksi sudah lewat.",
    finalNotice: (when) => `Notulen ini final sejak ${when} dan tidak berubah lagi.`,
    hash: "Sidik notulen",
    otherEntries: "Masukan lain",
    noEntries: "Tidak ada masukan.",
    acceptedCorrections: "Koreksi yang diterima",
  },
  en: {
    joinTitle: "Join a workshop",
    joinLead: "Enter the six letters and digits on the screen or on the invitation.",
    code: "Workshop code",
    codeHint: "For example: 7K2MQP",
    codeWrong: "A workshop code has six letters and digits. Check the screen or the invitation.",
    join: "Continue",
    workshop: "Workshop",
    when: (day, from, to) => `${day}, ${from} to ${to}`,
    checkInTitle: "Check in",
    checkInLead: "Once on this device. After that you can give input and vote.",
    name: "Name",
    nameHint: "Seen by the organisers only; not in the minutes.",
    nameWrong: "Give your name on one line, at most 120 letters.",
    group: "You are here as",
    groupChoose: "Choose a group",
    groupNone: "Other",
    groupWrong: "Choose one of the groups.",
    unit: "Government unit",
    unitNone: "None, or not said",
    checkIn: "Check in",
    signedIn: (name) =>
      `You are signed in as ${name}. Your attendance and input are recorded under this account, and answers go there.`,
    noCookie:
      "This browser refuses cookies, so you are not checked in yet. Allow cookies for this site and send again.",
    privacyTitle: "Your data",
    privacy: (basis, months, contact) => [
      "Purpose: to record attendance and input of this workshop, and to tell you the answer.",
      `Legal basis: ${basis}.`,
      `Kept until ${months} months after the consultation closed. The minutes hold numbers by group only, no names.`,
      `You may ask for a copy, correction and deletion of your data (UU 27/2022). Contact ${contact}.`,
    ],
    opensLater: "Checking in opens 12 hours before the workshop begins.",
    notStarted: "You are checked in. The workshop has not started yet.",
    presentAs: (name, group) => (group === null ? `Present: ${name}` : `Present: ${name}, ${group}`),
    agenda: "Agenda",
    minutesEach: (minutes) => `${minutes} minutes`,
    now: "Under discussion",
    whole: "The draft as a whole",
    general: "The draft as a whole",
    refresh: "Show the latest",
    updatesItself: "This page updates itself.",
    giveInput: "Give input",
    about: "About",
    words: "Your input",
    table: "Table",
    optional: "may be empty",
    send: "Send input",
    sent: "Your input was received.",
    notSent: "Not sent: the connection broke. What you wrote is still here; send it again in a moment.",
    wordsMissing: "Write your input first.",
    wordsLong: "The input is too long: at most 4,000 letters. What you wrote is still below.",
    heard: "What was said",
    nothingHeard: "No input on this part yet.",
    questions: "Quick votes",
    vote: { agree: "Agree", neutral: "Neutral", disagree: "Disagree" },
    voteFor: (vote, words) => `${vote}: ${words}`,
    takeBack: "Press your choice again to take it back.",
    counts: (agree, neutral, disagree) => `${agree} agree, ${neutral} neutral, ${disagree} disagree`,
    questionClosed: "This vote is closed.",
    own: "Your input",
    receipt: "Receipt",
    entryNumber: (number) => `Input ${number}`,
    closedTitle: "The workshop is closed",
    closed:
      "Thank you. The minutes are being written; open this page again on the same device to confirm or correct them.",
    minutesReady: (until) => `The minutes are out. You can confirm or correct them until ${until}.`,
    minutesFinal: "The minutes of this workshop are final.",
    toMinutes: "Read the minutes",
    onlyPresent:
      "The minutes are read on the device that was used to check in. For a copy, ask the organisers.",
    minutesTitle: "Minutes",
    attendance: (total) => (total === 1 ? "1 person was present" : `${total} people were present`),
    attendanceGroup: "Group",
    invited: "Invited",
    attended: "Present",
    noGroup: "Named no group",
    draftVersion: (number, label) => `Text discussed: version ${number}, ${label}`,
    confirmTitle: "Are these minutes right?",
    confirmLead: (until) => `You can confirm or correct them until ${until}.`,
    confirm: "Confirm the minutes",
    confirmed: "You have confirmed these minutes.",
    correctTitle: "Is something wrong?",
    correctLead:
      "Say which part is wrong and how it should read. The organisers accept it, or refuse it with a reason.",
    correction: "Correction",
    sendCorrection: "Send the correction",
    correctionMissing: "Write your correction first.",
    correctionLong: "The correction is too long: at most 2,000 letters. What you wrote is still below.",
    corrections: "Your corrections",
    waiting: "waiting for a decision",
    accepted: "accepted",
    refused: (reason) => `refused: ${reason}`,
    windowOver: "The three days for confirming or correcting are over.",
    finalNotice: (when) => `These minutes are final since ${when} and change no more.`,
    hash: "Hash of the minutes",
    otherEntries: "Other input",
    noEntries: "No input.",
    acceptedCorrections: "Accepted corrections",
  },
};
