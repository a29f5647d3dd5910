import type { Messages } from "../../domain/locale.ts";

interface DivergedTexts {
  title: string;
  differs: (n: number) => string;
  same: string;
  download: string;
  close: string;
  fileName: string;
  fileHeading: (date: string) => string;
  /** Where a clause has no name. */
  somewhere: string;
}

export const divergedTexts: Messages<DivergedTexts> = {
  id: {
    title: "Naskah dimuat ulang dari server",
    differs: (n) =>
      `Yang tampil di perangkat ini ternyata berbeda dari yang tersimpan pada ${n} bagian. Yang sekarang tampil adalah yang tersimpan; yang tadi tampil di sini dapat Anda unduh dan bandingkan.`,
    same: "Salinan di perangkat ini ternyata berbeda dari yang tersimpan, tetapi kata-katanya sama. Tidak ada tulisan yang hilang.",
    download: "Unduh yang tadi tampil",
    close: "Tutup",
    fileName: "yang-tadi-tampil",
    fileHeading: (date) =>
      `Bagian naskah yang berbeda dari yang tersimpan di server, sebagaimana tampil pada ${date}`,
    somewhere: "Bagian tanpa nomor",
  },
  en: {
    title: "The text was loaded anew from the server",
    differs: (n) =>
      `What this device showed turned out to differ from what is stored in ${n} ${n === 1 ? "place" : "places"}. What you see now is what is stored; what was shown here before can be downloaded and compared.`,
    same: "The copy on this device turned out to differ from what is stored, but its words are the same. Nothing written is lost.",
    download: "Download what was shown",
    close: "Close",
    fileName: "what-was-shown",
    fileHeading: (date) => `Parts of the text that differ from what the server stores, as shown on ${date}`,
    somewhere: "A part without a number",
  },
};
