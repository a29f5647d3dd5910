/** The answer to one input or to several at once: outcome, reason, the change that followed. */
import { createSignal, For, onMount, Show, type JSX } from "solid-js";
import type { ClauseName } from "../../domain/contributions/contributions.contract.ts";
import { CONTRIBUTION_LIMITS } from "../../domain/contributions/contribution.ts";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import type {
  Dispose,
  DispositionView,
  ReasonTemplates,
} from "../../domain/dispositions/dispositions.contract.ts";
import type { Cid, ContributionId, VersionId } from "../../domain/ids.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { isApiError } from "../api/api-error.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { Field } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { createAnswerDraft } from "./answer-draft.ts";
import { ChangeField } from "./change-field.tsx";
import { dispose } from "./disposition-api.ts";
import { dispositionWords } from "./dispositions.intl.ts";
import { OutcomeChoice } from "./outcome-choice.tsx";
import "./dispositions.css";

export interface AnswerFormCommands {
  choose(outcome: Outcome): void;
  focusReason(): void;
  save(): void;
}

/** What is done with those not sorted yet, in the same act; a string is what keeps it from being done. */
export type TriageOnAnswer = Dispose["triage"] | string;

export function AnswerForm(props: {
  contributionIds: readonly ContributionId[];
  /** Under which the words are kept while they are written. */
  draftKey: string;
  near: readonly ClauseName[];
  versions: readonly VersionView[];
  templates: ReasonTemplates["items"];
  /** The answer that this one corrects. */
  replaces?: DispositionView | undefined;
  singleKeys: boolean;
  /** The word of the button. */
  action: string;
  triage?: (() => TriageOnAnswer | Promise<TriageOnAnswer>) | undefined;
  onCommands?: ((commands: AnswerFormCommands) => void) | undefined;
  onSaved: (answer: DispositionView) => void;
  /** Somebody else was first. */
  onConflict: () => void;
  children?: JSX.Element;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const { policy } = usePolicy();
  const { draft, change, clear } = createAnswerDraft(props.draftKey);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [missing, setMissing] = createSignal<{ outcome?: string; reason?: string; triage?: string }>({});
  let form: HTMLFormElement | undefined;
  let reason: HTMLTextAreaElement | undefined;
  let key = createIdempotencyKey();

  // A correction begins with what is corrected.
  if (props.replaces && draft.outcome === "" && draft.reason === "") {
    const { outcome, reason: before, change: at } = props.replaces;
    change({ outcome, reason: before, changeCid: at?.cid ?? "", changeVersionId: at?.version?.id ?? "" });
  }

  const followsByItself = () => draft.outcome === "accepted" || draft.outcome === "partly";
  const changeCid = (): string => draft.changeCid ?? (followsByItself() ? (props.near[0]?.cid ?? "") : "");

  const choose = (outcome: Outcome) => {
    change({ outcome });
    setMissing((before) => ({ ...before, outcome: "" }));
    form?.scrollIntoView({ block: "nearest" });
  };
  const focusReason = () => {
    reason?.focus();
    reason?.scrollIntoView({ block: "nearest" });
  };

  /** What is missing is said at its place, and the first of it gets the focus. */
  function complain(found: { outcome?: string; reason?: string; triage?: string }): void {
    setMissing(found);
    if (found.outcome) form?.querySelector<HTMLInputElement>("input[type=radio]")?.focus();
    else if (found.reason) focusReason();
  }

  async function send(outcome: Outcome, words: string): Promise<void> {
    const triage = await props.triage?.();
    if (typeof triage === "string") return complain({ triage });
    const cid = changeCid();
    const answer = await dispose(
      policy().id,
      {
        contributionIds: [...props.contributionIds],
        outcome,
        reason: words,
        ...(cid !== "" && {
          change: {
            cid: cid as Cid,
            ...(draft.changeVersionId !== "" && { versionId: draft.changeVersionId as VersionId }),
          },
        }),
        ...(props.replaces && { replaces: props.replaces.id }),
        ...(triage && { triage }),
      },
      key,
    );
    clear();
    props.onSaved(answer);
  }

  async function save(): Promise<void> {
    if (busy()) return;
    const { outcome } = draft;
    const words = draft.reason.trim();
    const unfilled = props.templates.some(({ text }) => text.includes("...") && words.includes(text));
    if (outcome === "" || words === "" || unfilled) {
      complain({
        ...(outcome === "" && { outcome: t().outcomeMissing }),
        ...(words === "" && { reason: t().reasonMissing }),
        ...(unfilled && { reason: t().reasonUnfilled }),
      });
      return;
    }
    setMissing({});
    setError(undefined);
    setBusy(true);
    try {
      await send(outcome, words);
    } catch (failure) {
      // The key was spent on a refusal; what is sent next is another intention.
      if (isApiError(failure) && failure.problem.status !== 0) key = createIdempotencyKey();
      setError(() => failure);
      if (isApiError(failure, "conflict")) props.onConflict();
    } finally {
      setBusy(false);
    }
  }

  onMount(() =>
    props.onCommands?.({
      choose,
      focusReason,
      save: () => {
        void save();
      },
    }),
  );

  const offered = () =>
    props.templates.filter(({ outcome }) => draft.outcome === "" || outcome === draft.outcome);
  function begin(index: string): void {
    const template = offered()[Number(index)];
    if (!template) return;
    const written = draft.reason.trim();
    change({
      reason: written === "" ? template.text : `${written}\n\n${template.text}`,
      ...(draft.outcome === "" && { outcome: template.outcome }),
    });
    focusReason();
  }

  return (
    <form
      class="answer-form"
      // What is missing is said in our own words, in the language of the page.
      noValidate
      ref={(element) => {
        form = element;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <OutcomeChoice
        value={draft.outcome}
        onChoose={choose}
        error={missing().outcome}
        keys={props.singleKeys}
      />
      <Show when={offered().length > 0}>
        <Field label={t().templates} optional>
          {(attributes) => (
            <select
              {...attributes}
              class="input"
              onChange={(event) => {
                begin(event.currentTarget.value);
                event.currentTarget.value = "";
              }}
            >
              <option value="">{t().templateNone}</option>
              <For each={offered()}>
                {(template, index) => <option value={String(index())}>{template.title}</option>}
              </For>
            </select>
          )}
        </Field>
      </Show>
      <Field label={t().reason} hint={t().reasonHint} error={missing().reason}>
        {(attributes) => (
          <textarea
            {...attributes}
            class="input"
            rows={5}
            maxLength={CONTRIBUTION_LIMITS.reason}
            value={draft.reason}
            ref={(element) => {
              reason = element;
            }}
            onInput={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
      </Field>
      <ChangeField
        cid={changeCid()}
        versionId={draft.changeVersionId}
        near={props.near}
        versions={props.versions}
        onChange={(cid, versionId) => change({ changeCid: cid, changeVersionId: versionId })}
      />
      {props.children}
      <Show when={missing().triage}>{(words) => <p class="error">{words()}</p>}</Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <div class="answer-actions">
        <Button type="submit" look="primary" busy={busy()} aria-keyshortcuts="Control+Enter">
          {props.action}
        </Button>
        <span class="small quiet only-wide">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  );
}
