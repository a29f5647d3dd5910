/** One input with all that is needed to answer it: its words, the clause then and now, sorting, the answer, notes. */
import { createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import type {
  ContributionDetail,
  ContributionItem,
} from "../../domain/contributions/contributions.contract.ts";
import { isAnswered, isOpen } from "../../domain/contributions/handling.ts";
import { textsOf, locale } from "../ui/locale.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { FileLinks } from "../attachments/file-links.tsx";
import { AnswerSection } from "./answer-section.tsx";
import { Assignment } from "./assignment.tsx";
import { ContributionMark, StateMark } from "./contribution-mark.tsx";
import { contributionFileHref } from "./contribution-api.ts";
import { contributionWords } from "./contributions.intl.ts";
import { useInbox } from "./inbox-context.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { ProposedWording, TargetCompare } from "./target-compare.tsx";
import { TeamNotes } from "./team-notes.tsx";
import { triageDraftOf } from "./triage-draft.ts";
import { TriageForm } from "./triage-form.tsx";

function Head(props: { detail: ContributionDetail }): JSX.Element {
  const words = textsOf(contributionWords);
  const name = () =>
    props.detail.targetViews.map(({ citationNow, citationThen }) => citationNow || citationThen).join(", ") ||
    words().wholeDraft;
  return (
    <header class="input-head">
      <h2 id="masukan-judul" tabIndex={-1} lang="id">
        {name()}
      </h2>
      <div class="row">
        <ContributionMark state={props.detail.state} outcome={props.detail.outcome} />
        <Show when={props.detail.outcome}>
          <StateMark state={props.detail.state} />
        </Show>
        <Show when={props.detail.stance}>
          {(stance) => <span class="small input-stance">{words().stance[stance()]}</span>}
        </Show>
      </div>
      <p class="inbox-facts small quiet">
        <ItemFacts item={props.detail} withoutPlace />
        <span>{words().readAt(props.detail.version.number)}</span>
        <Show when={props.detail.consultation}>{(consultation) => <span>{consultation().title}</span>}</Show>
      </p>
      <Show when={props.detail.supersededBy}>
        <p class="notice warn small">{words().superseded}</p>
      </Show>
    </header>
  );
}

function PublicWords(props: { detail: ContributionDetail }): JSX.Element {
  const t = textsOf(inboxTexts);
  const isRedacted = () =>
    props.detail.redactedText !== undefined || props.detail.redactedProposedText !== undefined;
  const shown = () =>
    props.detail.visibility === "public" && isRedacted()
      ? t().shownRedacted
      : t().shownAs[props.detail.visibility];
  return (
    <>
      <p>
        {shown()}
        <Show when={props.detail.moderationNote}>{(note) => <>: “{note()}”</>}</Show>
      </p>
      <Show when={isRedacted()}>
        <details class="redactions">
          <summary>{t().publicReads}</summary>
          <p class="input-words">{props.detail.redactedText ?? props.detail.text}</p>
          <Show when={props.detail.redactedProposedText}>
            {(words) => <p class="input-words">{words()}</p>}
          </Show>
        </details>
      </Show>
    </>
  );
}

function Sorting(props: {
  detail: ContributionDetail;
  onSaved: (items: readonly ContributionItem[]) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const [changing, setChanging] = createSignal(false);
  const form = () => (
    <TriageForm detail={props.detail} draft={triageDraftOf(props.detail)} onSaved={props.onSaved} />
  );
  return (
    <section class="input-part">
      <h3>{t().triage}</h3>
      <Switch>
        <Match when={props.detail.state === "received" && props.detail.may.triage}>
          <p class="small quiet">{t().triageWait}</p>
          {form()}
        </Match>
        <Match when={changing()}>{form()}</Match>
        <Match when={true}>
          <PublicWords detail={props.detail} />
          <Show when={props.detail.may.triage}>
            <Button size="small" onClick={() => setChanging(true)}>
              {t().triageChange}
            </Button>
          </Show>
        </Match>
      </Switch>
    </section>
  );
}

function Siblings(props: { detail: ContributionDetail }): JSX.Element {
  const t = textsOf(inboxTexts);
  const inbox = useInbox();
  const number = (value: number) => formatNumber(value, locale());
  const open = () => props.detail.siblings.filter(({ state }) => isOpen(state));
  return (
    <Show when={props.detail.siblings.length > 0}>
      <section class="input-part">
        <h3>{t().siblings(number(props.detail.siblings.length))}</h3>
        <ul class="siblings">
          <For each={props.detail.siblings}>
            {(item) => (
              <li>
                <button type="button" class="sibling" onClick={() => inbox.open(item.id)}>
                  <span class="inbox-words">{item.excerpt}</span>
                  <span class="inbox-facts small quiet">
                    <ItemFacts item={item} />
                  </span>
                  <ContributionMark state={item.state} outcome={item.outcome} />
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={open().length > 0 && isOpen(props.detail.state) && props.detail.may.answer}>
          <Button
            size="small"
            onClick={() => inbox.select([props.detail.id, ...open().map(({ id }) => id)], true, open())}
          >
            {t().pickSiblings(number(open().length))}
          </Button>
        </Show>
      </section>
    </Show>
  );
}

export function InputDetail(props: {
  detail: ContributionDetail;
  /** Reads it anew. */
  onReload: () => void;
  /** Takes over what is known already. */
  onChanged: (detail: ContributionDetail) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const words = textsOf(contributionWords);
  const inbox = useInbox();
  const isWithdrawn = () => props.detail.state === "withdrawn";
  const accept = (items: readonly ContributionItem[]) => {
    inbox.accept(items);
    props.onReload();
  };
  return (
    <article class="input-detail" aria-labelledby="masukan-judul">
      <Head detail={props.detail} />
      <Show when={!isWithdrawn()} fallback={<p class="quiet">{words().withdrawnWords}</p>}>
        <p class="input-words input-hero">{props.detail.text}</p>
        <Show when={props.detail.proposedText}>
          <ProposedWording detail={props.detail} />
        </Show>
        <Show when={props.detail.files}>
          {(files) => (
            <FileLinks
              files={files()}
              hrefOf={(file) => contributionFileHref(inbox.policyId(), props.detail.id, file.id)}
            />
          )}
        </Show>
      </Show>
      <section class="input-part">
        <h3>{t().clauseThenNow}</h3>
        <For each={props.detail.targetViews} fallback={<p class="small">{words().stands.general}</p>}>
          {(target) => <TargetCompare target={target} version={props.detail.version.number} />}
        </For>
      </section>
      <Show when={!isWithdrawn()}>
        <Sorting detail={props.detail} onSaved={accept} />
        <AnswerSection detail={props.detail} onReload={props.onReload} />
      </Show>
      <Siblings detail={props.detail} />
      <section class="input-part">
        <Show when={props.detail.may.triage && !isAnswered(props.detail.state) && !isWithdrawn()}>
          <Assignment items={[props.detail]} onChanged={props.onReload} />
        </Show>
        <h3>{t().notes}</h3>
        <TeamNotes
          contributionId={props.detail.id}
          notes={props.detail.notes}
          mayAdd={props.detail.may.triage}
          onAdded={(note) => props.onChanged({ ...props.detail, notes: [...props.detail.notes, note] })}
        />
      </section>
    </article>
  );
}
