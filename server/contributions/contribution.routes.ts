/** The inbox: what was said through all channels, and what the team does with it. */
import { decideOnPolicy } from "../../domain/access/access.ts";
import {
  assignSchema,
  contributionQuerySchema,
  noteSchema,
  publishSchema,
  raiseFigureSchema,
  reopenSchema,
  triageSchema,
  type AssigneeList,
  type ChangedContributions,
  type ContributionItem,
  type ContributionPage,
  type NoteView,
  type WaitingInputs,
} from "../../domain/contributions/contributions.contract.ts";
import { disposeSchema, type ReasonTemplates } from "../../domain/dispositions/dispositions.contract.ts";
import { REASON_TEMPLATES } from "../../domain/dispositions/reason-templates.ts";
import { isCid, type ContributionId, type PolicyId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { createDispose } from "../dispositions/dispose.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createAssignContributions } from "./assign-contributions.ts";
import type { InboxParts } from "./inbox-parts.ts";
import { createListContributions } from "./list-contributions.ts";
import { createListWaitingInputs } from "./list-waiting-inputs.ts";
import { createPresentDetail } from "./present-detail.ts";
import { createRaiseFigure } from "./raise-figure.ts";
import { createReadDossier } from "./read-dossier.ts";
import { createReadHeat } from "./read-heat.ts";
import { actOnInputs, createTriageContributions, requireInputs } from "./triage-contributions.ts";

const POLICY = "/api/policies/:policyId";
const CONTRIBUTIONS = `${POLICY}/contributions`;
const ONE = `${CONTRIBUTIONS}/:contributionId`;

export function registerContributionRoutes(routes: Routes, deps: Deps, parts: InboxParts): void {
  const { repos, now, newId } = deps;
  const { texts, loadInbox, present, presentDispositions } = parts;
  const list = createListContributions(deps, loadInbox, present);
  const presentDetail = createPresentDetail(deps, texts, present, presentDispositions);
  const dispose = createDispose(deps, texts);
  const triage = createTriageContributions(deps);
  const assign = createAssignContributions(deps);
  const raiseFigure = createRaiseFigure(deps, texts);
  const readHeat = createReadHeat(loadInbox);
  const listWaitingInputs = createListWaitingInputs(deps);
  const readDossier = createReadDossier(deps, texts, loadInbox, present, presentDispositions);

  async function items(policy: PolicyId, ids: readonly ContributionId[]): Promise<ContributionItem[]> {
    const inbox = await loadInbox(policy);
    const byId = new Map(inbox.inputs.map((input) => [input.listed.id, input]));
    return present.items(
      policy,
      inbox,
      ids.flatMap((id) => byId.get(id) ?? []),
    );
  }

  async function changed(c: AppContext, ids: readonly ContributionId[]): Promise<Response> {
    return c.json({ items: await items(requirePolicy(c).policy.id, ids) } satisfies ChangedContributions);
  }

  function mayOf(c: AppContext) {
    const { relation, policy } = requirePolicy(c);
    const { role } = requireActor(c).account;
    const standing = { relation, stage: policy.stage };
    return {
      triage: decideOnPolicy("contribution.triage", role, standing).allowed,
      answer: decideOnPolicy("contribution.answer", role, standing).allowed,
    };
  }

  routes.add(
    {
      method: "GET",
      path: "/api/contributions/waiting",
      action: "task.list",
      summary: "Drafts with input that waits for an answer of the asker",
    },
    async ({ c }) =>
      c.json({ items: await listWaitingInputs(requireActor(c).account) } satisfies WaitingInputs),
  );
  routes.add(
    {
      method: "GET",
      path: CONTRIBUTIONS,
      action: "contribution.read",
      summary: "The inbox: inputs by filter, with the figures of every filter on the first page",
      query: contributionQuerySchema,
    },
    async ({ c, query }) => {
      const page = await list(requirePolicy(c).policy.id, requireActor(c).account.id, query);
      return c.json({ ...page, may: mayOf(c) } satisfies ContributionPage);
    },
  );
  routes.add(
    {
      method: "GET",
      path: `${CONTRIBUTIONS}/heat`,
      action: "contribution.read",
      summary: "How much was said on each clause and how contested it is",
    },
    async ({ c }) => c.json(await readHeat(requirePolicy(c).policy.id)),
  );
  routes.add(
    {
      method: "GET",
      path: `${CONTRIBUTIONS}/assignees`,
      action: "contribution.read",
      summary: "Who may be given inputs to answer",
    },
    async ({ c }) => {
      const people = await repos.contributions.answerers(requirePolicy(c).policy.id, deps.isDemo());
      return c.json({ items: people } satisfies AssigneeList);
    },
  );
  routes.add(
    {
      method: "GET",
      path: ONE,
      action: "contribution.read",
      summary: "One input beside the clause as it was read and as it is",
    },
    async ({ c }) => {
      const { id } = requirePolicy(c).policy;
      const contribution = found(
        await repos.contributions.get(id, idParam<ContributionId>(c, "contributionId")),
      );
      const inbox = await loadInbox(id);
      const input = found(inbox.inputs.find(({ listed }) => listed.id === contribution.id));
      return c.json(await presentDetail(id, inbox, input, contribution, mayOf(c)));
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${CONTRIBUTIONS}/assign`,
      action: "contribution.triage",
      summary: "Give inputs to somebody to answer, or to nobody",
      body: assignSchema,
    },
    async ({ c, body }) => {
      const { contributionIds, assigneeId } = body;
      await assign(requireActor(c).account.id, requirePolicy(c).policy, contributionIds, assigneeId);
      return changed(c, contributionIds);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${ONE}/notes`,
      action: "contribution.triage",
      summary: "A note of the team",
      body: noteSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { id } = requirePolicy(c).policy;
      const contribution = found(
        await repos.contributions.get(id, idParam<ContributionId>(c, "contributionId")),
      );
      const { account } = requireActor(c);
      const note = { id: newId(), author: account.id, text: body.text, at: now() };
      await repos.contributions.addNote(contribution.id, note);
      const view: NoteView = { ...note, author: { id: account.id, name: account.name } };
      return c.json(view, 201);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${CONTRIBUTIONS}/triage`,
      action: "contribution.triage",
      summary: "Decide what the public sees of inputs",
      body: triageSchema,
    },
    async ({ c, body }) => {
      await triage(requireActor(c).account.id, requirePolicy(c).policy.id, body);
      return changed(c, body.contributionIds);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${CONTRIBUTIONS}/publish`,
      action: "contribution.answer",
      summary: "Bring answers to the public register",
      body: publishSchema,
    },
    async ({ c, body: { contributionIds } }) => {
      const { id } = requirePolicy(c).policy;
      const by = { actor: requireActor(c).account.id, at: now() };
      const read = () => requireInputs(deps, id, contributionIds);
      await actOnInputs(() => repos.dispositions.publish(id, newId(), read, by));
      return changed(c, contributionIds);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${CONTRIBUTIONS}/reopen`,
      action: "contribution.answer",
      summary: "Open answered inputs again; the answer stays on record",
      body: reopenSchema,
    },
    async ({ c, body: { contributionIds } }) => {
      const { id } = requirePolicy(c).policy;
      const by = { actor: requireActor(c).account.id, at: now() };
      const read = () => requireInputs(deps, id, contributionIds);
      await actOnInputs(() => repos.dispositions.reopen(id, newId(), read, by));
      return changed(c, contributionIds);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${CONTRIBUTIONS}/from-figure`,
      action: "contribution.triage",
      summary: "Raise an input from a figure of a survey",
      body: raiseFigureSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { policy } = requirePolicy(c);
      const id = await raiseFigure(requireActor(c).account.id, policy, body);
      const [item] = await items(policy.id, [id]);
      return c.json(found(item), 201, { location: `/api/policies/${policy.id}/contributions/${id}` });
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${POLICY}/dispositions`,
      action: "contribution.answer",
      summary: "Answer one input or many, in one act",
      body: disposeSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { policy } = requirePolicy(c);
      const answer = await dispose(requireActor(c).account.id, policy, body);
      const [view] = await presentDispositions.present(policy.id, [answer]);
      return c.json(found(view), 201);
    },
  );
  routes.add(
    {
      method: "GET",
      path: `${POLICY}/disposition-templates`,
      action: "contribution.read",
      summary: "Words to begin a reason with",
    },
    ({ c }) => c.json({ items: REASON_TEMPLATES[c.get("locale")] } satisfies ReasonTemplates),
  );
  routes.add(
    {
      method: "GET",
      path: `${POLICY}/clauses/:cid/dossier`,
      action: "contribution.read",
      summary: "Everything about one clause",
    },
    async ({ c }) => {
      const cid = c.req.param("cid");
      const dossier = isCid(cid) ? await readDossier(requirePolicy(c).policy.id, cid) : null;
      return c.json(found(dossier, "unknown-clause"));
    },
  );
}
