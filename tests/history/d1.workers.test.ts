import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import { createErasureRepo, type ErasureRepo } from "../../db/repos/erasure.repo.ts";
import { idempotencyKeys } from "../../db/schema/operations.ts";
import { schema } from "../../db/schema/schema.ts";
import { createWordFinder } from "../../domain/erasure/erasure.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";

let d1: LocalD1;
let db: Db;
let repo: ErasureRepo;
const POLICY = "01J0000000000000000000000P" as PolicyId;

beforeAll(async () => {
  d1 = await openLocalD1();
  db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], schema) as unknown as Db;
  repo = createErasureRepo(db, createAuditTrail({ db }));
});
afterAll(() => d1.dispose());

test("[ER2] words are looked for elsewhere within D1's limits: of patterns, of parameters, of expressions", async () => {
  for (const words of [["x".repeat(500)], Array.from({ length: 50 }, (_, n) => `kata ${n}`)]) {
    expect(await repo.countElsewhere(POLICY, words)).toBe(0);
  }
});

test("[ER9] kept answers with the words are forgotten, in whatever form JSON has them; others stay", async () => {
  const answers = ['Budi "Tompo"\nSantoso', "BUDI “x”", "lain"].map((text, index) => ({
    actor: "a",
    key: `key-${index}`,
    requestHash: "0".repeat(64),
    status: 200,
    body: JSON.stringify({ items: [{ text }] }),
    createdAt: 1,
  }));
  const many = Array.from({ length: 250 }, (_, n) => ({ ...answers[2]!, key: `m${n}` }));
  const [first, ...rest] = [...answers, ...many].map((row) => db.insert(idempotencyKeys).values(row));
  await db.batch([first!, ...rest]);
  await repo.forgetAnswers(createWordFinder(['budi "tompo" santoso', "Budi “x”"]));
  const left = await db.select({ key: idempotencyKeys.key }).from(idempotencyKeys);
  expect(left.map(({ key }) => key).filter((key) => key.startsWith("key"))).toEqual(["key-2"]);
  expect(left).toHaveLength(251);
});
