/**
 * Pages that are the same for everyone: rendered once per language, theme and
 * state of what they show, kept in memory with their compressed bytes, and
 * told unchanged (304) to who has them. No session is looked up for them.
 */
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { askedLocale } from "../http/locale.ts";
import { addressBucket, createRateLimiter } from "../http/rate-limit.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Html } from "./html.ts";
import type { PageOptions, Pages } from "./pages.ts";
import { chosenTheme } from "./theme.ts";

export interface PublicPage extends Omit<PageOptions, "headers" | "path"> {
  readonly title: string;
  readonly main: Html;
}

interface Kept {
  readonly status: number;
  readonly etag: string;
  readonly html: string;
  /** By encoding; made when it is first asked for. */
  readonly squeezed: Map<string, Promise<Uint8Array<ArrayBuffer>>>;
}

/** Of pages as rendered; their compressed forms come on top with about a fifth. */
const MAX_BYTES = 24 * 1024 * 1024;

const HEADERS = {
  "content-type": "text/html; charset=UTF-8",
  // May be kept by anyone, and is asked for again each time: it says how many inputs came.
  "cache-control": "public, no-cache",
  vary: "cookie, accept-language, accept-encoding",
} as const;

export type AnswerPublicPage = (
  c: AppContext,
  /** All that the page depends on, but for language, theme, address and build. */
  stamp: string,
  render: () => Promise<PublicPage>,
) => Promise<Response>;

export function createPublicPages(
  deps: Pick<Deps, "assets" | "compress" | "limits" | "now">,
  pages: Pages,
): AnswerPublicPage {
  // Whoever reads what is there is not counted; making pages costs something.
  const perAddress = createRateLimiter(deps.limits.requests, deps.now);
  const kept = new Map<string, Promise<Kept>>();
  let bytes = 0;

  async function make(c: AppContext, key: string, render: () => Promise<PublicPage>): Promise<Kept> {
    const { title, main, ...options } = await render();
    const page = await pages.frame(c, title, main, options, null);
    const html = String(page);
    bytes += html.length;
    const etag = `"${(await sha256Hex(html)).slice(0, 32)}"`;
    for (const [oldest, entry] of kept) {
      if (bytes <= MAX_BYTES || oldest === key) break;
      kept.delete(oldest);
      bytes -= (await entry).html.length;
    }
    return { status: options.status ?? 200, etag, html, squeezed: new Map() };
  }

  async function bodyOf(entry: Kept, encoding: string | null): Promise<string | Uint8Array<ArrayBuffer>> {
    if (encoding === null || !deps.compress) return entry.html;
    const squeezed = entry.squeezed.get(encoding) ?? deps.compress.squeeze(entry.html, encoding);
    entry.squeezed.set(encoding, squeezed);
    return squeezed;
  }

  return async (c, stamp, render) => {
    await pages.keepLocale(c);
    const build = (await deps.assets.portalStyles()).join();
    // With its query, without the origin.
    const address = c.req.url.slice(c.req.url.indexOf("/", 8));
    const key = [address, c.get("locale"), chosenTheme(c) ?? "", build, stamp].join("\n");
    let making = kept.get(key);
    if (!making) {
      perAddress.take(addressBucket(c.get("address")));
      making = make(c, key, render);
      kept.set(key, making);
      making.catch(() => kept.delete(key));
    }
    const entry = await making;
    // The answer that sets the language is for the one who asked.
    const headers = askedLocale(c) ? { ...HEADERS, "cache-control": "no-store" } : HEADERS;
    if (knows(c.req.header("if-none-match"), entry.etag))
      return c.body(null, 304, { ...headers, etag: `W/${entry.etag}` });
    const encoding = deps.compress?.choose(c.req.header("accept-encoding") ?? "") ?? null;
    return c.body(await bodyOf(entry, encoding), entry.status as 200, {
      ...headers,
      etag: `W/${entry.etag}`,
      ...(encoding !== null && { "content-encoding": encoding }),
    });
  };
}

const knows = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
