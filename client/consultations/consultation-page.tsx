/** One consultation as the team sees it: where it stands, what is next, how people take part, how many did. */
import { useParams } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import type { ConsultationView } from "../../domain/consultations/consultations.contract.ts";
import { shorten } from "../../domain/notifications/notification.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { AnnounceDialog } from "./announce-dialog.tsx";
import { readConsultation } from "./consultation-api.ts";
import { consultationHref } from "./consultation-list-page.tsx";
import { consultationTexts } from "./consultations.intl.ts";
import "./consultations.css";
import { EndDialog, ExtendDialog } from "./end-dialogs.tsx";
import { Participation } from "./participation.tsx";
import { PhaseMark } from "./phase-mark.tsx";
import { Sharing } from "./sharing.tsx";
import { WaysToTakePart } from "./ways-to-take-part.tsx";

/** The heading has it whole. */
const MAX_CRUMB = 26;

type Asked = "announce" | "extend" | "close" | "cancel";

/** Where it stands, in words, and what can be done next. */
function Standing(props: {
  consultation: ConsultationView;
  onDone: (view: ConsultationView, said: string) => void;
}): JSX.Element {
  const t = textsOf(consultationTexts);
  const [asked, setAsked] = createSignal<Asked>();
  const time = (at: number) => formatDateTime(at, locale(), props.consultation.timeZone);
  const phase = () => props.consultation.phase;
  const says = () => {
    const { opensAt, closesAt } = props.consultation;
    switch (phase()) {
      case "draft":
        return t().draftSays;
      case "upcoming":
        return t().upcomingSays(time(opensAt), time(closesAt));
      case "open":
        return t().openSays(time(closesAt));
      case "closed":
        return t().closedSays(time(closesAt));
      case "cancelled":
        return t().cancelledSays;
    }
  };
  const dialog = {
    onClose: () => setAsked(undefined),
    done: (said: string) => (view: ConsultationView) => props.onDone(view, said),
  };
  const edit = () => consultationHref(props.consultation.policyId, `/${props.consultation.id}/ubah`);

  return (
    <section class="standing-box stack">
      <div class="stack-small">
        <PhaseMark phase={phase()} />
        <p>
          {says()}
          <Show when={phase() === "closed" && props.consultation.endReason}> {t().closedEarly}</Show>
        </p>
        <Show when={props.consultation.endReason}>{(reason) => <p>{t().reasonWas(reason())}</p>}</Show>
        <p class="small quiet">
          {t().version(props.consultation.version.number, props.consultation.version.label)}.
          <Show when={props.consultation.newestVersion > props.consultation.version.number}>
            {" "}
            {t().newerVersion(props.consultation.newestVersion)}
          </Show>
        </p>
      </div>
      <Show when={phase() === "draft" && props.consultation.may.manage}>
        <Show when={props.consultation.missing.length > 0} fallback={<p>{t().complete}</p>}>
          <div class="stack-small">
            <p>{t().missingTitle}</p>
            <ul class="missing">
              <For each={props.consultation.missing}>
                {({ path, message }) => (
                  <li>
                    {t().field[path] ?? path}: {message}
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
      </Show>
      <Show when={props.consultation.may.manage}>
        <div class="row">
          <Switch>
            <Match when={phase() === "draft" && props.consultation.missing.length === 0}>
              <Button look="primary" onClick={() => setAsked("announce")}>
                {t().announce}
              </Button>
              <ButtonLink href={edit()}>{t().edit}</ButtonLink>
            </Match>
            <Match when={phase() === "draft"}>
              <ButtonLink look="primary" href={edit()}>
                {t().continueForm}
              </ButtonLink>
            </Match>
            <Match when={phase() === "upcoming" || phase() === "open" || phase() === "closed"}>
              <ButtonLink href={edit()}>{t().edit}</ButtonLink>
            </Match>
          </Switch>
          <Show when={phase() === "open"}>
            <Button onClick={() => setAsked("extend")}>{t().extend}</Button>
            <Button look="danger" onClick={() => setAsked("close")}>
              {t().close}
            </Button>
          </Show>
          <Show when={phase() === "draft" || phase() === "upcoming" || phase() === "open"}>
            <Button look="plain" onClick={() => setAsked("cancel")}>
              {phase() === "draft" ? t().cancelDraft : t().cancel}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={{ consultation: props.consultation }} keyed>
        {({ consultation }) => (
          <>
            <AnnounceDialog
              consultation={consultation}
              open={asked() === "announce"}
              onClose={dialog.onClose}
              onDone={dialog.done(t().announced)}
            />
            <ExtendDialog
              consultation={consultation}
              open={asked() === "extend"}
              onClose={dialog.onClose}
              onDone={dialog.done(t().extended)}
            />
            <EndDialog
              act="close"
              consultation={consultation}
              open={asked() === "close"}
              onClose={dialog.onClose}
              onDone={dialog.done(t().closed)}
            />
            <EndDialog
              act="cancel"
              consultation={consultation}
              open={asked() === "cancel"}
              onClose={dialog.onClose}
              onDone={dialog.done(t().cancelled)}
            />
          </>
        )}
      </Show>
    </section>
  );
}

/** What people read, as it was written. */
function About(props: { consultation: ConsultationView }): JSX.Element {
  const t = textsOf(consultationTexts);
  const item = (name: string, text: string) => (
    <Show when={text}>
      <div>
        <dt>{name}</dt>
        <dd class="as-written">{text}</dd>
      </div>
    </Show>
  );
  return (
    <section class="stack">
      <h2>{t().about}</h2>
      <dl class="about stack">
        {item(t().summary, props.consultation.summary)}
        {item(t().whatHappens, props.consultation.whatHappens)}
        {item(t().legalBasis, props.consultation.legalBasis)}
        {item(t().privacy, t().retention(props.consultation.retentionMonths))}
        {item(t().contact, props.consultation.contact)}
      </dl>
    </section>
  );
}

export function ConsultationPage(): JSX.Element {
  const t = textsOf(consultationTexts);
  const params = useParams();
  const { policy } = usePolicy();
  const remote = createRemote(
    () => params.consultationId,
    (id, signal) => readConsultation(policy().id, id, signal),
  );
  usePolicyPlace(
    () => shorten(remote.data()?.title ?? t().title, MAX_CRUMB),
    () => [{ text: t().title, href: consultationHref(policy().id) }],
  );
  const isPublic = (view: ConsultationView) => view.announcedAt !== null;
  return (
    <PolicyFrame>
      <Loaded remote={remote} withHeading>
        {(view) => (
          <>
            <header class="page-head">
              <h1>{view().title}</h1>
              <Show when={isPublic(view())}>
                <a class="button" href={view().portalPath} rel="external">
                  {t().portalPage}
                </a>
              </Show>
            </header>
            <Standing
              consultation={view()}
              onDone={(changed, said) => {
                remote.set(changed);
                showToast(said);
              }}
            />
            <WaysToTakePart consultation={view()} />
            <Show when={isPublic(view()) && view().may.readInput}>
              <Participation consultation={view()} />
              <div>
                <ButtonLink href={policyHref(policy().id, `/masukan?konsultasi=${view().id}`)}>
                  {t().inbox}
                </ButtonLink>
              </div>
            </Show>
            <Show when={isPublic(view()) && view().phase !== "cancelled"}>
              <Sharing consultation={view()} />
            </Show>
            <About consultation={view()} />
          </>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
