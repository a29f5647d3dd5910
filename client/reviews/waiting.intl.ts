import type { Messages } from "../../domain/locale.ts";

export const waitingTexts: Messages<{ title: string; none: string }> = {
  id: {
    title: "Persetujuan",
    none: "Tidak ada versi yang menunggu keputusan Anda. Pengajuan yang ditujukan kepada Anda akan tampil di sini.",
  },
  en: {
    title: "Approvals",
    none: "No version waits for your decision. Submissions addressed to you will be shown here.",
  },
};
