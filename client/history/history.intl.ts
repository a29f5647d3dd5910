import type { Messages } from "../../domain/locale.ts";
import type { PassageAct } from "../../domain/history/passage.ts";

interface HistoryTexts {
  title: string;
  lead: string;
  /** Name of the section in a clause's panel. */
  ofClause: string;
  sections: string;
  acts: string;
  writing: string;
  person: string;
  everyone: string;
  from: string;
  to: string;
  clear: string;
  emptyTitle: string;
  emptyText: string;
  noneTitle: string;
  noneText: string;
  noneOfClause: string;
  system: string;
  act: Readonly<Record<PassageAct, string>>;
  /** The document as a whole began. */
  began: string;
  /** Instead of by typing: restored, imported, erased. */
  byCommand: string;
  splitFrom: (place: string) => string;
  tookIn: (place: string) => string;
  /** Its author wrote here less than five minutes ago, and may have gone elsewhere. [HI8] */
  stillWriting: string;
  gone: string;
  unnamed: string;
  gathering: (percent: string) => string;
  again: string;
  all: string;
}

export const historyTexts: Messages<HistoryTexts> = {
  id: {
    title: "Siapa menulis apa",
    lead: "Setiap tulisan dalam naskah ini: oleh siapa, kapan, dan di bagian mana, termasuk yang sudah dihapus atau dipindahkan lagi.",
    ofClause: "Siapa menulis apa",
    sections: "Jenis riwayat",
    acts: "Tindakan",
    writing: "Tulisan",
    person: "Penulis",
    everyone: "Semua orang",
    from: "Sejak tanggal",
    to: "Sampai tanggal",
    clear: "Hapus saringan",
    emptyTitle: "Belum ada yang ditulis",
    emptyText:
      "Begitu seseorang menulis dalam naskah, tulisannya tercatat di sini beserta nama dan waktunya.",
    noneTitle: "Tidak ada tulisan yang cocok",
    noneText: "Tidak ada yang ditulis oleh orang ini pada rentang waktu ini. Longgarkan saringannya.",
    noneOfClause: "Belum ada yang menulis di bagian ini.",
    system: "Sistem",
    act: {
      words: "menulis",
      new: "menambah bagian",
      removed: "menghapus bagian",
      returned: "mengembalikan bagian",
      split: "memisahkan bagian",
      joined: "menggabungkan bagian",
      moved: "memindahkan bagian",
      form: "mengubah bentuk",
      table: "mengubah tabel",
      lost: "menulis di bagian yang saat itu sudah dihapus",
      first: "membuat teks awal",
    },
    began: "membuat naskah ini",
    byCommand: "dengan satu perintah, misalnya pemulihan versi atau penghapusan data pribadi",
    splitFrom: (place) => `dari ${place}`,
    tookIn: (place) => `dengan ${place}`,
    stillWriting: "baru ditulis, dapat bertambah",
    gone: "bagian yang sudah tidak ada",
    unnamed: "bagian tanpa nomor",
    gathering: (percent) =>
      `Riwayat naskah ini panjang dan masih dihimpun (${percent}). Yang terbaru mungkin belum tampil.`,
    again: "Muat lagi",
    all: "Seluruh naskah",
  },
  en: {
    title: "Who wrote what",
    lead: "Everything written in this text: by whom, when and where, also what was struck or moved again.",
    ofClause: "Who wrote what",
    sections: "Kind of history",
    acts: "Acts",
    writing: "Writing",
    person: "Writer",
    everyone: "Everyone",
    from: "From day",
    to: "Up to day",
    clear: "Clear filters",
    emptyTitle: "Nothing has been written yet",
    emptyText: "As soon as somebody writes in the text, it is listed here with name and time.",
    noneTitle: "No writing fits",
    noneText: "This person wrote nothing in this time. Widen the filters.",
    noneOfClause: "Nobody has written in this part yet.",
    system: "System",
    act: {
      words: "wrote",
      new: "added a part",
      removed: "removed a part",
      returned: "brought a part back",
      split: "split a part off",
      joined: "joined parts",
      moved: "moved a part",
      form: "changed the form",
      table: "changed a table",
      lost: "wrote in a part that was removed by then",
      first: "made the first text",
    },
    began: "made this text",
    byCommand: "by one command, such as restoring a version or erasing personal data",
    splitFrom: (place) => `from ${place}`,
    tookIn: (place) => `with ${place}`,
    stillWriting: "just written, may still grow",
    gone: "a part that is no more",
    unnamed: "a part without a number",
    gathering: (percent) =>
      `The history of this text is long and still being gathered (${percent}). The newest may not show yet.`,
    again: "Load again",
    all: "The whole text",
  },
};
