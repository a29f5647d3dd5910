/** Before a consultation becomes public: what, where, until when. */
import { Show, type JSX } from "solid-js";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import { Confirm } from "../ui/confirm.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { moveConsultation } from "./consultation-api.ts";
import { consultationTexts } from "./consultations.intl.ts";
import { identityRuleTexts } from "./identity-rules.intl.ts";

export function AnnounceDialog(props: {
  consultation: ConsultationView;
  open: boolean;
  onClose: () => void;
  onDone: (view: ConsultationView) => void;
}): JSX.Element {
  const t = textsOf(consultationTexts);
  const rules = textsOf(identityRuleTexts);
  const time = (at: number) => formatDateTime(at, locale(), props.consultation.timeZone);
  const { version } = props.consultation;
  return (
    <Confirm
      open={props.open}
      onClose={props.onClose}
      title={t().announceTitle}
      description={t().announceText}
      action={t().announce.replace("…", "")}
      onConfirm={async () => props.onDone(await moveConsultation(props.consultation, "announce"))}
    >
      <ul class="announce-list">
        <li>
          {t().announceWhat(version.number, version.label)} {t().announceWhere}{" "}
          <code class="break">{props.consultation.portalUrl}</code>
        </li>
        <li>
          {props.consultation.opensAt > Date.now()
            ? t().announceWhen(time(props.consultation.opensAt), time(props.consultation.closesAt))
            : t().announceNow(time(props.consultation.closesAt))}
        </li>
        <li>
          <Show when={props.consultation.comments} fallback={t().announceNoComments}>
            {(rule) => (
              <>
                {t().announceComments} {rules().name[rule()]}. {rules().keeps[rule()]}
              </>
            )}
          </Show>
        </li>
        <Show when={props.consultation.submissions}>
          <li>{t().announceSubmissions}</li>
        </Show>
      </ul>
      <p class="small quiet">{t().announceLocks}</p>
    </Confirm>
  );
}
