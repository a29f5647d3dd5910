/** The floor: Hono on Node that answers every request with the same bytes. `node tests/bench/plain-hono.ts <port> <file> <encoding>`. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

const [port = "0", file = "", encoding = "br"] = process.argv.slice(2);
const body = new Uint8Array(readFileSync(file));
const app = new Hono();
app.get("/*", (c) =>
  c.body(body, 200, {
    "content-type": "text/html; charset=UTF-8",
    "content-encoding": encoding,
    "cache-control": "public, no-cache",
  }),
);
createServer(getRequestListener(app.fetch)).listen(Number(port), "127.0.0.1");
