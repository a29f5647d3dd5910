/** The rounds of a policy, newest first, and how its text stands now. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ReviewState } from "../../domain/reviews/review.ts";
import type { ReviewView } from "../../domain/reviews/reviews.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { HashMark } from "../versions/hash-mark.tsx";
import { listVersions } from "../versions/version-api.ts";
import "../versions/versions.css";
import { ApprovalMark, createApproval, useApprovalWords } from "./approval-mark.tsx";
import { decideTexts } from "./decide.intl.ts";
import { listReviews } from "./review-api.ts";
import { ReviewSteps } from "./review-steps.tsx";
import { reviewTexts } from "./reviews.intl.ts";
import "./reviews.css";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const LOOKS: Record<ReviewState, { shape: StatusShape; tone: StatusTone }> = {
  open: { shape: "half", tone: "accent" },
  approved: { shape: "filled", tone: "good" },
  returned: { shape: "crossed", tone: "bad" },
  withdrawn: { shape: "ring", tone: "neutral" },
};

function Round(props: { review: ReviewView; onChanged: () => void }): JSX.Element {
  const t = textsOf(reviewTexts);
  const d = textsOf(decideTexts);
  const { policy } = usePolicy();
  const [withdrawing, setWithdrawing] = createSignal(false);
  const zone = () => policy().authority.timeZone;
  const review = () => props.review;
  const when = (at: number) => formatDateTime(at, locale(), zone());
  const authors = () => new Intl.ListFormat(locale()).format(review().authors.map((author) => author.name));

  return (
    <article class="review-round" aria-labelledby={`putaran-${review().id}`}>
      <header class="review-round-head">
        <div>
          <h2 id={`putaran-${review().id}`}>{t().round(review().version.number, review().version.label)}</h2>
          <p class="small quiet">{t().submittedBy(review().submittedBy.name, when(review().submittedAt))}</p>
        </div>
        <StatusMark shape={LOOKS[review().state].shape} tone={LOOKS[review().state].tone}>
          {t().roundState[review().state]}
        </StatusMark>
      </header>
      <Show when={review().message}>
        {(message) => <blockquote class="review-words">{message()}</blockquote>}
      </Show>
      <ReviewSteps review={review()} timeZone={zone()} />
      <Show when={review().withdrawal}>
        {(withdrawal) => (
          <div>
            <p class="small quiet">{t().withdrawnBy(withdrawal().by.name, when(withdrawal().at))}</p>
            <blockquote class="review-words">{withdrawal().reason}</blockquote>
          </div>
        )}
      </Show>
      <Show when={review().state === "open" && authors()}>
        <p class="small quiet">{t().authors(authors())}</p>
      </Show>
      <footer class="row spread">
        <HashMark hash={review().hash} name={d().hashOf(review().version.number)} />
        <span class="row">
          <Show when={review().may.withdraw}>
            <Button look="plain" onClick={() => setWithdrawing(true)}>
              {t().withdraw}
            </Button>
          </Show>
          <ButtonLink href={policyHref(policy().id, `/persetujuan/${review().id}`)}>
            {t().openRound}
            <span class="visually-hidden">
              : {t().round(review().version.number, review().version.label)}
            </span>
          </ButtonLink>
        </span>
      </footer>
      <WithdrawDialog
        review={review()}
        open={withdrawing()}
        onClose={() => setWithdrawing(false)}
        onDone={props.onChanged}
      />
    </article>
  );
}

export function ReviewListPage(): JSX.Element {
  const t = textsOf(reviewTexts);
  const { policy } = usePolicy();
  usePolicyPlace(() => t().title);
  const reviews = createRemote(
    () => policy().id,
    (policyId, signal) => listReviews(policyId, signal),
  );
  const versions = createRemote(
    () => policy().id,
    (policyId, signal) => listVersions(policyId, undefined, signal),
  );
  const approval = createApproval(() => policy().id, reviews.data);
  const wordsOf = useApprovalWords();
  const hasVersion = () => (versions.data()?.items.length ?? 0) > 0;
  const maySubmitNow = () =>
    (reviews.data()?.may.submit ?? false) &&
    hasVersion() &&
    !reviews.data()?.items.some(({ state }) => state === "open");
  const submitHref = () => policyHref(policy().id, "/persetujuan/ajukan");

  return (
    <PolicyFrame>
      <header class="page-head">
        <div>
          <h1>{t().title}</h1>
          <p class="lead">{t().lead}</p>
        </div>
        <Show when={maySubmitNow() && (reviews.data()?.items.length ?? 0) > 0}>
          <ButtonLink href={submitHref()} look="primary">
            {t().submit}
          </ButtonLink>
        </Show>
      </header>
      <Show when={approval.data()}>
        {(view) => (
          <p class="approval-line" role="status">
            <ApprovalMark status={view().status} words={wordsOf(view()).short} />
            <span>{wordsOf(view()).long}</span>
          </p>
        )}
      </Show>
      <Loaded remote={reviews}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <Show
                when={hasVersion() || !data().may.submit}
                fallback={
                  <EmptyState title={t().noVersionTitle} text={t().noVersionText}>
                    <ButtonLink href={policyHref(policy().id)}>{t().toText}</ButtonLink>
                  </EmptyState>
                }
              >
                <EmptyState
                  title={t().emptyTitle}
                  text={data().may.submit ? t().emptyText : t().emptyTextReader}
                >
                  <Show when={maySubmitNow()}>
                    <ButtonLink href={submitHref()} look="primary">
                      {t().submit}
                    </ButtonLink>
                  </Show>
                </EmptyState>
              </Show>
            }
          >
            <div class="stack review-rounds">
              <For each={data().items}>
                {(review) => <Round review={review} onChanged={reviews.reload} />}
              </For>
            </div>
          </Show>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
