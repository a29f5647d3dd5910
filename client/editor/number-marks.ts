/** Numbers that are not what counting gives, kept in a list while the text lives, and counted again when asked. */
import { $getState, type LexicalEditor } from "lexical";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import { $findClause, $setNumber } from "../../collab/document/operations.ts";
import { numberState } from "../../collab/document/states.ts";
import { numberFindings, type NumberFinding } from "../../domain/clauses/number-findings.ts";
import type { Cid } from "../../domain/ids.ts";
import { makeSubject, type Observable } from "./observable.ts";
import { makeQuietTimer } from "./quiet-timer.ts";
import type { StructureKeeper } from "./structure.ts";

/** As for the references, so that both are known at one moment. */
const IDLE_MS = 600;

export interface NumberMarks {
  /** Null until a text that has come was looked at for the first time. */
  readonly findings: Observable<readonly NumberFinding[] | null>;
  /** Lets these clauses be counted, in one step of undo; returns how many were not. */
  renumber(cids: readonly Cid[]): number;
  dispose(): void;
}

/** Registered after the references: what was looked at is then told of both. */
export function registerNumberMarks(
  editor: LexicalEditor,
  binding: DocumentBinding,
  structure: StructureKeeper,
  loading: () => boolean,
): NumberMarks {
  const findings = makeSubject<readonly NumberFinding[] | null>(null, sameFindings);
  const timer = makeQuietTimer(() => survey());
  const later = () => timer.putOff(IDLE_MS);
  const survey = () => {
    if (editor.isComposing() || (loading() && findings.get() === null)) later();
    else findings.set(numberFindings(structure.derived()));
  };
  const stopListening = structure.onChange(later);
  later();
  return {
    findings,
    renumber: (cids) => {
      let counted = 0;
      binding.stopCapturing();
      editor.update(
        () => {
          for (const cid of cids) {
            const clause = $findClause(cid);
            if (clause === null || $getState(clause, numberState) === null) continue;
            $setNumber(clause, null);
            counted += 1;
          }
        },
        { discrete: true },
      );
      binding.stopCapturing();
      timer.cancel();
      survey();
      return counted;
    },
    dispose: () => {
      timer.cancel();
      stopListening();
    },
  };
}

function sameFindings(a: readonly NumberFinding[] | null, b: readonly NumberFinding[] | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every(({ cid, label, expected, reason }, index) => {
      const other = b[index];
      return (
        other?.cid === cid && other.label === label && other.expected === expected && other.reason === reason
      );
    })
  );
}
