/** Opening, closing and removing a survey; each says what follows from it. */
import { useNavigate } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { identityRuleTexts } from "../consultations/identity-rules.intl.ts";
import { closeSurvey, openSurvey, removeSurvey } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { surveyTexts } from "./surveys.intl.ts";

export function SurveyStanding(): JSX.Element {
  const t = textsOf(surveyTexts);
  const rules = textsOf(identityRuleTexts);
  const navigate = useNavigate();
  const { policy } = usePolicy();
  const { survey, accept } = useSurvey();
  const [asked, setAsked] = createSignal<"open" | "close" | "remove">();
  const time = (at: number) => formatDateTime(at, locale(), survey().timeZone);
  const verb = (text: string) => text.replace("…", "");
  const forgets = () => survey().rule === "anonymous" || survey().rule === "code";

  return (
    <div class="row">
      <Show when={survey().may.manage && survey().state === "draft"}>
        <Button look="primary" onClick={() => setAsked("open")}>
          {t().open}
        </Button>
      </Show>
      <a
        class="button"
        rel="external"
        href={survey().state === "draft" ? survey().previewPath : survey().portalPath}
      >
        {survey().state === "draft" ? t().preview : t().portalPage}
      </a>
      <Show when={survey().may.manage && survey().state === "opened"}>
        <Button look="danger" onClick={() => setAsked("close")}>
          {t().close}
        </Button>
      </Show>
      <Show when={survey().may.manage && survey().state === "draft"}>
        <Button look="plain" onClick={() => setAsked("remove")}>
          {t().remove}
        </Button>
      </Show>
      <Confirm
        open={asked() === "open"}
        onClose={() => setAsked(undefined)}
        title={t().openTitle(survey().title)}
        description={t().openText}
        action={verb(t().open)}
        onConfirm={async () => {
          accept(await openSurvey(survey()));
          showToast(t().opened);
        }}
      >
        <ul class="missing">
          <li>{t().openWindow(time(survey().opensAt), time(survey().closesAt))}</li>
          <li>
            {rules().name[survey().rule]}. {rules().keeps[survey().rule]}
          </li>
          <li>{t().openWaits}</li>
        </ul>
        <p class="small quiet">{t().openLocks}</p>
      </Confirm>
      <Confirm
        open={asked() === "close"}
        onClose={() => setAsked(undefined)}
        title={t().closeTitle(survey().title)}
        description={t().closeText(t().responses(formatNumber(survey().responses, locale())))}
        action={verb(t().close)}
        danger
        onConfirm={async () => {
          accept(await closeSurvey(survey()));
          showToast(t().closed);
        }}
      >
        <Show when={forgets()}>
          <p>{t().closeForgets}</p>
        </Show>
      </Confirm>
      <Confirm
        open={asked() === "remove"}
        onClose={() => setAsked(undefined)}
        title={t().removeTitle(survey().title)}
        description={t().removeText}
        action={verb(t().remove)}
        danger
        onConfirm={async () => {
          const { consultationId } = survey();
          await removeSurvey(survey());
          showToast(t().removed);
          navigate(policyHref(policy().id, `/konsultasi/${consultationId}`));
        }}
      />
    </div>
  );
}
