import type { ClauseKind, ClauseLevel, DocumentType } from "../clauses/clause.ts";
import { clauseText } from "../clauses/clause.ts";
import type { Locale } from "../locale.ts";
import type { ParsedRegulation } from "./parse-regulation.ts";
import { describeWarning } from "./parsing.intl.ts";
import type { ParseWarningCode } from "./warnings.ts";

export interface PresentedParse {
  readonly documentType: DocumentType;
  readonly title: string;
  readonly clauses: {
    kind: ClauseKind;
    level: ClauseLevel;
    label: string;
    text: string;
    line: number;
    quoted?: true;
  }[];
  readonly warnings: { line: number; code: ParseWarningCode; message: string; text?: string }[];
}

/** What `rembuk parse FILE --json` prints. Warnings speak the language of the reader; codes stay. */
export function presentParse(parsed: ParsedRegulation, locale: Locale = "id"): PresentedParse {
  return {
    documentType: parsed.documentType,
    title: parsed.title,
    clauses: parsed.clauses.map((clause) => ({
      kind: clause.kind,
      level: clause.level,
      label: clause.label,
      text: clause.value ? clause.value.rows.map((row) => row.join(" ")).join("\n") : clauseText(clause),
      line: clause.line,
      ...(clause.quoted && { quoted: true as const }),
    })),
    warnings: parsed.warnings.map((warning) => ({
      line: warning.line,
      code: warning.code,
      message: describeWarning(warning, locale),
      ...(warning.text !== undefined && { text: warning.text }),
    })),
  };
}
