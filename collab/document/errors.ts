import { DomainError } from "../../domain/errors.ts";

/** The document holds something outside the schema (`wire.ts`). `place` names it: `clause 12 (01J...): attribute s_kind`. */
export class DocumentFormatError extends Error {
  override readonly name = "DocumentFormatError";
  readonly place: string;

  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
    this.place = place;
  }
}

/** A clause that a command names is no longer there, or stands elsewhere than the sender saw. */
export const staleClauses = (detail: string): DomainError =>
  new DomainError("stale", "clauses-changed", detail);
