/** Approving on a phone: what must be known stands on one screen and a half, and the text says at once when it is another. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApprovalView, ReviewList, ReviewView } from "../../domain/reviews/reviews.contract.ts";
import { fetchJson, openEditor, saved, signIn } from "../e2e/pages.ts";
import { accessibilityViolations, DESKTOP, launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";

const PHONE = { viewport: { width: 360, height: 800 }, locale: "id-ID", reducedMotion: "reduce" } as const;
/** One phone screen and a half. */
const ESSENTIAL_PX = 1200;

describe("approving on a phone", () => {
  let server: ServerProcess;
  let browser: Browser;
  let leader: Page;
  let drafter: Page;
  let policyId: string;
  let review: ReviewView;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    leader = await signIn(browser, server.url, "walikota", PHONE);
    drafter = await signIn(browser, server.url, "perancang1", DESKTOP);
    const { items } = await fetchJson<{ items: { policyId: string; reviewId: string }[] }>(
      leader,
      "GET",
      "/api/reviews/waiting",
    );
    policyId = items[0]?.policyId ?? "";
    const list = await fetchJson<ReviewList>(leader, "GET", `/api/policies/${policyId}/reviews`);
    const waiting = list.items.find(({ id }) => id === items[0]?.reviewId);
    if (!waiting) throw new Error("the demo has no review that waits for its leader");
    review = waiting;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const address = () => `${server.url}/kerja/rancangan/${policyId}/persetujuan/${review.id}`;
  async function openBrief(page: Page): Promise<void> {
    await page.goto(address());
    await page.getByRole("heading", { name: "Siapa yang memutuskan" }).waitFor();
    await page.locator(".brief-changes > li").first().waitFor();
    await page.evaluate(() => document.fonts.ready);
  }

  test("[RV21] [RV22] everything a leader must know ends within 1200 px of a 360 px screen", async () => {
    await openBrief(leader);
    const bottoms = await leader.evaluate(() => {
      const bottom = (selector: string) => {
        const parts = [...document.querySelectorAll(selector)];
        if (parts.length === 0) throw new Error(`${selector} is not there`);
        return Math.round(Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)) + scrollY);
      };
      return {
        asked: bottom(".leader-asked"),
        figures: bottom(".leader-figures"),
        changes: bottom(".brief-changes > li:nth-child(3)"),
        objections: bottom(".brief-objections"),
        initials: bottom(".review-steps"),
        hash: bottom(".leader-hash"),
      };
    });
    for (const [what, px] of Object.entries(bottoms)) expect(px, what).toBeLessThanOrEqual(ESSENTIAL_PX);
    // What is asked and the figures stand on the first screen, above the two acts.
    expect(bottoms.figures).toBeLessThan(660);
    const wide = await leader.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });

  test("a difference that is shown short still shows both what was and what is", async () => {
    const change = leader
      .locator(".brief-changes > li")
      .filter({ has: leader.locator("del") })
      .first();
    const cut = await change
      .locator(".brief-difference")
      .evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    await change.locator("summary").click();
    await change.getByText("Semula").waitFor();
    await change.locator("summary").click();
  });

  test("the two acts stay at the thumb, large enough, wherever one reads", async () => {
    for (const y of [0, 400, 5000]) {
      await leader.evaluate((top) => scrollTo(0, top), y);
      const boxes = await Promise.all(
        ["Setujui", "Kembalikan dengan catatan"].map((name) =>
          leader.getByRole("button", { name, exact: true }).boundingBox(),
        ),
      );
      for (const box of boxes) {
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
      }
    }
    expect(await accessibilityViolations(leader)).toEqual([]);
  });

  test("[RV12] a return without a reason is refused beside the field, and what was typed stays after closing", async () => {
    await leader.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    const dialog = leader.getByRole("dialog");
    await dialog.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    await dialog.getByText("Tuliskan alasannya.").waitFor();
    await dialog.getByLabel("Alasan").fill("Pasal 14 belum jelas.");
    expect(await accessibilityViolations(leader)).toEqual([]);
    await leader.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await leader.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    expect(await dialog.getByLabel("Alasan").inputValue()).toBe("Pasal 14 belum jelas.");
    await leader.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test("[RV13] approving with a note; a second window that comes later is told by whom", async () => {
    const second = await leader.context().newPage();
    await openBrief(second);
    await leader.getByRole("button", { name: "Setujui", exact: true }).click();
    const dialog = leader.getByRole("dialog");
    await dialog.getByText(review.hash.slice(0, 12)).waitFor();
    await dialog.getByLabel("Catatan").fill("Setuju, lanjutkan.");
    await dialog.getByRole("button", { name: "Setujui", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await leader.getByText("Putaran ini sudah berakhir: Disetujui.").waitFor();
    expect(await leader.getByRole("button", { name: "Setujui", exact: true }).count()).toBe(0);

    await second.getByRole("button", { name: "Setujui", exact: true }).click();
    await second.getByRole("dialog").getByRole("button", { name: "Setujui", exact: true }).click();
    await second
      .getByRole("dialog")
      .getByText(/Wali Kota sudah menyetujui langkah ini/)
      .waitFor();
    await second.close();

    const done = await fetchJson<ReviewView>(
      drafter,
      "GET",
      `/api/policies/${policyId}/reviews/${review.id}`,
    );
    expect(done.state).toBe("approved");
  });

  test("[RV18] [RV19] the editor says approved of the approved text, and one character later that it is not", async () => {
    // The approved version as the text, so that the mark has something to say.
    await fetchJson(drafter, "POST", `/api/policies/${policyId}/versions/${review.version.number}/restore`);
    await openEditor(drafter, server.url, policyId);
    const mark = drafter.locator(".editor-title .approval-link");
    await mark.getByText("Disetujui", { exact: true }).waitFor();

    const clause = drafter.locator('.clause[data-kind="ayat"]').first();
    await clause.scrollIntoViewIfNeeded();
    await clause.click();
    await drafter.keyboard.press("End");
    await drafter.keyboard.type("x");
    await mark.getByText("Berubah sejak disetujui", { exact: true }).waitFor();
    await saved(drafter);
    const after = await fetchJson<ApprovalView>(drafter, "GET", `/api/policies/${policyId}/approval`);
    expect(after.status).toBe("changed-since-approval");

    // Who only reads sees it, too, without reloading.
    await leader.goto(`${server.url}/kerja/rancangan/${policyId}/persetujuan`);
    await leader.locator(".approval-line").getByText("Berubah sejak disetujui").waitFor();

    await drafter.keyboard.press("Backspace");
    await saved(drafter);
    await mark.getByText("Disetujui", { exact: true }).waitFor();
    await leader
      .locator(".approval-line")
      .getByText("Disetujui", { exact: true })
      .waitFor({ timeout: 15_000 });
  });
});
