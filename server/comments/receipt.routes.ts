/** Receipts: the address is the secret, so it is not logged, kept, referred to, or told apart from one that never was. */
import * as v from "valibot";
import { DomainError } from "../../domain/errors.ts";
import { emailSchema } from "../../domain/wire-text.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import type { ReceiptView } from "../../db/repos/contribution-register.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import { readForm } from "../http/body.ts";
import type { AppContext } from "../http/context.ts";
import { addressBucket, createRateLimiter } from "../http/rate-limit.ts";
import type { Routes } from "../http/route.ts";
import type { Pages } from "../portal/pages.ts";
import { PRIVATE, SECRET } from "../portal/pages.ts";
import { rowsUnder } from "../portal/change-html.ts";
import type { Html } from "../portal/html.ts";
import {
  citationIn,
  renderEmailForm,
  renderReceipt,
  renderUnknownReceipt,
  renderWithdraw,
  type ReceiptPage,
} from "../portal/receipt-page.ts";
import { receiptTexts } from "../portal/receipt.intl.ts";
import type { ReadPublicText } from "../portal/version-texts.ts";
import { hashOfSecret } from "./receipt-secret.ts";

/** The page itself has no form, so it need not say where one comes from. */
const READING = { ...PRIVATE, "referrer-policy": "no-referrer", "x-robots-tag": "noindex" } as const;

const PATH = "/tanda-terima/:secret";

export interface ReceiptParts {
  readonly pages: Pages;
  readonly readText: ReadPublicText;
  readonly texts: TextStandings;
}

export function registerReceiptRoutes(
  routes: Routes,
  deps: Deps,
  { pages, readText, texts }: ReceiptParts,
): void {
  const { repos, baseUrl } = deps;
  const perAddress = createRateLimiter(deps.limits.receiptsPerAddress, deps.now, "receipts-limited");

  const answer = (
    c: AppContext,
    title: string,
    main: Html,
    options: { readonly status?: 200 | 400 | 404; readonly headers?: Readonly<Record<string, string>> } = {},
  ) =>
    pages.page(c, title, main, {
      status: options.status ?? 200,
      headers: options.headers ?? SECRET,
      // The address is a secret: the language switch leads home.
      path: "/",
      scripts: ["receipts"],
    });

  /** Null where there is none: the same answer, after the same work, for every secret that is not one. */
  async function open(c: AppContext): Promise<{ view: ReceiptView; hash: string; address: string } | null> {
    perAddress.take(addressBucket(c.get("address")));
    const secret = c.req.param("secret") ?? "";
    const { hash, possible } = await hashOfSecret(secret);
    const view = await repos.contributions.receiptView(hash);
    return view && possible ? { view, hash, address: `${baseUrl}/tanda-terima/${secret}` } : null;
  }

  const unknown = (c: AppContext) => {
    const locale = c.get("locale");
    return answer(c, receiptTexts[locale].unknownTitle, renderUnknownReceipt(locale), { status: 404 });
  };

  async function pageOf(c: AppContext, view: ReceiptView, address: string): Promise<ReceiptPage> {
    const { contribution, answer: given } = view;
    const [text, policy] = await Promise.all([
      readText(contribution.versionId),
      repos.policies.get(contribution.policyId),
    ]);
    const authority = policy && (await repos.directory.getAuthority(policy.authorityId));
    let changedIn: ReceiptPage["changedIn"] = null;
    if (given?.change) {
      const bound = boundVersion(given.change, await repos.versions.list(contribution.policyId, 10_000));
      if (bound) {
        const { cid } = given.change;
        const { policyId, versionId } = contribution;
        const [earlier, later] = await Promise.all([
          texts.version(policyId, versionId),
          texts.version(policyId, bound.id),
        ]);
        const citation = citationIn(await readText(bound.id), cid) || citationIn(text, cid);
        const rows = rowsUnder(await texts.compared(earlier, later), [earlier, later], cid);
        changedIn = { number: bound.number, citation, rows };
      }
    }
    const timeZone = authority?.timeZone ?? "Asia/Jakarta";
    return { locale: c.get("locale"), view, address, text, timeZone, changedIn };
  }

  // A form leads here at once: the hour of reading is that of an anonymous input.
  const spec = { action: "receipt.read", anonymous: true, confidential: true } as const;

  routes.add({ method: "GET", path: PATH, ...spec }, async ({ c }) => {
    const opened = await open(c);
    if (!opened) return unknown(c);
    const page = await pageOf(c, opened.view, opened.address);
    return answer(c, receiptTexts[page.locale].title, renderReceipt(page), { headers: READING });
  });

  routes.add({ method: "GET", path: `${PATH}/tarik`, ...spec }, async ({ c }) => {
    const opened = await open(c);
    if (!opened) return unknown(c);
    if (opened.view.contribution.state === "withdrawn")
      return c.redirect(new URL(opened.address).pathname, 303);
    const locale = c.get("locale");
    return answer(c, receiptTexts[locale].withdrawTitle, renderWithdraw({ locale, ...opened }));
  });

  routes.add({ method: "POST", path: `${PATH}/tarik`, ...spec }, async ({ c }) => {
    const opened = await open(c);
    if (!opened) return unknown(c);
    await repos.contributions.withdraw(opened.hash);
    return c.redirect(new URL(opened.address).pathname, 303);
  });

  routes.add({ method: "GET", path: `${PATH}/surel`, ...spec }, async ({ c }) => {
    const opened = await open(c);
    if (!opened) return unknown(c);
    if (!opened.view.mayLeaveEmail) return c.redirect(new URL(opened.address).pathname, 303);
    const locale = c.get("locale");
    return answer(c, receiptTexts[locale].emailAdd, renderEmailForm({ locale, ...opened }, "", false));
  });

  routes.add({ method: "POST", path: `${PATH}/surel`, ...spec }, async ({ c }) => {
    const opened = await open(c);
    if (!opened) return unknown(c);
    const form = await readForm(c.req.raw);
    const locale = c.get("locale");
    const email = form["hapus"] ? null : v.safeParse(emailSchema, form["email"] ?? "");
    if (email && !email.success) {
      const main = renderEmailForm({ locale, ...opened }, (form["email"] ?? "").slice(0, 254), true);
      return answer(c, receiptTexts[locale].emailAdd, main, { status: 400 });
    }
    const kept = await repos.contributions.setReceiptEmail(opened.hash, email ? email.output : null);
    if (!kept) throw new DomainError("conflict", "receipt-without-email", "no address may be left here");
    return c.redirect(new URL(opened.address).pathname, 303);
  });
}
