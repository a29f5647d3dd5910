/** Sorting and answering the inputs of the demo, each on its day. */
import type { DemoAnswer, DemoInput } from "../../db/demo/demo-instruments.ts";
import type { Cid, ContributionId } from "../../domain/ids.ts";
import { createTextStandings } from "../contributions/text-standings.ts";
import { createTriageContributions, requireInputs } from "../contributions/triage-contributions.ts";
import { createDispose } from "../dispositions/dispose.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPlaces } from "./places.ts";

export interface Given {
  readonly input: DemoInput;
  readonly id: ContributionId;
}

export async function answerInputs(setting: DemoSetting, given: readonly Given[]): Promise<void> {
  const { deps, policy, clock, account } = setting;
  const texts = createTextStandings(deps);
  const { clauses } = await deps.rooms.read(policy.id);
  const livePlace = createPlaces(clauses);
  const by = account("perancang1");
  const sorted = given.flatMap(({ input, id }) => (input.triaged ? [id] : []));
  if (sorted.length > 0) {
    const triage = createTriageContributions(asOf(deps, clock.at(-3, "11:00")));
    await triage(by, policy.id, { contributionIds: sorted, visibility: "public" });
  }
  for (const { input, id } of given) {
    if (!input.answer) continue;
    await answerWith(setting, texts, [id], input.answer, livePlace);
  }
}

/** One answer for all of them. */
export async function answerAlike(
  setting: DemoSetting,
  inputs: readonly { readonly id: ContributionId }[],
  answer: DemoAnswer,
): Promise<void> {
  const { deps, policy } = setting;
  const { clauses } = await deps.rooms.read(policy.id);
  const ids = inputs.map(({ id }) => id);
  if (ids.length > 0)
    await answerWith(setting, createTextStandings(deps), ids, answer, createPlaces(clauses));
}

async function answerWith(
  { deps, policy, clock, account }: DemoSetting,
  texts: ReturnType<typeof createTextStandings>,
  contributionIds: ContributionId[],
  { outcome, reason, change, daysAgo }: DemoAnswer,
  livePlace: (place: string) => Cid,
): Promise<void> {
  const by = account("perancang1");
  const then = asOf(deps, clock.at(-daysAgo, "14:00"));
  await createDispose(then, texts)(by, policy, {
    contributionIds,
    outcome,
    reason,
    triage: { visibility: "public" },
    ...(change !== undefined && { change: { cid: livePlace(change) } }),
  });
  const read = () => requireInputs(then, policy.id, contributionIds);
  await deps.repos.dispositions.publish(policy.id, deps.newId(), read, { actor: by, at: then.now() });
}
