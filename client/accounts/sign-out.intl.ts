import type { Messages } from "../../domain/locale.ts";

interface SignOutTexts {
  title: string;
  description: (unsent: number) => string;
  unreachable: string;
}

export const signOutTexts: Messages<SignOutTexts> = {
  id: {
    title: "Keluar dan hapus yang belum terkirim",
    description: (unsent) =>
      `${unsent} perubahan di perangkat ini belum sampai ke server. Bila Anda keluar sekarang, perubahan itu hilang. Sambungkan perangkat dan buka naskah atau usulannya lebih dahulu agar tersimpan.`,
    unreachable: "Server tidak terjangkau. Anda belum keluar, dan tidak ada yang dihapus.",
  },
  en: {
    title: "Sign out and delete what was not sent",
    description: (unsent) =>
      `${unsent} ${unsent === 1 ? "change" : "changes"} on this device did not reach the server. If you sign out now, ${unsent === 1 ? "it is" : "they are"} lost. Connect and open the text or submission first, so that everything is saved.`,
    unreachable: "The server is out of reach. You are still signed in, and nothing was deleted.",
  },
};
