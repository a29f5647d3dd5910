/** Several inputs at once: one answer, one sorting, one person. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { Visibility } from "../../domain/contributions/contribution.ts";
import type { ClauseName, ContributionItem } from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import { findPersonalData } from "../../domain/contributions/redaction.ts";
import { AnswerForm, type TriageOnAnswer } from "../dispositions/answer-form.tsx";
import { dispositionWords } from "../dispositions/dispositions.intl.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { Assignment } from "./assignment.tsx";
import { ContributionMark } from "./contribution-mark.tsx";
import { readContribution, reopenContributions, triageContributions } from "./contribution-api.ts";
import { useInbox } from "./inbox-context.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { singleKeys } from "./single-keys.ts";
import { ModerationNote, VisibilityChoice } from "./visibility-choice.tsx";

/** Clauses of the live text that all or some of them are about. */
function nearOfAll(items: readonly ContributionItem[]): ClauseName[] {
  const near = items.flatMap(({ targets }) => targets.filter(({ gone }) => !gone));
  return near.filter(({ cid }, at) => near.findIndex((each) => each.cid === cid) === at);
}

export function BulkPanel(): JSX.Element {
  const t = textsOf(inboxTexts);
  const answers = textsOf(dispositionWords);
  const { policy } = usePolicy();
  const inbox = useInbox();
  const number = (value: number) => formatNumber(value, locale());
  const items = inbox.selectedItems;
  const may = () => inbox.head()?.may;
  const open = createMemo(() => items().filter(({ state }) => isOpen(state)));
  const unsorted = createMemo(() => items().filter(({ state }) => state === "received"));
  const [visibility, setVisibility] = createSignal<Visibility>("public");
  const [note, setNote] = createSignal("");
  const [checked, setChecked] = createSignal(false);
  const [noteError, setNoteError] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);

  /** Sorted together, nobody reads each of them: what looks like personal data has to be looked at. */
  const suspicious = createMemo(() =>
    visibility() === "team" ? [] : unsorted().filter(({ excerpt }) => findPersonalData(excerpt).length > 0),
  );
  const needsCheck = () => suspicious().length > 0 && !checked();
  const needsNote = () => visibility() === "team" && note().trim() === "";
  const sorting = () => ({
    visibility: visibility(),
    ...(note().trim() !== "" && { moderationNote: note().trim() }),
  });
  function triage(): TriageOnAnswer {
    if (unsorted().length === 0) return undefined;
    setNoteError(needsNote());
    if (needsCheck()) return t().bulkCheckFirst;
    return needsNote() ? t().noteMissing : sorting();
  }
  async function sort(): Promise<void> {
    setNoteError(needsNote());
    if (needsNote() || needsCheck()) return;
    setBusy(true);
    setError(undefined);
    try {
      const ids = unsorted().map(({ id }) => id);
      const { items: changed } = await triageContributions(policy().id, {
        contributionIds: ids,
        ...sorting(),
      });
      inbox.accept(changed);
      showToast(t().triageManySaved(number(ids.length)));
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }
  /** One of them was answered meanwhile: which, is seen once all are read anew. */
  async function readAnew(): Promise<void> {
    const fresh = await Promise.allSettled(open().map(({ id }) => readContribution(policy().id, id)));
    inbox.accept(fresh.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
  }

  return (
    <section class="input-detail" aria-labelledby="masukan-judul">
      <header class="input-head">
        <h2 id="masukan-judul" tabIndex={-1}>
          {t().bulkTitle(number(items().length))}
        </h2>
        <p class="small quiet">{t().bulkText}</p>
      </header>
      <details class="bulk-items">
        <summary>{t().bulkStates}</summary>
        <ul class="siblings">
          <For each={items()}>
            {(item) => (
              <li class="bulk-item">
                <span class="inbox-words">{item.excerpt}</span>
                <ContributionMark state={item.state} outcome={item.outcome} />
              </li>
            )}
          </For>
        </ul>
      </details>
      <Show when={unsorted().length > 0 && may()?.triage}>
        <section class="input-part stack">
          <h3>{t().triage}</h3>
          <VisibilityChoice value={visibility()} onChange={setVisibility} />
          <Show when={suspicious().length > 0}>
            <div class="notice warn">
              <p>{t().bulkPersonalData(number(suspicious().length))}</p>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={checked()}
                  onChange={(event) => setChecked(event.currentTarget.checked)}
                />
                {t().leaveIn}
              </label>
            </div>
          </Show>
          <Show when={visibility() === "team"}>
            <ModerationNote
              value={note()}
              onInput={setNote}
              required
              error={noteError() && needsNote() ? t().noteMissing : undefined}
            />
          </Show>
          <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
          <Button
            busy={busy() || needsCheck()}
            onClick={() => {
              void sort();
            }}
          >
            {t().triageAct}
          </Button>
        </section>
      </Show>
      <Show when={may()?.answer}>
        <section class="input-part">
          <h3>{answers().answerMany(number(open().length))}</h3>
          <Show when={open().length < items().length}>
            <p class="small quiet">{t().bulkAnswered(number(items().length - open().length))}</p>
          </Show>
          <Show when={open().length > 0} fallback={<p class="quiet">{t().bulkNoneOpen}</p>}>
            <AnswerForm
              contributionIds={open().map(({ id }) => id)}
              draftKey={`banyak:${policy().id}`}
              near={nearOfAll(open())}
              versions={inbox.versions()}
              templates={inbox.templates()}
              singleKeys={singleKeys()}
              action={answers().saveNext}
              triage={triage}
              onCommands={(commands) => inbox.registerAnswer(null, commands)}
              onSaved={(answer) => {
                const ids = open().map(({ id }) => id);
                inbox.accept(open().map((item) => ({ ...item, state: "answered", outcome: answer.outcome })));
                inbox.clearSelection();
                showToast(answers().savedMany(number(ids.length)), () => {
                  reopenContributions(policy().id, ids).then(
                    ({ items: changed }) => {
                      inbox.accept(changed);
                      showToast(answers().reopened);
                    },
                    () => inbox.recount(),
                  );
                });
                void inbox.openNextWaiting(ids);
              }}
              onConflict={() => {
                void readAnew();
              }}
            />
          </Show>
        </section>
      </Show>
      <Show when={may()?.triage}>
        <section class="input-part">
          <Assignment items={items()} />
        </section>
      </Show>
    </section>
  );
}
