/** What may be imported: plain text within the limits of the contract. Everything else is refused with a reason before it is sent. */
import { MAX_IMPORT_LENGTH, MAX_IMPORT_LINES } from "../../domain/policies/policies.contract.ts";

export type ImportRefusal = "empty" | "too-long" | "too-many-lines" | "binary" | "word-document" | "encoding";

export type ImportSource =
  | { readonly ok: true; readonly text: string; readonly lineCount: number }
  | { readonly ok: false; readonly refusal: ImportRefusal };

const refuse = (refusal: ImportRefusal): ImportSource => ({ ok: false, refusal });

/** UTF-8 takes at most three bytes for one UTF-16 unit. */
const MAX_IMPORT_BYTES = 3 * MAX_IMPORT_LENGTH;

/** First bytes of a ZIP, which is what a .docx or .odt is, and of an old .doc. */
const isOfficeFile = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** Checks a text as typed or pasted. Line ends become `\n`, as the reader and the server count them. */
export function readImportText(raw: string): ImportSource {
  const text = raw.replaceAll("\r\n", "\n");
  if (text.trim() === "") return refuse("empty");
  if (text.length > MAX_IMPORT_LENGTH) return refuse("too-long");
  if (text.includes("\u0000")) return refuse("binary");
  const lineCount = text.split("\n").length;
  if (lineCount > MAX_IMPORT_LINES) return refuse("too-many-lines");
  return { ok: true, text, lineCount };
}

/** Checks the bytes of a file: UTF-8, or UTF-16 with its mark as Windows writes it. */
export function readImportBytes(bytes: Uint8Array): ImportSource {
  if (bytes.byteLength > MAX_IMPORT_BYTES) return refuse("too-long");
  if (isOfficeFile(bytes)) return refuse("word-document");
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  if (encoding === "utf-8" && bytes.subarray(0, 8192).includes(0)) return refuse("binary");
  try {
    return readImportText(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refuse("encoding");
  }
}
