import type { AssetStore } from "./assets.ts";
import { ICON_PATHS, parseManifest, type BuiltFiles } from "./manifest.ts";

/** Files that wrangler uploaded with the Worker. Cloudflare compresses them by itself. */
export function createBindingAssets(assets: Fetcher): AssetStore {
  const read = async (path: string): Promise<Response | null> => {
    const response = await assets.fetch(new URL(path, "https://assets.local"));
    return response.ok ? response : null;
  };
  const textOf = async (path: string): Promise<string | null> => (await (await read(path))?.text()) ?? null;
  let kept: Promise<BuiltFiles> | undefined;
  const manifest = (): Promise<BuiltFiles> => (kept ??= textOf("/.vite/manifest.json").then(parseManifest));
  return {
    async get(asked) {
      const path = ICON_PATHS.has(asked) ? ((await manifest()).icon ?? asked) : asked;
      const response = path === "/index.html" ? null : await read(path);
      if (!response) return null;
      return {
        body: new Uint8Array(await response.arrayBuffer()),
        contentType: response.headers.get("content-type") ?? "application/octet-stream",
        immutable: asked.startsWith("/assets/"),
      };
    },
    index: () => textOf("/"),
    portalStyles: async () => (await manifest()).portalStyles,
    documentStyles: async () => (await manifest()).documentStyles,
    portalScript: async (name) => (await manifest()).portalScripts[name] ?? null,
  };
}
