/** Calls for submissions to one's body, and how far each of its submissions has come. */
import { useNavigate } from "@solidjs/router";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { createSignal, For, Show, type JSX } from "solid-js";
import type { CallPhase } from "../../domain/submissions/submission.ts";
import type { CallView } from "../../domain/submissions/submissions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { listCalls, startSubmission } from "./submission-api.ts";
import "./submissions.css";
import { submissionTexts } from "./submissions.intl.ts";

const PHASES: Record<CallPhase, { readonly shape: StatusShape; readonly tone: StatusTone }> = {
  upcoming: { shape: "ring", tone: "accent" },
  open: { shape: "filled", tone: "good" },
  closed: { shape: "square", tone: "neutral" },
};

export function SubmissionsPage(): JSX.Element {
  const t = textsOf(submissionTexts);
  usePlace(() => [{ text: t().title }]);
  const remote = createRemote(
    () => true,
    (_, signal) => listCalls(signal),
  );

  return (
    <div class="page">
      <Loaded remote={remote} withHeading>
        {(view) => (
          <Show
            when={view().body}
            fallback={<EmptyState title={t().noBodyTitle} text={t().noBodyText} wholePage />}
          >
            {(body) => (
              <>
                <header>
                  <h1>{t().titleOf(body().name)}</h1>
                  <p class="quiet lead-text">{t().lead}</p>
                </header>
                <Show
                  when={view().items.length > 0}
                  fallback={<EmptyState title={t().noneTitle} text={t().noneText} />}
                >
                  <ul class="call-list">
                    <For each={view().items}>{(call) => <Call call={call} />}</For>
                  </ul>
                </Show>
              </>
            )}
          </Show>
        )}
      </Loaded>
    </div>
  );
}

function Call(props: { call: CallView }): JSX.Element {
  const t = textsOf(submissionTexts);
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const consultation = () => props.call.consultation;
  const submission = () => props.call.submission;
  const policyTitle = () => shortTitle(consultation().policyTitle).subject || consultation().policyTitle;
  const when = (at: number) => formatDateTime(at, locale(), consultation().timeZone);
  const window = () => {
    const { phase, opensAt, closesAt } = consultation();
    if (phase === "upcoming") return t().opensAt(when(opensAt));
    return phase === "open" ? t().until(when(closesAt)) : t().closedAt(when(closesAt));
  };
  const standing = () => {
    const own = submission();
    const open = consultation().phase === "open";
    if (!own) return open ? t().notBegun : "";
    const sent = own.sent && t().sentOf(own.sent.items, own.sent.answered);
    if (!sent) return open ? t().draftOf(own.items) : t().notSent;
    return own.state === "drafting" && open ? `${sent}, ${t().correcting}` : sent;
  };

  async function begin(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      navigate(`/kerja/usulan/${(await startSubmission(consultation().id)).id}`);
    } catch (reason) {
      setError(() => reason);
      setBusy(false);
    }
  }

  return (
    <li>
      <div class="call-words">
        <h2>{consultation().title}</h2>
        <p class="small quiet">
          {consultation().authorityName} · <span lang="id">{policyTitle()}</span>
        </p>
        <p class="clamped">{consultation().summary}</p>
        <p class="row">
          <StatusMark {...PHASES[consultation().phase]}>{t().phase[consultation().phase]}</StatusMark>
          <span class="small">{window()}</span>
          <Show when={standing()}>
            <span class="small quiet">{standing()}</span>
          </Show>
        </p>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      </div>
      <Show
        when={submission()}
        fallback={
          <Show when={consultation().phase === "open"}>
            <Button
              busy={busy()}
              onClick={() => {
                void begin();
              }}
            >
              {t().begin}
            </Button>
          </Show>
        }
      >
        {(own) => (
          <ButtonLink href={`/kerja/usulan/${own().id}`}>
            {own().state === "drafting" && consultation().phase === "open" ? t().goOn : t().read}
          </ButtonLink>
        )}
      </Show>
    </li>
  );
}
