import type { Messages } from "../../domain/locale.ts";
import type { OutboxState } from "./notification-api.ts";

interface OutboxTexts {
  tab: string;
  lead: string;
  byHand: string;
  states: string;
  state: Record<OutboxState, string>;
  empty: Record<OutboxState, { title: string; text: string }>;
  to: string;
  show: string;
  copyText: string;
  copyLink: string;
  delivered: string;
  markedDelivered: (to: string) => string;
  deliveredBy: (name: string, when: string) => string;
  sentAt: (when: string) => string;
  retry: string;
  retried: string;
  attempts: (count: number, error: string) => string;
  nextAttempt: (when: string) => string;
}

export const outboxTexts: Messages<OutboxTexts> = {
  id: {
    tab: "Kotak keluar",
    lead: "Surel yang menunggu, gagal, atau sudah terkirim. Surel terkirim dihapus sesudah 30 hari.",
    byHand:
      "Server surel belum diatur (SMTP_URL), sehingga surel tidak terkirim sendiri. Salin pesan atau tautannya, sampaikan dengan cara lain, lalu tandai sudah disampaikan.",
    states: "Surel menurut keadaan",
    state: { waiting: "Menunggu", failed: "Gagal", sent: "Terkirim" },
    empty: {
      waiting: {
        title: "Tidak ada surel yang menunggu",
        text: "Surel muncul di sini begitu ada yang perlu diberitahukan.",
      },
      failed: { title: "Tidak ada surel yang gagal", text: "Di sini muncul surel yang tidak dapat dikirim." },
      sent: {
        title: "Belum ada surel terkirim",
        text: "Di sini muncul surel yang terkirim dalam 30 hari terakhir.",
      },
    },
    to: "Kepada",
    show: "Baca pesan",
    copyText: "Salin pesan",
    copyLink: "Salin tautan",
    delivered: "Tandai sudah disampaikan",
    markedDelivered: (to) => `Pesan kepada ${to} ditandai sudah disampaikan`,
    deliveredBy: (name, when) => `Disampaikan ${name}, ${when}`,
    sentAt: (when) => `Terkirim ${when}`,
    retry: "Kirim lagi",
    retried: "Surel akan dikirim lagi",
    attempts: (count, error) => `${count} kali dicoba. Jawaban server surel: ${error}`,
    nextAttempt: (when) => `Dicoba lagi ${when}`,
  },
  en: {
    tab: "Outbox",
    lead: "Mails that wait, failed, or were sent. Sent mails are deleted after 30 days.",
    byHand:
      "No mail server is set up (SMTP_URL), so mails do not go out by themselves. Copy the message or its link, pass it on another way, then mark it as delivered.",
    states: "Mails by state",
    state: { waiting: "Waiting", failed: "Failed", sent: "Sent" },
    empty: {
      waiting: { title: "No mail is waiting", text: "Mails appear here as soon as somebody has to be told." },
      failed: { title: "No mail has failed", text: "Mails that could not be sent appear here." },
      sent: { title: "No mail was sent yet", text: "Mails sent within the last 30 days appear here." },
    },
    to: "To",
    show: "Read the message",
    copyText: "Copy the message",
    copyLink: "Copy the link",
    delivered: "Mark as delivered",
    markedDelivered: (to) => `The message to ${to} is marked as delivered`,
    deliveredBy: (name, when) => `Delivered by ${name}, ${when}`,
    sentAt: (when) => `Sent ${when}`,
    retry: "Send again",
    retried: "The mail will be sent again",
    attempts: (count, error) => `Tried ${count} times. The mail server answered: ${error}`,
    nextAttempt: (when) => `Next try ${when}`,
  },
};
