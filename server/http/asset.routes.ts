/** The workspace's page and files. Its page is one for all of `/kerja`; the routes inside are the browser's. */
import type { Deps } from "../deps.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AppContext } from "./context.ts";
import { notModified } from "./etag.ts";
import type { Routes } from "./route.ts";

export function registerAssetRoutes(routes: Routes, { assets }: Deps): void {
  async function workspace(c: AppContext): Promise<Response> {
    const page = await assets.index();
    if (page === null) throw new DomainError("unavailable", "not-built", "the workspace was not built");
    return c.html(page, 200, { "cache-control": "no-cache" });
  }
  for (const path of ["/kerja", "/kerja/*"]) {
    routes.add({ method: "GET", path, action: "workspace.open", anonymous: true }, ({ c }) => workspace(c));
  }
  routes.add({ method: "GET", path: "/*", action: "page.public", anonymous: true }, async ({ c }) => {
    const asset = await assets.get(c.req.path, c.req.header("accept-encoding") ?? "");
    if (!asset) throw new DomainError("not-found", "no-such-route", "no such file");
    const { body, contentType, immutable, etag, encoding } = asset;
    const headers = {
      "content-type": contentType,
      "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...(etag !== undefined && { etag }),
      ...(encoding !== undefined && { "content-encoding": encoding }),
    };
    return (etag !== undefined && notModified(c, etag)) || c.body(body, 200, headers);
  });
}
