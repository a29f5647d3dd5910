import type { JSX } from "solid-js";
import type { ConsultationPhase } from "../../domain/consultations/phase.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { consultationTexts } from "./consultations.intl.ts";

const LOOK: Record<ConsultationPhase, { shape: StatusShape; tone: StatusTone }> = {
  draft: { shape: "dashed", tone: "neutral" },
  upcoming: { shape: "ring", tone: "accent" },
  open: { shape: "filled", tone: "good" },
  closed: { shape: "square", tone: "neutral" },
  cancelled: { shape: "crossed", tone: "bad" },
};

export function PhaseMark(props: { phase: ConsultationPhase }): JSX.Element {
  const t = textsOf(consultationTexts);
  return (
    <StatusMark tone={LOOK[props.phase].tone} shape={LOOK[props.phase].shape}>
      {t().phase[props.phase]}
    </StatusMark>
  );
}
