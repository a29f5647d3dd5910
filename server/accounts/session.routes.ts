/** The session as the workspace sees it, and better-auth's own routes, cut down to three. */
import { decideGeneral } from "../../domain/access/access.ts";
import {
  changePasswordSchema,
  patchSessionSchema,
  type SessionView,
} from "../../domain/accounts/accounts.contract.ts";
import { verifyPassword } from "better-auth/crypto";
import type { Deps } from "../deps.ts";
import type { Actor } from "../http/actor.ts";
import { DEFAULT_BODY_BYTES, parseJson, readText } from "../http/body.ts";
import { rememberLocale } from "../http/locale.ts";
import { createRateLimiter } from "../http/rate-limit.ts";
import { requireActor, type Routes } from "../http/route.ts";
import { createChangePassword } from "./change-password.ts";
import { requireCredentials } from "./sign-in.ts";

export function registerSessionRoutes(routes: Routes, deps: Deps): void {
  const { auth, repos, isDemo } = deps;
  const changePassword = createChangePassword({
    ...deps,
    accounts: repos.accounts,
    verifyPassword,
    perAccount: createRateLimiter(deps.limits.signInPerAccount, deps.now, "sign-in-limited"),
  });

  function present(actor: Actor | null): SessionView {
    const role = actor?.account.role ?? null;
    const may = {
      createPolicy: decideGeneral("policy.create", role).allowed,
      administer: decideGeneral("account.administer", role).allowed,
    };
    if (!actor) return { account: null, demo: isDemo(), may };
    const { id, name, email, head, unitId, locale } = actor.account;
    const account = {
      id,
      name,
      email,
      role: actor.account.role,
      ...(head && { head }),
      ...(unitId && { unitId }),
      locale,
    };
    return { account, demo: isDemo(), may };
  }

  routes.add(
    { method: "GET", path: "/api/session", action: "session.read", summary: "Who is signed in" },
    ({ c }) => c.json(present(c.get("actor")), 200, { "cache-control": "no-store" }),
  );
  routes.add(
    {
      method: "PATCH",
      path: "/api/session",
      action: "session.change",
      summary: "Change the language",
      body: patchSessionSchema,
    },
    async ({ c, body }) => {
      const actor = requireActor(c);
      await repos.accounts.setLocale(actor.account.id, body.locale);
      rememberLocale(c, body.locale);
      return c.json(present({ ...actor, account: { ...actor.account, locale: body.locale } }));
    },
  );

  routes.add(
    {
      method: "POST",
      path: "/api/session/password",
      action: "session.change",
      summary: "Change one's own password; ends one's other sessions",
      body: changePasswordSchema,
      status: 204,
    },
    async ({ c, body }) => {
      const actor = requireActor(c);
      await changePassword(actor, body);
      // Every socket of the account is decided anew; those of ended sessions stay out.
      deps.rooms.rightsChanged({ account: actor.account.id });
      return c.body(null, 204);
    },
  );

  // better-auth's own error shape; documented in the API description.
  routes.add({ method: "GET", path: "/api/auth/get-session", action: "session.read" }, ({ c }) =>
    auth.handler(c.req.raw),
  );
  routes.add({ method: "POST", path: "/api/auth/sign-out", action: "session.sign-out" }, async ({ c }) => {
    // By its own call: the body, of whatever size, is not looked at.
    const answer = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
    const actor = c.get("actor");
    if (actor) deps.rooms.sessionEnded(actor.sessionId);
    return answer;
  });
  routes.add(
    { method: "POST", path: "/api/auth/sign-in/email", action: "session.sign-in" },
    async ({ c }) => {
      const { email, password } = requireCredentials(
        parseJson(await readText(c.req.raw, DEFAULT_BODY_BYTES)),
      );
      return deps.signIn({ email, password, address: c.get("address"), headers: c.req.raw.headers });
    },
  );
}
