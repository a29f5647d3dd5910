/** Deciding how one input is shown: to whom, with what taken out, and the note that says so. */
import { createSignal, Show, type JSX } from "solid-js";
import type {
  ContributionDetail,
  ContributionItem,
} from "../../domain/contributions/contributions.contract.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { triageContributions } from "./contribution-api.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { PersonalDataList, RedactionField } from "./redaction-field.tsx";
import { forgetTriageDraft, type TriageDraft } from "./triage-draft.ts";
import { ModerationNote, VisibilityChoice } from "./visibility-choice.tsx";

/** What keeps a decision from being saved, in words. */
export function useTriageProblem(): (draft: TriageDraft) => string | undefined {
  const t = textsOf(inboxTexts);
  return (draft) => {
    const problem = draft.problem();
    return problem && { check: t().checkFirst, note: t().noteMissing }[problem];
  };
}

export function TriageForm(props: {
  detail: ContributionDetail;
  draft: TriageDraft;
  onSaved: (items: readonly ContributionItem[]) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const problemOf = useTriageProblem();
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const problem = () => (tried() ? props.draft.problem() : undefined);

  async function save(): Promise<void> {
    setTried(true);
    if (props.draft.problem()) return;
    setBusy(true);
    setError(undefined);
    try {
      const { items } = await triageContributions(policy().id, {
        ...props.draft.body(),
        revision: props.detail.revision,
      });
      forgetTriageDraft(props.detail.id);
      showToast(t().triageSaved);
      props.onSaved(items);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="stack triage-form">
      <Show when={props.detail.personalData.length > 0}>
        <PersonalDataList
          draft={props.draft}
          spans={props.detail.personalData}
          wordsOf={(field) => (field === "text" ? props.detail.text : (props.detail.proposedText ?? ""))}
        />
      </Show>
      <VisibilityChoice value={props.draft.visibility()} onChange={props.draft.setVisibility} />
      <Show when={props.draft.visibility() === "public"}>
        <details class="redactions" open={props.draft.isRedacted()}>
          <summary>{t().redaction}</summary>
          <div class="stack">
            <RedactionField
              draft={props.draft}
              field="text"
              original={props.detail.text}
              label={t().redactionArea}
            />
            <Show when={props.detail.proposedText}>
              {(proposal) => (
                <RedactionField
                  draft={props.draft}
                  field="proposedText"
                  original={proposal()}
                  label={t().redactionProposal}
                />
              )}
            </Show>
          </div>
        </details>
      </Show>
      <Show
        when={props.draft.visibility() === "team" || props.draft.isRedacted() || props.draft.note() !== ""}
      >
        <ModerationNote
          value={props.draft.note()}
          onInput={props.draft.setNote}
          required={props.draft.visibility() === "team" || props.draft.isRedacted()}
          error={problem() === "note" ? problemOf(props.draft) : undefined}
        />
      </Show>
      <Show when={problem() === "check"}>
        <p class="error">{problemOf(props.draft)}</p>
      </Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <Button
        busy={busy()}
        onClick={() => {
          void save();
        }}
      >
        {t().triageAct}
      </Button>
    </div>
  );
}
