/** The words for what people say: shared by the inbox, the clause dossier and the outline. */
import type {
  Channel,
  ContributionState,
  Stance,
  Visibility,
} from "../../domain/contributions/contribution.ts";
import type { Standing } from "../../domain/contributions/standing.ts";
import type { PersonalDataSpan } from "../../domain/contributions/contributions.contract.ts";
import type { Messages } from "../../domain/locale.ts";

interface ContributionWords {
  inputs: (n: string) => string;
  channel: Record<Channel, string>;
  state: Record<ContributionState | "open", string>;
  stance: Record<Stance | "none", string>;
  /** As a filter and beside an item of a list. */
  standing: Record<Standing, string>;
  visibility: Record<Visibility, string>;
  personalData: Record<PersonalDataSpan["kind"], string>;
  /** Sentences about one clause. */
  stands: {
    attached: string;
    attachedAs: (now: string) => string;
    changed: (version: number) => string;
    orphaned: string;
    moved: (now: string) => string;
    merged: (into: string) => string;
    mergedSomewhere: string;
    removed: string;
    movedToo: (now: string) => string;
    splitInto: (parts: string) => string;
    split: string;
    formerly: (then: string) => string;
    general: string;
  };
  and: string;
  wholeDraft: string;
  someone: string;
  withdrawnWords: string;
  readAt: (version: number) => string;
  quoted: string;
  proposal: string;
  pointedAt: string;
  formerVersion: (version: number) => string;
  now: string;
  thenEmpty: string;
  nowEmpty: string;
  superseded: string;
  changeNotSeen: string;
}

export const contributionWords: Messages<ContributionWords> = {
  id: {
    inputs: (n) => `${n} masukan`,
    channel: {
      comment: "Komentar",
      "survey-text": "Jawaban survei",
      "survey-figure": "Angka survei",
      workshop: "Lokakarya",
      submission: "Usulan lembaga",
      complaint: "Pengaduan",
    },
    state: {
      open: "Menunggu jawaban",
      received: "Baru",
      triaged: "Dipilah",
      considered: "Ditelaah",
      answered: "Dijawab",
      published: "Diumumkan",
      withdrawn: "Ditarik",
    },
    stance: {
      support: "Setuju",
      "support-with-change": "Setuju, dengan perubahan",
      against: "Tidak setuju",
      question: "Bertanya",
      none: "Tanpa sikap",
    },
    standing: {
      removed: "Ketentuan dihapus",
      merged: "Ketentuan digabung",
      orphaned: "Bagian yang ditunjuk hilang",
      changed: "Kata-kata berubah",
      moved: "Ketentuan pindah",
      attached: "Tetap",
      general: "Seluruh rancangan",
    },
    visibility: { team: "Hanya tim", public: "Publik" },
    personalData: {
      nip: "NIP",
      nik: "NIK",
      phone: "Nomor telepon",
      email: "Alamat surel",
      plate: "Nomor kendaraan",
    },
    stands: {
      attached: "Ketentuan ini sama seperti yang dibaca.",
      attachedAs: (now) => `Kata-katanya sama seperti yang dibaca; kini ${now}.`,
      changed: (version) => `Kata-kata ketentuan ini berubah sejak versi ${version} yang dibaca.`,
      orphaned: "Kata-kata yang ditunjuk tidak ada lagi dalam ketentuan ini.",
      moved: (now) => `Ketentuan ini dipindahkan; kini ${now}.`,
      merged: (into) => `Ketentuan ini digabung ke dalam ${into}.`,
      mergedSomewhere: "Ketentuan ini digabung ke dalam ketentuan lain.",
      removed: "Ketentuan ini dihapus dari naskah.",
      movedToo: (now) => `Ketentuan ini juga dipindahkan; kini ${now}.`,
      splitInto: (parts) => `Ketentuan ini dipecah; sebagian kini ${parts}.`,
      split: "Ketentuan ini dipecah.",
      formerly: (then) => `semula ${then}`,
      general: "Masukan ini tentang rancangan secara keseluruhan.",
    },
    and: "dan",
    wholeDraft: "Seluruh rancangan",
    someone: "Tanpa nama",
    withdrawnWords: "Masukan ini ditarik oleh yang memberikannya.",
    readAt: (version) => `membaca versi ${version}`,
    quoted: "Kata-kata yang ditunjuk",
    proposal: "Usulan rumusan",
    pointedAt: "Bagian yang ditunjuk",
    formerVersion: (version) => `Dibaca: versi ${version}`,
    now: "Naskah sekarang",
    thenEmpty: "Belum ada dalam versi yang dibaca.",
    nowEmpty: "Tidak ada lagi dalam naskah.",
    superseded: "Digantikan usulan yang diperbaiki",
    changeNotSeen: "Perubahan yang dijanjikan belum tampak",
  },
  en: {
    inputs: (n) => (n === "1" ? "1 input" : `${n} inputs`),
    channel: {
      comment: "Comment",
      "survey-text": "Survey answer",
      "survey-figure": "Survey figure",
      workshop: "Workshop",
      submission: "Submission",
      complaint: "Complaint",
    },
    state: {
      open: "Waiting for an answer",
      received: "New",
      triaged: "Sorted",
      considered: "Considered",
      answered: "Answered",
      published: "Published",
      withdrawn: "Withdrawn",
    },
    stance: {
      support: "In favour",
      "support-with-change": "In favour, with changes",
      against: "Against",
      question: "Question",
      none: "No stance",
    },
    standing: {
      removed: "Clause removed",
      merged: "Clause merged",
      orphaned: "Passage is gone",
      changed: "Words changed",
      moved: "Clause moved",
      attached: "As it was",
      general: "Whole draft",
    },
    visibility: { team: "Team only", public: "Public" },
    personalData: {
      nip: "Civil servant number (NIP)",
      nik: "Identity number (NIK)",
      phone: "Telephone number",
      email: "E-mail address",
      plate: "Vehicle number",
    },
    stands: {
      attached: "This clause is as it was read.",
      attachedAs: (now) => `Its words are as they were read; it is now ${now}.`,
      changed: (version) => `The words of this clause changed since version ${version}, which was read.`,
      orphaned: "The words that were pointed at are no longer in this clause.",
      moved: (now) => `This clause was moved; it is now ${now}.`,
      merged: (into) => `This clause was merged into ${into}.`,
      mergedSomewhere: "This clause was merged into another.",
      removed: "This clause was removed from the text.",
      movedToo: (now) => `This clause was moved as well; it is now ${now}.`,
      splitInto: (parts) => `This clause was split; part of it is now ${parts}.`,
      split: "This clause was split.",
      formerly: (then) => `formerly ${then}`,
      general: "This input is about the draft as a whole.",
    },
    and: "and",
    wholeDraft: "Whole draft",
    someone: "No name",
    withdrawnWords: "This input was withdrawn by whoever gave it.",
    readAt: (version) => `read version ${version}`,
    quoted: "The words pointed at",
    proposal: "Proposed wording",
    pointedAt: "Pointed at",
    formerVersion: (version) => `Read: version ${version}`,
    now: "The text now",
    thenEmpty: "Not yet in the version that was read.",
    nowEmpty: "No longer in the text.",
    superseded: "Replaced by a corrected submission",
    changeNotSeen: "The promised change is not to be seen",
  },
};
