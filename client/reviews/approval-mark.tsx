/** How a text stands, as word, shape and colour; the truth is the server's comparison of hashes. */
import { A } from "@solidjs/router";
import { createEffect, createMemo, on, onCleanup, onMount, Show, type Accessor, type JSX } from "solid-js";
import type { ApprovalStatus } from "../../domain/reviews/approval.ts";
import type { ApprovalView } from "../../domain/reviews/reviews.contract.ts";
import { createRemote, type Remote } from "../api/create-remote.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { readApproval } from "./review-api.ts";
import { reviewTexts } from "./reviews.intl.ts";
import "./reviews.css";

const LOOKS: Record<ApprovalStatus, { shape: StatusShape; tone: StatusTone }> = {
  approved: { shape: "square", tone: "gold" },
  "changed-since-approval": { shape: "dashed", tone: "warn" },
  "in-review": { shape: "half", tone: "accent" },
  returned: { shape: "crossed", tone: "bad" },
  never: { shape: "ring", tone: "neutral" },
};

/** The word of a status; under review may be another version than the text as it is now. */
export function useApprovalWords(): (view: ApprovalView) => { short: string; long: string } {
  const t = textsOf(reviewTexts);
  return ({ status, review }) => {
    const number = review?.version.number ?? 0;
    if (status === "in-review" && review && !review.ofThisText)
      return { short: t().otherInReview(number), long: t().otherInReviewLong(number) };
    return { short: t().status[status], long: t().statusLong[status](number) };
  };
}

export function ApprovalMark(props: { status: ApprovalStatus; words?: string }): JSX.Element {
  const t = textsOf(reviewTexts);
  return (
    <StatusMark shape={LOOKS[props.status].shape} tone={LOOKS[props.status].tone}>
      {props.words ?? t().status[props.status]}
    </StatusMark>
  );
}

const POLL_MS = 10_000;

/**
 * How the live text of a policy stands. Asked again whenever `turn` changes
 * (after a save), every ten seconds while the page is seen, and when one comes
 * back to it: others write, too.
 */
export function createApproval(
  policyId: Accessor<string>,
  turn: Accessor<unknown> = () => null,
): Remote<ApprovalView> {
  const remote = createRemote(policyId, (id, signal) => readApproval(id, signal));
  const ask = () => {
    if (document.visibilityState === "visible") remote.reload();
  };
  // Only when it becomes another: of every key that is saved nothing is asked.
  createEffect(on(createMemo(turn), ask, { defer: true }));
  onMount(() => {
    const timer = setInterval(ask, POLL_MS);
    document.addEventListener("visibilitychange", ask);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    });
  });
  return remote;
}

/** The mark as a way to the page that explains it. `dirty` hides an approval at once while changes are on their way. */
export function ApprovalLink(props: {
  policyId: string;
  approval: ApprovalView | undefined;
  dirty?: boolean;
}): JSX.Element {
  const t = textsOf(reviewTexts);
  const wordsOf = useApprovalWords();
  const shown = () => {
    const known = props.approval;
    if (!known) return undefined;
    const overtaken = known.status === "approved" && props.dirty;
    return overtaken ? { ...known, status: "changed-since-approval" as const } : known;
  };
  return (
    <Show when={shown()}>
      {(view) => (
        <A
          class="approval-link"
          href={`/kerja/rancangan/${props.policyId}/persetujuan`}
          aria-label={`${t().approvalOfText}: ${wordsOf(view()).short}`}
        >
          <ApprovalMark status={view().status} words={wordsOf(view()).short} />
        </A>
      )}
    </Show>
  );
}
