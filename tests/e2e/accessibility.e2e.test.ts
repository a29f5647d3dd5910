/**
 * Every page, in light and dark, wide and at 360 px: axe finds nothing, nothing
 * scrolls sideways, the console is silent and every answer has a strict CSP.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { lookOver, watch, type Watch } from "./accessibility-watch.ts";
import { caretAtEnd, fetchJson, openEditor, saved, signIn } from "./pages.ts";

// Transitions would be measured half-way.
const LOOK = { ...DESKTOP, reducedMotion: "reduce" } as const;
/** Refusals that these pages are about. */
const REFUSED = [400, 401, 403, 404, 410];

const corpus = (name: string) => readFileSync(join(import.meta.dirname, "../vectors/corpus", name), "utf8");

/** Three Pasal and a reference that points nowhere: a text in which a finding is shown. */
const SMALL = `PERATURAN WALI KOTA PALU
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
(1) Cuti bersama sebagaimana dimaksud dalam Pasal 1 diumumkan.
(2) Pengumuman sebagaimana dimaksud pada ayat (1) memuat tanggal.

Pasal 3
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`;

describe("accessibility of every page", () => {
  let server: ServerProcess;
  let browser: Browser;
  let writer: Page;
  let admin: Page;
  let demoId: string;
  const watches: Watch[] = [];

  const go = (page: Page, path: string) => page.goto(`${server.url}${path}`);
  async function watched(account: string): Promise<Page> {
    const page = await signIn(browser, server.url, account, LOOK);
    watches.push(watch(page, REFUSED));
    return page;
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    writer = await watched("perancang1");
    admin = await watched("admin");
    const { items } = await fetchJson<{ items: { id: string; relation?: string }[] }>(
      writer,
      "GET",
      "/api/policies",
    );
    demoId = items.find(({ relation }) => relation === "owner")?.id ?? "";
  });
  afterEach(() => expect(watches.flatMap((each) => each.take())).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("the portal: home, signing in, links", async () => {
    const context = await browser.newContext(LOOK);
    const page = await context.newPage();
    watches.push(watch(page, REFUSED));
    await go(page, "/");
    await lookOver(page, "home");
    await go(page, "/masuk");
    await lookOver(page, "sign-in");
    await page.getByLabel("Surel").fill("siapa@demo.rembuk.id");
    await page.getByLabel("Kata sandi").fill("bukan kata sandinya");
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await lookOver(page, "sign-in refused");

    const invitation = await fetchJson<{ url: string }>(admin, "POST", "/api/invitations", {
      email: "tamu@example.go.id",
      role: "drafter",
    });
    await page.goto(invitation.url);
    await lookOver(page, "invitation");
    await page.getByLabel("Kata sandi").fill("sandi yang panjang");
    await page.getByLabel("Ketik sekali lagi").fill("sandi yang panjang");
    await page.getByLabel("Nama").evaluate((input) => input.removeAttribute("required"));
    await page.getByRole("button", { name: "Buat akun" }).click();
    await page.getByText("Isi nama Anda, satu baris.").waitFor();
    await lookOver(page, "invitation refused");
    await page.getByLabel("Nama").fill("Tamu");
    await page.getByLabel("Kata sandi").fill("sandi yang panjang");
    await page.getByLabel("Ketik sekali lagi").fill("sandi yang panjang");
    await page.getByRole("button", { name: "Buat akun" }).click();
    await page.getByRole("heading", { name: "Selesai" }).waitFor();
    await lookOver(page, "invitation accepted");
    await page.goto(invitation.url);
    await lookOver(page, "spent link");
    await go(page, "/tidak-ada");
    await lookOver(page, "portal 404");
    await context.close();
  });

  test("list and new policy", async () => {
    const page = writer;
    await go(page, "/kerja");
    await page.getByRole("table").waitFor();
    await lookOver(page, "list");
    await page.getByRole("button", { name: "Akun Perancang 1" }).click();
    await page.getByRole("menu").waitFor();
    await lookOver(page, "account menu", ["wide"]);
    await page.keyboard.press("Escape");
    await go(page, "/kerja?q=zzz");
    await page.getByText("Tidak ada yang cocok").waitFor();
    await lookOver(page, "list without a match");

    await go(page, "/kerja/baru");
    await page.getByLabel(/^Judul/).waitFor();
    await lookOver(page, "new policy, empty");
    await page.getByRole("radio", { name: /Teks yang sudah ada/ }).check();
    await page.getByRole("button", { name: "Impor dan buat rancangan" }).click();
    await page.getByText("Teksnya kosong").waitFor();
    await lookOver(page, "new policy refused");
    await page
      .getByRole("textbox", { name: /Teks peraturan/ })
      .fill(corpus("01-perbup-kulonprogo-56-2018-tugas-belajar.txt"));
    await page.getByRole("heading", { name: "Yang dikenali" }).waitFor();
    await lookOver(page, "new policy with preview");
    await page.locator("input[type=file]").setInputFiles({
      name: "naskah.txt",
      mimeType: "text/plain",
      buffer: Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]),
    });
    await page.getByText("Berkas ini bukan teks").waitFor();
    await lookOver(page, "new policy, binary file");
  });

  test("versions, comparison, members, history", async () => {
    const page = writer;
    const base = `/kerja/rancangan/${demoId}`;
    await go(page, `${base}/versi`);
    await page.getByRole("table").waitFor();
    await lookOver(page, "versions");
    await go(page, `${base}/versi/1`);
    await page.locator("main article, main .gazette").first().waitFor();
    await lookOver(page, "version");
    await page.getByRole("button", { name: "Pulihkan" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
    await lookOver(page, "restore dialog");
    await go(page, `${base}/banding?dari=1&ke=2`);
    await page.getByRole("region", { name: "Perubahan per ketentuan" }).waitFor();
    await lookOver(page, "comparison");
    await go(page, `${base}/anggota`);
    await page.getByRole("table").waitFor();
    await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Pembaca" });
    await page.getByRole("searchbox").fill("asn");
    await page.getByRole("button", { name: /^Tambahkan: ASN 1/ }).waitFor();
    await lookOver(page, "members");
    await page.getByRole("button", { name: "Ubah tahap" }).click();
    await page.getByRole("dialog").waitFor();
    await lookOver(page, "stage dialog");
    await go(page, `${base}/riwayat`);
    await page.getByRole("table").waitFor();
    await lookOver(page, "history");
    await go(page, `${base}/versi/99`);
    await page
      .getByRole("alert")
      .or(page.getByRole("heading", { level: 1 }))
      .first()
      .waitFor();
    await lookOver(page, "a version that is not there");
  });

  test("the editor of a writer", async () => {
    const page = writer;
    const { items } = await fetchJson<{ items: { id: string }[] }>(page, "GET", "/api/authorities");
    const { id } = await fetchJson<{ id: string }>(page, "POST", "/api/policies", {
      authorityId: items[0]?.id,
      documentType: "perkada",
      source: { type: "text", text: SMALL },
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    await openEditor(page, server.url, id);
    await caretAtEnd(page, "Pasal 3");
    await page.keyboard.type(" Pasal 9 dicabut.");
    await page.getByText("Putus", { exact: true }).waitFor();
    await saved(page);
    await lookOver(page, "editor");

    await page.getByRole("button", { name: /^Isi/ }).click();
    await page.getByRole("dialog", { name: "Isi" }).waitFor();
    await lookOver(page, "outline as a drawer", ["phone"]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Temuan 1/ }).click();
    await page.getByRole("dialog", { name: "Masukan, temuan, dan riwayat" }).waitFor();
    await lookOver(page, "findings as a drawer", ["phone"]);
    await page.getByRole("tab", { name: "Riwayat" }).click();
    await page.getByText("Belum ada versi").waitFor();
    await lookOver(page, "versions as a drawer", ["phone"]);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 800 });

    await caretAtEnd(page, "Pasal 3");
    await page.keyboard.press("Control+/");
    await page.getByRole("listbox").waitFor();
    await lookOver(page, "slash menu");
    await page.keyboard.press("Escape");
    for (const [button, place] of [
      [/^Bentuk ketentuan/, "shape menu"],
      ["Sisipkan", "insert menu"],
      [/orang di naskah ini/, "presence menu"],
    ] as const) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await caretAtEnd(page, "Pasal 3");
      await page.getByRole("button", { name: button }).click();
      await lookOver(page, place, ["wide"]);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: /^Pintasan/ }).click();
    await page.getByRole("dialog").waitFor();
    await lookOver(page, "shortcuts");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Bekukan versi" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 pengacuan perlu dilihat dahulu").waitFor();
    await lookOver(page, "freeze dialog");
    await dialog.getByRole("button", { name: "Bekukan", exact: true }).click();
    await page.getByRole("dialog", { name: /Versi 1 dibekukan/ }).waitFor();
    await lookOver(page, "frozen");
    await page.keyboard.press("Escape");
  });

  test("the editor of a reader, and of two who stand in one clause", async () => {
    const reader = await watched("walikota");
    await go(reader, `/kerja/rancangan/${demoId}`);
    await saved(reader);
    await lookOver(reader, "editor, reader");
    await reader.close();

    const other = await watched("perancang2");
    await writer.setViewportSize({ width: 1280, height: 800 });
    await openEditor(writer, server.url, demoId);
    await openEditor(other, server.url, demoId);
    await caretAtEnd(other, "Pasal 2");
    await caretAtEnd(writer, "Pasal 1");
    await writer.locator(".outline-people").first().waitFor();
    await lookOver(writer, "editor with somebody else");
    await other.close();
  });

  test("administration", async () => {
    const page = admin;
    for (const part of ["akun", "perangkat", "kelompok", "daerah"]) {
      await go(page, `/kerja/pengelolaan?bagian=${part}`);
      await page.getByRole("tabpanel").waitFor();
      await lookOver(page, `administration, ${part}`);
    }
    await go(page, "/kerja/pengelolaan?bagian=perangkat");
    await page.getByRole("button", { name: "Tambah perangkat daerah" }).click();
    await page.getByRole("dialog").waitFor();
    await lookOver(page, "unit dialog");
    await go(page, "/kerja/pengelolaan");
    await page.getByRole("button", { name: "Nonaktifkan akun ASN 2" }).click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
    await lookOver(page, "deactivate dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Undang orang" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Alamat surel").fill("baru@example.go.id");
    await lookOver(page, "invite dialog");
    await dialog.getByRole("button", { name: "Buat tautan undangan" }).click();
    await page.getByRole("dialog", { name: "Tautan siap dikirim" }).waitFor();
    await lookOver(page, "link dialog");
  });

  test("own account, nothing there, refused", async () => {
    const page = await watched("asn1");
    await go(page, "/kerja");
    await page.getByText("Belum ada rancangan").waitFor();
    await lookOver(page, "empty list");
    await go(page, "/kerja/akun");
    await page.getByRole("heading", { name: "Akun saya" }).waitFor();
    await lookOver(page, "own account");
    await go(page, "/kerja/tidak-ada");
    await page.getByRole("heading", { name: "Halaman tidak ditemukan" }).waitFor();
    await lookOver(page, "404");
    await go(page, `/kerja/rancangan/${demoId}`);
    await page.getByRole("alert").waitFor();
    await lookOver(page, "a policy one may not see");
    await go(page, "/kerja/baru");
    await page.getByText("Anda tidak dapat membuat rancangan").waitFor();
    await lookOver(page, "new policy refused to this role");
    await go(page, "/kerja/pengelolaan");
    await page.getByText("Halaman ini untuk pengelola").waitFor();
    await lookOver(page, "administration refused");
    await page.close();
  });
});
