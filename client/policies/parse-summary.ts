/** What the preview of an import shows: small enough to be sent from the worker for any text. */
import { clauseText, type ClauseKind, type DocumentType } from "../../domain/clauses/clause.ts";
import type { ParsedRegulation } from "../../domain/parsing/parse-regulation.ts";
import type { ParseWarning } from "../../domain/parsing/warnings.ts";

export interface ParseSummary {
  readonly documentType: DocumentType;
  readonly title: string;
  readonly clauseCount: number;
  /** Only kinds that occur. */
  readonly counts: Partial<Record<ClauseKind, number>>;
  /** Buku, bab and annexes with their headings, for a look at the structure. */
  readonly headings: readonly { readonly label: string; readonly heading: string; readonly line: number }[];
  readonly warnings: readonly ParseWarning[];
}

/** Condenses the result of reading a regulation. */
export function summariseParse(parsed: ParsedRegulation): ParseSummary {
  const counts: Partial<Record<ClauseKind, number>> = {};
  for (const { kind } of parsed.clauses) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    documentType: parsed.documentType,
    title: parsed.title,
    clauseCount: parsed.clauses.length,
    counts,
    headings: parsed.clauses
      .filter(({ kind }) => kind === "buku" || kind === "bab" || kind === "lampiran")
      .map((clause) => ({
        label: clause.label,
        heading: clauseText(clause).replaceAll("\n", " "),
        line: clause.line,
      })),
    warnings: parsed.warnings,
  };
}
