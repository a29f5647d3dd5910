/** One page with a text on it: how long it took to open, how long keys take. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { installKeyMeter, installOpenMeter, type KeySample, type OpenMarks } from "./key-meter.ts";
import { traceKeys, type KeyTrace } from "./trace-keys.ts";

/** People type a letter every 60 to 120 ms. */
const pause = () => 60 + Math.random() * 60;

export interface OpenTimes extends OpenMarks {
  /** The HTML has arrived. */
  readonly html: number;
  /** The last script has arrived. */
  readonly scripts: number;
  /** The text is shown and the main thread answers: after the last long task of the second that follows. */
  readonly interactive: number;
}

/** So long after the text was shown a task of more than 50 ms still counts as opening. */
const SETTLING_MS = 1_000;

/** Opens `url` in a new page; resolves when all `clauses` are shown (and, with `saved`, the document is synced). */
export async function openPage(
  context: BrowserContext,
  url: string,
  clauses: number,
  saved: boolean,
): Promise<{ page: Page; open: OpenTimes }> {
  const page = await context.newPage();
  await page.addInitScript(installKeyMeter);
  await page.addInitScript(installOpenMeter, clauses);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(
    (wanted) => window.openMarks.shown !== undefined && (!wanted || window.openMarks.saved !== undefined),
    saved,
    { timeout: 60_000, polling: 50 },
  );
  await page.waitForTimeout(SETTLING_MS + 200);
  const open = await page.evaluate((settlingMs) => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const scripts = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js")) as PerformanceResourceTiming[];
    return {
      ...window.openMarks,
      html: navigation?.responseEnd ?? 0,
      scripts: Math.max(0, ...scripts.map(({ responseEnd }) => responseEnd)),
      interactive: Math.max(
        window.openMarks.shown ?? 0,
        ...window.longTasks
          .filter(({ start }) => start < (window.openMarks.shown ?? 0) + settlingMs)
          .map(({ end }) => end),
      ),
    };
  }, SETTLING_MS);
  return { page, open };
}

/** Puts the caret into the middle of the words of the clause `cid`, as a click would, and lets the page come to rest. */
export async function placeCaret(page: Page, cid: string): Promise<void> {
  const clause = page.locator(`[data-cid="${cid}"]`);
  await clause.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(300);
  await clause.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await clause.click();
  await page.waitForTimeout(800);
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause());
  }
}

const WORDS = "dan hal lain yang diatur lebih lanjut ";

/** Types `count` letters; the samples are those of the letters, in milliseconds. */
export async function typeLetters(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => void (window.keySamples = []));
  await press(
    page,
    Array.from({ length: count }, (_, at) => WORDS.charAt(at % WORDS.length)),
  );
  return samplesOf(page, () => true);
}

/** Makes `count` new clauses, each with one letter. */
export async function pressEnters(page: Page, count: number): Promise<number[]> {
  await page.keyboard.press("End");
  await page.evaluate(() => void (window.keySamples = []));
  await press(page, Array.from({ length: count }, () => ["Enter", "x"]).flat());
  return samplesOf(page, ({ key }) => key === "Enter");
}

async function samplesOf(page: Page, wanted: (sample: KeySample) => boolean): Promise<number[]> {
  await page.waitForTimeout(200);
  const samples = await page.evaluate(() => window.keySamples);
  return samples.filter(wanted).map(({ ms }) => ms);
}

export async function traceLetters(browser: Browser, page: Page, count: number): Promise<KeyTrace> {
  return traceKeys(browser, page, async () => {
    await typeLetters(page, count);
  });
}
