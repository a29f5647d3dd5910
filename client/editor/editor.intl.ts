import type { ClauseKind } from "../../domain/clauses/clause.ts";
import type { NumberFinding } from "../../domain/clauses/number-findings.ts";
import type { Messages } from "../../domain/locale.ts";

/** Which empty clauses share a hint; the style sheet maps kinds to these. */
export type HintName = "title" | "norm" | "item" | "text" | "consideration" | "basis" | "line" | "table";

interface Refusal {
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do; and what to do when nothing was left behind. */
  readonly act: string;
  readonly actSaved: string;
}

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
  kind: Record<ClauseKind, string>;
  hint: Record<HintName, string>;
  findings: string;
  history: string;
  findingsNone: string;
  findingsNoneText: string;
  findingsHere: (citation: string) => string;
  findingsElsewhere: string;
  findingsAll: string;
  shifted: string;
  broken: string;
  unbound: string;
  unboundText: (words: string, place: string) => string;
  bind: string;
  bindOne: (words: string) => string;
  numbers: string;
  numberReason: Readonly<Record<NumberFinding["reason"], string>>;
  numberText: (label: string, expected: string) => string;
  renumber: string;
  renumberOne: (label: string, expected: string) => string;
  renumberAll: (n: number) => string;
  renumbered: (n: number) => string;
  checking: string;
  shiftedText: (words: string, present: string) => string;
  brokenText: (words: string) => string;
  brokenHelp: string;
  correct: string;
  correctOne: (words: string, present: string) => string;
  correctAll: (n: number) => string;
  corrected: (n: number) => string;
  moreFindings: (n: number) => string;
  versionsNone: string;
  versionsNoneText: string;
  version: (n: number, label: string) => string;
  compareWithLive: string;
  compareNumber: (n: number) => string;
  allVersions: string;
  freeze: string;
  freezeTitle: string;
  freezeText: string;
  freezeLabel: string;
  freezeLabelHint: string;
  suggestedLabel: (n: number) => string;
  freezeNote: string;
  freezeNoteHint: string;
  freezeFindings: (n: number) => string;
  freezeFindingsText: string;
  freezeNumbers: (n: number) => string;
  freezeWaiting: string;
  freezeWaitingLong: string;
  freezeNotSettled: string;
  freezeOffline: string;
  freezeRefused: string;
  freezeAction: string;
  freezing: string;
  frozenTitle: (n: number, label: string) => string;
  frozenText: string;
  frozenOpen: (n: number) => string;
  frozenToast: (n: number) => string;
  hash: string;
  softLockTitle: Record<"remove" | "join" | "move", string>;
  softLockText: (names: string) => string;
  softLockWait: string;
  softLockGo: Record<"remove" | "join" | "move", string>;
  readOnlyRole: (role: string) => string;
  readOnly: string;
  refusal: Record<"4401" | "4403" | "4404" | "4409" | "4413" | "4426" | "other", Refusal>;
  unsentKept: (n: number) => string;
  nothingUnsent: string;
  downloadUnsent: string;
  unsentFile: string;
  unsentFileHeading: (date: string) => string;
  unsentFileChanges: string;
  /** Above words of a copy from before an erasure that are not in the text. */
  unsentWordsHeading: (date: string) => string;
  unsentSomewhere: string;
  signInAgain: string;
  reload: string;
  toPolicies: string;
  leftoverTitle: string;
  leftoverText: string;
  leftoverItem: (epoch: number, n: number) => string;
  leftoverHere: (n: number) => string;
  leftoverErased: string;
  leftoverDownload: string;
  leftoverFile: string;
  leftoverDelete: string;
  leftoverDeleteTitle: string;
  leftoverDeleteText: (n: number) => string;
  leftoverDeleted: string;
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
    kind: {
      kop: "Kop",
      judul: "Judul",
      frasa: "Frasa tetap",
      jabatan: "Jabatan pembentuk",
      menimbang: "Menimbang",
      mengingat: "Mengingat",
      memperhatikan: "Memperhatikan",
      kepada: "Kepada",
      untuk: "Untuk",
      menetapkan: "Menetapkan",
      diktum: "Diktum",
      buku: "Buku",
      bab: "Bab",
      bagian: "Bagian",
      paragraf: "Paragraf",
      pasal: "Pasal",
      ayat: "Ayat",
      huruf: "Huruf a.",
      angka: "Angka 1.",
      subhuruf: "Huruf a)",
      subangka: "Angka 1)",
      isi: "Teks",
      butir: "Butir perubahan",
      "bagian-se": "Bagian surat edaran",
      penutup: "Penutup",
      "penjelasan-umum": "Penjelasan umum",
      "penjelasan-pasal": "Penjelasan pasal",
      lampiran: "Lampiran",
      tabel: "Tabel",
      tembusan: "Tembusan",
    },
    hint: {
      title: "Tulis judulnya",
      norm: "Tulis isinya",
      item: "Tulis rinciannya",
      text: "Tulis isinya, atau ketik / untuk memilih bentuk",
      consideration: "bahwa ...",
      basis: "Peraturan yang menjadi dasar",
      line: "Tulis di sini",
      table: "Tabel; isinya tampil pada halaman versi dan cetakan",
    },
    findings: "Temuan",
    history: "Riwayat",
    findingsNone: "Tidak ada temuan",
    findingsNoneText:
      "Pengacuan antarketentuan diperiksa selagi Anda menulis. Yang bergeser atau putus akan tampil di sini.",
    findingsHere: (citation) => citation || "Ketentuan ini",
    findingsElsewhere: "Ketentuan lain",
    findingsAll: "Seluruh naskah",
    shifted: "Bergeser",
    broken: "Putus",
    unbound: "Perlu dipastikan",
    unboundText: (words, place) =>
      `“${words}” belum terikat dan kini cocok dengan ${place}. Pastikan itu yang dimaksud.`,
    bind: "Benar",
    bindOne: (words) => `Benar, “${words}” yang dimaksud`,
    numbers: "Penomoran",
    numberReason: { gap: "Loncat", repeated: "Ganda", "out-of-order": "Tidak urut" },
    numberText: (label, expected) => `Tertulis “${label}”, menurut urutan “${expected}”.`,
    renumber: "Nomori ulang",
    renumberOne: (label, expected) => `Nomori ulang “${label}” menjadi “${expected}”`,
    renumberAll: (n) => `Nomori ulang semua (${n})`,
    renumbered: (n) => `${n} ketentuan dinomori ulang.`,
    checking: "Memeriksa naskah",
    shiftedText: (words, present) => `“${words}” kini berbunyi “${present}”.`,
    brokenText: (words) => `“${words}” tidak menunjuk ketentuan mana pun.`,
    brokenHelp: "Ubah kata-katanya di naskah.",
    correct: "Perbaiki",
    correctOne: (words, present) => `Perbaiki “${words}” menjadi “${present}”`,
    correctAll: (n) => `Perbaiki semua (${n})`,
    corrected: (n) => `${n} pengacuan diperbaiki.`,
    moreFindings: (n) => `dan ${n} lagi`,
    versionsNone: "Belum ada versi",
    versionsNoneText: "Versi menyimpan naskah persis seperti saat dibekukan, untuk dibaca dan dibandingkan.",
    version: (n, label) => `Versi ${n}: ${label}`,
    compareWithLive: "Bandingkan dengan naskah",
    compareNumber: (n) => `Bandingkan dengan naskah: versi ${n}`,
    allVersions: "Semua versi",
    freeze: "Bekukan versi",
    freezeTitle: "Bekukan versi",
    freezeText:
      "Naskah disimpan persis seperti sekarang, dengan sidik yang dapat diperiksa siapa pun. Penyuntingan tetap berjalan sesudahnya.",
    freezeLabel: "Nama versi",
    freezeLabelHint: "Dipakai dalam daftar versi dan tautan.",
    suggestedLabel: (n) => `Draf ${n}`,
    freezeNote: "Catatan",
    freezeNoteHint: "Misalnya untuk apa versi ini dibekukan.",
    freezeFindings: (n) => `${n} pengacuan perlu dilihat dahulu`,
    freezeFindingsText: "Versi tetap dapat dibekukan dengan pengacuan ini; kata-katanya ikut dibekukan.",
    freezeNumbers: (n) => `${n} nomor di luar urutan ikut dibekukan seperti tertulis; lihat Temuan.`,
    freezeWaiting: "Menunggu semua perubahan tersimpan.",
    freezeWaitingLong: "Masih menunggu server menyimpan perubahan terakhir.",
    freezeNotSettled:
      "Perubahan terakhir belum tersimpan di server, jadi versi belum dibekukan. Tulisan Anda aman di perangkat ini. Coba lagi sebentar lagi.",
    freezeOffline:
      "Perangkat sedang luring, dan versi hanya dapat dibekukan dari naskah di server. Tulisan Anda aman di perangkat ini; bekukan setelah tersambung.",
    freezeRefused: "Perubahan Anda tidak dapat dikirim, jadi versi tidak dapat dibekukan dari sini.",
    freezeAction: "Bekukan",
    freezing: "Membekukan",
    frozenTitle: (n, label) => `Versi ${n} dibekukan: ${label}`,
    frozenText: "Isi versi ini tidak berubah lagi.",
    frozenOpen: (n) => `Buka versi ${n}`,
    frozenToast: (n) => `Versi ${n} dibekukan.`,
    hash: "Sidik SHA-256",
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
    refusal: {
      "4401": {
        title: "Sesi Anda berakhir",
        safe: "Yang belum terkirim tersimpan di perangkat ini.",
        act: "Masuk kembali; Anda kembali ke halaman ini dan perubahan dikirim.",
        actSaved: "Masuk kembali; Anda kembali ke halaman ini.",
      },
      "4403": {
        title: "Anda tidak lagi dapat mengubah naskah ini",
        safe: "Yang sudah tersimpan di server tidak berubah.",
        act: "Unduh tulisan yang belum terkirim, lalu hubungi pemilik rancangan.",
        actSaved: "Hubungi pemilik rancangan bila Anda masih perlu menulis di sini.",
      },
      "4404": {
        title: "Rancangan ini tidak ada lagi",
        safe: "Tulisan yang belum terkirim masih ada di perangkat ini.",
        act: "Unduh tulisan itu bila masih diperlukan.",
        actSaved: "Tanyakan kepada pemilik rancangan bila ini tidak Anda duga.",
      },
      "4409": {
        title: "Naskah dimulai ulang di server",
        safe: "Tulisan Anda yang belum terkirim disimpan terpisah di perangkat ini dan tidak dicampur.",
        act: "Unduh tulisan itu, lalu muat ulang untuk melanjutkan pada naskah yang berlaku.",
        actSaved: "Muat ulang untuk melanjutkan pada naskah yang berlaku.",
      },
      "4413": {
        title: "Perubahan ini terlalu besar untuk dikirim",
        safe: "Tulisan Anda tersimpan di perangkat ini.",
        act: "Unduh tulisan itu, muat ulang, lalu masukkan bagian demi bagian.",
        actSaved: "Muat ulang untuk melanjutkan.",
      },
      "4426": {
        title: "Halaman ini sudah usang",
        safe: "Yang belum terkirim tersimpan di perangkat ini.",
        act: "Muat ulang untuk memakai versi aplikasi yang baru.",
        actSaved: "Muat ulang untuk memakai versi aplikasi yang baru.",
      },
      other: {
        title: "Server tidak menerima perubahan",
        safe: "Tulisan Anda tersimpan di perangkat ini.",
        act: "Unduh tulisan yang belum terkirim, lalu muat ulang.",
        actSaved: "Muat ulang untuk melanjutkan.",
      },
    },
    unsentKept: (n) => `${n} perubahan belum terkirim.`,
    nothingUnsent: "Semua perubahan Anda sudah tersimpan.",
    downloadUnsent: "Unduh tulisan saya",
    unsentFile: "tulisan-belum-terkirim",
    unsentFileHeading: (date) =>
      `Naskah seperti di perangkat ini pada ${date}, dengan perubahan yang belum terkirim.`,
    unsentFileChanges:
      "Seluruh perubahan dalam bentuk yang dapat dibaca Rembuk (base64), untuk pengelola. Jangan diubah.",
    unsentWordsHeading: (date) =>
      `Kata yang belum ada dalam naskah di server pada ${date}. Kata yang dihapus dari naskah tidak disertakan.`,
    unsentSomewhere: "Bagian tanpa nomor",
    signInAgain: "Masuk kembali",
    reload: "Muat ulang",
    toPolicies: "Ke daftar rancangan",
    leftoverTitle: "Ada tulisan lama di perangkat ini",
    leftoverText:
      "Tulisan ini tidak pernah sampai ke server dan tidak dapat dikirim lagi. Unduh untuk membacanya, atau hapus bila tidak diperlukan.",
    leftoverItem: (epoch, n) => `Naskah ke-${epoch}, sebelum dimulai ulang: ${n} perubahan belum terkirim`,
    leftoverHere: (n) => `${n} perubahan yang tidak sempat terkirim`,
    leftoverErased:
      "Salinan ini dari sebelum penghapusan data pribadi. Yang diunduh hanya kata yang tidak ada dalam naskah sekarang; sesudahnya hapuslah salinan ini.",
    leftoverDownload: "Unduh",
    leftoverFile: "tulisan-lama",
    leftoverDelete: "Hapus",
    leftoverDeleteTitle: "Hapus tulisan lama dari perangkat ini",
    leftoverDeleteText: (n) =>
      `${n} perubahan yang hanya ada di perangkat ini akan hilang dan tidak dapat dikembalikan. Naskah di server tidak berubah.`,
    leftoverDeleted: "Tulisan lama dihapus dari perangkat ini.",
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
    kind: {
      kop: "Letterhead (kop)",
      judul: "Title (judul)",
      frasa: "Fixed formula",
      jabatan: "Office that enacts",
      menimbang: "Consideration (Menimbang)",
      mengingat: "Legal basis (Mengingat)",
      memperhatikan: "Noting (Memperhatikan)",
      kepada: "Addressee (Kepada)",
      untuk: "Instruction (Untuk)",
      menetapkan: "Enacting words (Menetapkan)",
      diktum: "Dictum (Diktum)",
      buku: "Book (Buku)",
      bab: "Chapter (Bab)",
      bagian: "Part (Bagian)",
      paragraf: "Section (Paragraf)",
      pasal: "Article (Pasal)",
      ayat: "Paragraph (Ayat)",
      huruf: "Letter a.",
      angka: "Number 1.",
      subhuruf: "Letter a)",
      subangka: "Number 1)",
      isi: "Text",
      butir: "Item of amendment",
      "bagian-se": "Part of a circular",
      penutup: "Closing",
      "penjelasan-umum": "General elucidation",
      "penjelasan-pasal": "Elucidation of a Pasal",
      lampiran: "Annex (Lampiran)",
      tabel: "Table",
      tembusan: "Copy to (Tembusan)",
    },
    hint: {
      title: "Write its title",
      norm: "Write its text",
      item: "Write the item",
      text: "Write, or type / to choose a shape",
      consideration: "bahwa ...",
      basis: "Regulation that it rests on",
      line: "Write here",
      table: "Table; its cells appear on the version's page and in print",
    },
    findings: "Findings",
    history: "History",
    findingsNone: "No findings",
    findingsNoneText:
      "References between clauses are checked while you write. Those that shifted or broke appear here.",
    findingsHere: (citation) => citation || "This clause",
    findingsElsewhere: "Other clauses",
    findingsAll: "The whole text",
    shifted: "Shifted",
    broken: "Broken",
    unbound: "To confirm",
    unboundText: (words, place) =>
      `“${words}” is not bound and now matches ${place}. Confirm that it is the one meant.`,
    bind: "Correct",
    bindOne: (words) => `Correct, “${words}” is meant`,
    numbers: "Numbering",
    numberReason: { gap: "Gap", repeated: "Twice", "out-of-order": "Out of order" },
    numberText: (label, expected) => `Written “${label}”, by counting “${expected}”.`,
    renumber: "Renumber",
    renumberOne: (label, expected) => `Renumber “${label}” to “${expected}”`,
    renumberAll: (n) => `Renumber all (${n})`,
    renumbered: (n) => plural(n, "1 clause renumbered.", `${n} clauses renumbered.`),
    checking: "Checking the text",
    shiftedText: (words, present) => `“${words}” is now “${present}”.`,
    brokenText: (words) => `“${words}” points to no clause.`,
    brokenHelp: "Change the words in the text.",
    correct: "Correct",
    correctOne: (words, present) => `Correct “${words}” to “${present}”`,
    correctAll: (n) => `Correct all (${n})`,
    corrected: (n) => plural(n, "1 reference corrected.", `${n} references corrected.`),
    moreFindings: (n) => `and ${n} more`,
    versionsNone: "No version yet",
    versionsNoneText: "A version keeps the text exactly as it was when frozen, to read and to compare.",
    version: (n, label) => `Version ${n}: ${label}`,
    compareWithLive: "Compare with the text",
    compareNumber: (n) => `Compare with the text: version ${n}`,
    allVersions: "All versions",
    freeze: "Freeze version",
    freezeTitle: "Freeze version",
    freezeText:
      "The text is kept exactly as it is now, with a fingerprint that anyone can check. Writing goes on afterwards.",
    freezeLabel: "Name of the version",
    freezeLabelHint: "Used in the list of versions and in links.",
    suggestedLabel: (n) => `Draft ${n}`,
    freezeNote: "Note",
    freezeNoteHint: "For example what this version is frozen for.",
    freezeFindings: (n) => plural(n, "1 reference to look at first", `${n} references to look at first`),
    freezeFindingsText: "The version can be frozen with them; their words are frozen as they are.",
    freezeNumbers: (n) =>
      plural(
        n,
        "1 number out of order is frozen as written",
        `${n} numbers out of order are frozen as written`,
      ) + "; see Findings.",
    freezeWaiting: "Waiting until all changes are saved.",
    freezeWaitingLong: "Still waiting for the server to save the last changes.",
    freezeNotSettled:
      "The last changes are not on the server yet, so no version was frozen. Your text is safe on this device. Try again in a moment.",
    freezeOffline:
      "This device is offline, and a version can only be frozen from the text on the server. Your text is safe on this device; freeze it once connected.",
    freezeRefused: "Your changes cannot be sent, so no version can be frozen from here.",
    freezeAction: "Freeze",
    freezing: "Freezing",
    frozenTitle: (n, label) => `Version ${n} is frozen: ${label}`,
    frozenText: "The content of this version never changes again.",
    frozenOpen: (n) => `Open version ${n}`,
    frozenToast: (n) => `Version ${n} is frozen.`,
    hash: "SHA-256 fingerprint",
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
    refusal: {
      "4401": {
        title: "Your session has ended",
        safe: "What was not sent is kept on this device.",
        act: "Sign in again; you come back to this page and the changes are sent.",
        actSaved: "Sign in again; you come back to this page.",
      },
      "4403": {
        title: "You can no longer change this text",
        safe: "What is saved on the server has not changed.",
        act: "Download what was not sent, then ask the owner of the draft.",
        actSaved: "Ask the owner of the draft if you still need to write here.",
      },
      "4404": {
        title: "This draft no longer exists",
        safe: "What was not sent is still on this device.",
        act: "Download it if you still need it.",
        actSaved: "Ask the owner of the draft if you did not expect this.",
      },
      "4409": {
        title: "The text was restarted on the server",
        safe: "What you had not sent is kept apart on this device and is not mixed in.",
        act: "Download it, then reload to go on with the text that holds.",
        actSaved: "Reload to go on with the text that holds.",
      },
      "4413": {
        title: "This change is too large to send",
        safe: "Your text is kept on this device.",
        act: "Download it, reload, then put it in piece by piece.",
        actSaved: "Reload to go on.",
      },
      "4426": {
        title: "This page is out of date",
        safe: "What was not sent is kept on this device.",
        act: "Reload to use the new version of the application.",
        actSaved: "Reload to use the new version of the application.",
      },
      other: {
        title: "The server does not take the changes",
        safe: "Your text is kept on this device.",
        act: "Download what was not sent, then reload.",
        actSaved: "Reload to go on.",
      },
    },
    unsentKept: (n) => plural(n, "1 change has not been sent.", `${n} changes have not been sent.`),
    nothingUnsent: "All your changes are saved.",
    downloadUnsent: "Download my text",
    unsentFile: "unsent-text",
    unsentFileHeading: (date) =>
      `The text as it is on this device on ${date}, with the changes not sent yet.`,
    unsentFileChanges:
      "All changes in the form that Rembuk reads (base64), for the administrator. Do not edit.",
    unsentWordsHeading: (date) =>
      `Words that are not in the server's text on ${date}. What was erased from it is left out.`,
    unsentSomewhere: "A part without a number",
    signInAgain: "Sign in again",
    reload: "Reload",
    toPolicies: "To the list of drafts",
    leftoverTitle: "There is older writing on this device",
    leftoverText:
      "It never reached the server and can no longer be sent. Download it to read it, or delete it if it is not needed.",
    leftoverItem: (epoch, n) => `Text no. ${epoch}, before the restart: ${n} unsent changes`,
    leftoverHere: (n) =>
      plural(n, "1 change that was not sent in time", `${n} changes that were not sent in time`),
    leftoverErased:
      "This copy is from before personal data was erased. Only words that are not in the present text are downloaded; delete the copy afterwards.",
    leftoverDownload: "Download",
    leftoverFile: "older-text",
    leftoverDelete: "Delete",
    leftoverDeleteTitle: "Delete the older writing from this device",
    leftoverDeleteText: (n) =>
      `${n} changes that exist only on this device will be gone and cannot be brought back. The text on the server does not change.`,
    leftoverDeleted: "The older writing is deleted from this device.",
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
