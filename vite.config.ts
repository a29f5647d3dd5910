import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Each script of the portal stands alone and is linked only by the pages that need it. */
const portalScripts = readdirSync(join(import.meta.dirname, "client", "portal"))
  .filter((file) => /^[\w-]+\.ts$/.test(file))
  .map((file) => [`portal-${file.slice(0, -3)}`, `client/portal/${file}`]);

/** The workspace (Solid) is bundled into dist/client; everything else runs from source. */
export default defineConfig({
  root: "client",
  base: "/",
  plugins: [solid()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    // The editor (Lexical and Yjs) is one lazy chunk of about 170 kB compressed.
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: {
        app: "client/index.html",
        portal: "client/portal/portal.css",
        document: "client/portal/document.css",
        ...Object.fromEntries(portalScripts),
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      // Not the modules of client/api, which the dev server itself serves.
      "^/api/(?!.*\\.tsx?(\\?|$))": "http://127.0.0.1:8787",
      "/masuk": "http://127.0.0.1:8787",
      "/keluar": "http://127.0.0.1:8787",
      "/collab": { target: "ws://127.0.0.1:8787", ws: true },
    },
  },
});
