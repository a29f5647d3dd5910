/** What was sent, with its receipt, and what became of each item. */
import { A, useParams } from "@solidjs/router";
import { createMemo, For, Show, type JSX } from "solid-js";
import { clausePlaces, presentText, type ClausePlace } from "../../domain/submissions/clause-places.ts";
import type {
  SendingView,
  SentItemView,
  SubmissionText,
  SubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { ContributionMark } from "../contributions/contribution-mark.tsx";
import { dispositionWords } from "../dispositions/dispositions.intl.ts";
import { ButtonLink } from "../ui/button.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { HashMark } from "../versions/hash-mark.tsx";
import { FileLinks } from "../attachments/file-links.tsx";
import { ProposalDifference } from "./proposal-difference.tsx";
import { StanceMark } from "./stance-mark.tsx";
import { fileHref, readSending, readSubmission, readText } from "./submission-api.ts";
import "./submissions.css";
import { submissionTexts } from "./submissions.intl.ts";

interface Sent {
  readonly submission: SubmissionView;
  readonly text: SubmissionText;
  readonly sending: SendingView;
}

export function SentPage(): JSX.Element {
  const t = textsOf(submissionTexts);
  const params = useParams<{ submissionId: string; number: string }>();
  const remote = createRemote<{ id: string; number: number }, Sent>(
    () => ({ id: params.submissionId, number: Number(params.number) }),
    async ({ id, number }, signal) => {
      const [submission, text, sending] = await Promise.all([
        readSubmission(id, signal),
        readText(id, signal),
        readSending(id, number, signal),
      ]);
      return { submission, text, sending };
    },
  );
  usePlace(() => {
    const consultation = remote.data()?.submission.consultation.title;
    return [
      { text: t().title, href: "/kerja/usulan" },
      ...(consultation ? [{ text: consultation, href: `/kerja/usulan/${params.submissionId}` }] : []),
      { text: t().receipt },
    ];
  });
  return (
    <div class="page">
      <Loaded remote={remote} withHeading>
        {(sent) => <SentView {...sent()} />}
      </Loaded>
    </div>
  );
}

function SentView(props: Sent): JSX.Element {
  const t = textsOf(submissionTexts);
  const places = createMemo(() => clausePlaces(props.text.clauses));
  const consultation = () => props.submission.consultation;
  const when = (at: number) => formatDateTime(at, locale(), consultation().timeZone);
  const others = () => props.submission.sendings.filter(({ number }) => number !== props.sending.number);
  return (
    <>
      <header class="stack-small">
        <h1>{t().sentTitle(props.submission.body.name, props.sending.number)}</h1>
        <p class="quiet">{t().sentLead(consultation().title)}</p>
        <div class="row">
          <Show
            when={props.sending.stands}
            fallback={
              <StatusMark shape="dashed" tone="neutral">
                {t().replaced}
              </StatusMark>
            }
          >
            <StatusMark shape="filled" tone="good">
              {t().stands}
            </StatusMark>
          </Show>
          <span class="no-print">
            <ButtonLink href={`/kerja/usulan/${props.submission.id}`} size="small">
              {t().backToDraft}
            </ButtonLink>
          </span>
        </div>
      </header>
      <section class="receipt stack-small">
        <h2>{t().receipt}</h2>
        <dl class="receipt-facts">
          <dt>{t().receiptNumber}</dt>
          <dd>{props.sending.number}</dd>
          <dt>{t().receiptTime}</dt>
          <dd>{when(props.sending.sentAt)}</dd>
          <dt>{t().receiptItems}</dt>
          <dd>{props.sending.items.length}</dd>
          <Show when={props.sending.group}>
            {(group) => (
              <>
                <dt>{t().receiptGroup}</dt>
                <dd>{group()}</dd>
              </>
            )}
          </Show>
          <dt>{t().receiptHash}</dt>
          <dd>
            <HashMark hash={props.sending.hash} name={t().receiptHash} />
          </dd>
        </dl>
        <p class="small quiet">{t().receiptHint}</p>
        <p class="small quiet">{t().sentPrivacy}</p>
      </section>
      <For each={props.sending.items}>
        {(item) => <SentItem item={item} places={places()} submissionId={props.submission.id} when={when} />}
      </For>
      <Show when={others().length > 0}>
        <section class="stack-small no-print">
          <h2>{t().otherSendings}</h2>
          <ul class="plain-list">
            <For each={others()}>
              {({ number, sentAt }) => (
                <li>
                  <A href={`/kerja/usulan/${props.submission.id}/terkirim/${number}`}>
                    {t().sendingNumber(number, when(sentAt))}
                  </A>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}

function SentItem(props: {
  item: SentItemView;
  places: readonly ClausePlace[];
  submissionId: string;
  when: (at: number) => string;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const answers = textsOf(dispositionWords);
  const label = () => {
    const place = props.places.find(({ cid }) => cid === props.item.cid);
    const inside = place?.inside.find(({ cid }) => cid === props.item.itemCid);
    return inside?.label ?? place?.label ?? t().wholeDraft;
  };
  return (
    <article class="item-card stack-small" aria-label={label()}>
      <h2 lang={props.item.cid === null ? undefined : "id"}>{label()}</h2>
      <div class="row">
        <StanceMark stance={props.item.stance} />
        <Show when={props.item.answer || props.item.state === "withdrawn"}>
          <ContributionMark state={props.item.state} outcome={props.item.answer?.outcome} />
        </Show>
        <Show when={props.item.state === "withdrawn"}>
          <span class="small quiet">{props.item.supersededBy ? t().superseded : t().withdrawnItem}</span>
        </Show>
      </div>
      <Show when={props.item.proposedText}>
        {(proposed) => (
          <div>
            <h3 class="small quiet">{t().yourProposal}</h3>
            <ProposalDifference present={presentText(props.places, props.item) ?? ""} proposed={proposed()} />
          </div>
        )}
      </Show>
      <div>
        <h3 class="small quiet">{t().yourWords}</h3>
        <p class="own-words">{props.item.grounds}</p>
      </div>
      <FileLinks files={props.item.files} hrefOf={(file) => fileHref(props.submissionId, file.id)} />
      <Show
        when={props.item.answer}
        fallback={
          <Show when={props.item.state !== "withdrawn"}>
            <p class="small quiet">{t().notAnswered}</p>
          </Show>
        }
      >
        {(answer) => (
          <div class="answer">
            <h3 class="small quiet">
              {t().answer}, {t().answeredAt(props.when(answer().at))}
            </h3>
            <p>
              <strong>{answers().outcome[answer().outcome]}.</strong>{" "}
              <span class="own-words">{answer().reason}</span>
            </p>
          </div>
        )}
      </Show>
    </article>
  );
}
