/** One-time codes: made, counted, printed. They are on this page only until it is left. */
import { createResource, createSignal, For, Show, type JSX } from "solid-js";
import { SURVEY_LIMITS as LIMITS } from "../../domain/surveys/survey.ts";
import type { NewCodes } from "../../domain/surveys/surveys.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { downloadFile } from "../editor/download.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { Field } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { csvFile } from "./csv-file.ts";
import { makeCodes, readCodes } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { SurveyFrame } from "./survey-frame.tsx";
import { surveySettingsTexts } from "./survey-settings.intl.ts";
import { surveyTexts } from "./surveys.intl.ts";

/** The sheet that is cut up: each slip says what, where, and the code. */
function Sheet(props: { title: string; made: NewCodes }): JSX.Element {
  const t = textsOf(surveySettingsTexts);
  const [image] = createResource(
    () => props.made.url,
    async (url) => (await import("../consultations/qr-file.ts")).qrFile(url),
  );
  return (
    <ul class="code-sheet" lang="id">
      <For each={props.made.codes}>
        {(code) => (
          <li>
            <Show when={image.latest}>
              {(file) => <img src={file().href} width="72" height="72" alt="" />}
            </Show>
            <div>
              <p class="small">{props.title}</p>
              <p class="small break">
                {t().printWhere} {props.made.url}
              </p>
              <p>
                {t().printCode}: <strong class="mono">{code}</strong>
              </p>
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}

export function SurveyCodesPage(): JSX.Element {
  const t = textsOf(surveySettingsTexts);
  const words = textsOf(surveyTexts);
  const { survey } = useSurvey();
  const number = (value: number) => formatNumber(value, locale());
  const remote = createRemote(survey, readCodes);
  const [count, setCount] = createSignal("50");
  const [made, setMade] = createSignal<NewCodes>();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  async function make(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const fresh = await makeCodes(survey(), Number(count()) || 0);
      setMade((before) => ({ url: fresh.url, codes: [...(before?.codes ?? []), ...fresh.codes] }));
      remote.reload();
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <SurveyFrame page={() => words().tabCodes}>
      <div class="stack no-print narrow">
        <p>{t().codesLead}</p>
        <Loaded remote={remote} lines={1}>
          {(codes) => <p>{t().codesCount(number(codes().made), number(codes().used))}</p>}
        </Loaded>
        <Show when={survey().state !== "closed"} fallback={<p class="quiet">{t().closedCodes}</p>}>
          <form
            class="row code-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy()) void make();
            }}
          >
            <Field label={t().howMany}>
              {(attributes) => (
                <input
                  {...attributes}
                  class="input short"
                  type="number"
                  min="1"
                  max={LIMITS.codesAtOnce}
                  value={count()}
                  onInput={(event) => setCount(event.currentTarget.value)}
                />
              )}
            </Field>
            <Button type="submit" busy={busy()}>
              {t().make}
            </Button>
          </form>
        </Show>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      </div>
      <Show when={made()}>
        {(codes) => (
          <section class="stack">
            <div class="no-print stack-small">
              <h2>{t().madeTitle(codes().codes.length)}</h2>
              <p class="notice warn">{t().madeText}</p>
              <div class="row">
                <Button onClick={() => print()}>{t().print}</Button>
                <Button
                  look="plain"
                  onClick={() =>
                    downloadFile(
                      csvFile([
                        [t().printCode, t().address],
                        ...codes().codes.map((code) => [code, codes().url]),
                      ]),
                      "kode-survei",
                      "csv",
                    )
                  }
                >
                  {t().codesCsv}
                </Button>
              </div>
            </div>
            <Sheet title={survey().title} made={codes()} />
          </section>
        )}
      </Show>
    </SurveyFrame>
  );
}
