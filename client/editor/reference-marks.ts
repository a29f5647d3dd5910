/**
 * References while the text lives: words that this person types become
 * references when they resolve, and all that shifted or broke is kept in a list
 * and marked beside the text (attributes and highlights, never content).
 */
import {
  $getNodeByKey,
  $getState,
  $isTextNode,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  SKIP_DOM_SELECTION_TAG,
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
import type { Clause, Run } from "../../domain/clauses/clause.ts";
import { mergeRuns } from "../../domain/clauses/normalise.ts";
import type { Cid } from "../../domain/ids.ts";
import { linkedRuns } from "../../domain/references/link-references.ts";
import {
  clauseReferenceStates,
  heirsOf,
  type ReferenceState,
} from "../../domain/references/reference-states.ts";
import { makeSubject, type Observable } from "./observable.ts";
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
  /** Clauses that this person edited since the last idle moment, as they were before. */
  const edited = new Map<NodeKey, Clause>();
  let before: readonly Clause[] = [...structure.clauses];
  let beforeKeys: readonly NodeKey[] = structure.keys;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marked: HTMLElement[] = [];

  const stopListening = structure.onChange(({ structural, texts, tags }) => {
    const own = !tags.has(COLLABORATION_TAG) && !tags.has(HISTORIC_TAG);
    if (structural) known = null;
    for (const key of texts) {
      touched.add(key);
      // What was taken back is nothing that this person wrote.
      if (tags.has(HISTORIC_TAG)) edited.delete(key);
      if (!own || edited.has(key)) continue;
      const index = beforeKeys === structure.keys ? structure.indexOfKey(key) : beforeKeys.indexOf(key);
      const clause = before[index] ?? structure.clauses[structure.indexOfKey(key)];
      if (clause) edited.set(key, clause);
    }
    before = structural ? [...structure.clauses] : before;
    beforeKeys = structure.keys;
    clearTimeout(timer);
    timer = setTimeout(whenIdle, IDLE_MS);
  });

  const whenIdle = () => {
    if (editor.isComposing()) {
      timer = setTimeout(whenIdle, IDLE_MS);
      return;
    }
    if (editor.isEditable()) linkEdited();
    edited.clear();
    before = [...structure.clauses];
    beforeKeys = structure.keys;
    survey();
  };

  const linkEdited = () => {
    const changes: { key: NodeKey; links: Link[] }[] = [];
    const derived = structure.derived();
    for (const [key, was] of edited) {
      const index = structure.indexOfKey(key);
      const now = derived.clauses[index];
      if (!now) continue;
      const links = linksToChange(was, now, (runs) => {
        const clauses = derived.clauses.with(index, { ...now, runs });
        return linkedRuns({ ...derived, clauses }, index) ?? runs;
      });
      if (links.length > 0) changes.push({ key, links });
    }
    if (changes.length === 0) return;
    // Part of the typing it follows from: one step of undo.
    if (binding.undoManager.undoStack.length > 0) binding.undoManager.lastChange = Date.now();
    // This comes a moment after the typing; somebody who has left the text by then is not called back into it.
    const away = !(editor.getRootElement()?.contains(document.activeElement) ?? false);
    editor.update(
      () => {
        for (const { key, links } of changes) {
          const node = $getNodeByKey<ClauseNode>(key);
          if (!$isClauseNode(node)) continue;
          for (const { from, to, target } of links) $setRef(node, from, to, target);
        }
      },
      away ? { tag: SKIP_DOM_SELECTION_TAG } : {},
    );
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
    editor.read(() => {
      for (const state of off) {
        const key = structure.keyOfCid(state.cid);
        const clause = key === null ? null : $getNodeByKey(key);
        if (!$isClauseNode(clause)) continue;
        for (const element of $elementsAt(editor, clause, state)) {
          if (state.target === null) {
            const range = textRange(element.element, element.from, element.to);
            if (range) broken.push(range);
          } else {
            element.element.dataset["refState"] = state.state;
            if (state.presentWords !== null) element.element.dataset["present"] = state.presentWords;
            marked.push(element.element);
          }
        }
      }
    });
    if (typeof Highlight === "function") CSS.highlights.set("reference-broken", new Highlight(...broken));
  };

  timer = setTimeout(whenIdle, IDLE_MS);
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
      edited.clear();
      clearTimeout(timer);
      survey();
      return corrected;
    },
    bind: ({ cid, start, words, target, state }) => {
      if (state !== "unbound" || target === null) return;
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
      clearTimeout(timer);
      whenIdle();
    },
    dispose: () => {
      clearTimeout(timer);
      stopListening();
      if (typeof Highlight === "function") CSS.highlights.delete("reference-broken");
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

interface Link {
  readonly from: number;
  readonly to: number;
  readonly target: Cid | null;
}

/**
 * Which words of a clause must be given another target: a reference whose words
 * were typed over is read anew, words that resolve become one.
 */
export function linksToChange(was: Clause, now: Clause, link: (runs: Run[]) => readonly Run[]): Link[] {
  const kept = new Set(was.runs.filter(({ ref }) => ref).map(({ ref, text }) => `${ref} ${text}`));
  const cleared = now.runs.map((run) =>
    run.ref !== undefined && !kept.has(`${run.ref} ${run.text}`) ? withoutRef(run) : run,
  );
  const wanted = link(mergeRuns(cleared));
  const present = targetsByUnit(now.runs);
  const next = targetsByUnit(wanted);
  const links: Link[] = [];
  for (let at = 0; at < next.length;) {
    const target = next[at] ?? null;
    let to = at + 1;
    while (to < next.length && (next[to] ?? null) === target && (present[to] ?? null) !== target) to += 1;
    if ((present[at] ?? null) === target) at += 1;
    else {
      links.push({ from: at, to, target });
      at = to;
    }
  }
  return links;
}

function withoutRef({ text, bold, italic }: Run): Run {
  return { text, ...(bold && { bold }), ...(italic && { italic }) };
}

/** The target of each UTF-16 unit of the text. */
function targetsByUnit(runs: readonly Run[]): (Cid | undefined)[] {
  return runs.flatMap((run) => Array.from<Cid | undefined>({ length: run.text.length }).fill(run.ref));
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
      const own = state.target === null || $getState(child, refState) === state.target;
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
