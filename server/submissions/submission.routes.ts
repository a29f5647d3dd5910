/** Submissions of bodies: calls, the draft as a whole, sending, what was sent. */
import { DomainError } from "../../domain/errors.ts";
import type { SubmissionId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import {
  sendSubmissionSchema,
  startSubmissionSchema,
  type CallsView,
  type SubmissionText,
} from "../../domain/submissions/submissions.contract.ts";
import { bodyOf } from "../../domain/submissions/submission.ts";
import { createServeAttachment } from "../attachments/serve-attachment.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { notModified, requireRevision, revisionTag } from "../http/etag.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { assertDrafting, assertOpen, createDraftAccess, type OpenedDraft } from "./draft-access.ts";
import { createPresentSendings } from "./present-sending.ts";
import { createPresentSubmissions } from "./present-submission.ts";
import { createSendSubmission } from "./send-submission.ts";

const SUBMISSIONS = "/api/submissions";
const SUBMISSION = `${SUBMISSIONS}/:submissionId`;
const action = "submission.draft";

export function registerSubmissionRoutes(routes: Routes, deps: Deps): void {
  const { repos, db, now, newId } = deps;
  const access = createDraftAccess(deps);
  const present = createPresentSubmissions(deps);
  const sendings = createPresentSendings(deps);
  const { send, correct } = createSendSubmission(deps);
  const serve = createServeAttachment(deps);

  async function view(c: AppContext, draft: OpenedDraft, status: 200 | 201 = 200) {
    const submission = await present.submission(draft);
    return c.json(submission, status, { etag: revisionTag(submission.revision) });
  }

  routes.add(
    { method: "GET", path: SUBMISSIONS, action, summary: "Calls for submissions to one's body" },
    async ({ c }) => {
      const id = bodyOf(requireActor(c).account);
      const unit = id && (await repos.directory.getUnit(id));
      if (!unit) return c.json({ body: null, items: [] } satisfies CallsView);
      const body = { id: unit.id, name: unit.name };
      return c.json({ body, items: await present.calls(unit.id) } satisfies CallsView);
    },
  );

  routes.add(
    {
      method: "POST",
      path: SUBMISSIONS,
      action,
      summary: "Begin the submission of one's body; an existing one is given again",
      body: startSubmissionSchema,
      status: 201,
    },
    async ({ c, body: { consultationId } }) => {
      const opened = await access.call(c, consultationId);
      const { body, call } = opened;
      const before = await repos.submissions.ofConsultation(body, consultationId);
      if (before) return view(c, { ...opened, submission: before });
      assertOpen(opened);
      const { policyId, versionId } = call.consultation;
      const id = newId() as SubmissionId;
      await repos.submissions.create({ id, consultationId, policyId, versionId, unitId: body }, now());
      const submission = found(await repos.submissions.ofConsultation(body, consultationId));
      return view(c, { ...opened, submission }, 201);
    },
  );

  routes.add({ method: "GET", path: SUBMISSION, action, summary: "The draft of one's body" }, async ({ c }) =>
    view(c, await access.draft(c)),
  );

  routes.add(
    { method: "GET", path: `${SUBMISSION}/text`, action, summary: "The text under consultation" },
    async ({ c }) => {
      const { call } = await access.draft(c);
      const { policyId, versionId } = call.consultation;
      const number = found((await repos.versions.numbers(policyId, [versionId])).get(versionId));
      const { label, hash, title } = found(await repos.versions.get(policyId, number));
      const tag = `"${hash}"`;
      const unchanged = notModified(c, tag);
      if (unchanged) return unchanged;
      const { clauses } = await repos.versions.text(versionId);
      const text = { version: { number, label, hash }, title, clauses };
      return c.json(text satisfies SubmissionText, 200, { etag: tag, "cache-control": "private, no-cache" });
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${SUBMISSION}/ready`,
      action,
      summary: "Tell the head of one's body that the draft is ready",
      status: 204,
    },
    async ({ c }) => {
      const draft = await access.draft(c);
      assertDrafting(draft);
      const { account, body, call, submission } = draft;
      const at = now();
      const statements = repos.notifications.statements({
        kind: "submission.ready",
        to: await repos.submissions.people(body, { heads: true }),
        actor: account.id,
        policyId: null,
        subject: { kind: "submission", id: submission.id },
        title: call.consultation.title,
        link: `/kerja/usulan/${submission.id}`,
        at,
        on: dayIn(call.timeZone, at),
      });
      const [first, ...rest] = statements;
      if (first) await db.batch([first, ...rest]);
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${SUBMISSION}/send`,
      action,
      summary: "Send the draft in the name of the body (head only, If-Match)",
      body: sendSubmissionSchema,
    },
    async ({ c, body }) => {
      await send(await access.draft(c), requireRevision(c), body.groupId ?? null);
      return view(c, await access.draft(c));
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${SUBMISSION}/correct`,
      action,
      summary: "Begin a correction of what was sent (head only)",
    },
    async ({ c }) => {
      await correct(await access.draft(c));
      return view(c, await access.draft(c));
    },
  );

  routes.add(
    {
      method: "GET",
      path: `${SUBMISSION}/sendings/:number`,
      action,
      summary: "What was sent, and what became of each item",
    },
    async ({ c }) => {
      const draft = await access.draft(c);
      const number = /^[1-9]\d{0,5}$/.exec(c.req.param("number") ?? "")?.[0];
      if (number === undefined) throw new DomainError("not-found", "not-found", "no such sending");
      return c.json(await sendings.sending(draft, Number(number)));
    },
  );

  routes.add(
    {
      method: "GET",
      path: `${SUBMISSION}/files/:attachmentId`,
      action,
      summary: "Download a file of one's body",
    },
    async ({ c }) => {
      const { submission } = await access.draft(c);
      return serve(c, found(await repos.submissions.file(submission.id, idParam(c, "attachmentId"))));
    },
  );

  routes.add(
    {
      method: "GET",
      path: "/api/policies/:policyId/submissions",
      action: "submission.read",
      summary: "What bodies sent",
    },
    async ({ c }) => c.json({ items: await sendings.ofPolicy(requirePolicy(c).policy.id) }),
  );
}
