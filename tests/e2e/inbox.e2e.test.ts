/** The inbox by keyboard alone, two who answer at once, words that are taken out, and the phone. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ContributionDetail } from "../../domain/contributions/contributions.contract.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { lookOver, watch, type Watch } from "./accessibility-watch.ts";
import { seedInputs } from "./inbox-seed.ts";
import {
  addMember,
  caretAtEnd,
  fetchJson,
  importText,
  openEditor,
  saved,
  shownText,
  signIn,
} from "./pages.ts";

const TEXT = `PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
CUTI BERSAMA

BAB I
KETENTUAN UMUM

Pasal 1
Cuti bersama ditetapkan setiap tahun.

BAB II
PELAKSANAAN

Pasal 2
(1) Cuti bersama diumumkan paling lambat bulan Januari.
(2) Pengumuman memuat tanggal.

Pasal 3
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`;
const INPUTS = [
  { text: "Januari terlambat bagi sekolah.", stance: "against", about: "Cuti bersama diumumkan" },
  {
    text: "Cantumkan juga hari pengganti.",
    stance: "support-with-change",
    about: "Pengumuman memuat",
    proposedText: "Pengumuman memuat tanggal dan hari pengganti.",
  },
  { text: "Apakah tenaga kontrak termasuk?", stance: "question" },
  { text: "Saya Budi, NIP 198001012005011001, setuju.", stance: "support", about: "Cuti bersama ditetapkan" },
  { text: "Bulan Desember lebih baik.", about: "Cuti bersama diumumkan" },
  { text: "Terima kasih." },
] as const;
const LOOK = { ...DESKTOP, reducedMotion: "reduce" } as const;

describe("the inbox", () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let other: Page;
  let policyId: string;
  let ids: ContributionId[];
  let seen: Watch;

  const api = (rest: string) => `/api/policies/${policyId}${rest}`;
  const read = (at: number) =>
    fetchJson<ContributionDetail>(page, "GET", api(`/contributions/${ids[at] ?? ""}`));
  const inbox = (rest = "") => `${server.url}/kerja/rancangan/${policyId}/masukan${rest}`;
  const rows = (on: Page) => on.getByRole("list", { name: "Daftar masukan" }).getByRole("listitem");
  const heading = (on: Page) => on.locator("#masukan-judul");
  const reason = (on: Page) => on.getByLabel("Alasan", { exact: true });

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    page = await signIn(browser, server.url, "perancang1", LOOK);
    seen = watch(page, [409]);
    policyId = await importText(page, server.url, TEXT);
    await addMember(page, server.url, policyId, "Perancang 2");
    await fetchJson(page, "POST", api("/versions"), { label: "Naskah konsultasi" });
    ids = await seedInputs(server.dataDir, policyId, INPUTS);
    other = await signIn(browser, server.url, "perancang2", LOOK);
  });
  afterEach(() => expect(seen.take()).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("three inputs are answered with the keyboard alone", async () => {
    await page.goto(inbox());
    await rows(page).nth(5).waitFor();
    await page.keyboard.press("j");
    await page.getByText("Pasal 2 ayat (1)", { exact: true }).first().waitFor();
    await page.locator(".answer-form").waitFor();
    expect(page.url()).toContain(`buka=${ids[0] ?? ""}`);

    await page.keyboard.press("2");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Diubah menjadi 1 Desember; j dan k tetap huruf.");
    expect(await reason(page).inputValue()).toBe("Diubah menjadi 1 Desember; j dan k tetap huruf.");
    await page.keyboard.press("Control+Enter");

    await page.waitForURL((url) => url.searchParams.get("buka") === ids[1]);
    await page.getByText("Usulan rumusan").first().waitFor();
    await heading(page).getByText("Pasal 2 ayat (2)").waitFor();
    // It is read from its beginning, though the one before was left at its end.
    expect(await page.locator(".inbox-detail").evaluate((pane) => pane.scrollTop)).toBe(0);
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Hari pengganti dicantumkan.");
    await page.keyboard.press("Control+Enter");

    await page.waitForURL((url) => url.searchParams.get("buka") === ids[2]);
    await heading(page).getByText("Seluruh rancangan").waitFor();
    await page.keyboard.press("4");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Tenaga kontrak diatur tersendiri.");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => url.searchParams.get("buka") === ids[3]);

    const [first, second, third] = [await read(0), await read(1), await read(2)];
    expect(first.state).toBe("answered");
    expect(first.outcome).toBe("partly");
    // What was changed is the clause it is about, unless somebody says otherwise.
    expect(first.dispositions[0]?.change?.citation).toBe("Pasal 2 ayat (1)");
    expect(first.dispositions[0]?.change?.state).toBe("promised");
    expect(second.outcome).toBe("accepted");
    expect(third.outcome).toBe("noted");
    expect(third.dispositions[0]?.change).toBeUndefined();
    // The list keeps its order and says how far each has come.
    await rows(page).first().getByText("Diterima sebagian").waitFor();
    await page.getByRole("button", { name: /^Menunggu jawaban 3/ }).waitFor();
  });

  test("what looks like personal data is taken out before the answer is saved", async () => {
    await page.goto(inbox(`?buka=${ids[3] ?? ""}`));
    await page.getByText("Tampak seperti data pribadi").waitFor();
    await page.keyboard.press("1");
    await reason(page).fill("Terima kasih, ketentuan ini tetap.");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/Samarkan, atau nyatakan sudah diperiksa/).waitFor();
    expect((await read(3)).state).toBe("received");

    await page.getByRole("button", { name: "Samarkan", exact: true }).click();
    await page.getByRole("button", { name: "Simpan & berikutnya" }).click();
    await page.waitForURL((url) => url.searchParams.get("buka") === ids[4]);
    const kept = await read(3);
    expect(kept.redactedText).toBe("Saya Budi, NIP [...], setuju.");
    expect(kept.moderationNote).toBe("Data pribadi disamarkan.");
    expect(kept.visibility).toBe("public");
    expect(kept.outcome).toBe("accepted");
  });

  test("the second of two who answer keeps what they wrote and is told who was first", async () => {
    await page.goto(inbox(`?buka=${ids[4] ?? ""}`));
    await page.locator(".answer-form").waitFor();
    await page.keyboard.press("3");
    await reason(page).fill("Januari sudah disepakati.");
    await fetchJson(other, "POST", api("/dispositions"), {
      contributionIds: [ids[4]],
      outcome: "noted",
      reason: "Sedang dibicarakan.",
      triage: { visibility: "public" },
    });
    await page.getByRole("button", { name: "Simpan & berikutnya" }).click();
    await page.getByText("Perancang 2 sudah menjawab masukan ini").waitFor();
    expect(await reason(page).inputValue()).toBe("Januari sudah disepakati.");

    await page.getByRole("button", { name: "Koreksi jawaban itu dengan tulisan saya" }).click();
    expect(await reason(page).inputValue()).toBe("Januari sudah disepakati.");
    await page.getByRole("button", { name: "Simpan koreksi" }).click();
    await page.getByText("Jawaban sebelum koreksi").waitFor();
    const corrected = await read(4);
    expect(corrected.outcome).toBe("rejected");
    expect(corrected.dispositions.map(({ current }) => current)).toEqual([true, false]);
  });

  test("single keys can be turned off, and stay off on this device", async () => {
    await page.goto(inbox(`?keadaan=semua&urut=oldest`));
    await rows(page).nth(5).waitFor();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Tombol cepat masukan" });
    await dialog.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.reload();
    await rows(page).nth(5).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    expect(new URL(page.url()).searchParams.get("buka")).toBeNull();
    expect(await page.getByRole("dialog").count()).toBe(0);
    // Keys that are no letters go on working.
    await page.getByRole("button", { name: /Terima kasih/ }).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/buka=/);
    await page.getByRole("button", { name: "Tombol cepat" }).click();
    await dialog.getByRole("checkbox").check();
    await page.keyboard.press("Escape");
  });

  test("several are sorted and answered as one", async () => {
    await page.goto(inbox("?keadaan=received"));
    await rows(page).first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByRole("heading", { name: "1 masukan dipilih" }).waitFor();
    await page.keyboard.press("4");
    await reason(page).fill("Terima kasih atas perhatian Anda.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("1 masukan dijawab.").waitFor();
    expect((await read(5)).outcome).toBe("noted");
    // It can be taken back; what was answered stays on record.
    await page.getByRole("button", { name: "Urungkan" }).first().click();
    await page.getByText("Masukan dibuka kembali. Jawaban tadi tetap tercatat.").waitFor();
    expect((await read(5)).state).toBe("considered");
  });

  test("a proposed wording is put into the text, taken back, put in again, and answered", async () => {
    const [proposed] = await seedInputs(server.dataDir, policyId, [
      {
        text: "Sebut juga caranya.",
        about: "Pengumuman memuat",
        proposedText: "Pengumuman memuat tanggal dan tempat.",
      },
    ]);
    await openEditor(page, server.url, policyId);
    await page.getByText("Hanya yang masih terbuka").waitFor();
    const outline = page.getByRole("tree", { name: "Isi" });
    await outline.getByRole("treeitem", { name: /Pasal 2.*masukan, 1 menunggu jawaban/ }).waitFor();
    await page.getByRole("checkbox", { name: "Hanya yang masih terbuka" }).check();
    expect(await outline.getByRole("treeitem", { name: /Pasal 3/ }).count()).toBe(0);

    await caretAtEnd(page, "Pasal 2", "(2)");
    await page.getByRole("tab", { name: "Usulan 2" }).click();
    await page
      .getByRole("button", { name: /^Terapkan rumusan: Pengumuman memuat tanggal dan tempat/ })
      .click();
    await page.getByText("Naskah sudah berbunyi seperti usulan ini.").waitFor();
    expect(await shownText(page)).toContain("(2) Pengumuman memuat tanggal dan tempat.");
    await page.getByRole("button", { name: "Urungkan" }).last().click();
    await page.getByRole("button", { name: /^Terapkan rumusan: .*tempat/ }).waitFor();
    expect(await shownText(page)).toContain("(2) Pengumuman memuat tanggal.");
    await page.getByRole("button", { name: /^Terapkan rumusan: .*tempat/ }).click();
    await saved(page);
    await lookOver(page, "dossier, proposals", ["wide"]);
    await page.setViewportSize(DESKTOP.viewport ?? { width: 1280, height: 800 });
    await page.getByRole("tab", { name: /^Riwayat/ }).click();
    await page.getByText("Perubahan ketentuan ini").waitFor();
    await page.getByRole("tab", { name: /^Masukan 2/ }).click();
    await lookOver(page, "dossier, inputs", ["wide"]);
    await page.setViewportSize(PHONE.viewport ?? { width: 360, height: 740 });
    await page.getByRole("button", { name: /^Masukan \d+$/ }).click();
    await page.getByRole("dialog", { name: "Masukan, temuan, dan riwayat" }).waitFor();
    await lookOver(page, "dossier as a drawer", ["phone"]);
    await page.keyboard.press("Escape");
    await page.setViewportSize(DESKTOP.viewport ?? { width: 1280, height: 800 });
    await page.getByRole("tab", { name: /^Usulan/ }).click();

    await page.getByRole("link", { name: "Jawab usulan ini" }).click();
    await page.waitForURL((url) => url.searchParams.get("buka") === proposed);
    expect(await reason(page).inputValue()).toBe("Rumusan yang Anda usulkan dipakai.");
    await page.getByRole("button", { name: "Simpan & berikutnya" }).click();
    await page.getByText("Jawaban tersimpan.").waitFor();
    const answered = await fetchJson<ContributionDetail>(
      page,
      "GET",
      api(`/contributions/${proposed ?? ""}`),
    );
    expect(answered.outcome).toBe("accepted");
    expect(answered.dispositions[0]?.change).toMatchObject({
      citation: "Pasal 2 ayat (2)",
      state: "promised",
    });
    expect(answered.standing).toBe("changed");
  });

  test("on a phone the list and the input are two views, with a way back", async () => {
    await page.setViewportSize(PHONE.viewport ?? { width: 360, height: 740 });
    await page.goto(inbox("?keadaan=semua"));
    await rows(page).first().getByRole("button").click();
    await heading(page).waitFor();
    expect(await rows(page).count()).toBe(0);
    await page.goBack();
    await rows(page).nth(5).waitFor();
    await rows(page).nth(1).getByRole("button").click();
    await page.getByRole("button", { name: "Kembali ke daftar" }).click();
    await rows(page).nth(5).waitFor();
    await page.setViewportSize(DESKTOP.viewport ?? { width: 1280, height: 800 });
  });

  test("nothing is found amiss by axe, in both themes and widths", async () => {
    await page.goto(inbox("?keadaan=semua"));
    await rows(page).first().waitFor();
    await lookOver(page, "inbox, list");
    for (const at of [1, 4, 5]) {
      await page.goto(inbox(`?keadaan=semua&buka=${ids[at] ?? ""}`));
      await heading(page).waitFor();
      await lookOver(page, `inbox, input ${at}`);
    }
    await page.setViewportSize(DESKTOP.viewport ?? { width: 1280, height: 800 });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await lookOver(page, "inbox, keys", ["wide"]);
    await page.keyboard.press("Escape");
    await page.goto(inbox("?cari=tidakada"));
    await page.getByText("Tidak ada masukan yang cocok").waitFor();
    await lookOver(page, "inbox, nothing found");
  });
});
