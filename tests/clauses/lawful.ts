/** What must hold of a text however it was edited, and texts for which it holds. */
import fc from "fast-check";
import * as v from "valibot";
import { expect } from "vitest";
import { clauseListSchema } from "../../domain/clauses/clause.contract.ts";
import { clauseText, type Clause, type ClauseKind } from "../../domain/clauses/clause.ts";
import { isItem } from "../../domain/clauses/kinds.ts";
import { deriveNumbering } from "../../domain/clauses/labels.ts";
import { childrenOf, deriveTree, NO_PARENT, parentOf } from "../../domain/clauses/tree.ts";
import { outline } from "./builders.ts";

/** All words of a text in order. */
export const wordsOf = (clauses: readonly Clause[]): string => clauses.map(clauseText).join("");

const isLettered = (kind: ClauseKind): boolean => kind === "huruf" || kind === "subhuruf";

/** What is wrong with a text, one line each; empty for a lawful one. */
export function faultsOf(clauses: readonly Clause[]): string[] {
  const faults: string[] = [];
  const parsed = v.safeParse(clauseListSchema, clauses);
  if (!parsed.success) faults.push(`schema: ${parsed.issues[0].message}`);
  const tree = deriveTree(clauses);
  const { ordinals } = deriveNumbering(clauses, tree);
  const kindOf = (index: number): ClauseKind | undefined => clauses[index]?.kind;
  for (const [index, { kind, level }] of clauses.entries()) {
    const above = parentOf(tree, index);
    if (kind === "bagian" && kindOf(above) !== "bab") faults.push(`${index}: bagian outside a bab`);
    if (kind === "paragraf" && kindOf(above) !== "bagian") faults.push(`${index}: paragraf outside a bagian`);
    if (kind === "ayat" && kindOf(above) !== "pasal") faults.push(`${index}: ayat outside a pasal`);
    if (!isItem(kind)) continue;
    const parent = clauses[above];
    const most = parent && (isItem(parent.kind) || parent.kind === "isi") ? parent.level + 1 : 1;
    if (above === NO_PARENT) faults.push(`${index}: an item on nothing`);
    if (level < 1 || level > Math.min(4, most)) faults.push(`${index}: level ${level} under ${most - 1}`);
    let outer = above;
    while (outer !== NO_PARENT && kindOf(outer) === "isi") outer = parentOf(tree, outer);
    const nearest = kindOf(outer);
    if (nearest && isItem(nearest) && isLettered(nearest) === isLettered(kind)) {
      faults.push(`${index}: ${kind} under ${nearest}`);
    }
  }
  for (let parent = NO_PARENT; parent < clauses.length; parent++) {
    const items = childrenOf(tree, parent).filter((at) => isItem(kindOf(at) ?? "isi"));
    if (new Set(items.map(kindOf)).size > 1) faults.push(`${parent}: two kinds of items in one list`);
    const ayat = childrenOf(tree, parent).filter((at) => kindOf(at) === "ayat");
    const printed = ayat.map((at) => ordinals[at]).join(" ");
    if (printed !== ayat.map((_, at) => at + 1).join(" ")) faults.push(`${parent}: ayat ${printed}`);
  }
  for (const region of new Set(tree.region)) {
    const printed = clauses.flatMap((_, at) =>
      kindOf(at) === "pasal" && tree.region[at] === region ? [ordinals[at]] : [],
    );
    const counted = printed.map((_, at) => at + 1).join(" ");
    if (printed.join(" ") !== counted) faults.push(`pasal ${printed.join(" ")}`);
  }
  return faults;
}

export function expectLawful(clauses: readonly Clause[]): void {
  const shown = clauses.map(({ kind, level }) => `${kind}${level || ""}`).join(", ");
  expect(faultsOf(clauses), shown).toEqual([]);
}

/** An outline of a list below level `level` - 1, lettered or numbered, two items or three, some with lists of their own. */
const listAt = (level: number, kinds: readonly string[]): fc.Arbitrary<string> => {
  const [kind, ...below] = kinds;
  if (kind === undefined || level > 4) return fc.constant("");
  const item = fc
    .tuple(fc.nat(9), level < 4 ? fc.option(listAt(level + 1, below), { freq: 3, nil: "" }) : fc.constant(""))
    .map(([n, list]) => `${kind}${level} | ${n === 0 ? "" : `k${n}${list && ":"};`}\n${list}`);
  const closing = fc.constantFrom("", "", "", `isi${level > 1 ? level - 1 : ""} | penutup.\n`);
  return fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), closing)
    .map(([items, last]) => items.join("") + last);
};
const LETTERED = ["huruf", "angka", "subhuruf", "subangka"];
const NUMBERED = ["angka", "huruf", "subangka", "subhuruf"];
const list = fc.oneof(fc.constant(""), fc.constant(""), listAt(1, LETTERED), listAt(1, NUMBERED));
const text = fc.nat(9).map((n) => (n === 0 ? "" : `kata${n}`));
const body = fc.oneof(
  fc.tuple(text, list).map(([words, items]) => `isi | ${words}\n${items}`),
  fc
    .array(
      fc.tuple(text, list).map(([words, items]) => `ayat | ${words}\n${items}`),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.join("")),
);
const pasals = fc
  .array(
    body.map((all) => `pasal\n${all}`),
    { minLength: 1, maxLength: 2 },
  )
  .map((all) => all.join(""));
const bagians = fc
  .array(
    fc.tuple(fc.boolean(), pasals).map(([deep, all]) => `bagian | B\n${deep ? "paragraf | C\n" : ""}${all}`),
    {
      maxLength: 2,
    },
  )
  .map((all) => all.join(""));
const babs = fc
  .array(
    fc.tuple(pasals, bagians).map(([all, more]) => `bab | A\n${all}${more}`),
    { minLength: 1, maxLength: 2 },
  )
  .map((all) => all.join(""));

/** Short regulations with ayat, texts, lists of four levels and headings; about one clause in ten is empty. */
export const lawfulText: fc.Arbitrary<Clause[]> = fc
  .tuple(
    fc.constantFrom("", "menimbang | bahwa x:\n angka1 | y;\n menimbang | bahwa z;\n menetapkan | P\n"),
    babs,
  )
  .map(([opening, all]) => outline(`judul | J\n${opening}${all}`));
