import { describe, expect, test } from "vitest";
import { readImportBytes, readImportText } from "../../client/policies/import-source.ts";
import { MAX_IMPORT_LENGTH, MAX_IMPORT_LINES } from "../../domain/policies/policies.contract.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("what may be imported", () => {
  test("a text, with Windows line ends counted as lines", () => {
    expect(readImportText("Pasal 1\r\nIsi.")).toEqual({ ok: true, text: "Pasal 1\nIsi.", lineCount: 2 });
  });

  test("UTF-16 as Windows Notepad saves it, and UTF-8 with its mark, which is no part of the text", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from("BAB I", (c) => [c.charCodeAt(0), 0]).flat()]);
    expect(readImportBytes(utf16)).toMatchObject({ ok: true, text: "BAB I" });
    expect(readImportBytes(bytes("\ufeffBAB I"))).toMatchObject({ ok: true, text: "BAB I" });
  });

  test.each([
    ["nothing", bytes(" \n\t"), "empty"],
    ["a binary file named .txt", new Uint8Array([1, 2, 0, 3]), "binary"],
    ["a Word file", new Uint8Array([0x50, 0x4b, 3, 4]), "word-document"],
    ["letters in another encoding", new Uint8Array([0x41, 0xe9, 0x42]), "encoding"],
    ["too many lines", bytes("a\n".repeat(MAX_IMPORT_LINES + 1)), "too-many-lines"],
    ["too much text", bytes("a".repeat(MAX_IMPORT_LENGTH + 1)), "too-long"],
  ])("not %s", (_, content, refusal) => {
    expect(readImportBytes(content)).toEqual({ ok: false, refusal });
  });

  test("exactly the longest text is taken", () => {
    expect(readImportText("a".repeat(MAX_IMPORT_LENGTH)).ok).toBe(true);
  });
});
