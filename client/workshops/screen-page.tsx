/** What the hall sees: the clause large, inputs as they come, QR and code always in the corner. */
import { useParams } from "@solidjs/router";
import { createMemo, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { WorkshopDetail, WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { createPolled } from "./create-polled.ts";
import { VoteBars } from "./vote-bars.tsx";
import { createFloorApi, qrHref, readWorkshop } from "./workshop-api.ts";
import { workshopHref } from "./workshop-list-page.tsx";
import { spacedCode } from "./workshop-page.tsx";
import { workshopTexts } from "./workshops.intl.ts";
import "./screen.css";

/** The newest; those that do not fit the screen are not shown at all, rather than cut. */
const SHOWN_ENTRIES = 12;

/** The longer the clause, the smaller its letters: all of it stands on the screen. */
const sizeOf = (text: string): string => {
  if (text.length > 1500) return "longest";
  if (text.length > 900) return "longer";
  return text.length > 420 ? "long" : "";
};

/** `rembuk.palu.go.id/lokakarya`: what is typed where no camera is at hand. */
const joinPlace = (joinUrl: string): string => joinUrl.replace(/^https?:\/\//, "").replace(/\/[^/]*$/, "");

function Said(props: { workshop: WorkshopDetail; live: WorkshopLive }): JSX.Element {
  const t = textsOf(workshopTexts);
  const headings = createMemo(() => new Map(props.live.clusters.map(({ id, heading }) => [id, heading])));
  const names = createMemo(() => new Map(props.live.groups.map(({ id, name }) => [id as string, name])));
  const here = createMemo(() =>
    props.live.entries.filter(({ cid, hidden }) => cid === props.live.currentCid && !hidden).toReversed(),
  );
  const about = (entry: WorkshopLive["entries"][number]) => {
    const { agree, neutral, disagree } = entry.votes;
    return [
      entry.clusterId && headings().get(entry.clusterId),
      entry.groupId && names().get(entry.groupId),
      agree + neutral + disagree > 0 && t().votes(agree, neutral, disagree),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <section class="screen-said" aria-live="polite">
      <Show when={here().length > 0} fallback={<p class="screen-quiet">{t().screenNothing}</p>}>
        <p class="screen-quiet">{t().screenCount(here().length)}</p>
        <ul>
          <For each={here().slice(0, SHOWN_ENTRIES)}>
            {(entry) => (
              <li>
                <p class="screen-words" dir="auto">
                  {entry.words}
                </p>
                <Show when={about(entry)}>{(words) => <p class="screen-quiet">{words()}</p>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Screen(props: { workshop: WorkshopDetail; live: WorkshopLive }): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const [full, setFull] = createSignal(document.fullscreenElement !== null);
  const follow = () => setFull(document.fullscreenElement !== null);
  document.addEventListener("fullscreenchange", follow);
  onCleanup(() => document.removeEventListener("fullscreenchange", follow));
  const clause = () => props.workshop.agenda.find(({ cid }) => cid === props.live.currentCid);
  const question = () =>
    props.live.questions.findLast(({ cid, open }) => cid === props.live.currentCid && open);
  const over = () => props.live.state !== "planned" && props.live.state !== "live";

  return (
    <div class="screen">
      <div class="screen-main">
        <p class="screen-quiet">{props.workshop.title}</p>
        <Show
          when={props.live.state === "live"}
          fallback={<h1>{over() ? t().screenClosed : t().screenWaiting}</h1>}
        >
          <h1>{clause()?.label ?? t().whole}</h1>
          <Show when={clause()}>
            {(item) => (
              <p class={`screen-clause ${sizeOf(item().text)}`} lang="id">
                {item().text}
              </p>
            )}
          </Show>
          <Show when={question()}>
            {(asked) => (
              <section class="screen-question">
                <h2 dir="auto">{asked().words}</h2>
                <VoteBars votes={asked().votes} />
              </section>
            )}
          </Show>
        </Show>
      </div>
      <Show when={props.live.state === "live"}>
        <Said workshop={props.workshop} live={props.live} />
      </Show>
      <Show when={!over()}>
        <aside class="screen-join" aria-label={t().join}>
          <img src={qrHref(props.workshop.code)} alt="" width="240" height="240" />
          <div>
            <p class="screen-code">{spacedCode(props.workshop.code)}</p>
            <p class="screen-quiet">{t().screenJoin}</p>
            <p class="screen-url">{joinPlace(props.workshop.joinUrl)}</p>
            <p class="screen-quiet">{t().screenPeople(props.live.people.length)}</p>
          </div>
        </aside>
      </Show>
      <nav class="screen-tools" aria-label={t().screenTitle}>
        <ButtonLink href={workshopHref(policy().id, props.workshop.id, "/langsung")} size="small">
          {t().leaveScreen}
        </ButtonLink>
        <Show when={!full() && document.fullscreenEnabled}>
          <Button size="small" onClick={() => void document.documentElement.requestFullscreen()}>
            {t().fullScreen}
          </Button>
        </Show>
      </nav>
    </div>
  );
}

export function ScreenPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const params = useParams();
  const workshopId = () => params.workshopId ?? "";
  usePolicyPlace(() => t().screenTitle);
  const detail = createRemote(workshopId, (id, signal) => readWorkshop(policy().id, id, signal));
  const polled = createPolled<WorkshopLive>(() => createFloorApi(policy().id, workshopId()).livePath);
  return (
    <Loaded remote={detail} wholePage>
      {(answer) => (
        <Loaded remote={polled} wholePage>
          {(live) => <Screen workshop={answer().data} live={live()} />}
        </Loaded>
      )}
    </Loaded>
  );
}
