/** Small files of every kind, and some that only pretend. */
const encoder = new TextEncoder();
const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...encoder.encode(part)] : [...part])),
  );
const u16 = (n: number): number[] => [n & 255, n >> 8];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];

/** A ZIP whose entries are stored; checksums are left at zero, nobody unpacks it. */
export function zipOf(entries: readonly (readonly [name: string, content: string])[], flags = 0): Uint8Array {
  const local: number[] = [];
  const directory: number[] = [];
  for (const [name, content] of entries) {
    const [n, body] = [[...encoder.encode(name)], [...encoder.encode(content)]];
    const common = [...u16(20), ...u16(flags), ...u16(0), ...u32(0), ...u32(0)];
    const sizes = [...u32(body.length), ...u32(body.length), ...u16(n.length), ...u16(0)];
    const place = u32(local.length);
    directory.push(0x50, 0x4b, 1, 2, ...u16(20), ...common, ...sizes);
    directory.push(...u16(0), ...u16(0), ...u16(0), ...u32(0), ...place, ...n);
    local.push(0x50, 0x4b, 3, 4, ...common, ...sizes, ...n, ...body);
  }
  const count = u16(entries.length);
  const end = [0x50, 0x4b, 5, 6, ...u16(0), ...u16(0), ...count, ...count];
  return Uint8Array.from([
    ...local,
    ...directory,
    ...end,
    ...u32(directory.length),
    ...u32(local.length),
    ...u16(0),
  ]);
}

const TYPES = ["[Content_Types].xml", "<Types/>"] as const;
const ODT_TYPE = ["mimetype", "application/vnd.oasis.opendocument.text"] as const;

export const GOOD = {
  pdf: bytesOf("%PDF-1.7\n%%EOF\n"),
  png: bytesOf([0x89], "PNG\r\n", [0x1a], "\n", [0, 0, 0, 13]),
  jpeg: bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF"),
  docx: zipOf([TYPES, ["word/document.xml", "<w:document/>"]]),
  xlsx: zipOf([TYPES, ["xl/workbook.xml", "<workbook/>"]]),
  odt: zipOf([ODT_TYPE, ["content.xml", "<office/>"]]),
  txt: bytesOf("Catatan rapat — 12 butir\r\n\tselesai\n"),
} as const;

export const BAD: Readonly<Record<string, Uint8Array>> = {
  "a Windows program": bytesOf("MZ", [0x90, 0, 3, 0, 0, 0]),
  "a Linux program": bytesOf([0x7f], "ELF", [2, 1, 1, 0]),
  "an empty file": new Uint8Array(0),
  "a ZIP of anything": zipOf([["a.txt", "a"]]),
  "a ZIP with a program in a document": zipOf([TYPES, ["word/document.xml", ""], ["word/media/x.exe", "MZ"]]),
  "a document with macros": zipOf([TYPES, ["word/document.xml", ""], ["word/vbaProject.bin", "x"]]),
  "an encrypted container": zipOf([TYPES, ["word/document.xml", ""]], 1),
  "a damaged container": GOOD.docx.subarray(0, GOOD.docx.length - 30),
  "an ODT whose type comes second": zipOf([["content.xml", ""], ODT_TYPE]),
  "text that is not UTF-8": Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
  "text with a NUL": bytesOf("a", [0], "b"),
  "a PDF that begins later": bytesOf([0], "%PDF-1.7"),
  "a compressed file": bytesOf([0x1f, 0x8b, 8, 0]),
};
