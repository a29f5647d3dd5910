/** What a survey says: by question or by clause, with groups, and nothing that singles a person out. */
import { useSearchParams } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { QuestionResult, SkmResult, SurveyResults } from "../../domain/surveys/results.ts";
import type { QuotedClause } from "../../domain/surveys/survey.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime, formatDecimal, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { QuestionFigures } from "./question-result.tsx";
import { readResults, resultFileHref } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { SurveyFrame } from "./survey-frame.tsx";
import "./results.css";
import { resultTexts } from "./survey-results.intl.ts";
import { surveyTexts } from "./surveys.intl.ts";

const whole = (value: number) => formatNumber(value, locale());

/** A matrix is several results of one question: they stand under its words together. */
interface Asked {
  readonly words: string;
  readonly citations: readonly string[];
  readonly parts: readonly QuestionResult[];
}

function byQuestion(results: readonly QuestionResult[], quotes: readonly QuotedClause[]): Asked[] {
  const citation = new Map(quotes.map((quote) => [quote.cid, quote.citation]));
  return [...Map.groupBy(results, ({ questionId }) => questionId).values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const citations = first.targets.flatMap(({ cid }) => citation.get(cid) ?? []);
    return [{ words: first.words, citations, parts }];
  });
}

function AskedFigures(props: { asked: Asked; results: SurveyResults; level: "h2" | "h3" }): JSX.Element {
  const heading = () => (
    <Show when={props.level === "h2"} fallback={<h3 lang="id">{props.asked.words}</h3>}>
      <h2 lang="id">{props.asked.words}</h2>
    </Show>
  );
  return (
    <section class="stack result">
      <div>
        {heading()}
        <Show when={props.asked.citations.length > 0 && props.level === "h2"}>
          <p class="small quiet">{props.asked.citations.join(", ")}</p>
        </Show>
      </div>
      <For each={props.asked.parts}>
        {(part) => (
          <>
            <Show when={part.row}>{(row) => <p class="row-words">{row().words}</p>}</Show>
            <QuestionFigures result={part} units={props.results.units} />
          </>
        )}
      </For>
    </section>
  );
}

