/** A workshop from plan to minutes: the facilitator at a laptop, a phone without JavaScript, a phone with, a projector. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page as ListPage } from "../../domain/wire-text.ts";
import type { PolicyListItem } from "../../domain/policies/policies.contract.ts";
import { DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { lookOver, watch } from "../e2e/accessibility-watch.ts";
import { fetchJson, signIn } from "../e2e/pages.ts";

describe("a workshop", () => {
  let server: ServerProcess;
  let browser: Browser;
  let facilitator: Page;
  let plain: Page;
  let phone: Page;
  let phoneContext: BrowserContext;
  let base: string;
  let code: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ env: { DEMO: "1" } }), launchBrowser()]);
    facilitator = await signIn(browser, server.url, "fasilitator", DESKTOP);
    plain = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
    phoneContext = await browser.newContext(PHONE);
    phone = await phoneContext.newPage();
    const { items } = await fetchJson<ListPage<PolicyListItem>>(facilitator, "GET", "/api/policies");
    const palu = items.find(({ title }) => title.includes("PALU"));
    base = `${server.url}/kerja/rancangan/${palu?.id}/lokakarya`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const join = async (page: Page, name: string, group: string) => {
    await page.goto(`${server.url}/lokakarya/${code}`);
    await page.getByLabel("Nama").fill(name);
    await page.getByLabel("Anda hadir sebagai").selectOption({ label: group });
    await page.getByRole("button", { name: "Catat kehadiran" }).click();
    await page.getByText(`Hadir: ${name}, ${group}`).waitFor();
  };
  const say = async (page: Page, words: string) => {
    await page.getByRole("textbox", { name: "Masukan Anda" }).fill(words);
    await page.getByRole("button", { name: "Kirim masukan" }).click();
    await page.getByText("Masukan Anda sudah diterima.").waitFor();
  };
  const note = async (words: string) => {
    const box = facilitator.getByRole("textbox", { name: "Yang disampaikan" });
    await box.fill(words);
    await box.press("Enter");
  };

  test("[WS1] [WS5] planned from clauses of the consultation, then started", async () => {
    await facilitator.goto(`${base}/baru`);
    await facilitator.getByRole("button", { name: "Simpan rencana" }).click();
    await facilitator.getByText("Isi nama, tempat, hari, dan jam lokakarya.").waitFor();
    await facilitator.getByLabel("Nama lokakarya").fill("Karier dan kompetensi");
    await facilitator.getByLabel("Tempat").fill("Aula Bappeda");
    await facilitator.getByLabel("Hari").fill(new Date().toISOString().slice(0, 10));
    const clauses = facilitator.getByLabel("Pilih ketentuan");
    for (const label of ["Pasal 7 ayat (1):", "Pasal 13 ayat (1):"]) {
      const option = clauses.locator("option", { hasText: label }).first();
      await clauses.selectOption((await option.getAttribute("value")) ?? "");
      await facilitator
        .getByRole("group", { name: "Acara" })
        .getByRole("button", { name: "Tambahkan" })
        .click();
    }
    await lookOver(facilitator, "plan");
    await facilitator.setViewportSize({ width: 1280, height: 800 });
    await facilitator.getByRole("button", { name: "Simpan rencana" }).click();
    await facilitator.getByRole("heading", { name: "Karier dan kompetensi", level: 1 }).waitFor();
    code = ((await facilitator.locator(".join-code strong").textContent()) ?? "").replace(" ", "");
    await facilitator.getByRole("button", { name: "Mulai lokakarya" }).click();
    await facilitator.getByRole("link", { name: "Catat masukan" }).click();
    await facilitator.getByRole("heading", { name: "Pasal 7 ayat (1)", exact: true }).waitFor();
  });

  test("[WS7] [WS10] a phone without JavaScript checks in, gives input, votes and takes it back", async () => {
    await join(plain, "Ani", "KORPRI");
    await say(plain, "Peta karier harus memuat syarat tiap jenjang.");
    await facilitator.getByText("Peta karier harus memuat syarat tiap jenjang.").waitFor();
    const agree = plain.getByRole("button", { name: /^Setuju/ }).first();
    await agree.click();
    expect(await agree.getAttribute("aria-pressed")).toBe("true");
    await facilitator.getByText("1 setuju, 0 netral, 0 tidak setuju").waitFor();
    await agree.click();
    expect(await agree.getAttribute("aria-pressed")).toBe("false");
    await plain.getByRole("link", { name: "Tanda terima" }).click();
    await plain.getByText("Peta karier harus memuat syarat tiap jenjang.").first().waitFor();
  });

  test("[WS11] notes taken without a connection are kept, and sent once after", async () => {
    await note("Hitung juga pelatihan daring.");
    await facilitator.getByText("Semua terkirim").waitFor();
    await facilitator.context().setOffline(true);
    await note("Pelatihan daring sebaiknya diakui.");
    await note("Jadwal libur sekolah.");
    await facilitator.getByText("2 belum terkirim").waitFor();
    await facilitator.getByText("Tidak ada sambungan. Teruskan mencatat").waitFor();
    await facilitator.context().setOffline(false);
    await facilitator.getByText("Semua terkirim").waitFor({ timeout: 15_000 });
    await expect.poll(() => facilitator.locator("[data-entry]").count()).toBe(4);
    const order = await facilitator.locator("[data-entry] .lines").allTextContents();
    expect(order.map((words) => words.trim()).slice(1)).toEqual([
      "Hitung juga pelatihan daring.",
      "Pelatihan daring sebaiknya diakui.",
      "Jadwal libur sekolah.",
    ]);
  });

  test("[WS14] grouping by keys alone, and by drag", async () => {
    const entry = (words: string) => facilitator.locator("[data-entry]", { hasText: words });
    await entry("Hitung juga").focus();
    await facilitator.keyboard.press("x");
    await facilitator.keyboard.press("ArrowDown");
    await facilitator.keyboard.press("g");
    await facilitator.getByText("2 dipilih").waitFor();
    await facilitator.keyboard.type("Pelatihan daring");
    await facilitator.keyboard.press("Enter");
    await facilitator.getByRole("heading", { name: "Pelatihan daring" }).waitFor();
    await expect.poll(() => facilitator.locator(".cluster [data-entry]").count()).toBe(2);
    await entry("Jadwal libur").dragTo(facilitator.locator(".cluster"));
    await expect.poll(() => facilitator.locator(".cluster [data-entry]").count()).toBe(3);
    await entry("Jadwal libur").focus();
    await facilitator.keyboard.press("u");
    await expect.poll(() => facilitator.locator(".cluster [data-entry]").count()).toBe(2);
    await lookOver(facilitator, "live");
    await facilitator.setViewportSize({ width: 1280, height: 800 });
  });

  test("[WS21] a phone with JavaScript follows the hall; without a connection it keeps what was typed", async () => {
    const complaints = watch(phone);
    await join(phone, "Budi", "PGRI");
    await say(phone, "Guru sulit meninggalkan kelas.");
    await lookOver(phone, "hall on a phone", ["phone"]);
    expect(complaints.take()).toEqual([]);
    await facilitator.getByRole("button", { name: /^Pasal 13 ayat \(1\)/ }).click();
    await facilitator.getByRole("button", { name: "Bahas sekarang" }).click();
    await phone.getByRole("heading", { name: "Pasal 13 ayat (1)" }).waitFor();
    await phoneContext.setOffline(true);
    await phone.getByRole("textbox", { name: "Masukan Anda" }).fill("Ditulis saat luring.");
    await phone.getByRole("button", { name: "Kirim masukan" }).click();
    await phone.getByText("Belum terkirim").waitFor();
    await phoneContext.setOffline(false);
    await phone.reload();
    expect(await phone.getByRole("textbox", { name: "Masukan Anda" }).inputValue()).toBe(
      "Ditulis saat luring.",
    );
    await phone.getByRole("button", { name: "Kirim masukan" }).click();
    await phone.getByText("Masukan Anda sudah diterima.").waitFor();
    await facilitator.getByText("Ditulis saat luring.").waitFor();
  });

  test("the projector shows the clause, what is said and how to join; what is hidden leaves it", async () => {
    const screen = await facilitator.context().newPage();
    await screen.goto(`${facilitator.url().replace(/langsung$/, "layar")}`);
    await screen.getByRole("heading", { name: "Pasal 13 ayat (1)", level: 1 }).waitFor();
    await screen.getByText("Ditulis saat luring.").waitFor();
    expect((await screen.locator(".screen-code").textContent())?.replace(" ", "")).toBe(code);
    await facilitator.getByRole("button", { name: /^Sembunyikan dari layar: Ditulis/ }).click();
    await screen.getByText("Ditulis saat luring.").waitFor({ state: "detached" });
    await lookOver(screen, "projector");
    await screen.close();
  });

  test("[WS17] [WS18] minutes are published, confirmed and corrected on the phone without JavaScript", async () => {
    await facilitator.getByRole("button", { name: "Tutup lokakarya" }).click();
    await facilitator.getByRole("dialog").getByRole("button", { name: "Tutup lokakarya" }).click();
    await facilitator.getByRole("link", { name: "Notulen" }).click();
    await facilitator.getByRole("button", { name: "Tambah paragraf" }).click();
    await facilitator
      .getByRole("textbox", { name: "Paragraf 1" })
      .fill("Lokakarya dibuka oleh Kepala BKPSDM.");
    await facilitator.getByRole("button", { name: "Simpan", exact: true }).click();
    await facilitator.getByRole("article").getByText("Lokakarya dibuka oleh Kepala BKPSDM.").waitFor();
    await facilitator.getByRole("button", { name: "Terbitkan notulen" }).click();
    await facilitator.getByRole("dialog").getByRole("button", { name: "Terbitkan notulen" }).click();
    await facilitator.getByText("Disahkan oleh 0 dari 2 peserta").waitFor();

    await plain.goto(`${server.url}/lokakarya/${code}`);
    await plain.getByRole("link", { name: "Baca notulen" }).click();
    await plain.getByRole("heading", { name: "Pelatihan daring" }).waitFor();
    expect(await plain.content()).not.toContain("Budi");
    await plain.getByRole("button", { name: "Sahkan notulen" }).click();
    await plain.getByText("Anda sudah mengesahkan notulen ini.").waitFor();
    await plain.getByRole("textbox", { name: "Koreksi" }).fill("Acara dibuka oleh Sekretaris Daerah.");
    await plain.getByRole("button", { name: "Kirim koreksi" }).click();
    await plain.getByText("menunggu keputusan").waitFor();

    await facilitator.reload();
    await facilitator.getByText("Disahkan oleh 1 dari 2 peserta").waitFor();
    await facilitator.getByRole("button", { name: "Terima", exact: true }).click();
    await facilitator.getByText("Diterima").waitFor();
    await lookOver(facilitator, "minutes");
    await phone.goto(`${server.url}/lokakarya/${code}/notulen`);
    await phone.getByRole("heading", { name: "Koreksi yang diterima" }).waitFor();
    await lookOver(phone, "minutes on a phone", ["phone"]);
  });
});
