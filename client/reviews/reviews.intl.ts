/** Words of approval: rounds, steps, how a text stands. */
import type { Messages } from "../../domain/locale.ts";
import type { ApprovalStatus } from "../../domain/reviews/approval.ts";
import type { DelegationReason, PersonReason } from "../../domain/reviews/deciding.ts";
import type { ReviewState } from "../../domain/reviews/review.ts";
import type { StepState } from "../../domain/reviews/steps.ts";

interface ReviewTexts {
  title: string;
  lead: string;
  status: Record<ApprovalStatus, string>;
  statusLong: Record<ApprovalStatus, (version: number) => string>;
  /** Another version than the text as it is now is under review. */
  otherInReview: (version: number) => string;
  otherInReviewLong: (version: number) => string;
  /** In the editor's head: what the mark is about. */
  approvalOfText: string;
  emptyTitle: string;
  emptyText: string;
  emptyTextReader: string;
  noVersionTitle: string;
  noVersionText: string;
  toText: string;
  submit: string;
  openRound: string;
  round: (version: number, label: string) => string;
  roundState: Record<ReviewState, string>;
  stepState: Record<StepState, string>;
  submittedBy: (who: string, when: string) => string;
  withdrawnBy: (who: string, when: string) => string;
  message: string;
  steps: string;
  stepNumber: (n: number) => string;
  sideBySide: string;
  office: string;
  due: (day: string) => string;
  dueDays: (n: number, unit: string) => string;
  dayUnit: { calendar: string; working: string };
  overdue: string;
  dueToday: string;
  daysLeft: (n: number) => string;
  delegated: (from: string, to: string) => string;
  decidedBy: (who: string, when: string) => string;
  reason: string;
  note: string;
  authors: (names: string) => string;
  withdraw: string;
  withdrawTitle: (version: number) => string;
  withdrawText: string;
  withdrawReason: string;
  withdrawn: string;
  refused: Record<DelegationReason, string>;
  personRefused: Record<PersonReason, string>;
}

