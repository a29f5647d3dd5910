/**
 * The caret stays with its clause. A move reaches the text as clauses that go
 * and equal ones that come: the nodes are others afterwards, the cids are not.
 */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
  type PointType,
} from "lexical";
import { $isClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf, $offsetIn, $selectText } from "../../collab/document/operations.ts";
import type { Cid } from "../../domain/ids.ts";
import type { StructureKeeper } from "./structure.ts";

interface Place {
  readonly key: NodeKey;
  readonly cid: Cid;
  /** In UTF-16 units of the clause's text. */
  readonly offset: number;
}

interface Stand {
  readonly anchor: Place;
  readonly focus: Place;
}

/** Is told of an update after `structure`, so it is registered after it. */
export function registerCaretFollowing(editor: LexicalEditor, structure: StructureKeeper): () => void {
  /** Where the caret stood in a clause that is gone and may still come again. */
  let lost: Stand | null = null;
  const stillThere = ({ key, cid }: Place) => structure.clauses[structure.indexOfKey(key)]?.cid === cid;

  return editor.registerUpdateListener(({ prevEditorState, tags }) => {
    if (!tags.has(COLLABORATION_TAG)) {
      lost = null;
      return;
    }
    const stood = lost ?? prevEditorState.read($stand);
    if (stood === null || (stillThere(stood.anchor) && stillThere(stood.focus))) return;
    const anchor = structure.keyOfCid(stood.anchor.cid);
    const focus = structure.keyOfCid(stood.focus.cid);
    lost = anchor === null || focus === null ? stood : null;
    if (anchor === null || focus === null) return;
    const root = editor.getRootElement();
    const focused = root?.contains(document.activeElement) === true;
    editor.update(
      () => {
        const [from, to] = [$getNodeByKey(anchor), $getNodeByKey(focus)];
        if (!$isClauseNode(from) || !$isClauseNode(to)) return;
        $selectText(from, stood.anchor.offset, to, stood.focus.offset);
      },
      // Where others move something, one's own view of the page stays.
      { tag: focused ? SKIP_SCROLL_INTO_VIEW_TAG : SKIP_DOM_SELECTION_TAG },
    );
  });
}

function $stand(): Stand | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $place(selection.anchor);
  const focus = selection.isCollapsed() ? anchor : $place(selection.focus);
  return anchor && focus && { anchor, focus };
}

function $place(point: PointType): Place | null {
  const clause = $clauseOf(point.getNode());
  const cid = clause?.getCid() ?? null;
  if (clause === null || cid === null) return null;
  return { key: clause.getKey(), cid, offset: $offsetIn(clause, point) };
}
