/**
 * References while the text lives: all that shifted, broke or was never bound is
 * kept in a list and marked beside the text (attributes and highlights, never
 * content). What this person types is bound by reference-linking first.
 */
import {
  $getNodeByKey,
  $getState,
  $isTextNode,
  COLLABORATION_TAG,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import { $isClauseNode, type ClauseNode } from "../../collab/document/nodes.ts";
import {
  $clauseNodes,
  $correctReference,
  $findClause,
  $mergedInto,
  $setRef,
} from "../../collab/document/operations.ts";
import { refState } from "../../collab/document/states.ts";
import type { Cid } from "../../domain/ids.ts";
import {
  clauseReferenceStates,
  heirsOf,
  type ReferenceState,
} from "../../domain/references/reference-states.ts";
import { makeSubject, type Observable } from "./observable.ts";
import { makeQuietTimer } from "./quiet-timer.ts";
import { makeLinking } from "./reference-linking.ts";
import type { StructureKeeper } from "./structure.ts";

/** After the last keystroke: words are complete, and nobody waits for it. */
const IDLE_MS = 600;

export interface References {
  readonly states: Observable<readonly ReferenceState[]>;
  /** Corrects the words of these shifted references in one step; returns how many. */
  correct(which: readonly ReferenceState[]): number;
  /** Makes unbound words the reference that they name, in one step of undo; nothing where the words are gone. */
  bind(state: ReferenceState): void;
  dispose(): void;
}

export function registerReferences(
  editor: LexicalEditor,
  binding: DocumentBinding,
  structure: StructureKeeper,
): References {
  const states = makeSubject<readonly ReferenceState[]>([], sameStates);
  // Per clause, so that a keystroke looks at one clause; null: all must be looked at again.
  let known: Map<Cid, readonly ReferenceState[]> | null = null;
  /** Who took in each clause that was joined; as old as `known`, for a join changes the order. */
  let heirs: ReadonlyMap<Cid, Cid> = new Map();
  const touched = new Set<NodeKey>();
  const linking = makeLinking(editor, binding, structure);
  const timer = makeQuietTimer(() => whenIdle());
  let marked: HTMLElement[] = [];

  const stopListening = structure.onChange((change) => {
    if (change.structural) known = null;
    for (const key of change.texts) touched.add(key);
    linking.notice(change);
    // What others type is bound on their side: looked at before that, it would be marked for a moment.
    timer.putOff(change.tags.has(COLLABORATION_TAG) ? 2 * IDLE_MS : IDLE_MS);
  });

  const whenIdle = () => {
    if (editor.isComposing()) {
      timer.putOff(IDLE_MS);
      return;
    }
    if (editor.isEditable()) linking.link();
    linking.forget();
    survey();
  };

  const survey = () => {
    const derived = structure.derived();
    if (known === null) {
      known = new Map();
      heirs = readHeirs(editor);
      for (const [index, { cid }] of derived.clauses.entries()) {
        const found = clauseReferenceStates(derived, index, heirs);
        if (found.length > 0) known.set(cid, found);
      }
    } else {
      for (const key of touched) {
        const index = structure.indexOfKey(key);
        const cid = derived.clauses[index]?.cid;
        if (cid === undefined) continue;
        const found = clauseReferenceStates(derived, index, heirs);
        if (found.length > 0) known.set(cid, found);
        else known.delete(cid);
      }
    }
    touched.clear();
    const all = known;
    const off = derived.clauses
      .flatMap(({ cid }) => all.get(cid) ?? [])
      .filter(({ state }) => state !== "ok");
    states.set(off);
    mark(off);
  };

  const mark = (off: readonly ReferenceState[]) => {
    for (const element of marked) {
      delete element.dataset["refState"];
      delete element.dataset["present"];
    }
    marked = [];
    const broken: Range[] = [];
    const unbound: Range[] = [];
    editor.read(() => {
      for (const state of off) {
        const key = structure.keyOfCid(state.cid);
        const clause = key === null ? null : $getNodeByKey(key);
        if (!$isClauseNode(clause)) continue;
        for (const element of $elementsAt(editor, clause, state)) {
          if (state.target === null || state.state === "unbound") {
            const range = textRange(element.element, element.from, element.to);
            if (range) (state.target === null ? broken : unbound).push(range);
          } else {
            element.element.dataset["refState"] = state.state;
            if (state.presentWords !== null) element.element.dataset["present"] = state.presentWords;
            marked.push(element.element);
          }
        }
      }
    });
    if (typeof Highlight !== "function") return;
    CSS.highlights.set("reference-broken", new Highlight(...broken));
    CSS.highlights.set("reference-unbound", new Highlight(...unbound));
  };

  timer.putOff(IDLE_MS);
  return {
    states,
    correct: (which) => {
      const byClause = Map.groupBy(
        which.filter(({ state, presentWords }) => state === "shifted" && presentWords !== null),
        ({ cid }) => cid,
      );
      let corrected = 0;
      binding.stopCapturing();
      editor.update(
        () => {
          for (const [cid, list] of byClause) {
            const clause = $findClause(cid);
            if (clause === null) continue;
            // From the last to the first, so that offsets stay true.
            for (const state of list.toSorted((a, b) => b.start - a.start)) {
              const end = state.start + state.words.length;
              if (clause.getTextContent().slice(state.start, end) !== state.words) continue;
              const [lead = ""] = /^\s*/.exec(state.words) ?? [];
              const [tail = ""] = /\s*$/.exec(state.words.slice(lead.length)) ?? [];
              const words = lead + (state.presentWords ?? "") + tail;
              $correctReference(clause, state.start, end, words);
              if (state.mergedInto !== undefined) {
                $setRef(clause, state.start, state.start + words.length, state.mergedInto);
              }
              corrected += 1;
            }
          }
        },
        { discrete: true },
      );
      binding.stopCapturing();
      // The words were set by us, not typed: nothing to link again.
      linking.forget();
      timer.cancel();
      survey();
      return corrected;
    },
    bind: ({ cid, start, words, target, state }) => {
      if (state !== "unbound" || target === null) return;
      linking.link();
      binding.stopCapturing();
      editor.update(
        () => {
          const clause = $findClause(cid);
          const end = start + words.length;
          if (clause?.getTextContent().slice(start, end) === words) $setRef(clause, start, end, target);
        },
        { discrete: true },
      );
      binding.stopCapturing();
      linking.forget();
      timer.cancel();
      survey();
    },
    dispose: () => {
      timer.cancel();
      stopListening();
      if (typeof Highlight !== "function") return;
      CSS.highlights.delete("reference-broken");
      CSS.highlights.delete("reference-unbound");
    },
  };
}

function readHeirs(editor: LexicalEditor): Map<Cid, Cid> {
  return editor.read(() =>
    heirsOf(
      $clauseNodes().flatMap((node) => {
        const cid = node.getCid();
        const merged = $mergedInto(node);
        return cid === null || merged.length === 0 ? [] : [{ cid, merged }];
      }),
    ),
  );
}

interface MarkedElement {
  readonly element: HTMLElement;
  readonly from: number;
  readonly to: number;
}

/** The elements of the text nodes that hold the words of a reference: those with its target, else all it touches. */
function $elementsAt(editor: LexicalEditor, clause: ClauseNode, state: ReferenceState): MarkedElement[] {
  const end = state.start + state.words.length;
  const elements: MarkedElement[] = [];
  let at = 0;
  for (const child of clause.getChildren()) {
    const next = at + child.getTextContentSize();
    if ($isTextNode(child) && at < end && next > state.start) {
      const element = editor.getElementByKey(child.getKey());
      const free = state.target === null || state.state === "unbound";
      const own = free || $getState(child, refState) === state.target;
      if (element !== null && own) {
        elements.push({ element, from: Math.max(0, state.start - at), to: Math.min(end, next) - at });
      }
    }
    at = next;
  }
  return elements;
}

function textRange(element: HTMLElement, from: number, to: number): Range | null {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (text === null || to > (text.textContent?.length ?? 0)) return null;
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range;
}

function sameStates(a: readonly ReferenceState[], b: readonly ReferenceState[]): boolean {
  return (
    a.length === b.length && a.every((state, index) => JSON.stringify(state) === JSON.stringify(b[index]))
  );
}
