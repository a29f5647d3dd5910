import type { JSX } from "solid-js";
import type { WorkshopState } from "../../domain/workshops/workshop.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { workshopTexts } from "./workshops.intl.ts";

const LOOK: Readonly<Record<WorkshopState, readonly [StatusShape, StatusTone]>> = {
  planned: ["ring", "neutral"],
  live: ["filled", "accent"],
  closed: ["half", "warn"],
  "minutes-open": ["half", "accent"],
  final: ["filled", "good"],
};

export function WorkshopStateMark(props: { state: WorkshopState }): JSX.Element {
  const t = textsOf(workshopTexts);
  return (
    <StatusMark shape={LOOK[props.state][0]} tone={LOOK[props.state][1]}>
      {t().state[props.state]}
    </StatusMark>
  );
}
