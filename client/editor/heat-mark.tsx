/** In the outline: how many inputs wait for an answer and how contested the clause is, as number, shape and words. */
import { For, Show, type JSX } from "solid-js";
import type { HeatFigure } from "../../domain/contributions/contributions.contract.ts";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { dossierTexts, type Dispute } from "./dossier.intl.ts";

/** Bounds of `contested`: a third of the votes, and two thirds, on the other side's way. */
const MIXED_FROM = 0.34;
const SPLIT_FROM = 0.67;

export const disputeOf = ({ contested }: HeatFigure): Dispute =>
  contested >= SPLIT_FROM ? "split" : contested >= MIXED_FROM ? "mixed" : "calm";

/** An empty ring, half, or full: more ink, more dispute. */
const SHAPES: Record<Dispute, () => JSX.Element> = {
  calm: () => <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" />,
  mixed: () => (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  split: () => <circle cx="6" cy="6" r="5" fill="currentColor" />,
};

export function HeatShape(props: { dispute: Dispute }): JSX.Element {
  return (
    <svg class="heat-shape" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[props.dispute]()}
    </svg>
  );
}

export function HeatMark(props: { figure: HeatFigure }): JSX.Element {
  const t = textsOf(dossierTexts);
  const number = (value: number) => formatNumber(value, locale());
  const dispute = () => disputeOf(props.figure);
  const words = () => {
    const { received, open } = props.figure;
    const counted =
      open > 0 ? t().heat(number(received), number(open)) : t().heatAllAnswered(number(received));
    return `${counted}; ${t().dispute[dispute()]}`;
  };
  return (
    <span
      class="heat"
      data-dispute={dispute()}
      style={{ "--heat": String(props.figure.heat) }}
      title={words()}
    >
      <span class="visually-hidden">{words()}</span>
      <Show
        when={props.figure.open > 0}
        fallback={
          <svg class="heat-shape" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 6.5l2.7 2.7L10 3.5" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        }
      >
        <span class="numeric" aria-hidden="true">
          {number(props.figure.open)}
        </span>
        <HeatShape dispute={dispute()} />
      </Show>
    </span>
  );
}

/** What the numbers and shapes of the outline mean. */
export function HeatLegend(): JSX.Element {
  const t = textsOf(dossierTexts);
  return (
    <p class="heat-legend small quiet">
      {t().legend};
      <For each={["calm", "mixed", "split"] as const}>
        {(dispute) => (
          <span>
            <HeatShape dispute={dispute} /> {t().disputeShort[dispute]}
          </span>
        )}
      </For>
    </p>
  );
}
