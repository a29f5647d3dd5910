/** Chromium for the journeys, with what a closed network needs switched off. */
import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import AxeBuilder from "@axe-core/playwright";

const executable = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path && existsSync(path),
);

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, locale: "id-ID" };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: "id-ID" };

export async function launchBrowser(): Promise<Browser> {
  if (!executable) throw new Error("Chromium is missing: install it or set CHROMIUM to its path.");
  return chromium.launch({ executablePath: executable, args: FLAGS });
}

/**
 * Violations that axe finds on the page, one line each; empty when there are
 * none. Of WCAG A and AA and of good practice, or of `rules` alone.
 */
export async function accessibilityViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // We have no frames of other sites, for which axe would open a page of its own on every call.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules) axe.withRules([...rules]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
}
