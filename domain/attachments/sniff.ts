/** What a file is, by its content alone. [AT1, AT2] */
import type { AttachmentKind } from "./attachment.ts";
import { zipEntries } from "./zip-names.ts";

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Start of an ODT: its first entry is named `mimetype`, is not compressed, and says what it is (ODF 1.3 part 2, 3.3). */
const ODT_TYPE = "application/vnd.oasis.opendocument.text";
const ODT_NAME_AT = 30;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The kind of the file, or null for whatever is not taken. */
export function sniff(bytes: Uint8Array): AttachmentKind | null {
  if (startsWith(bytes, PDF)) return "pdf";
  if (startsWith(bytes, PNG)) return "png";
  if (startsWith(bytes, JPEG)) return "jpeg";
  if (startsWith(bytes, ZIP)) return sniffZip(bytes);
  return isText(bytes) ? "txt" : null;
}

function sniffZip(bytes: Uint8Array): AttachmentKind | null {
  const entries = zipEntries(bytes);
  if (!entries || entries.some(({ encrypted }) => encrypted)) return null;
  const names = new Set(entries.map(({ name }) => name));
  // Macros: they are what a harmful document brings along.
  if ([...names].some((name) => /(?:^|\/)vbaProject\.bin$|^Basic\/|\.(?:exe|dll|js|vbs)$/i.test(name)))
    return null;
  if (names.has("[Content_Types].xml")) {
    if (names.has("word/document.xml")) return "docx";
    return names.has("xl/workbook.xml") ? "xlsx" : null;
  }
  const start = new TextDecoder().decode(bytes.subarray(ODT_NAME_AT, ODT_NAME_AT + 8 + ODT_TYPE.length));
  return start === `mimetype${ODT_TYPE}` && names.has("content.xml") ? "odt" : null;
}

/** UTF-8 without control characters but tab, line ends and form feed, and with something in it. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  for (const byte of bytes) {
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f)
      return false;
  }
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
