import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { CLAUSE_LIMITS, clauseListSchema } from "../../domain/clauses/clause.contract.ts";
import {
  canonicalJson,
  contentHash,
  contentOf,
  titleOf,
  type ContentInput,
} from "../../domain/clauses/content.ts";
import { clause, cidOf, outline } from "./builders.ts";

const folder = new URL("../vectors/clauses/", import.meta.url);
interface Vector {
  readonly note: string;
  readonly input: ContentInput;
  readonly canonical: string;
  readonly hash: string;
}
const vectors = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector) }));

describe("canonical content", () => {
  test.each(vectors)("[CL24] $file: $note", async ({ input, canonical, hash }) => {
    expect(canonicalJson(contentOf(input))).toBe(canonical);
    expect(await contentHash(input)).toBe(hash);
  });

  const two = outline("pasal\n isi | satu\n pasal\n isi | dua");
  const hashOf = (clauses: typeof two): Promise<string> =>
    contentHash({ documentType: "perkada", authorityId: cidOf(900) as never, clauses });

  test("[CL25] one changed letter, look, label or order is another hash", async () => {
    const [a, b, c, d] = two as [(typeof two)[0], (typeof two)[0], (typeof two)[0], (typeof two)[0]];
    const changed = [
      two,
      [a, b, c, { ...d, runs: [{ text: "dua." }] }],
      [a, b, c, { ...d, runs: [{ text: "dua", bold: true as const }] }],
      [a, b, { ...c, number: "3" }, d],
      [c, d, a, b],
      [a, b, c, { ...d, cid: cidOf(77) }],
    ];
    const hashes = await Promise.all(changed.map(hashOf));
    expect(new Set(hashes).size).toBe(changed.length);
  });

  test("[CL25] a number that only repeats the count changes nothing", async () => {
    const [a, ...rest] = two as [(typeof two)[0], ...typeof two];
    expect(await hashOf([{ ...a, number: "1" }, ...rest])).toBe(await hashOf(two));
  });

  test("[CL26] a schema that never was is refused", () => {
    expect(() =>
      contentOf({ documentType: "perda", authorityId: cidOf(1) as never, clauses: [] }, 99),
    ).toThrow("schema 99");
  });

  test("[CL24] the title is the first judul in one line", () => {
    expect(titleOf([clause("kop", "WALI KOTA"), clause("judul", "PERATURAN\n  WALI KOTA\nTENTANG X")])).toBe(
      "PERATURAN WALI KOTA TENTANG X",
    );
    expect(titleOf([clause("judul", "DIKUTIP", { quoted: true })])).toBe("");
  });
});

describe("the wire", () => {
  const paths = (input: unknown): string[] => {
    const result = v.safeParse(clauseListSchema, input);
    return result.success ? [] : result.issues.map((issue) => v.getDotPath(issue) ?? "");
  };
  const refused = readFileSync(new URL("refused/clauses.jsonl", folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { note: string; path: string; clauses: unknown });

  test.each(refused)("[CL23] refuses $note at $path", ({ path, clauses }) => {
    expect(paths(clauses)).toContain(path);
  });

  test("[CL23] takes what the vectors hold, once normal", () => {
    for (const { canonical } of vectors) {
      const content = JSON.parse(canonical) as { clauses: { label?: string }[] };
      for (const each of content.clauses) delete each.label;
      expect(paths(content.clauses)).toEqual([]);
    }
  });

  test("[CL23] bounds the number of clauses, the text of one and of all", () => {
    expect(paths(outline("isi | x\n".repeat(CLAUSE_LIMITS.clauses + 1)))).toContain("");
    const long = "x".repeat(CLAUSE_LIMITS.textLength);
    expect(paths([clause("isi", long)])).toEqual([]);
    expect(paths([clause("isi", long, { runs: [{ text: long }, { text: "y", bold: true }] })])).toEqual([
      "0.runs",
    ]);
    expect(paths(Array.from({ length: 41 }, (_, n) => clause("isi", long, { cid: cidOf(n) })))).toEqual([""]);
  });
});
