/** How far an input has come, as word and shape; an answered one shows its outcome. */
import { Show, type JSX } from "solid-js";
import type { ContributionState } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import { OutcomeMark } from "../dispositions/outcome-mark.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { contributionWords } from "./contributions.intl.ts";

const LOOKS: Record<ContributionState, { readonly shape: StatusShape; readonly tone: StatusTone }> = {
  received: { shape: "square", tone: "accent" },
  triaged: { shape: "ring", tone: "accent" },
  considered: { shape: "half", tone: "accent" },
  answered: { shape: "filled", tone: "neutral" },
  published: { shape: "filled", tone: "good" },
  withdrawn: { shape: "dashed", tone: "neutral" },
};

export function StateMark(props: { state: ContributionState }): JSX.Element {
  const t = textsOf(contributionWords);
  return (
    <StatusMark shape={LOOKS[props.state].shape} tone={LOOKS[props.state].tone}>
      {t().state[props.state]}
    </StatusMark>
  );
}

export function ContributionMark(props: {
  state: ContributionState;
  outcome?: Outcome | undefined;
}): JSX.Element {
  const answer = () => (props.state === "withdrawn" ? undefined : props.outcome);
  return (
    <Show when={answer()} fallback={<StateMark state={props.state} />}>
      {(outcome) => <OutcomeMark outcome={outcome()} />}
    </Show>
  );
}
