import type { ClauseKind } from "../../domain/clauses/clause.ts";
import type { Messages } from "../../domain/locale.ts";
import type { ImportRefusal } from "./import-source.ts";

interface ImportTexts {
  title: string;
  lead: string;
  documentType: string;
  documentTypeHint: string;
  documentTypeFound: (type: string) => string;
  useFoundType: (type: string) => string;
  authority: string;
  unit: string;
  unitLater: string;
  start: string;
  startEmpty: string;
  startEmptyHint: string;
  startText: string;
  startTextHint: string;
  policyTitle: string;
  policyTitleHint: string;
  paste: string;
  pasteHint: string;
  chooseFile: string;
  fileRead: (name: string, lines: string) => string;
  reading: (lines: string) => string;
  preview: string;
  noTitle: string;
  found: (count: string) => string;
  counts: Partial<Record<ClauseKind, (count: string) => string>>;
  headings: string;
  warnings: (count: string) => string;
  noWarnings: string;
  warningsLead: string;
  showAllWarnings: (count: string) => string;
  line: (line: string) => string;
  goToLine: (line: string) => string;
  refusal: Record<ImportRefusal, string>;
  parseFailed: string;
  create: string;
  createImport: string;
  creating: string;
  sending: (count: string) => string;
  created: string;
  notAllowedTitle: string;
  notAllowedText: string;
}

