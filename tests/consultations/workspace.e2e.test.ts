/** Preparing, announcing, extending and closing a consultation in the workspace, as somebody at a desk and on a phone does it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { lookOver, watch, type Watch } from "../e2e/accessibility-watch.ts";
import { fetchJson, signIn } from "../e2e/pages.ts";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

const LOOK = { ...DESKTOP, reducedMotion: "reduce" } as const;
const REFUSED = [400, 409, 412];

describe("a consultation in the workspace", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let base: string;
  const watches: Watch[] = [];

  async function watched(account: string): Promise<Page> {
    const opened = await signIn(browser, server.url, account, LOOK);
    watches.push(watch(opened, REFUSED));
    return opened;
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    page = await watched("perancang1");
    const { items } = await fetchJson<{ items: { id: string; title: string }[] }>(
      page,
      "GET",
      "/api/policies",
    );
    base = `${server.url}/kerja/rancangan/${items.find(({ title }) => title.includes("PALU"))?.id}`;
  });
  afterEach(() => expect(watches.flatMap((each) => each.take())).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("[CO4, CO6] a draft says what is missing, keeps what was typed, and is announced with its consequences said", async () => {
    await page.goto(`${base}/konsultasi`);
    await page.getByRole("table").waitFor();
    await lookOver(page, "consultations");
    await page.getByRole("link", { name: "Konsultasi baru" }).click();
    await page.getByLabel("Judul").waitFor();
    await page.getByRole("button", { name: "Simpan konsultasi" }).click();
    await page.getByRole("alert").getByText("Judul: Wajib diisi.").waitFor();
    await lookOver(page, "consultation form, refused");
    await page.getByLabel("Judul").fill("Cuti bersama ASN");
    await page.getByRole("button", { name: "Simpan konsultasi" }).click();
    await page.getByRole("heading", { name: "Cuti bersama ASN", level: 1 }).waitFor();
    await page.getByText("Siapa yang diajak: Pilih paling sedikit satu kelompok.").waitFor();

    await page.getByRole("link", { name: "Lengkapi isian" }).click();
    await page
      .getByLabel(/^Ringkasan/)
      .fill("Mengatur cuti bersama. Berlaku bagi ASN. Kami bertanya pendapat Anda.");
    await page.getByLabel("KORPRI", { exact: true }).check();
    await page.getByLabel("Target KORPRI").fill("1.200");
    await page.reload();
    await page.getByText("ditampilkan kembali").waitFor();
    expect(await page.getByLabel("Target KORPRI").inputValue()).toBe("1.200");
    await page.getByRole("button", { name: "Simpan perubahan" }).click();
    await page.getByText("Semua sudah lengkap").waitFor();

    await page.getByRole("button", { name: "Umumkan…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/Masukan diterima sejak .* WITA sampai .* WITA/).waitFor();
    await lookOver(page, "announce dialog");
    await dialog.getByRole("button", { name: "Umumkan" }).click();
    await page.getByText("Diumumkan, belum dibuka").waitFor();
    await page.getByRole("img", { name: /Kode QR menuju/ }).waitFor();
    await lookOver(page, "announced consultation");
    expect(await page.getByRole("textbox", { name: "Teks untuk grup percakapan" }).inputValue()).toContain(
      `${server.url}/k/`,
    );
    await page.getByRole("link", { name: "Lihat halaman publik" }).click();
    await page.waitForURL(/\/konsultasi\/[0-9A-Z]{26}$/);
    await page.getByRole("heading", { name: "Cuti bersama ASN", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Bagikan" }).waitFor();
  });

  test("[CO6] of two who change it, the second keeps what they typed and takes over the first's changes", async () => {
    const edit = `${page.url()}/ubah`;
    const other = await watched("perancang2");
    await Promise.all([page.goto(edit), other.goto(edit)]);
    await page.getByLabel("Kepada siapa bertanya").fill("Bagian Organisasi");
    await other.getByLabel("Judul").fill("Cuti bersama ASN Kota Palu");
    await page.getByRole("button", { name: "Simpan perubahan" }).click();
    await page.getByRole("heading", { name: "Bagikan" }).waitFor();
    await other.getByRole("button", { name: "Simpan perubahan" }).click();
    await other.getByText("baru saja diubah rekan Anda").waitFor();
    await other.getByRole("button", { name: "Ambil perubahannya" }).click();
    await expect.poll(() => other.getByLabel("Kepada siapa bertanya").inputValue()).toBe("Bagian Organisasi");
    expect(await other.getByLabel("Judul").inputValue()).toBe("Cuti bersama ASN Kota Palu");
    await other.getByRole("button", { name: "Simpan perubahan" }).click();
    await other.getByRole("heading", { name: "Cuti bersama ASN Kota Palu", level: 1 }).waitFor();
    await other.getByText("Bagian Organisasi").waitFor();
    await other.context().close();
  });

  test("[CO8] an open one is extended but not shortened, and closed early with a reason that is shown", async () => {
    await page.goto(`${base}/konsultasi`);
    await page.getByRole("link", { name: /draf 3/ }).click();
    await page.getByRole("heading", { name: "Keikutsertaan" }).waitFor();
    await lookOver(page, "open consultation");
    await page.getByRole("button", { name: "Perpanjang…" }).click();
    const dialog = page.getByRole("dialog");
    const closes = dialog.getByLabel("Ditutup");
    const planned = await closes.inputValue();
    await closes.fill(`${Number(planned.slice(0, 4)) - 1}${planned.slice(4)}`);
    await dialog.getByRole("button", { name: "Perpanjang" }).click();
    await dialog.getByRole("alert").waitFor();
    await closes.fill(planned.replace(/T.*/, "T23:59"));
    await dialog.getByRole("button", { name: "Perpanjang" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/Menerima masukan sampai .* 23\.59 WITA/).waitFor();

    await page.getByRole("button", { name: "Tutup sekarang…" }).click();
    await page.getByRole("dialog").getByLabel("Alasan").fill("Semua kelompok sudah didengar.");
    await lookOver(page, "close dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // By keyboard alone: the button has its focus back.
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByLabel("Alasan").fill("Semua kelompok sudah didengar.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Ditutup lebih awal dari jadwal.").waitFor();
    await page.getByText("Alasan yang diumumkan: Semua kelompok sudah didengar.").waitFor();
    expect(await page.getByRole("button", { name: "Perpanjang…" }).count()).toBe(0);
  });
});
