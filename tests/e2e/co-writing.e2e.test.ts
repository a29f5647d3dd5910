/**
 * Two drafters co-write a real regulation: import, typing together, a lost
 * network, live numbers, references, versions and their comparison. What the
 * product promises first, as people do it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import {
  addMember,
  caretAtEnd,
  freeze,
  importText,
  insertAfter,
  openEditor,
  saved,
  shownText,
  signIn,
} from "./pages.ts";

const regulation = readFileSync(
  join(import.meta.dirname, "../vectors/corpus/01-perbup-kulonprogo-56-2018-tugas-belajar.txt"),
  "utf8",
);

describe("two drafters and corpus 01", () => {
  let server: ServerProcess;
  let browser: Browser;
  let first: Page;
  let second: Page;
  let policyId: string;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    first = await signIn(browser, server.url, "perancang1", DESKTOP);
    second = await signIn(browser, server.url, "perancang2", DESKTOP);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test("a regulation is imported by pasting it, and a colleague is added", async () => {
    policyId = await importText(first, server.url, regulation);
    expect((await shownText(first)).filter((line) => line.startsWith("Pasal ")).length).toBe(25);
    await addMember(first, server.url, policyId, "Perancang 2");
    await openEditor(first, server.url, policyId);
    await openEditor(second, server.url, policyId);
    await first.getByRole("button", { name: "2 orang di naskah ini" }).waitFor();
  });

  const bothShowTheSame = () =>
    expect
      .poll(async () => {
        const [own, other] = await Promise.all([shownText(first), shownText(second)]);
        return own.join("\n") === other.join("\n") ? "the same" : { own, other };
      })
      .toBe("the same");

  test("both type in the same Pasal at once and see one text", async () => {
    await caretAtEnd(first, "Pasal 25");
    await caretAtEnd(second, "Pasal 25");
    await Promise.all([
      first.keyboard.type(" Satu dua tiga empat lima.", { delay: 25 }),
      second.keyboard.type(" Enam tujuh delapan.", { delay: 25 }),
    ]);
    // Two carets at one place interleave; every letter of both is there.
    const letters = (text: string) => text.split("").toSorted().join("").trim();
    const typed = async () => {
      const lines = await shownText(first);
      const words = lines.find((line) => line.includes("mulai berlaku pada tanggal")) ?? "";
      return letters(words.slice(words.indexOf("diundangkan.") + 12));
    };
    await expect.poll(typed).toBe(letters(" Satu dua tiga empat lima. Enam tujuh delapan."));
    await bothShowTheSame();
  });

  test("one is cut off for 30 s, types on, closes the tab, comes back: both converge", async () => {
    const context = second.context();
    await caretAtEnd(second, "Pasal 24");
    await context.setOffline(true);
    await second
      .getByText(/^Luring/)
      .first()
      .waitFor({ timeout: 45_000 });
    const offlineWords = " Kalimat ini ditulis tanpa jaringan selama tiga puluh detik.";
    await second.keyboard.type(offlineWords, { delay: 30_000 / offlineWords.length });
    await second
      .getByText(/Luring: \d+ perubahan disimpan di perangkat ini/)
      .first()
      .waitFor();
    await first.bringToFront();
    await caretAtEnd(first, "Pasal 23", "(2)");
    await first.keyboard.type(" Ditulis sementara itu.");
    await saved(first);
    await second.close();

    second = await context.newPage();
    await context.setOffline(false);
    await openEditor(second, server.url, policyId);
    await expect
      .poll(async () => (await shownText(first)).some((line) => line.includes(offlineWords.trim())), {
        timeout: 15_000,
      })
      .toBe(true);
    await bothShowTheSame();
  });

  test("a Pasal in the middle: numbers follow for everyone, references are shown and corrected in one step", async () => {
    await caretAtEnd(first, "Pasal 3");
    await insertAfter(first, "Pasal");
    await first.keyboard.type("Pasal ini disisipkan di tengah.");
    await saved(first);
    await expect
      .poll(async () => (await shownText(second)).some((line) => line.startsWith("Pasal 26")))
      .toBe(true);
    const heading = async () => {
      const lines = await shownText(second);
      return lines[lines.findIndex((line) => line.includes("disisipkan di tengah")) - 1];
    };
    await expect.poll(heading).toBe("Pasal 4");

    const correct = first.getByRole("button", { name: /^Perbaiki semua \(\d+\)$/ });
    await correct.waitFor({ timeout: 15_000 });
    const shifted = Number(/\d+/.exec((await correct.textContent()) ?? "")?.[0]);
    expect(shifted).toBeGreaterThan(3);
    await correct.click();
    await correct.waitFor({ state: "detached" });
    await expect
      .poll(async () => (await shownText(first)).join("\n"))
      .toContain("dimaksud dalam Pasal 8 huruf c");
    await bothShowTheSame();
  });

  test("freeze, change, freeze: the comparison names exactly the changes", async () => {
    await freeze(first, "Sebelum perubahan");
    await caretAtEnd(first, "Pasal 26");
    await first.keyboard.type(" Kalimat baru di Pasal terakhir.");
    await caretAtEnd(first, "Pasal 24", "(5)");
    await first.keyboard.press("Enter");
    await first.keyboard.type("Ayat tambahan untuk diperbandingkan.");
    await saved(first);
    await freeze(first, "Sesudah perubahan");

    await first.goto(`${server.url}/kerja/rancangan/${policyId}/banding?dari=1&ke=2`);
    await first.getByText("1 berubah kata").waitFor();
    await first.getByText("1 baru", { exact: true }).first().waitFor();
    expect(await first.getByText(/\d+ dihapus/).count()).toBe(0);
    expect(await first.locator("ins").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining("Kalimat baru di Pasal terakhir.")]),
    );
    expect((await first.locator("main").textContent()) ?? "").toContain(
      "Ayat tambahan untuk diperbandingkan.",
    );
    expect(await accessibilityViolations(first)).toEqual([]);
  });
});
