/** What is offered to choose from, by who makes a text and what it is. Rules: `RULES.md`. */
import { DOCUMENT_TYPES, type DocumentType } from "../clauses/clause.ts";
import { STAGES, type Stage } from "./policy.ts";

export interface OfferedTypes {
  /** What the authority makes. */
  readonly made: readonly DocumentType[];
  /** What it only brings in to read and to compare. */
  readonly read: readonly DocumentType[];
}

/** The forms that an authority makes, by its office in capitals (`WALI KOTA PALU`), and the others. [PL11] */
export function offeredTypes(office: string): OfferedTypes {
  const state = /^PRESIDEN\b/.test(office);
  const made = DOCUMENT_TYPES.filter((type) => (type === "uu") === state);
  return { made, read: DOCUMENT_TYPES.filter((type) => !made.includes(type)) };
}

/** The path of a decree: drafted, talked over, initialled, signed, numbered. */
const DECREE: readonly Stage[] = ["drafting", "internal_review", "initialling", "enactment", "promulgation"];

/** The stages that a text of this type passes, in order, with `current` among them. [PL12] */
export function offeredStages(type: DocumentType, current: Stage): Stage[] {
  return STAGES.filter((stage) => stage === current || passes(type, stage));
}

function passes(type: DocumentType, stage: Stage): boolean {
  switch (type) {
    case "perda":
    case "uu":
      return true;
    case "perkada":
    case "instruksi":
    case "se":
      return stage !== "council";
    case "keputusan":
      return DECREE.includes(stage);
  }
}
