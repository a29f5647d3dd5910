/** The form of a comment on the portal: shown, sent, and shown again with all that was typed. */
import { NOTHING_TYPED, readComment, type TypedComment } from "../../domain/comments/comment-form.ts";
import { commentPlace, itemsInside } from "../../domain/comments/comment-place.ts";
import { phaseOf } from "../../domain/consultations/phase.ts";
import { DomainError } from "../../domain/errors.ts";
import { isUlid, type Cid, type ConsultationId, type VersionId } from "../../domain/ids.ts";
import { RULE_TABLE } from "../../domain/participation/participation.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import type { Deps } from "../deps.ts";
import { readForm } from "../http/body.ts";
import type { AppContext } from "../http/context.ts";
import { addressBucket, createRateLimiter } from "../http/rate-limit.ts";
import { found } from "../http/refusals.ts";
import { idParam, type Routes } from "../http/route.ts";
import {
  commentTitle,
  renderCommentForm,
  renderUnsent,
  type CommentFormPage,
} from "../portal/comment-form-page.ts";
import { commentTexts } from "../portal/comment.intl.ts";
import { formatEnd, formatMoment } from "../portal/format.ts";
import { html, type Html } from "../portal/html.ts";
import { FORM, type Pages } from "../portal/pages.ts";
import type { ReadPublicText } from "../portal/version-texts.ts";
import { decideComment } from "./decide-comment.ts";
import { deviceOf, keepDevice } from "./device.ts";
import { createReceiptSecrets } from "./receipt-secret.ts";
import { createSendComment } from "./send-comment.ts";

/** Of 100,000 characters, each nine bytes in a form, and some fields: what is too long comes back whole. */
const MAX_FORM_BYTES = 2 * 1024 * 1024;

const GENERAL = "umum";
const PATH = "/konsultasi/:consultationId/masukan/:cid";

export interface CommentParts {
  readonly pages: Pages;
  readonly readText: ReadPublicText;
}

