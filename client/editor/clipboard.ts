/**
 * Copy, cut and paste. Our own clauses travel as JSON under a type of their own
 * (cut and paste inside one policy keeps identities), beside plain text with
 * labels for everything else. Foreign text is read for structure.
 */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  DRAGSTART_COMMAND,
  PASTE_COMMAND,
  type LexicalEditor,
} from "lexical";
import * as v from "valibot";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import {
  $clauseOf,
  $copySelection,
  $cutSelection,
  $insertClauses,
  $insertRuns,
  $offsetIn,
  $removeSelection,
  $selectedClauses,
  $splitClause,
} from "../../collab/document/operations.ts";
import { clauseListSchema } from "../../domain/clauses/clause.contract.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";
import type { Cid } from "../../domain/ids.ts";
import { parsePasted } from "../../domain/parsing/paste.ts";
import type { StructureKeeper } from "./structure.ts";

const CLAUSES_TYPE = "application/x-rembuk-clauses+json";
/** Longest text taken from the clipboard, in UTF-16 units; longer ones are an import. */
const MAX_PASTE_LENGTH = 1_000_000;

export interface ClipboardOptions {
  readonly policyId: string;
  readonly structure: StructureKeeper;
  newCid(): Cid;
  beforeStep(): void;
  /** Others' carets may be lost: runs `go` at once, or after a person agreed. */
  guard(cids: readonly Cid[], act: "remove" | "join", go: () => void): void;
  announce(code: string): void;
}

const payloadSchema = v.strictObject({
  policyId: v.string(),
  /** The selection lies within one clause: words, not a unit. */
  words: v.boolean(),
  clauses: clauseListSchema,
});

export type Payload = v.InferOutput<typeof payloadSchema>;

export function registerClipboard(editor: LexicalEditor, options: ClipboardOptions): () => void {
  const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const data = event instanceof ClipboardEvent ? event.clipboardData : null;
    const clauses = $copySelection();
    if (data === null || clauses === null) return false;
    event?.preventDefault();
    const words = clauses.length === 1;
    data.setData(CLAUSES_TYPE, JSON.stringify({ policyId: options.policyId, words, clauses }));
    data.setData(
      "text/plain",
      words ? clauseText(clauses[0] as Clause) : plainText(clauses, options.structure),
    );
    return true;
  };

  const cut = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    if (!copy(event)) return false;
    const cids = $selectedClauses()
      .map((node) => node.getCid())
      .filter((cid) => cid !== null);
    options.guard(cids.length > 1 ? cids : [], "remove", () => {
      options.beforeStep();
      editor.update(() => void $cutSelection());
    });
    return true;
  };

  const take = (payload: Payload | null, text: string): void => {
    const selection = $getSelection();
    const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
    if (clause === null) return;
    options.beforeStep();
    const clauses = payload === null ? null : ownClauses(payload, options);
    if (payload?.words) $insertRuns(clauses?.[0]?.runs ?? []);
    else if (clauses !== null) $place(clauses, options);
    else if (text.length > MAX_PASTE_LENGTH) options.announce("paste-too-long");
    else if (!/[\r\n]/.test(text.trim())) {
      $insertRuns(text === "" ? [] : [{ text: text.replaceAll(/\s+/g, " ") }]);
    } else {
      const at = { kind: clause.getKind(), level: clause.getLevel() };
      $place(parsePasted(text, at, { newCid: options.newCid }), options);
    }
  };

  const paste = (event: unknown): boolean => {
    if (!(event instanceof ClipboardEvent) || event.clipboardData === null || !editor.isEditable())
      return false;
    event.preventDefault();
    // Read now: afterwards the browser empties it.
    const payload = readPayload(event.clipboardData.getData(CLAUSES_TYPE));
    const text = event.clipboardData.getData("text/plain");
    const replaced = $selectedClauses()
      .slice(1)
      .map((node) => node.getCid());
    options.guard(
      replaced.filter((cid) => cid !== null),
      "remove",
      () => editor.update(() => take(payload, text)),
    );
    return true;
  };

  const high = COMMAND_PRIORITY_HIGH;
  const stops = [
    editor.registerCommand(COPY_COMMAND, copy, high),
    editor.registerCommand(CUT_COMMAND, cut, high),
    editor.registerCommand(PASTE_COMMAND, paste, high),
    // Text is moved with the keyboard or by cut and paste: a slip of the mouse must not move a norm.
    editor.registerCommand(DRAGSTART_COMMAND, (event) => (event.preventDefault(), true), high),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      high,
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Puts clauses where the caret is: in place of an empty clause, after the one it ends, or between the halves of one. */
function $place(clauses: readonly Clause[], { newCid }: ClipboardOptions): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || clauses.length === 0) return;
  if (!selection.isCollapsed()) $removeSelection();
  const now = $getSelection();
  const clause = $isRangeSelection(now) ? $clauseOf(now.anchor.getNode()) : null;
  if (clause === null || !$isRangeSelection(now)) return;
  const offset = $offsetIn(clause, now.anchor);
  const size = clause.getTextContentSize();
  if (size === 0 && KINDS[clause.getKind()].hasText) {
    $insertClauses(clauses, clause, newCid);
    clause.remove();
    return;
  }
  let after: ClauseNode | null = clause;
  if (offset === 0 && size > 0) after = clause.getPreviousSibling<ClauseNode>();
  else if (offset < size) $splitClause({ kind: clause.getKind(), level: clause.getLevel() });
  $insertClauses(clauses, after, newCid);
}

/**
 * What was copied in this policy as it is: a cid that is no longer present comes
 * back. From another policy everything is a copy with new cids, and references
 * to what was not copied along are only words.
 */
export function ownClauses(
  { policyId, clauses }: Payload,
  options: Pick<ClipboardOptions, "policyId" | "newCid">,
): readonly Clause[] {
  if (policyId === options.policyId) return clauses;
  const copies = new Map(clauses.map(({ cid }) => [cid, options.newCid()]));
  return clauses.map(({ explains, ...clause }) => {
    const explained = explains === undefined ? undefined : copies.get(explains);
    return {
      ...clause,
      cid: copies.get(clause.cid) ?? options.newCid(),
      runs: clause.runs.map(({ ref, ...run }) => {
        const target = ref === undefined ? undefined : copies.get(ref);
        return target === undefined ? run : { ...run, ref: target };
      }),
      ...(explained !== undefined && { explains: explained }),
    };
  });
}

function readPayload(json: string): Payload | null {
  if (json === "") return null;
  try {
    const parsed = v.safeParse(payloadSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** One clause a line, with its label, as a person would type it. */
function plainText(clauses: readonly Clause[], structure: StructureKeeper): string {
  const { numbering, indexOf } = structure.derived();
  return clauses
    .map((clause) => {
      const label = numbering.labels[indexOf.get(clause.cid) ?? -1] ?? "";
      const text = clauseText(clause);
      const heading = KINDS[clause.kind].isTitle === true;
      return label && text ? label + (heading ? "\n" : " ") + text : label || text;
    })
    .join("\n");
}
