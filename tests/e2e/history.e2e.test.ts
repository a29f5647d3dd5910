/** Who wrote what; words that go for good; a document that is not the server's and is healed. */
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { lookOver } from "./accessibility-watch.ts";
import { caretAtEnd, fetchJson, freeze, openEditor, saved, shownText, signIn } from "./pages.ts";

const NAME = "Sulaiman Daeng Mattola";
const TEXT = `PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
JAM KERJA

Pasal 1
Jam kerja dimulai pukul delapan.

Pasal 2
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`;

let server: ServerProcess;
let browser: Browser;
let owner: Page;
let drafter: Page;
let legal: Page;
let policyId: string;
const names: Record<string, string> = {};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  owner = await signIn(browser, server.url, "perancang1", DESKTOP);
  drafter = await signIn(browser, server.url, "perancang2", DESKTOP);
  legal = await signIn(browser, server.url, "bagianhukum", DESKTOP);
  for (const [key, page] of Object.entries({ owner, drafter, legal })) {
    names[key] = (await fetchJson<{ account: { name: string } }>(page, "GET", "/api/session")).account.name;
  }
});
beforeEach(async () => {
  const { items } = await fetchJson<{ items: { id: string }[] }>(owner, "GET", "/api/authorities");
  const made = await fetchJson<{ id: string }>(owner, "POST", "/api/policies", {
    authorityId: items[0]?.id,
    documentType: "perkada",
    source: { type: "text", text: TEXT },
  });
  policyId = made.id;
  const { account } = await fetchJson<{ account: { id: string } }>(drafter, "GET", "/api/session");
  await fetchJson(owner, "PUT", `/api/policies/${policyId}/members/${account.id}`, { role: "drafter" });
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const at = (rest = "") => `${server.url}/kerja/rancangan/${policyId}${rest}`;
const wholeText = async (page: Page) => (await shownText(page)).join("\n");

describe("who wrote what", () => {
  test("two people's words are told in the clause's panel and on a page by person, without what was taken back", async () => {
    await openEditor(owner, server.url, policyId);
    await caretAtEnd(owner, "Pasal 1");
    await owner.keyboard.type(" Kecuali hari Jumat.");
    await saved(owner);
    await openEditor(drafter, server.url, policyId);
    await caretAtEnd(drafter, "Pasal 2");
    await drafter.keyboard.type(" Xyz");
    for (let key = 0; key < 4; key++) await drafter.keyboard.press("Backspace");
    await drafter.keyboard.type(" Segera.");
    await saved(drafter);

    await caretAtEnd(drafter, "Pasal 1");
    await drafter.getByRole("tab", { name: "Riwayat" }).click();
    const panel = drafter.getByRole("tabpanel").filter({ hasText: "Siapa menulis apa" });
    const first = panel.locator(".passage").first();
    await first.getByText(names["owner"] ?? "").waitFor();
    expect(await first.locator("ins").textContent()).toContain("Kecuali hari Jumat.");
    expect(await accessibilityViolations(drafter)).toEqual([]);

    await owner.goto(at("/riwayat"));
    await owner.getByRole("link", { name: "Tulisan", exact: true }).click();
    await owner.getByRole("heading", { name: "Siapa menulis apa", level: 1 }).waitFor();
    await owner.getByLabel("Penulis").selectOption({ label: names["drafter"] ?? "" });
    const passages = owner.locator(".passage");
    await expect.poll(() => passages.count()).toBe(1);
    const words = await passages.first().textContent();
    expect(words).toContain("Segera.");
    expect(words).not.toContain("Xyz");
    expect(words).toContain("baru ditulis, dapat bertambah");
    await owner.getByRole("button", { name: "Hapus saringan" }).click();
    await expect.poll(() => passages.count()).toBe(3);
    await lookOver(owner, "who wrote what");
    await owner.getByLabel("Sejak tanggal").fill("2040-01-01");
    await owner.getByText("Tidak ada tulisan yang cocok").waitFor();
    await owner.setViewportSize(DESKTOP.viewport ?? { width: 1280, height: 800 });
  });
});

describe("erasing for good", () => {
  /** Files of the data folder in which the words can be read. */
  async function filesWith(words: string): Promise<string[]> {
    const found: string[] = [];
    for (const name of await readdir(server.dataDir, { recursive: true })) {
      const bytes = await readFile(join(server.dataDir, name)).catch(() => null);
      if (bytes?.includes(words) || bytes?.toString("latin1").toLowerCase().includes(words.toLowerCase()))
        found.push(name);
    }
    return found;
  }

  function verifyAudit(): Promise<{ code: number | null; printed: string }> {
    return new Promise((resolve, reject) => {
      const root = join(import.meta.dirname, "../..");
      const { BASE_URL: _own, ...inherited } = process.env;
      const env = { ...inherited, DATA_DIR: server.dataDir };
      const child = spawn(process.execPath, ["server/cli.node.ts", "verify-audit"], { cwd: root, env });
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      child.on("error", reject);
      child.on("exit", (code) => resolve({ code, printed }));
    });
  }

  test("[ER2] [ER5] [ER6] [ER9] in two steps; who is in the text is sent out and keeps what was not sent; no file has the words", async () => {
    await openEditor(owner, server.url, policyId);
    await caretAtEnd(owner, "Pasal 1");
    await owner.keyboard.type(` Penanggung jawab ${NAME}.`);
    await saved(owner);
    await freeze(owner, "Dengan nama");
    expect((await filesWith(NAME)).length).toBeGreaterThan(0);
    await openEditor(drafter, server.url, policyId);
    await caretAtEnd(drafter, "Pasal 2");
    await drafter.context().setOffline(true);
    await drafter
      .getByText(/^Luring/)
      .first()
      .waitFor({ timeout: 45_000 });
    await drafter.keyboard.type(" Belum terkirim.");
    await drafter
      .getByText(/Luring: \d+ perubahan/)
      .first()
      .waitFor();

    await legal.goto(at("/riwayat"));
    await legal.getByRole("link", { name: "Penghapusan data pribadi" }).click();
    await legal.getByRole("heading", { name: "Penghapusan data pribadi", level: 1 }).waitFor();
    await legal.getByRole("button", { name: "Lihat dampaknya" }).click();
    await legal.getByText("Tuliskan kata yang akan dihapus.").waitFor();
    await lookOver(legal, "erasing, what");
    await legal.getByLabel(/Kata yang dihapus/).fill(`${NAME}\n7271 0000 1111`);
    await legal.getByRole("button", { name: "Lihat dampaknya" }).click();
    await legal.getByText("Naskah sekarang: 1 kali di 1 bagian").waitFor();
    await legal.getByText("Versi 1, “Dengan nama”: 1 kali").waitFor();
    await lookOver(legal, "erasing, what would happen");
    await legal.getByRole("button", { name: "Hapus untuk selamanya" }).click();
    await legal.getByText("Tuliskan dasarnya.").waitFor();
    await legal.getByLabel("Dasar penghapusan").fill("Permintaan subjek data, UU 27/2022 Pasal 8");
    await legal.getByLabel("Saya mengerti bahwa ini tidak dapat dibatalkan").check();
    await legal.getByRole("button", { name: "Hapus untuk selamanya" }).click();
    await legal.getByRole("dialog").getByRole("button", { name: "Hapus untuk selamanya" }).click();
    await legal.getByRole("heading", { name: "Sudah dihapus" }).waitFor();
    expect(await filesWith(NAME)).toEqual([]);

    const told = owner.getByRole("alert").filter({ hasText: "Ada kata yang dihapus dari naskah ini" });
    await told.waitFor();
    expect(await owner.locator(".editor-columns").isVisible()).toBe(false);
    expect(await owner.getByRole("button", { name: "Bekukan versi" }).isDisabled()).toBe(true);
    expect(await accessibilityViolations(owner)).toEqual([]);
    await told.getByRole("button", { name: "Muat ulang" }).click();
    await expect.poll(() => wholeText(owner)).toContain("Penanggung jawab [dihapus].");
    await owner.goto(at("/versi/1"));
    await owner.getByText("ada kata yang dihapus dari versi ini").waitFor();
    expect(await owner.locator("main").textContent()).not.toContain(NAME);

    await drafter.context().setOffline(false);
    await drafter.getByRole("alert").filter({ hasText: /./ }).first().waitFor({ timeout: 45_000 });
    drafter.on("dialog", (dialog) => void dialog.accept());
    await drafter.goto(at());
    const leftover = drafter.getByRole("region", { name: "Ada tulisan lama di perangkat ini" });
    await leftover.waitFor();
    await leftover.getByText("sebelum penghapusan data pribadi").waitFor();
    expect(await accessibilityViolations(drafter)).toEqual([]);
    const [file] = await Promise.all([
      drafter.waitForEvent("download"),
      leftover.getByRole("button", { name: "Unduh" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain("Belum terkirim");
    expect(text).not.toContain(NAME);

    await legal.goto(at("/riwayat"));
    await legal.getByText("Dasar: Permintaan subjek data, UU 27/2022 Pasal 8").waitFor();
    await legal
      .getByText(/^Dihapus dari: 1 bagian naskah, \d+ langkah penulisan dalam riwayat, versi 1$/)
      .waitFor();
    const { code, printed } = await verifyAudit();
    expect([code, printed]).toEqual([
      0,
      expect.stringContaining("dihapus sebagian / erased in part: version:"),
    ]);
  });
});

test("[ER1] [ER3] a part that was chosen in the text goes as a whole", async () => {
  const { clauses } = await fetchJson<{ clauses: { cid: string; kind: string }[] }>(
    legal,
    "GET",
    `/api/policies/${policyId}/clauses`,
  );
  const part = clauses.find(({ kind }) => kind === "isi")?.cid;
  await legal.goto(at(`/riwayat/penghapusan?bagian=${part}`));
  await legal.getByLabel("Seluruh isi bagian yang dipilih dalam naskah").waitFor();
  expect(await accessibilityViolations(legal)).toEqual([]);
  await legal.getByRole("button", { name: "Lihat dampaknya" }).click();
  await legal.getByText("Naskah sekarang: 1 kali di 1 bagian").waitFor();
  await legal.getByText("Pasal 1: 1 kali").waitFor();
});

describe("a document that is not the server's", () => {
  /** How many changes of the copy on this device hold `word`; with `other` of the same length it is put in its place. */
  function inCopy(page: Page, word: string, other: string | null): Promise<number> {
    return page.evaluate(
      async ([id, from, to]) => {
        const [own] = (await indexedDB.databases()).filter(({ name }) => name?.includes(id));
        if (own?.name === undefined) return 0;
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(own.name ?? "");
          request.addEventListener("success", () => resolve(request.result));
          request.addEventListener("error", () => reject(request.error as Error));
        });
        const store = database.transaction("updates", "readwrite").objectStore("updates");
        let count = 0;
        await new Promise<void>((resolve) => {
          const request = store.openCursor();
          request.addEventListener("success", () => {
            const cursor = request.result;
            if (cursor === null) return resolve();
            const text = Array.from(cursor.value as Uint8Array, (byte) => String.fromCharCode(byte)).join("");
            if (text.includes(from)) {
              count += 1;
              const changed = text.replace(from, to ?? from);
              cursor.update(Uint8Array.from(changed, (letter) => letter.charCodeAt(0)));
            }
            cursor.continue();
          });
        });
        database.close();
        return count;
      },
      [policyId, word, other] as const,
    );
  }

  test("[RM73] is found when all is quiet, loaded anew, counted, and what was shown is offered", async () => {
    await openEditor(owner, server.url, policyId);
    await expect.poll(() => inCopy(owner, "delapan", null)).toBe(1);
    await owner.goto(`${server.url}/kerja`);
    expect(await inCopy(owner, "delapan", "sepuluh")).toBe(1);

    await owner.goto(at());
    await expect.poll(() => wholeText(owner)).toContain("pukul sepuluh");
    const notice = owner.getByRole("status").filter({ hasText: "Naskah dimuat ulang dari server" });
    await notice.waitFor({ timeout: 45_000 });
    await expect.poll(() => wholeText(owner)).toContain("pukul delapan");
    expect(await accessibilityViolations(owner)).toEqual([]);
    const [file] = await Promise.all([
      owner.waitForEvent("download"),
      notice.getByRole("button", { name: "Unduh yang tadi tampil" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain("pukul sepuluh");
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/rembuk_room_diverged_clients_total [1-9]/);
    await caretAtEnd(owner, "Pasal 2");
    await owner.keyboard.type(" Lanjut.");
    await saved(owner);
  });
});
