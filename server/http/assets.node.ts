import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Asset, AssetStore } from "./assets.ts";
import { ICON_PATHS, parseManifest } from "./manifest.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
};
const COMPRESSED = new Set(["css", "html", "js", "json", "svg", "webmanifest"]);

const compress = promisify(brotliCompress);
const extensionOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

/**
 * Files of `folder` (dist/client), all read at once when the server starts: a
 * page and what it links stay one build, whatever is built meanwhile, and a
 * path that is not among them does not exist, whatever it contains.
 */
export function createFolderAssets(folder: string): AssetStore {
  const files = readAll(folder);
  const compressed = new Map<string, Promise<Buffer>>();

  async function textOf(path: string): Promise<string | null> {
    return (await files).get(path)?.toString("utf8") ?? null;
  }
  const manifest = textOf("/.vite/manifest.json").then(parseManifest);

  async function present(path: string, raw: Buffer, brotli: boolean): Promise<Asset> {
    const squeezed = brotli
      ? (compressed.get(path) ?? compress(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))
      : null;
    if (squeezed) compressed.set(path, squeezed);
    return {
      body: new Uint8Array(squeezed ? await squeezed : raw),
      contentType: TYPES[extensionOf(path)] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(raw).digest("hex").slice(0, 32)}${brotli ? "-br" : ""}"`,
      immutable: false,
      ...(brotli && { encoding: "br" }),
    };
  }

  return {
    async get(asked, accept) {
      const path = ICON_PATHS.has(asked) ? ((await manifest).icon ?? asked) : asked;
      const raw = isPublic(path) ? (await files).get(path) : undefined;
      if (raw === undefined) return null;
      const brotli = /\bbr\b/.test(accept) && COMPRESSED.has(extensionOf(path));
      return { ...(await present(path, raw, brotli)), immutable: asked.startsWith("/assets/") };
    },
    index: () => textOf("/index.html"),
    portalStyles: async () => (await manifest).portalStyles,
    documentStyles: async () => (await manifest).documentStyles,
    portalScript: async (name) => (await manifest).portalScripts[name] ?? null,
  };
}

/** The page has its own routes, and what begins with a dot is the build's. */
const isPublic = (path: string): boolean => !path.startsWith("/.") && path !== "/index.html";

/** By path below the site's root; empty before the first build. */
async function readAll(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const read = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, Buffer]> => {
      const file = join(entry.parentPath, entry.name);
      return [`/${relative(folder, file).split(sep).join("/")}`, await readFile(file)];
    });
  return new Map(await Promise.all(read));
}
