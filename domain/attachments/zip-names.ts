/**
 * The names in the central directory of a ZIP file (APPNOTE 6.3.10, sections
 * 4.3.12 and 4.3.16). Nothing is unpacked.
 */
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
}

/** Null when it is no ZIP, is damaged, or split over several files (ZIP64 is not used by files of at most 10 MB). */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count > MAX_ENTRIES) return null;
  const decoder = new TextDecoder("utf-8");
  const entries: ZipEntry[] = [];
  for (let at = directory, read = 0; read < count; read += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    entries.push({ name, encrypted: (view.getUint16(at + 8, true) & 1) === 1 });
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Offset of the end record: the last one whose comment reaches exactly to the end of the file. */
function endRecord(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    const ends = at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength;
    if (ends && view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
