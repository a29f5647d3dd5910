/** `/kerja/tugas`: everything that waits for the reader, section by section. */
import { For, Suspense, type JSX } from "solid-js";
import { Skeleton } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { TASK_SECTIONS } from "./task-sections.tsx";
import { taskTexts } from "./tasks.intl.ts";

export function TaskPage(): JSX.Element {
  const t = textsOf(taskTexts);
  usePlace(() => [{ text: t().title }]);
  return (
    <div class="page">
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
      </header>
      <For each={TASK_SECTIONS}>
        {({ Section }) => (
          <Suspense fallback={<Skeleton lines={3} />}>
            <Section />
          </Suspense>
        )}
      </For>
    </div>
  );
}
