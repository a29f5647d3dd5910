import type { Messages } from "../../domain/locale.ts";

interface UiTexts {
  skip: string;
  home: string;
  place: string;
  policies: string;
  language: string;
  languageName: { id: string; en: string };
  theme: string;
  themeName: { system: string; light: string; dark: string };
  accountMenu: (name: string) => string;
  ownAccount: string;
  administration: string;
  signOut: string;
  signIn: string;
  demo: string;
  offlineBanner: string;
  sessionEndedTitle: string;
  sessionEndedBody: string;
  close: string;
  cancel: string;
  undo: string;
  retry: string;
  copy: string;
  copied: string;
  copyFailed: string;
  loading: string;
  more: string;
  optional: string;
  save: string;
  saved: string;
  notifications: string;
  notFoundTitle: string;
  notFoundBody: string;
  errorTitle: string;
  errorSafe: string;
  offlineTitle: string;
  offlineDetail: string;
  brokenTitle: string;
  brokenDetail: string;
  reload: string;
  requestId: string;
}

export const uiTexts: Messages<UiTexts> = {
  id: {
    skip: "Langsung ke isi",
    home: "Rembuk, daftar rancangan",
    place: "Letak halaman",
    policies: "Rancangan",
    language: "Bahasa",
    languageName: { id: "Bahasa Indonesia", en: "English" },
    theme: "Tampilan",
    themeName: { system: "Ikut perangkat", light: "Terang", dark: "Gelap" },
    accountMenu: (name) => `Akun ${name}`,
    ownAccount: "Akun saya",
    administration: "Pengelolaan",
    signOut: "Keluar",
    signIn: "Masuk",
    demo: "Contoh",
    offlineBanner:
      "Perangkat sedang luring. Yang sudah tampil tetap dapat dibaca; perubahan baru menunggu sambungan.",
    sessionEndedTitle: "Sesi Anda berakhir",
    sessionEndedBody: "Masuk kembali untuk melanjutkan di halaman ini.",
    close: "Tutup",
    cancel: "Batal",
    undo: "Urungkan",
    retry: "Coba lagi",
    copy: "Salin",
    copied: "Tersalin",
    copyFailed: "Tidak dapat menyalin. Pilih teksnya, lalu salin dengan papan tombol.",
    loading: "Sedang memuat",
    more: "Tampilkan berikutnya",
    optional: "boleh kosong",
    save: "Simpan",
    saved: "Tersimpan",
    notifications: "Pemberitahuan",
    notFoundTitle: "Halaman tidak ditemukan",
    notFoundBody: "Alamat ini tidak ada, atau Anda tidak punya akses. Tidak ada yang hilang.",
    errorTitle: "Permintaan tidak berhasil",
    errorSafe: "Yang sudah tersimpan tidak berubah.",
    offlineTitle: "Tidak ada sambungan",
    offlineDetail: "Server tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.",
    brokenTitle: "Halaman ini terhenti",
    brokenDetail: "Terjadi kesalahan pada halaman ini. Muat ulang untuk melanjutkan.",
    reload: "Muat ulang",
    requestId: "Nomor permintaan",
  },
  en: {
    skip: "Skip to content",
    home: "Rembuk, list of drafts",
    place: "Place of this page",
    policies: "Drafts",
    language: "Language",
    languageName: { id: "Bahasa Indonesia", en: "English" },
    theme: "Appearance",
    themeName: { system: "As the device", light: "Light", dark: "Dark" },
    accountMenu: (name) => `Account of ${name}`,
    ownAccount: "My account",
    administration: "Administration",
    signOut: "Sign out",
    signIn: "Sign in",
    demo: "Demo",
    offlineBanner:
      "This device is offline. What is on the screen can still be read; new changes wait for the connection.",
    sessionEndedTitle: "Your session has ended",
    sessionEndedBody: "Sign in again to continue on this page.",
    close: "Close",
    cancel: "Cancel",
    undo: "Undo",
    retry: "Try again",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Copying failed. Select the text and copy it with the keyboard.",
    loading: "Loading",
    more: "Show more",
    optional: "may be empty",
    save: "Save",
    saved: "Saved",
    notifications: "Notifications",
    notFoundTitle: "Page not found",
    notFoundBody: "This address does not exist, or you have no access to it. Nothing is lost.",
    errorTitle: "The request did not succeed",
    errorSafe: "What was saved has not changed.",
    offlineTitle: "No connection",
    offlineDetail: "The server cannot be reached. Check your network, then try again.",
    brokenTitle: "This page has stopped",
    brokenDetail: "Something went wrong on this page. Reload it to continue.",
    reload: "Reload",
    requestId: "Request number",
  },
};
