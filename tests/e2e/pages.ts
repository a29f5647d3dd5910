/** What a person does on the pages, by the words they read; shared by the journeys. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

export async function signIn(
  browser: Browser,
  url: string,
  account: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${url}/masuk?lanjut=/kerja`);
  await page.getByLabel(/Surel|Alamat surel/).fill(`${account}@demo.rembuk.id`);
  await page.getByLabel("Kata sandi").fill("rembuk-demo");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page.getByRole("heading", { name: "Rancangan", level: 1 }).waitFor();
  return page;
}

/** Imports a regulation text through the form; resolves in the editor with the id of the policy. */
export async function importText(page: Page, url: string, text: string): Promise<string> {
  await page.goto(`${url}/kerja/baru`);
  await page.getByRole("radio", { name: /Teks yang sudah ada/ }).check();
  await page.getByRole("textbox", { name: /Teks peraturan|Teks/ }).fill(text);
  await page.getByRole("button", { name: "Buat rancangan" }).click();
  await page.waitForURL(/\/kerja\/rancangan\/[0-9A-Z]{26}$/);
  await saved(page);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Adds somebody as a drafter; unless told, one is added as a reader. */
export async function addMember(page: Page, url: string, policyId: string, name: string): Promise<void> {
  await page.goto(`${url}/kerja/rancangan/${policyId}/anggota`);
  await page.getByRole("searchbox").or(page.getByLabel("Tambah anggota")).first().fill(name);
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Perancang" });
  await page.getByRole("button", { name: "Tambahkan" }).first().click();
  await page
    .getByRole("cell", { name })
    .or(page.getByText(`${name} kini`))
    .first()
    .waitFor();
}

export async function openEditor(page: Page, url: string, policyId: string): Promise<void> {
  await page.goto(`${url}/kerja/rancangan/${policyId}`);
  await saved(page);
}

/**
 * Waits until everything typed here is durable on the server. What a key changed
 * leaves after its frame, and until then the page still says what was true before it.
 */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<true>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
      }),
  );
  await page.getByText("Tersimpan", { exact: true }).first().waitFor({ timeout: 20_000 });
}

export const sheet = (page: Page) => page.getByRole("textbox", { name: "Teks rancangan" });

/** Where the clause stands that has this label under that Pasal; without a label the first of its body. */
export async function clauseIndex(page: Page, pasal: string, label?: string): Promise<number> {
  const index = await page.evaluate(
    ([heading, inner]) => {
      const clauses = [...document.querySelectorAll<HTMLElement>(".clause")];
      const start = clauses.findIndex((each) => each.dataset["label"] === heading);
      if (start < 0 || inner === undefined) return start < 0 ? start : start + 1;
      const end = clauses.findIndex((each, at) => at > start && each.dataset["kind"] === "pasal");
      const found = clauses
        .slice(start, end < 0 ? undefined : end)
        .findIndex((each) => each.dataset["label"] === inner);
      return found < 0 ? -1 : start + found;
    },
    [pasal, label] as const,
  );
  expect(index, `${pasal} ${label ?? ""}`).toBeGreaterThanOrEqual(0);
  return index;
}

/** Puts the caret at the end of a clause, as a click and End would. */
export async function caretAtEnd(page: Page, pasal: string, label?: string): Promise<void> {
  const index = await clauseIndex(page, pasal, label);
  const clause = page.locator(".clause").nth(index);
  await clause.scrollIntoViewIfNeeded();
  await clause.click();
  await clause.evaluate(async (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    // The editor hears of the selection in a task of its own: a key that came before it would go to the old place.
    const heard = new Promise((resolve) => {
      document.addEventListener("selectionchange", resolve, { once: true });
    });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    await heard;
  });
}

/** Label and text of every clause. Not `innerText`: what lies outside the screen is not laid out. */
export async function shownText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".clause")].map((each) =>
      `${each.dataset["label"] ?? ""} ${(each.textContent ?? "").trim()}`.trim(),
    ),
  );
}

/** Inserts a unit after the clause under the caret, through the toolbar; the caret then stands where one writes. */
export async function insertAfter(page: Page, shape: string): Promise<void> {
  await page.getByRole("button", { name: "Sisipkan", exact: true }).click();
  await page.getByRole("menuitem", { name: shape, exact: true }).click();
}

export async function freeze(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: "Bekukan versi" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama versi").fill(label);
  await dialog.getByRole("button", { name: "Bekukan", exact: true }).click();
  // The answer names the version and its hash; closing it leads back to the text.
  await dialog.getByText(/[0-9a-f]{64}/).waitFor();
  await dialog.getByRole("button", { name: "Tutup", exact: true }).first().click();
  await dialog.waitFor({ state: "detached" });
}

/** Asks the server as the page's person does; throws with the answer where it is not 2xx. */
export async function fetchJson<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([verb, address, content]) => {
      const headers: Record<string, string> = { "idempotency-key": crypto.randomUUID() };
      if (content !== undefined) headers["content-type"] = "application/json";
      const response = await fetch(address, {
        method: verb,
        headers,
        ...(content !== undefined && { body: content }),
      });
      return { ok: response.ok, status: response.status, text: await response.text() };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return (answer.text === "" ? undefined : JSON.parse(answer.text)) as T;
}
