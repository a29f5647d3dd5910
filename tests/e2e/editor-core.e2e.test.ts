/** The editor in Chromium: what only a browser can show of typing, clipboard, tables, reading and leaving. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { caretAtEnd, importText, insertAfter, openEditor, saved, sheet, shownText, signIn } from "./pages.ts";

const TEXT = `PERATURAN WALI KOTA PALU
NOMOR 1 TAHUN 2026
TENTANG
UJI PENYUNTING

DENGAN RAHMAT TUHAN YANG MAHA ESA

WALI KOTA PALU,

Menimbang : a. bahwa pertama;
b. bahwa kedua;

Mengingat : 1. Undang-Undang Nomor 1;

MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG UJI PENYUNTING.

BAB I
KETENTUAN UMUM

Pasal 1
Pasal ini memuat ketentuan umum.

Pasal 2
(1) Ayat kesatu.
(2) Ayat kedua.
(3) Ayat ketiga.

Pasal 3
Hal sebagaimana dimaksud dalam Pasal 2 berlaku.
`;

interface SeenClause {
  readonly cid: string;
  readonly label: string;
  readonly text: string;
}
const seen = (page: Page): Promise<SeenClause[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".clause")].map(({ dataset, textContent }) => ({
      cid: dataset["cid"] ?? "",
      label: dataset["label"] ?? "",
      text: textContent ?? "",
    })),
  );
/** Selects from the start of one clause to the end of another, by their words. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    async ([first, last]) => {
      const find = (words: string | undefined) =>
        [...document.querySelectorAll(".clause")].find((each) => each.textContent?.includes(words ?? ""));
      const [start, end] = [find(first), find(last)];
      if (!start || !end) throw new Error(`no clause: ${first}, ${last}`);
      const range = document.createRange();
      range.setStart(start, 0);
      range.setEnd(end, end.childNodes.length);
      document.querySelector<HTMLElement>(".sheet-text")?.focus();
      const heard = new Promise((resolve) => {
        document.addEventListener("selectionchange", resolve, { once: true });
      });
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      await heard;
    },
    [from, to] as const,
  );
}
/** How many changes the copies on this device note as not sent, over all windows. */
const notedUnsent = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let unsent = 0;
    for (const { name = "" } of await indexedDB.databases()) {
      if (!name.startsWith("rembuk:")) continue;
      unsent += await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener("error", () => reject(opening.error as Error));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const reading = database
            .transaction("custom")
            .objectStore("custom")
            .getAll(IDBKeyRange.bound("unsent:", "unsent;"));
          reading.addEventListener("error", () => reject(reading.error as Error));
          reading.addEventListener("success", () => {
            database.close();
            resolve((reading.result as number[]).reduce((sum, count) => sum + count, 0));
          });
        });
      });
    }
    return unsent;
  });
/** What a touch keyboard sends: no key, only what it wants to do. */
const beforeInput = (page: Page, inputType: string, data: string | null = null) =>
  page.evaluate(
    ([type, words]) => {
      document.querySelector(".sheet-text")?.dispatchEvent(
        new InputEvent("beforeinput", {
          inputType: type ?? "",
          data: words,
          bubbles: true,
          cancelable: true,
        }),
      );
    },
    [inputType, data] as const,
  );
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    document
      .querySelector(".sheet-text")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

