/**
 * The document knows three node types: a flat list of clauses under the root,
 * and text and line breaks in them. Whatever a clause is (identity, kind,
 * level) is NodeState (`states.ts`); nothing is a class property, because the
 * binding builds nodes by `new Klass()` and takes constructor values for
 * defaults.
 */
import { $create, $getState, $setState, ElementNode, NODE_STATE_DIRECT } from "lexical";
import type { EditorConfig, LexicalNode, RangeSelection } from "lexical";
import type { ClauseKind, ClauseLevel } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { cidState, fromState, kindState, levelState, numberState, quotedState } from "./states.ts";

type Dom = ReturnType<ElementNode["createDOM"]>;

// Node and the Worker compile without DOM types; only a browser ever calls createDOM.
const browserDocument = () =>
  (globalThis as unknown as { document: { createElement(tag: string): Dom } }).document;

export class ClauseNode extends ElementNode {
  override $config() {
    return this.config("clause", {
      extends: ElementNode,
      stateConfigs: [cidState, kindState, levelState, numberState, quotedState, fromState],
    });
  }

  /** `<p class="clause" data-kind data-level data-cid>`; labels are set beside it by the editor, never as content. */
  override createDOM(_config: EditorConfig): Dom {
    const element = browserDocument().createElement("p");
    element.className = "clause";
    setDomState(element, this);
    return element;
  }

  override updateDOM(_previous: this, element: Dom): boolean {
    setDomState(element, this);
    return false;
  }

  /** What Lexical itself splits (our commands use `$splitClause`): the new one gets its cid from a transform. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ClauseNode {
    const next = $create(ClauseNode);
    $setState(next, kindState, $getState(this, kindState));
    $setState(next, levelState, $getState(this, levelState));
    $setState(next, quotedState, $getState(this, quotedState));
    $setState(next, fromState, $getState(this, cidState));
    this.insertAfter(next, restoreSelection);
    return next;
  }

  override collapseAtStart(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  getCid(): Cid | null {
    return $getState(this, cidState);
  }

  getKind(): ClauseKind {
    return $getState(this, kindState) ?? "isi";
  }

  getLevel(): ClauseLevel {
    return $getState(this, levelState);
  }
}

function setDomState(element: Dom, node: ClauseNode): void {
  const { dataset } = element;
  dataset["kind"] = $getState(node, kindState, NODE_STATE_DIRECT) ?? "isi";
  dataset["level"] = String($getState(node, levelState, NODE_STATE_DIRECT));
  const cid = $getState(node, cidState, NODE_STATE_DIRECT);
  if (cid !== null) dataset["cid"] = cid;
  if ($getState(node, quotedState, NODE_STATE_DIRECT)) dataset["quoted"] = "";
  else delete dataset["quoted"];
}

export function $isClauseNode(node: LexicalNode | null | undefined): node is ClauseNode {
  return node instanceof ClauseNode;
}

/** A clause without text and without a cid: the extension's transform gives it one. */
export function $createClauseNode(kind: ClauseKind = "isi", level: ClauseLevel = 0): ClauseNode {
  const node = $create(ClauseNode);
  $setState(node, kindState, kind);
  $setState(node, levelState, level);
  return node;
}
