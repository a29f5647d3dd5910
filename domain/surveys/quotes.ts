/** The words of a clause beside a question, and whether they are still the same. [SV6, SV16] */
import { citationOf, derive, type Derived } from "../clauses/citation.ts";
import { commentableIndex } from "../clauses/commentable.ts";
import { clauseText, type Clause } from "../clauses/clause.ts";
import { normaliseText } from "../clauses/normalise.ts";
import type { ContributionTarget } from "../contributions/contribution.ts";
import type { Cid } from "../ids.ts";
import type { Origins } from "../versions/lineage.ts";
import type { ClauseWording, QuestionWording, WordingState } from "./surveys.contract.ts";
import {
  questionsOf,
  SURVEY_LIMITS,
  type Question,
  type QuotedClause,
  type SurveyDefinition,
} from "./survey.ts";

/** Every clause that a question is about, once, in order of appearance; those that `clauses` lacks are left out. */
export function quotesOf(definition: SurveyDefinition, clauses: readonly Clause[]): QuotedClause[] {
  const derived = derive(clauses);
  return targetsOf(definition).flatMap((cid) => quoteClause(derived, cid) ?? []);
}

/** The clauses that questions are about, once each. */
export function targetsOf(definition: SurveyDefinition): Cid[] {
  return [...new Set(questionsOf(definition).flatMap(({ targets }) => targets.map(({ cid }) => cid)))];
}

/** A clause with what stands below it, a line each with its label; null where the text has no such clause. */
export function quoteClause(derived: Derived, cid: Cid): QuotedClause | null {
  const index = derived.indexOf.get(cid);
  if (index === undefined) return null;
  const { clauses, numbering } = derived;
  const lines = subtree(derived, index).flatMap((at) => {
    const clause = clauses[at];
    const words = clause ? clauseText(clause) : "";
    const label = at === index ? "" : (numbering.labels[at] ?? "");
    const line = `${label} ${words}`.trim();
    return line === "" ? [] : [line];
  });
  const text = lines.join("\n");
  const cut =
    text.length > SURVEY_LIMITS.quote ? `${text.slice(0, SURVEY_LIMITS.quote).toWellFormed()} ...` : text;
  const norm = clauses[commentableIndex(clauses, derived.tree, index)]?.cid ?? cid;
  return { cid, commentable: norm, citation: citationOf(derived, index), text: cut };
}

function subtree({ tree }: Derived, index: number): number[] {
  const end = tree.end[index] ?? index + 1;
  return Array.from({ length: end - index }, (_, offset) => index + offset);
}

interface Text {
  readonly clauses: readonly Clause[];
  readonly origins: Origins;
}

/**
 * For each question what became of its clauses between two texts: numbers may
 * have moved, only words count. A clause that was joined into another is shown
 * with that one's words.
 */
export function compareWording(definition: SurveyDefinition, from: Text, to: Text): QuestionWording[] {
  const before = derive(from.clauses);
  const after = derive(to.clauses);
  const known = new Map<Cid, ClauseWording>();
  const stateOf = (cid: Cid): ClauseWording | null => {
    const found = known.get(cid) ?? clauseWording(cid, before, after, to.origins);
    if (found) known.set(cid, found);
    return found;
  };
  return questionsOf(definition).map(({ id, targets }) => {
    const clauses = targets.flatMap(({ cid }) => stateOf(cid) ?? []);
    return { questionId: id, state: worst(clauses.map(({ state }) => state)), clauses };
  });
}

const ORDER: readonly WordingState[] = ["general", "same", "changed", "merged", "removed"];

function worst(states: readonly WordingState[]): WordingState {
  return states.reduce<WordingState>((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), "general");
}

function clauseWording(cid: Cid, before: Derived, after: Derived, origins: Origins): ClauseWording | null {
  const old = quoteClause(before, cid);
  if (!old) return null;
  const now = quoteClause(after, cid);
  if (now) {
    const state = wordsOf(before, cid) === wordsOf(after, cid) ? "same" : "changed";
    return { cid, state, before: old, after: now };
  }
  const into = after.clauses.find((clause) => origins.get(clause.cid)?.merged?.includes(cid));
  const taken = into && quoteClause(after, into.cid);
  return { cid, state: taken ? "merged" : "removed", before: old, after: taken ?? null };
}

/** Without labels: renumbering changes no words. */
function wordsOf(derived: Derived, cid: Cid): string {
  const index = derived.indexOf.get(cid);
  if (index === undefined) return "";
  const words = subtree(derived, index).map((at) => {
    const clause = derived.clauses[at];
    return clause ? normaliseText(clauseText(clause)) + JSON.stringify(clause.value ?? "") : "";
  });
  return words.join("\n");
}

/** What an answer in words to this question is about, as a contribution names it: the norm, and the item in it. */
export function contributionTargets(
  { targets }: Pick<Question, "targets">,
  quotes: readonly QuotedClause[],
): ContributionTarget[] {
  const found = new Map<Cid, ContributionTarget>();
  for (const { cid } of targets) {
    const norm = quotes.find((quote) => quote.cid === cid)?.commentable ?? cid;
    if (!found.has(norm)) found.set(norm, norm === cid ? { cid } : { cid: norm, itemCid: cid });
  }
  return [...found.values()];
}
