import type { Messages } from "../../domain/locale.ts";

interface MailTexts {
  readonly greeting: (name: string) => string;
  readonly open: string;
  readonly dutyFooter: string;
  readonly digestSubject: (count: number) => string;
  readonly digestLead: (count: number) => string;
  readonly more: (count: number) => string;
  readonly digestFooter: string;
}

/** What stands round the sentences of `domain/notifications/notification.intl.ts`. */
export const mailTexts: Messages<MailTexts> = {
  id: {
    greeting: (name) => `Yth. ${name},`,
    open: "Buka:",
    dutyFooter:
      "Pesan ini dikirim satu kali karena hal tersebut menunggu Anda. Pesan ini tidak perlu dibalas.",
    digestSubject: (count) => `Rembuk: ${count} kabar untuk Anda`,
    digestLead: (count) =>
      count === 1 ? "Ada satu kabar yang belum Anda baca:" : `Ada ${count} kabar yang belum Anda baca:`,
    more: (count) => `dan ${count} kabar lain`,
    digestFooter:
      "Seberapa sering ringkasan ini dikirim, atau tidak sama sekali, Anda tentukan di halaman Akun Anda. Pesan ini tidak perlu dibalas.",
  },
  en: {
    greeting: (name) => `Dear ${name},`,
    open: "Open:",
    dutyFooter: "This message is sent once because the matter waits for you. There is no need to reply.",
    digestSubject: (count) => `Rembuk: news for you (${count})`,
    digestLead: (count) =>
      count === 1
        ? "There is one thing you have not read yet:"
        : `There are ${count} things you have not read yet:`,
    more: (count) => `and ${count} more`,
    digestFooter:
      "On your account page you choose how often this digest is sent, or that it is not. There is no need to reply.",
  },
};
