/** The words of notifications, for the list in the workspace and for mails. */
import type { Locale, Messages } from "../locale.ts";
import type { NotificationKind, Told } from "./notification.ts";

type Sentence = (what: { readonly title: string; readonly detail: string; readonly count: number }) => string;

const times = (count: number, one: string, many: (count: number) => string): string =>
  count === 1 ? one : many(count);
const about = (detail: string): string => (detail === "" ? "" : ` (${detail})`);

const sentences: Messages<Record<NotificationKind, Sentence>> = {
  id: {
    "review.waiting": ({ title, detail }) => `Keputusan Anda ditunggu: ${title}${about(detail)}`,
    "contribution.assigned": ({ title, detail, count }) =>
      `${times(count, "Satu masukan ditugaskan", (n) => `${n} masukan ditugaskan`)} kepada Anda: ${title}${about(detail)}`,
    "minutes.confirm": ({ title, detail }) =>
      `Notulen menunggu konfirmasi atau koreksi Anda: ${title}${about(detail)}`,
    "submission.ready": ({ title, detail }) => `Usulan siap Anda kirim: ${title}${about(detail)}`,
    "review.decided": ({ title, detail }) => `Satu langkah persetujuan selesai: ${title}${about(detail)}`,
    "review.returned": ({ title, detail }) => `Dikembalikan dengan catatan: ${title}${about(detail)}`,
    "review.approved": ({ title, detail }) => `Disetujui: ${title}${about(detail)}`,
    "approval.overtaken": ({ title }) => `Naskah berubah sesudah disetujui: ${title}`,
    "contribution.answered": ({ title, detail, count }) =>
      `${times(count, "Masukan Anda dijawab", (n) => `${n} masukan Anda dijawab`)}: ${title}${about(detail)}`,
    "contribution.moderated": ({ title, detail }) =>
      `Cara masukan Anda ditampilkan ditetapkan: ${title}${about(detail)}`,
    "consultation.opened": ({ title }) => `Konsultasi dibuka: ${title}`,
    "consultation.closed": ({ title }) => `Konsultasi ditutup: ${title}`,
    "survey.closed": ({ title, detail }) => `Survei ditutup: ${title}${about(detail)}`,
    "workshop.invited": ({ title, detail }) => `Anda diundang ke lokakarya: ${title}${about(detail)}`,
    "submission.sent": ({ title, detail }) => `Usulan masuk dari ${detail || "lembaga"}: ${title}`,
    "submission.answered": ({ title, detail }) => `Usulan lembaga Anda dijawab: ${title}${about(detail)}`,
    "member.added": ({ title, detail }) => `Anda ditambahkan pada rancangan: ${title}${about(detail)}`,
    "version.frozen": ({ title, detail }) => `Versi baru dibekukan: ${title}${about(detail)}`,
  },
  en: {
    "review.waiting": ({ title, detail }) => `Your decision is awaited: ${title}${about(detail)}`,
    "contribution.assigned": ({ title, detail, count }) =>
      `${times(count, "An input was assigned", (n) => `${n} inputs were assigned`)} to you: ${title}${about(detail)}`,
    "minutes.confirm": ({ title, detail }) =>
      `Minutes wait for your confirmation or correction: ${title}${about(detail)}`,
    "submission.ready": ({ title, detail }) =>
      `A submission is ready for you to send: ${title}${about(detail)}`,
    "review.decided": ({ title, detail }) => `A step of the approval is done: ${title}${about(detail)}`,
    "review.returned": ({ title, detail }) => `Returned with a note: ${title}${about(detail)}`,
    "review.approved": ({ title, detail }) => `Approved: ${title}${about(detail)}`,
    "approval.overtaken": ({ title }) => `The text changed after its approval: ${title}`,
    "contribution.answered": ({ title, detail, count }) =>
      `${times(count, "Your input was answered", (n) => `${n} of your inputs were answered`)}: ${title}${about(detail)}`,
    "contribution.moderated": ({ title, detail }) =>
      `How your input is shown was decided: ${title}${about(detail)}`,
    "consultation.opened": ({ title }) => `A consultation opened: ${title}`,
    "consultation.closed": ({ title }) => `A consultation closed: ${title}`,
    "survey.closed": ({ title, detail }) => `A survey closed: ${title}${about(detail)}`,
    "workshop.invited": ({ title, detail }) => `You are invited to a workshop: ${title}${about(detail)}`,
    "submission.sent": ({ title, detail }) => `A submission came in from ${detail || "a body"}: ${title}`,
    "submission.answered": ({ title, detail }) =>
      `Your body's submission was answered: ${title}${about(detail)}`,
    "member.added": ({ title, detail }) => `You were added to a draft: ${title}${about(detail)}`,
    "version.frozen": ({ title, detail }) => `A new version was frozen: ${title}${about(detail)}`,
  },
};

/** One sentence, without a full stop: a line of a list or of a mail. */
export const tell = ({ kind, title, detail, count }: Told, locale: Locale): string =>
  sentences[locale][kind]({ title, detail: detail ?? "", count });
