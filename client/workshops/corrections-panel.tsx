/** Corrections by participants: each accepted, or refused with a reason. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { CorrectionView, DecideCorrection } from "../../domain/workshops/workshops.contract.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { workshopTexts } from "./workshops.intl.ts";

function Correction(props: {
  correction: CorrectionView;
  mayDecide: boolean;
  onDecide: (id: string, decision: DecideCorrection) => Promise<void>;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const [reason, setReason] = createSignal("");
  const [error, setError] = createSignal<unknown>();
  async function decide(outcome: "accepted" | "refused"): Promise<void> {
    setError(undefined);
    const why = reason().trim();
    try {
      const decision =
        outcome === "refused" ? { outcome, reason: why } : { outcome, ...(why !== "" && { reason: why }) };
      await props.onDecide(props.correction.id, decision as DecideCorrection);
    } catch (problem) {
      setError(() => problem);
    }
  }
  return (
    <li class="stack-small">
      <p class="lines" dir="auto">
        {props.correction.text}
      </p>
      <p class="small quiet">
        {[props.correction.group, formatDateTime(props.correction.at, locale(), policy().authority.timeZone)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Show when={props.correction.outcome}>
        {(outcome) => (
          <p class="row">
            <Show
              when={outcome() === "accepted"}
              fallback={
                <StatusMark shape="crossed" tone="bad">
                  {t().refused}
                </StatusMark>
              }
            >
              <StatusMark shape="filled" tone="good">
                {t().accepted}
              </StatusMark>
            </Show>
            <span class="small">
              {[
                props.correction.decidedBy && t().decidedBy(props.correction.decidedBy),
                props.correction.reason,
              ]
                .filter(Boolean)
                .join(": ")}
            </span>
          </p>
        )}
      </Show>
      <Show when={props.correction.outcome === null && props.mayDecide}>
        <form class="stack-small no-print" onSubmit={(event) => event.preventDefault()}>
          <TextField
            label={t().reason}
            value={reason()}
            rows={2}
            maxLength={WORKSHOP_LIMITS.reason}
            onInput={setReason}
          />
          <div class="row">
            <Button size="small" onClick={() => void decide("accepted")}>
              {t().accept}
            </Button>
            <Button size="small" onClick={() => void decide("refused")}>
              {t().refuse}
            </Button>
          </div>
          <Show when={error()}>{(problem) => <ErrorNotice error={problem()} />}</Show>
        </form>
      </Show>
    </li>
  );
}

export function CorrectionsPanel(props: {
  corrections: readonly CorrectionView[];
  mayDecide: boolean;
  onDecide: (id: string, decision: DecideCorrection) => Promise<void>;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  return (
    <section class="stack">
      <h2>{t().correctionsTitle}</h2>
      <Show when={props.corrections.length > 0} fallback={<p class="quiet">{t().noCorrections}</p>}>
        <ol class="corrections">
          <For each={props.corrections}>
            {(correction) => (
              <Correction correction={correction} mayDecide={props.mayDecide} onDecide={props.onDecide} />
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}
