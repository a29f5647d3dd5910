import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const clientFolder = join(import.meta.dirname, "../../client");
const files = readdirSync(clientFolder, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".intl.ts"),
);

/** Every text by its path in the table; functions are called with sample words in their places. */
function textsIn(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value === "function") {
    const samples = Array.from({ length: value.length }, (_, at) => `<${at}>`);
    return new Map([[`${path}(${value.length})`, String(value(...samples))]]);
  }
  if (typeof value !== "object" || value === null) throw new Error(`${path} is neither text nor table`);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...textsIn(each, `${path}.${key}`)]));
}

describe.each(files)("texts of %s", (file) => {
  test("say the same things in both languages, none empty, none shouted", async () => {
    const module: Record<string, unknown> = await import(join(clientFolder, file));
    for (const [name, table] of Object.entries(module)) {
      const { id, en } = table as { id: unknown; en: unknown };
      const [indonesian, english] = [textsIn(id), textsIn(en)];
      expect([...english.keys()].toSorted(), name).toEqual([...indonesian.keys()].toSorted());
      for (const [path, text] of [...indonesian, ...english]) {
        expect(text.trim(), `${name}${path}`).not.toBe("");
        expect(text, `${name}${path}`).not.toMatch(/!|undefined/);
      }
    }
  });
});

test("there are tables to check", () => {
  expect(files.length).toBeGreaterThan(6);
});
