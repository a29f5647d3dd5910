/** From an empty folder, without the demo, to a sentence that is kept: what whoever installs it goes through. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { lookOver, watch } from "./accessibility-watch.ts";
import { caretAtEnd, saved, shownText } from "./pages.ts";

const PASSWORD = "perahu kayu di sungai";
const SENTENCE = "Semua warga kota berhak atas air bersih.";

// The command line opens a data folder; on Cloudflare the administrator is made otherwise (docs/cloudflare.md).
describe.skipIf(process.env.HOST_UNDER_TEST === "workers")("without the demo", () => {
  let server: ServerProcess;
  let browser: Browser;
  let admin: Page;
  let drafter: Page;
  let complaints: () => string[];

  beforeAll(async () => {
    server = await startServer({ env: { DEMO: "0" } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  async function open(): Promise<Page> {
    const context = await browser.newContext(DESKTOP);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  async function createAdmin(email: string): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["server/cli.node.ts", "create-admin", email],
      {
        cwd: join(import.meta.dirname, "..", ".."),
        env: { ...process.env, BASE_URL: server.url, DATA_DIR: server.dataDir },
      },
    );
    return stdout.trim();
  }

  async function enter(page: Page, email: string): Promise<void> {
    await page.goto(`${server.url}/masuk?lanjut=/kerja`);
    await page.getByLabel("Surel").fill(email);
    await page.getByLabel("Kata sandi").fill(PASSWORD);
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await page.getByRole("heading", { name: "Rancangan", level: 1 }).waitFor();
  }

  async function invite(email: string, role: string): Promise<string> {
    await admin.goto(`${server.url}/kerja/pengelolaan`);
    await admin.getByRole("button", { name: "Undang orang" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Alamat surel").fill(email);
    await dialog.getByLabel("Peran", { exact: true }).selectOption({ label: role });
    await dialog.getByRole("button", { name: "Buat tautan undangan" }).click();
    const link = await admin.getByText(/\/undangan\//).textContent();
    await admin.getByRole("button", { name: "Selesai" }).click();
    return link?.trim() ?? "";
  }

  test("the first administrator sets a password and is led to the first steps", async () => {
    admin = await open();
    const watched = watch(admin);
    complaints = () => watched.take();
    await admin.goto(await createAdmin("kepala@uji.test"));
    await admin.getByLabel("Kata sandi", { exact: true }).fill(PASSWORD);
    await admin.getByLabel("Ketik sekali lagi").fill(PASSWORD);
    await admin.getByRole("button", { name: "Simpan kata sandi" }).click();
    await admin.getByText("Kata sandi tersimpan.").waitFor();
    await enter(admin, "kepala@uji.test");
    await admin.getByRole("heading", { name: "Langkah pertama" }).waitFor();
    expect(await admin.locator(".first-steps a").allTextContents()).toEqual([
      "Tambahkan pemerintah daerah",
      "Tambahkan perangkat daerah",
      "Undang orang",
    ]);
    await lookOver(admin, "first steps");
  });

  test("[AK13] without a government units, groups and drafts say so, and lead there or say whom to ask", async () => {
    for (const part of ["perangkat", "kelompok"]) {
      await admin.goto(`${server.url}/kerja/pengelolaan?bagian=${part}`);
      await admin.getByRole("heading", { name: "Pemerintah daerah belum ditambahkan" }).waitFor();
      expect(await admin.getByRole("button", { name: /^Tambah/ }).count()).toBe(0);
    }
    await lookOver(admin, "units without a government");

    drafter = await open();
    await drafter.goto(await invite("perancang@uji.test", "Perancang"));
    await drafter.getByLabel("Nama").fill("Sari");
    await drafter.getByLabel("Kata sandi", { exact: true }).fill(PASSWORD);
    await drafter.getByLabel("Ketik sekali lagi").fill(PASSWORD);
    await drafter.getByRole("button", { name: "Buat akun" }).click();
    await drafter.getByText("Kata sandi tersimpan.").waitFor();
    await enter(drafter, "perancang@uji.test");
    await drafter.getByRole("link", { name: "Rancangan baru" }).first().click();
    await drafter.getByText("Mintalah pengelola sistem menambahkannya").waitFor();
    expect(await drafter.getByRole("button", { name: "Buat rancangan" }).count()).toBe(0);
    await lookOver(drafter, "a new draft without a government");
    await drafter.goto(`${server.url}/kerja/tahapan`);
    await drafter.getByText("Mintalah pengelola sistem menambahkannya").waitFor();
  });

  test("[AK12] the administrator adds the government and a unit; each step goes when it is done", async () => {
    await admin.goto(`${server.url}/kerja`);
    await admin.getByRole("link", { name: "Tambahkan pemerintah daerah" }).click();
    await admin.getByRole("heading", { name: "Belum ada pemerintah daerah" }).waitFor();
    await lookOver(admin, "no government");
    await admin.getByRole("button", { name: "Tambah pemerintah daerah" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Nama daerah").fill("  ");
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await dialog.getByText("Isi nama daerahnya.").waitFor();
    await dialog.getByText("Isi provinsinya.").waitFor();
    expect(await dialog.getByLabel("Nama daerah").evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await dialog.getByLabel("Nama daerah").fill("Palu");
    await dialog.getByLabel("Provinsi", { exact: true }).fill("Sulawesi Tengah");
    expect(await dialog.getByLabel("Zona waktu").inputValue()).toBe("Asia/Makassar");
    await dialog.getByText("Pemerintah Kota Palu, dengan jabatan WALI KOTA PALU").waitFor();
    await lookOver(admin, "adding a government");
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await admin.getByRole("heading", { name: "Pemerintah Kota Palu" }).waitFor();
    expect(await admin.getByLabel("Jabatan pembentuk").inputValue()).toBe("WALI KOTA PALU");
    await lookOver(admin, "a government");

    await admin.goto(`${server.url}/kerja`);
    await admin.getByRole("link", { name: "Tambahkan perangkat daerah" }).waitFor();
    // The drafter was invited before.
    expect(await admin.locator(".first-steps a").count()).toBe(1);
    await admin.getByRole("link", { name: "Tambahkan perangkat daerah" }).click();
    await admin.getByRole("button", { name: "Tambah perangkat daerah" }).click();
    await admin.getByRole("dialog").getByLabel("Nama").fill("Bagian Hukum");
    await admin.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
    await admin.getByRole("rowheader", { name: "Bagian Hukum" }).waitFor();
    await admin.goto(`${server.url}/kerja`);
    await admin.getByRole("heading", { name: "Belum ada rancangan" }).waitFor();
    expect(complaints()).toEqual([]);
  });

  test("the drafter makes a draft and types a sentence, and it is kept", async () => {
    await drafter.goto(`${server.url}/kerja/baru`);
    await drafter.getByRole("textbox", { name: /^Judul/ }).fill("Layanan Air Bersih");
    await drafter.getByRole("button", { name: "Buat rancangan" }).click();
    await drafter.waitForURL(/\/kerja\/rancangan\/[0-9A-Z]{26}$/);
    await saved(drafter);
    await caretAtEnd(drafter, "Pasal 1");
    await drafter.keyboard.type(SENTENCE);
    await saved(drafter);
    await drafter.reload();
    await saved(drafter);
    const text = (await shownText(drafter)).join("\n");
    expect(text).toContain(SENTENCE);
    expect(text).toContain("PERATURAN WALI KOTA PALU");
    expect(text).toContain("PROVINSI SULAWESI TENGAH");
  });
});
