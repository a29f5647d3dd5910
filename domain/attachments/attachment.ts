/** Files that people add to an input. Rules: `RULES.md`. */
export const ATTACHMENT_KINDS = ["pdf", "docx", "xlsx", "odt", "png", "jpeg", "txt"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

const MEGABYTE = 1024 * 1024;
/** [AT3] */
export const ATTACHMENT_LIMITS = {
  bytes: 10 * MEGABYTE,
  perItem: 5,
  bytesPerSubmission: 30 * MEGABYTE,
  name: 120,
} as const;

interface KindFacts {
  readonly mediaType: string;
  /** The first is the one that names get. */
  readonly endings: readonly [string, ...string[]];
}

export const ATTACHMENT_FACTS: Readonly<Record<AttachmentKind, KindFacts>> = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
  },
  odt: { mediaType: "application/vnd.oasis.opendocument.text", endings: ["odt"] },
  png: { mediaType: "image/png", endings: ["png"] },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  txt: { mediaType: "text/plain; charset=utf-8", endings: ["txt"] },
};

export interface Attachment {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
}

/** What leaves the server of a file: never who uploaded it. */
export type AttachmentView = Pick<Attachment, "id" | "name" | "kind" | "bytes">;

export const presentAttachment = ({ id, name, kind, bytes }: Attachment): AttachmentView => ({
  id,
  name,
  kind,
  bytes,
});

// Controls, separators of lines, and marks that turn the direction of what follows (a name that only looks like .pdf).
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The name under which a file of this kind is kept. [AT5] */
export function attachmentName(given: string, kind: AttachmentKind): string {
  const { endings } = ATTACHMENT_FACTS[kind];
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const line = last
    .replaceAll(UNSAFE, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .trim();
  const ending = endings.find((each) => line.toLowerCase().endsWith(`.${each}`));
  const stem = (ending ? line.slice(0, -ending.length - 1) : line).trim();
  const room = ATTACHMENT_LIMITS.name - (ending ?? endings[0]).length - 1;
  const cut = stem.slice(0, room).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut === "" ? "lampiran" : cut}.${ending ?? endings[0]}`;
}

/** `Content-Disposition` of a download (RFC 6266, RFC 8187). [AT7] */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Where the file lies in the file store. The id keeps two uploads of the same bytes apart, so that one can go. [AT6] */
export const attachmentFile = ({ sha256, id }: Pick<Attachment, "sha256" | "id">): string =>
  `attachments/${sha256.slice(0, 2)}/${sha256}-${id}`;
