/**
 * What each kind of clause is: where it stands, how it is counted and printed,
 * what people may do with it. Everything else derives from this table.
 * Sources: UU 12/2011 Lampiran II (L2) 22, 52, 70-95, 194.
 */
import type { ClauseKind } from "./clause.ts";
import type { OrdinalForm } from "./numerals.ts";

/**
 * `line` stands alone and holds nothing; `provision` opens at the top and holds
 * items; `heading` holds what follows by rank; `item` and `text` stand by level.
 */
export type ClauseRole = "line" | "provision" | "heading" | "item" | "text" | "table";

/** The part of a document in which a kind is at home; `lampiran` and `penjelasan` open a region of their own. */
export type ClausePart = "opening" | "body" | "closing" | "elucidation" | "annex" | "any";

/** Over what a counter runs before it starts again (CL5). */
export type CounterScope = "region" | "parent" | "block";

export interface LabelForm {
  readonly ordinal: OrdinalForm;
  readonly scope: CounterScope;
  /** Printed before and after the ordinal: `Pasal ` + `12`, `(` + `3` + `)`. */
  readonly before: string;
  readonly after: string;
  /** A lone clause of its kind has no ordinal: `bare` leaves the words, `none` leaves nothing (L2 22, 52, 194). */
  readonly lone?: "none" | "bare";
  /** Word in a reference: `ayat (3)` is `ayat` and brackets. Absent: never referred to by label. */
  readonly citedAs?: string;
}

export interface KindInfo {
  readonly role: ClauseRole;
  readonly part: ClausePart;
  /** Depth in the tree: a clause stands under the nearest open one of smaller rank. Items and texts add their level. */
  readonly rank: number;
  readonly hasText: boolean;
  /** The clause's own text is a heading (title), not a norm. */
  readonly isTitle?: true;
  readonly commentable: boolean;
  readonly label: LabelForm | null;
  /** Words printed before the first label of a run of this kind ("Menimbang"); not part of the label. */
  readonly prefix?: string;
}

/** Rank of items and texts at level 0; each level adds one. */
export const ITEM_RANK = 10;

type Form = [ordinal: OrdinalForm, scope: CounterScope, before: string, after: string];

function label(
  [ordinal, scope, before, after]: Form,
  more: Pick<LabelForm, "lone" | "citedAs"> = {},
): LabelForm {
  return { ordinal, scope, before, after, ...more };
}

const line = (part: ClausePart, more: Partial<KindInfo> = {}): KindInfo => ({
  role: "line",
  part,
  rank: 0,
  hasText: true,
  commentable: false,
  label: null,
  ...more,
});

const provision = (part: ClausePart, form: LabelForm | null, more: Partial<KindInfo> = {}): KindInfo => ({
  role: "provision",
  part,
  rank: 1,
  hasText: true,
  commentable: false,
  label: form,
  ...more,
});

const heading = (rank: number, form: LabelForm, more: Partial<KindInfo> = {}): KindInfo => ({
  role: "heading",
  part: "body",
  rank,
  hasText: true,
  commentable: false,
  label: form,
  ...more,
});

const item = (form: LabelForm): KindInfo => ({
  role: "item",
  part: "any",
  rank: ITEM_RANK,
  hasText: true,
  commentable: false,
  label: form,
});

