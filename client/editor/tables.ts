/**
 * Tables in the sheet. A `tabel` has no text of its own: its cells are drawn
 * into its element, where the editor does not look, and edited in a dialog.
 */
import {
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  INSERT_PARAGRAPH_COMMAND,
  setDOMUnmanaged,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import { $isClauseNode, ClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf, $findClause, $insertClauseAfter, $setTable } from "../../collab/document/operations.ts";
import { tableValueJson } from "../../collab/document/states.ts";
import type { TableValue } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { makeSubject, type Observable } from "./observable.ts";
import type { StructureKeeper } from "./structure.ts";

/** `TABLE_MAX_LENGTH` of the room (collab/PROTOCOL.md), in characters of JSON. */
const MAX_LENGTH = 256 * 1024;

export interface Tables {
  /** The table that the dialog is open for. */
  readonly editing: Observable<Cid | null>;
  /** Opens the dialog for a `tabel`; nothing for other clauses. */
  edit(cid: Cid): void;
  close(): void;
  value(cid: Cid): TableValue | null;
  /** False when it is too large or the clause is gone. One step of undo. */
  set(cid: Cid, value: TableValue): boolean;
  dispose(): void;
}

export function registerTables(
  editor: LexicalEditor,
  structure: StructureKeeper,
  beforeStep: () => void,
): Tables {
  const editing = makeSubject<Cid | null>(null);
  const drawn = new Map<NodeKey, { readonly table: HTMLElement; readonly value: TableValue }>();

  const draw = () => {
    const left = new Set(drawn.keys());
    for (const [index, { kind, value }] of structure.clauses.entries()) {
      const key = structure.keys[index];
      if (kind !== "tabel" || value === undefined || key === undefined) continue;
      left.delete(key);
      const element = editor.getElementByKey(key);
      const before = drawn.get(key);
      if (element === null || (before?.value === value && before.table.parentElement === element)) continue;
      before?.table.remove();
      const table = tableElement(value);
      element.append(table);
      element.dataset["filled"] = "";
      drawn.set(key, { table, value });
    }
    for (const key of left) {
      const table = drawn.get(key)?.table;
      delete table?.parentElement?.dataset["filled"];
      table?.remove();
      drawn.delete(key);
    }
  };
  const edit = (cid: Cid) => {
    const clause = structure.clauses[structure.indexOfCid(cid)];
    if (clause?.kind === "tabel" && editor.isEditable()) editing.set(cid);
  };
  const editAtCaret = (): boolean => {
    const selection = $getSelection();
    const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
    const cid = clause?.getKind() === "tabel" && $isRangeSelection(selection) ? clause.getCid() : null;
    if (cid === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
    edit(cid);
    return true;
  };
  const cidAt = (event: Event): Cid | null => {
    const table = event.target instanceof Element ? event.target.closest(".sheet-table") : null;
    return (table?.parentElement?.dataset["cid"] as Cid | undefined) ?? null;
  };
  const onDoubleClick = (event: Event) => {
    const cid = cidAt(event);
    if (cid !== null) edit(cid);
  };
  const onClick = (event: Event) => {
    const cid = cidAt(event);
    const key = cid === null ? null : structure.keyOfCid(cid);
    if (key === null || !editor.isEditable()) return;
    editor.update(() => {
      const node = $getNodeByKey(key);
      if ($isClauseNode(node)) node.selectStart();
    });
  };

  const stops = [
    structure.onChange(({ structural, texts }) => {
      const touched = [...texts].some(
        (key) => structure.clauses[structure.indexOfKey(key)]?.kind === "tabel",
      );
      if (structural || touched) draw();
    }),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener("dblclick", onDoubleClick);
      before?.removeEventListener("click", onClick);
      root?.addEventListener("dblclick", onDoubleClick);
      root?.addEventListener("click", onClick);
      if (root !== null) draw();
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, editAtCaret, COMMAND_PRIORITY_CRITICAL),
    editor.registerNodeTransform(ClauseNode, (node) => {
      if ($hasUpdateTag(COLLABORATION_TAG) || $hasUpdateTag(HISTORIC_TAG) || editor.isComposing()) return;
      if (node.getKind() === "tabel" && node.getTextContentSize() > 0) $moveWordsBehind(node);
    }),
  ];
  return {
    editing,
    edit,
    close: () => editing.set(null),
    value: (cid) => structure.clauses[structure.indexOfCid(cid)]?.value ?? null,
    set: (cid, value) => {
      if (tableValueJson(value).length > MAX_LENGTH || !editor.isEditable()) return false;
      let found = false;
      beforeStep();
      editor.update(
        () => {
          const node = $findClause(cid);
          if (node?.getKind() !== "tabel") return;
          $setTable(node, value);
          found = true;
        },
        { discrete: true },
      );
      beforeStep();
      return found;
    },
    dispose: () => stops.forEach((stop) => stop()),
  };
}

/** Words that came into a table, however they came, become a clause after it. */
function $moveWordsBehind(node: ClauseNode): void {
  const words = node.getChildren();
  const holder = $insertClauseAfter(node, { kind: "isi", level: node.getLevel() });
  holder.splice(0, 0, words);
  const last = words.at(-1);
  if ($isTextNode(last)) last.selectEnd();
  else holder.select(words.length, words.length);
}

function tableElement({ head, rows }: TableValue): HTMLElement {
  const table = document.createElement("table");
  table.className = "sheet-table";
  table.contentEditable = "false";
  setDOMUnmanaged(table);
  for (const [index, cells] of rows.entries()) {
    const row = table.insertRow();
    for (const text of cells) {
      const cell = document.createElement(index < head ? "th" : "td");
      cell.textContent = text;
      row.append(cell);
    }
  }
  return table;
}
