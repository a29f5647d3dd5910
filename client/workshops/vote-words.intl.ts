import type { Messages } from "../../domain/locale.ts";
import type { Vote } from "../../domain/workshops/workshop.ts";

export const voteWords: Messages<Readonly<Record<Vote, string>>> = {
  id: { agree: "Setuju", neutral: "Netral", disagree: "Tidak setuju" },
  en: { agree: "Agree", neutral: "Neutral", disagree: "Disagree" },
};
