/** The submission of one's body while it is drafted: clauses left, items and what is missing beside them. */
import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import { isCid } from "../../domain/ids.ts";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { ClauseList } from "./clause-list.tsx";
import { ClausePanel } from "./clause-panel.tsx";
import { DraftProvider, type Place } from "./draft-context.tsx";
import { DraftHead } from "./draft-head.tsx";
import { ItemEditor } from "./item-editor.tsx";
import { Overview } from "./overview.tsx";
import { readSubmission, readText } from "./submission-api.ts";
import "./submissions.css";
import { submissionTexts } from "./submissions.intl.ts";

/** What colleagues did is read again this often, while the page is looked at and nothing is being written. */
const PAUSE_MS = 30_000;

/** What is being written: an item, or a new one at a place. */
export type Editing = { readonly item: ItemView } | { readonly at: Place };

export function DraftPage(): JSX.Element {
  const t = textsOf(submissionTexts);
  const params = useParams<{ submissionId: string }>();
  const [query, setQuery] = useSearchParams<{ ketentuan?: string }>();
  const [editing, setEditing] = createSignal<Editing>();
  const [column, setColumn] = createSignal<HTMLElement>();
  const submission = createRemote(
    () => params.submissionId,
    (id, signal) => readSubmission(id, signal),
  );
  const text = createRemote(
    () => params.submissionId,
    (id, signal) => readText(id, signal),
  );
  usePlace(() => [
    { text: t().title, href: "/kerja/usulan" },
    { text: submission.data()?.consultation.title ?? t().title },
  ]);

  onMount(() => {
    const refresh = () => {
      if (document.visibilityState === "visible" && !editing()) submission.reload();
    };
    const timer = setInterval(refresh, PAUSE_MS);
    document.addEventListener("visibilitychange", refresh);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    });
  });

  const place = (): Place | undefined => {
    if (query.ketentuan === "keseluruhan") return "whole";
    return isCid(query.ketentuan) ? query.ketentuan : undefined;
  };
  const go = (to: Place | undefined) => {
    setEditing(undefined);
    setQuery({ ketentuan: to === "whole" ? "keseluruhan" : to });
  };
  /** What follows writing `from`; whoever went elsewhere while it was being saved stays there. */
  const goOn = (from: Editing, to: Editing | undefined) => {
    if (editing() === from) setEditing(to);
  };
  // Whoever chose or opened something finds it under their fingers, also where the list is above it.
  createEffect(
    on(
      [() => query.ketentuan, editing],
      () => {
        const here = column();
        here?.focus({ preventScroll: true });
        if (here && here.getBoundingClientRect().top < 0) here.scrollIntoView();
      },
      { defer: true },
    ),
  );

  return (
    <div class="page">
      <Loaded remote={submission} withHeading>
        {(view) => (
          <Loaded remote={text}>
            {(words) => (
              <DraftProvider view={view()} text={words()} put={submission.set} reload={submission.reload}>
                <DraftHead />
                <div class="draft">
                  <ClauseList place={place()} onChoose={go} />
                  <section class="draft-column stack" tabIndex={-1} ref={setColumn}>
                    <Show
                      when={editing()}
                      keyed
                      fallback={
                        <Show
                          when={place()}
                          keyed
                          fallback={<Overview onEdit={(item) => setEditing({ item })} onGo={go} />}
                        >
                          {(at) => (
                            <ClausePanel
                              place={at}
                              onAdd={() => setEditing({ at })}
                              onEdit={(item) => setEditing({ item })}
                            />
                          )}
                        </Show>
                      }
                    >
                      {(what) => (
                        <ItemEditor
                          what={what}
                          onSaved={(item) => goOn(what, { item })}
                          onClose={() => goOn(what, undefined)}
                        />
                      )}
                    </Show>
                  </section>
                </div>
              </DraftProvider>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}
