import { expect, test } from "vitest";
import { answerMissing, missingParts } from "../../server/missing-parts.workers.ts";

const WHOLE = { DB: {}, DOCUMENTS: {}, ASSETS: {}, FILES: {} };

test("with all bindings nothing is missing", () => {
  expect(missingParts(WHOLE)).toEqual([]);
  expect(missingParts({ ...WHOLE, BASE_URL: "https://rembuk.id", DEMO: "1", EMAIL: {} })).toEqual([]);
});

test("each missing binding and each wrong variable is one line that says what to write", async () => {
  const lines = missingParts({ ASSETS: {}, BASE_URL: "rembuk.id/app", DEMO: "yes" });
  expect(lines.map((line) => line.split(":")[0])).toEqual(["DB", "DOCUMENTS", "FILES", "BASE_URL", "DEMO"]);
  expect(lines[0]).toContain('[[d1_databases]] binding = "DB"');
  expect(lines[0]).toContain("wrangler d1 create rembuk");
  const answer = answerMissing(lines);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  for (const line of lines) expect(await answer.clone().text()).toContain(line);
});
