import type { Messages } from "../../domain/locale.ts";

export const clauseTexts: Messages<{ contents: string }> = {
  id: { contents: "Daftar isi" },
  en: { contents: "Contents" },
};
