/** Reading XLSX and DOCX back from their bytes. */
import { strFromU8, unzipSync } from "fflate";

const decode = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export interface ReadCell {
  readonly type: "text" | "number" | "formula" | "other";
  readonly text: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

/** All sheets in their order; empty cells are left out. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const parts = partsOf(bytes);
  const shared = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) =>
    textOf(si, "t"),
  );
  const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = ""]) => decode(name),
  );
  return names.map((name, at) => {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? "";
    const rows = [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, attributes = "", inner = ""]): ReadCell => {
          if (/<f[ >]/.test(inner)) return { type: "formula", text: inner };
          const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? "";
          if (/t="s"/.test(attributes)) return { type: "text", text: shared[Number(value)] ?? "" };
          if (/t="inlineStr"/.test(attributes)) return { type: "text", text: textOf(inner, "t") };
          if (/t="str"/.test(attributes)) return { type: "text", text: decode(value) };
          if (/t="n"/.test(attributes) || !attributes.includes(" t=")) return { type: "number", text: value };
          return { type: "other", text: value };
        },
      ),
    );
    return { name, rows };
  });
}

const textOf = (xml: string, tag: string): string =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, "gs"))]
    .map(([, text = ""]) => decode(text))
    .join("");

export interface ReadDocx {
  /** Text of every paragraph outside tables. */
  readonly paragraphs: readonly string[];
  /** Tables as rows of cells; a break is `\n`. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly xml: string;
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const xml = partsOf(bytes)["word/document.xml"] ?? "";
  const tables = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = ""]) =>
    [...table.matchAll(/<w:tr(?: [^>]*)?>(.*?)<\/w:tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<w:tc(?: [^>]*)?>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) => wordText(cell)),
    ),
  );
  const outside = xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, "");
  const paragraphs = [...outside.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>/gs)].map(([, inner = ""]) =>
    wordText(inner),
  );
  return { paragraphs, tables, xml };
}

const wordText = (xml: string): string =>
  [...xml.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
    .map(([whole, text]) => (whole.startsWith("<w:br") ? "\n" : decode(text ?? "")))
    .join("");
