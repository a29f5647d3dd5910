/** What tests of reviews do again and again, over HTTP. */
import { eq } from "drizzle-orm";
import { ulid } from "ulid";
import { accounts } from "../../db/schema/accounts.ts";
import type { PolicyId, UnitId } from "../../domain/ids.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import type { PolicyRole, Stage } from "../../domain/policies/policy.ts";
import type { ApprovalView, ReviewView, SubmitReview } from "../../domain/reviews/reviews.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import type { Person, TestApp } from "../support/test-app.ts";

export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export type StepInput = SubmitReview["steps"][number];

export const ask = (person: Person, position = 1, deadline?: StepInput["deadline"]): StepInput => ({
  position,
  addressee: { kind: "account", accountId: person.id },
  ...(deadline && { deadline }),
});
export const askOffice = (unitId: UnitId, position = 1): StepInput => ({
  position,
  addressee: { kind: "office", unitId },
});

export function reviewDriver(t: TestApp, owner: Person) {
  let key = 0;
  const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;
  const path = (id: PolicyId, rest = "") => `/api/policies/${id}${rest}`;

  const driver = {
    async policy(
      options: {
        readonly stage?: Stage;
        readonly members?: readonly (readonly [Person, PolicyRole])[];
      } = {},
    ): Promise<PolicyId> {
      const members = (options.members ?? []).map(([person, role]) => [person.id, role] as const);
      return t.addPolicy(owner.id, { stage: options.stage ?? "drafting", members });
    },
    async unit(name: string, ...people: readonly Person[]): Promise<UnitId> {
      const id = ulid() as UnitId;
      const by = { actor: null, at: t.deps.now() };
      const unit = { id, authorityId: t.authorityId, name, abbreviation: null };
      await t.deps.repos.directory.addUnit(unit, by);
      for (const person of people)
        await t.data.db.update(accounts).set({ unitId: id }).where(eq(accounts.id, person.id));
      return id;
    },
    async live(id: PolicyId): Promise<LiveClauses> {
      return json(await t.send("GET", path(id, "/clauses"), { as: owner }));
    },
    /** One more character in the first text, typed by `by`. */
    async type(id: PolicyId, by: Person, text?: string): Promise<void> {
      const { clauses } = await driver.live(id);
      const at = clauses.findIndex(({ kind }) => kind === "isi");
      const words = clauses[at]?.runs.map((run) => run.text).join("") ?? "";
      const edited = clauses.map((clause, index) =>
        index === at ? { ...clause, runs: [{ text: text ?? `${words}a` }] } : clause,
      );
      await t.deps.rooms.replaceContent(id, edited, by.id);
    },
    async freeze(id: PolicyId, label = "Draf"): Promise<VersionView> {
      key += 1;
      const response = await t.send("POST", path(id, "/versions"), {
        as: owner,
        body: { label },
        headers: { "idempotency-key": `freeze-${key}-${id}` },
      });
      if (response.status !== 201) throw new Error(await response.text());
      return json(response);
    },
    submitting(
      id: PolicyId,
      version: Pick<VersionView, "number" | "hash">,
      steps: readonly StepInput[],
      { as = owner, message = undefined as string | undefined, opId = `submit-${++key}-key` } = {},
    ): Promise<Response> {
      return t.send("POST", path(id, "/reviews"), {
        as,
        body: {
          versionNumber: version.number,
          hash: version.hash,
          steps,
          ...(message !== undefined && { message }),
        },
        headers: { "idempotency-key": opId },
      });
    },
    async submit(
      id: PolicyId,
      version: Pick<VersionView, "number" | "hash">,
      steps: readonly StepInput[],
      options: { readonly message?: string } = {},
    ): Promise<ReviewView> {
      const response = await driver.submitting(id, version, steps, options);
      if (response.status !== 201) throw new Error(await response.text());
      return json(response);
    },
    deciding(
      review: ReviewView,
      step: number,
      as: Person,
      decision: "approve" | "return",
      { reason = undefined as string | undefined, hash = review.hash } = {},
    ): Promise<Response> {
      const stepId = review.steps[step]?.id ?? "";
      return t.send("POST", path(review.policyId, `/reviews/${review.id}/steps/${stepId}/decision`), {
        as,
        body: { hash, decision, ...(reason !== undefined && { reason }) },
      });
    },
    async decide(
      review: ReviewView,
      step: number,
      as: Person,
      decision: "approve" | "return",
      reason?: string,
    ): Promise<ReviewView> {
      const response = await driver.deciding(
        review,
        step,
        as,
        decision,
        reason === undefined ? {} : { reason },
      );
      if (!response.ok) throw new Error(await response.text());
      return json(response);
    },
    delegating(review: ReviewView, step: number, as: Person, to: Person, note?: string): Promise<Response> {
      const stepId = review.steps[step]?.id ?? "";
      return t.send("POST", path(review.policyId, `/reviews/${review.id}/steps/${stepId}/delegate`), {
        as,
        body: { to: to.id, ...(note !== undefined && { note }) },
      });
    },
    withdrawing(review: ReviewView, as: Person, reason = "Ada yang kurang."): Promise<Response> {
      return t.send("POST", path(review.policyId, `/reviews/${review.id}/withdraw`), {
        as,
        body: { reason },
      });
    },
    async read(review: ReviewView, as = owner): Promise<ReviewView> {
      return json(await t.send("GET", path(review.policyId, `/reviews/${review.id}`), { as }));
    },
    async approval(id: PolicyId, as = owner): Promise<ApprovalView> {
      return json(await t.send("GET", path(id, "/approval"), { as }));
    },
    async refused(response: Response): Promise<Refused> {
      const body = await json<Omit<Refused, "status">>(response);
      return { ...body, status: response.status };
    },
  };
  return driver;
}
export type ReviewDriver = ReturnType<typeof reviewDriver>;
