// npm run screens: starts the product with its demo on a temporary folder and takes the pictures of docs/screens.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { childEnv, installIfStale, nodeBinary, root } from "./install-if-stale.mjs";

installIfStale();
buildIfStale();
const { chromium } = await import("playwright-core");

const target = join(root, "docs", "screens");
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const sample = join(root, "tests", "vectors", "corpus", "01-perbup-kulonprogo-56-2018-tugas-belajar.txt");

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Resolves with the address when the server answers; its data goes with `stop`. */
async function startServer() {
  const dataDir = mkdtempSync(join(tmpdir(), "rembuk-screens-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(nodeBinary(), [join(root, "server", "entry.node.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: childEnv({
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      BASE_URL: url,
      DATA_DIR: dataDir,
      DEMO: "1",
      LOG_LEVEL: "error",
    }),
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) break;
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error("The server did not start.");
}

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path && existsSync(path),
);
if (!executablePath) throw new Error("Chromium is missing: install it or set CHROMIUM to its path.");

const { url, stop } = await startServer();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

/** A window of somebody who signed in; `account` undefined: nobody did. */
async function openWindow(account, options) {
  const context = await browser.newContext({ locale: "id-ID", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(`${url}/masuk`);
  if (account) {
    await page.getByLabel("Surel").fill(`${account}@demo.rembuk.id`);
    await page.getByLabel("Kata sandi").fill("rembuk-demo");
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  return page;
}

async function shoot(page, name) {
  await page.locator(".skeleton").waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  // Caret and toasts come and go; a picture should not depend on the moment.
  await page.screenshot({ path: join(target, `${name}.png`), caret: "hide", animations: "disabled" });
  console.log(`docs/screens/${name}.png`);
}

async function openEditor(page, id) {
  await page.goto(`${url}/kerja/rancangan/${id}`);
  await page.getByText("Tersimpan", { exact: true }).first().waitFor();
  await page.locator(".sheet-text .clause").first().waitFor();
}

/** Puts the caret into the first words after that label. */
async function standAt(page, label) {
  const index = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(".clause")].findIndex((clause) => clause.dataset.label === wanted) + 1,
    label,
  );
  const clause = page.locator(".clause").nth(index);
  await clause.scrollIntoViewIfNeeded();
  await clause.click();
  return clause;
}

try {
  mkdirSync(target, { recursive: true });
  const nobody = await openWindow(undefined, { viewport: DESKTOP });
  await shoot(nobody, "sign-in");

  const page = await openWindow("perancang1", { viewport: DESKTOP });
  await shoot(page, "policy-list");
  const { items } = await page.evaluate(() => fetch("/api/policies").then((answer) => answer.json()));
  const id = items.find((item) => item.title.includes("PALU"))?.id ?? items[0].id;

  await page.goto(`${url}/kerja/baru`);
  await page.getByRole("radio", { name: /Teks yang sudah ada/ }).check();
  await page.getByRole("textbox", { name: /Teks peraturan/ }).fill(readFileSync(sample, "utf8"));
  const preview = page.getByRole("heading", { name: "Yang dikenali" });
  await preview.waitFor();
  await page.getByRole("textbox", { name: /Teks peraturan/ }).evaluate((box) => box.scrollTo(0, 0));
  await preview.evaluate((heading) => scrollTo(0, scrollY + heading.getBoundingClientRect().top - 320));
  await shoot(page, "new-policy-import");

  await page.goto(`${url}/kerja/rancangan/${id}/versi/1`);
  await page.locator("article.gazette").waitFor();
  await shoot(page, "version");

  await page.goto(`${url}/kerja/rancangan/${id}/banding?dari=1&ke=2`);
  await page.getByRole("region", { name: "Perubahan per ketentuan" }).waitFor();
  await page.getByRole("button", { name: "Perubahan berikutnya" }).click();
  await shoot(page, "compare");

  await page.goto(`${url}/kerja/rancangan/${id}/masukan`);
  await page.getByRole("button", { name: /Tiga puluh hari terlalu lama/ }).click();
  await page.getByRole("region", { name: "Masukan yang dibuka" }).getByRole("article").waitFor();
  await shoot(page, "inbox");

  const leader = await openWindow("walikota", { viewport: PHONE, deviceScaleFactor: 2 });
  await leader.goto(`${url}/kerja/tugas`);
  await leader.getByRole("region").getByRole("link").first().click();
  await leader.getByText("Anda diminta memutuskan").waitFor();
  await shoot(leader, "approval-phone");

  const citizen = await openWindow(undefined, { viewport: PHONE, deviceScaleFactor: 2 });
  await citizen.goto(url);
  await citizen
    .getByRole("link", { name: /draf 3/ })
    .first()
    .click();
  await citizen.getByRole("heading", { level: 1 }).waitFor();
  await shoot(citizen, "consultation-phone");

  // A colleague at another Pasal, and a reference that shifted because a Pasal was put in before it.
  const colleague = await openWindow("perancang2", { viewport: DESKTOP });
  await openEditor(colleague, id);
  await openEditor(page, id);
  await standAt(page, "Pasal 3");
  await page.getByRole("button", { name: "Sisipkan", exact: true }).click();
  await page.getByRole("menuitem", { name: "Pasal", exact: true }).click();
  await page.keyboard.type("Pengelolaan kepegawaian dilaksanakan secara terbuka dan dapat diperiksa.");
  await standAt(colleague, "Pasal 5");
  await colleague.keyboard.press("Home");
  await page.locator(".outline-people").first().waitFor();
  await page.getByText("Tersimpan", { exact: true }).first().waitFor();
  await page.getByRole("tab", { name: /^Temuan/ }).click();
  await page
    .getByRole("button", { name: /^Perbaiki/ })
    .first()
    .waitFor();
  await page.evaluate(() => scrollBy(0, 240));
  await shoot(page, "editor-desktop-light");

  const phone = await openWindow("perancang1", {
    viewport: PHONE,
    colorScheme: "dark",
    deviceScaleFactor: 2,
  });
  await openEditor(phone, id);
  await standAt(phone, "Pasal 5");
  await shoot(phone, "editor-phone-dark");
} finally {
  await browser.close();
  await stop();
}
