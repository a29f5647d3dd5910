/**
 * Work that the server no longer takes: it is said, it is kept on the device,
 * and it can be taken along. A reader sends nothing at all.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { caretAtEnd, fetchJson, openEditor, saved, sheet, shownText, signIn } from "./pages.ts";

const TEXT = `PERATURAN WALI KOTA PALU
NOMOR ... TAHUN ...
TENTANG
JAM KERJA

Pasal 1
Jam kerja dimulai pukul delapan.

Pasal 2
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`;

/** Runs the command line on a data folder; rejects with what it printed unless it ends with 0. */
function rembuk(dataDir: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const root = join(import.meta.dirname, "../..");
    // The test runner sets a BASE_URL of its own.
    const { BASE_URL: _own, ...inherited } = process.env;
    const env = { ...inherited, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ["server/cli.node.ts", ...args], { cwd: root, env });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]}: ${code} ${printed}`)),
    );
  });
}

/** What the browser stores when the button is pressed. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Types without a network at the end of a Pasal and waits until that is known to be kept. */
async function typeOffline(page: Page, pasal: string, words: string): Promise<void> {
  await caretAtEnd(page, pasal);
  await page.context().setOffline(true);
  await page
    .getByText(/^Luring/)
    .first()
    .waitFor({ timeout: 45_000 });
  await page.keyboard.type(words);
  await page
    .getByText(/Luring: \d+ perubahan disimpan di perangkat ini/)
    .first()
    .waitFor();
}

describe("work that can no longer be sent", () => {
  let server: ServerProcess;
  let browser: Browser;
  let owner: Page;
  let drafter: Page;
  let drafterId: string;
  let policyId: string;
  const folders: string[] = [];

  const setRole = (role: string) =>
    fetchJson(owner, "PUT", `/api/policies/${policyId}/members/${drafterId}`, { role });
  const liveText = async () =>
    JSON.stringify(await fetchJson(owner, "GET", `/api/policies/${policyId}/clauses`));

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    owner = await signIn(browser, server.url, "perancang1", DESKTOP);
    drafter = await signIn(browser, server.url, "perancang2", DESKTOP);
    const session = await fetchJson<{ account: { id: string } }>(drafter, "GET", "/api/session");
    drafterId = session.account.id;
  });
  beforeEach(async () => {
    const { items } = await fetchJson<{ items: { id: string }[] }>(owner, "GET", "/api/authorities");
    const made = await fetchJson<{ id: string }>(owner, "POST", "/api/policies", {
      authorityId: items[0]?.id,
      documentType: "perkada",
      source: { type: "text", text: TEXT },
    });
    policyId = made.id;
    await setRole("drafter");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  test("a drafter made a reader while offline is told, keeps the words and takes them along", async () => {
    await openEditor(drafter, server.url, policyId);
    await typeOffline(drafter, "Pasal 1", " Kalimat yang belum terkirim.");
    await setRole("reader");
    await drafter.context().setOffline(false);

    // Either the editor still open says so, or, once it knows the new right, the copy on the device does.
    const notice = drafter
      .getByRole("alert")
      .filter({ hasText: "Anda tidak lagi dapat mengubah naskah ini" })
      .or(drafter.getByRole("region", { name: "Ada tulisan lama di perangkat ini" }));
    await notice.first().waitFor({ timeout: 45_000 });
    expect(await accessibilityViolations(drafter)).toEqual([]);
    const file = await downloaded(drafter, () =>
      notice
        .first()
        .getByRole("button", { name: /^Unduh/ })
        .first()
        .click(),
    );
    expect(file.text).toContain("Kalimat yang belum terkirim.");
    expect(await liveText()).not.toContain("belum terkirim");

    // It is still there after the page was left, and can be taken along then as well.
    await drafter.goto(`${server.url}/kerja/rancangan/${policyId}`);
    const leftover = drafter.getByRole("region", { name: "Ada tulisan lama di perangkat ini" });
    await leftover.waitFor();
    const again = await downloaded(drafter, () => leftover.getByRole("button", { name: "Unduh" }).click());
    expect(again.text).toContain("Kalimat yang belum terkirim.");
    expect(await liveText()).not.toContain("belum terkirim");
  });

  test("a reader's text is read-only and nothing they do is sent", async () => {
    await setRole("reader");
    const before = await liveText();
    const sent: (string | Uint8Array)[] = [];
    drafter.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(payload)));
    await drafter.goto(`${server.url}/kerja/rancangan/${policyId}`);
    await saved(drafter);
    await drafter.getByText("Anda membaca naskah ini sebagai").waitFor();
    const text = drafter.getByRole("textbox", { name: "Teks rancangan, hanya dibaca" });
    expect(await text.getAttribute("contenteditable")).toBe("false");
    expect(await drafter.getByRole("toolbar").count()).toBe(0);
    expect(await drafter.getByRole("button", { name: "Bekukan versi" }).count()).toBe(0);

    const shown = await shownText(drafter);
    await text.click();
    for (const key of ["a", "Enter", "Backspace", "Delete", "Tab", "Control+/", "Control+b", "Control+z"])
      await drafter.keyboard.press(key);
    await drafter.evaluate(() => navigator.clipboard?.writeText("tempelan").catch(() => undefined));
    await drafter.keyboard.press("Control+v");
    const item = drafter.getByRole("treeitem", { name: /Pasal 2/ });
    await item.focus();
    await drafter.keyboard.press("Alt+ArrowUp");
    expect(await shownText(drafter)).toEqual(shown);
    expect(await liveText()).toBe(before);
    // y-protocols: 0 is synchronisation, in it 2 an update. Questions and presence may go out, updates may not.
    const updates = sent.filter((frame) => typeof frame !== "string" && frame[0] === 0 && frame[1] === 2);
    expect(updates.filter((frame) => frame.length > 4)).toEqual([]);
  });

  test("a document that began anew: the words written before are set aside, shown, and can be taken along", async () => {
    await openEditor(drafter, server.url, policyId);
    const { port } = new URL(server.url);
    const folder = await mkdtemp(join(tmpdir(), "rembuk-backup-"));
    folders.push(folder, server.dataDir);
    const [backup, restored] = [join(folder, "backup"), join(folder, "restored")];
    await rembuk(server.dataDir, "backup", backup);
    await typeOffline(drafter, "Pasal 2", " Ditulis sebelum pemulihan.");

    await server.stop();
    await rembuk(restored, "restore", backup);
    server = await startServer({ dataDir: restored, port: Number(port) });
    await drafter.context().setOffline(false);
    // A restore ends every session: that is what the page is told first, and the words can be taken along already.
    const ended = drafter.getByRole("alert").filter({ hasText: "Sesi Anda berakhir" });
    await ended.waitFor({ timeout: 60_000 });
    expect(await accessibilityViolations(drafter)).toEqual([]);
    const first = await downloaded(drafter, () => ended.getByRole("button", { name: /^Unduh/ }).click());
    expect(first.text).toContain("Ditulis sebelum pemulihan.");

    drafter.on("dialog", (dialog) => void dialog.accept());
    await ended.getByRole("button", { name: "Masuk kembali" }).click();
    await drafter.getByLabel("Surel").fill("perancang2@demo.rembuk.id");
    await drafter.getByLabel("Kata sandi").fill("rembuk-demo");
    await drafter.getByRole("button", { name: "Masuk", exact: true }).click();
    await drafter.waitForURL(new RegExp(`/kerja/rancangan/${policyId}$`));
    await saved(drafter);
    const leftover = drafter.getByRole("region", { name: "Ada tulisan lama di perangkat ini" });
    await leftover.waitFor();
    expect(await accessibilityViolations(drafter)).toEqual([]);
    const file = await downloaded(drafter, () => leftover.getByRole("button", { name: "Unduh" }).click());
    expect(file.name).toMatch(/\.txt$/);
    expect(file.text).toContain("Ditulis sebelum pemulihan.");
    expect((await shownText(drafter)).join("\n")).not.toContain("sebelum pemulihan");

    // The document that holds now takes words as ever.
    await caretAtEnd(drafter, "Pasal 2");
    await drafter.keyboard.type(" Ditulis sesudahnya.");
    owner = await signIn(browser, server.url, "perancang1", DESKTOP);
    await expect.poll(liveText).toContain("Ditulis sesudahnya.");

    await leftover.getByRole("button", { name: "Hapus" }).click();
    await drafter.getByRole("dialog").getByRole("button", { name: "Hapus" }).click();
    await leftover.waitFor({ state: "detached" });
    await sheet(drafter).waitFor();
  });
});
