import type { AssetStore } from "./assets.ts";

/** Files that wrangler uploaded with the Worker. Cloudflare compresses them by itself. */
export function createBindingAssets(assets: Fetcher): AssetStore {
  const read = async (path: string): Promise<Response | null> => {
    const response = await assets.fetch(new URL(path, "https://assets.local"));
    return response.ok ? response : null;
  };
  return {
    async get(path) {
      const response = path === "/index.html" ? null : await read(path);
      if (!response) return null;
      return {
        body: new Uint8Array(await response.arrayBuffer()),
        contentType: response.headers.get("content-type") ?? "application/octet-stream",
        immutable: path.startsWith("/assets/"),
      };
    },
    index: async () => (await (await read("/"))?.text()) ?? null,
    async portalStyles() {
      const manifest = await (await read("/.vite/manifest.json"))?.json<Record<string, { file: string }>>();
      const entry = Object.entries(manifest ?? {}).find(([name]) => name.endsWith("portal/portal.css"))?.[1];
      return entry ? [`/${entry.file}`] : [];
    },
  };
}
