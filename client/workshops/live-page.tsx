/** The facilitator's page while a workshop is live. It goes on without a connection: notes wait on the device. */
import { useParams } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { WorkshopDetail, WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import type { ApiAnswer } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { AgendaColumn } from "./agenda-column.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import { createPolled } from "./create-polled.ts";
import { HallProvider, useHall } from "./hall-context.tsx";
import { HeardColumn } from "./heard-column.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { QuickEntry } from "./quick-entry.tsx";
import { WorkshopStateMark } from "./state-mark.tsx";
import { createFloorApi, readWorkshop } from "./workshop-api.ts";
import { workshopHref } from "./workshop-list-page.tsx";
import { spacedCode } from "./workshop-page.tsx";
import { workshopTexts } from "./workshops.intl.ts";
import "./workshops.css";

function Head(props: { onDetail: (answer: ApiAnswer<WorkshopDetail>) => void }): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const hall = useHall();
  const [closing, setClosing] = createSignal(false);
  const href = (rest: string) => workshopHref(policy().id, hall.workshop().id, rest);
  const state = () => hall.live().state;
  const step = (name: "start" | "close" | "reopen") => async () => {
    props.onDetail(await hall.api.step(name));
    hall.refresh();
  };
  return (
    <header class="hall-head">
      <div class="stack-small">
        <h1>{hall.workshop().title}</h1>
        <p class="row">
          <WorkshopStateMark state={state()} />
          <span class="small quiet">
            {t().codeIs} <strong class="numeric">{spacedCode(hall.workshop().code)}</strong>
          </span>
          <span class="small quiet">{t().attendanceNow(hall.live().people.length)}</span>
        </p>
      </div>
      <div class="row">
        <ButtonLink href={href("/layar")}>{t().openScreen}</ButtonLink>
        <Show when={hall.workshop().mayManage}>
          <Show when={state() === "planned"}>
            <Button look="primary" onClick={() => void hall.act(step("start"))}>
              {t().start}
            </Button>
          </Show>
          <Show when={state() === "live"}>
            <Button onClick={() => setClosing(true)}>{t().close}</Button>
          </Show>
          <Show when={state() === "closed"}>
            <Button onClick={() => void hall.act(step("reopen"))}>{t().reopen}</Button>
          </Show>
        </Show>
        <Show when={state() !== "planned" && state() !== "live"}>
          <ButtonLink href={href("/notulen")} look="primary">
            {t().openMinutes}
          </ButtonLink>
        </Show>
      </div>
      <Confirm
        open={closing()}
        onClose={() => setClosing(false)}
        title={t().closeTitle}
        description={t().closeText}
        action={t().close}
        onConfirm={step("close")}
      />
    </header>
  );
}

function Hall(props: { onDetail: (answer: ApiAnswer<WorkshopDetail>) => void }): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const takesNotes = () => hall.workshop().mayManage && ["live", "closed"].includes(hall.live().state);
  return (
    <div class="hall">
      <Head onDetail={props.onDetail} />
      <Show when={hall.offline()}>
        <p class="notice warn" role="status">
          {t().offline}
        </p>
      </Show>
      <Show when={hall.error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <div class="hall-columns">
        <div class="stack">
          <AgendaColumn />
          <AttendancePanel />
        </div>
        <div class="stack">
          <Show when={takesNotes()} fallback={<p class="notice">{t().state[hall.live().state]}</p>}>
            <QuickEntry />
          </Show>
          <QuestionPanel />
        </div>
        <HeardColumn />
      </div>
    </div>
  );
}

export function LivePage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const params = useParams();
  const workshopId = () => params.workshopId ?? "";
  const detail = createRemote(workshopId, (id, signal) => readWorkshop(policy().id, id, signal));
  const polled = createPolled<WorkshopLive>(() => createFloorApi(policy().id, workshopId()).livePath);
  usePolicyPlace(
    () => t().openLive,
    () => [{ text: t().title, href: policyHref(policy().id, "/lokakarya") }],
  );
  return (
    <div class="page hall-page">
      <Loaded remote={detail} withHeading>
        {(answer) => (
          <Loaded remote={polled} withHeading>
            {(live) => (
              <HallProvider
                workshop={answer().data}
                live={live()}
                polled={polled}
                api={createFloorApi(policy().id, workshopId())}
              >
                <Hall onDetail={detail.set} />
              </HallProvider>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}
