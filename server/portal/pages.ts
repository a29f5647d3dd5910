/** Answers with a page of the portal: the frame, who is signed in, the chosen language and theme. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { askedLocale, rememberLocale } from "../http/locale.ts";
import { renderPage, type Html, type Page } from "./layout.ts";
import { chosenTheme } from "./theme.ts";

/** For pages of one person, and every page with a form. */
export const PRIVATE = { "cache-control": "no-store" } as const;
/**
 * Pages whose address is a secret: not kept, not told to others, not indexed.
 * Not `no-referrer`: with it a browser sends these forms with `Origin: null`,
 * which is refused as foreign (Fetch standard, "append a request Origin header").
 */
export const SECRET = {
  ...PRIVATE,
  "referrer-policy": "strict-origin",
  "x-robots-tag": "noindex",
} as const;

/** A form that may be found by nobody's search, whose address is no secret. */
export const FORM = { ...SECRET } as const;

export interface PageOptions {
  readonly status?: ContentfulStatusCode;
  /** `no-store` unless told. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the language switch leads, where it is not this address. */
  readonly path?: string;
  readonly query?: URLSearchParams;
  readonly description?: string;
  /** The page's own path, for pages that may be found and shared. */
  readonly canonicalPath?: string;
  /** Names of scripts in `client/portal`, without ending. */
  readonly scripts?: readonly string[];
}

export type AnswerPage = (
  c: AppContext,
  title: string,
  main: Html,
  options?: PageOptions,
) => Promise<Response>;

export type Pages = ReturnType<typeof createPages>;

export function createPages({ assets, repos, baseUrl }: Pick<Deps, "assets" | "repos" | "baseUrl">) {
  /** Frame of a page for who asks; `account` is shown only where the page is not for everyone. */
  async function frame(
    c: AppContext,
    title: string,
    main: Html,
    options: PageOptions,
    account: Page["account"],
  ): Promise<Html> {
    const { path = c.req.path, query, description, canonicalPath, scripts = [] } = options;
    const [styles, addresses] = await Promise.all([
      assets.portalStyles(),
      Promise.all(scripts.map((name) => assets.portalScript(name))),
    ]);
    return renderPage({
      locale: c.get("locale"),
      theme: chosenTheme(c),
      title,
      styles,
      scripts: addresses.filter((address) => address !== null),
      path,
      query,
      account,
      description,
      canonical: canonicalPath && `${baseUrl}${canonicalPath}`,
      main,
    });
  }

  /** Keeps the language that the address asks for. */
  async function keepLocale(c: AppContext): Promise<void> {
    const asked = askedLocale(c);
    if (!asked) return;
    rememberLocale(c, asked);
    const actor = c.get("actor");
    if (actor) await repos.accounts.setLocale(actor.account.id, asked);
  }

  const page: AnswerPage = async (c, title, main, options = {}) => {
    await keepLocale(c);
    const account = c.get("actor")?.account ?? null;
    const body = await frame(c, title, main, options, account);
    return c.html(body, options.status ?? 200, { ...(options.headers ?? PRIVATE) });
  };

  return { page, frame, keepLocale };
}
