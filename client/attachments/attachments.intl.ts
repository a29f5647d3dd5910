import type { Messages } from "../../domain/locale.ts";

interface AttachmentTexts {
  files: string;
  remove: string;
  takeOff: (name: string) => string;
}

export const attachmentTexts: Messages<AttachmentTexts> = {
  id: { files: "Berkas", remove: "Hapus", takeOff: (name) => `Hapus berkas ${name}` },
  en: { files: "Files", remove: "Remove", takeOff: (name) => `Remove the file ${name}` },
};
