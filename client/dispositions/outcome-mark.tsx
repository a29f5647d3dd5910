/** An outcome as word, shape and colour. */
import type { JSX } from "solid-js";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { dispositionWords } from "./dispositions.intl.ts";

export const OUTCOME_LOOKS: Record<Outcome, { readonly shape: StatusShape; readonly tone: StatusTone }> = {
  accepted: { shape: "filled", tone: "good" },
  partly: { shape: "half", tone: "warn" },
  rejected: { shape: "crossed", tone: "bad" },
  noted: { shape: "ring", tone: "neutral" },
  "out-of-scope": { shape: "dashed", tone: "neutral" },
};

export function OutcomeMark(props: { outcome: Outcome }): JSX.Element {
  const t = textsOf(dispositionWords);
  return (
    <StatusMark shape={OUTCOME_LOOKS[props.outcome].shape} tone={OUTCOME_LOOKS[props.outcome].tone}>
      {t().outcome[props.outcome]}
    </StatusMark>
  );
}
