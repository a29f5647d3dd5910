/**
 * What must be known of a statement before a driver sees it. libsql runs the
 * first statement of a text and drops the rest without a word, and binds NULL
 * where a parameter is missing.
 */
const TOKENS =
  /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\?\d*|[:@$][A-Za-z_]\w*|;|\s+|[^\s'"`[\-/?:@$;]+|./g;

/** These would end or nest the transaction that a batch is. */
const TRANSACTION_CONTROL = /^\s*(begin|commit|end|rollback|savepoint|release|attach|detach|vacuum)\b/i;

/** A trigger's body has semicolons of its own. */
const TRIGGER = /^\s*create\s+(temp(orary)?\s+)?trigger\b/i;

export interface SqlShape {
  /** How many values the statement takes. */
  readonly parameters: number;
  /** Why it is refused, or null. */
  readonly refusal: string | null;
}

export function shapeOf(sql: string): SqlShape {
  if (sql.includes("\0")) return { parameters: 0, refusal: "the statement contains a NUL character" };
  if (TRANSACTION_CONTROL.test(sql)) {
    return { parameters: 0, refusal: "transactions are made by batch(), not by statements" };
  }
  let parameters = 0;
  let ended = false;
  let second = false;
  let named = false;
  for (const [token] of sql.matchAll(TOKENS)) {
    if (/^(\s|--|\/\*)/.test(token)) continue;
    if (token === ";") {
      ended = true;
      continue;
    }
    if (ended) second = true;
    if (token === "?") parameters += 1;
    else if (/^\?\d+$/.test(token)) parameters = Math.max(parameters, Number(token.slice(1)));
    else if (/^[:@$]\w/.test(token)) named = true;
  }
  if (named) return { parameters, refusal: "named parameters are not supported" };
  if (second && !TRIGGER.test(sql)) return { parameters, refusal: "more than one statement in one text" };
  return { parameters, refusal: null };
}
