import { html } from "./html.ts";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "../http/context.ts";
import type { Problem } from "../http/problem.ts";
import { renderPage } from "./layout.ts";
import { portalTexts } from "./portal.intl.ts";
import { chosenTheme } from "./theme.ts";

/** A refusal as a page, for people. */
export async function renderErrorPage(
  c: Context<AppEnv>,
  problem: Problem,
  styles: readonly string[],
): Promise<Response> {
  const locale = c.get("locale");
  const t = portalTexts[locale];
  const main = html`<h1>${problem.title}</h1>
    <p>${problem.detail}</p>
    ${
      problem.errors
        ? html`<ul>
            ${problem.errors.map(({ path, message }) => html`<li>${path ? `${path}: ` : ""}${message}</li>`)}
          </ul>`
        : ""
    }
    <p class="hint">${t.errorReference}: <code>${c.get("requestId")}</code></p>
    <p><a href="/">${t.backHome}</a></p>`;
  // The address of the failed page may hold a link's secret: the switch leads home.
  const page = renderPage({
    locale,
    theme: chosenTheme(c),
    title: problem.title,
    styles,
    path: "/",
    account: null,
    main,
  });
  return c.html(page, problem.status as ContentfulStatusCode, { "cache-control": "no-store" });
}