export function registerCommentRoutes(routes: Routes, deps: Deps, { pages, readText }: CommentParts): void {
  const { repos, limits, now } = deps;
  const secretOf = createReceiptSecrets(deps.authSecret);
  const sendComment = createSendComment(deps);
  const decide = decideComment(deps);
  const perDevice = createRateLimiter(limits.commentsPerDevice, now, "comments-limited");
  const perAddress = createRateLimiter(limits.commentsPerAddress, now, "comments-limited");

  /** The consultation and the clause of the address. `read`: the version whose form was filled in. [CM9] */
  async function open(c: AppContext, read?: string) {
    const id = idParam<ConsultationId>(c, "consultationId");
    const shown = found(await repos.portal.consultation(id), "unknown-consultation");
    const cid = c.req.param("cid") === GENERAL ? null : idParam<Cid>(c, "cid");
    const current = await readText(shown.version.id);
    if (cid === null || current.derived.indexOf.has(cid))
      return { shown, cid, text: current, versionId: shown.version.id };
    const earlier = isUlid(read) && (await readEarlier(shown, read as string as VersionId));
    if (!earlier || !earlier.derived.indexOf.has(cid))
      throw new DomainError("not-found", "unknown-clause", "no such clause");
    return { shown, cid, text: earlier, versionId: read as string as VersionId };
  }

  async function readEarlier(shown: PublicConsultation, version: VersionId) {
    const numbers = await repos.versions.numbers(shown.policy.id, [version]);
    return numbers.has(version) ? readText(version) : null;
  }

  async function formPage(
    c: AppContext,
    opened: Awaited<ReturnType<typeof open>>,
    typed: TypedComment,
    code = "",
  ): Promise<CommentFormPage | null> {
    const { shown, cid, text, versionId } = opened;
    const place = cid === null ? null : commentPlace(text.derived, cid);
    if (cid !== null && place === null)
      throw new DomainError("not-found", "unknown-clause", "no comments there");
    const rule = shown.consultation.comments;
    if (rule === null) return null;
    return {
      locale: c.get("locale"),
      shown,
      now: now(),
      text,
      place,
      items: place === null ? [] : itemsInside(text.derived, place),
      groups: await repos.portal.groups(shown.consultation.id),
      rule,
      typed,
      code,
      formId: deps.randomId(),
      versionId,
    };
  }

  const answer = (c: AppContext, title: string, main: Html, status = 200) =>
    pages.page(c, title, main, { status: status as 200, headers: FORM, scripts: ["comment-form"] });

  /** Too early, too late, or not at all: said, with what was typed to be copied. [CM2, CM5] */
  function closedPage(
    c: AppContext,
    opened: Awaited<ReturnType<typeof open>>,
    typed: TypedComment,
    status: number,
  ) {
    const locale = c.get("locale");
    const t = commentTexts[locale];
    const { shown, cid, text } = opened;
    const { consultation, authority } = shown;
    const phase = phaseOf(consultation, now());
    const words =
      phase === "cancelled"
        ? t.cancelled
        : phase === "upcoming"
          ? `${t.refusals["not-yet-open"]} ${t.opens(formatMoment(consultation.opensAt, locale, authority.timeZone))}`
          : phase === "closed"
            ? `${t.refusals.closed} ${t.closedAt(formatEnd(consultation.closesAt, locale, authority.timeZone))}`
            : t.noComments;
    const place = cid === null ? null : commentPlace(text.derived, cid);
    const view = { locale, shown, text, place, typed, now: now() };
    return answer(c, t.title, renderUnsent(view, html`<p>${words}</p>`), status);
  }

  // Beside the hour of an anonymous comment, who asks would say too much, and so would the hour alone.
  const spec = { path: PATH, action: "input.send", confidential: true } as const;
  const logUnlessPromised = (c: AppContext, { comments }: PublicConsultation["consultation"]) =>
    c.set("confidential", comments !== null && RULE_TABLE[comments].promisesAnonymity);

  routes.add({ method: "GET", ...spec }, async ({ c }) => {
    const opened = await open(c);
    logUnlessPromised(c, opened.shown.consultation);
    const item = c.req.query("butir") ?? "";
    const page = await formPage(c, opened, { ...NOTHING_TYPED, item });
    const at = now();
    if (!page || phaseOf(opened.shown.consultation, at) !== "open")
      return closedPage(c, opened, NOTHING_TYPED, 200);
    // Opened at an item: the form is that of the clause it folds into.
    const placed = page.place === null ? null : (page.text.clauses[page.place]?.cid ?? null);
    if (placed !== null && placed !== opened.cid)
      return c.redirect(
        `/konsultasi/${page.shown.consultation.id}/masukan/${placed}?butir=${opened.cid}`,
        303,
      );
    const { who } = RULE_TABLE[page.rule];
    if (c.get("actor") === null && (who === "signed-in" || who === "signed-in-or-invited"))
      return c.redirect(`/masuk?lanjut=${encodeURIComponent(c.req.path)}`, 303);
    const response = await answer(c, commentTitle(page), renderCommentForm(page));
    if (page.rule === "open") keepDevice(c, deps);
    return response;
  });

  routes.add({ method: "POST", ...spec }, async ({ c }) => {
    const form = await readForm(c.req.raw, MAX_FORM_BYTES);
    const typed: TypedComment = {
      group: form["kelompok"] ?? "",
      stance: form["sikap"] ?? "",
      text: form["masukan"] ?? "",
      proposedText: form["usulan"] ?? "",
      item: form["butir"] ?? "",
    };
    const opened = await open(c, form["versi"]);
    logUnlessPromised(c, opened.shown.consultation);
    const code = (form["kode"] ?? "").slice(0, 40);
    const page = await formPage(c, opened, typed, code);
    if (!page) return closedPage(c, opened, typed, 409);
    const { shown, rule, locale, items, groups } = page;
    const t = commentTexts[locale];
    const account = c.get("actor")?.account ?? null;
    const again = (status: number, more: Partial<CommentFormPage>) =>
      answer(c, commentTitle(page), renderCommentForm({ ...page, ...more }), status);

    const formId = isUlid(form["kunci"]) ? form["kunci"] : deps.randomId();
    const placed = page.place === null ? null : (page.text.clauses[page.place]?.cid ?? null);
    const receipt = await secretOf(`${shown.consultation.id}/${placed ?? GENERAL}`, formId);
    const read = readComment(typed, {
      groups: groups.map(({ id }) => id),
      items: items.map(({ cid }) => cid),
    });

    /** The form was here before: the same words lead to the same receipt, others ask. [CM6] */
    async function replayed(): Promise<Response | null> {
      const before = await repos.contributions.receiptView(receipt.hash);
      if (!before) return null;
      const address = `/tanda-terima/${receipt.secret}`;
      const same =
        "comment" in read &&
        before.contribution.text === read.comment.text &&
        before.contribution.proposedText === read.comment.proposedText;
      if (same || before.contribution.state === "withdrawn") return c.redirect(address, 303);
      const refusal = html`<p>${t.sentBefore}</p>
        <p><a href="${address}">${t.seeReceipt}</a></p>`;
      return again(409, { refusal, sendWords: t.sendAsNew });
    }

    const before = await replayed();
    if (before) return before;
    const at = now();
    const decision = await decide({ shown, rule, ruleSeen: form["aturan"], account, code, at });
    if (!decision.allowed) {
      const { reason } = decision;
      if (reason === "closed" || reason === "not-yet-open") return closedPage(c, opened, typed, 409);
      if (reason === "sign-in-needed") {
        const refusal = html`<p>${t.signedOut}</p>
          <p><a href="/masuk?lanjut=/" target="_blank" rel="noopener">${t.signInElsewhere}</a></p>`;
        return again(401, { refusal });
      }
      const status = reason === "rule-changed" ? 409 : 400;
      return again(status, { refusal: html`<p>${t.refusals[reason] ?? ""}</p>` });
    }
    if ("problems" in read) return again(400, { problems: read.problems });
    try {
      const device = rule === "open" ? deviceOf(c) : null;
      if (device !== null) perDevice.take(device);
      perAddress.take(addressBucket(c.get("address")));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "too-many-requests") throw error;
      return again(429, { refusal: html`<p>${t.tooOften}</p>`, formId });
    }
    const { versionId } = opened;
    const sent = { shown, rule, cid: placed, versionId, comment: read.comment, account, receipt, locale, at };
    const outcome = await sendComment(sent);
    if (outcome === "sent-before") return found(await replayed());
    if (outcome === "consultation-changed") return closedPage(c, await open(c, form["versi"]), typed, 409);
    return c.redirect(`/tanda-terima/${receipt.secret}`, 303);
  });
}
