import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import * as v from "valibot";
import type { Asset, AssetStore } from "./assets.ts";

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

const Manifest = v.record(
  v.string(),
  v.object({ file: v.string(), css: v.optional(v.array(v.string())), isEntry: v.optional(v.boolean()) }),
);

const compress = promisify(brotliCompress);

/** Files of `folder` (dist/client), listed once: a path that is not in the list does not exist, whatever it contains. */
export function createFolderAssets(folder: string): AssetStore {
  let listing: Promise<ReadonlyMap<string, string>> | undefined;
  const kept = new Map<string, Promise<Asset>>();

  async function list(): Promise<ReadonlyMap<string, string>> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = new Map<string, string>();
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join("/")}`;
      if (!path.startsWith("/.") && path !== "/index.html") files.set(path, file);
    }
    return files;
  }

  async function load(path: string, file: string, brotli: boolean): Promise<Asset> {
    const extension = path.slice(path.lastIndexOf(".") + 1);
    const raw = await readFile(file);
    const body = brotli ? await compress(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : raw;
    return {
      body: new Uint8Array(body),
      contentType: TYPES[extension] ?? "application/octet-stream",
      immutable: path.startsWith("/assets/"),
      etag: `"${createHash("sha256").update(raw).digest("hex").slice(0, 32)}${brotli ? "-br" : ""}"`,
      ...(brotli && { encoding: "br" }),
    };
  }

  return {
    async get(path, accept) {
      listing ??= list();
      const file = (await listing).get(path);
      if (file === undefined) return null;
      const brotli = /\bbr\b/.test(accept) && COMPRESSED.has(path.slice(path.lastIndexOf(".") + 1));
      const key = `${brotli ? "br" : "raw"} ${path}`;
      const asset = kept.get(key) ?? load(path, file, brotli);
      kept.set(key, asset);
      return asset;
    },
    index: async () => readFile(join(folder, "index.html"), "utf8").catch(() => null),
    async portalStyles() {
      const text = await readFile(join(folder, ".vite", "manifest.json"), "utf8").catch(() => null);
      if (text === null) return [];
      const entry = Object.entries(v.parse(Manifest, JSON.parse(text))).find(([name]) =>
        name.endsWith("portal/portal.css"),
      )?.[1];
      if (!entry) return [];
      const styles = [...(entry.file.endsWith(".css") ? [entry.file] : []), ...(entry.css ?? [])];
      return styles.map((style) => `/${style}`);
    },
  };
}
