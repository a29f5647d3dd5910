/** Extending, closing early, cancelling: each says what follows from it. */
import { createSignal, Show, type JSX } from "solid-js";
import { CONSULTATION_LIMITS as LIMITS } from "../../domain/consultations/changes.ts";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Field, TextField } from "../ui/field.tsx";
import { formatDateTime, formatNumber, zoneName } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { moveConsultation, patchConsultation } from "./consultation-api.ts";
import { consultationFormTexts } from "./consultation-form.intl.ts";
import { consultationTexts } from "./consultations.intl.ts";

interface DialogProps {
  consultation: ConsultationView;
  open: boolean;
  onClose: () => void;
  onDone: (view: ConsultationView) => void;
}

export function ExtendDialog(props: DialogProps): JSX.Element {
  const t = textsOf(consultationTexts);
  const form = textsOf(consultationFormTexts);
  const [closes, setCloses] = createSignal(props.consultation.closes);
  const [error, setError] = createSignal<string>();
  async function extend(): Promise<void> {
    setError(undefined);
    try {
      props.onDone(await patchConsultation(props.consultation, { closes: closes() }));
    } catch (reason) {
      if (isApiError(reason)) setError(reason.problem.errors?.find(({ path }) => path === "closes")?.message);
      throw reason;
    }
  }
  return (
    <Confirm
      open={props.open}
      onClose={props.onClose}
      title={t().extendTitle(props.consultation.title)}
      description={t().extendText(
        formatDateTime(props.consultation.closesAt, locale(), props.consultation.timeZone),
      )}
      action={t().extend.replace("…", "")}
      onConfirm={extend}
    >
      <Field
        label={form().closes}
        hint={form().windowHint(zoneName(props.consultation.timeZone))}
        error={error()}
      >
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            type="datetime-local"
            min={props.consultation.closes}
            value={closes()}
            onInput={(event) => setCloses(event.currentTarget.value)}
          />
        )}
      </Field>
    </Confirm>
  );
}

/** Closing now and cancelling take a reason that everyone reads; a draft goes without one. */
export function EndDialog(props: DialogProps & { act: "close" | "cancel" }): JSX.Element {
  const t = textsOf(consultationTexts);
  const [reason, setReason] = createSignal("");
  const isDraft = () => props.consultation.phase === "draft";
  const { title, received } = props.consultation;
  const words = () =>
    props.act === "close"
      ? {
          title: t().closeTitle(title),
          text: t().closeText(t().received(formatNumber(received, locale()))),
          action: t().close,
        }
      : {
          title: t().cancelTitle(title),
          text: isDraft() ? t().cancelDraftText : t().cancelText,
          action: isDraft() ? t().cancelDraft : t().cancel,
        };
  return (
    <Confirm
      open={props.open}
      onClose={props.onClose}
      title={words().title}
      description={words().text}
      action={words().action.replace("…", "")}
      danger
      onConfirm={async () =>
        props.onDone(
          await moveConsultation(props.consultation, props.act, isDraft() ? {} : { reason: reason() }),
        )
      }
    >
      <Show when={!isDraft()}>
        <TextField
          label={t().reason}
          hint={t().reasonHint}
          rows={3}
          maxLength={LIMITS.endReason}
          value={reason()}
          onInput={setReason}
        />
      </Show>
    </Confirm>
  );
}
