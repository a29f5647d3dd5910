/** Compressing pages, where the host does not do it by itself (Cloudflare does). */
import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";

export interface Compress {
  /** The encoding to answer with to this Accept-Encoding; null: none. */
  choose(accept: string): string | null;
  squeeze(text: string, encoding: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Not worth it below. */
const MIN_LENGTH = 1024;

/** Compresses what is rendered for one person; pages that are kept bring their own bytes. */
export function compressPages(compress: Compress | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const { res } = c;
    if (!compress || res.headers.has("content-encoding")) return;
    if (!res.headers.get("content-type")?.startsWith("text/html")) return;
    const encoding = compress.choose(c.req.header("accept-encoding") ?? "");
    if (encoding === null) return;
    const text = await res.text();
    const small = text.length < MIN_LENGTH;
    const headers = new Headers(res.headers);
    headers.append("vary", "accept-encoding");
    headers.delete("content-length");
    if (!small) headers.set("content-encoding", encoding);
    const body = small ? text : await compress.squeeze(text, encoding);
    // Hono adds the headers of what it replaces; they are in `headers` already.
    c.res = undefined;
    c.res = new Response(body, { status: res.status, headers });
  };
}
