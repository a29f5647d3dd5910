/** Building a survey, opening it, and reading the results of a closed one. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { lookOver, watch, type Watch } from "../e2e/accessibility-watch.ts";
import { fetchJson, signIn } from "../e2e/pages.ts";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

const LOOK = { ...DESKTOP, reducedMotion: "reduce" } as const;
interface Item {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
}

describe("surveys in the workspace", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let policyId: string;
  let base: string;
  const watches: Watch[] = [];

  async function watched(account: string): Promise<Page> {
    const opened = await signIn(browser, server.url, account, LOOK);
    watches.push(watch(opened, [409, 412]));
    return opened;
  }
  const items = async (path: string) =>
    (await fetchJson<{ items: Item[] }>(page, "GET", `/api/policies${path}`)).items;
  const words = () => page.locator(".question-words").allTextContents();
  const isSaved = (on = page) => on.getByText("Tersimpan", { exact: true }).waitFor();

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    page = await watched("perancang1");
    policyId = (await items("")).find(({ title }) => title.includes("PALU"))?.id ?? "";
    base = `${server.url}/kerja/rancangan/${policyId}`;
  });
  afterEach(() => expect(watches.flatMap((each) => each.take())).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  async function addQuestion(kind: string, text: string): Promise<void> {
    await page.locator(".survey-section > .row select").last().selectOption({ label: kind });
    await page.getByRole("button", { name: "Tambah pertanyaan" }).last().click();
    await page.getByLabel("Pertanyaan", { exact: true }).fill(text);
  }

  test("from nothing to a survey with clauses, a condition and another order, saved by itself", async () => {
    const open = (await items(`/${policyId}/consultations`)).find(({ phase }) => phase === "open");
    await page.goto(`${base}/konsultasi/${open?.id}`);
    await page.getByRole("link", { name: "Buat survei" }).click();
    await page.getByLabel("Judul survei").fill("Survei jam pelatihan");
    await lookOver(page, "new survey");
    await page.getByRole("button", { name: "Buat survei" }).click();

    await page.getByRole("button", { name: "Tambah pertanyaan" }).waitFor();
    await addQuestion("Skala", "Apakah 20 jam pelajaran cukup?");
    await page.getByRole("button", { name: "Kaitkan ketentuan…" }).click();
    const picker = page.getByRole("dialog");
    await picker.getByLabel("Cari ketentuan").fill("Pasal 7 ayat (1)");
    await picker.getByRole("checkbox", { name: /^Pasal 7 ayat \(1\)/ }).check();
    await lookOver(page, "clause picker");
    await picker.getByRole("button", { name: "Selesai" }).click();
    await page.locator(".attached").getByText("20 (dua puluh) jam pelajaran").waitFor();
    await isSaved();

    await addQuestion("Satu pilihan", "Pelatihan apa yang Anda butuhkan?");
    await page.getByLabel("Pilihan 1", { exact: true }).fill("Digital");
    await page.getByLabel("Pilihan 2", { exact: true }).fill("");
    await page.getByText("Belum tersimpan di server").waitFor();
    await page.getByLabel("Pilihan 2", { exact: true }).fill("Kepemimpinan");
    await page.getByLabel("Pilihan 2", { exact: true }).press("Enter");
    await page.getByLabel("Pilihan 3", { exact: true }).waitFor();
    await page.keyboard.type("Pelayanan");
    await page.getByRole("button", { name: "Tampilkan hanya jika…" }).click();
    await page.getByLabel("adalah").selectOption({ label: "paling banyak" });
    await page.getByLabel("nilai").selectOption("2");
    await page
      .getByText('Tampil jika jawaban atas "Apakah 20 jam pelajaran cukup?" paling banyak 2.')
      .waitFor();
    await isSaved();
    await lookOver(page, "survey builder");

    await addQuestion("Jawaban bebas", "Apa saran Anda?");
    await page.getByRole("button", { name: "Naik: Pertanyaan 3" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect
      .poll(words)
      .toEqual(["Apakah 20 jam pelajaran cukup?", "Apa saran Anda?", "Pelatihan apa yang Anda butuhkan?"]);
    await page.getByRole("button", { name: "Hapus: Pertanyaan 1" }).click();
    await expect.poll(words).toHaveLength(2);
    await page.getByRole("button", { name: "Urungkan" }).click();
    await expect.poll(words).toHaveLength(3);
    await isSaved();
    await page.reload();
    await page.getByText("Tampil jika jawaban atas").waitFor();
    expect(await words()).toHaveLength(3);
  });

  test("what was typed on an older state is not lost, and does not overwrite unasked", async () => {
    const other = await watched("perancang2");
    await other.goto(page.url());
    await other.getByRole("button", { name: "Ubah: Pertanyaan 2" }).click();
    await page.getByRole("button", { name: "Ubah: Pertanyaan 2" }).click();
    await page.getByLabel("Pertanyaan", { exact: true }).fill("Apa saran Anda untuk pasal ini?");
    await isSaved();
    await other.getByLabel("Pertanyaan", { exact: true }).fill("Saran dari rekan");
    await other.getByText("Rekan Anda baru saja mengubah survei ini").waitFor();
    await other.getByRole("button", { name: "Pakai susunan rekan saya" }).click();
    await other.getByText("Apa saran Anda untuk pasal ini?").first().waitFor();
    await isSaved(other);
    await other.getByLabel("Pertanyaan", { exact: true }).fill("Saran dari rekan");
    await isSaved(other);
    await other.context().close();
  });

  test("[SV10, SV17] settings with sample sizes; opening says what is locked, and then it is open", async () => {
    await page.getByRole("link", { name: "Pengaturan" }).click();
    await page.getByLabel("Jumlah orang KORPRI").fill("1.200");
    await page.getByText("Sampel yang memadai: 291").waitFor();
    await page.getByRole("radio", { name: "Pemegang kode sekali pakai" }).check();
    await page.getByRole("button", { name: "Simpan pengaturan" }).click();
    // The colleague of the test before was faster: what was filled in stays.
    await page.getByRole("button", { name: "Ambil keadaan terbaru" }).click();
    expect(await page.getByLabel("Jumlah orang KORPRI").inputValue()).toBe("1.200");
    await page.getByRole("button", { name: "Simpan pengaturan" }).click();
    await page.getByText("Pengaturan tersimpan.").waitFor();
    await lookOver(page, "survey settings");
    await page.getByRole("link", { name: "Kode", exact: true }).click();
    await page.getByLabel("Berapa kode").fill("12");
    await page.getByRole("button", { name: "Buat kode" }).click();
    await page.getByRole("heading", { name: "12 kode baru" }).waitFor();
    expect(await page.locator(".code-sheet .mono").count()).toBe(12);
    await lookOver(page, "codes");
    await page.getByRole("button", { name: "Buka survei…" }).click();
    await page.getByRole("dialog").getByText("Sejak jawaban pertama").waitFor();
    await lookOver(page, "open dialog");
    await page.getByRole("dialog").getByRole("button", { name: "Buka survei" }).click();
    await page.getByText(/Menerima jawaban sampai/).waitFor();
  });

  test("[SV30-SV39] results are sentences, bars with values, groups with n; by question and by clause", async () => {
    const closed = (await items(`/${policyId}/surveys`)).find(({ phase }) => phase === "closed");
    await page.goto(`${base}/survei/${closed?.id}/hasil`);
    await page.getByText("214 orang menjawab dari target 291 (74%).").waitFor();
    const first = page.locator(".result").first();
    expect(await first.getByRole("heading", { level: 2 }).textContent()).toBe(
      "Pengumuman nilai seleksi membuat rekrutmen lebih adil",
    );
    await first.getByText(/^Rata-rata \d,\d\d dari 5, menurut 214 orang\.$/).waitFor();
    const distribution = first.getByRole("table", { name: /^Sebaran jawaban/ });
    const shares = await distribution.locator("tbody td:nth-child(3)").allTextContents();
    expect(shares.reduce((sum, share) => sum + Number(share.replace("%", "")), 0)).toBe(100);
    const counts = await distribution.locator("tbody td:nth-child(4)").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(214);
    const sizes = await first
      .getByRole("table", { name: /^Menurut kelompok/ })
      .locator("td:nth-child(2)")
      .allTextContents();
    for (const size of sizes) expect(Number(size)).toBeGreaterThanOrEqual(5);
    await lookOver(page, "results");
    await page.getByRole("button", { name: "Ketentuan" }).click();
    await page.getByRole("heading", { name: "Pasal 5 ayat (3)" }).waitFor();
    await lookOver(page, "results by clause", ["phone"]);
    await page.getByRole("heading", { name: "Jawaban bebas" }).waitFor();
  });

  test("[SV30] while an anonymous survey is open, only how many answered", async () => {
    const open = (await items(`/${policyId}/surveys`)).find(({ title }) => title === "Survei jam pelatihan");
    await page.goto(`${base}/survei/${open?.id}/hasil`);
    await page.getByText("Hasil tampil setelah survei ditutup").waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await lookOver(page, "results of an open survey");
  });
});
