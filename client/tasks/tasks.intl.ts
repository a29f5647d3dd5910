import type { Messages } from "../../domain/locale.ts";

interface TaskTexts {
  title: string;
  lead: string;
  link: string;
}

export const taskTexts: Messages<TaskTexts> = {
  id: {
    title: "Menunggu Anda",
    lead: "Yang menunggu tindakan Anda, yang paling dekat tenggatnya lebih dahulu.",
    link: "Menunggu Anda",
  },
  en: {
    title: "Waiting for you",
    lead: "What waits for you to act, the nearest deadline first.",
    link: "Waiting for you",
  },
};
