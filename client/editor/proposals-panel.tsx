/** Wordings that were proposed for the clause under the caret; one press puts one into the text, and the answer is prepared. */
import { A } from "@solidjs/router";
import { createMemo, For, Match, Show, Switch, type JSX } from "solid-js";
import { clauseText } from "../../domain/clauses/clause.ts";
import type { ClauseDossier } from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import type { Cid } from "../../domain/ids.ts";
import { createAnswerDraft } from "../dispositions/answer-draft.ts";
import { StateMark } from "../contributions/contribution-mark.tsx";
import { contributionWords } from "../contributions/contributions.intl.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { MarkedWords } from "../versions/marked-words.tsx";
import { dossierTexts } from "./dossier.intl.ts";
import { useEditor } from "./editor-context.tsx";
import { inputHref } from "./inputs-panel.tsx";
import { jumpToClause } from "./jump-to-clause.ts";

type Proposal = ClauseDossier["proposals"][number];

function ProposalCard(props: {
  proposal: Proposal;
  dossier: ClauseDossier;
  onApply?: (() => void) | undefined;
}): JSX.Element {
  const t = textsOf(dossierTexts);
  const words = textsOf(contributionWords);
  const { policy } = usePolicy();
  const { session, editable, saved } = useEditor();
  const who = () => props.proposal.unit ?? props.proposal.group ?? words().someone;
  const waits = () => isOpen(props.proposal.state);
  const href = () => inputHref(policy().id, props.dossier.cid, props.proposal);
  /** Whether the text reads as proposed: looked up when something was saved, not on every key. */
  const isSame = createMemo(() => {
    saved();
    const { replaces, text } = props.proposal;
    const clause = session.clauses().find(({ cid }) => cid === replaces);
    return clause !== undefined && clauseText(clause) === text;
  });

  function apply(cid: Cid): void {
    if (!session.replaceWords(cid, props.proposal.text)) return;
    showToast(t().appliedToast, () => session.undo());
    props.onApply?.();
    jumpToClause(session, cid, false);
  }
  /** Who used a wording answers that it was used; words that are written already stay. */
  function prepareAnswer(): void {
    const { draft, change } = createAnswerDraft(props.proposal.id);
    if (draft.outcome === "" && draft.reason === "")
      change({ outcome: "accepted", reason: t().appliedReason, changeCid: props.dossier.cid });
  }

  return (
    <li class="panel-input">
      <div class="row">
        <StateMark state={props.proposal.state} />
        <span class="small quiet">{t().from(who())}</span>
      </div>
      <p class="panel-proposal" lang="id">
        <Show when={!isSame()} fallback={props.proposal.text}>
          <MarkedWords marks={props.proposal.marks} side="both" />
        </Show>
      </p>
      <Switch>
        <Match when={isSame()}>
          <p class="small">{t().same}</p>
        </Match>
        <Match when={props.proposal.replaces === undefined}>
          <p class="small quiet">{props.dossier.state === "present" ? t().severalClauses : t().clauseGone}</p>
        </Match>
      </Switch>
      <div class="row">
        <Show when={editable() && !isSame() && waits() ? props.proposal.replaces : undefined}>
          {(cid) => (
            <Button
              size="small"
              aria-label={t().applyName(props.proposal.text.slice(0, 60))}
              onClick={() => apply(cid())}
            >
              {t().apply}
            </Button>
          )}
        </Show>
        <Show when={!props.proposal.replaces}>
          <CopyButton text={props.proposal.text} label={words().proposal} />
        </Show>
        <Show
          when={isSame() && waits()}
          fallback={
            <A class="small" href={href()}>
              {waits() ? t().answerIt : t().openIt}
            </A>
          }
        >
          <A class="small" href={href()} onClick={prepareAnswer}>
            {t().answerNow}
          </A>
        </Show>
      </div>
    </li>
  );
}

export function ProposalsPanel(props: {
  dossier: ClauseDossier;
  onApply?: (() => void) | undefined;
}): JSX.Element {
  const t = textsOf(dossierTexts);
  return (
    <Show
      when={props.dossier.proposals.length > 0}
      fallback={
        <div class="panel-empty">
          <p>
            <strong>{t().noProposals}</strong>
          </p>
          <p class="quiet small">{t().noProposalsText}</p>
        </div>
      }
    >
      <ul class="panel-inputs">
        <For each={props.dossier.proposals}>
          {(proposal) => <ProposalCard proposal={proposal} dossier={props.dossier} onApply={props.onApply} />}
        </For>
      </ul>
    </Show>
  );
}
