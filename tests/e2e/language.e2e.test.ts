/** Indonesian first, English at a press, kept with the account. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { signIn } from "./pages.ts";

let server: ServerProcess;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test("the workspace changes its language at once and keeps it on another device", async () => {
  const page = await signIn(browser, server.url, "perancang1", DESKTOP);
  await page.getByRole("button", { name: /^EN/ }).click();
  await page
    .getByRole("link", { name: "New draft" })
    .or(page.getByRole("button", { name: "New draft" }))
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  await page.getByRole("table").or(page.getByRole("list")).first().waitFor();
  const stored = async () =>
    page.evaluate(
      async () =>
        ((await (await fetch("/api/session")).json()) as { account: { locale: string } }).account.locale,
    );
  await expect.poll(stored).toBe("en");

  const context = await browser.newContext(DESKTOP);
  const other = await context.newPage();
  await other.goto(`${server.url}/masuk?lanjut=/kerja`);
  await other.getByLabel(/Surel/).fill("perancang1@demo.rembuk.id");
  await other.getByLabel("Kata sandi").fill("rembuk-demo");
  await other.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect.poll(() => other.evaluate(() => document.documentElement.lang)).toBe("en");
});
