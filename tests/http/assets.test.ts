/** The built workspace as the server hands it out, and the portal's icon and theme. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFolderAssets } from "../../server/http/assets.node.ts";
import { openTestApp, type TestApp } from "../support/test-app.ts";

async function build(folder: string, name: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "assets"), { recursive: true });
  await mkdir(join(folder, ".vite"));
  const manifest = {
    "index.html": { file: `assets/app-${name}.js`, isEntry: true },
    "portal/portal.css": { file: `assets/portal-${name}.css` },
    "ui/rembuk.svg": { file: `assets/rembuk-${name}.svg` },
  };
  await writeFile(join(folder, ".vite", "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "index.html"), `<script src="/assets/app-${name}.js"></script>`);
  await writeFile(join(folder, "assets", `app-${name}.js`), `// ${name}`);
  await writeFile(join(folder, "assets", `portal-${name}.css`), `/* ${name} */`);
  await writeFile(join(folder, "assets", `rembuk-${name}.svg`), "<svg/>");
  await writeFile(join(folder, "assets", "constructor"), "x");
}

describe("assets", () => {
  let folder: string;
  let t: TestApp;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rembuk-assets-"));
    await build(folder, "a");
    await writeFile(join(folder, "..", "rembuk-beside.txt"), "secret");
    t = await openTestApp({ assets: createFolderAssets(folder) });
  });
  afterAll(async () => {
    await t.close();
    await rm(folder, { recursive: true, force: true });
    await rm(join(folder, "..", "rembuk-beside.txt"));
  });
  const get = (path: string, headers: Record<string, string> = {}) => t.send("GET", path, { headers });

  test("files are named by their content and kept for ever, compressed where that is understood", async () => {
    const plain = await get("/assets/app-a.js");
    expect(await plain.text()).toBe("// a");
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const small = await get("/assets/app-a.js", { "accept-encoding": "gzip, br" });
    expect(small.headers.get("content-encoding")).toBe("br");
    expect(small.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(new Uint8Array(await small.arrayBuffer())).toString()).toBe("// a");
    const again = await get("/assets/app-a.js", { "if-none-match": plain.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    const head = await t.send("HEAD", "/assets/app-a.js");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("a path leads nowhere but to a file of the build", async () => {
    for (const path of [
      "/../rembuk-beside.txt",
      "/assets/../../rembuk-beside.txt",
      "/assets/..%2f..%2frembuk-beside.txt",
      "/%2e%2e/rembuk-beside.txt",
      "/assets/%00app-a.js",
      "/.vite/manifest.json",
      "/index.html",
      "//etc/passwd",
      "/assets",
      "/__proto__",
      "/constructor",
      "/%e0%a4%a",
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text()).not.toContain("secret");
    }
  });

  test("the portal has the icon at addresses that never change, and the chosen theme", async () => {
    for (const path of ["/favicon.svg", "/favicon.ico"]) {
      const icon = await get(path);
      expect(icon.status).toBe(200);
      expect(icon.headers.get("content-type")).toBe("image/svg+xml");
      expect(icon.headers.get("cache-control")).toBe("no-cache");
    }
    const page = async (path: string, cookie: string) => (await get(path, { cookie })).text();
    expect(await page("/", "")).toContain('<link rel="icon" href="/favicon.svg"');
    expect(await page("/", "tema=dark")).toContain('<html lang="id" data-theme="dark">');
    expect(await page("/masuk", "tema=light")).toContain('data-theme="light"');
    expect(await page("/tidak-ada", "tema=dark")).toContain('data-theme="dark"');
    for (const cookie of ["tema=system", 'tema="><script>', "tema=neon", ""]) {
      expect(await page("/", cookie)).toContain('<html lang="id">');
    }
  });

  test("a build beside a running server does not take the files of its page away", async () => {
    await build(folder, "b");
    expect(await (await get("/kerja")).text()).toContain("/assets/app-a.js");
    expect(await (await get("/")).text()).toContain("/assets/portal-a.css");
    for (const path of ["/assets/app-a.js", "/assets/portal-a.css", "/favicon.svg"]) {
      expect((await get(path)).status, path).toBe(200);
    }
    const restarted = createFolderAssets(folder);
    expect(await restarted.index()).toContain("/assets/app-b.js");
    expect(await restarted.get("/assets/app-a.js", "")).toBeNull();
  });

  test("before the first build the workspace says so, and the rest works", async () => {
    const bare = await openTestApp({ assets: createFolderAssets(join(folder, "nothing")) });
    expect((await bare.send("GET", "/kerja")).status).toBe(503);
    expect((await bare.send("GET", "/")).status).toBe(200);
    expect((await bare.send("GET", "/favicon.ico")).status).toBe(404);
    await bare.close();
  });
});
