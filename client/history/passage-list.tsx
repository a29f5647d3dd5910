/** Passages of writing, newest first, each with who, when, where and what. */
import { A } from "@solidjs/router";
import { createEffect, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { ClauseNamed, PassageView } from "../../domain/history/history.contract.ts";
import { PAUSE_MS } from "../../domain/history/passage.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { MarkedWords } from "../versions/marked-words.tsx";
import { historyTexts } from "./history.intl.ts";
import "./history.css";

/** Acts that one takes for typing unless told otherwise. */
const WRITTEN: ReadonlySet<string> = new Set(["words", "new", "removed", "table"]);

function usePlaces() {
  const t = textsOf(historyTexts);
  return (clause: ClauseNamed) => clause.place || (clause.gone ? t().gone : t().unnamed);
}

function Passage(props: { passage: PassageView; ofClause?: string | undefined }): JSX.Element {
  const t = textsOf(historyTexts);
  const { policy } = usePolicy();
  const placeOf = usePlaces();
  const act = () => {
    const { act: name, clause, other, cause } = props.passage;
    if (!clause) return t().began;
    const words = t().act[name];
    if (cause === "command" && WRITTEN.has(name)) return `${words} ${t().byCommand}`;
    if (!other) return words;
    return `${words} ${(name === "joined" ? t().tookIn : t().splitFrom)(placeOf(other))}`;
  };
  /** In the panel of a clause its own name says nothing new. */
  const elsewhere = () => {
    const { clause } = props.passage;
    return clause && clause.cid !== props.ofClause ? clause : undefined;
  };
  // On a page that stays open nothing is new for longer than that. [HI8]
  const [isOver, setOver] = createSignal(false);
  createEffect(() => {
    if (!props.passage.open) return;
    const timer = setTimeout(() => setOver(true), PAUSE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <li class="passage">
      <p class="passage-head">
        <strong>{props.passage.person?.name ?? t().system}</strong> <span class="quiet">{act()}</span>
        <Show when={props.passage.open && !isOver()}>
          {" "}
          <span class="passage-open">{t().stillWriting}</span>
        </Show>
      </p>
      <p class="small quiet">
        <time dateTime={new Date(props.passage.at).toISOString()}>
          {formatDateTime(props.passage.at, locale(), policy().authority.timeZone)}
        </time>
        <Show when={elsewhere()}>
          {(clause) => (
            <>
              {" · "}
              <Show when={!clause().gone} fallback={placeOf(clause())}>
                <A
                  href={policyHref(policy().id, `#${clause().cid}`)}
                  lang={clause().place ? "id" : undefined}
                >
                  {placeOf(clause())}
                </A>
              </Show>
            </>
          )}
        </Show>
      </p>
      <Show when={props.passage.pieces.length > 0}>
        <blockquote class="passage-words" lang="id">
          <MarkedWords marks={props.passage.pieces} side="both" />
        </blockquote>
      </Show>
    </li>
  );
}

export function PassageList(props: {
  passages: readonly PassageView[];
  /** The clause whose panel this is. */
  ofClause?: string | undefined;
}): JSX.Element {
  return (
    <ol class="passages">
      <For each={props.passages}>{(passage) => <Passage passage={passage} ofClause={props.ofClause} />}</For>
    </ol>
  );
}
