import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import { createErasureRepo, type ErasureRepo } from "../../db/repos/erasure.repo.ts";
import { schema } from "../../db/schema/schema.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { openLocalD1, type LocalD1 } from "../support/local-d1.ts";

let d1: LocalD1;
let repo: ErasureRepo;
const POLICY = "01J0000000000000000000000P" as PolicyId;

beforeAll(async () => {
  d1 = await openLocalD1();
  const db = createD1Db(d1.database as unknown as Parameters<typeof createD1Db>[0], schema);
  repo = createErasureRepo(db as never, createAuditTrail({ db: db as never }));
});
afterAll(() => d1.dispose());

test("long words", async () => {
  expect(await repo.countElsewhere(POLICY, ["x".repeat(500)])).toBe(0);
  await repo.forgetAnswers(["x".repeat(500)]);
});
test("as many terms as there may be", async () => {
  const words = Array.from({ length: 50 }, (_, n) => `kata ${n}`);
  expect(await repo.countElsewhere(POLICY, words)).toBe(0);
  await repo.forgetAnswers(words);
});
