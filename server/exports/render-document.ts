import { DomainError } from "../../domain/errors.ts";
import { fileNameOf, fitsDocx, tablesOf, type DocumentModel } from "../../domain/exports/document.ts";
import { toCsv } from "./to-csv.ts";
import { toDocx } from "./to-docx.ts";
import { toHtml, type DocumentPage } from "./to-html.ts";
import { toXlsx } from "./to-xlsx.ts";

export const FORMATS = ["html", "docx", "xlsx", "csv"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

export interface RenderedDocument {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The document as a file of this format; a page is shown, the others are for saving. CSV holds the first table. Throws `too-large` for a DOCX of too many rows. [EX9] */
export async function renderDocument(
  model: DocumentModel,
  format: Format,
  page: Omit<DocumentPage, "model">,
): Promise<RenderedDocument> {
  const headers = { "content-type": TYPES[format], ...(format !== "html" && attachment(model, format)) };
  const [first] = tablesOf(model);
  switch (format) {
    case "html":
      return { body: String(await toHtml({ ...page, model })), headers };
    case "docx":
      if (!fitsDocx(model))
        throw new DomainError("too-large", "document-too-long", "more rows than a DOCX is made of");
      return { body: await toDocx(model), headers };
    case "xlsx":
      return { body: await toXlsx(tablesOf(model)), headers };
    case "csv":
      return { body: first ? toCsv(first) : "", headers };
  }
}

/** `matriks-masukan-dan-tanggapan-disiplin-pegawai-2026-12-05.xlsx` */
function attachment({ title, subtitle, facts }: DocumentModel, format: Format): Record<string, string> {
  const day = facts.at(-1)?.[1] ?? "";
  const subject = subtitle.split(": ").at(-1) ?? "";
  return {
    "content-disposition": `attachment; filename="${fileNameOf(title, subject.slice(0, 40), day)}.${format}"`,
  };
}
