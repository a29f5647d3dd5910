import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { consoleLogger } from "../../server/http/logger.workers.ts";
import { withoutValues } from "../../server/http/without-values.ts";

const SECRET = "Hasanuddin Tompo\n    at home (file:1:1)\nNIK 7271";
const failed = () =>
  new DrizzleQueryError("insert into t values (?)", [SECRET], new Error("UNIQUE constraint failed: t.c"));

afterEach(() => vi.restoreAllMocks());

test("a failed statement is told with its text and causes, never with its values", () => {
  const told = withoutValues(new Error("no answer", { cause: failed() }));
  const text = JSON.stringify(told);
  expect(text).not.toMatch(/Hasanuddin|7271|at home/);
  expect(text).toContain("insert into t values (?)");
  expect(text).toContain("UNIQUE constraint failed: t.c");
  expect(text).toContain("logger.test.ts");
});

test("where a stack does not begin with the message, what is no frame is left out", () => {
  const error = failed();
  error.stack = `Elsewhere: ${SECRET}\n    at real (file:2:2)`;
  expect(withoutValues(error)).toMatchObject({
    stack: expect.stringMatching(/\(\?\)\n {4}at real \(file:2:2\)$/),
  });
});

test("on Workers, too; whatever is no error is told by its kind", () => {
  const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
  consoleLogger.error({ policy: "p" }, "failed", failed());
  consoleLogger.error({}, "failed", { words: SECRET });
  const [first, second] = lines.mock.calls.map(([line]) => String(line));
  expect(JSON.parse(first!)).toMatchObject({ level: "error", policy: "p", msg: "failed" });
  expect(`${first}${second}`).not.toMatch(/Hasanuddin|7271/);
  expect(JSON.parse(second!)).toMatchObject({ err: "object" });
});
