/** Submitting, passing on, returning, and the stages: by the words on the pages and by keyboard, both widths, both themes. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PolicyListItem } from "../../domain/policies/policies.contract.ts";
import type { ReviewList } from "../../domain/reviews/reviews.contract.ts";
import type { Page as Paged } from "../../domain/wire-text.ts";
import { fetchJson, signIn } from "../e2e/pages.ts";
import { accessibilityViolations, DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

describe("submitting a version and walking the stages", () => {
  let server: ServerProcess;
  let browser: Browser;
  let drafter: Page;
  let lawyer: Page;
  let policyId: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    drafter = await signIn(browser, server.url, "perancang2", DESKTOP);
    lawyer = await signIn(browser, server.url, "bagianhukum", { ...PHONE, colorScheme: "dark" });
    const { items } = await fetchJson<Paged<PolicyListItem>>(drafter, "GET", "/api/policies");
    const owned = items.find(
      ({ relation, authority }) => relation === "owner" && /Pontianak/.test(authority.name),
    );
    if (!owned) throw new Error("perancang2 owns no draft of Pontianak");
    policyId = owned.id;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const path = (rest: string) => `${server.url}/kerja/rancangan/${policyId}${rest}`;
  const rounds = () => fetchJson<ReviewList>(drafter, "GET", `/api/policies/${policyId}/reviews`);

  test("[RV8] by keyboard: a usual order, a deadline, nobody chosen is said beside the field, then submitted", async () => {
    await drafter.goto(path("/persetujuan"));
    await drafter.getByRole("link", { name: "Ajukan persetujuan" }).first().click();
    await drafter.getByRole("heading", { name: "Ajukan persetujuan" }).waitFor();
    await drafter.getByLabel("Diputuskan oleh").waitFor();
    await drafter.getByRole("button", { name: "Ajukan", exact: true }).focus();
    await drafter.keyboard.press("Enter");
    await drafter.getByText("Pilih siapa yang memutuskan.").waitFor();

    await drafter.getByRole("button", { name: "Bagian hukum, lalu Wali Kota" }).focus();
    await drafter.keyboard.press("Enter");
    await drafter.getByRole("group", { name: "Langkah 2" }).waitFor();
    const deadline = drafter.getByRole("group", { name: "Langkah 1" }).getByLabel("Tenggat");
    await deadline.selectOption({ label: "Jumlah hari" });
    await drafter.getByLabel("Jumlah hari sejak gilirannya").fill("2");
    await drafter.getByLabel("Pengantar").fill("Mohon diperiksa dan disetujui.");
    expect(await accessibilityViolations(drafter)).toEqual([]);
    await drafter.getByRole("button", { name: "Ajukan", exact: true }).focus();
    await drafter.keyboard.press("Enter");
    await drafter
      .getByRole("heading", { name: /^Versi \d+: / })
      .first()
      .waitFor();
    const [open] = (await rounds()).items;
    expect(open?.state).toBe("open");
    expect(open?.steps.map(({ position, state }) => [position, state])).toEqual([
      [1, "open"],
      [2, "waiting"],
    ]);
    expect(open?.steps[0]?.dueOn).toMatch(/^\d{4}/);
    expect(await drafter.getByRole("link", { name: "Ajukan persetujuan" }).count()).toBe(0);
    expect(await accessibilityViolations(drafter)).toEqual([]);
  });

  test("what waits is counted in the frame and leads to the page where one decides", async () => {
    await lawyer.goto(`${server.url}/kerja`);
    const link = lawyer.locator(".task-link");
    await link.locator(".task-count").waitFor();
    await link.click();
    await lawyer.getByRole("heading", { name: "Menunggu Anda" }).waitFor();
    expect(await accessibilityViolations(lawyer)).toEqual([]);
    await lawyer.locator(".waiting-item a").first().click();
    await lawyer.getByText("Anda diminta memutuskan").waitFor();
    expect(await accessibilityViolations(lawyer)).toEqual([]);
  });

  test("[RV5] returned with a note on a phone; the drafter reads it, and the draft is being written again", async () => {
    await lawyer.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    const dialog = lawyer.getByRole("dialog");
    await dialog.getByLabel("Alasan").fill("Pasal 3 perlu diperjelas.");
    await dialog.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    await lawyer.getByText("Putaran ini sudah berakhir: Dikembalikan.").waitFor();
    await drafter.reload();
    await drafter.getByText("Pasal 3 perlu diperjelas.").waitFor();
    await drafter.locator(".approval-line").getByText("Dikembalikan", { exact: true }).waitFor();
    await drafter.locator(".stage-link").getByText("Penyusunan").waitFor();
    await drafter.goto(path("/riwayat"));
    await drafter.getByText("Keputusan atas versi diberikan").first().waitFor();
  });

  test("[ST8] [ST9] a planned document is kept from its name and is no longer missing; taken back, it is again", async () => {
    await drafter.goto(path("/tahap"));
    await drafter.getByRole("heading", { name: "Tahap", exact: true }).waitFor();
    await drafter.getByRole("button", { name: "Simpan SK tim penyusun" }).focus();
    await drafter.keyboard.press("Enter");
    const dialog = drafter.getByRole("dialog");
    expect(await dialog.getByLabel("Nama dokumen").inputValue()).toBe("SK tim penyusun");
    await dialog.getByRole("button", { name: "Simpan dokumen" }).click();
    await dialog.getByText("Isi paling sedikit satu").waitFor();
    await dialog.getByLabel("Catatan").fill("Nomor 800/12 Tahun 2026.");
    expect(await accessibilityViolations(drafter)).toEqual([]);
    await dialog.getByRole("button", { name: "Simpan dokumen" }).click();
    await dialog.waitFor({ state: "detached" });
    await drafter.getByText("Nomor 800/12 Tahun 2026.").waitFor();
    expect(await drafter.getByRole("button", { name: "Simpan SK tim penyusun" }).count()).toBe(0);
    expect(await accessibilityViolations(drafter)).toEqual([]);
    await drafter.getByRole("button", { name: "Tarik SK tim penyusun" }).click();
    await drafter.getByRole("button", { name: "Simpan SK tim penyusun" }).waitFor();
  });

  test("[ST10] the legal division takes a stage out; the path and the choice of stages follow", async () => {
    await lawyer.goto(path("/tahap"));
    await lawyer.getByRole("link", { name: "Atur susunan tahap" }).click();
    await lawyer.getByRole("heading", { name: "Susunan tahap" }).waitFor();
    await lawyer.getByRole("checkbox", { name: /^Evaluasi/ }).uncheck();
    await lawyer.getByText("Ada perubahan yang belum disimpan.").waitFor();
    expect(await accessibilityViolations(lawyer)).toEqual([]);
    await lawyer.getByRole("button", { name: "Simpan susunan" }).click();
    await lawyer.getByText(/^Diubah Kepala Bagian Hukum/).waitFor();
    await drafter.reload();
    await drafter.getByRole("heading", { name: "Fasilitasi" }).waitFor();
    expect(await drafter.getByRole("heading", { name: "Evaluasi", exact: true }).count()).toBe(0);
    await drafter.getByRole("button", { name: "Ubah tahap" }).click();
    const choice = drafter.getByRole("dialog").getByLabel("Tahap");
    await expect.poll(() => choice.locator("option", { hasText: "Evaluasi" }).count()).toBe(0);
  });

  test("every screen in English, dark and light, narrow and wide: nothing for axe, nothing beyond the edge", async () => {
    const looks: readonly BrowserContextOptions[] = [
      { ...PHONE, colorScheme: "light" },
      { ...DESKTOP, colorScheme: "dark" },
    ];
    const [last] = (await rounds()).items;
    const screens = ["/persetujuan", "/persetujuan/ajukan", `/persetujuan/${last?.id}`, "/tahap", "/versi"];
    const pages = await Promise.all(looks.map((look) => signIn(browser, server.url, "perancang2", look)));
    await fetchJson(drafter, "PATCH", "/api/session", { locale: "en" });
    for (const page of pages) {
      for (const screen of [
        ...screens.map(path),
        `${server.url}/kerja/tahapan`,
        `${server.url}/kerja/tugas`,
      ]) {
        await page.goto(screen);
        await page.locator("h1").first().waitFor();
        await page.waitForLoadState("networkidle");
        expect(await accessibilityViolations(page), screen).toEqual([]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, screen).toBeLessThanOrEqual(0);
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    }
  });
});
