/** Invitations for people without an account: an address each, shown once. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { NewInvitations } from "../../domain/surveys/surveys.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { downloadFile } from "../editor/download.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { csvFile } from "./csv-file.ts";
import { invite, readRoster } from "./survey-api.ts";
import { useSurvey } from "./survey-context.tsx";
import { SurveyFrame } from "./survey-frame.tsx";
import { surveySettingsTexts } from "./survey-settings.intl.ts";
import { surveyTexts } from "./surveys.intl.ts";

export function SurveyInvitationsPage(): JSX.Element {
  const t = textsOf(surveySettingsTexts);
  const words = textsOf(surveyTexts);
  const { survey } = useSurvey();
  const remote = createRemote(survey, readRoster);
  const [typed, setTyped] = createSignal("");
  const [made, setMade] = createSignal<NewInvitations["invitations"]>([]);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const names = () =>
    typed()
      .split("\n")
      .flatMap((line) => line.trim() || []);

  async function send(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const { invitations } = await invite(survey(), names());
      setMade((before) => [...before, ...invitations]);
      setTyped("");
      remote.reload();
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <SurveyFrame page={() => words().tabInvitations}>
      <div class="stack narrow">
        <p>{t().invitationsLead}</p>
        <Loaded remote={remote} lines={1}>
          {(roster) => <p>{t().invited(formatNumber(roster().invited, locale()))}</p>}
        </Loaded>
        <Show when={survey().state !== "closed"}>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy() && names().length > 0) void send();
            }}
          >
            <TextField
              label={t().names}
              hint={t().namesHint}
              rows={6}
              maxLength={200_000}
              value={typed()}
              onInput={setTyped}
            />
            <div>
              <Button type="submit" busy={busy() || names().length === 0}>
                {t().invite}
              </Button>
            </div>
          </form>
        </Show>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      </div>
      <Show when={made().length > 0}>
        <section class="stack">
          <h2>{t().invitedTitle(made().length)}</h2>
          <p class="notice warn">{t().invitedText}</p>
          <div>
            <Button
              look="plain"
              onClick={() =>
                downloadFile(
                  csvFile([[t().name, t().address], ...made().map(({ name, url }) => [name, url])]),
                  "undangan-survei",
                  "csv",
                )
              }
            >
              {t().invitationsCsv}
            </Button>
          </div>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t().name}</th>
                <th scope="col">{t().address}</th>
              </tr>
            </thead>
            <tbody>
              <For each={made()}>
                {({ name, url }) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td>
                      <code class="break">{url}</code> <CopyButton text={url} label={name} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </SurveyFrame>
  );
}
