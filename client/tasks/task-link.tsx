/** The way to what waits, with its number, in the frame of every page. */
import { A, useLocation } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import { formatNumber } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { TASK_SECTIONS } from "./task-sections.tsx";
import { taskTexts } from "./tasks.intl.ts";
import "./tasks.css";

const POLL_MS = 60_000;

/** How many wait, all sections together; counted on every new page and once a minute. A section that fails counts nothing. */
function createCount(): () => number {
  const location = useLocation();
  const [count, setCount] = createSignal(0);
  let controller = new AbortController();
  const read = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    const counts = await Promise.all(TASK_SECTIONS.map((section) => section.count(signal).catch(() => 0)));
    if (!signal.aborted) setCount(counts.reduce((sum, each) => sum + each, 0));
  };
  createEffect(
    on(
      () => location.pathname,
      () => void read(),
    ),
  );
  onMount(() => {
    const timer = setInterval(() => void read(), POLL_MS);
    onCleanup(() => {
      clearInterval(timer);
      controller.abort();
    });
  });
  return count;
}

export function TaskLink(): JSX.Element {
  const t = textsOf(taskTexts);
  const count = createCount();
  const shown = () => formatNumber(count(), locale());
  return (
    <A class="tool task-link" classList={{ "only-wide": count() === 0 }} href="/kerja/tugas">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M3 2.5h10v11H3zM5.5 8l2 2 3.5-4"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linejoin="round"
        />
      </svg>
      <span class="task-words">{t().link}</span>
      <Show when={count() > 0}>
        <span class="task-count numeric">{shown()}</span>
      </Show>
    </A>
  );
}
