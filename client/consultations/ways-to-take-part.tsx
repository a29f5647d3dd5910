/** The instruments of a consultation: comments, submissions, surveys, workshops. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import type { SurveyItem } from "../../domain/surveys/surveys.contract.ts";
import type { WorkshopList } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { get, queryString } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";
import { policyHref } from "../policies/policy-frame.tsx";
import { SentSubmissions } from "../submissions/sent-submissions.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { SurveyPhaseMark } from "../surveys/survey-phase-mark.tsx";
import { consultationTexts } from "./consultations.intl.ts";
import { identityRuleTexts } from "./identity-rules.intl.ts";
import { useMay } from "./use-may.ts";

export function WaysToTakePart(props: { consultation: ConsultationView }): JSX.Element {
  const t = textsOf(consultationTexts);
  const rules = textsOf(identityRuleTexts);
  const policyId = () => props.consultation.policyId;
  const href = (rest: string) => policyHref(policyId(), rest);
  const query = () => queryString({ konsultasi: props.consultation.id });
  const maySurvey = useMay("survey.manage");
  const mayWorkshop = useMay("workshop.manage");
  const goesOn = () => props.consultation.phase !== "closed" && props.consultation.phase !== "cancelled";
  const remote = createRemote(
    () => (props.consultation.may.readInput ? props.consultation.id : undefined),
    async (id, signal) => {
      const [surveys, workshops] = await Promise.all([
        get<{ readonly items: readonly SurveyItem[] }>(
          policyPath(policyId(), `/surveys${queryString({ consultation: id })}`),
          signal,
        ),
        get<WorkshopList>(policyPath(policyId(), "/workshops"), signal),
      ]);
      return {
        surveys: surveys.items,
        workshops: workshops.items.filter(({ consultation }) => consultation.id === id),
      };
    },
  );
  return (
    <section class="stack">
      <h2>{t().takePart}</h2>
      <ul class="ways">
        <li>
          <Show when={props.consultation.comments} fallback={t().commentsClosed}>
            {(rule) => t().commentsOpen(rules().short[rule()])}
          </Show>
        </li>
        <Show when={props.consultation.submissions}>
          <li>{t().submissionsCalled}</li>
        </Show>
      </ul>
      <Show when={props.consultation.may.readInput}>
        <Loaded remote={remote} lines={3}>
          {(data) => (
            <div class="instruments">
              <section class="stack-small">
                <h3>{t().surveys}</h3>
                <Show when={data().surveys.length > 0} fallback={<p class="quiet">{t().noSurveys}</p>}>
                  <ul class="instrument-list">
                    <For each={data().surveys}>
                      {(survey) => (
                        <li>
                          <A href={href(`/survei/${survey.id}`)}>{survey.title}</A>
                          <span class="row small quiet">
                            <SurveyPhaseMark phase={survey.phase} />
                            {t().responses(formatNumber(survey.responses, locale()))}
                          </span>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
                <Show when={maySurvey() && goesOn()}>
                  <div>
                    <ButtonLink href={href(`/survei/baru${query()}`)}>{t().newSurvey}</ButtonLink>
                  </div>
                </Show>
              </section>
              <section class="stack-small">
                <h3>{t().workshops}</h3>
                <Show when={data().workshops.length > 0} fallback={<p class="quiet">{t().noWorkshops}</p>}>
                  <ul class="instrument-list">
                    <For each={data().workshops}>
                      {(workshop) => (
                        <li>
                          <A href={href(`/lokakarya/${workshop.id}`)}>{workshop.title}</A>
                          <span class="small quiet">
                            {formatDateTime(workshop.startsAt, locale(), props.consultation.timeZone)}
                          </span>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
                <Show when={mayWorkshop() && goesOn()}>
                  <div>
                    <ButtonLink href={href(`/lokakarya/baru${query()}`)}>{t().newWorkshop}</ButtonLink>
                  </div>
                </Show>
              </section>
              <Show when={props.consultation.submissions}>
                <SentSubmissions
                  policyId={policyId()}
                  consultationId={props.consultation.id}
                  timeZone={props.consultation.timeZone}
                />
              </Show>
            </div>
          )}
        </Loaded>
      </Show>
    </section>
  );
}
