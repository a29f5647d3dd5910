/** Minutes: written while and after the workshop, published, corrected, final. Prints as a document. */
import { useParams } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { WorkshopMinutes } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import type { ApiAnswer } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { CorrectionsPanel } from "./corrections-panel.tsx";
import { MinutesView } from "./minutes-view.tsx";
import { ParagraphsForm } from "./paragraphs-form.tsx";
import { WorkshopStateMark } from "./state-mark.tsx";
import { decideCorrection, publishMinutes, readMinutes, writeParagraphs } from "./workshop-api.ts";
import { workshopHref } from "./workshop-list-page.tsx";
import { workshopTexts } from "./workshops.intl.ts";
import "./workshops.css";

function Standing(props: { minutes: WorkshopMinutes }): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const moment = (at: number) => formatDateTime(at, locale(), policy().authority.timeZone);
  const words = () => {
    const { state, finalAt, correctionsUntil } = props.minutes;
    if (state === "final" && finalAt !== null) return t().finalSince(moment(finalAt));
    if (correctionsUntil === null) return state === "closed" ? t().minutesDraft : t().minutesLive;
    return Date.now() < correctionsUntil ? t().publishedUntil(moment(correctionsUntil)) : t().windowOver;
  };
  return (
    <div class="notice">
      <p>{words()}</p>
      <Show when={props.minutes.publishedAt !== null}>
        <p>{t().confirmedBy(props.minutes.confirmations, props.minutes.devices)}</p>
      </Show>
    </div>
  );
}

export function MinutesPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const params = useParams();
  const workshopId = () => params.workshopId ?? "";
  const remote = createRemote(workshopId, (id, signal) => readMinutes(policy().id, id, signal));
  const [publishing, setPublishing] = createSignal(false);
  usePolicyPlace(
    () => t().minutesTitle,
    () => [{ text: t().title, href: policyHref(policy().id, "/lokakarya") }],
  );
  const accept = (answer: ApiAnswer<WorkshopMinutes>) => remote.set(answer);

  return (
    <PolicyFrame>
      <Loaded remote={remote} withHeading>
        {(answer) => {
          const minutes = () => answer().data;
          const docx = () =>
            `/api/policies/${policy().id}/exports/notulen.docx?workshop=${workshopId()}&bahasa=${locale()}`;
          const writing = () => minutes().publishedAt === null && minutes().mayManage;
          return (
            <>
              <header class="page-head no-print">
                <div class="stack-small">
                  <WorkshopStateMark state={minutes().state} />
                  <h1>{t().minutesTitle}</h1>
                  <p class="lead">{minutes().document.title}</p>
                </div>
                <div class="row">
                  <ButtonLink href={workshopHref(policy().id, workshopId())}>{t().overview}</ButtonLink>
                  <Button onClick={() => print()}>{t().print}</Button>
                  <a class="button" rel="external" download="" href={docx()}>
                    {t().download}
                  </a>
                  <Show when={writing() && minutes().state === "closed"}>
                    <Button look="primary" onClick={() => setPublishing(true)}>
                      {t().publish}
                    </Button>
                  </Show>
                </div>
              </header>
              <Standing minutes={minutes()} />
              <div class="minutes-columns">
                <MinutesView document={minutes().document} />
                <div class="stack">
                  <Show when={writing()}>
                    <ParagraphsForm
                      paragraphs={minutes().paragraphs}
                      sections={minutes().document.sections}
                      onSave={async (paragraphs) => {
                        const body = { paragraphs: [...paragraphs] };
                        accept(await writeParagraphs(policy().id, workshopId(), body, answer().etag ?? ""));
                      }}
                    />
                  </Show>
                  <Show when={minutes().publishedAt !== null}>
                    <CorrectionsPanel
                      corrections={minutes().corrections}
                      mayDecide={minutes().mayManage && minutes().state === "minutes-open"}
                      onDecide={async (id, decision) =>
                        accept(await decideCorrection(policy().id, workshopId(), id, decision))
                      }
                    />
                  </Show>
                </div>
              </div>
              <Show when={minutes().finalHash ?? minutes().hash}>
                {(hash) => (
                  <p class="small quiet minutes-hash">
                    {t().hash}: <code>{hash()}</code>
                  </p>
                )}
              </Show>
              <Confirm
                open={publishing()}
                onClose={() => setPublishing(false)}
                title={t().publishTitle}
                description={t().publishText}
                action={t().publish}
                onConfirm={async () => accept(await publishMinutes(policy().id, workshopId()))}
              />
            </>
          );
        }}
      </Loaded>
    </PolicyFrame>
  );
}
