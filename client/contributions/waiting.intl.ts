import type { Messages } from "../../domain/locale.ts";

interface WaitingTexts {
  title: string;
  none: string;
  open: (count: string) => string;
  mine: (count: string) => string;
}

export const waitingTexts: Messages<WaitingTexts> = {
  id: {
    title: "Masukan",
    none: "Tidak ada masukan yang menunggu jawaban Anda. Masukan atas rancangan Anda akan tampil di sini.",
    open: (count) => `${count} masukan menunggu jawaban`,
    mine: (count) => `${count} di antaranya ditugaskan kepada Anda`,
  },
  en: {
    title: "Input",
    none: "No input waits for your answer. Input on your drafts will be shown here.",
    open: (count) => `${count} inputs wait for an answer`,
    mine: (count) => `${count} of them are assigned to you`,
  },
};
