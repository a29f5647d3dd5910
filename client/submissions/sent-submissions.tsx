/** What bodies sent to a consultation, for its team: a section of the consultation's page. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { ConsultationId, PolicyId } from "../../domain/ids.ts";
import type { SentSubmissionView } from "../../domain/submissions/submissions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { get } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function SentSubmissions(props: {
  policyId: PolicyId;
  consultationId: ConsultationId;
  timeZone: string;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const remote = createRemote(
    () => props.policyId,
    (id, signal) =>
      get<{ readonly items: readonly SentSubmissionView[] }>(policyPath(id, "/submissions"), signal),
  );
  return (
    <section class="stack-small">
      <h3>{t().sentOfBodies}</h3>
      <Loaded remote={remote} lines={2}>
        {(data) => {
          const items = () =>
            data().items.filter(
              ({ consultationId, stands }) => consultationId === props.consultationId && stands,
            );
          return (
            <Show when={items().length > 0} fallback={<p class="quiet">{t().noneOfBodies}</p>}>
              <ul class="instrument-list">
                <For each={items()}>
                  {(item) => (
                    <li>
                      <A href={policyHref(props.policyId, `/masukan?sumber=${item.submissionId}`)}>
                        {item.body.name}
                      </A>
                      <span class="small quiet">
                        {t().bodySent(
                          item.number,
                          item.items,
                          formatDateTime(item.sentAt, locale(), props.timeZone),
                        )}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          );
        }}
      </Loaded>
    </section>
  );
}
