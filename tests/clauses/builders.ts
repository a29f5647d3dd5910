/** Short ways to write clauses in tests: one line of an outline is one clause. */
import type { Clause, ClauseKind, ClauseLevel, Run } from "../../domain/clauses/clause.ts";
import { CLAUSE_KINDS } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A cid from a small number: the same number, the same cid. */
export function cidOf(n: number): Cid {
  let rest = n;
  let digits = "";
  while (digits.length < 22) {
    digits = BASE32.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return `01JX${digits}` as Cid;
}

/**
 * Clauses from an outline, one per line: `kind[level] [#number] [@n explains the
 * n-th clause, from 0] [| text]`; a line that starts with `>` is quoted. Cids
 * are `cidOf(line)`, counted from 0 over the lines that are not empty.
 */
export function outline(text: string, firstCid = 0): Clause[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map((line, index) => {
    const match = /^(>)?\s*([a-z-]+?)([0-4])?(?:\s+#(\S+))?(?:\s+@(\d+))?(?:\s*\|\s*(.*))?$/.exec(line);
    const kind = CLAUSE_KINDS.find((each) => each === match?.[2]);
    if (!match || !kind) throw new Error(`Not a line of an outline: ${line}`);
    const runs: Run[] = match[6] ? [{ text: match[6] }] : [];
    return {
      cid: cidOf(firstCid + index),
      kind,
      level: Number(match[3] ?? 0) as ClauseLevel,
      runs,
      ...(match[4] === undefined ? {} : { number: match[4].replaceAll("_", " ") }),
      ...(match[5] === undefined ? {} : { explains: cidOf(firstCid + Number(match[5])) }),
      ...(match[1] === undefined ? {} : { quoted: true as const }),
    };
  });
}

/** One clause. */
export function clause(kind: ClauseKind, text = "", more: Partial<Clause> = {}): Clause {
  return { cid: cidOf(0), kind, level: 0, runs: text === "" ? [] : [{ text }], ...more };
}
