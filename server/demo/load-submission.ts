/** What a professional body sent in the demo. */
import type { DemoSubmission } from "../../db/demo/demo-instruments.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { SubmissionId } from "../../domain/ids.ts";
import { bodyOf, callPhase } from "../../domain/submissions/submission.ts";
import { found } from "../http/refusals.ts";
import type { OpenedDraft } from "../submissions/draft-access.ts";
import { createEditItems } from "../submissions/edit-items.ts";
import { createSendSubmission } from "../submissions/send-submission.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPlaces } from "./places.ts";

export async function loadSubmission(
  { deps, policy, clock, account, group }: DemoSetting,
  { id: consultationId, versionId }: Consultation,
  demo: DemoSubmission,
): Promise<void> {
  const { repos } = deps;
  const then = asOf(deps, clock.at(demo.sentDay, "15:00"));
  const head = found(await repos.accounts.get(account(demo.head)));
  const body = found(bodyOf(head));
  const call = found(await repos.submissions.call(body, consultationId));
  const { clauses } = await repos.versions.text(versionId);
  const placeOf = createPlaces(clauses);
  const id = deps.newId() as SubmissionId;
  await repos.submissions.create(
    { id, consultationId, policyId: policy.id, versionId, unitId: body },
    then.now(),
  );
  const draft = async (): Promise<OpenedDraft> => ({
    account: head,
    body,
    call,
    phase: callPhase(call.consultation, then.now()),
    submission: found(await repos.submissions.get(body, id)),
  });
  const items = createEditItems(then);
  for (const { place, ...words } of demo.items)
    await items.add(await draft(), { ...words, cid: place === null ? null : placeOf(place), itemCid: null });
  const ready = await draft();
  await createSendSubmission(then).send(ready, ready.submission.revision, group(demo.group));
}
