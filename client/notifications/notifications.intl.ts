import type { Digest } from "../../domain/notifications/notification.ts";
import type { Messages } from "../../domain/locale.ts";

interface NotificationTexts {
  title: string;
  lead: string;
  settingsLink: string;
  /** After a number, for those who hear it. */
  unreadWord: string;
  /** After a number, on a narrow screen. */
  news: string;
  markAll: string;
  markedAll: string;
  isNew: string;
  waits: string;
  times: (count: number) => string;
  emptyTitle: string;
  emptyText: string;
  digestLegend: string;
  digestHint: string;
  digest: Record<Digest, { label: string; hint: string }>;
  digestSaved: string;
  digestNotSaved: string;
}

export const notificationTexts: Messages<NotificationTexts> = {
  id: {
    title: "Pemberitahuan",
    lead: "Yang menunggu Anda dan kabar tentang yang Anda ikuti. Perbuatan Anda sendiri tidak diberitahukan.",
    settingsLink: "Atur surel ringkasan",
    unreadWord: "belum dibaca",
    news: "kabar",
    markAll: "Tandai semua sudah dibaca",
    markedAll: "Semua ditandai sudah dibaca",
    isNew: "Baru",
    waits: "Menunggu Anda",
    times: (count) => `${count} kali pada hari itu`,
    emptyTitle: "Belum ada pemberitahuan",
    emptyText:
      "Di sini muncul tugas yang menunggu Anda dan kabar tentang rancangan, konsultasi, dan masukan yang Anda ikuti.",
    digestLegend: "Surel ringkasan",
    digestHint:
      "Kabar dikumpulkan dalam satu surel. Hal yang menunggu Anda, seperti persetujuan, selalu dikirim satu kali saat itu juga.",
    digest: {
      daily: { label: "Setiap hari", hint: "pukul 07.00, bila ada kabar" },
      weekly: { label: "Setiap pekan", hint: "Senin pukul 07.00, bila ada kabar" },
      off: { label: "Tidak dikirim", hint: "kabar hanya tampil di halaman Pemberitahuan" },
    },
    digestSaved: "Pilihan surel disimpan",
    digestNotSaved: "Pilihan surel belum tersimpan. Coba lagi.",
  },
  en: {
    title: "Notifications",
    lead: "What waits for you, and news of what you follow. You are not told of what you did yourself.",
    settingsLink: "Choose how often it is mailed",
    unreadWord: "unread",
    news: "new",
    markAll: "Mark all as read",
    markedAll: "All marked as read",
    isNew: "New",
    waits: "Waits for you",
    times: (count) => `${count} times on that day`,
    emptyTitle: "No notifications yet",
    emptyText:
      "Tasks that wait for you appear here, and news of the drafts, consultations and input you follow.",
    digestLegend: "Digest by e-mail",
    digestHint:
      "News are collected in one mail. What waits for you, such as an approval, is always mailed once at that moment.",
    digest: {
      daily: { label: "Every day", hint: "at 07:00, when there is news" },
      weekly: { label: "Every week", hint: "Mondays at 07:00, when there is news" },
      off: { label: "Not at all", hint: "news only appear on the notifications page" },
    },
    digestSaved: "Your choice was saved",
    digestNotSaved: "Your choice was not saved. Try again.",
  },
};
