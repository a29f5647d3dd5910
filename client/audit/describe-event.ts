/** What an event did and to what, in the words of the page. */
import { POLICY_EVENTS, type ErasureAmount } from "../../domain/audit/policy-events.ts";
import type { Locale } from "../../domain/locale.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import { policyWords } from "../policies/policy-words.intl.ts";
import { auditTexts } from "./audit.intl.ts";

/** Never a code: an act without words of its own is named as such. */
export function nameEvent({ action }: Pick<EventView, "action">, locale: Locale): string {
  const t = auditTexts[locale];
  const known = POLICY_EVENTS.find((each) => each === action);
  return known ? t.action[known] : t.otherAction;
}

const amountOf = ({ clauses, rows, versions }: ErasureAmount, locale: Locale): string =>
  auditTexts[locale].erasureAmount(clauses, rows, versions.join(", "));

/** What it changed, from what to what; empty when the name says it all. */
export function describeEvent(event: EventView, locale: Locale): readonly string[] {
  const t = auditTexts[locale];
  const words = policyWords[locale];
  const { stage, documentType, unit, member, version, decision, artefact, erasure } = event;
  return [
    ...(stage ? [t.fromTo(t.stage, words.stage[stage.from], words.stage[stage.to])] : []),
    ...(documentType
      ? [t.fromTo(t.documentType, words.documentType[documentType.from], words.documentType[documentType.to])]
      : []),
    ...(unit ? [t.fromTo(t.unit, unit.from ?? t.none, unit.to ?? t.none)] : []),
    ...(member ? [member.role ? `${member.name}: ${words.role[member.role]}` : member.name] : []),
    ...(version === undefined ? [] : [t.version(version)]),
    ...(decision ? [t.decision[decision]] : []),
    ...(artefact === undefined ? [] : [artefact]),
    ...(erasure?.basis === undefined ? [] : [t.erasureBasis(erasure.basis)]),
    ...(erasure ? [(erasure.basis === undefined ? t.erased : t.toErase)(amountOf(erasure, locale))] : []),
  ];
}
