/** A round of approval of the demo, as far as it went. */
import type { DemoReview } from "../../db/demo/demo-instruments.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { found } from "../http/refusals.ts";
import { createActOnReview } from "../reviews/act-on-review.ts";
import { createDeciders } from "../reviews/deciders.ts";
import { createSubmitReview } from "../reviews/submit-review.ts";
import { createTell } from "../reviews/tell.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";

export async function loadReview(
  { deps, policy, versions, clock, account }: DemoSetting,
  demo: DemoReview,
): Promise<void> {
  const { repos } = deps;
  const person = async (name: Parameters<typeof account>[0]): Promise<Account> =>
    found(await repos.accounts.get(account(name)));
  const partsAt = (day: number) => {
    const then = asOf(deps, clock.at(day, "09:30"));
    return { ...then, deciders: createDeciders(then), tell: createTell(then) };
  };
  const { number, hash } = found(versions.find((version) => version.number === demo.version) ?? null);
  const { submitReview } = createSubmitReview(partsAt(demo.submittedDay));
  const id = await submitReview(await person(demo.submitter), policy, {
    versionNumber: number,
    hash,
    message: demo.message,
    steps: demo.steps.map((step, index) => ({
      position: index + 1,
      addressee: { kind: "account", accountId: account(step.account) },
      deadline: { days: step.days, unit: "working" },
    })),
  });
  const { steps } = found(await repos.reviews.get(policy.id, id));
  for (const [index, { account: name, decision }] of demo.steps.entries()) {
    if (!decision) continue;
    const { kind, day, note } = decision;
    const act = createActOnReview(partsAt(day));
    const stepId = found(steps[index] ?? null).id;
    await act.decide(await person(name), policy, id, stepId, { hash, decision: kind, reason: note });
  }
  // A return sends the draft back to the drafting stage; by now it is where the story has it again.
  const after = found(await repos.policies.get(policy.id));
  if (after.stage !== policy.stage) {
    const at = clock.at(-9, "08:00");
    await repos.policies.change(after, { stage: policy.stage }, { actor: account(demo.submitter), at });
  }
}
