/** Whether a text is genuine, for whoever holds its hash. */
import type { Deps } from "../deps.ts";
import type { Routes } from "../http/route.ts";
import { html } from "./html.ts";
import type { Pages } from "./pages.ts";
import { publishedTexts } from "./texts.intl.ts";
import { renderVerification, renderVerifyForm, type KnownText } from "./verify-page.ts";

export function registerVerifyPages(routes: Routes, deps: Deps, { pages }: { readonly pages: Pages }): void {
  const { repos } = deps;

  routes.add({ method: "GET", path: "/verifikasi", action: "page.public", anonymous: true }, ({ c }) => {
    const locale = c.get("locale");
    const t = publishedTexts[locale];
    const typed = (c.req.query("sidik") ?? "").slice(0, 200);
    const hash = typed.replaceAll(/[\s-]/g, "").toLowerCase();
    if (/^[0-9a-f]{64}$/.test(hash)) return c.redirect(`/verifikasi/${hash}`, 303);
    const main = html`<div class="heading">
        <h1>${t.verifyTitle}</h1>
        <p>${t.verifyLead}</p>
      </div>
      ${renderVerifyForm(locale, typed, typed !== "")}`;
    return pages.page(c, t.verifyTitle, main, {
      canonicalPath: "/verifikasi",
      status: typed === "" ? 200 : 400,
    });
  });

  routes.add(
    { method: "GET", path: "/verifikasi/:hash", action: "page.public", anonymous: true },
    async ({ c }) => {
      const asked = c.req.param("hash") ?? "";
      const hash = asked.toLowerCase();
      if (!/^[0-9a-f]{64}$/.test(hash))
        return c.redirect(`/verifikasi?sidik=${encodeURIComponent(asked.slice(0, 200))}`, 303);
      const locale = c.get("locale");
      const t = publishedTexts[locale];
      const known = await knownTexts(hash);
      return pages.page(c, known.length > 0 ? t.known : t.unknown, renderVerification(locale, hash, known), {
        status: known.length > 0 ? 200 : 404,
      });
    },
  );

  /** Versions with this hash that everyone may know of: public ones, and approved ones. */
  async function knownTexts(hash: string): Promise<KnownText[]> {
    const review = await repos.reviews.approvalOf(hash);
    const rows = await repos.portal.versionsWithHash(hash);
    const known: KnownText[] = [];
    for (const { version, policy, authority } of rows) {
      const open = await repos.portal.publicVersions(policy.id);
      const isPublic = open.some(({ id }) => id === version.id);
      const own = review?.policyId === policy.id ? review : null;
      if (!isPublic && own?.state !== "approved") continue;
      const standing =
        own === null || own.state === "withdrawn" ? "never" : own.state === "open" ? "in-review" : own.state;
      known.push({
        version,
        title: policy.title,
        authority,
        isPublic,
        standing,
        approvals: own?.state === "approved" ? await approvalsOf(own.steps) : [],
      });
    }
    return known;
  }

  /** Offices by their name; a person by the office they hold, else by their own. */
  async function approvalsOf(
    steps: NonNullable<Awaited<ReturnType<typeof repos.reviews.approvalOf>>>["steps"],
  ): Promise<KnownText["approvals"]> {
    const units = new Map((await repos.directory.listUnits()).map(({ id, name }) => [id, name]));
    const approvals: { name: string; at: number }[] = [];
    for (const { addressee, decision } of steps) {
      if (decision?.kind !== "approved") continue;
      const account = await repos.accounts.get(decision.by);
      const unit = addressee.kind === "office" ? addressee.unitId : (account?.unitId ?? null);
      const office = unit === null ? undefined : units.get(unit);
      approvals.push({ name: office ?? account?.name ?? "–", at: decision.at });
    }
    return approvals;
  }
}
