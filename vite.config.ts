import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

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
    rollupOptions: { input: { app: "client/index.html", portal: "client/portal/portal.css" } },
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
