/**
 * From a clause to an answer to an approval: a consultation on a real
 * regulation, heard in every way, answered, changed, returned, approved, and
 * no longer approved after one more letter. As people do it.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import {
  answerOpenInputs,
  answerSurvey,
  approve,
  makeCode,
  openSurvey,
  publishAnswers,
  sendBack,
  submitForReview,
} from "./loop-pages.ts";
import { caretAtEnd, freeze, importText, openEditor, saved, signIn } from "./pages.ts";

const ROOT = join(import.meta.dirname, "../..");
const regulation = readFileSync(
  join(ROOT, "tests/vectors/corpus/01-perbup-kulonprogo-56-2018-tugas-belajar.txt"),
  "utf8",
);
const CHANGED = " sesuai jangka waktu yang ditetapkan;";

describe("the whole loop on corpus 01", () => {
  let server: ServerProcess;
  let browser: Browser;
  let drafter: Page;
  let policyId: string;
  let consultation: string;
  let receipt: string;

  const policy = (rest = "") => `${server.url}/kerja/rancangan/${policyId}${rest}`;

  async function visitor(options = PHONE): Promise<Page> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    drafter = await signIn(browser, server.url, "perancang1", DESKTOP);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("a consultation is prepared on a frozen version, and announced", async () => {
    policyId = await importText(drafter, server.url, regulation);
    await freeze(drafter, "Draf konsultasi");
    await drafter.goto(policy("/konsultasi/baru"));
    await drafter.getByLabel("Judul").fill("Tugas belajar bagi ASN");
    await drafter
      .getByLabel("Ringkasan dalam tiga kalimat")
      .fill("Aturan ini tentang tugas belajar. Siapa pun dapat memberi pendapat. Setiap masukan dijawab.");
    const opens = drafter.getByRole("textbox", { name: "Dibuka" });
    const [day = ""] = (await opens.inputValue()).split("T");
    // What is proposed is tomorrow; it shall be open at once.
    const before = new Date(Date.parse(`${day}T00:00Z`) - 2 * 86_400_000).toISOString().slice(0, 10);
    await opens.fill(`${before}T08:00`);
    await drafter.getByRole("checkbox", { name: "ASN per Perangkat Daerah" }).check();
    await drafter.getByRole("checkbox", { name: "KORPRI" }).check();
    await drafter.getByRole("checkbox", { name: /Undang organisasi profesi/ }).check();
    await drafter.getByLabel("Kepada siapa bertanya").fill("BKPSDM");
    await drafter.getByRole("button", { name: "Simpan konsultasi" }).click();
    await drafter.waitForURL(/\/konsultasi\/[0-9A-Z]{26}$/);
    consultation = new URL(drafter.url()).pathname.split("/").at(-1) ?? "";
    await drafter.getByRole("button", { name: /^Umumkan/ }).click();
    await drafter.getByRole("dialog").getByRole("button", { name: "Umumkan" }).click();
    await drafter.getByText("Menerima masukan sampai").waitFor();
  });

  test("somebody comments at 360 px, without an account and without JavaScript", async () => {
    const page = await visitor({ ...PHONE, javaScriptEnabled: false });
    await page.goto(`${server.url}/konsultasi/${consultation}`);
    await page.getByRole("link", { name: "Beri masukan untuk Pasal 3", exact: true }).click();
    await page.getByLabel("Anda mengisi sebagai").selectOption({ label: "ASN per Perangkat Daerah" });
    await page.getByRole("radio", { name: "Setuju, dengan perubahan" }).check();
    await page.getByLabel("Masukan Anda").fill("Sebutkan juga jangka waktu tugas belajarnya.");
    await page.getByRole("button", { name: "Kirim masukan" }).click();
    await page.getByRole("heading", { level: 1, name: "Terima kasih, masukan Anda tercatat" }).waitFor();
    receipt = page.url();
    expect(receipt).toContain("/tanda-terima/");
    await page.context().close();
  });

  test("asn1 answers the anonymous survey, and somebody unknown the one for holders of a code", async () => {
    const address = policy(`/survei/baru?konsultasi=${consultation}`);
    const anonymous = await openSurvey(
      drafter,
      address,
      "Survei ASN",
      "Yang masuk dengan akun atau diundang, tanpa nama",
    );
    const coded = await openSurvey(drafter, address, "Survei berkode", "Pemegang kode sekali pakai");
    const code = await makeCode(drafter);

    const asn = await signIn(browser, server.url, "asn1", PHONE);
    await asn.goto(`${server.url}/survei/${anonymous}`);
    await answerSurvey(asn, "Daftar perguruan tinggi mitra.");
    await asn.goto(`${server.url}/survei/${anonymous}`);
    await asn
      .getByText(/sudah (?:pernah )?(?:menjawab|diterima)/i)
      .first()
      .waitFor();
    await asn.context().close();

    const unknown = await visitor({ ...PHONE, javaScriptEnabled: false });
    await unknown.goto(`${server.url}/survei/${coded}`);
    await unknown.getByLabel("Kode Anda").fill(code);
    await answerSurvey(unknown, "Besar bantuan biaya.");
    await unknown.context().close();
  });

  test("a workshop is planned, opened, and a note is taken on a clause", async () => {
    await drafter.goto(policy(`/lokakarya/baru?konsultasi=${consultation}`));
    await drafter.getByLabel("Nama lokakarya").fill("Lokakarya tugas belajar");
    await drafter.getByLabel("Tempat").fill("Aula");
    await drafter.getByLabel("Hari", { exact: true }).fill(new Date().toISOString().slice(0, 10));
    const clauses = drafter.getByLabel("Pilih ketentuan");
    const offered = await clauses.locator("option").allTextContents();
    await clauses.selectOption({ label: offered.find((each) => each.startsWith("Pasal 7:")) ?? "" });
    await drafter
      .getByRole("button", { name: /^Tambah/ })
      .first()
      .click();
    await drafter
      .getByRole("button", { name: /^(?:Simpan|Rencanakan|Buat)/ })
      .last()
      .click();
    await drafter.getByRole("button", { name: "Mulai lokakarya" }).click();
    await drafter.getByRole("link", { name: "Catat masukan" }).click();
    await drafter
      .getByRole("button", { name: /^Pasal 7/ })
      .first()
      .click();
    await drafter.getByLabel("Dari kelompok").selectOption({ label: "KORPRI" });
    await drafter.getByLabel("Yang disampaikan").fill("Laporan tiap semester memberatkan.");
    await drafter.keyboard.press("Enter");
    await drafter.getByText("Semua terkirim").waitFor();
    await drafter.getByText("Laporan tiap semester memberatkan.").first().waitFor();
  });

  test("KORPRI drafts in private and its head sends once", async () => {
    const head = await signIn(browser, server.url, "korpri", DESKTOP);
    await head.goto(`${server.url}/kerja/usulan`);
    const call = head.getByRole("listitem").filter({ hasText: "Tugas belajar bagi ASN" });
    await call.getByRole("button", { name: "Mulai menulis usulan" }).click();
    await head.getByRole("button", { name: "Pasal 9 ayat (1)", exact: true }).click();
    await head.getByRole("button", { name: "Tambah butir" }).click();
    await head.getByRole("radio", { name: "Tidak setuju", exact: true }).check();
    await head.getByLabel(/^Alasan/).fill("Pengaktifan kembali terlalu lama bagi anggota kami.");
    await head.getByRole("button", { name: "Simpan butir" }).click();
    await head.getByRole("button", { name: /^Semua butir/ }).click();
    await head.getByText("Lengkap, siap dikirim").waitFor();
    await head.getByRole("button", { name: "Kirim usulan" }).click();
    await head
      .getByRole("dialog")
      .getByRole("button", { name: /^Kirim/ })
      .click();
    await head.getByRole("heading", { name: "Tanda terima" }).waitFor();
    await head.context().close();
  });

  test("everything is sorted and answered; one answer points at a change in the draft", async () => {
    await openEditor(drafter, server.url, policyId);
    await caretAtEnd(drafter, "Pasal 3", "a.");
    await drafter.keyboard.type(CHANGED);
    await saved(drafter);
    const answered = await answerOpenInputs(drafter, policy("/masukan"));
    expect(answered).toBe(5);
    await publishAnswers(drafter, policy("/masukan"));
  });

  test("the change is frozen, submitted, returned with a reason, and submitted again", async () => {
    await openEditor(drafter, server.url, policyId);
    await freeze(drafter, "Draf perbaikan");
    await submitForReview(drafter, policy("/persetujuan/ajukan"));
    const legal = await signIn(browser, server.url, "bagianhukum", DESKTOP);
    await sendBack(legal, server.url, "Mohon periksa kembali Pasal 3.");
    await submitForReview(drafter, policy("/persetujuan/ajukan"));
    await approve(legal, server.url);
    await legal.context().close();
  });

  test("the mayor approves exactly this text, on a phone", async () => {
    const mayor = await signIn(browser, server.url, "walikota", PHONE);
    await approve(mayor, server.url);
    await mayor.context().close();
    await openEditor(drafter, server.url, policyId);
    await drafter.getByRole("link", { name: "Persetujuan naskah: Disetujui" }).waitFor();
  });

  test("the register shows the answer and the change, the receipt shows the answer", async () => {
    const page = await visitor({ ...PHONE, javaScriptEnabled: false });
    await page.goto(receipt);
    await page.getByText("Kami tambahkan jangka waktunya.").waitFor();
    await page.goto(`${server.url}/konsultasi/${consultation}/register`);
    await page.getByText("Sebutkan juga jangka waktu tugas belajarnya.").waitFor();
    await page.getByText("Kami tambahkan jangka waktunya.").first().waitFor();
    await page.getByRole("link", { name: "Lihat perubahannya" }).first().click();
    await page.getByText(CHANGED.trim()).first().waitFor();
    await page.context().close();
  });

  test("the record is whole", async () => {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ["server/cli.node.ts", "verify-audit"], {
      cwd: ROOT,
      // The test runner's BASE_URL is a path.
      env: { ...process.env, BASE_URL: server.url, DATA_DIR: server.dataDir },
    });
    expect(stdout).toContain("utuh / whole");
  });

  test("one letter more, and the text is no longer shown as approved", async () => {
    await caretAtEnd(drafter, "Pasal 3", "a.");
    await drafter.keyboard.type("x");
    await saved(drafter);
    const mark = drafter.getByRole("link", { name: /^Persetujuan naskah:/ });
    await expect.poll(() => mark.getAttribute("aria-label"), { timeout: 20_000 }).not.toContain("Disetujui");
  });
});
