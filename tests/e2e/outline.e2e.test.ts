/** The outline beside a text in which others write, too. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { addMember, caretAtEnd, importText, insertAfter, openEditor, signIn } from "./pages.ts";

const PASALS = 90;
const regulation = Array.from(
  { length: PASALS },
  (_, at) => `Pasal ${at + 1}\nKetentuan nomor ${at + 1} berlaku.\n`,
).join("\n");

describe("an outline of several portions", () => {
  let server: ServerProcess;
  let browser: Browser;
  let reader: Page;
  let writer: Page;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    writer = await signIn(browser, server.url, "perancang1", DESKTOP);
    reader = await signIn(browser, server.url, "perancang2", DESKTOP);
    const policyId = await importText(writer, server.url, regulation);
    await addMember(writer, server.url, policyId, "Perancang 2");
    await openEditor(writer, server.url, policyId);
    await openEditor(reader, server.url, policyId);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const entry = (name: string) =>
    reader.getByRole("tree", { name: "Isi" }).getByRole("treeitem", { name, exact: true });
  const focused = () => reader.evaluate(() => document.activeElement?.textContent?.trim());

  test("whoever stands on the last entry of a portion stays on it when others insert above", async () => {
    const last = await reader.evaluate(
      () => document.querySelector(".outline-portion")?.lastElementChild?.textContent?.trim() ?? "",
    );
    await entry(last).focus();
    expect(await focused()).toBe(last);
    await caretAtEnd(writer, "Pasal 2");
    await insertAfter(writer, "Pasal");
    await entry(`Pasal ${PASALS + 1}`).waitFor();
    expect(await focused()).toBe(`Pasal ${Number(last.replace("Pasal ", "")) + 1}`);
  });

  test("whoever left the outline is not brought back to it by what others insert", async () => {
    await reader.keyboard.press("Alt+ArrowUp");
    await expect.poll(focused).toMatch(/^Pasal \d+$/);
    await reader.evaluate(() => (document.activeElement as HTMLElement).blur());
    await caretAtEnd(writer, "Pasal 2");
    await insertAfter(writer, "Pasal");
    await entry(`Pasal ${PASALS + 2}`).waitFor();
    expect(await reader.evaluate(() => document.activeElement === document.body)).toBe(true);
  });
});
