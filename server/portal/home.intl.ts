import type { Messages } from "../../domain/locale.ts";

export interface HomeTexts {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly upcoming: string;
  readonly closed: string;
  readonly noneOpen: string;
  readonly seeResults: string;
  readonly mine: string;
  readonly mineHint: string;
  readonly forget: string;
  readonly workspace: string;
}

export const homeTexts: Messages<HomeTexts> = {
  id: {
    title: "Ikut merumuskan kebijakan",
    lead: "Di sini pemerintah daerah menanyakan pendapat Anda tentang rancangan peraturan, ketentuan demi ketentuan. Setiap masukan dijawab, dan jawabannya dapat dibaca siapa saja.",
    open: "Sedang dibuka",
    upcoming: "Akan dibuka",
    closed: "Sudah ditutup",
    noneOpen: "Saat ini tidak ada konsultasi yang dibuka. Bila ada, rancangannya dapat dibaca di sini.",
    seeResults: "Lihat masukan dan jawabannya",
    mine: "Masukan saya di perangkat ini",
    mineHint: "Daftar ini hanya ada di perangkat Anda.",
    forget: "Hapus daftar ini",
    workspace: "Buka ruang kerja",
  },
  en: {
    title: "Take part in making policy",
    lead: "Here a regional government asks what you think of draft regulations, clause by clause. Every comment is answered, and everyone can read the answers.",
    open: "Open now",
    upcoming: "Coming up",
    closed: "Closed",
    noneOpen: "No consultation is open now. When there is one, its draft can be read here.",
    seeResults: "See the comments and the answers",
    mine: "My comments on this device",
    mineHint: "This list is only on your device.",
    forget: "Delete this list",
    workspace: "Open the workspace",
  },
};
