/** How a text stands, as word, shape and colour; the truth is the server's comparison of hashes. */
import { A } from "@solidjs/router";
import { createEffect, on, onCleanup, onMount, Show, type Accessor, type JSX } from "solid-js";
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

export function ApprovalMark(props: { status: ApprovalStatus }): JSX.Element {
  const t = textsOf(reviewTexts);
  return (
    <StatusMark shape={LOOKS[props.status].shape} tone={LOOKS[props.status].tone}>
      {t().status[props.status]}
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
  createEffect(on(turn, ask, { defer: true }));
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
  const status = (): ApprovalStatus | undefined => {
    const known = props.approval?.status;
    return known === "approved" && props.dirty ? "changed-since-approval" : known;
  };
  return (
    <Show when={status()}>
      {(known) => (
        <A
          class="approval-link"
          href={`/kerja/rancangan/${props.policyId}/persetujuan`}
          aria-label={`${t().approvalOfText}: ${t().status[known()]}`}
        >
          <ApprovalMark status={known()} />
        </A>
      )}
    </Show>
  );
}
