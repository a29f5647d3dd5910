import type { JSX } from "solid-js";
import type { SurveyPhase } from "../../domain/surveys/survey.ts";
import type { Messages } from "../../domain/locale.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";

const LOOK: Record<SurveyPhase, { shape: StatusShape; tone: StatusTone }> = {
  draft: { shape: "dashed", tone: "neutral" },
  scheduled: { shape: "ring", tone: "accent" },
  open: { shape: "filled", tone: "good" },
  closed: { shape: "square", tone: "neutral" },
};

export const surveyPhaseTexts: Messages<Readonly<Record<SurveyPhase, string>>> = {
  id: {
    draft: "Draf",
    scheduled: "Siap, belum waktunya",
    open: "Dibuka",
    closed: "Ditutup",
  },
  en: { draft: "Draft", scheduled: "Ready, not yet time", open: "Open", closed: "Closed" },
};

export function SurveyPhaseMark(props: { phase: SurveyPhase }): JSX.Element {
  const t = textsOf(surveyPhaseTexts);
  return (
    <StatusMark tone={LOOK[props.phase].tone} shape={LOOK[props.phase].shape}>
      {t()[props.phase]}
    </StatusMark>
  );
}
