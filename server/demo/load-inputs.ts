/** Comments of the demo, received on their days without an account. */
import type { DemoConsultation } from "../../db/demo/demo-instruments.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { createSendComment } from "../comments/send-comment.ts";
import { createReceiptSecrets } from "../comments/receipt-secret.ts";
import { found } from "../http/refusals.ts";
import { answerInputs, type Given } from "./answer-inputs.ts";
import { asOf } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPlaces } from "./places.ts";

export async function loadInputs(
  setting: DemoSetting,
  { inputs, comments }: DemoConsultation,
  { id, versionId }: Consultation,
): Promise<void> {
  if (comments === null || inputs.length === 0) return;
  const { deps, clock, group } = setting;
  const shown = found(await deps.repos.portal.consultation(id));
  const { clauses } = await deps.repos.versions.text(versionId);
  const placeOf = createPlaces(clauses);
  const secretFor = createReceiptSecrets(deps.randomId());
  const given: Given[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = clock.at(
      input.day,
      `${String(8 + (index % 12)).padStart(2, "0")}:${String((index * 7) % 60).padStart(2, "0")}`,
    );
    let received: Given["id"] | undefined;
    const remembering = {
      ...asOf(deps, at),
      randomId: () => {
        const made = deps.randomId();
        received = made as Given["id"];
        return made;
      },
    };
    await createSendComment(remembering)({
      shown,
      rule: comments,
      cid: input.place === null ? null : placeOf(input.place),
      versionId,
      comment: {
        groupId: group(input.group),
        stance: input.stance ?? "question",
        text: input.text,
        proposedText: input.proposedText ?? null,
        itemCid: null,
      },
      account: null,
      receipt: await secretFor("demo", input.id),
      locale: "id",
      at,
    });
    if (received) given.push({ input, id: received });
  }
  await answerInputs(setting, given);
}
