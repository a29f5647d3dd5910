/** What is asked, by whom, until when; who reads the draft; how far it has come. */
import { A } from "@solidjs/router";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { createSignal, Show, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { useDraft } from "./draft-context.tsx";
import { beginCorrection } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function DraftHead(): JSX.Element {
  const t = textsOf(submissionTexts);
  const { view, put } = useDraft();
  const [asking, setAsking] = createSignal(false);
  const consultation = () => view().consultation;
  const policyTitle = () => shortTitle(consultation().policyTitle).subject || consultation().policyTitle;
  const when = (at: number) => formatDateTime(at, locale(), consultation().timeZone);
  const last = () => view().sendings.at(-1);
  const open = () => consultation().phase === "open";
  const sentHref = (number: number) => `/kerja/usulan/${view().id}/terkirim/${number}`;

  return (
    <header class="stack-small">
      <h1>{consultation().title}</h1>
      <p class="small quiet">
        {view().body.name} · {consultation().authorityName} · <span lang="id">{policyTitle()}</span> ·{" "}
        {open()
          ? t().until(when(consultation().closesAt))
          : consultation().phase === "upcoming"
            ? t().opensAt(when(consultation().opensAt))
            : t().closedAt(when(consultation().closesAt))}
      </p>
      <Show when={view().state === "drafting"}>
        <p class="small">
          <strong>{t().private(view().body.name)}</strong> {t().privateForEver}
        </p>
      </Show>
      <Show when={!open()}>
        <p class="notice">{t().closedNow}</p>
      </Show>
      <Show when={last()}>
        {(sending) => (
          <div class="notice good row spread">
            <div>
              <p>
                {view().state === "sent" || !open()
                  ? t().sentNow(sending().number, when(sending().sentAt))
                  : t().correctingNow(sending().number)}
              </p>
              <A href={sentHref(sending().number)}>{t().seeSent}</A>
            </div>
            <Show when={view().state === "sent" && open() && view().head}>
              <Button onClick={() => setAsking(true)}>{t().beginCorrection}</Button>
            </Show>
          </div>
        )}
      </Show>
      <Confirm
        open={asking()}
        onClose={() => setAsking(false)}
        title={t().correctionTitle}
        description={t().correctionText}
        action={t().beginCorrection}
        onConfirm={async () => put(await beginCorrection(view().id))}
      />
    </header>
  );
}