function Index(props: { index: SkmResult; results: SurveyResults }): JSX.Element {
  const t = textsOf(resultTexts);
  const two = (value: number) => formatDecimal(value, locale(), 2);
  const wordsOf = (id: string) => props.results.questions.find(({ questionId }) => questionId === id)?.words;
  const unitName = (key: string) => props.results.units.find((unit) => unit.key === key)?.name || t().others;
  return (
    <section class="stack result">
      <h2>{t().index}</h2>
      <p class="headline">
        {t().indexSays(two(props.index.index), props.index.band, t().bands[props.index.band])}
      </p>
      <table class="table figures">
        <caption class="visually-hidden">{t().elements}</caption>
        <thead>
          <tr>
            <th scope="col">{t().element}</th>
            <th scope="col" class="number">
              {t().mean}
            </th>
            <th scope="col" class="number">
              {t().n}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.index.elements}>
            {(element, at) => (
              <tr>
                <th scope="row">
                  {at() + 1}. {wordsOf(element.questionId)}
                </th>
                <td class="number" data-label={t().mean}>
                  {two(element.mean.rounded)}
                </td>
                <td class="number" data-label={t().n}>
                  {whole(element.mean.n)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.index.groups.length > 0}>
        <ul class="missing">
          <For each={props.index.groups}>
            {(group) => (
              <li>
                {unitName(group.unit)}: {two(group.index)} ({group.band})
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="small quiet">{t().indexMethod}</p>
    </section>
  );
}

function Head(props: { results: SurveyResults }): JSX.Element {
  const t = textsOf(resultTexts);
  const { survey } = useSurvey();
  const names = () => props.results.units.map(({ name }) => name || t().others);
  return (
    <div class="stack-small">
      <p class="headline">
        <Show when={props.results.target} fallback={t().responses(whole(props.results.responses))}>
          {(target) =>
            t().responsesOfTarget(
              whole(props.results.responses),
              whole(target()),
              whole(Math.round((props.results.responses / target()) * 100)),
            )
          }
        </Show>
      </p>
      <Show when={props.results.perDeviceOnly}>
        <p>{t().perDevice}</p>
      </Show>
      <Show when={props.results.availability === "shown"}>
        <p class="small quiet">
          {props.results.units.length > 0 ? t().groupsShown(names().join(", ")) : t().noGroups}{" "}
          <Show when={props.results.units.length > 0 && props.results.folded.length > 0}>
            {t().folded(props.results.folded.join(", "))}
          </Show>
        </p>
        <p class="small quiet">
          {t().lead} {t().computed(formatDateTime(props.results.computedAt, locale(), survey().timeZone))}
        </p>
      </Show>
    </div>
  );
}

function Shown(props: { results: SurveyResults }): JSX.Element {
  const t = textsOf(resultTexts);
  const { survey } = useSurvey();
  const [query, setQuery] = useSearchParams();
  const byClause = () => query["menurut"] === "ketentuan";
  const quotes = () => survey().quotes;
  const clauses = () => {
    const { questions } = props.results;
    const about = props.results.clauses.map(({ cid, citation }) => ({
      citation,
      text: quotes().find((quote) => quote.cid === cid)?.text ?? "",
      asked: byQuestion(
        questions.filter(({ targets }) => targets.some((target) => target.cid === cid)),
        quotes(),
      ),
    }));
    const general = byQuestion(
      questions.filter(({ targets }) => targets.length === 0),
      quotes(),
    );
    return general.length > 0 ? [...about, { citation: t().general, text: "", asked: general }] : about;
  };
  return (
    <>
      <div class="row no-print">
        <div class="segmented" role="group" aria-label={t().view}>
          <button
            type="button"
            aria-pressed={!byClause()}
            onClick={() => setQuery({ menurut: null }, { replace: true })}
          >
            {t().byQuestion}
          </button>
          <button
            type="button"
            aria-pressed={byClause()}
            onClick={() => setQuery({ menurut: "ketentuan" }, { replace: true })}
          >
            {t().byClause}
          </button>
        </div>
        <a class="button" href={resultFileHref(survey(), "xlsx")} download="">
          {t().xlsx}
        </a>
        <a class="button" href={resultFileHref(survey(), "csv")} download="">
          {t().csv}
        </a>
        <Button look="plain" onClick={() => print()}>
          {t().print}
        </Button>
      </div>
      <Show when={props.results.index}>{(index) => <Index index={index()} results={props.results} />}</Show>
      <Show
        when={byClause()}
        fallback={
          <For each={byQuestion(props.results.questions, quotes())}>
            {(asked) => <AskedFigures asked={asked} results={props.results} level="h2" />}
          </For>
        }
      >
        <For each={clauses()}>
          {(clause) => (
            <section class="stack clause-result">
              <div>
                <h2>{clause.citation}</h2>
                <Show when={clause.text}>
                  <p class="clause-words whole" lang="id">
                    {clause.text}
                  </p>
                </Show>
              </div>
              <For each={clause.asked}>
                {(asked) => <AskedFigures asked={asked} results={props.results} level="h3" />}
              </For>
            </section>
          )}
        </For>
      </Show>
    </>
  );
}

/** Free answers are inputs: they are read and answered where all inputs are. */
function Texts(props: { results: SurveyResults }): JSX.Element {
  const t = textsOf(resultTexts);
  return (
    <section class="stack-small">
      <h2>{t().texts}</h2>
      <ul class="instrument-list narrow">
        <For each={props.results.texts}>
          {(text) => (
            <li>
              <strong lang="id">{text.words}</strong>
              <span class="row">
                <span class="small quiet">
                  {text.answers === null ? t().textHidden : t().textAnswers(whole(text.answers))}
                </span>
                <ButtonLink look="plain" href={text.inboxPath}>
                  {t().toInbox}
                </ButtonLink>
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

export function SurveyResultsPage(): JSX.Element {
  const t = textsOf(resultTexts);
  const words = textsOf(surveyTexts);
  const { survey } = useSurvey();
  const remote = createRemote(survey, readResults);
  return (
    <SurveyFrame page={() => words().tabResults}>
      <Loaded remote={remote}>
        {(results) => (
          <>
            <Head results={results()} />
            <Show when={results().availability === "after-closing"}>
              <EmptyState title={t().afterClosingTitle} text={t().afterClosingText} />
            </Show>
            <Show when={results().availability === "too-few"}>
              <EmptyState title={t().tooFewTitle} text={t().tooFewText} />
            </Show>
            <Show when={results().availability === "shown"}>
              <Shown results={results()} />
            </Show>
            <Show when={results().texts.length > 0}>
              <Texts results={results()} />
            </Show>
          </>
        )}
      </Loaded>
    </SurveyFrame>
  );
}
