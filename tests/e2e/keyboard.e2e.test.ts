/**
 * The whole journey with the keyboard alone: no mouse, no `click()`, no `fill()`.
 * Every stop of Tab must show where the focus is.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { saved, sheet, shownText } from "./pages.ts";

const regulation = readFileSync(
  join(import.meta.dirname, "../vectors/corpus/01-perbup-kulonprogo-56-2018-tugas-belajar.txt"),
  "utf8",
);
const MAX_STOPS = 80;

interface Focus {
  /** Role or element, and name or words: what a failing test prints. */
  readonly what: string;
  readonly visible: boolean;
}

/** What has the focus, and whether an outline, ring, or caret in a framed text shows it. */
async function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { what: "nothing", visible: false };
    const shows = (each: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    };
    // The part that holds a control may carry its ring (a label round a hidden input, the sheet round the text).
    const ringed = [element, element.parentElement, element.closest("label, .sheet")].some(
      (each) => each !== null && shows(each),
    );
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return {
      what: `${element.getAttribute("role") ?? element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`,
      visible: ringed,
    };
  });
}

const isNotFocused = (element: Element): boolean => element !== document.activeElement;

/** Presses `key` until `target` has the focus; every stop on the way must be visible. */
async function goTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if ((await target.count()) > 0 && (await target.first().evaluate((it) => it === document.activeElement)))
      return;
    await page.keyboard.press(key);
    const focus = await focusNow(page);
    passed.push(focus.what);
    if (focus.what !== "nothing" && !focus.what.startsWith("main "))
      expect(focus.visible, `${focus.what} shows its focus`).toBe(true);
    // In the text Tab belongs to the text, until Escape gives it back.
    if (focus.what.startsWith("textbox Teks rancangan") && (await target.first().evaluate(isNotFocused)))
      await page.keyboard.press("Escape");
  }
  throw new Error(`${String(target)} is not reached by ${key}. Passed: ${passed.join("; ")}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await goTo(page, target);
  await page.keyboard.press(key);
}

describe("the keyboard alone", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let policyUrl: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const context = await browser.newContext({ ...DESKTOP, reducedMotion: "reduce" });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const line = async (words: string) => (await shownText(page)).find((each) => each.includes(words));
  const caretLabel = () =>
    page.evaluate(() => {
      const node = getSelection()?.focusNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return element?.closest<HTMLElement>(".clause")?.dataset["label"] ?? null;
    });

  test("signing in", async () => {
    await page.goto(server.url);
    await press(page, page.getByRole("link", { name: "Masuk" }));
    await page.waitForURL(/\/masuk/);
    await goTo(page, page.getByLabel("Surel"));
    await page.keyboard.type("perancang1@demo.rembuk.id");
    await goTo(page, page.getByLabel("Kata sandi"));
    await page.keyboard.type("rembuk-demo");
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
  });

  test("the page is entered past its head, and a regulation pasted", async () => {
    await goTo(page, page.getByRole("link", { name: "Langsung ke isi" }));
    await page.keyboard.press("Enter");
    await press(page, page.getByRole("link", { name: "Rancangan baru" }));
    await page.getByRole("heading", { name: "Rancangan baru", level: 1 }).waitFor();
    await goTo(page, page.getByRole("radio", { name: /Naskah kosong/ }));
    await page.keyboard.press("ArrowDown");
    const box = page.getByRole("textbox", { name: /Teks peraturan/ });
    await goTo(page, box);
    await page.keyboard.insertText(regulation);
    await page.getByRole("heading", { name: "Yang dikenali" }).waitFor();
    await press(page, page.getByRole("button", { name: "Impor dan buat rancangan" }));
    await page.waitForURL(/\/kerja\/rancangan\/[0-9A-Z]{26}$/);
    await saved(page);
    policyUrl = page.url();
  });

  test("a Pasal is reached through the outline, and written", async () => {
    const tree = page.getByRole("tree", { name: "Isi" });
    const item = (name: string) => tree.getByRole("treeitem", { name, exact: true });
    await goTo(page, tree.locator("[tabindex='0']"));
    await goTo(page, item("Pasal 2"), "ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(caretLabel).toBe("Pasal 2");
    expect(await sheet(page).evaluate((it) => it === document.activeElement)).toBe(true);
    expect((await focusNow(page)).visible).toBe(true);

    // A Pasal has no words of its own: they go to its first ayat or text.
    await page.keyboard.type("Kata pertama. ");
    await expect.poll(() => line("Kata pertama.")).toBeDefined();
  });

  test("Enter, Tab, Shift+Tab and Backspace make and unmake units", async () => {
    const count = async () => (await shownText(page)).length;
    const before = await count();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ketentuan dari papan tombol");
    await expect.poll(() => line("Ketentuan dari papan tombol")).toBeDefined();
    expect(await count()).toBe(before + 1);
    const label = () => line("Ketentuan dari papan tombol");
    const own = await label();
    await page.keyboard.press("Tab");
    await expect.poll(label).not.toBe(own);
    await page.keyboard.press("Shift+Tab");
    await expect.poll(label).toBe(own);
    // A new one below it, empty: Backspace takes it back until it is gone.
    await page.keyboard.press("Enter");
    await expect.poll(count).toBe(before + 2);
    for (let tries = 0; tries < 4 && (await count()) > before + 1; tries += 1) {
      const shown = (await shownText(page)).join("\n");
      await page.keyboard.press("Backspace");
      await expect.poll(async () => (await shownText(page)).join("\n")).not.toBe(shown);
    }
    expect(await count()).toBe(before + 1);
    expect(await label()).toBe(own);
    await saved(page);
  });

  test("the slash menu inserts a Pasal, and what shifted is corrected", async () => {
    const pasals = async () => (await shownText(page)).filter((each) => /^Pasal \d+$/.test(each)).length;
    const before = await pasals();
    await page.keyboard.press("Control+/");
    await page.getByRole("listbox").waitFor();
    const active = page.locator("[role=option][aria-selected=true]");
    for (let step = 0; step < 12 && (await active.innerText()).trim() !== "Pasal"; step += 1)
      await page.keyboard.press("ArrowDown");
    expect((await active.innerText()).trim()).toBe("Pasal");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Pasal dari menu garis miring.");
    await expect.poll(pasals).toBe(before + 1);

    // Escape leaves the text; Tab goes on to what comes after it and does not come back into it.
    await page.keyboard.press("Escape");
    const correct = page.getByRole("button", { name: /^Perbaiki semua \(\d+\)$/ });
    await correct.waitFor();
    await goTo(page, correct);
    await page.keyboard.press("Enter");
    await correct.waitFor({ state: "detached" });
    await saved(page);
  });

  test("a Pasal is moved in the outline, and the same Ctrl+Z brings it back", async () => {
    const tree = page.getByRole("tree", { name: "Isi" });
    const order = () => shownText(page);
    const before = await order();
    await goTo(page, tree.locator("[tabindex='0']"), "Shift+Tab");
    await page.keyboard.press("Home");
    await goTo(page, tree.getByRole("treeitem", { name: "Pasal 6", exact: true }), "ArrowDown");
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => (await order()).join("\n")).not.toBe(before.join("\n"));
    await saved(page);
    // The focus went along with what was moved.
    await expect.poll(async () => (await focusNow(page)).what).toMatch(/^treeitem Pasal 5/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await order()).join("\n")).toBe(before.join("\n"));
    await saved(page);
  });

  test("freezing through the dialog: the focus goes in, stays in, and returns", async () => {
    const names = ["Draf papan tombol", "Draf kedua"];
    for (const name of names) {
      await page.keyboard.press("Escape");
      const button = page.getByRole("button", { name: "Bekukan versi" });
      await press(page, button);
      const dialog = page.getByRole("dialog", { name: "Bekukan versi" });
      await dialog.waitFor();
      const inside = () => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null);
      for (let stop = 0; stop < 16; stop += 1) {
        await page.keyboard.press(stop % 5 === 4 ? "Shift+Tab" : "Tab");
        await expect.poll(inside).toBe(true);
      }
      await goTo(page, dialog.getByLabel("Nama versi"));
      await page.keyboard.press("Control+a");
      await page.keyboard.type(name);
      await press(page, dialog.getByRole("button", { name: "Bekukan", exact: true }));
      await page.getByRole("dialog", { name: /^Versi \d dibekukan/ }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
      // Something to compare for the second.
      await goTo(page, sheet(page));
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("End");
      await page.keyboard.type(" DAN LAINNYA");
      await saved(page);
    }
  });

  test("the comparison is read with Alt and the arrows", async () => {
    await page.keyboard.press("Escape");
    const sections = page.getByRole("navigation", { name: "Bagian rancangan" });
    await goTo(page, sections.getByRole("link", { name: "Perbandingan" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Perubahan per ketentuan" }).waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText(/^Perubahan 1 dari \d+$/).waitFor();
    expect((await focusNow(page)).what).toMatch(/^article/);
    expect((await focusNow(page)).visible).toBe(true);
    await page.keyboard.press("Alt+ArrowUp");
    await page.getByText(/^Perubahan 1 dari \d+$/).waitFor();
    expect(page.url()).toContain(policyUrl);
  });

  test("signing out through the menu of the account", async () => {
    const menu = page.getByRole("button", { name: "Akun Perancang 1" });
    await goTo(page, menu, "Shift+Tab");
    await page.keyboard.press("Enter");
    const leave = page.getByRole("menuitem", { name: "Keluar" });
    await leave.waitFor();
    await expect.poll(async () => (await focusNow(page)).what).toMatch(/^menu/);
    await page.keyboard.press("End");
    await expect.poll(() => leave.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Masuk ke Rembuk" }).waitFor();
    const session = await page.context().request.get(`${server.url}/api/session`);
    expect(await session.json()).toMatchObject({ account: null });
  });
});
