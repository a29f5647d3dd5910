/** Names of kinds of clauses, and hints in empty ones. */
import type { ClauseKind } from "../../domain/clauses/clause.ts";
import type { Messages } from "../../domain/locale.ts";

/** Which empty clauses share a hint; the style sheet maps kinds to these. */
export type HintName = "title" | "norm" | "item" | "text" | "consideration" | "basis" | "line" | "table";

interface ShapeTexts {
  kind: Record<ClauseKind, string>;
  hint: Record<HintName, string>;
}

export const shapeTexts: Messages<ShapeTexts> = {
  id: {
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
  },
  en: {
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
  },
};
