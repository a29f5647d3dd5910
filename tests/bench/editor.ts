/**
 * The editor in Chromium, beside plain Lexical with the same nodes: `npm run bench`.
 * With sizes (`npm run bench -- 3000`), or `npm run bench -- editor memory`, it prints only; without, it also writes its section of docs/bench.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { accountOf, createDocument, signIn, startColleague, type BenchDocument } from "./bench-server.ts";
import {
  openPage,
  placeCaret,
  pressEnters,
  traceLetters,
  typeLetters,
  type OpenTimes,
} from "./measure-editor.ts";
import { measureMemory, measureParse, measureSecondStart } from "./measure-rest.ts";
import { writeSection } from "./page.ts";
import { bundlePlainPage, servePlainPage } from "./plain-page.ts";
import { report, type EditorFigures, type Report, type SizeFigures } from "./report.ts";

const wanted = process.argv.slice(2).map(Number).filter(Boolean);
const memoryOnly = process.argv[2] === "memory";
const SIZES = wanted.length > 0 ? wanted : [3_000, 300, 7_500];
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const LETTERS = 30;
const TRACED = 40;
const ENTERS = 6;

const emptyFigures = (): EditorFigures => ({ keys: [], enters: [], work: [], whole: [], opens: [] });

async function measurePage(
  browser: Browser,
  context: BrowserContext,
  url: string,
  document: BenchDocument,
  cid: string,
  saved: boolean,
  figures: EditorFigures,
): Promise<void> {
  const { page, open } = await openPage(context, url, document.live.clauses.length, saved);
  figures.opens.push(open);
  await placeCaret(page, cid);
  // The first keys run in code that is not compiled yet.
  await typeLetters(page, 10);
  figures.keys.push(...(await typeLetters(page, LETTERS)));
  const trace = await traceLetters(browser, page, TRACED);
  figures.work.push(...trace.keys);
  figures.whole.push(trace.wholeMs);
  figures.enters.push(...(await pressEnters(page, ENTERS)));
  await page.close();
}

async function measureSize(
  browser: Browser,
  server: ServerProcess,
  size: number,
  plainFolder: string,
): Promise<SizeFigures> {
  const writer = await signIn(browser, server.url, "perancang1");
  const colleague = await signIn(browser, server.url, "perancang2");
  const document = await createDocument(writer, server.url, size, await accountOf(colleague, server.url));
  const plain = await servePlainPage(plainFolder, document);
  const { clauses } = document.live;
  const ayat = clauses.findIndex(({ kind }, index) => kind === "ayat" && index >= clauses.length / 2);
  const [own, theirs] = [clauses[ayat]?.cid ?? "", clauses[ayat + 1]?.cid ?? ""];
  const stopColleague = await startColleague(colleague, server, document, theirs);
  const state = await writer.storageState();
  const figures: SizeFigures = {
    clauses: clauses.length,
    rembuk: emptyFigures(),
    plain: emptyFigures(),
    warmOpens: [],
    load: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    // A fresh profile each time: nothing cached, no local copy.
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "id-ID",
      storageState: state,
    });
    const address = `${server.url}/kerja/rancangan/${document.id}`;
    await measurePage(browser, context, address, document, own, true, figures.rembuk);
    const { page, open } = await openPage(context, address, document.live.clauses.length, true);
    figures.warmOpens.push(open as OpenTimes);
    await page.close();
    await measurePage(browser, context, plain.url, document, own, false, figures.plain);
    figures.load.push(loadavg()[0] ?? 0);
    await context.close();
  }
  stopColleague();
  plain.close();
  await writer.close();
  await colleague.close();
  return figures;
}

const folder = await mkdtemp(join(tmpdir(), "rembuk-bench-"));
await bundlePlainPage(folder);
const server = await startServer();
const browser = await launchBrowser();
const full = wanted.length === 0 && !memoryOnly;
const sizes: SizeFigures[] = [];
let rest: Pick<Report, "parse" | "secondStart" | "memory"> = { parse: null, secondStart: null, memory: null };

/** After each part, so that a run that is cut short leaves what it has. */
async function write(): Promise<void> {
  const text = report({
    at: new Date(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}, Chromium ${browser.version()}, Node ${process.version}`,
    rounds: ROUNDS,
    sizes: sizes.toSorted((a, b) => a.clauses - b.clauses),
    ...rest,
  });
  console.log(text);
  if (full) writeSection("editor", text);
}

try {
  if (memoryOnly) console.log(await measureMemory(browser, server));
  for (const size of memoryOnly ? [] : SIZES) {
    console.log(`${size} clauses ...`);
    sizes.push(await measureSize(browser, server, size, folder));
    await write();
  }
  if (full) {
    rest = { ...rest, parse: measureParse(), secondStart: await measureSecondStart() };
    await write();
    rest = { ...rest, memory: await measureMemory(browser, server) };
    await write();
  }
} finally {
  await browser.close();
  await server.dispose();
  await rm(folder, { recursive: true });
}
