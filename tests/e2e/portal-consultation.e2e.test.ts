/** A citizen on a phone of 360 px without JavaScript: reads the consultation of the demo, comments, keeps the receipt, withdraws. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

describe("the portal", () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let consultation = "";
  let form = "";
  let receipt = "";

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("without JavaScript: from the home page to the clause, a comment, the receipt", async () => {
    await page.goto(server.url);
    const open = page.getByRole("region", { name: "Sedang dibuka" });
    await open.getByRole("link").first().click();
    await page.getByText("Terbuka sampai").waitFor();
    consultation = page.url();
    // A long text opens by its parts: the first one with a Pasal.
    const parts = page.getByRole("link", { name: /^BAB II\b/ });
    if ((await parts.count()) > 0) await parts.first().click();
    await page
      .getByRole("link", { name: /^Beri masukan untuk Pasal/ })
      .first()
      .click();
    form = page.url();
    await page.getByRole("heading", { name: "Sebelum Anda mengisi" }).waitFor();

    // Sent too soon: what is missing is said, what was typed is there.
    await page.getByLabel("Masukan Anda").fill("Pelatihan daring di luar jam kerja hendaknya dihitung juga.");
    await page.getByRole("button", { name: "Kirim masukan" }).click();
    const problems = page.getByRole("alert");
    await problems.getByRole("link", { name: "Pilih sikap Anda." }).waitFor();
    expect(await page.getByLabel("Masukan Anda").inputValue()).toContain("Pelatihan daring");
    await page.getByRole("radio", { name: "Setuju, dengan perubahan" }).check();
    await page.getByLabel("Anda mengisi sebagai").selectOption({ index: 1 });
    await page.getByText("Usulkan rumusan lain").click();
    await page.getByLabel("Rumusan yang Anda usulkan").fill("…, termasuk pelatihan daring.");
    await page.getByRole("button", { name: "Kirim masukan" }).click();
    await page.getByRole("heading", { name: "Terima kasih, masukan Anda tercatat" }).waitFor();
    receipt = page.url();
    expect(receipt).toMatch(/\/tanda-terima\/[\w-]{22}$/);
    expect(await page.locator("main").innerText()).toContain("termasuk pelatihan daring");
    expect(await page.locator("main").innerText()).toContain("Diterima, belum dibaca tim");

    // Back and again: the same form is the same comment.
    await page.goto(form);
    await page.goto(consultation);
    await page.getByRole("link", { name: "Lihat daftar masukan dan jawabannya" }).click();
    await page.getByRole("heading", { name: "Daftar masukan dan jawabannya" }).waitFor();
  });

  test("the receipt takes an address, and withdraws after asking", async () => {
    await page.goto(receipt);
    await page.getByRole("link", { name: "Kirimi saya jawabannya lewat surel" }).click();
    await page.getByLabel("Alamat surel").fill("warga@contoh.id");
    await page.getByRole("button", { name: "Simpan alamat surel" }).click();
    await page.getByText("juga akan dikirim ke alamat surel").waitFor();
    await page.getByRole("link", { name: "Tarik masukan ini" }).click();
    await page.getByRole("heading", { name: "Tarik masukan ini?" }).waitFor();
    await page.getByRole("link", { name: "Batal" }).click();
    await page.getByRole("link", { name: "Tarik masukan ini" }).click();
    await page.getByRole("button", { name: "Ya, tarik" }).click();
    await page.getByRole("heading", { name: "Masukan ini sudah ditarik" }).waitFor();
    expect(await page.locator("main").innerText()).not.toContain("Pelatihan daring");
  });

  test("with scripts nothing moves, and what was sent is listed on the first page of this device", async () => {
    const scripted = await browser.newContext(PHONE);
    const other = await scripted.newPage();
    await other.goto(form);
    await other.getByLabel("Masukan Anda").fill("Sebuah pertanyaan.");
    await other.getByRole("radio", { name: "Belum jelas, saya bertanya" }).check();
    await other.getByLabel("Anda mengisi sebagai").selectOption({ index: 1 });
    await other.getByRole("button", { name: "Kirim masukan" }).click();
    await other.getByRole("heading", { name: "Terima kasih" }).waitFor();
    await other.goto(server.url);
    const mine = other.getByRole("heading", { name: "Masukan saya di perangkat ini" });
    await mine.waitFor();
    for (const address of [server.url, consultation, form]) {
      await other.goto(address);
      const shift = await other.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 0)));
          }),
      );
      expect(shift, address).toBeLessThan(0.001);
    }
    await other.goto(server.url);
    await other.getByRole("button", { name: "Hapus daftar ini" }).click();
    await other.reload();
    expect(await mine.count()).toBe(0);
    await scripted.close();
  });

  test("nothing for axe to find, and nothing wider than the screen, on a phone and on a desktop, light and dark", async () => {
    const id = new URL(consultation).pathname;
    for (const [options, theme] of [
      [PHONE, "light"],
      [DESKTOP, "dark"],
    ] as const) {
      const watched = await browser.newContext({ ...options, colorScheme: theme });
      const looked = await watched.newPage();
      const part = new URL(form).pathname;
      for (const address of [
        "/",
        id,
        part,
        `${id}/masukan/umum`,
        `${id}/register`,
        `${id}/tanggapan`,
        `${id}/poster`,
        new URL(receipt).pathname,
        "/verifikasi",
        `/verifikasi/${"0".repeat(64)}`,
        "/tanda-terima/x",
      ]) {
        await looked.goto(`${server.url}${address}`);
        const where = `${address} ${theme} ${options.viewport?.width}`;
        expect(await accessibilityViolations(looked), where).toEqual([]);
        const [wide, shown] = await looked.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(wide, where).toBeLessThanOrEqual(shown ?? 0);
      }
      for (const first of [`${id} a[href^="/naskah"]`, `${id}/register .about a`]) {
        const [from = "", selector = ""] = first.split(/ (.*)/);
        await looked.goto(`${server.url}${from}`);
        const link = looked.locator(selector).first();
        if ((await link.count()) === 0) continue;
        await link.click();
        expect(await accessibilityViolations(looked), looked.url()).toEqual([]);
      }
      await watched.close();
    }
  });

  test("by keyboard alone: skip link, fields, radios, send", async () => {
    const typed = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
    const by = await typed.newPage();
    await by.goto(form);
    await by.keyboard.press("Tab");
    expect(await by.locator(":focus").innerText()).toBe("Langsung ke isi");
    const reach = async (name: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        if ((await by.locator(`:focus[name="${name}"]`).count()) > 0) return;
        await by.keyboard.press("Tab");
      }
      throw new Error(`${name} is not reached by Tab`);
    };
    await reach("kelompok");
    await by.keyboard.press("ArrowDown");
    await reach("sikap");
    await by.keyboard.press("Space");
    await reach("masukan");
    await by.keyboard.type("Dengan papan ketik saja.");
    await by.keyboard.press("Tab");
    await by.keyboard.press("Tab");
    await by.keyboard.press("Enter");
    await by.getByRole("heading", { name: "Terima kasih" }).waitFor();
    await typed.close();
  });
});
