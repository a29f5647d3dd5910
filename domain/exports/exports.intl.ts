/** Words of the documents. Column titles are those that are customary (domain words: "Tables people expect"). */
import type { Channel, ContributionState, Stance } from "../contributions/contribution.ts";
import type { Outcome } from "../dispositions/disposition.ts";
import type { Messages } from "../locale.ts";
import type { InventoryStatus } from "./inventory-status.ts";

interface ExportTexts {
  readonly tag: string;
  readonly title: {
    readonly matrix: string;
    readonly inventory: string;
    readonly comparison: string;
    readonly report: string;
    readonly minutes: string;
  };
  readonly facts: {
    readonly draft: string;
    readonly consultation: string;
    readonly window: string;
    readonly text: string;
    readonly hash: string;
    readonly madeOn: string;
    readonly edition: string;
  };
  readonly teamEdition: string;
  readonly publicEdition: string;
  readonly version: (number: number, label: string) => string;
  readonly liveText: string;
  readonly columns: {
    readonly no: string;
    readonly date: string;
    readonly group: string;
    readonly place: string;
    readonly input: string;
    readonly grounds: string;
    readonly answer: string;
    readonly followUp: string;
    readonly version: string;
    readonly wording: string;
    readonly proposer: string;
    readonly proposal: string;
    readonly reason: string;
    readonly status: string;
    readonly decision: string;
    readonly oldWording: string;
    readonly newWording: string;
    readonly proposals: string;
    readonly result: string;
    readonly basis: string;
    readonly target: string;
    readonly count: string;
    readonly state: string;
    readonly channel: string;
    readonly outcome: string;
    readonly words: string;
  };
  readonly whole: string;
  readonly noGroup: string;
  readonly others: string;
  readonly hiddenGroup: string;
  readonly total: string;
  readonly noTarget: string;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly state: Readonly<Record<ContributionState, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly status: Readonly<Record<InventoryStatus, string>>;
  readonly notShown: (note: string) => string;
  readonly partlyTaken: (note: string) => string;
  readonly notPublic: string;
  readonly notSorted: string;
  readonly withdrawn: string;
  readonly notAnswered: string;
  readonly promised: (citation: string) => string;
  readonly changed: (citation: string) => string;
  readonly changeNotSeen: string;
  readonly noChange: string;
  readonly readVersion: (number: number) => string;
  readonly changeVersion: (number: number) => string;
  readonly goneClauses: string;
  readonly unchanged: string;
  readonly added: string;
  readonly removed: string;
  readonly split: (from: string) => string;
  readonly merged: (into: string) => string;
  readonly moved: string;
  readonly renumbered: (from: string) => string;
  readonly empty: {
    readonly matrix: string;
    readonly inventory: string;
    readonly comparison: string;
    readonly unanswered: string;
    readonly participation: string;
    readonly changes: string;
  };
  readonly report: {
    readonly summary: string;
    readonly lead: (figures: {
      readonly received: string;
      readonly answered: string;
      readonly open: string;
      readonly share: string | null;
      readonly days: string | null;
    }) => string;
    readonly received: string;
    readonly withdrawn: string;
    readonly answered: string;
    readonly open: string;
    readonly share: string;
    readonly median: string;
    readonly days: (count: string) => string;
    readonly byChannel: string;
    readonly byOutcome: string;
    readonly participation: string;
    readonly participationNote: string;
    readonly changes: string;
    readonly unanswered: string;
    readonly instrument: Readonly<Record<"comments" | "survey" | "workshop" | "submissions", string>>;
    readonly whatHappens: string;
  };
  readonly minutes: {
    readonly workshop: string;
    readonly place: string;
    readonly time: string;
    readonly attendance: string;
    readonly invited: string;
    readonly attended: string;
    readonly attendees: (count: string) => string;
    readonly wholeDraft: string;
    readonly entries: string;
    readonly noEntries: string;
    readonly agree: string;
    readonly neutral: string;
    readonly disagree: string;
    readonly question: string;
    readonly corrections: string;
    readonly noCorrections: string;
    readonly correction: string;
    readonly accepted: string;
    readonly refused: string;
    readonly undecided: string;
    readonly confirmations: string;
    readonly table: (name: string) => string;
    readonly state: string;
    readonly draft: string;
    readonly open: string;
    readonly final: string;
  };
  readonly page: { readonly back: string; readonly print: string; readonly download: string };
}

