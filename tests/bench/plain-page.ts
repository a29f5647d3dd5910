/** Serves plain Lexical (`plain/`) with the clauses of a document, bundled once. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { build } from "vite";
import type { BenchDocument } from "./bench-server.ts";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

export async function bundlePlainPage(folder: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, "plain"),
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, target: "es2022" },
  });
}

export async function servePlainPage(
  folder: string,
  { live }: BenchDocument,
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://plain").pathname;
    if (path === "/clauses.json") {
      response.setHeader("content-type", "application/json").end(JSON.stringify(live));
      return;
    }
    const file = join(folder, path === "/" ? "index.html" : path);
    readFile(file).then(
      (bytes) =>
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
