/** What a file is and how it is named, by its bytes alone. */
import { describe, expect, test } from "vitest";
import {
  ATTACHMENT_KINDS,
  attachmentFile,
  attachmentName,
  dispositionOf,
} from "../../domain/attachments/attachment.ts";
import { sniff } from "../../domain/attachments/sniff.ts";
import { assertFileName } from "../../db/file-store.ts";
import { BAD, GOOD } from "./files.ts";

describe("[AT1] [AT2] [AT4] a file is what its content says", () => {
  test.each(ATTACHMENT_KINDS)("%s is known", (kind) => {
    expect(sniff(GOOD[kind])).toBe(kind);
  });

  test.each(Object.keys(BAD))("%s is refused", (name) => {
    expect(sniff(BAD[name] ?? new Uint8Array())).toBeNull();
  });

  test("nothing cut off anywhere makes it fail", () => {
    for (const bytes of [...Object.values(GOOD), ...Object.values(BAD)])
      for (let length = 0; length < bytes.length; length += 1) sniff(bytes.subarray(0, length));
  });
});

describe("[AT5] a name", () => {
  test.each([
    ["Naskah akademik.PDF", "pdf", "Naskah akademik.pdf"],
    ["foto.jpeg", "jpeg", "foto.jpeg"],
    ["foto.png", "jpeg", "foto.png.jpg"],
    ["laporan.exe", "txt", "laporan.exe.txt"],
    ["../../etc/passwd", "txt", "passwd.txt"],
    ["C:\\Users\\x\\data.xlsx", "xlsx", "data.xlsx"],
    // A mark that turns the direction makes `fdp.exe` look like `exe.pdf`.
    ["usulan\u202efdp.exe", "pdf", "usulanfdp.exe.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "pdf", "aSet-Cookie_ x.pdf"],
    [".pdf", "pdf", "pdf.pdf"],
    ["...", "docx", "lampiran.docx"],
    ["", "pdf", "lampiran.pdf"],
    ["\ud800.pdf", "pdf", "\ufffd.pdf"],
  ] as const)("%j of a %s is kept as %j", (given, kind, kept) => {
    expect(attachmentName(given, kind)).toBe(kept);
  });

  test("is at most 120 characters, with its ending", () => {
    const name = attachmentName(`${"x".repeat(500)}.docx`, "docx");
    expect(name).toHaveLength(120);
    expect(name.endsWith("x.docx")).toBe(true);
  });

  test("[AT7] goes into the header so that it can say nothing else", () => {
    expect(dispositionOf("Usulan “akhir”; 100%.pdf")).toBe(
      `attachment; filename="Usulan _akhir_; 100_.pdf"; filename*=UTF-8''Usulan%20%E2%80%9Cakhir%E2%80%9D%3B%20100%25.pdf`,
    );
    expect(dispositionOf(attachmentName('a"b\\c.pdf', "pdf"))).not.toMatch(/filename="[^"]*"[^;]/);
  });
});

test("[AT6] the place in the file store is a lawful name", () => {
  const place = attachmentFile({ sha256: "ab".repeat(32), id: "01ARZ3NDEKTSV4RRFFQ69G5FAV" });
  expect(() => assertFileName(place)).not.toThrow();
  expect(place).toContain("ab".repeat(32));
});
