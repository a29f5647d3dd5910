/** Rounds of approval, how a text stands, and what waits for somebody. */
import { decideOnPolicy, type PolicyAction } from "../../domain/access/access.ts";
import type { ReviewId, ReviewStepId } from "../../domain/ids.ts";
import { mayDecideVersion } from "../../domain/reviews/deciding.ts";
import {
  candidateQuerySchema,
  decideStepSchema,
  delegateStepSchema,
  submitReviewSchema,
  withdrawReviewSchema,
  type ReviewCandidates,
  type ReviewList,
  type WaitingReviews,
} from "../../domain/reviews/reviews.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createActOnReview } from "./act-on-review.ts";
import { createDeciders } from "./deciders.ts";
import { createListWaiting } from "./list-waiting.ts";
import { createLiveHash } from "./live-hash.ts";
import { createPresentReviews } from "./present-review.ts";
import { createReadApproval } from "./read-approval.ts";
import { createReadBrief } from "./read-brief.ts";
import { createSubmitReview } from "./submit-review.ts";
import { createTell } from "./tell.ts";

const POLICY = "/api/policies/:policyId";
const REVIEWS = `${POLICY}/reviews`;
const REVIEW = `${REVIEWS}/:reviewId`;
const STEP = `${REVIEW}/steps/:stepId`;

export function registerReviewRoutes(routes: Routes, deps: Deps): void {
  const { repos } = deps;
  const deciders = createDeciders(deps);
  const liveHashes = createLiveHash(deps);
  const parts = { ...deps, deciders, liveHashes, tell: createTell(deps) };
  const present = createPresentReviews(parts);
  const readApproval = createReadApproval(parts);
  const readBrief = createReadBrief(parts);
  const { submitReview, authorsOf } = createSubmitReview(parts);
  const act = createActOnReview(parts);
  const listWaiting = createListWaiting(parts);

  const may = (c: AppContext, action: PolicyAction): boolean => {
    const { policy, relation } = requirePolicy(c);
    return decideOnPolicy(action, requireActor(c).account.role, { relation, stage: policy.stage }).allowed;
  };
  const load = async (c: AppContext, id = idParam<ReviewId>(c, "reviewId")) =>
    found(await repos.reviews.get(requirePolicy(c).policy.id, id), "unknown-review");

  async function answer(c: AppContext, id: ReviewId, status: 200 | 201 = 200): Promise<Response> {
    const { account } = requireActor(c);
    // Read anew: an act may have changed stage and membership.
    const access = found(await repos.policies.access(requirePolicy(c).policy.id, account.id));
    const [view] = await present([await load(c, id)], access, account);
    const location = `/api/policies/${access.policy.id}/reviews/${id}`;
    return status === 201 ? c.json(view, 201, { location }) : c.json(view);
  }

  routes.add(
    { method: "GET", path: REVIEWS, action: "review.read", summary: "List rounds of approval, newest first" },
    async ({ c }) => {
      const access = requirePolicy(c);
      const rounds = await repos.reviews.list(access.policy.id);
      const items = await present(rounds, access, requireActor(c).account);
      return c.json({ items, may: { submit: may(c, "review.submit") } } satisfies ReviewList);
    },
  );
  routes.add(
    {
      method: "POST",
      path: REVIEWS,
      action: "review.submit",
      summary: "Submit a version for approval",
      body: submitReviewSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) =>
      answer(c, await submitReview(requireActor(c).account, requirePolicy(c).policy, body), 201),
  );
  routes.add({ method: "GET", path: REVIEW, action: "review.read", summary: "Read a round" }, async ({ c }) =>
    answer(c, (await load(c)).id),
  );
  routes.add(
    {
      method: "GET",
      path: `${REVIEW}/brief`,
      action: "review.read",
      summary: "What changed and what people said, for who decides",
    },
    async ({ c }) =>
      c.json(await readBrief(requirePolicy(c).policy, await load(c), may(c, "contribution.read"))),
  );
  routes.add(
    {
      method: "POST",
      path: `${STEP}/decision`,
      action: "review.decide",
      summary: "Approve or return the version of exactly this hash",
      body: decideStepSchema,
    },
    async ({ c, body }) => {
      const id = idParam<ReviewId>(c, "reviewId");
      const step = idParam<ReviewStepId>(c, "stepId");
      await act.decide(requireActor(c).account, requirePolicy(c).policy, id, step, body);
      return answer(c, id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${STEP}/delegate`,
      action: "review.decide",
      summary: "Pass a step on to another account, once",
      body: delegateStepSchema,
    },
    async ({ c, body }) => {
      const id = idParam<ReviewId>(c, "reviewId");
      const step = idParam<ReviewStepId>(c, "stepId");
      await act.delegate(requireActor(c).account, requirePolicy(c).policy, id, step, body);
      return answer(c, id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: `${REVIEW}/withdraw`,
      action: "review.submit",
      summary: "Withdraw an open round, with a reason",
      body: withdrawReviewSchema,
    },
    async ({ c, body }) => {
      const id = idParam<ReviewId>(c, "reviewId");
      await act.withdraw(requireActor(c).account, requirePolicy(c).policy, id, body);
      return answer(c, id);
    },
  );

  routes.add(
    {
      method: "GET",
      path: `${POLICY}/review-candidates`,
      action: "review.read",
      summary: "Who may be asked to approve a version, and why others may not",
      query: candidateQuerySchema,
    },
    async ({ c, query }) => {
      const { policy } = requirePolicy(c);
      const version = found(await repos.versions.get(policy.id, query.version), "unknown-version");
      const open = await repos.reviews.open(policy.id);
      // Of a version under review those count who may get a step; of another one those who may be asked.
      const written =
        open?.versionId === version.id
          ? open
          : { authors: await authorsOf(policy, version), submittedBy: requireActor(c).account.id };
      const people = await deciders.all(policy);
      const units = await repos.directory.listUnits();
      const verdicts = people.map((person) => ({ person, verdict: mayDecideVersion(person, written) }));
      return c.json({
        people: verdicts.map(({ person: { id, name, role, unitId, unitName }, verdict }) => ({
          accountId: id,
          name,
          role,
          ...(unitId !== null && { unit: { id: unitId, name: unitName ?? "" } }),
          ...(!verdict.allowed && { refused: verdict.reason }),
        })),
        offices: units
          .filter(({ authorityId }) => authorityId === policy.authorityId)
          .map(({ id: unitId, name }) => ({
            unitId,
            name,
            deciders: verdicts.filter(({ person, verdict }) => verdict.allowed && person.unitId === unitId)
              .length,
          })),
      } satisfies ReviewCandidates);
    },
  );
  routes.add(
    {
      method: "GET",
      path: `${POLICY}/approval`,
      action: "review.read",
      summary: "How the live text stands, by comparing hashes",
    },
    async ({ c }) => c.json(await readApproval(requirePolicy(c).policy)),
  );
  routes.add(
    {
      method: "GET",
      path: "/api/reviews/waiting",
      action: "task.list",
      summary: "Steps of reviews that wait for the asker",
    },
    async ({ c }) => c.json({ items: await listWaiting(requireActor(c).account) } satisfies WaitingReviews),
  );
}
