/** One question's figures: a sentence, how answers are distributed, groups side by side. */
import { For, Show, type JSX } from "solid-js";
import { barsOf } from "../../domain/figures/bars.ts";
import type { Figures, QuestionResult, ResultUnit } from "../../domain/surveys/results.ts";
import { formatDecimal, formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { resultSentences } from "./result-sentences.ts";
import { resultTexts } from "./survey-results.intl.ts";

const whole = (value: number) => formatNumber(value, locale());
const two = (value: number) => formatDecimal(value, locale(), 2);

/** A bar without any style of its own: the width is geometry. */
export function BarShape(props: { share: number }): JSX.Element {
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" width="100" height="10" />
      <rect class="bar-fill" width={props.share} height="10" />
    </svg>
  );
}

const named = (figures: Figures, { key, words }: { key: string; words: string }): string =>
  figures.mean ? (words ? `${key} · ${words}` : key) : words;

function Distribution(props: { figures: Figures; caption: string; ranking: boolean }): JSX.Element {
  const t = textsOf(resultTexts);
  const bars = () => barsOf(props.figures.counts ?? [], props.figures.n);
  return (
    <table class="table figures">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t().answer}</th>
          <th scope="col" class="bar-cell">
            {props.ranking ? t().first : t().share}
          </th>
          <th scope="col" class="number">
            %
          </th>
          <th scope="col" class="number">
            {t().count}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={bars()}>
          {(bar) => (
            <tr>
              <th scope="row">{named(props.figures, bar)}</th>
              <td class="bar-cell">
                <BarShape share={bar.share} />
              </td>
              <td class="number" data-label="%">
                {t().percent(whole(bar.percent))}
              </td>
              <td class="number" data-label={t().count}>
                {whole(bar.count)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Places(props: { places: NonNullable<Figures["places"]>; caption: string }): JSX.Element {
  const t = textsOf(resultTexts);
  return (
    <table class="table figures">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t().place}</th>
          <th scope="col" class="number">
            {t().meanPlace}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.places}>
          {(place, at) => (
            <tr>
              <th scope="row">
                {at() + 1}. {place.words}
              </th>
              <td class="number" data-label={t().meanPlace}>
                {two(place.mean.rounded)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

/** Groups beside each other and beside all: n, the mean where there is one, and each answer in percent. */
function Groups(props: {
  result: QuestionResult;
  units: readonly ResultUnit[];
  caption: string;
}): JSX.Element {
  const t = textsOf(resultTexts);
  const heads = () => props.result.all?.counts ?? [];
  const hasMean = () => props.result.all?.mean !== undefined;
  const lines = () => [
    ...(props.result.all ? [{ name: t().all, figures: props.result.all as Figures }] : []),
    ...props.units.map(({ key, name }) => ({
      name: name || t().others,
      figures: props.result.groups.find(({ unit }) => unit === key) as Figures | undefined,
    })),
  ];
  return (
    <div class="table-scroll" tabindex="0" role="region" aria-label={props.caption}>
      <table class="table figures groups">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t().group}</th>
            <th scope="col" class="number">
              {t().n}
            </th>
            <Show when={hasMean()}>
              <th scope="col" class="number">
                {t().mean}
              </th>
            </Show>
            <For each={heads()}>
              {(head) => (
                <th scope="col" class="number">
                  {hasMean() ? head.key : head.words}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={lines()}>
            {(line) => (
              <tr>
                <th scope="row">{line.name}</th>
                <Show
                  when={line.figures}
                  fallback={
                    <td class="quiet" colSpan={heads().length + (hasMean() ? 2 : 1)}>
                      {t().notShown}
                    </td>
                  }
                >
                  {(figures) => (
                    <>
                      <td class="number" data-label={t().n}>
                        {whole(figures().n)}
                      </td>
                      <Show when={hasMean()}>
                        <td class="number" data-label={t().mean}>
                          {two(figures().mean?.rounded ?? 0)}
                        </td>
                      </Show>
                      <Show
                        when={figures().counts}
                        fallback={
                          <td class="quiet" colSpan={heads().length}>
                            {t().notShown}
                          </td>
                        }
                      >
                        {(counts) => (
                          <For each={barsOf(counts(), figures().n)}>
                            {(bar) => (
                              <td class="number" data-label={hasMean() ? bar.key : bar.words}>
                                {t().percent(whole(bar.percent))}
                              </td>
                            )}
                          </For>
                        )}
                      </Show>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

export function QuestionFigures(props: {
  result: QuestionResult;
  units: readonly ResultUnit[];
}): JSX.Element {
  const t = textsOf(resultTexts);
  const sentences = () => resultSentences(props.result, t(), { whole, mean: two });
  const words = () => props.result.row?.words ?? props.result.words;
  return (
    <div class="stack question-figures">
      <p class="headline">{sentences()[0]}</p>
      <Show when={sentences().length > 1}>
        <p>{sentences().slice(1).join(" ")}</p>
      </Show>
      <Show when={(props.result.all?.n ?? 0) > 0 && props.result.all}>
        {(figures) => (
          <>
            <Distribution
              figures={figures()}
              caption={t().distributionOf(words())}
              ranking={props.result.type === "ranking"}
            />
            <Show when={figures().places}>
              {(places) => <Places places={places()} caption={t().rankingOf(words())} />}
            </Show>
            <Show when={props.units.length > 0}>
              <Groups result={props.result} units={props.units} caption={t().groupsOf(words())} />
              <Show when={props.result.suppressed}>
                <p class="small quiet">{t().hiddenGroups}</p>
              </Show>
              <Show when={props.result.groups.some(({ counts }) => counts === null)}>
                <p class="small quiet">{t().hiddenDistribution}</p>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
