/** What every page must hold in both themes and at both widths, and what the browser itself complains about. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations, DESKTOP, PHONE } from "../support/browser.ts";

/** The rest of the rules look at the structure, which no theme changes. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

export type Width = "wide" | "phone";
const SIZES = { wide: DESKTOP.viewport, phone: PHONE.viewport } as const;

export interface Watch {
  /** Complaints since the last call: console errors, uncaught errors, answers without a strict CSP. */
  take(): string[];
}

/** Listens to a page; answers in `expected` (statuses) are not counted as errors of the console. */
export function watch(page: Page, expected: readonly number[] = []): Watch {
  let complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    if (status === undefined || !expected.includes(Number(status)))
      complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("response", (response) => {
    if (!response.url().startsWith("http")) return;
    const policy = response.headers()["content-security-policy"] ?? "";
    if (!policy.includes("default-src 'none'") || policy.includes("unsafe"))
      complaints.push(`CSP of ${response.url()}: ${policy || "none"}`);
  });
  return {
    take: () => {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}

/** Resolves when the page shows what it was opened for. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main").waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector(".skeleton") === null && document.querySelector("h1, [role=dialog]") !== null,
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${scrollWidth} px wide on ${clientWidth}: ${wide.join(", ")}`];
  });
}

/** Looks at the page as it stands: axe in light and dark at each width, and no sideways scrolling. */
export async function lookOver(
  page: Page,
  place: string,
  widths: readonly Width[] = ["wide", "phone"],
): Promise<void> {
  const found: string[] = [];
  for (const width of widths) {
    const viewport = SIZES[width];
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    await settled(page);
    // What is half under a bar that stays while one scrolls is no target at that moment.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    const at = (theme: string) => (line: string) => `${place}, ${width}, ${theme}: ${line}`;
    found.push(...(await accessibilityViolations(page)).map(at("light")));
    found.push(...(await overflow(page)).map(at("light")));
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await accessibilityViolations(page, COLOUR_RULES)).map(at("dark")));
  }
  expect.soft(found, place).toEqual([]);
}
