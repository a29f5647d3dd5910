/**
 * Puts right what two people can leave behind together although each wrote a
 * sound document: two clauses with one cid (both undid the same deletion), no
 * clause at all (each deleted the other's last), two texts side by side (both
 * began to type in a clause without text). Only the room does this, once, with
 * its own cause; a client never rewrites on its own. No words are ever removed.
 */
import { XmlElement, XmlText } from "yjs";
import type { Doc } from "yjs";
import { isCid } from "../../domain/ids.ts";
import type { Cid } from "../../domain/ids.ts";
import { rootOf } from "./read.ts";
import { isClauseKind, isClauseLevel, isClauseNumber, parseTableValue } from "./states.ts";
import { joinTexts } from "./texts.ts";
import { createClauseElement } from "./write.ts";
import { CLAUSE_ATTRIBUTES, ELEMENTS } from "./wire.ts";

/** The origin of every transaction of a repair. */
export const REPAIR_ORIGIN = { name: "repair" };

/** One thing that was put right. `place` is the position of the clause, from 0. */
export interface Repair {
  readonly problem: "empty-document" | "missing-cid" | "duplicate-cid" | "bad-attribute" | "adjacent-texts";
  readonly place: number;
  /** The cid of the clause after the repair. */
  readonly cid?: Cid;
  /** The cid it had before, when that stays with another clause. */
  readonly was?: Cid;
  readonly attribute?: string;
}

/**
 * Repairs `doc` in one transaction and says what was done; no transaction when
 * all is well. Of clauses with one cid the first in document order keeps it;
 * the others get new ones from `newCid` and note where they came from.
 */
export function repairDocument(doc: Doc, { newCid }: { newCid: () => Cid }): readonly Repair[] {
  const findings = findProblems(doc);
  if (findings.length === 0) return [];
  const repairs: Repair[] = [];
  doc.transact(() => {
    for (const finding of findings) repairs.push(repair(doc, finding, newCid));
  }, REPAIR_ORIGIN);
  return repairs;
}

interface Finding extends Repair {
  readonly element?: XmlElement;
}

/** What is wrong, in document order, without changing anything. */
export function findProblems(doc: Doc): readonly Finding[] {
  const elements = rootOf(doc).toArray();
  if (elements.length === 0) return [{ problem: "empty-document", place: 0 }];
  const findings: Finding[] = [];
  const seen = new Set<Cid>();
  elements.forEach((element, place) => {
    if (!(element instanceof XmlElement) || element.nodeName !== ELEMENTS.clause) return;
    const cid = cidOfElement(element);
    if (cid === null) findings.push({ problem: "missing-cid", place, element });
    else if (seen.has(cid)) findings.push({ problem: "duplicate-cid", place, element, was: cid });
    else seen.add(cid);
    for (const [attribute, valid] of CHECKS) {
      const value: unknown = element.getAttribute(attribute);
      if (!valid(value)) findings.push({ problem: "bad-attribute", place, element, attribute });
    }
    if (hasAdjacentTexts(element)) findings.push({ problem: "adjacent-texts", place, element });
  });
  return findings;
}

/** The cid of a clause element, or null when it has none that may be one. */
export function cidOfElement(element: XmlElement): Cid | null {
  const cid: unknown = element.getAttribute(CLAUSE_ATTRIBUTES.cid);
  return isCid(cid) ? cid : null;
}

/** Whether something is wrong with a clause element, whatever the others are like. */
export function hasOwnProblem(element: XmlElement): boolean {
  if (cidOfElement(element) === null || hasAdjacentTexts(element)) return true;
  return CHECKS.some(([attribute, valid]) => !valid(element.getAttribute(attribute)));
}

const optional = (valid: (value: unknown) => boolean) => (value: unknown) => value == null || valid(value);

const CHECKS: readonly (readonly [string, (value: unknown) => boolean])[] = [
  [CLAUSE_ATTRIBUTES.kind, isClauseKind],
  [CLAUSE_ATTRIBUTES.level, optional(isClauseLevel)],
  [CLAUSE_ATTRIBUTES.number, optional(isClauseNumber)],
  [CLAUSE_ATTRIBUTES.quoted, optional((value) => value === true)],
  [CLAUSE_ATTRIBUTES.explains, optional(isCid)],
  [CLAUSE_ATTRIBUTES.from, optional(isCid)],
  [
    CLAUSE_ATTRIBUTES.value,
    optional((value) => typeof value === "string" && parseTableValue(value) !== undefined),
  ],
];

function hasAdjacentTexts(element: XmlElement): boolean {
  if (element.length < 2) return false; // nearly all, and this runs over the whole document after every change of structure
  const children = element.toArray();
  return children.some((child, index) => child instanceof XmlText && children[index + 1] instanceof XmlText);
}

function repair(doc: Doc, { element, ...finding }: Finding, newCid: () => Cid): Repair {
  if (element === undefined) {
    const cid = newCid();
    rootOf(doc).insert(0, [createClauseElement({ cid, kind: "isi", level: 0, runs: [] })]);
    return { ...finding, cid };
  }
  switch (finding.problem) {
    case "missing-cid":
    case "duplicate-cid": {
      const cid = newCid();
      element.setAttribute(CLAUSE_ATTRIBUTES.cid, cid);
      if (finding.was !== undefined) element.setAttribute(CLAUSE_ATTRIBUTES.from, finding.was);
      return { ...finding, cid };
    }
    case "bad-attribute":
      if (finding.attribute === CLAUSE_ATTRIBUTES.kind) element.setAttribute(CLAUSE_ATTRIBUTES.kind, "isi");
      else if (finding.attribute !== undefined) element.removeAttribute(finding.attribute);
      return finding;
    default:
      joinTexts(element);
      return finding;
  }
}
