/**
 * What the style sheet prints of each kind of clause: the word before the first
 * one, and the hint in an empty one. A style sheet of its own, since it follows
 * the language and knows all kinds.
 */
import { CLAUSE_KINDS, type ClauseKind } from "../../domain/clauses/clause.ts";
import { KINDS } from "../../domain/clauses/kinds.ts";

/** Puts the words in force; returns how to take them away. Kinds that hold no words have no hint. */
export function adoptKindWords(hintOf: (kind: ClauseKind) => string): () => void {
  const rules = CLAUSE_KINDS.map((kind) => {
    const { prefix, hasText } = KINDS[kind];
    const hint = hasText || kind === "tabel" ? `--hint: ${cssText(hintOf(kind))};` : "";
    return `.sheet [data-kind="${kind}"] { ${prefix ? `--prefix: ${cssText(prefix)};` : ""} ${hint} }`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join("\n"));
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

const cssText = (text: string): string => JSON.stringify(text);
