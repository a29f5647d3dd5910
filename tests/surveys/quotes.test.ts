import { describe, expect, test } from "vitest";
import { derive } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { compareWording, contributionTargets, quoteClause, quotesOf } from "../../domain/surveys/quotes.ts";
import { SURVEY_LIMITS } from "../../domain/surveys/survey.ts";
import { define, scale } from "./definitions.ts";

const cid = (at: number) => `01J000000000000000000000${String(at).padStart(2, "0")}` as Cid;
const clause = (at: number, kind: Clause["kind"], text: string, level: Clause["level"] = 0): Clause => ({
  cid: cid(at),
  kind,
  level,
  runs: text === "" ? [] : [{ text }],
});
const text: Clause[] = [
  clause(1, "pasal", ""),
  clause(2, "ayat", "Setiap PNS memperoleh:"),
  clause(3, "huruf", "pelatihan;", 1),
  clause(4, "huruf", "cuti.", 1),
  clause(5, "ayat", "Cukup."),
];
const about = (...ats: number[]) => define(scale("q", { targets: ats.map((at) => ({ cid: cid(at) })) }));
const none = new Map();

describe("quoting", () => {
  test("[SV6] a clause with what stands below it, a line each, and how it is cited", () => {
    expect(quoteClause(derive(text), cid(2))).toEqual({
      cid: cid(2),
      commentable: cid(2),
      citation: "Pasal 1 ayat (1)",
      text: "Setiap PNS memperoleh:\na. pelatihan;\nb. cuti.",
    });
    expect(quoteClause(derive(text), cid(1))?.text).toBe(
      "(1) Setiap PNS memperoleh:\na. pelatihan;\nb. cuti.\n(2) Cukup.",
    );
    expect(quoteClause(derive(text), cid(9))).toBeNull();
    expect(quotesOf(about(5, 9, 2), text).map((quote) => quote.cid)).toEqual([cid(5), cid(2)]);
  });

  test("[SV6] a very long one is cut, in the middle of no character", () => {
    const long = [clause(1, "pasal", ""), clause(2, "ayat", "😀".repeat(SURVEY_LIMITS.quote))];
    const quoted = quoteClause(derive(long), cid(2))?.text ?? "";
    expect(quoted.length).toBeLessThan(SURVEY_LIMITS.quote + 10);
    expect(quoted.isWellFormed()).toBe(true);
  });

  test("[SV15] words about an item stand under its norm, and point at the item", () => {
    const definition = about(3, 5, 4);
    const [question] = definition.sections[0]?.questions ?? [];
    if (!question) throw new Error("no question");
    expect(contributionTargets(question, quotesOf(definition, text))).toEqual([
      { cid: cid(2), itemCid: cid(3) },
      { cid: cid(5) },
    ]);
  });
});

describe("[SV16] wording on another version", () => {
  const states = (to: Clause[], origins = none, ...ats: number[]) =>
    compareWording(
      about(...(ats.length > 0 ? ats : [2])),
      { clauses: text, origins: none },
      { clauses: to, origins },
    )[0];

  test("the same words under another number are the same", () => {
    expect(states([clause(8, "pasal", ""), clause(9, "ayat", "Baru."), ...text])?.state).toBe("same");
  });
  test("words below it count", () => {
    const changed = text.map((each) =>
      each.cid === cid(3) ? clause(3, "huruf", "pelatihan daring;", 1) : each,
    );
    const found = states(changed);
    expect(found?.state).toBe("changed");
    expect(found?.clauses[0]?.after?.text).toContain("daring");
    expect(states(changed, none, 5)?.state).toBe("same");
  });
  test("merged is shown with the clause that took it in, removed with nothing; the worst counts", () => {
    const without = text.filter((each) => each.cid !== cid(5));
    expect(states(without, none, 5)).toMatchObject({ state: "removed", clauses: [{ after: null }] });
    const merged = states(without, new Map([[cid(2), { merged: [cid(5)] }]]), 5, 2);
    expect(merged?.state).toBe("merged");
    expect(merged?.clauses.map(({ state }) => state)).toEqual(["merged", "same"]);
    expect(merged?.clauses[0]?.after?.cid).toBe(cid(2));
  });
  test("a question about nothing is general", () => {
    const [question] = compareWording(
      define(scale("q")),
      { clauses: text, origins: none },
      { clauses: [], origins: none },
    );
    expect(question?.state).toBe("general");
  });
});
