/** How many of each group took part, by instrument, beside the target. A table, for it is numbers that are compared. */
import { For, Show, type JSX } from "solid-js";
import type {
  ConsultationFigures,
  ConsultationView,
  InstrumentFigures,
} from "../../domain/consultations/consultations.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { readFigures } from "./consultation-api.ts";
import { consultationTexts } from "./consultations.intl.ts";

function useInstrumentName(): (instrument: InstrumentFigures) => string {
  const t = textsOf(consultationTexts);
  return ({ kind, title }) => title ?? (kind === "submissions" ? t().submissions : t().comments);
}

/** The number, and beside a target how much of it that is. */
function Count(props: { count: number | null; target: number | null }): JSX.Element {
  const t = textsOf(consultationTexts);
  const number = (value: number) => formatNumber(value, locale());
  return (
    <Show when={props.count !== null} fallback={<span class="quiet">{t().hidden}</span>}>
      <Show when={props.target} fallback={number(props.count ?? 0)}>
        {(target) => (
          <>
            <span class="block">{number(props.count ?? 0)}</span>
            <progress
              class="share-of-target"
              max={target()}
              value={Math.min(props.count ?? 0, target())}
              aria-label={t().ofTarget(
                number(props.count ?? 0),
                number(target()),
                number(Math.round(((props.count ?? 0) / target()) * 100)),
              )}
            />
          </>
        )}
      </Show>
    </Show>
  );
}

function FiguresTable(props: { figures: ConsultationFigures }): JSX.Element {
  const t = textsOf(consultationTexts);
  const nameOf = useInstrumentName();
  const number = (value: number) => formatNumber(value, locale());
  const hides = () => props.figures.instruments.some(({ byGroup }) => byGroup.includes(null));
  const hasOthers = () => props.figures.instruments.some(({ others }) => others > 0);
  return (
    <>
      <table class="table participation">
        <thead>
          <tr>
            <th scope="col">{t().group}</th>
            <th scope="col" class="number">
              {t().targetColumn}
            </th>
            <For each={props.figures.instruments}>
              {(instrument) => (
                <th scope="col" class="number">
                  {nameOf(instrument)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.figures.groups}>
            {(group, at) => (
              <tr>
                <th scope="row">{group.name}</th>
                <td class="number" data-label={t().targetColumn}>
                  {group.target === null ? <span class="quiet">{t().none}</span> : number(group.target)}
                </td>
                <For each={props.figures.instruments}>
                  {(instrument) => (
                    <td class="number" data-label={nameOf(instrument)}>
                      <Count
                        count={instrument.byGroup[at()] ?? null}
                        // The target is of people; what is submitted speaks for a body.
                        target={instrument.kind === "submissions" ? null : group.target}
                      />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
          <Show when={hasOthers()}>
            <tr>
              <th scope="row">{t().others}</th>
              <td class="number wide-only" />
              <For each={props.figures.instruments}>
                {(instrument) => (
                  <td class="number" data-label={nameOf(instrument)}>
                    {number(instrument.others)}
                  </td>
                )}
              </For>
            </tr>
          </Show>
          <tr class="total">
            <th scope="row">{t().total}</th>
            <td class="number wide-only" />
            <For each={props.figures.instruments}>
              {(instrument) => (
                <td class="number" data-label={nameOf(instrument)}>
                  {number(instrument.total)}
                </td>
              )}
            </For>
          </tr>
        </tbody>
      </table>
      <Show when={hides()}>
        <p class="small quiet">{t().hiddenNote}</p>
      </Show>
    </>
  );
}

export function Participation(props: { consultation: ConsultationView }): JSX.Element {
  const t = textsOf(consultationTexts);
  const remote = createRemote(() => props.consultation, readFigures);
  return (
    <section class="stack">
      <div>
        <h2>{t().participation}</h2>
        <p class="small quiet">{t().participationLead}</p>
      </div>
      <Loaded remote={remote} lines={3}>
        {(figures) => (
          <Show when={figures().instruments.length > 0} fallback={<p class="quiet">{t().noInstruments}</p>}>
            <FiguresTable figures={figures()} />
          </Show>
        )}
      </Loaded>
    </section>
  );
}
