import type { JSX } from "solid-js";
import { STAGES, type Stage } from "../../domain/policies/policy.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { policyWords } from "./policy-words.intl.ts";

/** Three looks: the text is still written, others are asked, it is settled. */
function lookOf(stage: Stage): { shape: StatusShape; tone: StatusTone } {
  const place = STAGES.indexOf(stage);
  if (place < STAGES.indexOf("public_consultation")) return { shape: "ring", tone: "accent" };
  if (place < STAGES.indexOf("enactment")) return { shape: "half", tone: "warn" };
  return { shape: "filled", tone: "good" };
}

export function StageMark(props: { stage: Stage }): JSX.Element {
  const words = textsOf(policyWords);
  return (
    <StatusMark shape={lookOf(props.stage).shape} tone={lookOf(props.stage).tone}>
      {words().stage[props.stage]}
    </StatusMark>
  );
}
