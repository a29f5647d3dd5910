/** The list of clauses while it is being read. */
import type { ClauseKind, ClauseLevel, TableValue } from "../clauses/clause.ts";
import type { Cid } from "../ids.ts";
import type { Piece } from "./pieces.ts";

export interface Draft {
  readonly cid: Cid;
  kind: ClauseKind;
  readonly level: ClauseLevel;
  /** The label as printed, with the words before it ("Menimbang : a."). */
  label: string;
  /** The bare ordinal as printed or, if damaged, unknown: then it is counted. */
  readonly ordinal?: string;
  text: string;
  readonly line: number;
  readonly quoted: boolean;
  explains?: Cid;
  number?: string;
  value?: TableValue;
}

export interface DraftInit {
  readonly level?: number;
  readonly label?: string;
  readonly ordinal?: string | undefined;
  readonly quoted?: boolean;
}

export type Joiner = "space" | "line";

/** How the newest clause was read so far: where its lines stand decides whether the next one goes on with it. */
export interface Shape {
  /** Column of the label, or of the first line. */
  readonly indent: number;
  lastIndent: number;
  lastEnd: number;
  lines: number;
}

export interface DraftList {
  readonly all: Draft[];
  readonly shape: Shape;
  open(kind: ClauseKind, at: Piece, init?: DraftInit): Draft;
  append(piece: Piece, text: string, joiner?: Joiner): void;
  /** The last characters of what was read last, for deciding how a sentence stands. */
  tail(): string;
  /** The first words of the newest clause, at most 600 characters: the whole text would be copied at every line. */
  head(): string;
  /** Marks without width that stood between the newest clause and the next line. */
  keepInvisible(marks: string): void;
  /** The words so far are a heading line: what follows begins anew. */
  seal(): void;
}

const TAIL = 80;
const HEAD = 600;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060]/g;
const SPACES = /\s+/g;

export function createDrafts(newCid: () => Cid): DraftList {
  const all: Draft[] = [];
  let tail = "";
  let head = "";
  let shape: Shape = { indent: 0, lastIndent: 0, lastEnd: 0, lines: 0 };

  return {
    all,
    get shape() {
      return shape;
    },
    tail: () => tail,
    head: () => head,
    keepInvisible: (marks) => {
      const draft = all.at(-1);
      if (draft && draft.text === "" && draft.label !== "") draft.label += marks;
      else if (draft) draft.text += marks;
    },
    seal: () => {
      tail = "";
    },
    open(kind, at, { level = 0, label = "", ordinal, quoted = false } = {}) {
      const draft: Draft = {
        cid: newCid(),
        kind,
        level: Math.max(0, Math.min(4, level)) as ClauseLevel,
        label: label.replace(SPACES, " ").trim(),
        text: "",
        line: at.line,
        quoted,
        ...(ordinal !== undefined && ordinal !== "" && { ordinal }),
      };
      all.push(draft);
      tail = "";
      head = "";
      shape = { indent: at.indent, lastIndent: at.indent, lastEnd: at.end, lines: 0 };
      return draft;
    },
    append(piece, text, joiner = "space") {
      const draft = all.at(-1);
      if (!draft) throw new Error("Text before the first clause");
      const words = text.replace(SPACES, " ").trim();
      if (words === "") return;
      const between =
        draft.text === "" ? "" : joiner === "line" ? "\n" : gapBetween(tail, words, piece.lineStart);
      draft.text += between + words;
      if (head.length < HEAD) head = (head + between + words).slice(0, HEAD);
      tail = (tail + between + words.slice(-2 * TAIL)).replace(INVISIBLE, "").slice(-TAIL);
      shape.lines++;
      shape.lastIndent = piece.indent;
      shape.lastEnd = piece.end;
    },
  };
}

/** A word cut at the end of a line ("perundang-" / "undangan", "Timur/" / "Tengah") is joined as it was; never changed. */
function gapBetween(before: string, after: string, lineBreak: boolean): string {
  if (!lineBreak) return " ";
  const joins = /[\p{L}\d]-$/u.test(before)
    ? !/^(?:dan|atau|sampai)\b|^[^\p{L}\d]/u.test(after)
    : before.endsWith("/");
  return joins ? "" : " ";
}