export const KINDS: Readonly<Record<ClauseKind, KindInfo>> = {
  kop: line("opening"),
  judul: line("opening", { isTitle: true }),
  frasa: line("any"),
  jabatan: line("any"),
  menimbang: provision(
    "opening",
    label(["letter", "region", "", "."], { lone: "none", citedAs: "Menimbang huruf" }),
    {
      commentable: true,
      prefix: "Menimbang",
    },
  ),
  mengingat: provision(
    "opening",
    label(["arabic", "region", "", "."], { lone: "none", citedAs: "Mengingat angka" }),
    {
      commentable: true,
      prefix: "Mengingat",
    },
  ),
  memperhatikan: provision(
    "opening",
    label(["arabic", "region", "", "."], { lone: "none", citedAs: "Memperhatikan angka" }),
    { prefix: "Memperhatikan" },
  ),
  kepada: provision(
    "opening",
    label(["arabic", "region", "", "."], { lone: "none", citedAs: "Kepada angka" }),
    {
      prefix: "Kepada",
    },
  ),
  untuk: provision("body", label(["arabic", "region", "", "."], { lone: "none", citedAs: "Untuk angka" }), {
    commentable: true,
    prefix: "Untuk",
  }),
  menetapkan: line("opening", { prefix: "Menetapkan" }),
  diktum: provision("body", label(["words-capitals", "region", "", ""], { citedAs: "Diktum" }), {
    commentable: true,
  }),
  buku: heading(1, label(["words-capitals", "region", "BUKU ", ""], { citedAs: "Buku" }), { isTitle: true }),
  bab: heading(2, label(["roman", "parent", "BAB ", ""], { citedAs: "BAB" }), { isTitle: true }),
  bagian: heading(3, label(["words", "parent", "Bagian ", ""], { citedAs: "Bagian" }), { isTitle: true }),
  paragraf: heading(4, label(["arabic", "parent", "Paragraf ", ""], { citedAs: "Paragraf" }), {
    isTitle: true,
  }),
  pasal: heading(5, label(["arabic", "region", "Pasal ", ""], { citedAs: "Pasal" }), {
    hasText: false,
    commentable: true,
  }),
  ayat: heading(6, label(["arabic", "parent", "(", ")"], { citedAs: "ayat" }), { commentable: true }),
  huruf: item(label(["letter", "parent", "", "."], { citedAs: "huruf" })),
  angka: item(label(["arabic", "parent", "", "."], { citedAs: "angka" })),
  subhuruf: item(label(["letter", "parent", "", ")"], { citedAs: "huruf" })),
  subangka: item(label(["arabic", "parent", "", ")"], { citedAs: "angka" })),
  isi: { role: "text", part: "any", rank: ITEM_RANK, hasText: true, commentable: false, label: null },
  butir: heading(6, label(["arabic", "parent", "", "."], { citedAs: "angka" }), { commentable: true }),
  "bagian-se": provision("body", label(["letter-capital", "region", "", "."], { citedAs: "huruf" }), {
    commentable: true,
  }),
  penutup: line("closing"),
  "penjelasan-umum": provision("elucidation", null, { commentable: true, prefix: "I. UMUM" }),
  "penjelasan-pasal": {
    role: "heading",
    part: "elucidation",
    rank: 5,
    hasText: true,
    commentable: true,
    label: label(["arabic", "region", "Pasal ", ""], { citedAs: "Penjelasan Pasal" }),
    prefix: "II. PASAL DEMI PASAL",
  },
  lampiran: {
    role: "heading",
    part: "annex",
    rank: 0,
    hasText: true,
    isTitle: true,
    commentable: true,
    label: label(["roman", "block", "LAMPIRAN ", ""], { lone: "bare", citedAs: "Lampiran" }),
  },
  tabel: { role: "table", part: "any", rank: ITEM_RANK, hasText: false, commentable: false, label: null },
  tembusan: line("closing", {
    label: label(["arabic", "region", "", "."], { lone: "none" }),
    prefix: "Tembusan",
  }),
};

/** The four kinds of list item, outermost first (L2 87h: at most four levels). */
export const ITEM_KINDS = ["huruf", "angka", "subhuruf", "subangka"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const MAX_LIST_LEVEL = 4;

export const isItem = (kind: ClauseKind): kind is ItemKind => KINDS[kind].role === "item";

/** Items and texts are placed by their level; every other kind has level 0. */
export const hasLevel = (kind: ClauseKind): boolean => isItem(kind) || kind === "isi";

/** Whether the kind opens a part of the outline: buku, bab, bagian, paragraf, pasal. */
export const isStructural = (kind: ClauseKind): boolean =>
  KINDS[kind].role === "heading" && KINDS[kind].part === "body" && KINDS[kind].rank <= 5;
