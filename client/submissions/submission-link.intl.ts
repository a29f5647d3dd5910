import type { Messages } from "../../domain/locale.ts";

/** For the frame of every page, apart from the words that only the pages themselves need. */
export const submissionLinkTexts: Messages<{ title: string }> = {
  id: { title: "Usulan lembaga" },
  en: { title: "Submissions" },
};
