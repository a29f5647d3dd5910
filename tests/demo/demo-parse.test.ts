/** The demo texts read as the outline they were written with, without a single warning. */
import { expect, test } from "vitest";
import { DEMO_POLICIES } from "../../db/demo/index.ts";
import { clauseText, type ClauseKind } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import { pasalOf } from "./regulation-text.ts";

const texts = DEMO_POLICIES.flatMap(({ slug, title, drafts, live }) => [
  ...drafts.map(({ label, text }) => ({ name: `${slug} ${label}`, title, text })),
  { name: `${slug} live`, title, text: live.text },
]);

test.each(texts)("$name", ({ title, text }) => {
  let made = 0;
  const newCid = (): Cid => `01J${String(made++).padStart(23, "0")}` as Cid;
  const parsed = parseRegulation(text, { newCid });
  const count = (kind: ClauseKind): number => parsed.clauses.filter((clause) => clause.kind === kind).length;

  expect(parsed.warnings).toEqual([]);
  expect(parsed.documentType).toBe("perkada");
  expect(parsed.title).toBe(title);
  expect(count("pasal")).toBe(pasalOf(text).length);
  expect(count("ayat")).toBe(pasalOf(text).flatMap(({ hasAyat, ayat }) => (hasAyat ? ayat : [])).length);
  expect(count("lampiran")).toBe(text.match(/^LAMPIRAN/gm)?.length ?? 0);
  expect(count("menetapkan")).toBe(1);
  const definitions = parsed.clauses.filter(({ kind }) => kind === "angka").slice(0, 11);
  expect(definitions.map((clause) => clauseText(clause)).every((each) => / adalah .+\.$/.test(each))).toBe(
    true,
  );
});