export const exportTexts: Messages<ExportTexts> = {
  id: {
    tag: "id-ID",
    title: {
      matrix: "Matriks masukan dan tanggapan",
      inventory: "Daftar inventarisasi masalah (DIM)",
      comparison: "Matriks sandingan",
      report: "Laporan konsultasi publik",
      minutes: "Notulen",
    },
    facts: {
      draft: "Rancangan",
      consultation: "Konsultasi",
      window: "Waktu",
      text: "Naskah",
      hash: "Sidik naskah",
      madeOn: "Dibuat",
      edition: "Edisi",
    },
    teamEdition: "Lengkap, untuk tim; memuat kata-kata yang tidak ditampilkan kepada umum",
    publicEdition: "Untuk umum; memuat yang sudah dipilah dan diterbitkan",
    version: (number, label) => `Versi ${number} (${label})`,
    liveText: "Naskah berjalan",
    columns: {
      no: "No",
      date: "Tanggal",
      group: "Kelompok",
      place: "Pasal/ayat",
      input: "Masukan",
      grounds: "Alasan",
      answer: "Tanggapan",
      followUp: "Tindak lanjut",
      version: "Versi",
      wording: "Rumusan rancangan",
      proposer: "Pengusul",
      proposal: "Usulan rumusan",
      reason: "Alasan",
      status: "Status",
      decision: "Keputusan",
      oldWording: "Ketentuan lama",
      newWording: "Rancangan",
      proposals: "Usulan perubahan",
      result: "Hasil pembahasan",
      basis: "Dasar/keterangan",
      target: "Sasaran",
      count: "Jumlah",
      state: "Keadaan",
      channel: "Saluran",
      outcome: "Tanggapan",
      words: "Masukan",
    },
    whole: "Seluruh rancangan",
    noGroup: "Tanpa kelompok",
    others: "Lainnya",
    hiddenGroup: "digabung ke Lainnya",
    total: "Jumlah",
    noTarget: "–",
    outcome: {
      accepted: "Diterima",
      partly: "Diterima sebagian",
      rejected: "Tidak diterima",
      noted: "Dicatat",
      "out-of-scope": "Di luar ruang lingkup",
    },
    state: {
      received: "Diterima masuk",
      triaged: "Dipilah",
      considered: "Dipertimbangkan",
      answered: "Ditanggapi",
      published: "Tanggapan terbit",
      withdrawn: "Ditarik",
    },
    stance: {
      support: "Setuju",
      "support-with-change": "Setuju, dengan perubahan",
      against: "Tidak setuju",
      question: "Bertanya",
    },
    channel: {
      comment: "Komentar",
      "survey-text": "Jawaban survei",
      "survey-figure": "Angka survei",
      workshop: "Lokakarya",
      submission: "Usulan lembaga",
      complaint: "Pengaduan",
    },
    status: {
      kept: "Tetap",
      wording: "Perubahan redaksional",
      substance: "Perubahan substansi",
      added: "Usulan baru",
      removed: "Dihapus",
      explain: "Minta penjelasan",
    },
    notShown: (note) => `(Tidak ditampilkan. ${note})`,
    partlyTaken: (note) => `(Sebagian dihilangkan. ${note})`,
    notPublic: "(Tidak tampil untuk umum)",
    notSorted: "(Belum dipilah)",
    withdrawn: "(Ditarik oleh pengirim)",
    notAnswered: "Belum ditanggapi",
    promised: (citation) => `${citation} akan diubah dalam versi berikutnya`,
    changed: (citation) => `${citation} diubah`,
    changeNotSeen: "perubahan belum terlihat",
    noChange: "–",
    readVersion: (number) => `Dibaca: versi ${number}`,
    changeVersion: (number) => `Perubahan: versi ${number}`,
    goneClauses: "(Sudah tidak ada dalam naskah)",
    unchanged: "Tetap",
    added: "Ketentuan baru",
    removed: "Dihapus",
    split: (from) => `Dipecah dari ${from}`,
    merged: (into) => `Digabung ke ${into}`,
    moved: "Dipindahkan",
    renumbered: (from) => `Semula ${from}`,
    empty: {
      matrix: "Belum ada masukan.",
      inventory: "Naskah belum memuat ketentuan.",
      comparison: "Tidak ada perbedaan.",
      unanswered: "Semua masukan sudah ditanggapi.",
      participation: "Belum ada partisipasi.",
      changes: "Belum ada perubahan yang ditautkan.",
    },
    report: {
      summary: "Ringkasan",
      lead: ({ received, answered, open, share, days }) =>
        `Diterima ${received} masukan; ${answered} sudah ditanggapi${share === null ? "" : ` (${share} persen dari yang tidak ditarik)`} dan ${open} belum.${days === null ? "" : ` Separuh tanggapan diberikan dalam ${days} hari atau kurang.`}`,
      received: "Masukan diterima",
      withdrawn: "Ditarik",
      answered: "Sudah ditanggapi",
      open: "Belum ditanggapi",
      share: "Bagian yang ditanggapi",
      median: "Median waktu sampai ditanggapi",
      days: (count) => `${count} hari`,
      byChannel: "Masukan menurut saluran",
      byOutcome: "Tanggapan menurut hasil",
      participation: "Partisipasi menurut kelompok dan sasaran",
      participationNote:
        "Pada survei, kelompok yang jawabannya kurang dari lima digabung ke Lainnya. Usulan lembaga dihitung per lembaga.",
      changes: "Perubahan yang menyusul",
      unanswered: "Masukan yang belum ditanggapi",
      instrument: {
        comments: "Komentar",
        survey: "Survei",
        workshop: "Lokakarya",
        submissions: "Usulan lembaga",
      },
      whatHappens: "Perlakuan atas masukan",
    },
    minutes: {
      workshop: "Lokakarya",
      place: "Tempat",
      time: "Waktu",
      attendance: "Kehadiran",
      invited: "Diundang",
      attended: "Hadir",
      attendees: (count) => `Hadir ${count} orang.`,
      wholeDraft: "Rancangan secara keseluruhan",
      entries: "Masukan",
      noEntries: "Tidak ada masukan.",
      agree: "Setuju",
      neutral: "Netral",
      disagree: "Tidak setuju",
      question: "Pertanyaan",
      corrections: "Koreksi peserta",
      noCorrections: "Tidak ada koreksi.",
      correction: "Koreksi",
      accepted: "Diterima",
      refused: "Ditolak",
      undecided: "Belum diputuskan",
      confirmations: "Peserta yang membenarkan",
      table: (name) => `meja ${name}`,
      state: "Keadaan notulen",
      draft: "Rancangan notulen, belum diumumkan kepada peserta",
      open: "Diumumkan; menunggu pembenaran atau koreksi peserta",
      final: "Berlaku",
    },
    page: {
      back: "Kembali",
      print: "Halaman ini dapat langsung dicetak dari peramban.",
      download: "Unduh",
    },
  },
  en: {
    tag: "en-GB",
    title: {
      matrix: "Matrix of input and answers",
      inventory: "Inventory of issues (DIM)",
      comparison: "Comparison matrix",
      report: "Report of the public consultation",
      minutes: "Minutes",
    },
    facts: {
      draft: "Draft",
      consultation: "Consultation",
      window: "Time",
      text: "Text",
      hash: "Hash of the text",
      madeOn: "Made on",
      edition: "Edition",
    },
    teamEdition: "Complete, for the team; holds words that are not shown to the public",
    publicEdition: "For the public; holds what was sorted and published",
    version: (number, label) => `Version ${number} (${label})`,
    liveText: "Live text",
    columns: {
      no: "No.",
      date: "Date",
      group: "Group",
      place: "Clause",
      input: "Input",
      grounds: "Grounds",
      answer: "Answer",
      followUp: "Follow-up",
      version: "Version",
      wording: "Wording of the draft",
      proposer: "Proposed by",
      proposal: "Proposed wording",
      reason: "Grounds",
      status: "Status",
      decision: "Decision",
      oldWording: "Former wording",
      newWording: "Draft",
      proposals: "Proposed changes",
      result: "Result",
      basis: "Basis and remarks",
      target: "Target",
      count: "Number",
      state: "State",
      channel: "Channel",
      outcome: "Answer",
      words: "Input",
    },
    whole: "The whole draft",
    noGroup: "No group",
    others: "Others",
    hiddenGroup: "counted among Others",
    total: "Total",
    noTarget: "–",
    outcome: {
      accepted: "Accepted",
      partly: "Accepted in part",
      rejected: "Not accepted",
      noted: "Noted",
      "out-of-scope": "Out of scope",
    },
    state: {
      received: "Received",
      triaged: "Sorted",
      considered: "Under consideration",
      answered: "Answered",
      published: "Answer published",
      withdrawn: "Withdrawn",
    },
    stance: {
      support: "In favour",
      "support-with-change": "In favour, with changes",
      against: "Against",
      question: "Question",
    },
    channel: {
      comment: "Comment",
      "survey-text": "Survey answer",
      "survey-figure": "Survey figure",
      workshop: "Workshop",
      submission: "Submission",
      complaint: "Complaint",
    },
    status: {
      kept: "Unchanged",
      wording: "Change of wording",
      substance: "Change of substance",
      added: "New proposal",
      removed: "To be deleted",
      explain: "Explanation asked",
    },
    notShown: (note) => `(Not shown. ${note})`,
    partlyTaken: (note) => `(Partly taken out. ${note})`,
    notPublic: "(Not shown to the public)",
    notSorted: "(Not sorted yet)",
    withdrawn: "(Withdrawn by its sender)",
    notAnswered: "Not answered yet",
    promised: (citation) => `${citation} will be changed in the next version`,
    changed: (citation) => `${citation} was changed`,
    changeNotSeen: "no change to be seen yet",
    noChange: "–",
    readVersion: (number) => `Read: version ${number}`,
    changeVersion: (number) => `Change: version ${number}`,
    goneClauses: "(No longer in the text)",
    unchanged: "Unchanged",
    added: "New clause",
    removed: "Deleted",
    split: (from) => `Split from ${from}`,
    merged: (into) => `Merged into ${into}`,
    moved: "Moved",
    renumbered: (from) => `Formerly ${from}`,
    empty: {
      matrix: "No input yet.",
      inventory: "The text has no clauses yet.",
      comparison: "There is no difference.",
      unanswered: "All input was answered.",
      participation: "Nobody has taken part yet.",
      changes: "No change has been linked yet.",
    },
    report: {
      summary: "Summary",
      lead: ({ received, answered, open, share, days }) =>
        `${received} inputs were received; ${answered} are answered${share === null ? "" : ` (${share} per cent of those not withdrawn)`} and ${open} are not.${days === null ? "" : ` Half of the answers were given within ${days} days.`}`,
      received: "Inputs received",
      withdrawn: "Withdrawn",
      answered: "Answered",
      open: "Not answered",
      share: "Share answered",
      median: "Median time to the answer",
      days: (count) => `${count} days`,
      byChannel: "Input by channel",
      byOutcome: "Answers by outcome",
      participation: "Participation by group against target",
      participationNote:
        "In surveys, groups with fewer than five answers are counted among Others. Submissions are counted per body.",
      changes: "Changes that followed",
      unanswered: "Input not answered yet",
      instrument: {
        comments: "Comments",
        survey: "Survey",
        workshop: "Workshop",
        submissions: "Submissions",
      },
      whatHappens: "What happens with the input",
    },
    minutes: {
      workshop: "Workshop",
      place: "Place",
      time: "Time",
      attendance: "Attendance",
      invited: "Invited",
      attended: "Present",
      attendees: (count) => `${count} people were present.`,
      wholeDraft: "The draft as a whole",
      entries: "Input",
      noEntries: "No input.",
      agree: "Agree",
      neutral: "Neutral",
      disagree: "Disagree",
      question: "Question",
      corrections: "Corrections by participants",
      noCorrections: "No corrections.",
      correction: "Correction",
      accepted: "Accepted",
      refused: "Refused",
      undecided: "Not decided yet",
      confirmations: "Participants who confirmed",
      table: (name) => `table ${name}`,
      state: "State of the minutes",
      draft: "Draft, not published to the participants yet",
      open: "Published; participants may confirm or correct",
      final: "Final",
    },
    page: {
      back: "Back",
      print: "This page can be printed from the browser as it is.",
      download: "Download",
    },
  },
};

/** `5 Desember 2026` of a day `YYYY-MM-DD`. */
export const dayWords = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
