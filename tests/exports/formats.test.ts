/** What comes out as XLSX, DOCX, CSV and page, read back from the bytes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DOCX_MAX_ROWS,
  fileNameOf,
  fitsDocx,
  type DocTable,
  type DocumentModel,
} from "../../domain/exports/document.ts";
import { renderDocument } from "../../server/exports/render-document.ts";
import { toCsv } from "../../server/exports/to-csv.ts";
import { toDocx } from "../../server/exports/to-docx.ts";
import { toHtml } from "../../server/exports/to-html.ts";
import { toXlsx } from "../../server/exports/to-xlsx.ts";
import { partsOf, readDocx, readXlsx } from "./office-files.ts";

const table = (rows: DocTable["rows"], caption = "Matriks"): DocTable => ({
  caption,
  columns: [
    { title: "No", width: 4 },
    { title: "Kata", width: 30 },
  ],
  rows,
  empty: "Belum ada.",
});
const NASTY = [
  '=HYPERLINK("http://x";"klik")',
  "+62812",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  '<script>alert(1)</script> & "kutip"',
  "baris satu\nbaris dua",
  "_x0041_",
  "\u202ekanan ke kiri",
  "",
];
const model = (blocks: DocumentModel["blocks"], more: Partial<DocumentModel> = {}): DocumentModel => ({
  locale: "id",
  title: "Matriks <uji>",
  subtitle: "Rancangan & uji",
  facts: [["Naskah", "Versi 1"]],
  blocks,
  landscape: true,
  ...more,
});

describe("DOCX of many rows", () => {
  const styled = { styles: [], back: "/", downloads: [] };
  const rows = (count: number) => Array.from({ length: count }, (_, at) => [at + 1, "x"]);

  test("[EX9] beyond the bound it is refused at once, and XLSX and CSV have all rows", async () => {
    const halves = [table(rows(DOCX_MAX_ROWS / 2)), table(rows(DOCX_MAX_ROWS / 2 + 1))];
    const long = model(halves.map((each) => ({ type: "table", table: each })));
    await expect(renderDocument(long, "docx", styled)).rejects.toMatchObject({
      code: "too-large",
      reason: "document-too-long",
    });
    const { body } = await renderDocument(long, "xlsx", styled);
    const sheets = readXlsx(body as Uint8Array<ArrayBuffer>);
    expect(sheets.flatMap((sheet) => sheet.rows)).toHaveLength(DOCX_MAX_ROWS + 1 + 2);
    expect(fitsDocx(long)).toBe(false);
    expect(fitsDocx(model([{ type: "table", table: table(rows(DOCX_MAX_ROWS)) }]))).toBe(true);
  });
});

describe("XLSX", () => {
  test("[EX7] cells are text or numbers, never formulas, whatever they begin with", async () => {
    const [sheet] = readXlsx(await toXlsx([table(NASTY.map((words, at) => [at + 1, words]))]));
    const rows = sheet?.rows.slice(1) ?? [];
    expect(rows).toHaveLength(NASTY.length);
    for (const [at, words] of NASTY.entries()) {
      expect(rows[at]?.[0]).toEqual({ type: "number", text: String(at + 1) });
      const cell = rows[at]?.[1];
      // Excel reads `_x005F_` as the underscore that it stands for.
      if (words !== "")
        expect(cell).toEqual({ type: "text", text: words.replace("_x0041_", "_x005F_x0041_") });
    }
    expect(sheet?.rows.flat().some(({ type }) => type === "formula" || type === "other")).toBe(false);
  });

  test("one sheet per table, with names that Excel takes, a header and what stands for nothing", async () => {
    const long = "Partisipasi menurut kelompok dan sasaran [2026]/uji: semua*?";
    const sheets = readXlsx(
      await toXlsx([table([], long), table([], long), table([], ""), table([[1, "x"]])]),
    );
    const names = sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["No", "Kata"],
      ["Belum ada."],
    ]);
    await expect(toXlsx([])).rejects.toThrow(RangeError);
  });

  test("whatever people write, the file is whole and reads back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const bytes = await toXlsx([table(texts.map((text, at) => [at, text]))]);
          const xml = partsOf(bytes);
          for (const part of Object.values(xml))
            expect(part.split("").some((unit) => unit < " " && !"\t\n\r".includes(unit))).toBe(false);
          const rows = readXlsx(bytes)[0]?.rows.slice(1) ?? [];
          for (const row of rows)
            expect(row.every(({ type }) => type === "text" || type === "number")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a cell longer than Excel takes is cut, and says so", async () => {
    const [sheet] = readXlsx(await toXlsx([table([[1, "a".repeat(40_000)]])]));
    expect(sheet?.rows[1]?.[1]?.text).toMatch(/^a{32766}…$/);
  });
});

describe("CSV", () => {
  test("[EX7] formulas get an apostrophe, quotes and lines are kept, numbers stay numbers", () => {
    expect(
      toCsv(
        table([
          [1, "=1+1"],
          [2.5, 'kata "kutip", koma'],
          [3, "a\nb"],
          [-4, "-x"],
        ]),
      ),
    ).toBe('\ufeffNo,Kata\r\n1,\'=1+1\r\n2.5,"kata ""kutip"", koma"\r\n3,"a\nb"\r\n-4,\'-x\r\n');
  });
});

describe("DOCX", () => {
  const runs = [
    { text: "tetap " },
    { text: "lama", mark: "removed" as const },
    { text: "baru", mark: "added" as const },
  ];

  test("[EX1] headings, texts and tables are there, marks as lines and not only as colours", async () => {
    const read = readDocx(
      await toDocx(
        model([
          { type: "heading", text: "Ringkasan" },
          { type: "text", text: "satu\ndua" },
          { type: "facts", items: [["Masukan", "3"]] },
          {
            type: "table",
            table: table([
              [1, runs],
              [2, "a\nb"],
            ]),
          },
          { type: "table", table: table([]) },
        ]),
      ),
    );
    expect(read.paragraphs.filter((text) => text !== "")).toEqual([
      "Matriks <uji>",
      "Rancangan & uji",
      "Naskah: Versi 1",
      "Ringkasan",
      "satu",
      "dua",
      "Masukan: 3",
    ]);
    expect(read.tables).toEqual([
      [
        ["No", "Kata"],
        ["1", "tetap lamabaru"],
        ["2", "a\nb"],
      ],
      [["No", "Kata"], ["Belum ada."]],
    ]);
    expect(read.xml).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*lama/s);
    expect(read.xml).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*baru/s);
    expect(read.xml).toContain("<w:tblHeader");
  });

  test("the paper is F4, lying for matrices", async () => {
    const sizeOf = async (landscape: boolean) =>
      /<w:pgSz[^>]*>/.exec(readDocx(await toDocx(model([], { landscape }))).xml)?.[0];
    expect(await sizeOf(true)).toContain('w:w="18709" w:h="12189" w:orient="landscape"');
    expect(await sizeOf(false)).toContain('w:w="12189" w:h="18709"');
  });

  test("words that XML cannot hold do not break the file", async () => {
    const { tables } = readDocx(
      await toDocx(model([{ type: "table", table: table([[1, "a\u0000b\ud800c<&>"]]) }])),
    );
    expect(tables[0]?.[1]?.[1]).toBe("ab\ufffdc<&>");
  });
});

describe("the page", () => {
  test("words of people are text, marks are ins and del, without script or style", async () => {
    const page = String(
      await toHtml({
        model: model([
          {
            type: "table",
            table: table([
              [1, NASTY[5] ?? ""],
              [
                2,
                [
                  { text: "lama", mark: "removed" },
                  { text: "baru", mark: "added" },
                ],
              ],
            ]),
          },
        ]),
        styles: ["/assets/document.css"],
        back: "/",
        downloads: [{ href: "x.docx", label: "Unduh DOCX" }],
      }),
    );
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/<script|<style|style="/);
    expect(page).toContain("<del>lama</del><ins>baru</ins>");
    expect(page).toContain('<html lang="id">');
  });

  test("names of files are plain", () => {
    expect(fileNameOf("Matriks Masukan & Tanggapan", "Disiplin é/..\\", "5 Des")).toBe(
      "matriks-masukan-tanggapan-disiplin-e-5-des",
    );
    expect(fileNameOf("///")).toBe("dokumen");
  });
});