describe("the editor in a browser", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let policyId: string;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    page = await signIn(browser, server.url, "perancang1", {
      ...DESKTOP,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    policyId = await importText(page, server.url, TEXT);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("composing with an input method: the words arrive once", async () => {
    await caretAtEnd(page, "Pasal 1");
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
    await keyboard.send("Input.imeSetComposition", { text: "niha", selectionStart: 4, selectionEnd: 4 });
    await keyboard.send("Input.insertText", { text: "你好" });
    await page.keyboard.type(" selesai");
    await expect
      .poll(async () => (await shownText(page)).find((line) => line.includes("ketentuan umum.")))
      .toBe("Pasal ini memuat ketentuan umum.你好 selesai");
    await saved(page);
  });

  test("a touch keyboard without keys: words, a new clause, deleting", async () => {
    await caretAtEnd(page, "Pasal 2", "(3)");
    await beforeInput(page, "insertParagraph");
    await beforeInput(page, "insertText", "Baru");
    await beforeInput(page, "deleteContentBackward");
    await expect
      .poll(async () => (await shownText(page)).find((line) => line.startsWith("(4)")))
      .toBe("(4) Bar");
    await saved(page);
    await beforeInput(page, "historyUndo");
  });

  test("typing at the end of a reference does not become part of it", async () => {
    await page.reload();
    await saved(page);
    const reference = () =>
      page.evaluate(async (id) => {
        const answer = (await (await fetch(`/api/policies/${id}/clauses`)).json()) as {
          clauses: { runs: { text: string; ref?: string }[] }[];
        };
        return answer.clauses.flatMap(({ runs }) => runs.filter(({ ref }) => ref).map(({ text }) => text));
      }, policyId);
    expect(await reference()).toContain("Pasal 2");
    await page.evaluate(async () => {
      const heard = new Promise((resolve) => {
        document.addEventListener("selectionchange", resolve, { once: true });
      });
      const clause = [...document.querySelectorAll(".clause")].find((each) =>
        each.textContent?.includes("dimaksud dalam"),
      );
      const walker = document.createTreeWalker(clause as Node, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent !== "Pasal 2") continue;
        document.querySelector<HTMLElement>(".sheet-text")?.focus();
        getSelection()?.collapse(node, node.textContent.length);
      }
      await heard;
    });
    // Once the second is bound, so would be what was typed before it.
    await page.keyboard.type(" yang sesuai dengan Pasal 1");
    await expect.poll(reference).toContain("Pasal 1");
    expect(await reference()).toContain("Pasal 2");
    expect((await reference()).some((text) => text.includes("yang"))).toBe(false);
  });

  test("cut and paste keeps identities, copy and paste gives new ones", async () => {
    const before = await seen(page);
    const cidOf = (list: SeenClause[], words: string) => list.find(({ text }) => text.includes(words))?.cid;
    await select(page, "Ayat kesatu", "Ayat kedua");
    await page.keyboard.press("Control+x");
    await expect.poll(async () => cidOf(await seen(page), "Ayat kesatu")).toBeUndefined();
    await caretAtEnd(page, "Pasal 2", "(1)");
    await page.keyboard.press("Control+v");
    await expect.poll(async () => cidOf(await seen(page), "Ayat kedua")).toBe(cidOf(before, "Ayat kedua"));
    expect(cidOf(await seen(page), "Ayat kesatu")).toBe(cidOf(before, "Ayat kesatu"));

    await select(page, "Ayat kesatu", "Ayat kedua");
    await page.keyboard.press("Control+c");
    await caretAtEnd(page, "Pasal 3");
    await page.keyboard.press("Control+v");
    await expect
      .poll(async () => (await seen(page)).filter(({ text }) => text.includes("Ayat kesatu")))
      .toHaveLength(2);
    await saved(page);
    expect(new Set((await seen(page)).map(({ cid }) => cid)).size).toBe((await seen(page)).length);
  });

  test("text of a word processor keeps its structure", async () => {
    await caretAtEnd(page, "Pasal 3");
    await paste(
      page,
      "Pasal 4\n(1) Ditempel satu.\n(2) Ditempel dua:\na. huruf pertama; dan\nb. huruf kedua.",
    );
    const pasted = async () => {
      const lines = await shownText(page);
      const at = lines.findIndex((line) => line.endsWith("Ditempel satu."));
      return at < 0 ? [] : lines.slice(at - 1, at + 4);
    };
    await expect
      .poll(pasted)
      .toEqual([
        "Pasal 4",
        "(1) Ditempel satu.",
        "(2) Ditempel dua:",
        "a. huruf pertama; dan",
        "b. huruf kedua.",
      ]);
  });

  test("a paste that is too long changes nothing and says so", async () => {
    const before = await shownText(page);
    await paste(page, "baris\n".repeat(200_000));
    await page
      .getByText(/Yang ditempel terlalu panjang/)
      .first()
      .waitFor();
    expect(await shownText(page)).toEqual(before);
  });

  test("dragging text moves nothing", async () => {
    const before = await shownText(page);
    const prevented = await page.evaluate(() =>
      ["dragstart", "drop"].map(
        (type) =>
          !document
            .querySelector(".sheet-text .clause")
            ?.dispatchEvent(
              new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }),
            ),
      ),
    );
    expect(prevented).toEqual([true, true]);
    expect(await shownText(page)).toEqual(before);
  });

  test("a table: inserted, filled from a spreadsheet, shown, undone, edited again", async () => {
    await caretAtEnd(page, "Pasal 1");
    await insertAfter(page, "Tabel");
    const dialog = page.getByRole("dialog", { name: "Tabel" });
    const cell = (row: number, column: number) =>
      dialog.getByRole("textbox", { name: `Baris ${row}, kolom ${column}`, exact: true });
    await cell(1, 1).focus();
    await page.keyboard.type("No");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Jabatan");
    await cell(2, 1).focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "1\tKepala dinas\tPalu\n2\tSekretaris\tPalu\n3\tKepala bidang\tPalu\n");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    const rows = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".sheet-table tr")].map((row) =>
          [...row.children].map((each) => each.textContent),
        ),
      );
    await expect.poll(async () => (await rows())[0]).toEqual(["No", "Jabatan", ""]);
    expect((await rows())[3]).toEqual(["3", "Kepala bidang", "Palu"]);
    await page.keyboard.press("Control+z");
    await expect.poll(rows).toEqual([]);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(async () => (await rows()).length).toBe(4);

    await saved(page);
    await page.reload();
    await saved(page);
    await expect.poll(rows).toHaveLength(4);
    await page.locator(".sheet-table").dblclick();
    await cell(4, 2).fill("Kepala subbagian");
    await dialog.getByRole("button", { name: "Pasang tabel" }).click();
    await expect.poll(async () => (await rows())[3]?.[1]).toBe("Kepala subbagian");
    await page.locator(".sheet-table").click();
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.keyboard.type("Sesudah tabel.");
    const kindAfter = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>(".clause")].find((each) =>
            each.textContent?.includes("Sesudah tabel."),
          )?.dataset["kind"],
      );
    await expect.poll(kindAfter).toBeDefined();
    expect(await kindAfter()).not.toBe("tabel");
    expect(await rows()).toHaveLength(4);
  });

  test("a reader opens the text and cannot write", async () => {
    const status = await page.evaluate(async (id) => {
      const found = (await (await fetch(`/api/policies/${id}/candidates?q=hukum`)).json()) as {
        items: { accountId: string }[];
      };
      const answer = await fetch(`/api/policies/${id}/members/${found.items[0]?.accountId}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ role: "reader" }),
      });
      return answer.status;
    }, policyId);
    expect(status).toBeLessThan(300);
    const reader = await signIn(browser, server.url, "bagianhukum", DESKTOP);
    await openEditor(reader, server.url, policyId);
    await expect.poll(async () => (await shownText(reader)).join("\n")).toContain("Ayat kesatu");
    expect(
      await sheet(reader).or(reader.locator(".sheet-text")).first().getAttribute("contenteditable"),
    ).toBe("false");
    await reader.context().close();
  });

  test("signing out with unsent work asks first; signing out wipes the copies", async () => {
    await openEditor(page, server.url, policyId);
    await caretAtEnd(page, "Pasal 1");
    await page.context().setOffline(true);
    await page
      .getByText(/^Luring/)
      .first()
      .waitFor({ timeout: 45_000 });
    await page.keyboard.type("xyz");
    await expect.poll(() => notedUnsent(page)).toBe(3);
    const signOut = async () => {
      await page.getByRole("button", { name: /Akun/ }).first().click();
      await page.getByRole("menuitem", { name: "Keluar" }).click();
    };
    await signOut();
    const dialog = page.getByRole("dialog", { name: /Keluar dan hapus/ });
    await dialog.getByText(/3 perubahan/).waitFor();
    await dialog.getByRole("button", { name: "Keluar" }).click();
    await dialog.getByText(/Server tidak terjangkau/).waitFor();
    await dialog.getByRole("button", { name: "Batal" }).click();
    await page.context().setOffline(false);
    await saved(page);
    await expect.poll(() => notedUnsent(page)).toBe(0);
    await signOut();
    await page.waitForURL(/\/masuk/);
    const left = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith("rembuk:")),
    );
    expect(left).toEqual([]);
  });
});
