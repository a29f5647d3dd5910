/** The leaves of a clause: texts and line breaks, as runs and back. */
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isLineBreakNode,
  $isTextNode,
  $setState,
} from "lexical";
import type { LexicalNode, TextNode } from "lexical";
import type { Run } from "../../domain/clauses/clause.ts";
import type { ClauseNode } from "./nodes.ts";
import { COMMENT_STATE_PREFIX, commentState, refState, stateKeys } from "./states.ts";
import { FORMAT_BOLD, FORMAT_ITALIC } from "./wire.ts";

/** A copy with its own key: same text, format, reference and comment keys. */
export function $cloneLeaf(node: LexicalNode): LexicalNode {
  if (!$isTextNode(node)) return $createLineBreakNode();
  const copy = $createTextNode(node.getTextContent()).setFormat(node.getFormat());
  const ref = $getState(node, refState);
  if (ref !== null) $setState(copy, refState, ref);
  for (const key of stateKeys(node)) {
    if (key.startsWith(COMMENT_STATE_PREFIX)) {
      $setState(copy, commentState(key.slice(COMMENT_STATE_PREFIX.length)), true);
    }
  }
  return copy;
}

/** Fresh leaves for runs; a `\n` inside a run becomes a line break. */
export function $createLeaves(runs: readonly Run[]): LexicalNode[] {
  const leaves: LexicalNode[] = [];
  for (const run of runs) {
    run.text.split("\n").forEach((line, index) => {
      if (index > 0) leaves.push($createLineBreakNode());
      if (line !== "") leaves.push($createRunText(line, run));
    });
  }
  return leaves;
}

function $createRunText(text: string, run: Run): TextNode {
  const node = $createTextNode(text);
  const format = (run.bold ? FORMAT_BOLD : 0) | (run.italic ? FORMAT_ITALIC : 0);
  if (format !== 0) node.setFormat(format);
  if (run.ref !== undefined) $setState(node, refState, run.ref);
  return node;
}

/** The runs of a clause as they stand in the editor, one per leaf, not yet merged. */
export function $leafRuns(clause: ClauseNode): Run[] {
  const runs: Run[] = [];
  for (const node of clause.getChildren()) {
    if ($isLineBreakNode(node)) {
      runs.push({ text: "\n" });
    } else if ($isTextNode(node)) {
      const format = node.getFormat();
      const ref = $getState(node, refState);
      runs.push({
        text: node.getTextContent(),
        ...((format & FORMAT_BOLD) !== 0 && { bold: true as const }),
        ...((format & FORMAT_ITALIC) !== 0 && { italic: true as const }),
        ...(ref !== null && { ref }),
      });
    }
  }
  return runs;
}
