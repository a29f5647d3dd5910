/** What a phone must fetch for the first view: page and style sheet, compressed, for every text of the corpus. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offersComment } from "../../domain/clauses/commentable.ts";
import { derive } from "../../domain/clauses/citation.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { textSections } from "../../server/portal/text-sections.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import { addFrozenPolicy, announce, clausesOf, Visitor } from "./support.ts";

const root = join(import.meta.dirname, "../..");
const CORPUS = join(root, "tests/vectors/corpus");
const texts = readdirSync(CORPUS).filter((name) => name.endsWith(".txt"));

/** The style sheet with what it imports and without comments, which no build leaves in; built it is smaller still. */
function readStyles(file: string): string {
  return readFileSync(file, "utf8")
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/@import "(.+?)";/g, (_, path: string) => readStyles(join(dirname(file), path)));
}

const MAX_BYTES = 30 * 1024;
const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const gzip = (text: string): number => gzipSync(text).length;

describe("the first view", () => {
  let t: TestApp;
  let owner: Person;
  const styles = readStyles(join(root, "client/portal/portal.css"));

  beforeAll(async () => {
    t = await openTestApp();
    owner = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  test.each(texts)("%s: every page of its text is at most 30 KB", async (name) => {
    const clauses = clausesOf(readFileSync(join(CORPUS, name), "utf8"));
    const policy = await addFrozenPolicy(t, owner.id, clauses);
    const consultation = await announce(t, owner.id, policy);
    const derived = derive(clauses);
    // Every clause that can be has been commented on: the numbers are there, too.
    const statements = [...clauses.keys()]
      .filter((index) => offersComment(clauses, derived.tree, index))
      .flatMap((index) =>
        t.deps.repos.contributions.receiveStatements({
          id: t.deps.randomId() as ContributionId,
          policyId: policy.policyId,
          consultationId: consultation.id,
          channel: "comment",
          sourceId: null,
          sourceItem: null,
          versionId: policy.version.id,
          targets: [{ cid: clauses[index]?.cid ?? ("" as never) }],
          groupId: null,
          unitId: null,
          author: { kind: "receipt" },
          text: "Masukan.",
          stance: "question",
          proposedText: null,
          createdOn: "2026-11-22",
          receivedAt: 1,
        }),
      );
    const [first, ...rest] = statements;
    if (first) await t.data.db.batch([first, ...rest]);

    const path = `/konsultasi/${consultation.id}`;
    const sections = textSections(derived);
    const addresses = [
      path,
      ...(sections.length > 1 ? sections.map(({ cid }) => `${path}/naskah/${cid}`) : []),
    ];
    // The parts are the whole, without gap or repetition.
    expect(sections.map(({ start }) => start)).toEqual([0, ...sections.slice(0, -1).map(({ end }) => end)]);
    expect(sections.at(-1)?.end).toBe(clauses.length);
    const visitor = new Visitor(t);
    const sizes: string[] = [];
    for (const address of addresses) {
      const response = await visitor.request(address);
      expect(response.status).toBe(200);
      const page = await response.text();
      const size = { gzip: gzip(page) + gzip(styles), brotli: brotli(page) + brotli(styles) };
      sizes.push(`${address.split("/").at(-1)}: ${page.length} -> gzip ${size.gzip}, brotli ${size.brotli}`);
      expect(size.gzip, sizes.at(-1)).toBeLessThanOrEqual(MAX_BYTES);
      expect(size.brotli, sizes.at(-1)).toBeLessThanOrEqual(MAX_BYTES);
    }
    if (process.env["SIZES"]) console.log(`${name}\n${sizes.join("\n")}`);
  });
});