export const reviewTexts: Messages<ReviewTexts> = {
  id: {
    title: "Persetujuan",
    lead: "Yang disetujui adalah satu versi, dikenali dari kode pemeriksanya (sidik). Bila naskah berubah sedikit saja, persetujuan itu tidak berlaku lagi untuk naskah yang berubah.",
    status: {
      approved: "Disetujui",
      "changed-since-approval": "Berubah sejak disetujui",
      "in-review": "Menunggu persetujuan",
      returned: "Dikembalikan",
      never: "Belum disetujui",
    },
    statusLong: {
      approved: (n) => `Naskah yang berlaku sekarang sama persis dengan Versi ${n} yang disetujui.`,
      "changed-since-approval": (n) =>
        `Naskah sudah berubah sejak Versi ${n} disetujui, sehingga naskah sekarang belum disetujui.`,
      "in-review": (n) => `Versi ${n} sedang menunggu keputusan.`,
      returned: (n) => `Versi ${n} dikembalikan untuk diperbaiki.`,
      never: () => "Naskah ini belum pernah diajukan untuk persetujuan.",
    },
    otherInReview: (n) => `Versi ${n} menunggu persetujuan`,
    otherInReviewLong: (n) =>
      `Versi ${n} sedang menunggu keputusan. Naskah sudah disunting lagi sejak itu; suntingan itu tidak ikut diajukan.`,
    approvalOfText: "Persetujuan naskah",
    emptyTitle: "Belum ada yang diajukan",
    emptyText:
      "Setelah sebuah versi dibekukan, ajukan kepada pejabat yang memutuskan. Keputusan mereka tercatat di sini.",
    emptyTextReader: "Pengajuan dan keputusan pejabat akan tercatat di sini.",
    noVersionTitle: "Belum ada versi",
    noVersionText: "Yang diajukan adalah versi yang dibekukan. Bekukan naskah lebih dahulu.",
    toText: "Ke naskah",
    submit: "Ajukan persetujuan",
    openRound: "Buka",
    round: (n, label) => `Versi ${n}: ${label}`,
    roundState: {
      open: "Berjalan",
      approved: "Disetujui",
      returned: "Dikembalikan",
      withdrawn: "Ditarik",
    },
    stepState: {
      waiting: "Belum gilirannya",
      open: "Menunggu keputusan",
      approved: "Disetujui",
      returned: "Dikembalikan",
      dropped: "Tidak diputuskan",
    },
    submittedBy: (who, when) => `Diajukan ${who}, ${when}`,
    withdrawnBy: (who, when) => `Ditarik ${who}, ${when}`,
    message: "Pengantar",
    steps: "Langkah persetujuan",
    stepNumber: (n) => `Langkah ${n}`,
    sideBySide: "bersamaan",
    office: "salah satu pejabatnya",
    due: (day) => `paling lambat ${day}`,
    dueDays: (n, unit) => `${n} ${unit} sejak gilirannya`,
    dayUnit: { calendar: "hari", working: "hari kerja" },
    overdue: "lewat tenggat",
    dueToday: "hari ini",
    daysLeft: (n) => `${n} hari lagi`,
    delegated: (from, to) => `diteruskan ${from} kepada ${to}`,
    decidedBy: (who, when) => `${who}, ${when}`,
    reason: "Alasan",
    note: "Catatan",
    authors: (names) => `Tidak ikut memutuskan karena menulis naskahnya: ${names}.`,
    withdraw: "Tarik pengajuan",
    withdrawTitle: (n) => `Tarik pengajuan Versi ${n}?`,
    withdrawText:
      "Putaran ini berakhir tanpa keputusan. Persetujuan yang sudah diberikan tetap tercatat, tetapi tidak berlaku. Setelah itu versi lain dapat diajukan.",
    withdrawReason: "Alasan penarikan",
    withdrawn: "Pengajuan ditarik.",
    refused: {
      disabled: "Akun Anda tidak aktif.",
      "not-a-decider": "Peran akun Anda tidak mencakup keputusan atas rancangan.",
      "other-authority": "Akun Anda berada pada pemerintah daerah lain.",
      author:
        "Anda ikut menulis naskah ini sejak versi terakhir yang disetujui, sehingga tidak dapat memutuskannya.",
      submitter: "Anda yang mengajukan versi ini, sehingga tidak dapat memutuskannya.",
      "not-addressed": "Langkah ini tidak ditujukan kepada Anda.",
      "step-decided": "Langkah ini sudah diputuskan.",
      "round-ended": "Putaran ini sudah berakhir.",
      "not-yet": "Giliran Anda belum tiba: langkah sebelumnya belum selesai.",
      "decided-another": "Anda sudah memutuskan langkah lain pada putaran ini.",
      "already-delegated": "Langkah ini sudah diteruskan.",
      "to-oneself": "Langkah tidak dapat diteruskan kepada diri sendiri.",
      "addressed-already": "Orang ini sudah ditunjuk pada nomor yang sama.",
    },
    personRefused: {
      disabled: "akunnya tidak aktif",
      "not-a-decider": "bukan pimpinan, bagian hukum, atau penelaah",
      "other-authority": "pada pemerintah daerah lain",
      author: "ikut menulis sejak versi terakhir yang disetujui",
      submitter: "yang mengajukan",
    },
  },
  en: {
    title: "Approval",
    lead: "What is approved is one version with its hash. When the text changes ever so little, that approval does not hold for the changed text.",
    status: {
      approved: "Approved",
      "changed-since-approval": "Changed since approval",
      "in-review": "Awaiting approval",
      returned: "Returned",
      never: "Not approved",
    },
    statusLong: {
      approved: (n) => `The text as it is now is exactly Version ${n}, which was approved.`,
      "changed-since-approval": (n) =>
        `The text has changed since Version ${n} was approved, so the text as it is now is not approved.`,
      "in-review": (n) => `Version ${n} is waiting for a decision.`,
      returned: (n) => `Version ${n} was returned to be improved.`,
      never: () => "This text was never submitted for approval.",
    },
    otherInReview: (n) => `Version ${n} awaits approval`,
    otherInReviewLong: (n) =>
      `Version ${n} is waiting for a decision. The text was edited again since; those edits are not part of what was submitted.`,
    approvalOfText: "Approval of the text",
    emptyTitle: "Nothing submitted yet",
    emptyText: "Once a version is frozen, submit it to those who decide. Their decisions are kept here.",
    emptyTextReader: "Submissions and decisions will be kept here.",
    noVersionTitle: "No version yet",
    noVersionText: "What is submitted is a frozen version. Freeze the text first.",
    toText: "To the text",
    submit: "Submit for approval",
    openRound: "Open",
    round: (n, label) => `Version ${n}: ${label}`,
    roundState: {
      open: "Under way",
      approved: "Approved",
      returned: "Returned",
      withdrawn: "Withdrawn",
    },
    stepState: {
      waiting: "Not their turn yet",
      open: "Waiting for a decision",
      approved: "Approved",
      returned: "Returned",
      dropped: "Not decided",
    },
    submittedBy: (who, when) => `Submitted by ${who}, ${when}`,
    withdrawnBy: (who, when) => `Withdrawn by ${who}, ${when}`,
    message: "Message",
    steps: "Steps of approval",
    stepNumber: (n) => `Step ${n}`,
    sideBySide: "side by side",
    office: "any of its officials",
    due: (day) => `by ${day}`,
    dueDays: (n, unit) => `${n} ${unit} from their turn`,
    dayUnit: { calendar: "days", working: "working days" },
    overdue: "overdue",
    dueToday: "today",
    daysLeft: (n) => `${n} days left`,
    delegated: (from, to) => `passed on by ${from} to ${to}`,
    decidedBy: (who, when) => `${who}, ${when}`,
    reason: "Reason",
    note: "Note",
    authors: (names) => `Do not decide because they wrote the text: ${names}.`,
    withdraw: "Withdraw submission",
    withdrawTitle: (n) => `Withdraw the submission of Version ${n}?`,
    withdrawText:
      "This round ends without a decision. Approvals given so far stay on record but do not count. After that another version can be submitted.",
    withdrawReason: "Reason for withdrawing",
    withdrawn: "Submission withdrawn.",
    refused: {
      disabled: "Your account is disabled.",
      "not-a-decider": "The role of your account does not include deciding on drafts.",
      "other-authority": "Your account belongs to another government.",
      author: "You wrote in this text since the last approved version, so you cannot decide on it.",
      submitter: "You submitted this version, so you cannot decide on it.",
      "not-addressed": "This step is not addressed to you.",
      "step-decided": "This step is decided.",
      "round-ended": "This round is over.",
      "not-yet": "It is not your turn yet: the steps before are not complete.",
      "decided-another": "You decided another step of this round.",
      "already-delegated": "This step was passed on.",
      "to-oneself": "A step cannot be passed on to oneself.",
      "addressed-already": "This person is asked under the same number already.",
    },
    personRefused: {
      disabled: "account disabled",
      "not-a-decider": "neither leader, legal division nor reviewer",
      "other-authority": "of another government",
      author: "wrote since the last approved version",
      submitter: "submits it",
    },
  },
};