export const importTexts: Messages<ImportTexts> = {
  id: {
    title: "Rancangan baru",
    lead: "Mulai dari naskah kosong, atau dari teks peraturan yang sudah ada. Anda menjadi pemiliknya.",
    documentType: "Jenis",
    documentTypeHint: "Menentukan bentuk naskah dan penomorannya.",
    documentTypeFound: (type) => `Teks ini tampaknya ${type}.`,
    useFoundType: (type) => `Ganti jenis menjadi ${type}`,
    authority: "Pemerintah daerah",
    unit: "Pemrakarsa",
    unitLater: "Ditentukan kemudian",
    start: "Mulai dari",
    startEmpty: "Naskah kosong",
    startEmptyHint: "Kerangka menurut jenisnya: judul, konsiderans, batang tubuh, penutup.",
    startText: "Teks yang sudah ada",
    startTextHint: "Tempel atau pilih berkas .txt; bab, pasal, dan ayat dikenali.",
    policyTitle: "Judul",
    policyTitleHint: "Tanpa jenis dan nomor, misalnya: Pengelolaan Kepegawaian Aparatur Sipil Negara.",
    paste: "Teks peraturan",
    pasteHint: "Tempel di sini, atau jatuhkan berkas .txt ke kotak ini.",
    chooseFile: "Pilih berkas .txt",
    fileRead: (name, lines) => `${name} terbaca, ${lines} baris.`,
    reading: (lines) => `Membaca ${lines} baris`,
    preview: "Yang dikenali",
    noTitle: "Judul tidak ditemukan dalam teks; dapat ditulis nanti di naskah.",
    found: (count) => `${count} ketentuan`,
    counts: {
      menimbang: (count) => `${count} Menimbang`,
      mengingat: (count) => `${count} Mengingat`,
      diktum: (count) => `${count} diktum`,
      bab: (count) => `${count} BAB`,
      bagian: (count) => `${count} Bagian`,
      paragraf: (count) => `${count} Paragraf`,
      pasal: (count) => `${count} Pasal`,
      ayat: (count) => `${count} ayat`,
      huruf: (count) => `${count} huruf`,
      angka: (count) => `${count} angka`,
      butir: (count) => `${count} angka perubahan`,
      "penjelasan-pasal": (count) => `${count} penjelasan pasal`,
      lampiran: (count) => `${count} Lampiran`,
    },
    headings: "Susunan",
    warnings: (count) => `${count} hal perlu diperiksa`,
    noWarnings: "Tidak ada yang perlu diperiksa.",
    warningsLead:
      "Tidak ada yang diperbaiki diam-diam: teks masuk sebagaimana tertulis. Nomor di luar urutan dan pengacuan yang putus juga tampil di Temuan; yang lain periksa dari daftar ini.",
    showAllWarnings: (count) => `Tampilkan semua (${count})`,
    line: (line) => `Baris ${line}`,
    goToLine: (line) => `Tunjukkan baris ${line} dalam teks`,
    refusal: {
      empty: "Teksnya kosong. Tempel atau pilih teks peraturan.",
      "too-long": "Teks terlalu panjang: paling banyak 4 juta huruf. Bagi menjadi beberapa rancangan.",
      "too-many-lines": "Teks terlalu panjang: paling banyak 60.000 baris. Bagi menjadi beberapa rancangan.",
      binary:
        "Berkas ini bukan teks, walaupun namanya .txt. Simpan ulang sebagai teks polos, lalu coba lagi.",
      "word-document": "Ini berkas Word. Buka di Word, salin seluruh isinya, lalu tempel di kotak teks.",
      encoding: "Huruf dalam berkas tidak terbaca. Simpan ulang sebagai teks UTF-8, lalu coba lagi.",
    },
    parseFailed:
      "Pratinjau tidak berhasil. Teks Anda masih ada di kotak; Anda tetap dapat membuat rancangan.",
    create: "Buat rancangan",
    createImport: "Impor dan buat rancangan",
    creating: "Membuat rancangan",
    sending: (count) => `Menyimpan ${count} ketentuan. Jangan tutup halaman ini.`,
    created: "Rancangan dibuat.",
    notAllowedTitle: "Anda tidak dapat membuat rancangan",
    notAllowedText:
      "Hanya perancang dan bagian hukum yang membuat rancangan. Hubungi pengelola bila ini keliru.",
  },
  en: {
    title: "New draft",
    lead: "Start from an empty text, or from the text of an existing regulation. You will be its owner.",
    documentType: "Kind",
    documentTypeHint: "Decides the form of the text and its numbering.",
    documentTypeFound: (type) => `This text seems to be a ${type}.`,
    useFoundType: (type) => `Change the kind to ${type}`,
    authority: "Government",
    unit: "Initiator",
    unitLater: "To be set later",
    start: "Start from",
    startEmpty: "An empty text",
    startEmptyHint: "A frame by its kind: title, considerations, body, closing.",
    startText: "An existing text",
    startTextHint: "Paste it or choose a .txt file; chapters, articles and paragraphs are recognised.",
    policyTitle: "Title",
    policyTitleHint: "Without kind and number, such as: Pengelolaan Kepegawaian Aparatur Sipil Negara.",
    paste: "Text of the regulation",
    pasteHint: "Paste it here, or drop a .txt file on this box.",
    chooseFile: "Choose a .txt file",
    fileRead: (name, lines) => `${name} was read, ${lines} lines.`,
    reading: (lines) => `Reading ${lines} lines`,
    preview: "What was recognised",
    noTitle: "No title was found in the text; it can be written later.",
    found: (count) => `${count} clauses`,
    counts: {
      menimbang: (count) => `${count} Menimbang`,
      mengingat: (count) => `${count} Mengingat`,
      diktum: (count) => `${count} diktum`,
      bab: (count) => `${count} BAB`,
      bagian: (count) => `${count} Bagian`,
      paragraf: (count) => `${count} Paragraf`,
      pasal: (count) => `${count} Pasal`,
      ayat: (count) => `${count} ayat`,
      huruf: (count) => `${count} huruf`,
      angka: (count) => `${count} angka`,
      butir: (count) => `${count} amending items`,
      "penjelasan-pasal": (count) => `${count} elucidations`,
      lampiran: (count) => `${count} Lampiran`,
    },
    headings: "Structure",
    warnings: (count) => (count === "1" ? "1 place to check" : `${count} places to check`),
    noWarnings: "Nothing needs checking.",
    warningsLead:
      "Nothing is corrected silently: the text comes in as it is written. Numbers out of order and broken references also appear under Findings; check the others from this list.",
    showAllWarnings: (count) => `Show all (${count})`,
    line: (line) => `Line ${line}`,
    goToLine: (line) => `Show line ${line} in the text`,
    refusal: {
      empty: "The text is empty. Paste or choose the text of a regulation.",
      "too-long": "The text is too long: at most 4 million letters. Divide it into several drafts.",
      "too-many-lines": "The text is too long: at most 60,000 lines. Divide it into several drafts.",
      binary: "This file is not text, although it is named .txt. Save it as plain text and try again.",
      "word-document":
        "This is a Word file. Open it in Word, copy all of it, and paste it into the text box.",
      encoding: "The letters in the file cannot be read. Save it as UTF-8 text and try again.",
    },
    parseFailed: "The preview failed. Your text is still in the box; you can make the draft all the same.",
    create: "Create the draft",
    createImport: "Import and create the draft",
    creating: "Creating the draft",
    sending: (count) => `Saving ${count} clauses. Do not close this page.`,
    created: "The draft was created.",
    notAllowedTitle: "You cannot create drafts",
    notAllowedText:
      "Only drafters and the legal division create drafts. Ask an administrator if that is wrong.",
  },
};
