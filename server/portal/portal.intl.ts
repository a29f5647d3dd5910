import type { Messages } from "../../domain/locale.ts";

export interface PortalTexts {
  readonly navigation: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly tagline: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly signedInAs: string;
  readonly signInTitle: string;
  readonly email: string;
  readonly password: string;
  readonly newPassword: string;
  readonly passwordHint: string;
  readonly passwordAgain: string;
  readonly passwordsDiffer: string;
  readonly forgotten: string;
  readonly name: string;
  readonly demoTitle: string;
  readonly demoNote: string;
  readonly enterAs: string;
  readonly invitationTitle: string;
  readonly invitationLead: string;
  readonly invitationSubmit: string;
  readonly resetTitle: string;
  readonly resetLead: string;
  readonly resetSubmit: string;
  readonly linkDoneTitle: string;
  readonly linkDone: string;
  readonly nameMissing: string;
  readonly errorReference: string;
  readonly backHome: string;
  readonly verify: string;
  readonly roles: Readonly<Record<string, string>>;
}

export const portalTexts: Messages<PortalTexts> = {
  id: {
    navigation: "Navigasi",
    otherLanguage: "English",
    skip: "Langsung ke isi",
    tagline: "Ruang kerja untuk merumuskan kebijakan bersama",
    signIn: "Masuk",
    signOut: "Keluar",
    signedInAs: "Masuk sebagai",
    signInTitle: "Masuk ke Rembuk",
    email: "Surel",
    password: "Kata sandi",
    newPassword: "Kata sandi baru",
    passwordHint: "Paling pendek 10 karakter. Kalimat pendek lebih mudah diingat daripada kata rumit.",
    passwordAgain: "Ketik sekali lagi",
    passwordsDiffer: "Kedua isian tidak sama. Ketik kata sandi yang sama dua kali.",
    forgotten:
      "Lupa kata sandi? Hubungi pengelola Rembuk di kantor Anda; ia dapat membuatkan tautan untuk kata sandi baru.",
    name: "Nama",
    demoTitle: "Akun demo",
    demoNote: "Pilih peran untuk langsung masuk. Kata sandi semua akun demo: rembuk-demo",
    enterAs: "Masuk sebagai",
    invitationTitle: "Terima undangan",
    invitationLead: "Undangan ini untuk",
    invitationSubmit: "Buat akun",
    resetTitle: "Atur ulang kata sandi",
    resetLead: "Kata sandi baru untuk",
    resetSubmit: "Simpan kata sandi",
    linkDoneTitle: "Selesai",
    linkDone: "Kata sandi tersimpan. Silakan masuk.",
    nameMissing: "Isi nama Anda, satu baris.",
    errorReference: "Nomor permintaan",
    backHome: "Kembali ke beranda",
    verify: "Periksa keaslian naskah",
    roles: {
      admin: "Pengelola",
      drafter: "Perancang",
      legal: "Bagian hukum",
      facilitator: "Fasilitator",
      leader: "Pimpinan",
      respondent: "Responden",
      organisation: "Lembaga",
    },
  },
  en: {
    navigation: "Navigation",
    otherLanguage: "Bahasa Indonesia",
    skip: "Skip to content",
    tagline: "A workspace in which public policy is written together",
    signIn: "Sign in",
    signOut: "Sign out",
    signedInAs: "Signed in as",
    signInTitle: "Sign in to Rembuk",
    email: "E-mail",
    password: "Password",
    newPassword: "New password",
    passwordHint: "At least 10 characters. A short sentence is easier to remember than a difficult word.",
    passwordAgain: "Type it once more",
    passwordsDiffer: "The two are not the same. Type the same password twice.",
    forgotten:
      "Forgot your password? Ask the administrator of Rembuk in your office, who can make a link for a new one.",
    name: "Name",
    demoTitle: "Demo accounts",
    demoNote: "Choose a role to sign in at once. The password of every demo account: rembuk-demo",
    enterAs: "Sign in as",
    invitationTitle: "Accept the invitation",
    invitationLead: "This invitation is for",
    invitationSubmit: "Create account",
    resetTitle: "Reset password",
    resetLead: "New password for",
    resetSubmit: "Save password",
    linkDoneTitle: "Done",
    linkDone: "The password was saved. You can sign in now.",
    nameMissing: "Give your name, on one line.",
    errorReference: "Request number",
    backHome: "Back to the home page",
    verify: "Check whether a text is genuine",
    roles: {
      admin: "Administrator",
      drafter: "Drafter",
      legal: "Legal division",
      facilitator: "Facilitator",
      leader: "Leader",
      respondent: "Respondent",
      organisation: "Professional body",
    },
  },
};
