import type { Messages } from "../../domain/locale.ts";

interface TableTexts {
  title: string;
  help: string;
  cell: (row: number, column: number) => string;
  headRows: string;
  addRow: string;
  removeRow: string;
  addColumn: string;
  removeColumn: string;
  save: string;
  tooLarge: string;
  edit: string;
}

export const tableTexts: Messages<TableTexts> = {
  id: {
    title: "Tabel",
    help: "Panah atas dan bawah berpindah baris, Tab berpindah sel, Enter ke baris berikutnya, Ctrl+Enter menyimpan. Sel dari lembar kerja dapat ditempel sekaligus.",
    cell: (row, column) => `Baris ${row}, kolom ${column}`,
    headRows: "Baris judul",
    addRow: "Tambah baris",
    removeRow: "Hapus baris ini",
    addColumn: "Tambah kolom",
    removeColumn: "Hapus kolom ini",
    save: "Pasang tabel",
    tooLarge:
      "Tabel ini terlalu besar untuk disimpan, atau ketentuannya sudah dihapus. Kurangi isinya atau bagi menjadi beberapa tabel.",
    edit: "Sunting tabel",
  },
  en: {
    title: "Table",
    help: "Up and down change the row, Tab changes the cell, Enter goes to the next row, Ctrl+Enter saves. Cells of a spreadsheet can be pasted at once.",
    cell: (row, column) => `Row ${row}, column ${column}`,
    headRows: "Header rows",
    addRow: "Add row",
    removeRow: "Remove this row",
    addColumn: "Add column",
    removeColumn: "Remove this column",
    save: "Set table",
    tooLarge:
      "This table is too large to be saved, or its clause is gone. Shorten it or make several tables of it.",
    edit: "Edit table",
  },
};
