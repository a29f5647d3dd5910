import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFileStore } from "../../db/file-store.node.ts";

describe("file store in a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("gives back what was put, replaced as a whole, and null for what is not there", async () => {
    const files = createFileStore(join(folder, "files"));
    expect(await files.list("")).toEqual([]);
    expect(await files.get("a/b.json")).toBeNull();
    await files.put("a/b.json", new Uint8Array([1, 2, 3]));
    await files.put("a/b.json", new Uint8Array([4]));
    await files.put("c", new Uint8Array(0));
    expect(await files.get("a/b.json")).toEqual(new Uint8Array([4]));
    expect(await files.list("")).toEqual(["a/b.json", "c"]);
    expect(await files.list("a/")).toEqual(["a/b.json"]);
    await files.remove("a/b.json");
    await files.remove("a/b.json");
    expect(await files.list("")).toEqual(["c"]);
  });

  test("writers at once leave one whole file and nothing else", async () => {
    const files = createFileStore(folder);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => files.put("head", new Uint8Array(10_000).fill(index))),
    );
    const bytes = await files.get("head");
    expect(bytes?.length).toBe(10_000);
    expect(new Set(bytes).size).toBe(1);
    expect(readdirSync(folder)).toEqual(["head"]);
  });

  test.each(["../x", "a/../../x", "/etc/x", "", "a//b", ".hidden", "a/.x", "a\\b", "a\0b", "x".repeat(200)])(
    "refuses the name %j",
    async (name) => {
      const files = createFileStore(folder);
      await expect(files.put(name, new Uint8Array(1))).rejects.toThrow(RangeError);
      await expect(files.get(name)).rejects.toThrow(RangeError);
      await expect(files.remove(name)).rejects.toThrow(RangeError);
    },
  );
});
