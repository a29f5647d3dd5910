/** The portal as a browser without JavaScript sees it: signing in and out, taking up links, the demo's accounts. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { fetchJson, signIn } from "./pages.ts";

const withoutScripts = { ...PHONE, javaScriptEnabled: false };

/** What is sent instead of the workspace stands in a page that only scripts fill; its address is what counts here. */
const inWorkspace = (page: Page, url: string) => expect.poll(() => page.url()).toBe(`${url}/kerja`);

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Surel").fill(email);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
}

describe("without JavaScript", () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let admin: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    context = await browser.newContext(withoutScripts);
    page = await context.newPage();
    admin = await signIn(browser, server.url, "admin", PHONE);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("one signs in with the form, sees who one is, and signs out again", async () => {
    await page.goto(server.url);
    await page.getByRole("link", { name: "Masuk" }).click();
    await fillIn(page, "perancang1@demo.rembuk.id", "rembuk-demo");
    await inWorkspace(page, server.url);

    await page.goto(server.url);
    await page.getByText("Masuk sebagai Perancang 1").waitFor();
    await page.getByRole("button", { name: "Keluar" }).click();
    await page.getByRole("link", { name: "Masuk" }).waitFor();
    expect(await page.getByText("Masuk sebagai").count()).toBe(0);
    const session = await context.request.get(`${server.url}/api/session`);
    expect(await session.json()).toMatchObject({ account: null });
  });

  test("a wrong password is refused in words, and what was typed stays", async () => {
    await page.goto(`${server.url}/masuk?lanjut=/kerja/akun`);
    await fillIn(page, "perancang1@demo.rembuk.id", "bukan kata sandinya");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).not.toBe("");
    expect(await page.getByLabel("Surel").inputValue()).toBe("perancang1@demo.rembuk.id");
    expect(await page.getByLabel("Kata sandi").inputValue()).toBe("");

    await page.getByLabel("Kata sandi").fill("rembuk-demo");
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await expect.poll(() => page.url()).toBe(`${server.url}/kerja/akun`);
    await context.clearCookies();
  });

  test("a demo account is one press away, and the other language one link", async () => {
    await page.goto(`${server.url}/masuk`);
    await page.getByRole("button", { name: /bagianhukum@demo\.rembuk\.id/ }).click();
    await inWorkspace(page, server.url);
    await context.clearCookies();

    await page.goto(`${server.url}/masuk`);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Sign in to Rembuk" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await context.clearCookies();
  });

  test("an invitation becomes an account; the link is spent with it", async () => {
    const { url } = await fetchJson<{ url: string }>(admin, "POST", "/api/invitations", {
      email: "sri.rahayu@example.go.id",
      role: "drafter",
    });
    await page.goto(url);
    await page.getByRole("heading", { name: "Terima undangan" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("sri.rahayu@example.go.id");
    await page.getByLabel("Nama").fill("Sri Rahayu");
    await page.getByLabel("Kata sandi").fill("pendek");
    await page.getByRole("button", { name: "Buat akun" }).click();
    await expect.poll(() => page.getByLabel("Kata sandi").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Nama").inputValue()).toBe("Sri Rahayu");

    await page.getByLabel("Kata sandi").fill("sawah hijau di pagi hari");
    await page.getByLabel("Ketik sekali lagi").fill("sawah hijau di pagi hari");
    await page.getByRole("button", { name: "Buat akun" }).click();
    await page.getByRole("heading", { name: "Selesai" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Masuk" }).click();
    await fillIn(page, "sri.rahayu@example.go.id", "sawah hijau di pagi hari");
    await inWorkspace(page, server.url);
    await context.clearCookies();

    const again = await page.goto(url);
    expect(again?.status()).toBe(410);
    expect(await page.locator("main h1").count()).toBe(1);
  });

  test("a reset link sets another password; the old one no longer works", async () => {
    const { items } = await fetchJson<{ items: { id: string; email: string }[] }>(
      admin,
      "GET",
      "/api/accounts?q=asn1",
    );
    const account = items.find(({ email }) => email === "asn1@demo.rembuk.id");
    const { url } = await fetchJson<{ url: string }>(
      admin,
      "POST",
      `/api/accounts/${account?.id}/reset-link`,
    );
    await page.goto(url);
    await page.getByRole("heading", { name: "Atur ulang kata sandi" }).waitFor();
    await page.getByLabel("Kata sandi baru").fill("perahu kayu di sungai");
    await page.getByLabel("Ketik sekali lagi").fill("perahu kayu di sungai");
    await page.getByRole("button", { name: "Simpan kata sandi" }).click();
    await page.getByRole("heading", { name: "Selesai" }).waitFor();

    await page.goto(`${server.url}/masuk`);
    await fillIn(page, "asn1@demo.rembuk.id", "rembuk-demo");
    await page.getByRole("alert").waitFor();
    await fillIn(page, "asn1@demo.rembuk.id", "perahu kayu di sungai");
    await inWorkspace(page, server.url);
    await context.clearCookies();
  });

  test("with DEMO=0 the demo's accounts are neither shown nor let in", async () => {
    await server.stop();
    const closed = await startServer({ dataDir: server.dataDir, env: { DEMO: "0" } });
    try {
      await page.goto(`${closed.url}/masuk`);
      await page.getByRole("heading", { name: "Masuk ke Rembuk" }).waitFor();
      expect(await page.getByText(/demo/i).count()).toBe(0);
      await fillIn(page, "perancang1@demo.rembuk.id", "rembuk-demo");
      await page.getByRole("alert").waitFor();
      // The accounts that people made are as they were.
      await fillIn(page, "sri.rahayu@example.go.id", "sawah hijau di pagi hari");
      await inWorkspace(page, closed.url);
    } finally {
      await closed.stop();
    }
  });
});
