/** What is known while a text is read from the first piece to the last. Each region has its own reader. */
import type { ClauseKind, DocumentType } from "../clauses/clause.ts";
import type { Cid } from "../ids.ts";
import { createDrafts, type Draft, type DraftInit, type DraftList, type Joiner } from "./drafts.ts";
import type { Piece } from "./pieces.ts";
import type { ItemForm } from "./read-label.ts";
import type { ParseWarning, ParseWarningCode } from "./warnings.ts";

export type Region = "kop" | "judul" | "opening" | "body" | "letter" | "closing" | "elucidation" | "annex";

/** An open list: the newest item at its level. Level 0 are provisions that are counted like items. */
export interface ListEntry {
  readonly level: number;
  readonly kind: ClauseKind;
  form: ItemForm | null;
  whole: number;
  suffix: string;
  /** Column of the newest label. */
  indent: number;
  /** How the item before the newest one ended: "dan" announces the last. */
  last: boolean;
}

export interface Counters {
  buku: number;
  bab: number;
  bagian: number;
  paragraf: number;
  pasal: number;
  ayat: number;
  /** The newest ayat was printed as "1)". */
  bare: boolean;
}

export const freshCounters = (): Counters => ({
  buku: 0,
  bab: 0,
  bagian: 0,
  paragraf: 0,
  pasal: 0,
  ayat: 0,
  bare: false,
});

export type PartForm = "letter" | "roman" | "number";

export interface Reading {
  readonly pieces: readonly Piece[];
  /** Index of the piece being read. */
  at: number;
  readonly out: DraftList;
  readonly warnings: ParseWarning[];
  /** Continued lines of items stand deeper than their label: then columns tell where a text belongs. */
  readonly hanging: boolean;
  /** Each line is a whole paragraph: none goes on with the sentence of the line before. */
  readonly unwrapped: boolean;
  region: Region;
  documentType: DocumentType;
  lists: ListEntry[];
  counters: Counters;
  /** Words such as "Menimbang :" that wait for the first label of their list. */
  prefix: { text: string; piece: Piece; kind: ClauseKind } | null;
  /** The newest heading may still take lines of its title. */
  titleOpen: boolean;
  /** In the Roman Pasal of an amending act: the frame itself, and the text that it quotes. */
  amending: { roman: number; butir: number; mentioned: ReadonlySet<string>; butirText: string } | null;
  quoted: boolean;
  diktum: number;
  lampiran: number;
  /** Parts of a Surat Edaran so far, and how they count. */
  parts: { count: number; form: PartForm };
  decided: boolean;
  bodySeen: boolean;
}

export function createReading(
  pieces: readonly Piece[],
  newCid: () => Cid,
  { hanging, unwrapped }: { readonly hanging: boolean; readonly unwrapped: boolean },
): Reading {
  return {
    pieces,
    at: 0,
    out: createDrafts(newCid),
    warnings: [],
    hanging,
    unwrapped,
    region: "kop",
    documentType: "perkada",
    lists: [],
    counters: freshCounters(),
    prefix: null,
    titleOpen: false,
    amending: null,
    quoted: false,
    diktum: 0,
    lampiran: 0,
    parts: { count: 0, form: "letter" },
    decided: false,
    bodySeen: false,
  };
}

export function warn(
  reading: Reading,
  code: ParseWarningCode,
  line: number,
  found?: string,
  expected?: string,
): void {
  reading.warnings.push({
    line,
    code,
    ...(found !== undefined && { found: found.slice(0, 120) }),
    ...(expected !== undefined && { expected }),
  });
}

/** Opens a clause; inside an amendment's quotation it is marked so. A waiting prefix goes before its label. */
export function open(reading: Reading, kind: ClauseKind, piece: Piece, init: DraftInit = {}): Draft {
  let at = piece;
  let label = init.label ?? "";
  if (reading.prefix) {
    at = { ...piece, line: reading.prefix.piece.line };
    label = `${reading.prefix.text} ${label}`;
    reading.prefix = null;
  }
  reading.titleOpen = false;
  return reading.out.open(kind, at, { ...init, label, quoted: reading.quoted });
}

/** Opens a clause and gives it its first words. */
export function openWith(
  reading: Reading,
  kind: ClauseKind,
  piece: Piece,
  text: string,
  init: DraftInit = {},
): Draft {
  const draft = open(reading, kind, piece, init);
  reading.out.append(piece, text);
  return draft;
}

/** More words of the newest clause; a prefix that still waits for its list stands before them. */
export function append(reading: Reading, piece: Piece, text: string, joiner: Joiner = "space"): void {
  flushPrefix(reading);
  reading.out.append(piece, text, joiner);
}

/** A prefix whose list never came stands as a clause of its own, so that nothing is lost. */
export function flushPrefix(reading: Reading): void {
  const { prefix } = reading;
  if (prefix) open(reading, prefix.kind, prefix.piece, {});
}

export const current = (reading: Reading): Draft | undefined => reading.out.all.at(-1);
