import { Doc, applyUpdate, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { LexicalEditorWithDispose } from "lexical";
import { bindDocument } from "../../collab/document/binding.ts";
import type { BindOptions, DocumentBinding } from "../../collab/document/binding.ts";
import { createDocumentEditor } from "../../collab/document/extension.ts";
import { $readClauses } from "../../collab/document/operations.ts";
import type { Clause, ClauseKind, ClauseLevel, Run } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Valid cids in order: 1, 2, 3 ... within the series named by `series`. */
export function cidSeries(series = 0): () => Cid {
  let next = 0;
  return () => cidOf(++next, series);
}

export function cidOf(number: number, series = 0): Cid {
  let rest = number;
  let text = "";
  for (let digit = 0; digit < 8; digit++) {
    text = DIGITS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `01${DIGITS[series % 32]}000000000000000${text}` as Cid;
}

export function clause(
  number: number,
  content: string | readonly Run[] = "",
  kind: ClauseKind = "ayat",
  level: ClauseLevel = 0,
  more: Partial<Clause> = {},
): Clause {
  const runs = typeof content === "string" ? (content === "" ? [] : [{ text: content }]) : content;
  return { cid: cidOf(number), kind, level, runs, ...more };
}

export interface Peer {
  readonly editor: LexicalEditorWithDispose;
  readonly doc: Doc;
  readonly binding: DocumentBinding;
  /** Updates this peer wrote itself, in order. */
  readonly written: Uint8Array[];
  /** Runs one committed update. */
  edit(fn: () => void): void;
  clauses(): Clause[];
  dispose(): void;
}

export const REMOTE = { name: "remote" };

export function createPeer(
  state?: Uint8Array,
  options: Partial<BindOptions> & { clientID?: number; newCid?: () => Cid } = {},
): Peer {
  const doc = new Doc();
  if (options.clientID !== undefined) doc.clientID = options.clientID;
  const editor = createDocumentEditor(options.newCid === undefined ? {} : { newCid: options.newCid });
  const binding = bindDocument({ editor, doc, ...options });
  const written: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) written.push(update);
  });
  if (state !== undefined) applyUpdate(doc, state, REMOTE);
  return {
    editor,
    doc,
    binding,
    written,
    edit: (fn) => editor.update(fn, { discrete: true }),
    clauses: () => editor.getEditorState().read(() => $readClauses(), { editor }),
    dispose: () => {
      binding.dispose();
      editor.dispose();
      doc.destroy();
    },
  };
}

/** Brings all documents to one state. */
export function exchange(...docs: readonly Doc[]): void {
  for (let round = 0; round < 3; round++) {
    for (const from of docs) {
      for (const to of docs) {
        if (from !== to) applyUpdate(to, encodeStateAsUpdate(from, encodeStateVector(to)), REMOTE);
      }
    }
  }
}

export const textOf = (clauses: readonly Clause[]): string[] =>
  clauses.map(({ runs }) => runs.map(({ text }) => text).join(""));
