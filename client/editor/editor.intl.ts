/** The page round the sheet: its frame, tools and announcements. */
import type { Messages } from "../../domain/locale.ts";

interface EditorTexts {
  page: string;
  sheet: string;
  sheetHelp: string;
  sheetReadOnly: string;
  loading: string;
  outline: string;
  outlineEmpty: string;
  outlineHelp: string;
  unfold: (label: string) => string;
  fold: (label: string) => string;
  hereNow: (names: string) => string;
  showOutline: string;
  hideOutline: string;
  panel: string;
  /** The more urgent of the two: what the checks found, else what waits for an answer. */
  showPanel: (findings: number, open: number) => string;
  hidePanel: string;
  close: string;
  people: (n: number) => string;
  peopleOthers: (n: number) => string;
  you: string;
  elsewhere: string;
  saveState: string;
  loadingState: string;
  saved: string;
  saving: (n: number) => string;
  offline: (n: number) => string;
  refused: string;
  announceOffline: string;
  announceBack: string;
  announceRefused: string;
  toolbar: string;
  changeShape: (kind: string) => string;
  changeShapeHeading: string;
  noShape: string;
  insert: string;
  insertHeading: string;
  atLevel: (kind: string, level: number) => string;
  bold: string;
  italic: string;
  indent: string;
  indentLong: string;
  outdent: string;
  outdentLong: string;
  moveUp: string;
  moveUpLong: string;
  moveDown: string;
  moveDownLong: string;
  undo: string;
  redo: string;
  shortcuts: string;
  shortcutsTitle: string;
  shortcutsText: string;
  shortcut: {
    slash: string;
    enter: string;
    newLine: string;
    backspace: string;
    indent: string;
    outdent: string;
    leave: string;
    outlineKeys: string;
    outlineMove: string;
    help: string;
  };
  slashTitle: string;
  history: string;
  softLockTitle: Record<"remove" | "join" | "move", string>;
  softLockText: (names: string) => string;
  softLockWait: string;
  softLockGo: Record<"remove" | "join" | "move", string>;
  readOnlyRole: (role: string) => string;
  readOnly: string;
  announce: {
    joined: (name: string) => string;
    left: (name: string) => string;
    /** Citations; empty where the move changed none. */
    moved: (from: string, to: string) => string;
    "move-failed": string;
    "move-offline": string;
    "move-nowhere": string;
    "undo-failed": string;
    "paste-too-long": string;
    "editor-rebuilt": string;
    "editor-broken": string;
    "copy-unavailable": string;
    "copy-full": string;
    "copy-closed": string;
    other: string;
  };
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const editorTexts: Messages<EditorTexts> = {
  id: {
    page: "Naskah",
    sheet: "Teks rancangan",
    sheetHelp:
      "Enter membuat ketentuan berikutnya, Tab dan Shift+Tab mengubah tingkat, garis miring membuka pilihan bentuk, Escape keluar dari teks.",
    sheetReadOnly: "Teks rancangan, hanya dibaca",
    loading: "Sedang memuat naskah",
    outline: "Isi",
    outlineEmpty: "Bab, Pasal, dan diktum akan tampil di sini begitu ada.",
    outlineHelp:
      "Panah atas dan bawah memilih, Enter membuka, Alt dengan panah memindahkan ketentuan beserta isinya.",
    unfold: (label) => `Buka ${label}`,
    fold: (label) => `Lipat ${label}`,
    hereNow: (names) => `Sedang di sini: ${names}`,
    showOutline: "Isi",
    hideOutline: "Tutup isi",
    panel: "Masukan, temuan, dan riwayat",
    showPanel: (findings, open) =>
      findings > 0 ? `Temuan ${findings}` : open > 0 ? `Masukan ${open}` : "Temuan",
    hidePanel: "Tutup panel",
    close: "Tutup",
    people: (n) => `${n} orang di naskah ini`,
    peopleOthers: (n) => `+${n}`,
    you: "Anda",
    elsewhere: "belum menempatkan kursor",
    saveState: "Keadaan simpan",
    loadingState: "Memuat",
    saved: "Tersimpan",
    saving: (n) => (n === 0 ? "Menyimpan" : `Menyimpan ${n} perubahan`),
    offline: (n) =>
      n === 0
        ? "Luring: semua perubahan sudah tersimpan"
        : `Luring: ${n} perubahan disimpan di perangkat ini`,
    refused: "Tidak dapat dikirim",
    announceOffline: "Sambungan terputus. Perubahan disimpan di perangkat ini dan dikirim begitu tersambung.",
    announceBack: "Tersambung kembali. Semua perubahan tersimpan.",
    announceRefused: "Perubahan tidak dapat dikirim lagi. Bacalah pemberitahuan di atas naskah.",
    toolbar: "Bilah alat naskah",
    changeShape: (kind) => `Bentuk ketentuan: ${kind}. Ubah`,
    changeShapeHeading: "Jadikan",
    noShape: "Bentuk",
    insert: "Sisipkan",
    insertHeading: "Sesudah ketentuan ini",
    atLevel: (kind, level) => `${kind}, tingkat ${level}`,
    bold: "Tebal",
    italic: "Miring",
    indent: "Turun tingkat",
    indentLong: "Turun tingkat: satu tingkat lebih dalam",
    outdent: "Naik tingkat",
    outdentLong: "Naik tingkat: satu tingkat lebih luar",
    moveUp: "Ke atas",
    moveUpLong: "Ke atas: pindahkan ketentuan",
    moveDown: "Ke bawah",
    moveDownLong: "Ke bawah: pindahkan ketentuan",
    undo: "Urungkan",
    redo: "Ulangi",
    shortcuts: "Pintasan",
    shortcutsTitle: "Pintasan papan tombol",
    shortcutsText: "Berlaku selama kursor berada di dalam teks, kecuali disebut lain.",
    shortcut: {
      slash: "Memilih bentuk ketentuan berikutnya",
      enter: "Ketentuan baru sesudah ini; pada ketentuan kosong, keluar satu tingkat",
      newLine: "Baris baru di ketentuan yang sama",
      backspace: "Di awal ketentuan: keluar satu tingkat atau menyambung dengan yang sebelumnya",
      indent: "Turun satu tingkat",
      outdent: "Naik satu tingkat",
      leave: "Keluar dari teks; sesudahnya Tab berpindah antarbagian halaman",
      outlineKeys: "Di daftar isi: memilih, melipat dan membuka, menuju ketentuan",
      outlineMove: "Memindahkan ketentuan beserta isinya; juga di daftar isi",
      help: "Di luar teks: menampilkan daftar ini",
    },
    slashTitle: "Pilih bentuk ketentuan",
    history: "Riwayat",
    softLockTitle: {
      remove: "Hapus ketentuan yang sedang ditulis orang lain?",
      join: "Sambungkan ketentuan yang sedang ditulis orang lain?",
      move: "Pindahkan ketentuan yang sedang ditulis orang lain?",
    },
    softLockText: (names) =>
      `${names} sedang menulis di ketentuan itu. Kata-kata yang baru saja diketik di sana dapat hilang. Anda dapat mengurungkannya, tetapi sebaiknya bertanya dahulu.`,
    softLockWait: "Jangan sekarang",
    softLockGo: { remove: "Hapus", join: "Sambungkan", move: "Pindahkan" },
    readOnlyRole: (role) =>
      `Anda membaca naskah ini sebagai ${role}. Pemilik dan Perancang dapat mengubahnya.`,
    readOnly:
      "Naskah ini hanya dapat Anda baca. Mintalah pemilik menambahkan Anda sebagai Perancang untuk menulis.",
    announce: {
      joined: (name) => `${name} membuka naskah ini.`,
      left: (name) => `${name} meninggalkan naskah ini.`,
      moved: (from, to) => (to ? `${from} menjadi ${to}.` : "Ketentuan dipindahkan."),
      "move-failed": "Ketentuan tidak dapat dipindahkan. Naskah tidak berubah.",
      "move-offline": "Memindahkan memerlukan sambungan ke server. Naskah tidak berubah.",
      "undo-failed": "Langkah itu tidak dapat diurungkan, karena naskah sudah berubah sesudahnya.",
      "move-nowhere": "Ketentuan ini tidak dapat dipindahkan lebih jauh ke arah itu.",
      "paste-too-long":
        "Yang ditempel terlalu panjang. Naskah tidak berubah; impor naskahnya sebagai rancangan baru.",
      "editor-rebuilt": "Tampilan naskah disusun ulang dari yang tersimpan. Tulisan Anda tidak hilang.",
      "editor-broken": "Penyuntingan terhenti. Yang tersimpan aman; muat ulang halaman ini.",
      "copy-unavailable":
        "Peramban ini tidak mengizinkan penyimpanan di perangkat. Anda dapat terus menulis selama tersambung; tanpa sambungan, jangan menutup halaman ini.",
      "copy-full":
        "Penyimpanan di perangkat ini penuh. Anda dapat terus menulis selama tersambung; tanpa sambungan, jangan menutup halaman ini.",
      "copy-closed":
        "Salinan di perangkat ini dihapus dari jendela lain. Anda dapat terus menulis selama tersambung; tanpa sambungan, jangan menutup halaman ini.",
      other: "Tindakan itu tidak berhasil. Naskah tidak berubah.",
    },
  },
  en: {
    page: "Text",
    sheet: "Text of the draft",
    sheetHelp:
      "Enter makes the next clause, Tab and Shift+Tab change its level, a slash opens the choice of shapes, Escape leaves the text.",
    sheetReadOnly: "Text of the draft, read only",
    loading: "Loading the text",
    outline: "Contents",
    outlineEmpty: "Bab, Pasal and dicta will appear here once there are any.",
    outlineHelp: "Up and down choose, Enter goes there, Alt with an arrow moves the unit with all it holds.",
    unfold: (label) => `Open ${label}`,
    fold: (label) => `Fold ${label}`,
    hereNow: (names) => `Here now: ${names}`,
    showOutline: "Contents",
    hideOutline: "Close contents",
    panel: "Input, findings and history",
    showPanel: (findings, open) =>
      findings > 0 ? `Findings ${findings}` : open > 0 ? `Input ${open}` : "Findings",
    hidePanel: "Close panel",
    close: "Close",
    people: (n) => plural(n, "1 person in this text", `${n} people in this text`),
    peopleOthers: (n) => `+${n}`,
    you: "You",
    elsewhere: "no caret placed yet",
    saveState: "State of saving",
    loadingState: "Loading",
    saved: "Saved",
    saving: (n) => (n === 0 ? "Saving" : plural(n, "Saving 1 change", `Saving ${n} changes`)),
    offline: (n) =>
      n === 0
        ? "Offline: all changes are saved"
        : plural(n, "Offline: 1 change kept on this device", `Offline: ${n} changes kept on this device`),
    refused: "Cannot be sent",
    announceOffline: "Connection lost. Changes are kept on this device and sent once it is back.",
    announceBack: "Connected again. All changes are saved.",
    announceRefused: "Changes can no longer be sent. Read the notice above the text.",
    toolbar: "Tools for the text",
    changeShape: (kind) => `Shape of the clause: ${kind}. Change`,
    changeShapeHeading: "Turn into",
    noShape: "Shape",
    insert: "Insert",
    insertHeading: "After this clause",
    atLevel: (kind, level) => `${kind}, level ${level}`,
    bold: "Bold",
    italic: "Italic",
    indent: "Indent",
    indentLong: "Indent by one level",
    outdent: "Outdent",
    outdentLong: "Outdent by one level",
    moveUp: "Move up",
    moveUpLong: "Move up",
    moveDown: "Move down",
    moveDownLong: "Move down",
    undo: "Undo",
    redo: "Redo",
    shortcuts: "Shortcuts",
    shortcutsTitle: "Keyboard shortcuts",
    shortcutsText: "They hold while the caret is in the text, unless said otherwise.",
    shortcut: {
      slash: "Choose the shape of the next clause",
      enter: "New clause after this one; in an empty clause, out by one level",
      newLine: "New line in the same clause",
      backspace: "At the start of a clause: out by one level, or joined with the one before",
      indent: "Indent by one level",
      outdent: "Outdent by one level",
      leave: "Leave the text; then Tab goes through the parts of the page",
      outlineKeys: "In the contents: choose, fold and open, go there",
      outlineMove: "Move the unit with all it holds; in the contents as well",
      help: "Outside the text: show this list",
    },
    slashTitle: "Choose the shape of the clause",
    history: "History",
    softLockTitle: {
      remove: "Delete a clause in which somebody is writing?",
      join: "Join a clause in which somebody is writing?",
      move: "Move a clause in which somebody is writing?",
    },
    softLockText: (names) =>
      `${names}: writing in that clause now. Words just typed there may be lost. You can undo it, but it is better to ask first.`,
    softLockWait: "Not now",
    softLockGo: { remove: "Delete", join: "Join", move: "Move" },
    readOnlyRole: (role) => `You read this text as ${role}. Owner and Drafter may change it.`,
    readOnly: "You can only read this text. Ask its owner to add you as Drafter to write.",
    announce: {
      joined: (name) => `${name} opened this text.`,
      left: (name) => `${name} left this text.`,
      moved: (from, to) => (to ? `${from} is now ${to}.` : "The clause was moved."),
      "move-failed": "The clause cannot be moved. The text has not changed.",
      "move-offline": "Moving needs a connection to the server. The text has not changed.",
      "undo-failed": "That step cannot be undone, because the text has changed since.",
      "move-nowhere": "This clause cannot be moved any further that way.",
      "paste-too-long": "What was pasted is too long. The text has not changed; import it as a new draft.",
      "editor-rebuilt": "The view of the text was built again from what is kept. Nothing of yours is lost.",
      "editor-broken": "Writing has stopped. What is saved is safe; reload this page.",
      "copy-unavailable":
        "This browser does not allow storage on the device. You can go on writing while connected; without a connection, do not close this page.",
      "copy-full":
        "The storage of this device is full. You can go on writing while connected; without a connection, do not close this page.",
      "copy-closed":
        "The copy on this device was deleted from another window. You can go on writing while connected; without a connection, do not close this page.",
      other: "That did not succeed. The text has not changed.",
    },
  },
};
