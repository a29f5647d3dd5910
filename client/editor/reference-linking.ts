/**
 * Binding what a person types: words become a reference a moment after the last
 * key if they resolve then. Words that stood there before without naming
 * anything are left to a person (domain/references RULES.md RF15).
 */
import {
  $getNodeByKey,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import { $isClauseNode, type ClauseNode } from "../../collab/document/nodes.ts";
import { $setRef } from "../../collab/document/operations.ts";
import type { Clause, Run } from "../../domain/clauses/clause.ts";
import { mergeRuns } from "../../domain/clauses/normalise.ts";
import type { Cid } from "../../domain/ids.ts";
import { linkedRuns, looseWords } from "../../domain/references/link-references.ts";
import type { StructureChange, StructureKeeper } from "./structure.ts";

/** A clause as it was before this person edited it, and the words in it or come into it that stood unbound. */
interface Edited {
  readonly was: Clause;
  readonly loose: Set<string>;
}

const newOne = (was: Clause): Edited => ({ was, loose: new Set() });

export interface Linking {
  /** Remembers what this person edits. */
  notice(change: StructureChange): void;
  /** Binds what was typed since the last `forget`; part of the same step of undo. */
  link(): void;
  forget(): void;
}

export function makeLinking(
  editor: LexicalEditor,
  binding: DocumentBinding,
  structure: StructureKeeper,
): Linking {
  /** Clauses that this person edited since the last idle moment. */
  const edited = new Map<NodeKey, Edited>();
  let before: readonly Clause[] = [...structure.clauses];
  let beforeKeys: readonly NodeKey[] = structure.keys;

  const notice = ({ structural, texts, tags }: StructureChange) => {
    const own = !tags.has(COLLABORATION_TAG) && !tags.has(HISTORIC_TAG);
    // Halves of a clause that was split, and clauses that were joined, bring their words along.
    const carried = own && structural ? carriedWords(texts) : [];
    for (const key of texts) {
      // What was taken back is nothing that this person wrote.
      if (tags.has(HISTORIC_TAG)) edited.delete(key);
      if (!own) continue;
      const place = beforeKeys === structure.keys ? structure.indexOfKey(key) : beforeKeys.indexOf(key);
      const was = before[place];
      const now = structure.clauses[structure.indexOfKey(key)];
      const known = edited.get(key) ?? (was ? { was, loose: new Set(looseWords(was)) } : now && newOne(now));
      if (!known) continue;
      for (const words of carried) known.loose.add(words);
      edited.set(key, known);
    }
    before = structural ? [...structure.clauses] : before;
    beforeKeys = structure.keys;
  };

  const carriedWords = (texts: ReadonlySet<NodeKey>): string[] =>
    beforeKeys.flatMap((key, index) => {
      const clause = before[index];
      if (!clause || !(texts.has(key) || structure.indexOfKey(key) === -1)) return [];
      return [...(edited.get(key)?.loose ?? looseWords(clause))];
    });

  const link = () => {
    const changes: { key: NodeKey; links: Link[] }[] = [];
    const derived = structure.derived();
    for (const [key, { was, loose }] of edited) {
      const index = structure.indexOfKey(key);
      const now = derived.clauses[index];
      if (!now) continue;
      const links = linksToChange(was, now, loose, (runs) => {
        const clauses = derived.clauses.with(index, { ...now, runs });
        return linkedRuns({ ...derived, clauses }, index, loose) ?? runs;
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
      // At once, so that what is remembered next is the text with its references.
      { discrete: true, ...(away && { tag: SKIP_DOM_SELECTION_TAG }) },
    );
  };

  return {
    notice,
    link,
    forget: () => {
      edited.clear();
      before = [...structure.clauses];
      beforeKeys = structure.keys;
    },
  };
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
function linksToChange(
  was: Clause,
  now: Clause,
  loose: ReadonlySet<string>,
  link: (runs: Run[]) => readonly Run[],
): Link[] {
  const kept = new Set(was.runs.filter(({ ref }) => ref).map(({ ref, text }) => `${ref} ${text}`));
  const cleared = now.runs.map((run) =>
    // Words that stood unbound and have a target now were bound by a person.
    run.ref === undefined || loose.has(run.text) || kept.has(`${run.ref} ${run.text}`)
      ? run
      : withoutRef(run),
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
