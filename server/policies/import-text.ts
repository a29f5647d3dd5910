/** From a pasted or dropped text to clauses, with what the parser has to say in the asker's language. */
import type { Clause } from "../../domain/clauses/clause.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { parseRegulation, type ParsedClause } from "../../domain/parsing/parse-regulation.ts";
import { describeWarning } from "../../domain/parsing/parsing.intl.ts";
import {
  MAX_CLAUSES,
  MAX_IMPORT_LINES,
  type ImportWarning,
} from "../../domain/policies/policies.contract.ts";

export interface ImportedText {
  readonly clauses: readonly Clause[];
  readonly warnings: readonly ImportWarning[];
}

/** Throws `bad-input` for what is no text, `too-large` for one that is too long. */
export function importText(
  text: string,
  { newCid, locale }: { readonly newCid: () => Cid; readonly locale: Locale },
): ImportedText {
  requireText(text);
  const parsed = parseRegulation(text, { newCid });
  if (parsed.clauses.length > MAX_CLAUSES) {
    throw new DomainError("too-large", "too-many-clauses", `above ${MAX_CLAUSES} clauses`);
  }
  return {
    clauses: parsed.clauses.map(withoutSource),
    warnings: parsed.warnings.map((warning) => ({
      line: warning.line,
      code: warning.code,
      message: describeWarning(warning, locale),
      ...(warning.text !== undefined && { text: warning.text }),
    })),
  };
}

function withoutSource({ label: _label, line: _line, ...clause }: ParsedClause): Clause {
  return clause;
}

// NUL and the other C0 controls that no text has: the mark of a Word, PDF or image file read as text.
// Half a surrogate pair, which no encoding has, comes from a program that cut a text apart.
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001b]|\ufffd{3}|\p{Cs}/u;

function requireText(text: string): void {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  const binary = BINARY.exec(text);
  if (binary) {
    const line = text.slice(0, binary.index).split("\n").length;
    throw new DomainError("bad-input", "binary-text", "not a text", [
      { path: "source.text", message: `binary:${line}` },
    ]);
  }
  if (lines > MAX_IMPORT_LINES) throw new DomainError("too-large", "too-many-lines", `${lines} lines`);
}
