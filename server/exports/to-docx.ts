import type { IRunOptions, ParagraphChild } from "docx";
import type { DocBlock, DocCell, DocRun, DocTable, DocumentModel } from "../../domain/exports/document.ts";
import { cleanText } from "./clean-text.ts";

type Docx = typeof import("docx");

/** F4 (folio), 215 x 330 mm, the paper of Indonesian offices; in twentieths of a point. */
const F4 = { width: 12_189, height: 18_709 };
const MARGIN = 1_134; // 2 cm
/** Half points. */
const BODY = 22;
const TABLE = 18;
const FONT = "Arial";
/** Marks are said by line as well as by colour. */
const ADDED = "1F7A3D";
const REMOVED = "A3352B";

/** A document for Word and LibreOffice, with repeated table headers and numbered pages. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import("docx");
  const { Document, Packer, Paragraph, TextRun, Footer, PageNumber, AlignmentType } = docx;
  const { title, subtitle, facts, blocks, landscape, locale } = model;
  const width = (landscape ? F4.height : F4.width) - 2 * MARGIN;
  const file = new Document({
    title: cleanText(title),
    description: cleanText(subtitle),
    creator: "Rembuk",
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY, language: { value: locale === "id" ? "id-ID" : "en-GB" } },
        },
        title: {
          run: { font: FONT, size: 32, bold: true, color: "000000" },
          paragraph: { spacing: { after: 80 } },
        },
        heading1: {
          run: { font: FONT, size: 26, bold: true, color: "000000" },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              // The library turns width and height round by itself.
              ...F4,
              orientation: landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ size: 16, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: docx.HeadingLevel.TITLE, children: runsOf(docx, title) }),
          new Paragraph({ children: runsOf(docx, subtitle), spacing: { after: 160 } }),
          ...factsOf(docx, facts),
          ...blocks.flatMap((block) => blockOf(docx, block, width)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function blockOf(docx: Docx, block: DocBlock, width: number) {
  const { Paragraph, HeadingLevel } = docx;
  switch (block.type) {
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(docx, block.text) })];
    case "text":
      return paragraphsOf(docx, block.text);
    case "list":
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runsOf(docx, item) }));
    case "facts":
      return factsOf(docx, block.items);
    case "table":
      return [tableOf(docx, block.table, width), new Paragraph({ spacing: { after: 120 } })];
  }
}

function paragraphsOf(docx: Docx, text: string) {
  return cleanText(text)
    .split("\n")
    .map((line) => new docx.Paragraph({ children: runsOf(docx, line), spacing: { after: 120 } }));
}

function factsOf(docx: Docx, items: DocumentModel["facts"]) {
  return items.map(
    ([name, value]) =>
      new docx.Paragraph({
        children: [new docx.TextRun({ text: `${cleanText(name)}: `, bold: true }), ...runsOf(docx, value)],
      }),
  );
}

function tableOf(docx: Docx, { columns, rows, empty }: DocTable, width: number) {
  const { Table, TableRow, TableCell, Paragraph, WidthType, ShadingType } = docx;
  const total = columns.reduce((sum, column) => sum + column.width, 0) || 1;
  const widths = columns.map((column) => Math.floor((column.width / total) * width));
  const cell = (content: DocCell, at: number, header = false) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(header && { shading: { type: ShadingType.CLEAR, fill: "E9EDED", color: "auto" } }),
      children: [
        new Paragraph({
          children: runsOf(docx, content, { size: TABLE, ...(header && { bold: true }) }),
          ...(typeof content === "number" && { alignment: docx.AlignmentType.RIGHT }),
        }),
      ],
    });
  const body = rows.map(
    (row) => new TableRow({ cantSplit: false, children: row.map((each, at) => cell(each, at)) }),
  );
  const nothing = new TableRow({
    children: [
      new TableCell({
        columnSpan: columns.length,
        children: [new Paragraph({ children: runsOf(docx, empty, { size: TABLE, italics: true }) })],
      }),
    ],
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, at) => cell(title, at, true)) }),
      ...(body.length > 0 ? body : [nothing]),
    ],
  });
}

/** Lines of a text are breaks inside its paragraph. */
function runsOf(docx: Docx, content: DocCell, look: IRunOptions = {}): ParagraphChild[] {
  const runs: readonly DocRun[] =
    typeof content === "object"
      ? content
      : [{ text: typeof content === "number" ? String(content) : content }];
  return runs.flatMap(({ text, mark, strong }) =>
    cleanText(text)
      .split("\n")
      .map(
        (line, at) =>
          new docx.TextRun({
            ...look,
            text: line,
            ...(at > 0 && { break: 1 }),
            ...(strong && { bold: true }),
            ...(mark === "added" && { color: ADDED, underline: { type: docx.UnderlineType.SINGLE } }),
            ...(mark === "removed" && { color: REMOVED, strike: true }),
          }),
      ),
  );
}
