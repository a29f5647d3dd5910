/** What one takes along when the server takes nothing more: the text to read, and the changes for whoever can put them back. */
import { toBase64 } from "lib0/buffer";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";

const LINE_LENGTH = 76;

export interface UnsentFile {
  /** Sentences above the text and above the changes, in the reader's language. */
  readonly heading: string;
  readonly changesHeading: string;
  readonly policyId: string;
  readonly epoch: number;
  readonly clauses: readonly Clause[];
  /** Encoded state of the document here. */
  readonly update: Uint8Array;
}

/** Plain text in UTF-8: heading, a line per clause with its label, tables by tabs, then the state as base64. */
export function unsentFile({ heading, changesHeading, policyId, epoch, clauses, update }: UnsentFile): Blob {
  const labels = deriveLabels([...clauses]);
  const lines = clauses.map((clause, index) => {
    const words = clause.value?.rows.map((row) => row.join("\t")).join("\n") ?? clauseText(clause);
    return [labels[index], words].filter(Boolean).join(" ");
  });
  const changes = toBase64(update).match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  const parts = [heading, ...lines, changesHeading, `${policyId} / ${epoch}\n${changes.join("\n")}`];
  return new Blob([parts.filter(Boolean).join("\n\n"), "\n"], { type: "text/plain;charset=utf-8" });
}
