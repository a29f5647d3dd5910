/**
 * What must be known of a statement before a driver sees it. libsql runs the
 * first statement of a text and drops the rest without a word, and binds NULL
 * where a parameter is missing.
 */
const TOKENS =
  /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\?\d*|[:@$][A-Za-z_]\w*|;|\s+|[^\s'"`[\-/?:@$;]+|./g;

/** These would end or nest the transaction that a batch is. */
const TRANSACTION_CONTROL = /^(begin|commit|end|rollback|savepoint|release|attach|detach|vacuum)$/i;

/** A trigger's body has semicolons of its own. */
const TRIGGER = /^create (temp |temporary )?trigger /i;

export interface SqlShape {
  /** How many values the statement takes. */
  readonly parameters: number;
  /** Why it is refused, or null. */
  readonly refusal: string | null;
}

export function shapeOf(sql: string): SqlShape {
  if (sql.includes("\0")) return { parameters: 0, refusal: "the statement contains a NUL character" };
  /** The first words, comments left out: enough to tell what kind of statement it is. */
  const opening: string[] = [];
  let parameters = 0;
  let ended = false;
  let second = false;
  let named = false;
  for (const [token] of sql.matchAll(TOKENS)) {
    if (/^(\s|--|\/\*)/.test(token)) continue;
    if (token === ";") {
      ended = opening.length > 0;
      continue;
    }
    if (ended) second = true;
    if (opening.length < 4) opening.push(token);
    if (token === "?") parameters += 1;
    else if (/^\?\d+$/.test(token)) parameters = Math.max(parameters, Number(token.slice(1)));
    else if (/^[:@$]\w/.test(token)) named = true;
  }
  const refusal = refusalOf(opening, named, second);
  return { parameters, refusal };
}

function refusalOf(opening: readonly string[], named: boolean, second: boolean): string | null {
  const [verb] = opening;
  if (verb === undefined) return "the text contains no statement";
  if (TRANSACTION_CONTROL.test(verb)) return "transactions are made by batch(), not by statements";
  if (named) return "named parameters are not supported";
  if (second && !TRIGGER.test(`${opening.join(" ")} `)) return "more than one statement in one text";
  return null;
}
