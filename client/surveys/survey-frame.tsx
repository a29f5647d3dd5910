/** Head of the pages of one survey: what it is, where it stands, its parts. */
import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { consultationTexts } from "../consultations/consultations.intl.ts";
import { SurveyPhaseMark } from "./survey-phase-mark.tsx";
import { useSurvey } from "./survey-context.tsx";
import { SurveyStanding } from "./survey-standing.tsx";
import "../consultations/consultations.css";
import "./surveys.css";
import { surveyTexts } from "./surveys.intl.ts";

export const surveyHref = (policyId: string, surveyId: string, rest = ""): string =>
  policyHref(policyId, `/survei/${surveyId}${rest}`);

export function SurveyFrame(props: { page: () => string; children: JSX.Element }): JSX.Element {
  const t = textsOf(surveyTexts);
  const words = textsOf(consultationTexts);
  const { policy } = usePolicy();
  const { survey } = useSurvey();
  usePolicyPlace(props.page, () => [
    { text: words().title, href: policyHref(policy().id, `/konsultasi/${survey().consultationId}`) },
  ]);
  const time = (at: number) => formatDateTime(at, locale(), survey().timeZone);
  const number = (value: number) => formatNumber(value, locale());
  const says = () => {
    const { phase, opensAt, closesAt, closedAt } = survey();
    if (phase === "draft") return t().draftSays;
    if (phase === "scheduled") return t().scheduledSays(time(opensAt));
    return phase === "open" ? t().openSays(time(closesAt)) : t().closedSays(time(closedAt ?? closesAt));
  };
  const link = (rest: string, text: string) => (
    <A href={surveyHref(policy().id, survey().id, rest)} end>
      {text}
    </A>
  );
  return (
    <PolicyFrame>
      <header class="stack-small">
        <h1>{survey().title}</h1>
        <div class="row">
          <SurveyPhaseMark phase={survey().phase} />
          <span class="small">{says()}</span>
        </div>
        <p class="small quiet">
          {t().about(survey().version.number, survey().version.label)}
          <Show when={survey().state !== "draft"}>
            {" · "}
            <Show when={survey().target} fallback={t().responses(number(survey().responses))}>
              {(target) => t().ofTarget(number(survey().responses), number(target()))}
            </Show>
          </Show>
        </p>
        <SurveyStanding />
      </header>
      <nav class="sections" aria-label={t().tabs}>
        {link("", t().tabQuestions)}
        {link("/pengaturan", t().tabSettings)}
        <Show when={survey().rule === "code" && survey().may.manage}>{link("/kode", t().tabCodes)}</Show>
        <Show when={survey().rule === "anonymous" && survey().may.manage}>
          {link("/undangan", t().tabInvitations)}
        </Show>
        {link("/hasil", t().tabResults)}
      </nav>
      {props.children}
    </PolicyFrame>
  );
}
