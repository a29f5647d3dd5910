/** The public face: home, signing in and out, taking up links. Plain forms that work without JavaScript. */
import * as v from "valibot";
import { DomainError } from "../../domain/errors.ts";
import { lineSchema } from "../../domain/wire-text.ts";
import type { AccountLink } from "../../db/repos/account-link.repo.ts";
import { checkPassword, createRedeemLink } from "../accounts/redeem-link.ts";
import { requireCredentials } from "../accounts/sign-in.ts";
import type { Deps } from "../deps.ts";
import { readForm } from "../http/body.ts";
import type { AppContext } from "../http/context.ts";
import { askedLocale } from "../http/locale.ts";
import { problemTexts } from "../http/problems.intl.ts";
import type { Routes } from "../http/route.ts";
import { createRateLimiter, addressBucket } from "../http/rate-limit.ts";
import { renderHome } from "./home-page.ts";
import { homeTexts } from "./home.intl.ts";
import { renderLinkDone, renderLinkForm, type LinkPage } from "./link-pages.ts";
import { SECRET, type Pages } from "./pages.ts";
import { portalTexts } from "./portal.intl.ts";
import { renderSignIn } from "./sign-in-page.ts";

/** Only a path on this site: `//host` and `/\host` would lead elsewhere. */
export function safePath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[!-~]*$/.test(wanted) || wanted.includes("\\")) return "/kerja";
  return wanted.slice(0, 2000);
}

export function registerEntrance(routes: Routes, deps: Deps, { pages }: { readonly pages: Pages }): void {
  const { repos, auth, isDemo, signIn } = deps;
  const { page } = pages;
  const redeem = createRedeemLink({ ...deps, ...repos });
  const linkLimiter = createRateLimiter(deps.limits.signInPerAddress, deps.now, "sign-in-limited");

  routes.add({ method: "GET", path: "/", action: "page.public" }, async ({ c }) => {
    const locale = c.get("locale");
    const consultations = await repos.portal.consultations();
    const main = renderHome({ locale, now: deps.now(), consultations, signedIn: c.get("actor") !== null });
    return page(c, "Rembuk", main, {
      description: homeTexts[locale].lead,
      canonicalPath: "/",
      scripts: ["receipts"],
    });
  });

  async function signInPage(
    c: AppContext,
    next: string,
    failure?: { status: 400 | 401 | 429; email: string; error: string },
  ): Promise<Response> {
    const locale = c.get("locale");
    const demoAccounts = isDemo() ? await repos.accounts.listDemo() : [];
    const { email = "", error } = failure ?? {};
    const main = renderSignIn({ locale, next, email, demoAccounts, ...(error !== undefined && { error }) });
    return page(c, portalTexts[locale].signIn, main, failure ? { status: failure.status } : {});
  }

  routes.add({ method: "GET", path: "/masuk", action: "session.sign-in" }, ({ c }) => {
    const next = safePath(c.req.query("lanjut"));
    return c.get("actor") && !askedLocale(c) ? c.redirect(next, 303) : signInPage(c, next);
  });

  routes.add({ method: "POST", path: "/masuk", action: "session.sign-in" }, async ({ c }) => {
    const form = await readForm(c.req.raw);
    const next = safePath(form["lanjut"]);
    const { reasons } = problemTexts[c.get("locale")];
    const { email, password } = requireCredentials(form);
    const fail = (status: 401 | 429, reason: string) =>
      signInPage(c, next, { status, email: email.slice(0, 254), error: reasons[reason] ?? "" });
    let answer: Response;
    try {
      answer = await signIn({ email, password, address: c.get("address"), headers: c.req.raw.headers });
    } catch (error) {
      if (error instanceof DomainError && error.code === "too-many-requests") return fail(429, error.reason);
      throw error;
    }
    if (!answer.ok) return fail(401, "invalid-credentials");
    for (const cookie of answer.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
    return c.redirect(next, 303);
  });

  routes.add({ method: "POST", path: "/keluar", action: "session.sign-out" }, async ({ c }) => {
    const answer = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
    for (const cookie of answer.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
    const actor = c.get("actor");
    if (actor) deps.rooms.sessionEnded(actor.sessionId);
    return c.redirect("/", 303);
  });

  for (const [path, kind] of [
    ["/undangan/:token", "invitation"],
    ["/atur-ulang/:token", "reset"],
  ] as const) {
    const form = async (c: AppContext, link: AccountLink, more: Partial<LinkPage> = {}) => {
      const locale = c.get("locale");
      const first = link.kind === "invitation" || !(await repos.accounts.hasPassword(link.accountId));
      const title = first ? portalTexts[locale].invitationTitle : portalTexts[locale].resetTitle;
      const main = renderLinkForm({ locale, kind, first, email: link.email, ...more });
      return page(c, title, main, { headers: SECRET, status: more.errors ? 400 : 200 });
    };

    routes.add({ method: "GET", path, action: "link.redeem" }, async ({ c }) => {
      linkLimiter.take(addressBucket(c.get("address")));
      return form(c, await redeem.look(tokenOf(c), kind));
    });

    routes.add({ method: "POST", path, action: "link.redeem" }, async ({ c }) => {
      linkLimiter.take(addressBucket(c.get("address")));
      const token = tokenOf(c);
      const link = await redeem.look(token, kind);
      const input = await readForm(c.req.raw);
      const locale = c.get("locale");
      const name = v.safeParse(lineSchema(120), input["name"] ?? "");
      if (kind === "invitation" && !name.success) {
        return form(c, link, {
          name: input["name"] ?? "",
          errors: { name: portalTexts[locale].nameMissing },
        });
      }
      const password = input["password"] ?? "";
      try {
        checkPassword(password);
        // The second field only guards against a slip of the fingers; who posts without it typed with care.
        if ((input["again"] ?? password) !== password) {
          return form(c, link, {
            name: input["name"] ?? "",
            errors: { again: portalTexts[locale].passwordsDiffer },
          });
        }
        if (kind === "reset") {
          const account = await redeem.resetPassword(token, password);
          deps.rooms.rightsChanged({ account });
        } else {
          await redeem.acceptInvitation(token, { name: name.success ? name.output : "", password, locale });
        }
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== "bad-input") throw error;
        const said =
          problemTexts[locale].reasons[error.reason] ?? problemTexts[locale].codes["bad-input"].detail;
        return form(c, link, { name: input["name"] ?? "", errors: { password: said } });
      }
      return page(c, portalTexts[locale].linkDoneTitle, renderLinkDone(locale), {
        headers: SECRET,
        path: "/masuk",
      });
    });
  }
}

function tokenOf(c: AppContext): string {
  const token = c.req.param("token") ?? "";
  if (!/^[\w-]{43}$/.test(token)) throw new DomainError("gone", "link-spent", "not a token");
  return token;
}
